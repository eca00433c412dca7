"""Place, publisher and year of a book, as they stand behind its title."""

from __future__ import annotations

from postil.attribution.works.figures import MARKED_PAGES, PAGES
from postil.attribution.works.scan import tidy
from postil.lexicon import outlet_rules
from postil.lexicon.dates_in_text import YEAR, month_of
from postil.model.source import Date
from postil.model.values import dataclass
from postil.text.lazy_regex import lazily

_PLACE_WORD = r"(?:[^\W\d_]{1,3}\.|[^\W\d_][\w'’/-]{0,24})"
_PLACE = rf"(?P<place>{_PLACE_WORD}(?:,?\s{_PLACE_WORD}){{0,3}})"
_PUBLISHER = r"(?P<publisher>[^\W_][^:;()“”\"«»\[\]]{1,60}?)"
_YEAR = rf"(?P<year>{YEAR})[a-z]?"
_TOTAL = r"(?:[,.]?\s{1,2}(?:[—–-]\s)?\d{1,4}\s?(?:pp?|S|с|s|str|pages|págs?)\.?)?"
_AT = rf"(?:[,.:]\s{{0,2}}{MARKED_PAGES}|,\s(?P<pages>\d{{1,4}}\s?[-–]\s?\d{{1,4}}))?"
_IN_BRACKETS = lazily(
    rf"\s\((?:{_PLACE}\s?:\s{{0,2}})?{_PUBLISHER},\s{{1,2}}{_YEAR}\)(?:,\s{{1,2}}{PAGES})?$"
)
"""(London: Quay Press, 1998), 45"""
_COLON = lazily(
    rf"(?:(?<=[.,?!»”’)])\s{{1,2}}|^)(?:[—–-]\s)?{_PLACE}\s?:\s{{1,2}}{_PUBLISHER}"
    rf"(?:\s?[,;]?\s{{1,2}}{_YEAR})?{_AT}{_TOTAL}$"
)
"""London: Quay Press, 1998"""
_PLACE_YEAR = lazily(rf"[,.]\s{{1,2}}{_PLACE}\s{_YEAR}{_AT}{_TOTAL}$")
"""Berlin 1998, S. 45"""
_COMMAS = lazily(
    rf",\s{{1,2}}(?P<place>[^\W\d_][\w'’ -]{{1,24}}),\s{{1,2}}"
    rf"(?P<publisher>[^\W_][^:;,()“”\"«»\[\]]{{1,60}}),\s{{1,2}}{_YEAR}{_AT}{_TOTAL}$"
)
"""Paris, Éditions du Quai, 1998, 345 p."""
_ALONE = lazily(
    rf"(?:(?<=[.?!”’,])\s{{1,2}}|^)(?P<publisher>[^\W_][^:;,()“”\"«»\[\].]{{1,60}})"
    rf",\s{{1,2}}{_YEAR}{_AT}{_TOTAL}$"
)
"""Gull Press, 2002"""
_FORMS = (_IN_BRACKETS, _COLON, _COMMAS, _PLACE_YEAR, _ALONE)


@dataclass(slots=True)
class Imprint:
    """What stands behind the title of a book."""

    start: int
    """Where the title ends."""
    place: str = ""
    publisher: str = ""
    issued: Date | None = None
    page: str = ""


def imprint(words: str, *, dated: bool, titled: bool = False) -> Imprint | None:
    """Return place, publisher and year with which words end; None where they end with none.

    ``dated`` says that the year is known, without which the words have to tell it; ``titled``, that
    the title stands before the words, so that they are an imprint and nothing else.

    | words                               | place  | publisher  | year |
    |-------------------------------------|--------|------------|------|
    | Ropes (London: Quay Press, 1998)    | London | Quay Press | 1998 |
    | Ropes. London: Quay Press, 1998     | London | Quay Press | 1998 |
    | Taue, Berlin 1998                   | Berlin |            | 1998 |
    | Cordes, Paris, Quai, 1998, 345 p.   | Paris  | Quai       | 1998 |
    """
    for form in _FORMS:
        match = form.search(words)
        if match is None:
            continue
        named = match.groupdict()
        place, publisher = tidy(named.get("place") or ""), tidy(named.get("publisher") or "")
        if not (dated or named.get("year")) or not _fits(place, publisher):
            continue
        if form is _COMMAS and not (titled or outlet_rules.is_place(place)):
            continue
        bound = titled and not words[: match.start()].rstrip().endswith(",")
        if form is _ALONE and not (bound or outlet_rules.is_publisher(publisher)):
            continue
        issued = Date(int(named["year"])) if named.get("year") else None
        page = "".join((named.get("page") or named.get("pages") or "").split())
        return Imprint(match.start(), place, publisher, issued, page)
    return None


def _fits(place: str, publisher: str) -> bool:
    """Tell whether names of a place and a publisher could be such."""
    if place and not (place[0].isupper() and len(place.split()) <= 4):
        return False
    if place and month_of(place) is not None:
        return False
    figured = "," in publisher and any(map(str.isdigit, publisher))
    return not publisher or (publisher[0].isalnum() and not publisher[0].islower() and not figured)
