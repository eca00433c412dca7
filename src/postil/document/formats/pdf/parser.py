"""PDF: text from the places of its letters, read in a process of its own that has limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.formats.pdf.assembly import Assembly
from postil.document.formats.pdf.layout.margins import AROUND
from postil.document.formats.pdf.process.reading import Pages
from postil.document.formats.pdf.process.wire import Sheet
from postil.errors import NotText

_SCREENFUL = 1500
"""Code points of a first screenful."""
_MEANINGLESS = 0.5
"""Share of signs that stand for no letter, from which a document is not read."""
_SHORT = 10
"""Pages of a document that is read as a whole at once."""


def drafts(request: Request) -> Iterator[Draft]:
    """Yield a first screenful of a long document, then the whole.

    Raises NeedsPassword for a locked one, NotText for one that is damaged or has no text.
    """
    pages = Pages(request.data, request.name, request.password, request.progress)
    try:
        sample = pages.start()
        assembly = Assembly(request.data, pages.opened, sample)
        early = pages.opened.pages > _SHORT
        unread: dict[int, Sheet] = {}
        last = pages.opened.pages - 1
        pictures = unknown = 0
        for sheet in pages.sheets():
            unread[sheet.number] = sheet
            pictures += sheet.pictures
            unknown += sheet.unknown
            ready = sheet.number - AROUND
            for index in range(
                max(ready, 0), sheet.number + 1 if sheet.number == last else ready + 1
            ):
                assembly.add(unread[index], unread)
                unread.pop(index - AROUND, None)
                if early and assembly.length > _SCREENFUL:
                    early = False
                    yield assembly.preview()
        if not assembly.length:
            raise _empty(request.name, pages.opened.pages, pictures, pages)
        if unknown > _MEANINGLESS * assembly.length:
            why = "its fonts do not say which letters their signs are"
            raise NotText(request.name, why, "run text recognition (OCR) over it first")
        yield assembly.finish(_remarks(pages.lost, pages.opened.labels, unknown))
    finally:
        pages.close()


def _empty(name: str, count: int, pictures: int, pages: Pages) -> NotText:
    if pages.lost and len(pages.lost) == count:
        if not pages.hostile:
            return NotText(name, "this PDF is damaged", "get the file once more")
        why = "none of its pages can be read within the limits of time and memory"
        return NotText(name, why, "print it to a new PDF with another program")
    if not count:
        return NotText(name, "this PDF has no pages", "get the file once more")
    if pictures:
        why = "it is a scan: its pages are pictures and hold no text"
        return NotText(name, why, "run text recognition (OCR) over it first")
    why = "its pages are empty or hold drawings, and no text"
    return NotText(name, why, "run text recognition (OCR) over it first")


def _remarks(lost: Sequence[int], labels: Sequence[str], unknown: int) -> tuple[str, ...]:
    made = []
    if lost:
        named = ", ".join(labels[at] for at in lost[:5]) + (" and more" if len(lost) > 5 else "")
        made.append(f"Page {named} could not be read; what stands there is missing.")
    if unknown > 200:
        made.append(
            "The document does not say which letters some of its signs are; they show as �."
        )
    return tuple(made)
