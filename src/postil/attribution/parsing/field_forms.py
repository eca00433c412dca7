"""Fields that have a form of their own: quoted titles, addresses, dates, pages."""

from __future__ import annotations

from postil.attribution.parsing.addresses import extract_address
from postil.attribution.parsing.extraction import Extraction
from postil.attribution.parsing.locators import (
    drop_editions,
    extract_page,
    extract_volume_and_pages,
)
from postil.attribution.parsing.publication_dates import (
    drop_no_date,
    extract_access_date,
    extract_dates,
)
from postil.attribution.parsing.quoted_titles import extract_titles
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.text.lazy_regex import lazily

_DECORATING = frozenset("*~/+\\^|=#@<>_{}:!$%°§-")
_BLANKS = lazily(r"\s+")
_STRAY = lazily(
    r"(?<!\S)(?=[^\s]{2,8}(?!\S))(?!--(?!\S))[*~/+\\^|=#@<>_{}:!$%°§-]{2,8}(?!\S)"
    r"|(?<!\S)[*~^=#\\]{1,8}(?!\S)"
    r"|(?:(?<!\S)|(?<=\w))[*~+\\^|=#]{1,8}\s*$"
)
_FLAG = lazily(r",\s?[a-z][a-z_-]{1,20}:\s?[a-z0-9_-]{1,40}(?=\s*(?:,|$))", needs=":")
_EDITED = lazily(
    r",?\s\b(?:edited by|translated by|eds?\.|trans\.)\s[^,(;]{2,80}",
    needs="edited by|translated by|ed.|eds.|trans.",
)


def extract(text: str, overrides: NameOverrides = NO_OVERRIDES) -> Extraction:
    """Return what can be told by its form in an attribution without its brackets and its label.

    The order matters: a quoted title may hold anything, an address may hold a date, and the day
    of access is a date; what is left of a date is a number of something.
    """
    found = Extraction.of(text, overrides)
    extract_titles(found)
    _drop_stray_marks(found)
    extract_address(found)
    if found.has_digits:
        extract_access_date(found)
    _drop_asides(found)
    extract_page(found)
    if found.has_digits:
        extract_volume_and_pages(found)
        drop_editions(found)
        extract_dates(found)
    drop_no_date(found)
    found.rest = _BLANKS.sub(" ", found.rest).strip()
    return found


def _drop_stray_marks(found: Extraction) -> None:
    r"""Leave out signs that mean nothing; they have the fault ``stray-marks``.

    | text            | rest         |
    |-----------------|--------------|
    | Quay Museum /+\ | Quay Museum  |
    | Herald, 2001 ~  | Herald, 2001 |
    | Herald -- Lamb  | (as it is)   |
    """
    if _DECORATING.isdisjoint(found.rest):
        return
    rest, count = _STRAY.subn(" ", found.rest)
    if count:
        found.rest = rest
        found.problems.append("stray-marks")


def _drop_asides(found: Extraction) -> None:
    """Leave out who edited or translated it, and flags of archives.

    | text                                | rest                 |
    |-------------------------------------|----------------------|
    | Salt and Rope, edited by A. Mori    | Salt and Rope        |
    | Salt and Rope, trans. A. Mori, 1991 | Salt and Rope , 1991 |
    | Herald, url-status: dead            | Herald               |
    """
    found.rest = _EDITED.sub(" ", _FLAG.sub("", found.rest))
