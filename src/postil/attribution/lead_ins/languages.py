"""Lead-ins in other languages than English, whose verbs and small words the lexicon lists."""

from __future__ import annotations

from functools import cache

from postil.attribution.lead_ins.naming import people_in
from postil.attribution.scripts.marks import is_caseless, is_eastern
from postil.lexicon import outlet_rules, person_names, wordlists
from postil.lexicon.name_list import NameList
from postil.lexicon.name_overrides import NameOverrides
from postil.model.source import Source

_MOST_TOKENS = 10
"""Words of the longest name of a publication."""
_LONGEST_PHRASE = 5
"""Words of the longest phrase in the lists."""
_AROUND = " \t,:.-–—"


def says_abroad(text: str) -> bool:
    """Tell whether a text has a word that leads in to somebody's words in another language."""
    if is_eastern(text):
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
    if behind is not None:
        return _named(behind, overrides, asserted=False)
    if joined := next((form for form in _joined() if words.startswith(form)), ""):
        return _named(words[len(joined) :].split(), overrides, asserted=False)
    return _written(tokens, overrides)


def _eastern(words: str) -> Source | None:
    # Most articles have none of these letters, and are spared what it takes to load.
    from postil.attribution.scripts.eastern import is_body

    words = words.rpartition("。")[2]
    for before, after in sorted(_eastern_forms(), key=lambda form: -len(form[0] + form[1])):
        if words.startswith(before) and words.endswith(after):
            name = words[len(before) : len(words) - len(after)].strip(_AROUND + "「」『』")
            return Source(container_title=name) if len(name) < 20 and is_body(name) else None
    return None


def _written(tokens: list[str], overrides: NameOverrides) -> Source | None:
    """Read a name, a verb of writing, and perhaps where it was written."""
    for at in range(1, len(tokens)):
        behind = _behind_phrase(tokens[at:], wordlists.WRITING_VERBS)
        if behind is None:
            continue
        subject = " ".join(tokens[:at])
        inside = _behind_phrase(behind, wordlists.INSIDE_WORDS)
        place = _named(inside, overrides, asserted=True) if inside else None
        people = people_in(subject, overrides)
        if people:
            where = place.container_title if place else ""
            return Source(author=people, container_title=where)
        return _named(tokens[:at], overrides, asserted=False)
    return None


def _behind_phrase(tokens: list[str], phrases: NameList) -> list[str] | None:
    """Return the words behind the longest phrase of a list that they begin with; None for none."""
    for size in range(min(_LONGEST_PHRASE, len(tokens)), 0, -1):
        # "dans le Phare", but "dans Le Phare": the article with a capital is part of the name.
        if " ".join([tokens[0].casefold(), *tokens[1:size]]) in phrases:
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
    name = " ".join(tokens).strip(_AROUND)
    if not name or len(tokens) > _MOST_TOKENS or "," in name:
        return None
    if not overrides.is_outlet(name) and not outlet_rules.is_publication(name):
        people = person_names.parse_names(name)
        if people and people[0].given.split()[0].casefold() in wordlists.GIVEN:
            return Source(author=people)
        if not asserted or not _is_proper(tokens):
            return None
    return Source(container_title=name)


def _is_proper(tokens: list[str]) -> bool:
    """Tell whether words are one name: with capitals, particles aside."""
    small = wordlists.PARTICLES
    if all(map(is_caseless, tokens)):
        return outlet_rules.is_publication(" ".join(tokens))
    capitals = [token for token in tokens if token[0].isupper()]
    return bool(capitals) and all(token[0].isupper() or token in small for token in tokens)


@cache
def _single_words() -> frozenset[str]:
    lists = (wordlists.ACCORDING_TO, wordlists.WRITING_VERBS)
    return frozenset(phrase.replace("’", "'").split()[-1] for words in lists for phrase in words)


@cache
def _joined() -> tuple[str, ...]:
    """Return the Arabic phrases that are written in one with the name behind them."""
    return tuple(phrase for phrase in wordlists.ACCORDING_TO if phrase.endswith(" ل"))


@cache
def _eastern_forms() -> tuple[tuple[str, str], ...]:
    forms = (form.partition("…") for form in wordlists.EASTERN_LEAD_INS)
    return tuple((before, after) for before, _, after in forms)
