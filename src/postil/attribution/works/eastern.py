"""Entries in Chinese, Japanese and Korean letters, whose titles stand in marks of their own."""

from __future__ import annotations

from postil.attribution.works.figures import figures
from postil.attribution.works.found_at import printed_date, take_found_at
from postil.attribution.works.scan import MARKS, Scan, Work, quoted_at, tidy
from postil.lexicon.dates_in_text import YEAR
from postil.model.source import Date, Name
from postil.text.lazy_regex import lazily

_LETTERS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々"
EASTERN = lazily(rf"[{_LETTERS}]")
"""A letter of these scripts."""
_NAME = rf"[{_LETTERS}·・]{{1,10}}(?:\s[{_LETTERS}]{{1,6}})?"
_HEAD = lazily(
    rf"(?P<names>{_NAME}(?:[、，,;；/]\s?{_NAME}){{0,8}})(?P<more>\s?(?:ほか|他|等|외))?(?:\s?(?:著|编|編|編著|主编|편|저))?"
    rf"(?:\s?[(（](?P<date>{YEAR})[a-z]?年?[)）])?\s?[,，、:：.．]?\s{{0,2}}"
)
_ROLE_ENDS = ("著", "编", "編", "저", "편")
_SEPARATORS = lazily(r"[、，,;；/]\s?")
_IN_BOOK = "『《"
_IN_WORK = '「〈“"‘'
_EASTERN_FIGURES = lazily(
    rf"[,，、.．\s]{{0,3}}(?:(?P<year1>{YEAR})年)?\s?"
    r"(?:(?:第\s?)?(?P<volume>\d{1,4})\s?[巻卷권][,，、]?\s?)?"
    r"(?:(?:第\s?)?(?P<issue>\d{1,4})\s?[号號期호][,，、]?\s?)?"
    rf"(?:[（(]?(?P<year2>{YEAR})(?:[年년])?(?:(?P<month>\d{{1,2}})月)?[）)]?[,，、:：]?\s?)?"
    r"(?:(?:第|pp?\.\s?)?\s?(?P<page>\d{1,5}(?:\s?[-–—~～]\s?\d{1,5})?)\s?[頁页쪽면]?)?[。.．,，]?\s?$"
)
_EASTERN_IMPRINT = lazily(
    rf"[,，、.．（(\s]{{0,3}}(?:(?P<place>[{_LETTERS}]{{1,8}})\s?[:：]\s?)?"
    rf"(?P<publisher>[{_LETTERS}A-Za-z][{_LETTERS}\w· ]{{1,30}}?)[,，、]\s?(?P<year>{YEAR})"
    r"[年년]?(?:版)?[）)]?"
    r"(?:[,，、:：]\s?(?:第|pp?\.\s?)?(?P<page>\d{1,5}(?:\s?[-–—~～]\s?\d{1,5})?)\s?[頁页쪽면]?)?[。.．]?\s?$"
)
_YEAR_TAKEN = lazily(rf"[(（](?P<date>{YEAR})[)）]\.?\s(?P<rest>.{{3,300}})$")
_SPLIT = lazily(r"\.\s{1,2}")


def read_eastern(scan: Scan) -> Work | None:
    """Return the work of an entry in these letters; None where it is of no known form."""
    take_found_at(scan)
    text = scan.text
    head = _HEAD.match(text)
    if head is None:
        return None
    names = [name.strip() for name in _SEPARATORS.split(head["names"]) if name.strip()]
    if any(not 2 <= len(name.replace(" ", "")) <= 10 for name in names):
        return None
    scan.author = tuple(Name(literal=_person(name)) for name in names)
    scan.issued = printed_date(head["date"]) if head["date"] else None
    at = head.end()
    quoted = quoted_at(text, at)
    if quoted is None:
        return _unmarked(scan, at)
    scan.title = tidy(text[quoted[0] + 1 : quoted[1] - 1])
    opening = text[quoted[0]]
    behind = quoted[1]
    while behind < len(text) and text[behind] in f"{MARKS},，、":
        behind += 1
    second = quoted_at(text, behind)
    if second is not None and text[behind] in _IN_BOOK:
        scan.container = tidy(text[second[0] + 1 : second[1] - 1])
        return _figured(scan, text[second[1] :])
    rest = text[quoted[1] :]
    if opening in _IN_BOOK and (match := _EASTERN_IMPRINT.match(rest)):
        scan.publisher, scan.place = tidy(match["publisher"]), match["place"] or ""
        scan.issued = scan.issued or Date(int(match["year"]))
        scan.locator = "".join((match["page"] or "").split())
        scan.sure = True
        return scan.work("book")
    return scan.work("book") if opening in _IN_BOOK and scan.issued else None


def _person(name: str) -> str:
    for role in _ROLE_ENDS:
        if len(name) > 3 and name.endswith(role):
            return name[: -len(role)].strip()
    return name


def _figured(scan: Scan, rest: str) -> Work:
    """Take volume, number, year and pages, in words of these languages or in figures alone."""
    match = _EASTERN_FIGURES.match(rest)
    told = figures(f"X {rest.strip()}".rstrip(" .。")) if match is None else None
    if match is not None:
        year = match["year1"] or match["year2"]
        scan.volume, scan.issue = match["volume"] or "", match["issue"] or ""
        scan.issued = scan.issued or (Date(int(year)) if year else None)
        scan.page = "".join((match["page"] or "").split())
        scan.sure = True
    elif told is not None and told.start <= 2:
        scan.volume, scan.issue, scan.page = told.volume, told.issue, told.page
        scan.issued = scan.issued or told.date
        scan.sure = True
    return scan.work("article-journal" if scan.volume or scan.issue else "article")


def _unmarked(scan: Scan, at: int) -> Work | None:
    """Read an entry whose title has no marks, behind a year in brackets."""
    if scan.issued is None:
        return None
    rest = scan.text[at:].strip(" .")
    told = figures(rest)
    parts = _SPLIT.split(rest[: told.start] if told is not None else rest)
    if told is not None and len(parts) == 2 and (told.volume or told.issue):
        scan.title, scan.container = tidy(parts[0]), tidy(parts[1])
        scan.volume, scan.issue, scan.page = told.volume, told.issue, told.page
        scan.sure = True
        return scan.work("article-journal")
    place, colon, house = parts[-1].partition(":")
    if len(parts) == 2 and colon:
        scan.title, scan.place, scan.publisher = tidy(parts[0]), tidy(place), tidy(house)
        scan.sure = True
        return scan.work("book")
    scan.title = tidy(rest)
    return scan.work("document")
