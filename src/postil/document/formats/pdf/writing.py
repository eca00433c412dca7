"""Writes the units of page after page as blocks; what a page break parts is joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postil.document.article.builder import Place
from postil.document.formats.markup.block_writer import BlockWriter
from postil.document.formats.markup.tags import NOTHING
from postil.document.formats.pdf.forms import code_text, list_of
from postil.document.formats.pdf.layout.measures import Measures
from postil.document.formats.pdf.layout.page import PageUnits
from postil.document.formats.pdf.layout.units import CLOSING, Unit, UnitKind
from postil.document.formats.pdf.paragraph_text import Piece, Spelling, pieces
from postil.document.formats.pdf.process.wire import BOLD, FIXED, ITALIC, LOWERED, RAISED
from postil.model.article import Block
from postil.model.values import replace
from postil.text.lazy_regex import lazily

_TAGS = ((BOLD, "b"), (ITALIC, "i"), (FIXED, "code"), (RAISED, "sup"), (LOWERED, "sub"))
_FLOATING = 6
"""Units at the head of a page, such as pictures' captions, before a paragraph that goes on."""
_INERT = lazily(r"(?i)\s*(?:javascript|file|data|vbscript):")
_TO_PAGE = "#page-"


class Writing:
    """The article as far as its pages were read."""

    def __init__(self, measures: Measures, labels: Sequence[str], spelling: Spelling) -> None:
        self._writer = BlockWriter()
        self._measures = measures
        self._labels = labels
        self._spelling = spelling
        self._pending: Unit | None = None
        self._notes: list[Unit] = []
        self._marks: set[tuple[int, str]] = set()
        self._names: dict[tuple[int, str], str] = {}
        self._used: dict[str, int] = {}
        self._page = -1
        self._starts: list[tuple[int, float, str]] = []
        self._wanted: set[tuple[int, float]] = set()
        self.indents = False
        """Paragraphs begin with an indent."""

    @property
    def blocks(self) -> list[Block]:
        """The blocks that nothing will change any more."""
        return list(self._writer.blocks)

    def write(self, page: PageUnits) -> None:
        """Write a page."""
        if page.carried and self._notes:
            last = self._notes[-1]
            last.lines = [*last.lines, *page.carried]
        else:
            self._put_notes_if_closed()
        for note in page.notes:
            self._marks.add((page.number, note.marker))
            self._names[(page.number, note.marker)] = self._unique(note.marker)
        units = self._arranged(page.units)
        for unit in units:
            self._unit(unit)
        self._notes += page.notes

    def finish(self, pages: int) -> None:
        """End the last paragraph, and begin the pages that have no words."""
        self._flush()
        self._turn(pages - 1)
        self._writer.close()

    def anchors(self) -> Mapping[str, Place]:
        """Return where each address within the document leads."""
        places = self._writer.anchors()
        found: dict[str, Place] = {}
        by_page: dict[int, list[tuple[float, str]]] = {}
        for page, y, name in self._starts:
            by_page.setdefault(page, []).append((y, name))
        for page, y in self._wanted:
            here = by_page.get(page) or []
            below = [one for one in here if y < 0 or one[0] <= y + 4]
            name = (max(below) if below and y >= 0 else (here or [(0.0, "")])[0])[1]
            if name in places:
                found[_name(page, y)] = places[name]
        return found

    def pages(self) -> Sequence[tuple[str, Place]]:
        """Return where each page begins."""
        return self._writer.pages()

    # -- units

    def _arranged(self, units: Sequence[Unit]) -> list[Unit]:
        """Put what goes on with the last paragraph before what floats at the head of a page."""
        made = list(units)
        last = self._pending
        if last is None or not last.unfinished:
            return made
        for at, unit in enumerate(made[: _FLOATING + 1]):
            if self._continues(unit, sure=at > 0):
                made.insert(0, made.pop(at))
                break
            if unit.kind is UnitKind.HEADING:
                break
        return made

    def _unit(self, unit: Unit) -> None:
        if self._pending is not None:
            if self._continues(unit):
                lines = [*self._pending.lines, *unit.lines]
                self._pending = replace(
                    self._pending, lines=lines, full=unit.full, flush=unit.flush
                )
                return
            self._flush()
        self._pending = unit

    def _continues(self, unit: Unit, *, sure: bool = False) -> bool:
        """Tell whether a unit goes on with the paragraph that is open.

        ``sure``: something stands between them, and only a plain sign will do.
        """
        last = self._pending
        prose = (UnitKind.PARAGRAPH, UnitKind.ITEM)
        if last is None or last.kind not in prose or unit.kind is not UnitKind.PARAGRAPH:
            return False
        before, after = last.lines[-1], unit.lines[0]
        if abs(before.size - after.size) > 0.08 * before.size or before.bold != after.bold:
            return False
        if before.page == after.page and unit.opens:
            return False
        text, begins = before.text, after.text
        if text[-1] in "-\u2010\u00ad" and text[-2:-1].isalpha() and begins[0].islower():
            return True
        open_end = text[-1] not in CLOSING
        if begins[0].islower() and (open_end or last.full):
            return open_end or not unit.opens
        if sure or unit.opens or not last.full:
            return False
        if open_end:
            return text[-1] == "," or not begins[0].isdigit()
        return self.indents or last.flush

    def _flush(self) -> None:
        unit, self._pending = self._pending, None
        if unit is not None:
            self._emit(unit)
            self._put_notes(unit.lines[-1].page)

    def _put_notes_if_closed(self) -> None:
        last = self._pending
        if self._notes and (last is None or not last.unfinished):
            self._flush()
            self._put_notes(10**9)

    def _put_notes(self, page: int) -> None:
        """Write the footnotes of pages before one, and return to the page that is being read."""
        notes = [note for note in self._notes if note.lines[0].page <= page]
        if not notes:
            return
        self._notes = [note for note in self._notes if note not in notes]
        back = self._page
        for note in notes:
            here = note.lines[0].page
            name = self._names.get((here, note.marker), note.marker)
            self._writer.begin_footnote(name)
            if here != self._page and here >= 0:
                self._begin(here)
            self._words(note, page=False)
            self._writer.end_footnote()
        self._writer.put_footnotes()
        if self._page != back and back >= 0:
            self._begin(back)

    def _begin(self, page: int) -> None:
        self._page = page
        self._writer.page(self._labels[page] if page < len(self._labels) else str(page + 1))

    def _turn(self, page: int) -> None:
        """Begin the pages up to one."""
        while self._page < page:
            self._begin(self._page + 1)

    def _unique(self, label: str) -> str:
        """Return a label that no other footnote of the document has."""
        count = self._used[label] = self._used.get(label, 0) + 1
        return label if count == 1 else f"{label}:{count}"

    # -- blocks

    def _emit(self, unit: Unit) -> None:
        writer = self._writer
        first = unit.lines[0]
        self._turn(first.page)
        name = f"u{len(self._starts)}"
        self._starts.append((first.page, first.y, name))
        writer.flush()
        writer.name(name)
        if unit.kind is UnitKind.HEADING:
            self._tagged(f"h{min(6, max(1, unit.level))}", unit)
        elif unit.kind is UnitKind.CODE:
            self._code(unit)
        elif unit.kind is UnitKind.TABLE:
            self._table(unit)
        elif unit.kind is UnitKind.VERSE:
            self._verse(unit)
        elif unit.kind is UnitKind.ITEM:
            self._item(unit)
        else:
            self._tagged("p", unit)
        writer.flush()

    def _tagged(self, tag: str, unit: Unit) -> None:
        self._writer.start(tag)
        self._words(unit)
        self._writer.end(tag)

    def _words(self, unit: Unit, *, page: bool = True) -> None:
        """Write the words of a unit."""
        plain = BOLD if self._measures.bold or unit.kind is UnitKind.HEADING else 0
        plain |= FIXED if self._measures.fixed else 0
        for piece in pieces(unit.lines, unit.skip, self._marks, self._spelling):
            if piece.page >= 0:
                if page:
                    self._turn(piece.page)
            elif piece.note:
                self._writer.refer(self._names[(self._page, piece.note)])
            else:
                self._piece(piece, plain)

    def _piece(self, piece: Piece, plain: int) -> None:
        writer = self._writer
        open_tags = [tag for bit, tag in _TAGS if piece.style & bit & ~plain]
        address = self._address(piece)
        if address:
            writer.start("a", {"href": address})
        for tag in open_tags:
            writer.start(tag)
        writer.text(piece.text)
        for tag in reversed(open_tags):
            writer.end(tag)
        if address:
            writer.end("a")

    def _address(self, piece: Piece) -> str:
        link = piece.link
        if link is None:
            return ""
        if link.page >= 0:
            self._wanted.add((link.page, link.y))
            return f"#{_name(link.page, link.y)}"
        return "" if _INERT.match(link.address) else link.address

    def _code(self, unit: Unit) -> None:
        left = min(line.x0 for line in unit.lines)
        self._writer.start("pre")
        self._writer.text(code_text(unit.lines, left))
        self._writer.end("pre")

    def _table(self, unit: Unit) -> None:
        writer = self._writer
        writer.start("table")
        for row in unit.rows:
            writer.start("tr")
            for cell in row:
                writer.start("td")
                writer.text(cell)
                writer.end("td")
            writer.end("tr")
        writer.end("table")

    def _verse(self, unit: Unit) -> None:
        self._writer.start("p")
        for at, line in enumerate(unit.lines):
            if at:
                self._writer.start("br", NOTHING)
            self._words(replace(unit, lines=[line]))
        self._writer.end("p")

    def _item(self, unit: Unit) -> None:
        form = list_of(unit.marker)
        if form is None:
            self._tagged("p", replace(unit, skip=0))
            return
        writer = self._writer
        for _ in range(unit.level - 1):
            writer.start("ul")
        tag, attributes, value = form
        writer.start(tag, attributes)
        writer.start("li", {"value": value} if value else NOTHING)
        self._words(unit)
        writer.end("li")
        writer.end(tag)
        for _ in range(unit.level - 1):
            writer.end("ul")


def _name(page: int, y: float) -> str:
    return f"page-{page + 1}" if y < 0 else f"page-{page + 1}-{y:g}"
