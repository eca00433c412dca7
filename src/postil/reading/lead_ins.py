"""Finds and reads the words that lead in to a quotation and name where it comes from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from postil.model.source import Date, Name, Source
from postil.reading import names, publications
from postil.reading.marks import Marks
from postil.reading.particulars import DATE, GONE, TITLE, Particulars, take

_WRITING = r"wrote|writes|(?:has|have|had)\s+written|writing"
_TELLING = r"told|tells"
_SAYING = (
    r"reported|reports|noted|notes|explained|explains|described|describes|observed|observes|argued"
    r"|argues|said|says|stated|states|added|adds|commented|comments|recalled|announced|published"
    r"|asserted|claimed|concluded|put\s+it"
)
_VERB = re.compile(rf"\b(?:({_WRITING})|({_TELLING})|({_SAYING}))\b")
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+")
_TIME = re.compile(
    rf"(?:^|[\s,])\s*(?:(?:[Ii]n|[Oo]n|[Ff]rom|[Ss]ince|dated|of|(?:[Ee]arly|[Ll]ate)\s+in)\s+)?(?:an?\s+|the\s+|its\s+)?"
    rf"(?:early\s+|late\s+|mid-?\s?)?{DATE}\s*,?"
)
_YEAR = re.compile(r"\b([Ii]n|[Ss]ince|[Ff]rom)\s+(?:early\s+|late\s+)?((?:1[5-9]|20)\d\d)\b")
_WHERE = re.compile(
    r"^\s*(?:,\s*)?(?:in|for|on|at|to|of)\s+(?:an?\s+(?:\S+\s+){1,5}(?:in|for|by)\s+)?"
)
_OF = re.compile(r"\s+(?:of|from|at|for|with|in)\s+(?=the\s|The\s|[A-Z])")
_REPORT = re.compile(
    r"(?:an?|the|its|one)\s+(?:\S+\s+){0,6}?(?:report|article|story|study|survey|piece|essay|account"
    r"|dispatch|interview|analysis|paper)s?\s+(?:\S+\s+){0,3}?(?:in|by|from|of|on|at|for)\s+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])\s+(?=[A-Z])")
_AFTER_NAME = re.compile(r"\s+(?:that|how|after|when|as|about|because|while|during|before)\b.*$")
_SENTENCE = re.compile(r"[.?!…]['\"”’)\]]*\s+(?=['\"“‘(\[]?[A-Z])")
_SHORTENED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mrs?|Ms|Dr|Prof|St|Gen|Col|Sen|Rep|Gov|Lt|Jr|Sr|vs|No|U\.S|U\.N|U\.K))$"
)
_QUOTE_AFTER = re.compile(r"\s*:?\s*[“„«\"‘']")
_OPENING = re.compile(r":(?!//|\d)|(?<=[\w,])\s[“\"]")
_REACH = 240
"""Code points that a lead-in may take in all."""
_FEWEST_TRIES = 50
"""Clauses of a block that are looked at, besides one for each hundred code points."""

Clauses = dict[str, Source | None]
"""What clauses have been found to name."""


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Words that name where what follows comes from; offsets are code points of the block."""

    start: int
    end: int
    """Behind the colon or comma, before any quotation mark."""
    source: Source
    quoting: bool
    """A quotation mark follows."""


def parse_lead_in(raw: str) -> Source | None:
    """Return the source that a lead-in names, or None where it names none.

    Who merely speaks to a publication is not the author; a date stands only where it is said.
    """
    if raw.islower():
        return None
    found = take(raw.strip().rstrip(':,“"‘ ')[:_REACH])
    words, date = _without_time(found)
    words = words.replace(GONE, " ")
    if according := _ACCORDING.search(words):
        source = _according(words[according.end() :].strip(" ,"))
    elif verb := _last_verb(words):
        source = _said(words[: verb.start()], verb, words[verb.end() :], titled=bool(found.title))
    else:
        return None
    if source is None:
        return None
    if found.title and (source.author or source.container_title):
        source = replace(source, title=found.title)
    return _typed(source, date)


def _typed(source: Source, date: Date | None) -> Source:
    kind = "article"
    if source.container_title:
        kind = publications.kind_of(source.container_title)
    elif source.title:
        kind = "book"
    return replace(source, type=kind, issued=date)


def _without_time(found: Particulars) -> tuple[str, Date | None]:
    words = found.rest
    date = found.dates[0] if found.dates else None
    if date is None and (year := _YEAR.search(words)):
        date = Date(int(year[2]))
        words = f"{words[: year.start()]} {DATE} {words[year.end() :]}"
    words = _TIME.sub(" ", words)
    return " ".join(words.split()).strip(" ,"), date


def _last_verb(words: str) -> re.Match[str] | None:
    """Return the verb that leads in: the last one that is no part of a clause behind another."""
    first = None
    for verb in _VERB.finditer(words):
        if verb[1] or verb[2] or first is None:
            first = verb if first is None or verb[1] or verb[2] else first
    return first


def _said(before: str, verb: re.Match[str], after: str, *, titled: bool) -> Source | None:
    subject = before.strip(" ,")
    where = _outlet(after)
    if verb[2]:
        return Source(container_title=where) if where else None
    if where:
        people = _people(subject)
        return Source(author=people, container_title=where) if people or subject else None
    if titled and TITLE in after:
        return Source(author=_people(subject))
    subject = subject.replace(TITLE, "").strip(" ,")
    if body := _body(subject):
        return _possessed(body)
    if of := _OF.search(subject):
        people, place = _people(subject[: of.start()]), _body(subject[of.end() :])
        if people and place:
            return Source(author=people, container_title=place)
    people = _people(subject)
    return Source(author=people) if people and verb[1] else None


def _according(words: str) -> Source | None:
    report = _REPORT.match(words)
    if report and (body := _body(words[report.end() :])):
        return _possessed(body)
    if body := _body(words):
        return _possessed(body)
    if of := _OF.search(words):
        people, place = _people(words[: of.start()]), _body(words[of.end() :])
        if people and place:
            return Source(author=people, container_title=place)
    if people := _people(words):
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
    if (people := names.parse_names(owned)) and not publications.is_publication(owned):
        return Source(author=people, container_title=owner)
    return Source(container_title=owned, publisher=owner)


def _outlet(after: str) -> str:
    """Return the publication that stands behind a verb, with or without a preposition."""
    words = _AFTER_NAME.sub("", " " + after).strip()
    match = _WHERE.match(words)
    rest = words[match.end() :] if match else words
    plain = _article_off(rest).strip(" ,.:")
    if not plain or TITLE in plain or not plain[0].isupper():
        return ""
    named = bool(match) or publications.is_publication(plain) or rest.startswith("the ")
    plain = plain.split(",")[0].strip()
    return plain if named and plain[:1].isupper() and len(plain.split()) <= 10 else ""


def _body(words: str) -> str:
    """Return words that are the name of a publication or a body, without "the"; else nothing."""
    plain = _article_off(_AFTER_NAME.sub("", words)).strip(" ,.:")
    if not plain or not plain[0].isupper() or "," in plain or len(plain.split()) > 10:
        return ""
    if publications.is_publication(plain) and not _OF_PERSON.search(plain):
        return plain
    return ""


_OF_PERSON = re.compile(r"^[A-Z]\S+ (?:[A-Z]\S+ )?(?:of|from|at|for) (?:the|The) ")


def _article_off(words: str) -> str:
    return words.removeprefix("the ").strip()


def _people(subject: str) -> tuple[Name, ...]:
    bare = names.without_roles(subject.split(",")[0].strip())
    if " and " in subject or " & " in subject:
        both = names.parse_names(subject)
        if both:
            return both
    return () if publications.is_publication(bare) else names.parse_names(bare)


def find_lead_ins(
    text: str, marks: Marks | None = None, known: Clauses | None = None
) -> list[LeadIn]:
    """Return the lead-ins of a block that name a source, outside its quotations, in order.

    ``known`` holds what has been read of clauses before, and is added to.
    """
    marks = marks or Marks(text)
    known = {} if known is None else known
    found: list[LeadIn] = []
    done = 0
    for start, end, quoting in islice(_clauses(text), _FEWEST_TRIES + len(text) // 100):
        if start < done:
            continue
        clause = text[start:end]
        if clause not in known:
            known[clause] = parse_lead_in(clause)
        source = known[clause]
        if source and source.identified and not marks.inside(start):
            found.append(LeadIn(start, end, source, quoting))
            done = end
    return found


def _clauses(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield sentences, up to a colon or a quotation mark, in which somebody says something."""
    saying = [match.start() for match in chain(_VERB.finditer(text), _ACCORDING.finditer(text))]
    if not saying:
        return
    saying.sort()
    for match in _OPENING.finditer(text):
        at = match.start()
        last = bisect_left(saying, at) - 1
        if last < 0 or saying[last] < at - _REACH:
            continue
        floor = max(0, at - _REACH)
        start = floor + _sentence_start(text[floor:at])
        if saying[last] < start:
            continue
        colon = match[0] == ":"
        if colon or _ends_in_saying(text[start:at]):
            end = at + 1 if colon else at
            yield start, end, bool(_QUOTE_AFTER.match(text, end))


def _ends_in_saying(clause: str) -> bool:
    """Tell whether a mark without a colon opens what the clause says, not a title in it."""
    return clause.endswith(",") or bool(re.search(rf"\b(?:{_TELLING})\s+[^,]{{2,60}}$", clause))


def _sentence_start(before: str) -> int:
    start = 0
    for match in _SENTENCE.finditer(before):
        if not _SHORTENED.search(before, max(0, match.start() - 6), match.start()):
            start = match.end()
    return start
