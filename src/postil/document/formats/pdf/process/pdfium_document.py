"""What PDFium tells of a document as a whole: labels, bookmarks, what it says of itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from postil.document.formats.pdf.process.library import c, pdfium
from postil.document.formats.pdf.process.pdfium_links import destination
from postil.document.formats.pdf.process.wire import Bookmark, Opened

MOST_PAGES = 20_000
"""Pages of a document that are read."""
_MOST_BOOKMARKS = 10_000
_DEEPEST = 20
"""Levels of bookmarks."""
_LONGEST = 4000
"""Bytes of a value, of a label and of a bookmark's title."""
_INFO = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_FIRST, _SPREAD = 5, 5
"""Pages of the sample: the first ones, and others spread over the document."""


def describe(document: Any) -> Opened:
    """Return what is known of a document that is open."""
    pages = min(max(0, pdfium.FPDF_GetPageCount(document)), MOST_PAGES)
    info = {}
    for name in _INFO:
        if value := _wide(pdfium.FPDF_GetMetaText, document, name.encode()):
            info[name] = value
    return Opened(
        pages,
        _labels(document, pages),
        info,
        _language(document),
        _bookmarks(document),
        sample(pages),
    )


def sample(pages: int) -> list[int]:
    """Return the pages that show how a document is set, in order."""
    if pages <= _FIRST + _SPREAD:
        return list(range(pages))
    step = (pages - _FIRST) / (_SPREAD + 1)
    return [*range(_FIRST), *(_FIRST + round(step * (at + 1)) for at in range(_SPREAD))]


def _wide(ask: Callable[..., int], *given: object) -> str:
    """Return a text of PDFium, which is asked for its size in bytes first."""
    size = min(ask(*given, None, 0), _LONGEST)
    if size <= 2:
        return ""
    room = (c.c_ushort * (size // 2 + 1))()
    ask(*given, room, size)
    text = bytes(room)[:size].decode("utf-16-le", "replace")
    return text.partition("\0")[0]


def _labels(document: Any, pages: int) -> list[str]:
    """Return the printed label of each page, its number where the document has none."""
    found = []
    for at in range(pages):
        label = _wide(pdfium.FPDF_GetPageLabel, document, at)
        found.append(label or str(at + 1))
    return found


def _language(document: Any) -> str:
    if not hasattr(pdfium, "FPDFCatalog_GetLanguage"):
        return ""
    return _wide(pdfium.FPDFCatalog_GetLanguage, document)


def _bookmarks(document: Any) -> list[Bookmark]:
    """Return the document's own outline, in order."""
    found: list[Bookmark] = []
    seen: set[int] = set()

    def walk(parent: Any, level: int) -> None:
        mark = pdfium.FPDFBookmark_GetFirstChild(document, parent)
        while mark and len(found) < _MOST_BOOKMARKS:
            key = c.cast(mark, c.c_void_p).value or 0
            if key in seen:
                return
            seen.add(key)
            title = _wide(pdfium.FPDFBookmark_GetTitle, mark)
            page, y = _goal(document, mark)
            found.append(Bookmark(" ".join(title.split()), level, page, y))
            if level < _DEEPEST:
                walk(mark, level + 1)
            mark = pdfium.FPDFBookmark_GetNextSibling(document, mark)

    walk(None, 1)
    return found


def _goal(document: Any, mark: Any) -> tuple[int, float | None]:
    goal = pdfium.FPDFBookmark_GetDest(document, mark)
    if not goal:
        action = pdfium.FPDFBookmark_GetAction(mark)
        if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_GOTO:
            goal = pdfium.FPDFAction_GetDest(document, action)
    link = destination(document, goal) if goal else None
    if link is None:
        return -1, None
    return link.page, link.y if link.y >= 0 else None
