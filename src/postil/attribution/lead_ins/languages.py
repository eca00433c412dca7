"""Lead-ins in other languages than English, whose verbs and small words the lexicon lists."""

from __future__ import annotations

from functools import cache

from postil.attribution.lead_ins.naming import people_in
from postil.attribution.scripts.marks import is_caseless, is_eastern
from postil.lexicon import outlet_rules, person_names, wordlists
from postil.lexicon.name_list import NameList
from postil.lexicon.name_overrides import NameOverrides
from postil.model.source import Source
from postil.text.lazy_regex import lazily

_MOST_TOKENS = 10
"""Words of the longest name of a publication."""
_LONGEST_PHRASE = 5
"""Words of the longest phrase in the lists."""
_AROUND = " \t,:.-–—"
_CORNERS = "「」『』"
_WHERE_DATE_STOOD = lazily(r"(?<=は)\s{1,4}に?")
_AROUND_CORNERS = lazily(r"\s{0,4}([『』])\s{0,4}")
_QUOTED = lazily(r"『([^『』]{1,80})』")


def says_abroad(text: str) -> bool:
    """Tell whether a text has a word that leads in to somebody's words in another language."""
    if is_eastern(text):
        text = text.replace("《", "『").replace("》", "』").replace(" 『", "『")
        return any(all(part in text for part in parts) for parts in _eastern_forms())
    return not _single_words().isdisjoint(text.casefold().replace("’", "'").split()) or (
        not text.isascii() and any(form in text for form in _joined())
    )


def read_abroad(words: str, overrides: NameOverrides) -> Source | None:
    """Return the source of a lead-in without its date; None for other words.

    | words                                       | author       | publication    |
    |---------------------------------------------|--------------|----------------|
    | Selon Le Monde                              |              | Le Monde       |
    | Laut dpa                                    |              | dpa            |
    | Anke Weber schrieb in der Küstenpost        | Anke Weber   | Küstenpost     |
    | Der Spiegel berichtete                      |              | Der Spiegel    |
    | 据海河晚报报道                              |              | 海河晚报       |
    | Selon lui                                   | (none)       |                |
    """
    words = words.strip(_AROUND)
    if is_eastern(words):
        return _eastern(words)
    tokens = words.split()
    while tokens and tokens[-1] in wordlists.INSIDE_WORDS:
        tokens.pop()  # Its date has been taken out: "en 2014".
    behind = _behind_phrase(tokens, wordlists.ACCORDING_TO)
    if behind and behind[-1].casefold() in wordlists.WRITING_VERBS:
        behind = behind[:-1]  # "Wie der Bote berichtete".
    if behind is None and len(tokens) > 1 and tokens[-1].casefold() in wordlists.ACCORDING_TO:
        behind = tokens[:-1]  # "Liman gazetesine göre".
        behind = behind[:-1] if len(behind) > 1 and behind[-1].islower() else behind
        return _named(behind, overrides, asserted=False)
    if behind is not None:
        behind = " ".join(behind).partition(",")[0].split()
        return _named(behind, overrides, asserted=False)
    if joined := next((form for form in _joined() if words.startswith(form)), ""):
        return _named(words[len(joined) :].split(), overrides, asserted=False)
    return _written(tokens, overrides)


def _eastern(words: str) -> Source | None:
    words = _WHERE_DATE_STOOD.sub("", words)
    words = _AROUND_CORNERS.sub(r"\1", words.rpartition("。")[2])
    for form in _eastern_forms():
        if source := _in_form(words, form):
            return source
    return None


def _in_form(words: str, form: tuple[str, ...]) -> Source | None:
    """Read words by a form, whose parts stand around a name, and perhaps around a work's title."""
    # Most articles have none of these letters, and are spared what it takes to load.
    from postil.attribution.scripts.eastern import eastern_name, is_body

    before, *between, after = form
    if not words.startswith(before) or not words.endswith(after):
        return None
    inner = words[len(before) : len(words) - len(after)]
    if not between:
        name = inner.strip(_AROUND + _CORNERS)
        return Source(container_title=name) if len(name) < 20 and is_body(name) else None
    name, sign, title = inner.partition(between[0])
    person = eastern_name(name.strip(_AROUND), sure=True) if sign and len(name) < 12 else None
    if person is None or not title or any(mark in title for mark in _CORNERS):
        return None
    return Source(author=(person,), title=title)


def _written(tokens: list[str], overrides: NameOverrides) -> Source | None:
    """Read a name, a verb of writing or telling, and perhaps where it was written.

    A verb of telling names nobody by itself: where somebody said it is wanted.
    """
    for at in range(len(tokens)):
        told = None
        behind = _behind_phrase(tokens[at:], wordlists.WRITING_VERBS)
        if behind is None:
            behind = told = _behind_phrase(tokens[at:], wordlists.SAYING_VERBS)
        if behind is None:
            continue
        if at == 0:
            return _named(behind, overrides, asserted=False) if told is None else None
        if source := _opened_by_place(tokens[:at], behind, overrides):
            return source
        inside = _behind_phrase(behind, wordlists.INSIDE_WORDS)
        return _as_written(" ".join(tokens[:at]), inside, overrides, told=told is not None)
    return None


def _as_written(
    subject: str, inside: list[str] | None, overrides: NameOverrides, *, told: bool
) -> Source | None:
    """Return the source of who writes, and where."""
    place = _named(inside, overrides, asserted=not told) if inside else None
    where = place.container_title if place else ""
    people = people_in(subject, overrides)
    if people and not (told and not where):
        quoted = _QUOTED.fullmatch(" ".join(inside)) if inside else None
        if quoted and not where:
            return Source(author=people, title=quoted[1])
        return Source(author=people, container_title=where)
    if told or people:
        return Source(container_title=where) if where else None
    return _named(subject.split(), overrides, asserted=False)


def _opened_by_place(
    before: list[str], behind: list[str], overrides: NameOverrides
) -> Source | None:
    """Read "Dans Le Phare, Claire Morin écrit" and "In der Küstenpost schrieb Anke Weber"."""
    inside = _behind_phrase(before, wordlists.INSIDE_WORDS)
    if not inside:
        return None
    words = " ".join(inside)
    where, comma, subject = words.rpartition(",")
    if not comma:
        where, subject = words, " ".join(behind)
    people = people_in(subject.strip(_AROUND), overrides)
    place = _named(where.strip(_AROUND).split(), overrides, asserted=True) if people else None
    if place is None or not place.container_title:
        return None
    return Source(author=people, container_title=place.container_title)


def _behind_phrase(tokens: list[str], phrases: NameList) -> list[str] | None:
    """Return the words behind the longest phrase of a list that they begin with; None for none."""
    for size in range(min(_LONGEST_PHRASE, len(tokens)), 0, -1):
        # "dans le Phare", but "dans Le Phare": the article with a capital is part of the name.
        phrase = " ".join([tokens[0].casefold(), *tokens[1:size]])
        if tokens[size - 1].islower() and phrase.casefold() in phrases:
            return tokens[size:]
        if phrase in phrases or phrase.replace("’", "'") in phrases:
            return tokens[size:]
    first = tokens[0].casefold() if tokens else ""
    for mark in ("’", "'"):
        start, sign, rest = first.partition(mark)
        if sign and rest and start + sign in phrases:
            return [tokens[0][len(start) + 1 :], *tokens[1:]]
    return None


def _named(tokens: list[str], overrides: NameOverrides, *, asserted: bool) -> Source | None:
    """Return the person with a known given name, or the publication, that words name.

    Where the place is ``asserted``, behind a verb of writing and "in", any name is a publication's;
    else it has to be one by itself: all nouns of German have a capital.
    """
    while tokens and tokens[0][0].islower() and not outlet_rules.is_known(" ".join(tokens)):
        behind = _behind_phrase(tokens, wordlists.ARTICLES_ABROAD)
        if behind is None:
            return None
        tokens = behind
    described = _behind_phrase(tokens, wordlists.ARTICLES_ABROAD)
    if described and len(described) < len(tokens) and outlet_rules.is_known(" ".join(described)):
        whole = " ".join(tokens)
        tokens = tokens if outlet_rules.is_known(whole) else described
    name = " ".join(tokens).strip(_AROUND)
    if quoted := _QUOTED.fullmatch(name):
        name = quoted[1]
        tokens = name.split()
        if not outlet_rules.is_publication(name):
            return None
    if not name or len(tokens) > _MOST_TOKENS or "," in name:
        return None
    if not overrides.is_outlet(name) and not outlet_rules.is_publication(name):
        if not asserted and (source := _person_in(tokens, overrides)):
            return source
        people = person_names.parse_names(name)
        if people and person_names.has_known_given_name(people[0]):
            return Source(author=people)
        if not asserted or not _is_proper(tokens):
            return None
    return Source(container_title=name)


def _person_in(tokens: list[str], overrides: NameOverrides) -> Source | None:
    """Return the source of a person and the outlet behind a word for "in"; None for other words."""
    for at in range(2, min(5, len(tokens) - 1)):
        inside = _behind_phrase(tokens[at:], wordlists.INSIDE_WORDS)
        people = person_names.parse_names(" ".join(tokens[:at])) if inside else ()
        place = _named(inside, overrides, asserted=True) if people and inside else None
        if place and place.container_title:
            return Source(author=people, container_title=place.container_title)
    return None


def _is_proper(tokens: list[str]) -> bool:
    """Tell whether words are one name: with capitals, particles aside."""
    small = wordlists.PARTICLES
    if all(map(is_caseless, tokens)):
        return outlet_rules.is_publication(" ".join(tokens))
    capitals = [token for token in tokens if token[0].isupper()]
    return bool(capitals) and all(token[0].isupper() or token in small for token in tokens)


@cache
def _single_words() -> frozenset[str]:
    lists = (wordlists.ACCORDING_TO, wordlists.WRITING_VERBS, wordlists.SAYING_VERBS)
    return frozenset(phrase.replace("’", "'").split()[-1] for words in lists for phrase in words)


@cache
def _joined() -> tuple[str, ...]:
    """Return the Arabic phrases that are written in one with the name behind them."""
    return tuple(phrase for phrase in wordlists.ACCORDING_TO if phrase.endswith(" ل"))


@cache
def _eastern_forms() -> tuple[tuple[str, ...], ...]:
    """Return the parts of each form, the longest form first."""
    forms = (tuple(form.replace(" 『", "『").split("…")) for form in wordlists.EASTERN_LEAD_INS)
    return tuple(sorted(forms, key=lambda form: -sum(map(len, form))))
