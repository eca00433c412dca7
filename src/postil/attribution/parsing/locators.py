"""Locators of an attribution, where in a work: pages are kept, volumes and editions left out."""

from __future__ import annotations

import re

from postil.attribution.parsing.extraction import GONE, Extraction
from postil.lexicon.dates_in_text import YEAR
from postil.text.lazy_regex import lazily

_PAGE = lazily(
    r",?\s?\b(?:pages?|pp?\.?|S\.(?=\s?\d)|pág\.|págs\.|pag\.|blz\.|str\.|стр?\.|sid\.|σ\.)\s?((?=[\dA-Zivxlc]*[\divxlc])[A-Z]?-?[\divxlc]+(?:\s?[-–]\s?[A-Z]?[\divxlc]+)?)"
    r"(?![\w])"
)
_VOLUME_AND_PAGES = lazily(
    rf",?\s\d{{1,4}}(?:\s?\((?!{YEAR}\))\d{{1,4}}(?:[-–/]\d{{1,3}})?\)"
    r"|,?\s(?:no|nr|n°|issue)\.?\s?\d+)?"
    rf"(?P<year>\s?,?\s?\((?:[^()]{{0,12}}\s)?{YEAR}\))?\s?[:,]\s?"
    r"(?P<page>\d{1,5}\s?[-–]\s?\d{1,5}|(?<=:\s)\d{1,5}|(?<=:)\d{1,5})\b(?![-/]\d)"
)
_VOLUME = lazily(
    r",?\s\b(?:vol(?:ume)?|no|number|issue)s?\b\.?\s?\d+(?:\s?\(\d+\))?",
    re.IGNORECASE,
    needs="vol|no|number|issue",
)
_ISSUE = lazily(rf",?\s\d{{1,4}}\s?\((?!{YEAR}\))\d{{1,4}}(?:[-–/]\d{{1,3}})?\)", needs="(")
_EDITION = lazily(
    r",?\s(?:\(?\d{1,2}(?:st|nd|rd|th)\s(?:edition|edn?\b\.?)\)?|(?:revised|second|third|fourth"
    r"|first|new|updated|international|print|online|paperback)\s(?:edition|edn?\b\.?))",
    re.IGNORECASE,
    needs="ed",
)
_PLACE_IN_IT = lazily(
    r",?\s\b(?:chapters?|chap\.|ch\.|section|sec\.|column|col\.|fig\.|figure|table|plate|line"
    r"|verse|para\.?)\s[A-Z]?-?\d{0,4}[A-Za-z]?(?=\s*(?:[,;).]|$))",
    re.IGNORECASE,
    needs="chap|ch.|sec|col|fig|table|plate|line|verse|para",
)
_ISSUE_OF_YEAR = lazily(
    rf",?\s(?:Nr|No|Heft|Núm|nº|n°|№)\.?\s?\d{{1,3}}/(?={YEAR}\b)", re.IGNORECASE
)
_SHELFMARK = lazily(
    r",?\s\b(?:MSS?|FO|CO|WO|CAB|RG|Box|Folder|File|Series|fols?\.|ff?\.|Add(?:itional)?\.?\sMSS?|Record\sGroup"
    r"|Reel|Item|Bestand|legajo|leg\.|carton)\s[\w./-]{0,12}\d[\w./-]{0,12}(?=\s*(?:[,;).]|$))"
)
_ISBN = lazily(r",?\s?\bISBN(?:-1[03])?:?\s?[\dX-]{10,17}", re.IGNORECASE, needs="isbn")


def extract_page(found: Extraction) -> None:
    """Take the pages that are named so; ``-`` stands for the sign that they leave.

    | text                | page  | rest       |
    |---------------------|-------|------------|
    | Herald, p. 4        | 4     | Herald, -  |
    | Herald, pp. 12 – 14 | 12–14 | Herald, -  |
    | Herald, page A12    | A12   | Herald, -  |
    | Knots, p. xii.      | xii   | Knots, - . |
    | Page Six, Herald    |       | (as it is) |
    """
    if match := _PAGE.search(found.rest):
        found.page = match[1].replace(" ", "")
        found.rest = f"{found.rest[: match.start()]}, {GONE} {found.rest[match.end() :]}"


def extract_volume_and_pages(found: Extraction) -> None:
    """Take the volume and the pages behind the name of a journal.

    | text                                   | page    | rest                   |
    |----------------------------------------|---------|------------------------|
    | Rope Studies 14, no. 2 (1996): 101-119 | 101-119 | Rope Studies (1996), - |
    | Rope Studies 14(2): 101-119            | 101-119 | Rope Studies, -        |
    | Rope Studies 14 (1996): 7              | 7       | Rope Studies (1996), - |
    | Rope Studies 14: 7                     |         | (as it is)             |

    A single page is believed behind a year only: the last one may be a time, or a verse.
    """
    match = _VOLUME_AND_PAGES.search(found.rest)
    if match and (match["year"] or not match["page"].isdigit()):
        found.page = found.page or match["page"].replace(" ", "")
        year = match["year"] or ""
        found.rest = f"{found.rest[: match.start()]}{year}, {GONE} {found.rest[match.end() :]}"


def drop_editions(found: Extraction) -> None:
    """Leave out what names no source, but a copy of it or a place in it.

    | rule        | text                           | rest         |
    |-------------|--------------------------------|--------------|
    | ISBN        | Quay Press, ISBN 0-306-40615-2 | Quay Press   |
    | shelfmark   | Quay Archive, MS 114/3         | Quay Archive |
    | edition     | Quay Press, 2nd ed.            | Quay Press   |
    | place in it | Quay Press, chap. 3            | Quay Press   |
    | volume      | Rope Studies, vol. 14          | Rope Studies |
    | issue       | Rope Studies, 14 (2)           | Rope Studies |
    """
    found.rest = _PLACE_IN_IT.sub("", _EDITION.sub("", _ISBN.sub("", found.rest)))
    found.rest = _ISSUE_OF_YEAR.sub(", ", _SHELFMARK.sub("", found.rest))
    found.rest = _ISSUE.sub("", _VOLUME.sub(" ", found.rest))
