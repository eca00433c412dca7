"""Links of a page: where they lie, and what they lead to."""

from __future__ import annotations

from typing import Any

from postil.document.formats.pdf.process.library import c, pdfium
from postil.document.formats.pdf.process.wire import Link

_MOST = 2000
"""Links of one page that are read."""
_LONGEST = 4000
"""Bytes of an address."""


def page_links(document: Any, page: Any) -> tuple[list[Link], list[tuple[float, ...]]]:
    """Return what the links of a page lead to, and their places: left, low, right, high, index."""
    links: list[Link] = []
    places: list[tuple[float, ...]] = []
    at, link, box = c.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(links) < _MOST and pdfium.FPDFLink_Enumerate(page, at, link):
        target = _target(document, link)
        if target is None or not pdfium.FPDFLink_GetAnnotRect(link, box):
            continue
        low, high = min(box.bottom, box.top), max(box.bottom, box.top)
        places.append((box.left, low, box.right, high, len(links)))
        links.append(target)
    return links, places


def _target(document: Any, link: Any) -> Link | None:
    goal = pdfium.FPDFLink_GetDest(document, link)
    if not goal:
        action = pdfium.FPDFLink_GetAction(link)
        if not action:
            return None
        kind = pdfium.FPDFAction_GetType(action)
        if kind == pdfium.PDFACTION_URI:
            size = min(pdfium.FPDFAction_GetURIPath(document, action, None, 0), _LONGEST)
            room = c.create_string_buffer(size + 1)
            pdfium.FPDFAction_GetURIPath(document, action, room, size)
            return Link(room.value.decode("utf-8", "replace"))
        if kind != pdfium.PDFACTION_GOTO:
            return None
        goal = pdfium.FPDFAction_GetDest(document, action)
    return destination(document, goal) if goal else None


def destination(document: Any, goal: Any) -> Link | None:
    """Return the page and the height to which a goal leads, None for one that is not there."""
    page = pdfium.FPDFDest_GetDestPageIndex(document, goal)
    if page < 0:
        return None
    has_x, has_y, has_zoom = c.c_int(), c.c_int(), c.c_int()
    x, y, zoom = c.c_float(), c.c_float(), c.c_float()
    pdfium.FPDFDest_GetLocationInPage(goal, has_x, has_y, has_zoom, x, y, zoom)
    return Link("", page, round(y.value, 1) if has_y.value else -1.0)
