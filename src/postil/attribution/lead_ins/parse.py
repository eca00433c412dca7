"""Parses a lead-in: who says or writes what follows, where, and when."""

from __future__ import annotations

import re

from postil.attribution.lead_ins.languages import read_abroad
from postil.attribution.lead_ins.naming import (
    REPORT,
    body_source,
    introduced,
    outlet_behind,
    outlets_reporter,
    own_work,
    owned_person,
    people_in,
    person_of_outlet,
    report_source,
    without_article,
)
from postil.attribution.lead_ins.verbs import ACCORDING, leading_verb
from postil.attribution.parsing.extraction import BOOK, DATE, GONE, TITLE, Extraction
from postil.attribution.parsing.field_forms import extract
from postil.attribution.parsing.quoted_titles import is_command
from postil.attribution.scripts.marks import with_latin_marks
from postil.lexicon import outlet_rules
from postil.lexicon.dates_in_text import read_date
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Date, Source
from postil.model.values import replace
from postil.text.lazy_regex import lazily

REACH = 240
"""Code points that a lead-in may take in all."""

_TIME = lazily(
    rf"(?:^|,|(?<!\s)\s)\s*+(?:(?:[Ii]n|[Oo]n|[Ff]rom|[Ss]ince|dated|of|(?:[Ee]arly|[Ll]ate)\s+in)\s+)?(?:an?\s+|the\s+|its\s+)?"
    rf"(?:early\s+|late\s+|mid-?\s?)?{DATE}\s*,?"
)
_YEAR = lazily(
    r"\b([Ii]n|[Ss]ince|[Ff]rom)\s+(?:early\s+|late\s+)?((?:1[5-9]|20)\d\d)\b",
    needs="15|16|17|18|19|20",
)
_YEARLY = lazily(
    rf"\b((?:an?|the|its|his|her|their)\s+)((?:1[5-9]|20)\d\d)\s+(?=(?:[a-z-]+\s+){{0,2}}{REPORT})",
    re.IGNORECASE,
    needs="15|16|17|18|19|20",
)
_OWNED = lazily(r"(.+?)['’]s?\s+(?:" + REPORT + r"\s+)?" + TITLE)
_OWNED_BARE = lazily(
    r"([A-Z][^,;:]{2,60}?)['’]s?\s+(?:book|memoirs?|novel|autobiography|diary|essay|study|poem|film)\s+([A-Z][^,;:]{1,80})"
)
_INTRO = lazily(
    r"(?:[Ww]riting|[Ii]n)\b\s*(.{2,120}?),?\s*(?:,|(?<="
    + TITLE
    + r"))\s*([^,"
    + TITLE
    + r"]{3,60})"
)
_IN_OWN_WORK = lazily(
    r"[Ii]n\s(?:his|her|their)\s(?:[a-z]+\s)?(?:book|memoirs?|novel|autobiography|diary|study|history|biography),?"
    r"\s([A-Z][^,:;()\ue000-\ue003]{1,80}?)\s?(?:\([^()]{0,20}\))?,\s(.{3,60})"
)
_FROM_ISSUE = lazily(r"From\s+(?:the\s+)?(?=[A-Z])")
_YEAR_WORD = lazily(r"(?<=\d{4})\s(?:году|года|г\.|roku|yılında)(?=[\s:,]|$)")
_BOOK = lazily(r"(?:(?:the|a|an|his|her|their|its|one)\s+)?(?:[a-z]+\s+){0,3}[a-z]*")
_LINK = lazily(
    r"(?:As|Later|Earlier|Recently|Meanwhile|Then|But|And|Also|However|Similarly|Afterwards|Yesterday)"
    r",?\s+(?=the\s|The\s|[A-Z])",
    needs="as|later|earlier|recently|meanwhile|then|but|and|also|however|similarly|afterwards|yesterday",
)


def parse_lead_in(raw: str, overrides: NameOverrides = NO_OVERRIDES) -> Source | None:
    """Return the source that a lead-in names, or None where it names none.

    | lead-in                                         | author    | publication | date    |
    |-------------------------------------------------|-----------|-------------|---------|
    | Mary Lamb wrote in the Quay Herald in 2011:     | Mary Lamb | Quay Herald | 2011    |
    | In May 2011, Mary Lamb of the Quay Herald said: | Mary Lamb | Quay Herald | 2011-05 |
    | According to a 2011 report by Reuters,          |           | Reuters     | 2011    |
    | A pilot told the Quay Herald,                   |           | Quay Herald |         |
    | Mary Lamb wrote in “Salt and Rope”:             | Mary Lamb | (the title) |         |
    | Mary Lamb said:                                 | (None)    |             |         |
    | The government said:                            | (None)    |             |         |
    | The synopsis said “checkout [-B branch]”:       | (None)    |             |         |

    Who merely speaks to a publication is not the author; a date stands only where it is said.
    """
    if raw.islower():
        return None
    raw = _YEAR_WORD.sub("", raw)
    found = extract(with_latin_marks(raw).strip().rstrip(':,“"‘ ')[:REACH])
    if is_command(found.title):
        return None
    words, date = _without_time(found)
    words = words.replace(GONE, " ")
    if date and (issue := _FROM_ISSUE.match(words)):
        source = body_source(words[issue.end() :], overrides)
    elif according := ACCORDING.search(words):
        source = _according(words[according.end() :].strip(" ,"), overrides)
    elif verb := leading_verb(words):
        before, after = words[: verb.start()], words[verb.end() :]
        source = _said(before, verb, after, overrides, titled=bool(found.title))
    else:
        source = _abroad(words, found, overrides)
    named = source is not None and (source.author or source.container_title)
    if source is None or (found.title.islower() and not named):
        return None  # A program, or a part of one, is named so; a work that has an author may be.
    if found.title and not found.rest.startswith(TITLE) and not _is_name(found.title, source):
        source = replace(source, title=found.title)
    return _typed(source, date)


def _abroad(words: str, found: Extraction, overrides: NameOverrides) -> Source | None:
    """Read a lead-in of another language, whose outlets stand in quotation marks: «Le Phare»."""
    titles = iter((found.title, found.book))
    for sign in (TITLE, BOOK):
        words = words.replace(sign, f"『{next(titles)}』")
    return read_abroad(words, overrides)


def _is_name(title: str, source: Source) -> bool:
    """Tell whether quoted words have been read as a title or an outlet's name already."""
    return title in (source.container_title, source.title)


def parse_dateline(wire: re.Match[str]) -> Source | None:
    """Return the agency whose report begins so, as in "SEOUL (Reuters) –"; None for other words."""
    date, outlet = wire.groups()
    if not outlet_rules.is_known(outlet):
        return None
    return _typed(Source(container_title=outlet), read_date(date or "")[0])


def _typed(source: Source, date: Date | None) -> Source:
    kind = "article"
    if source.container_title:
        kind = outlet_rules.csl_type(source.container_title)
    elif source.title:
        kind = "book"
    return replace(source, type=kind, issued=date)


def _without_time(found: Extraction) -> tuple[str, Date | None]:
    """Return a lead-in without the words for its time, and that time.

    | rule     | words                             | left                         | date    |
    |----------|-----------------------------------|------------------------------|---------|
    | any date | In early May 2011, Reuters said   | Reuters said                 | 2011-05 |
    | yearly   | According to a 2011 report by AFP | According to a report by AFP | 2011    |
    | year     | Reuters said in 2011              | Reuters said                 | 2011    |
    | no time  | Mary Lamb wrote in “1984”         | (as it is)                   |         |
    """
    words = found.rest
    date = found.dates[0] if found.dates else None
    if date is None and (year := _YEARLY.search(words)):
        date = Date(int(year[2]))
        words = f"{words[: year.end(1)]}{words[year.end() :]}"
    if date is None and (year := _YEAR.search(words)):
        date = Date(int(year[2]))
        words = f"{words[: year.start()]} {DATE} {words[year.end() :]}"
    words = _TIME.sub(lambda match: ", " if match.start() and match[0][-1] == "," else " ", words)
    return " ".join(words.split()).strip(" ,"), date


def _said(
    before: str, verb: re.Match[str], after: str, overrides: NameOverrides, *, titled: bool
) -> Source | None:
    """Return the source of words before and after a verb; ``T`` stands for a quoted title.

    | rule             | before                   | verb  | after            | names        |
    |------------------|--------------------------|-------|------------------|--------------|
    | told             | A pilot                  | told  | the Herald       | Herald       |
    | no subject       |                          | said  | Mary Lamb of AFP | Lamb, AFP    |
    | introduced       | In the Herald, Mary Lamb | said  |                  | Lamb, Herald |
    | title's author   | Mary Lamb, author of T   | said  |                  | Lamb         |
    | where it stands  | Mary Lamb                | wrote | in the Herald    | Lamb, Herald |
    | in a title       | Mary Lamb                | wrote | in T             | Lamb         |
    | person of outlet | Mary Lamb of AFP         | said  |                  | Lamb, AFP    |
    | report           | A Reuters report         | said  |                  | Reuters      |
    | body             | The Quay Herald          | said  |                  | Quay Herald  |
    | writer           | Mary Lamb                | wrote |                  | Lamb         |
    | speaker          | Mary Lamb                | said  |                  | (nothing)    |
    """
    subject = before.replace(TITLE, "") if TITLE not in before[1:] else before
    where = outlet_behind(after, overrides)
    subject = _LINK.sub("", subject.strip(" ,"))
    if (own := _IN_OWN_WORK.fullmatch(subject)) and (people := people_in(own[2], overrides)):
        return Source(author=people, title=own[1].strip())
    if verb[2]:
        return Source(container_title=where) if where else None
    if not subject:
        return person_of_outlet(after.strip(" ,"), overrides)
    if intro := _INTRO.fullmatch(subject):
        return introduced(
            intro[1], intro[2], overrides, writing=subject[:7].casefold() == "writing"
        )
    people = people_in(subject, overrides)
    if people and (work := own_work(after)):
        return Source(author=people, title=work)
    if TITLE in subject and not where and people:
        return Source(author=people)
    if where:
        return Source(author=people, container_title=where)
    if titled and TITLE in after:
        return Source(author=people)
    for read in (owned_person, person_of_outlet, outlets_reporter, report_source, body_source):
        if source := read(subject, overrides):
            return source
    return Source(author=people) if people and verb[1] else None


def _according(words: str, overrides: NameOverrides) -> Source | None:
    """Return the source of the words behind "according to"; ``T`` stands for a quoted title.

    | rule             | words                        | names             |
    |------------------|------------------------------|-------------------|
    | book             | the novel T                  | the title         |
    | owned title      | Mary Lamb’s book T           | Lamb              |
    | report           | a report in the Quay Herald  | Quay Herald       |
    | person of outlet | Mary Lamb of the Quay Herald | Lamb, Quay Herald |
    | body             | the Quay Herald              | Quay Herald       |
    | persons          | historian Mary Lamb          | Lamb              |
    | one word         | Quayside                     | Quayside          |
    | other words      | the pilots                   | (nothing)         |
    """
    if TITLE in words and _BOOK.fullmatch(words.replace(TITLE, "").strip(" ,")):
        return Source(title=TITLE)
    if (bare := _OWNED_BARE.fullmatch(words)) and (people := people_in(bare[1], overrides)):
        return Source(author=people, title=bare[2])
    if owned := _OWNED.fullmatch(words):
        return Source(author=people_in(owned[1], overrides))
    for read in (report_source, person_of_outlet, outlets_reporter, body_source):
        if source := read(words, overrides):
            return source
    if people := people_in(words, overrides):
        return Source(author=people)
    plain = without_article(words)
    if plain and plain[0].isupper() and len(plain.split()) == 1:
        return Source(container_title=plain)
    return None
