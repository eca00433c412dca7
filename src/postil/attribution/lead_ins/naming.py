"""Names in a lead-in: persons, publications and bodies, without what is said of them."""

from __future__ import annotations

import re

from postil.attribution.lead_ins.verbs import SAYING
from postil.attribution.parsing.extraction import TITLE
from postil.lexicon import outlet_rules, person_names
from postil.lexicon.name_overrides import NameOverrides
from postil.lexicon.wordlists import LINKING
from postil.model.source import Name, Source
from postil.text.lazy_regex import lazily

REPORT = (
    r"(?:report|article|story|study|survey|piece|essay|account|dispatch|interview|analysis|paper"
    r"|editorial|op-ed|investigation|documentary|review|column|feature|statement|post|obituary|book"
    r"|novel|memoir|website|site|page|catalogue)"
)
"""What a publication prints, as a pattern."""
_LONGEST = 10
"""Words of the longest name of a publication or body."""

_NAMED_REPORT = lazily(rf"(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne)\s+([A-Z].*?)\s+{REPORT}")
_REPORT_IN = lazily(
    rf"(?:(?:an?|the|its|one)\s+)?(?:\S+\s+){{0,6}}?{REPORT}s?\s+(?:\S+\s+){{0,3}}?(?:in|by|from|of|on|at|for)\s+",
    re.IGNORECASE,
)
_OBTAINED = lazily(
    r"(?:[a-z]+\s+){0,3}(?:documents|emails|records|letters|data|figures|transcripts?|sources|papers)\s+"
    r"(?:obtained|seen|reviewed|published|released|cited|quoted|compiled|collected)\s+by\s+"
)
_THEN = lazily(rf"(?:,|(?<!\s))\s+(?:{SAYING})\b.*$")
_AFTER_NAME = lazily(r"(?<!\s)\s+(?:that|how|after|when|as|about|because|while|during|before)\b.*$")
_DESCRIBED = lazily(
    r"^(?:(?:the|an?|his|her|their|its)\s+)?(?:[a-z-]+\s+){0,2}(?:journal|magazine|newspaper|daily"
    r"|weekly|monthly|agency|website|site|blog|paper|broadcaster|network|tabloid)\s+(?=[A-Z])",
    needs="journal|magazine|newspaper|daily|weekly|monthly|agency|website|site|blog|paper|broadcaster|network|tabloid",
)
_WHERE = lazily(
    r"^\s*(?:,\s*)?(?:in\s+the\s+)?(?:[a-z]+\s+){0,2}(?:edition|issue|pages|columns)\s+of\s+"
    r"|^\s*(?:,\s*)?(?:in|for|on|at|to|of)\s+(?:an?\s+(?:\S+\s+){1,5}(?:in|for|by)\s+)?"
)
_OF = lazily(r"(?<!\s)\s+(?:of|from|at|for|with|in)\s+(?=the\s|The\s|[A-Z])")
_PLACES = lazily(r"(?:^|\s)(?:in|for|by|of|with|to|before|on)\s+(?:the\s+)?|^(?:the\s+)?")
_REPORTER = lazily(
    r"(?:the\s+|The\s+)?(.{2,60}?)(?:['’]s?)?\s+(?:reporter|correspondent|journalist|columnist|writer|editor"
    r"|critic|bureau chief)\s+([A-Z].{2,60})",
    needs="reporter|correspondent|journalist|columnist|writer|editor|critic|bureau chief",
)
_OPINION = lazily(
    r"(?:[Aa]n?|[Tt]he)\s+([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,4})\s(?:editorial|op-ed|obituary|leader)",
    needs="editorial|op-ed|obituary|leader",
)
_OWN_WORK = lazily(
    r"\s*(?:in\s+)?(?:his|her|their)\s+(?:[a-z]+\s+)?(?:book|memoirs?|novel|autobiography|diary|diaries"
    r"|study|history|biography|travelogue)\s+([A-Z][^,;:\ue000-\ue003]{1,80})"
)
_ITS_REPORT = lazily(rf"(?<!\s)\s+(?:(?:in|for|during)\s+(?:an?|its|the)\s+)?{REPORT}$")
_IN_THE = lazily(r"^(?:(?:in|for|on|at)\s+)?(?:the\s+)?")
_PROPER = lazily(r"[A-Z][\w’'&-]*(?:\s(?:[A-Z][\w’'&-]*|of|and|the|for|&|de|la)){0,7}")
_POSSESSIVE = lazily(r"(?<=\w)(?:['’]s|(?<=s)['’])\s+(?=[A-Z])")


def people_in(subject: str, overrides: NameOverrides) -> tuple[Name, ...]:
    """Return the persons that a subject names.

    | subject                       | persons             |
    |-------------------------------|---------------------|
    | Historian Mary Lamb, of Leith | Mary Lamb           |
    | Mary Lamb and Tom Rook        | Mary Lamb, Tom Rook |
    | the pilot                     | (none)              |
    | Quay Herald                   | (none)              |
    """
    bare = person_names.without_roles(subject.split(",")[0].strip())
    if said := overrides.people(bare):
        return said
    if " and " in subject or " & " in subject:
        both = person_names.parse_names(subject)
        if both:
            return both
    outlet = outlet_rules.is_publication(bare) or overrides.is_outlet(bare)
    return () if outlet else person_names.parse_names(bare)


def body_in(words: str, overrides: NameOverrides) -> str:
    """Return the publication or the body whose name some words are, without "the"; "" for none.

    | words                           | body              |
    |---------------------------------|-------------------|
    | the Quay Herald                 | Quay Herald       |
    | the local newspaper Quay Herald | Quay Herald       |
    | the Quay Herald that day        | Quay Herald       |
    | the Ministry of Ports           | Ministry of Ports |
    | Reuters and Mary Lamb           | (none)            |
    | the harbour                     | (none)            |
    """
    plain = without_article(_DESCRIBED.sub("", _AFTER_NAME.sub("", words))).strip(" ,.:")
    if not plain or not plain[0].isupper() or "," in plain or len(plain.split()) > _LONGEST:
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


def outlet_behind(after: str, overrides: NameOverrides) -> str:
    """Return the publication that stands behind a verb, with or without a preposition.

    | behind the verb                        | publication |
    |----------------------------------------|-------------|
    | in the Quay Herald                     | Quay Herald |
    | in the spring issue of Quayside        | Quayside    |
    | for an article in the Quay Herald that | Quay Herald |
    | the Quay Herald                        | Quay Herald |
    | the Quay Herald, adding                | Quay Herald |
    | in Leith                               | Leith       |
    | Mary Lamb                              | (none)      |
    """
    words = _THEN.sub("", _AFTER_NAME.sub("", " " + after)).strip()
    match = _WHERE.match(words)
    rest = _DESCRIBED.sub("", words[match.end() :] if match else words)
    plain = without_article(rest).strip(" ,.:")
    if not plain or TITLE in plain or not plain[0].isupper():
        return ""
    rest = _ITS_REPORT.sub("", rest)
    plain = _ITS_REPORT.sub("", plain)
    named = bool(match) or outlet_rules.is_publication(plain) or rest.startswith("the ")
    named = named or overrides.is_outlet(plain)
    plain = plain.split(",")[0].strip()
    return plain if named and plain[:1].isupper() and len(plain.split()) <= _LONGEST else ""


def body_source(words: str, overrides: NameOverrides) -> Source | None:
    """Return the source that a body is; None where the words name none.

    | words                   | publication   | author    | publisher |
    |-------------------------|---------------|-----------|-----------|
    | the Quay Herald         | Quay Herald   |           |           |
    | The Herald’s Mary Lamb  | The Herald    | Mary Lamb |           |
    | the BBC’s Quay Magazine | Quay Magazine |           | BBC       |
    """
    return _as_source(body_in(words, overrides))


def report_source(words: str, overrides: NameOverrides) -> Source | None:
    """Return the source of "a Reuters report" or "a report in the Herald"; None for other words."""
    named = _NAMED_REPORT.fullmatch(words)
    if named and (body := body_in(named[1], overrides)):
        return _as_source(body)
    if opinion := _OPINION.fullmatch(words):
        return Source(container_title=opinion[1])
    where = _REPORT_IN.match(words) or _OBTAINED.match(words)
    return _as_source(body_in(words[where.end() :], overrides)) if where else None


def person_of_outlet(subject: str, overrides: NameOverrides) -> Source | None:
    """Return the source of "Mary Lamb of the Herald"; None for other words."""
    if of := _OF.search(subject):
        people = people_in(subject[: of.start()], overrides)
        place = body_in(subject[of.end() :], overrides)
        if people and place:
            return Source(author=people, container_title=place)
    return None


def outlets_reporter(subject: str, overrides: NameOverrides) -> Source | None:
    """Return the source of "Herald reporter Mary Lamb"; None for other words."""
    if match := _REPORTER.fullmatch(subject):
        people, body = person_names.parse_names(match[2]), body_in(match[1], overrides)
        if people and body:
            return Source(author=people, container_title=body)
    return None


def owned_person(subject: str, overrides: NameOverrides) -> Source | None:
    """Return the source of "Reuters’ Mary Lamb"; None for other words."""
    match = _POSSESSIVE.search(subject)
    if match is None:
        return None
    owner, owned = without_article(subject[: match.start()]), subject[match.end() :]
    people = people_in(owned, overrides)
    printed = outlet_rules.is_publication(owner) or overrides.is_outlet(owner)
    if not people or not printed or outlet_rules.is_place(owner):
        return None
    return Source(author=people, container_title=owner)


def own_work(after: str) -> str:
    """Return the work behind "in her memoir", a title without quotation marks; "" for none."""
    match = _OWN_WORK.match(after)
    return match[1].strip(" ,.()") if match else ""


def introduced(
    place: str, subject: str, overrides: NameOverrides, *, writing: bool = False
) -> Source | None:
    """Read "In an article in the Herald, Mary Lamb" and "In her book X, Mary Lamb".

    Where ``writing`` is said, any name behind "in" is that of an outlet.
    """
    people = people_in(subject, overrides)
    if not people:
        return None
    if TITLE in place:
        return Source(author=people)
    if writing and (match := _PROPER.fullmatch(_DESCRIBED.sub("", _IN_THE.sub("", place)))):
        return Source(author=people, container_title=match[0])
    for word in _PLACES.finditer(place):
        if body := body_in(place[word.end() :], overrides):
            return Source(author=people, container_title=body)
    return None


def without_article(words: str) -> str:
    """Return words without the "the" that they begin with."""
    return words.removeprefix("the ").strip()


def _as_source(body: str) -> Source | None:
    """Return a source for a name that may say whose publication, or whose reporter, it is."""
    if not body:
        return None
    match = _POSSESSIVE.search(body)
    if match is None:
        return Source(container_title=body)
    owner, owned = body[: match.start()], body[match.end() :]
    if (people := person_names.parse_names(owned)) and not outlet_rules.is_publication(owned):
        return Source(author=people, container_title=owner)
    return Source(container_title=owned, publisher=owner)
