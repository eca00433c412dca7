"""Assembles the article: measures a sample of pages, then lays out and writes page after page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postil.document.article.builder import Draft
from postil.document.formats.pdf.layout.bookmarks import Bookmarks, squash
from postil.document.formats.pdf.layout.headings import Headings, with_chapters
from postil.document.formats.pdf.layout.margins import Margins
from postil.document.formats.pdf.layout.measures import measures
from postil.document.formats.pdf.layout.page import PageUnits, page_units
from postil.document.formats.pdf.layout.units import Unit, UnitKind
from postil.document.formats.pdf.metadata import metadata
from postil.document.formats.pdf.paragraph_text import Spelling
from postil.document.formats.pdf.process.wire import Opened, Sheet
from postil.document.formats.pdf.titles import is_title
from postil.document.formats.pdf.writing import Writing
from postil.model.values import replace
from postil.text.lazy_regex import lazily

_WORD = lazily(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TRUSTED = 0.5
"""Share of the bookmarks on the sample's pages that must be found again to be the outline."""
_INDENTED = 0.25
"""Share of the paragraphs that begin with an indent where all do."""


class Assembly:
    """An article that is being put together."""

    def __init__(self, data: bytes, opened: Opened, sample: Sequence[Sheet]) -> None:
        self._opened = opened
        self._measures = measures(sample)
        self._bookmarks = Bookmarks(opened.bookmarks)
        told = opened.info.get("Title", "")
        self._margins = Margins([told, *self._bookmarks.titles], self._measures.size)
        pages = self._sampled(sample)
        self._headings = Headings(self._measures, [(one.number, one.units) for one in pages])
        self._by_bookmarks = self._bookmarks.some and self._trusts(pages)
        self.length = 0
        """Code points of what was laid out so far."""
        self._spelling = _spelling(pages)
        self._writing = Writing(self._measures, opened.labels, self._spelling)
        self._writing.indents = _indents(pages)
        head = " ".join(one.text for sheet in sample[:1] for one in sheet.fragments)
        title = self._headings.title_text.rstrip(" *∗†‡§¶")
        title = title if is_title(title) else ""
        self._metadata = metadata(
            data, opened.info, opened.language, (title, self._headings.byline), head
        )
        self._going_on = False

    def add(self, sheet: Sheet, around: Mapping[int, Sheet]) -> None:
        """Lay out and write the next page; ``around`` are the pages near it."""
        label = self._label(sheet.number)
        page = page_units(
            sheet, around, self._margins, self._measures, label, going_on=self._going_on
        )
        self._going_on = bool(page.notes)
        page = page._replace(units=with_chapters(self._marked(page)))
        self.length += sum(len(unit.text) for unit in (*page.units, *page.notes))
        self._spelling.known.update(_words(page.units))
        self._writing.write(page)

    def preview(self) -> Draft:
        """Return the beginning: the blocks that nothing will change."""
        blocks = self._writing.blocks
        pages = [one for one in self._writing.pages() if one[1].block < len(blocks)]
        return Draft(blocks, metadata=self._metadata, pages=pages, complete=False)

    def finish(self, remarks: tuple[str, ...]) -> Draft:
        """Return the whole."""
        self._writing.finish(self._opened.pages)
        return Draft(
            self._writing.blocks,
            metadata=self._metadata,
            remarks=remarks,
            pages=self._writing.pages(),
            anchors=self._writing.anchors(),
        )

    def _label(self, index: int) -> str:
        labels = self._opened.labels
        return labels[index] if index < len(labels) else str(index + 1)

    def _sampled(self, sample: Sequence[Sheet]) -> list[PageUnits]:
        around = {sheet.number: sheet for sheet in sample}
        return [
            page_units(sheet, around, self._margins, self._measures, self._label(sheet.number))
            for sheet in sample
        ]

    def _trusts(self, pages: Sequence[PageUnits]) -> bool:
        """Tell whether the bookmarks are the headings of the document."""
        wanted = found = 0
        for page in pages:
            here = [entry for entry in self._opened.bookmarks if entry.page == page.number]
            wanted += len(here)
            found += self._bookmarks.mark(page.units, page.number)[1]
        if wanted:
            return found >= _TRUSTED * wanted
        return len(self._opened.bookmarks) > 1

    def _marked(self, page: PageUnits) -> list[Unit]:
        """Return the units of a page with its headings."""
        if not self._by_bookmarks:
            return self._headings.mark(page.units, page.number)
        units, _ = self._bookmarks.mark(page.units, page.number)
        if page.number == 0 and self._headings.title_text:
            title = squash(self._headings.title_text)
            if not any(
                unit.kind is UnitKind.HEADING and squash(unit.text) == title for unit in units
            ):
                units = [
                    replace(unit, kind=UnitKind.HEADING, level=1)
                    if unit.kind is UnitKind.PARAGRAPH and squash(unit.text) == title
                    else unit
                    for unit in units
                ]
        return units


def _spelling(pages: Sequence[PageUnits]) -> Spelling:
    """Return how the pages of the sample write their words."""
    known = {word for page in pages for word in _words(page.units)}
    lines = (line for page in pages for unit in page.units for line in unit.lines)
    return Spelling(known, any(line.trail for line in lines))


def _words(units: Sequence[Unit]) -> set[str]:
    """Return the words that stand whole within some line, in small letters."""
    lines = (line for unit in units for line in unit.lines)
    return {word.lower() for line in lines for word in _WORD.findall(line.text)[:-1]}


def _indents(pages: Sequence[PageUnits]) -> bool:
    """Tell whether paragraphs begin with an indent."""
    whole = indented = 0
    for page in pages:
        for unit in page.units:
            if unit.kind is UnitKind.PARAGRAPH and len(unit.lines) > 1:
                whole += 1
                first, second = unit.lines[:2]
                indented += 0.7 * first.size < first.x0 - second.x0 < 6 * first.size
    return indented > _INDENTED * whole
