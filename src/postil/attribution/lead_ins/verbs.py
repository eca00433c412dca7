"""Reads the words that lead in to a quotation and name where it comes from."""

from __future__ import annotations

import re
from dataclasses import replace

from postil.attribution.parsing.field_forms import DATE, GONE, TITLE, Particulars, take
from postil.lexicon import outlet_rules, person_names
from postil.lexicon.dates_in_text import read_date
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.lexicon.wordlists import LINKING
from postil.model.source import Date, Name, Source
from postil.text.lazy_regex import lazily

_WRITING = r"wrote|writes|(?:has|have|had)\s+written|writing"
TELLING = r"told|tells"
_SAYING = (
    r"reported|reports|noted|notes|explained|explains|described|describes|observed|observes|argued"
    r"|argues|said|says|stated|states|added|adds|commented|comments|recalled|announced|published"
    r"|asserted|claimed|concluded|concludes|quoted|quotes|estimated|estimates|revealed|warned|declared"
    r"|remarked|put\s+it"
)
VERB = lazily(rf"\b(?:({_WRITING})|({TELLING})|({_SAYING}))\b")
ACCORDING = lazily(r"\b[Aa]ccording\s+to\s+")
_TIME = lazily(
    rf"(?:^|[\s,])\s*(?:(?:[Ii]n|[Oo]n|[Ff]rom|[Ss]ince|dated|of|(?:[Ee]arly|[Ll]ate)\s+in)\s+)?(?:an?\s+|the\s+|its\s+)?"
    rf"(?:early\s+|late\s+|mid-?\s?)?{DATE}\s*,?"
)
_YEAR = lazily(
    r"\b([Ii]n|[Ss]ince|[Ff]rom)\s+(?:early\s+|late\s+)?((?:1[5-9]|20)\d\d)\b",
    needs="15|16|17|18|19|20",
)
_NOUN = (
    r"(?:report|article|story|study|survey|piece|essay|account|dispatch|interview|analysis|paper"
    r"|editorial|op-ed|investigation|documentary|review|column|feature|statement|post|obituary|book"
    r"|novel|memoir|website|site|page|catalogue)"
)
_YEARLY = lazily(
    rf"\b((?:an?|the|its|his|her|their)\s+)((?:1[5-9]|20)\d\d)\s+(?=(?:[a-z-]+\s+){{0,2}}{_NOUN})",
    re.IGNORECASE,
    needs="15|16|17|18|19|20",
)
_NAMED_REPORT = lazily(rf"(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne)\s+([A-Z].*?)\s+{_NOUN}")
_OWNED = lazily(rf"(.+?)['’]s?\s+(?:{_NOUN}\s+)?{TITLE}")
_THEN = lazily(rf",?\s+(?:{_SAYING})\b.*$")
_DESCRIBED = lazily(
    r"^(?:(?:the|an?|his|her|their|its)\s+)?(?:[a-z-]+\s+){0,2}(?:journal|magazine|newspaper|daily"
    r"|weekly|monthly|agency|website|site|blog|paper|broadcaster|network|tabloid)\s+(?=[A-Z])",
    needs="journal|magazine|newspaper|daily|weekly|monthly|agency|website|site|blog|paper|broadcaster|network|tabloid",
)
_WHERE = lazily(
    r"^\s*(?:,\s*)?(?:in\s+the\s+)?(?:[a-z]+\s+){0,2}(?:edition|issue|pages|columns)\s+of\s+"
    r"|^\s*(?:,\s*)?(?:in|for|on|at|to|of)\s+(?:an?\s+(?:\S+\s+){1,5}(?:in|for|by)\s+)?"
)
_OF = lazily(r"\s+(?:of|from|at|for|with|in)\s+(?=the\s|The\s|[A-Z])")
_REPORT = lazily(
    rf"(?:an?|the|its|one)\s+(?:\S+\s+){{0,6}}?{_NOUN}s?\s+(?:\S+\s+){{0,3}}?(?:in|by|from|of|on|at|for)\s+",
    re.IGNORECASE,
)
_INTRO = lazily(
    r"(?:[Ww]riting|[Ii]n)\b\s*(.{2,120}?),?\s*(?:,|(?<="
    + TITLE
    + r"))\s*([^,"
    + TITLE
    + r"]{3,60})"
)
_PLACES = lazily(r"(?:^|\s)(?:in|for|by|of)\s+(?:the\s+)?|^(?:the\s+)?")
_REPORTER = lazily(
    r"(?:the\s+|The\s+)?(.{2,60}?)(?:['’]s?)?\s+(?:reporter|correspondent|journalist|columnist|writer|editor"
    r"|critic|bureau chief)\s+([A-Z].{2,60})",
    needs="reporter|correspondent|journalist|columnist|writer|editor|critic|bureau chief",
)
_BOOK = lazily(r"(?:(?:the|a|an|his|her|their|its|one)\s+)?(?:[a-z]+\s+){0,3}[a-z]*")
_LINK = lazily(
    r"(?:As|Later|Earlier|Recently|Meanwhile|Then|But|And|Also|However|Similarly|Afterwards|Yesterday)"
    r",?\s+(?=the\s|The\s|[A-Z])",
    needs="as|later|earlier|recently|meanwhile|then|but|and|also|however|similarly|afterwards|yesterday",
)
_POSSESSIVE = lazily(r"(?<=\w)(?:['’]s|(?<=s)['’])\s+(?=[A-Z])")
_AFTER_NAME = lazily(r"\s+(?:that|how|after|when|as|about|because|while|during|before)\b.*$")
REACH = 240
"""Code points that a lead-in may take in all."""


def parse_lead_in(raw: str, overrides: NameOverrides = NO_OVERRIDES) -> Source | None:
    """Return the source that a lead-in names, or None where it names none.

    Who merely speaks to a publication is not the author; a date stands only where it is said.
    """
    if raw.islower():
        return None
    found = take(raw.strip().rstrip(':,“"‘ ')[:REACH])
    words, date = _without_time(found)
    words = words.replace(GONE, " ")
    if according := ACCORDING.search(words):
        source = _according(words[according.end() :].strip(" ,"), overrides)
    elif verb := _leading_verb(words):
        source = _said(
            words[: verb.start()], verb, words[verb.end() :], overrides, titled=bool(found.title)
        )
    else:
        return None
    if source is None:
        return None
    if found.title and not found.rest.startswith(TITLE):
        source = replace(source, title=found.title)
    return _typed(source, date)


def parse_dateline(wire: re.Match[str]) -> Source | None:
    """Return the agency whose report begins so, as in "SEOUL (Reuters) –"; None for other words."""
    date, outlet = wire.groups()
    if not outlet_rules.is_known(outlet):
        return None
    return _typed(Source(container_title=outlet), read_date(date or "")[0])


def _typed(source: Source, date: Date | None) -> Source:
    kind = "article"
    if source.container_title:
        kind = outlet_rules.kind_of(source.container_title)
    elif source.title:
        kind = "book"
    return replace(source, type=kind, issued=date)


def _without_time(found: Particulars) -> tuple[str, Date | None]:
    words = found.rest
    date = found.dates[0] if found.dates else None
    if date is None and (year := _YEARLY.search(words)):
        date = Date(int(year[2]))
        words = f"{words[: year.end(1)]}{words[year.end() :]}"
    if date is None and (year := _YEAR.search(words)):
        date = Date(int(year[2]))
        words = f"{words[: year.start()]} {DATE} {words[year.end() :]}"
    words = _TIME.sub(" ", words)
    return " ".join(words.split()).strip(" ,"), date


def _leading_verb(words: str) -> re.Match[str] | None:
    """Return the verb that leads in: the last one of writing or telling, else the first."""
    leading = None
    for verb in VERB.finditer(words):
        if leading is None or verb[1] or verb[2]:
            leading = verb
    return leading


def _said(
    before: str, verb: re.Match[str], after: str, overrides: NameOverrides, *, titled: bool
) -> Source | None:
    subject = (
        before.replace(TITLE, "").strip(" ,") if TITLE not in before[1:] else before.strip(" ,")
    )
    where = _outlet(after, overrides)
    subject = _LINK.sub("", subject)
    if verb[2]:
        return Source(container_title=where) if where else None
    if not subject:
        return _of_outlet(after.strip(" ,"), overrides)
    if intro := _INTRO.fullmatch(subject):
        return _introduced(intro[1], intro[2], overrides)
    if TITLE in subject and not where and (people := _people(subject, overrides)):
        return Source(author=people)
    if where:
        people = _people(subject, overrides)
        return Source(author=people, container_title=where)
    if titled and TITLE in after:
        return Source(author=_people(subject, overrides))
    if source := _of_outlet(subject, overrides) or _reporter(subject, overrides):
        return source
    report = _NAMED_REPORT.fullmatch(subject)
    if report and (body := _body(report[1], overrides)):
        return _possessed(body)
    report = _REPORT.match(subject)
    if report and (body := _body(subject[report.end() :], overrides)):
        return _possessed(body)
    if body := _body(subject, overrides):
        return _possessed(body)
    people = _people(subject, overrides)
    return Source(author=people) if people and verb[1] else None


def _introduced(place: str, subject: str, overrides: NameOverrides) -> Source | None:
    """Read "In an article in the Herald, Mary Lamb" and "In her book X, Mary Lamb"."""
    people = _people(subject, overrides)
    if not people:
        return None
    if TITLE in place:
        return Source(author=people)
    for word in _PLACES.finditer(place):
        if body := _body(place[word.end() :], overrides):
            return Source(author=people, container_title=body)
    return None


def _of_outlet(subject: str, overrides: NameOverrides) -> Source | None:
    """Read "Mary Lamb of the Herald"."""
    if of := _OF.search(subject):
        people, place = (
            _people(subject[: of.start()], overrides),
            _body(subject[of.end() :], overrides),
        )
        if people and place:
            return Source(author=people, container_title=place)
    return None


def _reporter(subject: str, overrides: NameOverrides) -> Source | None:
    """Read "Herald reporter Mary Lamb"."""
    if match := _REPORTER.fullmatch(subject):
        people, body = person_names.parse_names(match[2]), _body(match[1], overrides)
        if people and body:
            return Source(author=people, container_title=body)
    return None


def _according(words: str, overrides: NameOverrides) -> Source | None:
    if TITLE in words and _BOOK.fullmatch(words.replace(TITLE, "").strip(" ,")):
        return Source(title=TITLE)
    if owned := _OWNED.fullmatch(words):
        return Source(author=_people(owned[1], overrides))
    report = _NAMED_REPORT.fullmatch(words)
    if report and (body := _body(report[1], overrides)):
        return _possessed(body)
    report = _REPORT.match(words)
    if report and (body := _body(words[report.end() :], overrides)):
        return _possessed(body)
    if source := _of_outlet(words, overrides) or _reporter(words, overrides):
        return source
    if body := _body(words, overrides):
        return _possessed(body)
    if people := _people(words, overrides):
        return Source(author=people)
    plain = _article_off(words)
    if plain and plain[0].isupper() and len(plain.split()) == 1:
        return Source(container_title=plain)
    return None


def _possessed(body: str) -> Source:
    """Return a source for a name that may say whose publication, or whose reporter, it is."""
    match = _POSSESSIVE.search(body)
    if match is None:
        return Source(container_title=body)
    owner, owned = body[: match.start()], body[match.end() :]
    if (people := person_names.parse_names(owned)) and not outlet_rules.is_publication(owned):
        return Source(author=people, container_title=owner)
    return Source(container_title=owned, publisher=owner)


def _outlet(after: str, overrides: NameOverrides) -> str:
    """Return the publication that stands behind a verb, with or without a preposition."""
    words = _THEN.sub("", _AFTER_NAME.sub("", " " + after)).strip()
    match = _WHERE.match(words)
    rest = _DESCRIBED.sub("", words[match.end() :] if match else words)
    plain = _article_off(rest).strip(" ,.:")
    if not plain or TITLE in plain or not plain[0].isupper():
        return ""
    named = bool(match) or outlet_rules.is_publication(plain) or rest.startswith("the ")
    named = named or overrides.is_outlet(plain)
    plain = plain.split(",")[0].strip()
    return plain if named and plain[:1].isupper() and len(plain.split()) <= 10 else ""


def _body(words: str, overrides: NameOverrides) -> str:
    """Return words that are the name of a publication or a body, without "the"; else nothing."""
    plain = _article_off(_DESCRIBED.sub("", _AFTER_NAME.sub("", words))).strip(" ,.:")
    if not plain or not plain[0].isupper() or "," in plain or len(plain.split()) > 10:
        return ""
    if overrides.is_outlet(plain):
        return plain
    tokens = plain.removeprefix("The ").split()
    proper = all(
        token[0].isupper() or token in LINKING or not token[0].isalpha() for token in tokens
    )
    two = " and " in plain and not (
        outlet_rules.is_printed(plain) or outlet_rules.is_institution(plain)
    )
    return plain if proper and not two and outlet_rules.is_publication(plain) else ""


def _article_off(words: str) -> str:
    return words.removeprefix("the ").strip()


def _people(subject: str, overrides: NameOverrides) -> tuple[Name, ...]:
    bare = person_names.without_roles(subject.split(",")[0].strip())
    if said := overrides.people(bare):
        return said
    if " and " in subject or " & " in subject:
        both = person_names.parse_names(subject)
        if both:
            return both
    outlet = outlet_rules.is_publication(bare) or overrides.is_outlet(bare)
    return () if outlet else person_names.parse_names(bare)
