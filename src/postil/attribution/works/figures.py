"""Volume, number, year and pages, as they stand behind the name of a periodical."""

from __future__ import annotations

import re

from postil.attribution.works.found_at import printed_date
from postil.attribution.works.scan import tidy
from postil.lexicon.dates_in_text import YEAR
from postil.model.source import Date
from postil.model.values import dataclass
from postil.text.lazy_regex import lazily

_PAGE = r"[A-Za-z]?\d{1,10}(?:\s?[-–—]{1,2}\s?[A-Za-z]?\d{1,10})?(?:f{1,2}\.?)?"
PAGE_MARK = (
    r"(?:pp?\.?|pages?|SS?\.?|Seiten?|págs?\.?|páginas?|стр\.?|[сСs]s?\.?|str\.?|blz\.?|sid\.?)"
)
"""What stands before pages, in many languages."""
PAGES = rf"(?:{PAGE_MARK}\s?)?(?P<page>{_PAGE})"
"""Pages, their mark before them or not."""
MARKED_PAGES = rf"(?:{PAGE_MARK}\s?)(?P<page>{_PAGE})"
"""Pages with their mark."""
_VOLUME = r"(?P<volume>\d{1,4}|[IVXLC]{1,7})"
_FORMS = (
    lazily(
        rf"[,.]?\s{_VOLUME}\s?\((?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?)\)"
        rf"(?:\s?[,:.]\s{{0,2}}{PAGES})?$"
    ),
    lazily(
        rf"\s?[,.]?\s{_VOLUME}\s?(?:\((?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?)\))?\s?:\s?{PAGES}"
        r",\s(?P<date>(?:[^\W\d_]{3,9}\.?\s)?\d{4})$"
    ),
    lazily(
        rf"[,.]?\s{_VOLUME}\.(?P<issue>\d{{1,5}}(?:[-–/]\d{{1,4}})?)\s\((?P<date>[^()]{{4,30}})\)"
        rf"(?::\s?{PAGES})?$"
    ),
    lazily(rf"[.,]\s(?P<volume>)(?P<date>{YEAR})\s?[:;]\s?{PAGES}$"),
    lazily(
        rf",?\s{_VOLUME},\s{{1,2}}(?:no|nr|n)\.\s?(?P<issue>[\w–-]{{1,9}})"
        rf"\s\((?P<date>[^()]{{4,30}})\)(?:[:,]\s{{0,2}}{PAGES}|:\sArticle\s\w{{1,12}})?$"
    ),
    lazily(rf",?\s{_VOLUME}\s?\((?P<date>[^()]{{4,30}})\)(?:\s?[,:]\s{{0,2}}{PAGES})?$"),
    lazily(
        rf"[.,]?\s(?P<date>{YEAR}(?:\s[^\W\d_]{{3,9}}\.?)?(?:\s\d{{1,2}})?)\s?;\s?{_VOLUME}"
        rf"(?:\s?\((?P<issue>[^()]{{1,9}})\))?\s?:\s?{PAGES}$"
    ),
    lazily(rf"[,.]\s{_VOLUME},\s{{1,2}}{PAGES}$"),
    lazily(rf"[,.]?\s{_VOLUME}:\s?{PAGES}$"),
)
"""12(3), 45–67; 12, no. 3 (1998): 45; 12 (1998), S. 45; 1998;12(3):45; 12, 101–140; 12: 45–67"""
_OF_VOLUME = lazily(
    r"(?i)(?:vols?|volume|v|bd|band|jg|jahrg|t|tome|tomo|rocz|årg)\.?\s?((?:[a-z]-?)?\d{1,4}|[ivxlc]{1,7})"
)
_OF_ISSUE = lazily(
    r"(?i)(?:no|nos|nr|number|numéro|número|n[°ºo]|núm|num|h|heft|№|issue|iss|fasc|z|вып)\.?\s?(\d{1,4}(?:[-–/]\d{1,4})?)"
)
_DATED_ISSUE = lazily(r"(?P<issue>[^()]{2,12})\s\((?P<date>[^()]{4,24})\)")
_OF_PAGES = lazily(MARKED_PAGES)
_TOTAL = lazily(r"\d{1,4}\s?(?:pp?\.?|S\.?|с\.?|pages|Seiten|págs?\.?|s\.?|str\.?)")
_COMMA = lazily(r"\s?,\s{1,2}")
_ENDING_DATE = lazily(r"[.,]\s(?P<date>[\w.,/ -]{4,24})$")
_VOLUME_WORD = lazily(r",?\s(?:[vV]ol|[vV]|[nN]o|Bd|Jg|[tT])\.?$")
_BARE_VOLUME = lazily(r"[,.]?\s(?P<volume>\d{1,4})(?:\s?\((?P<issue>\d{1,4}(?:[-–/]\d{1,4})?)\))?$")
_HIGHEST_VOLUME = 1500
"""Beyond it a number that could be a volume's is more likely a year."""
_FIRST_PAGE = lazily(r"\d{1,6}")


@dataclass(slots=True)
class Figures:
    """What stands behind the name of a periodical."""

    start: int
    """Where the name ends, which the figures follow."""
    volume: str = ""
    issue: str = ""
    page: str = ""
    date: Date | None = None

    @property
    def date_of_day(self) -> bool:
        """Whether they tell a day, as those of newspapers do."""
        return self.date is not None and self.date.day is not None


def figures(words: str) -> Figures | None:
    """Return the figures with which words end; None where they end with none.

    | words                                   | volume | issue | date    | pages |
    |-----------------------------------------|--------|-------|---------|-------|
    | Coastal Review, 12(3), 45–67            | 12     | 3     |         | 45–67 |
    | Coastal Review 12, no. 3 (1998): 45     | 12     | 3     | 1998    | 45    |
    | Coastal Review. 1998;12(3):45-67        | 12     | 3     | 1998    | 45-67 |
    | Coastal Review, vol. 12, 1998, p. 4     | 12     |       | 1998    | 4     |
    | Quay Herald, 4 June 2007                |        |       | 2007-6-4|       |
    """
    for form in _FORMS:
        match = form.search(words)
        if match is not None and (found := _matched(match)) is not None:
            return found
    return _keyed(words)


def _matched(match: re.Match[str]) -> Figures | None:
    named = match.groupdict()
    date = printed_date(named["date"]) if named.get("date") else None
    issue = named.get("issue") or ""
    if named.get("date") and date is None:
        return None
    if named["volume"].isdecimal() and int(named["volume"]) > _HIGHEST_VOLUME and date is None:
        return None
    if issue.isdecimal() and 1500 < int(issue) < 2100 and date is None:
        return None
    page = "".join((named.get("page") or "").split())
    if date is None and page.isdecimal() and len(page) == 4 and (year := printed_date(page)):
        page, date = "", year
    return Figures(match.start(), named["volume"], issue, page, date)


def _keyed(words: str) -> Figures | None:
    """Read pieces between commas that say what they are: "vol. 12, no. 3, pp. 4–6, May 2008"."""
    size = len(words)
    found = Figures(size)
    ending = _ENDING_DATE.search(words)
    whole = printed_date(ending["date"]) if ending is not None else None
    if ending is not None and whole is not None and whole.day:
        found.date, found.start = whole, ending.start()
        words = words[: found.start]
    pieces: list[tuple[int, int]] = []
    at = 0
    for match in _COMMA.finditer(words):
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, len(words)))
    while len(pieces) > 1:
        start, end = pieces[-1]
        if len(pieces) > 2 and found.date is None:
            before = pieces[-2][0]
            both = printed_date(words[before:end])
            if both is not None and both.day is not None:
                found.date, found.start = both, pieces[-3][1]
                pieces = pieces[:-2]
                continue
        if not _taken(words[start:end].strip(" ."), found):
            break
        pieces.pop()
        found.start = pieces[-1][1]
    if found.date is None and not found.volume and not found.issue:
        ending = _ENDING_DATE.search(words[: found.start])
        date = printed_date(ending["date"]) if ending is not None else None
        if ending is not None and date is not None and date.month:
            found.date, found.start = date, ending.start()
    if found.page or found.date is not None:
        _unmarked(words[: found.start], found)
    return found if found.start < size else None


def _unmarked(words: str, found: Figures) -> None:
    """Take a volume that no word names, before pages or a date that are named."""
    match = _BARE_VOLUME.search(words)
    if match is not None and not found.volume and int(match["volume"]) <= _HIGHEST_VOLUME:
        found.volume, found.start = match["volume"], match.start()
        found.issue = found.issue or match["issue"] or ""


def _taken(piece: str, found: Figures) -> bool:
    """Take a piece for what it says that it is."""
    if _TOTAL.fullmatch(piece) and not found.page:
        return True
    if found.date is None and (both := _DATED_ISSUE.fullmatch(piece)):
        date = printed_date(both["date"])
        if date is None or not _taken(both["issue"], found):
            return False
        found.date = date
    elif not found.page and (match := _OF_PAGES.fullmatch(piece)):
        found.page = "".join(match["page"].split())
    elif not found.volume and (match := _OF_VOLUME.fullmatch(piece)):
        found.volume = match[1]
    elif not found.issue and (match := _OF_ISSUE.fullmatch(piece)):
        found.issue = match[1]
    elif found.date is None and (date := printed_date(piece)) is not None:
        found.date = date
    else:
        return False
    return True


def is_range(page: str) -> bool:
    """Tell whether pages are a range, as those of a whole article are."""
    return len(_FIRST_PAGE.findall(page)) > 1


def container_name(words: str) -> str:
    """Return the name of a periodical or a book without the words that lead to it."""
    plain = tidy(_VOLUME_WORD.sub("", words))
    small = plain.casefold()
    for lead in ("in ", "in: ", "in:", "dans ", "en ", "w: ", "i: "):
        if small.startswith(lead) and plain[len(lead) :].strip()[:1].isupper():
            return tidy(plain[len(lead) :])
    return plain
