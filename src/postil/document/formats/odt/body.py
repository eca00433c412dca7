"""Body of an ODT: paragraphs, lists, tables and sections, made items."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from postil.document.formats.odt import drawings
from postil.document.formats.odt.inlines import Inlines
from postil.document.formats.odt.lists import Lists
from postil.document.formats.odt.names import count_of
from postil.document.formats.odt.styles import Styles
from postil.document.formats.office.comments import add
from postil.document.formats.office.counters import Counter
from postil.document.formats.office.paragraphs import Item, Paragraph, Step, Story
from postil.document.formats.office.xml_parts import Element
from postil.model.values import dataclass

_THROUGH = frozenset(
    "text:index-body text:index-title text:bibliography text:alphabetical-index "  # noqa: SIM905
    "text:user-index text:numbered-paragraph text:page-sequence loext:content-control".split()
)
_DEEPEST = 9


@dataclass(slots=True)
class Shared:
    """What all parts of one document share."""

    styles: Styles
    lists: Lists
    story: Story
    load: Callable[[str], Element | None]
    """Returns an object in the document by its name."""


@dataclass(slots=True)
class _Place:
    """The list item that is open."""

    counter: Counter
    style: str
    depth: int
    """From 1."""
    marker: str = ""
    """Of its first paragraph; "" once that was read."""


class Body:
    """Reads the text, or one note."""

    def __init__(self, shared: Shared) -> None:
        """Begin with nothing."""
        self.items: list[Item] = []
        self._shared = shared
        self._inlines = Inlines(shared.styles, self._note, self._comment, shared.load)
        self._place: _Place | None = None

    def read(self, elements: Iterable[Element]) -> None:
        """Read blocks, in order."""
        for one in elements:
            self._block(one)

    def _block(self, one: Element) -> None:
        tag = one.tag
        if tag in ("text:p", "text:h"):
            self._paragraph(one)
        elif tag == "text:list":
            self._list(one)
        elif tag == "table:table":
            self._table(one)
        elif tag == "text:section":
            if one.get("text:display") != "none" and one.get("text:is-hidden") != "true":
                self.read(one.elements())
        elif tag in _THROUGH:
            self.read(one.elements())
        elif tag in drawings.DRAWINGS:
            self._drawing(one)

    # -- paragraphs

    def _paragraph(self, element: Element) -> None:
        styles, inlines = self._shared.styles, self._inlines
        style = element.get("text:style-name")
        inlines.hidden = False
        inlines.read(element, style)
        one = Paragraph(inlines.take())
        one.role = styles.role(style)
        if element.tag == "text:h" and one.role != "title":
            one.level = count_of(element.get("text:outline-level"), 1) or 1
        elif one.role != "title":
            one.level = styles.level(style)
        if one.level:
            one.role = ""
        chain = styles.chain("paragraph", style)
        one.centred = any(each.centred for each in chain[:1])
        one.ruled = not one.text.strip() and any(each.ruled for each in chain)
        if not inlines.hidden:
            if one.filled:
                self._mark(one, element)
            if one.pieces or one.ruled:
                self.items.append(one)
        boxes, inlines.boxes = inlines.boxes, []
        for box in boxes:
            self._apart(box.elements())

    def _mark(self, one: Paragraph, element: Element) -> None:
        """Give a heading its number, and the first paragraph of an item its marker."""
        written = element.first("text:number")
        number = " ".join(written.text.split()) if written else ""
        place = self._place
        if one.level:
            if place:
                one.marker = number or place.marker
            elif element.tag == "text:h" and element.get("text:is-list-header") != "true":
                restarts = element.get("text:restart-numbering") == "true"
                start = count_of(element.get("text:start-value"), 1) if restarts else None
                one.marker = number or self._shared.lists.heading(one.level, start)
        elif place:
            one.depth = min(place.depth, _DEEPEST)
            one.marker = (number or place.marker) if place.marker else ""
        if place:
            place.marker = ""

    def _drawing(self, one: Element) -> None:
        """Read what is drawn beside the text."""
        for box in drawings.boxes(one):
            self._apart(box.elements())

    def _apart(self, elements: Iterable[Element]) -> None:
        """Read blocks that are no part of the list around them."""
        place, self._place = self._place, None
        pieces = self._inlines.take()
        self.read(elements)
        self._inlines.pieces = pieces
        self._place = place

    def _note(self, note: Element) -> str:
        """Read a note; return its label."""
        citation, content = note.first("text:note-citation"), note.first("text:note-body")
        story = self._shared.story
        said = (citation.get("text:label") or citation.text).strip() if citation else ""
        label = said or str(len(story.notes) + 1)
        while label in story.notes:
            label = f"{note.get('text:note-class', 'n')[:1]}{label}"
        story.notes[label] = []
        body = Body(self._shared)
        body.read(content.elements() if content else ())
        story.notes[label] = body.items
        return label

    def _comment(self, one: Element, name: str) -> str:
        """Keep a comment; return the name under which it is kept."""
        creator = one.first("dc:creator")
        said = [each.text for each in one.elements() if each.tag in ("text:p", "text:list")]
        story = self._shared.story
        name = name or f"{len(story.comments)}."
        add(story, name, creator.text if creator else "", said)
        return name

    # -- lists

    def _list(self, one: Element) -> None:
        outer = self._place
        style = one.get("text:style-name") or (outer.style if outer else "") or self._own_style(one)
        counter = outer.counter if outer else self._shared.lists.begin(one, style)
        if outer and style != outer.style:
            counter = self._shared.lists.begin(one, style)
        depth = outer.depth + 1 if outer else 1
        for item in one.elements():
            self._place = _Place(counter, style, depth)
            if item.tag == "text:list-item" and _has_words(item):
                said = item.get("text:start-value")
                start = count_of(said) if said else None
                self._place.marker = counter.marker(min(depth, _DEEPEST) - 1, start)
            self.read(item.elements())
        self._place = outer

    def _own_style(self, one: Element) -> str:
        """Return the style of lists that the first paragraph of a list names."""
        for each in one.descendants():
            if each.tag in ("text:p", "text:h"):
                return self._shared.styles.lists(each.get("text:style-name"))
        return ""

    # -- tables

    def _table(self, table: Element) -> None:
        place, self._place = self._place, None
        self.items.append(Step("table", True))
        for row in _rows(table):
            self.items.append(Step("tr", True))
            covered = 0
            for cell in row.elements():
                if cell.tag == "table:covered-table-cell":
                    many = count_of(cell.get("table:number-columns-repeated"))
                    empty = max(0, many - covered)
                    covered = max(0, covered - many)
                    for _ in range(empty):
                        self._cell((), 1)
                elif cell.tag == "table:table-cell":
                    span = count_of(cell.get("table:number-columns-spanned")) or 1
                    covered = span - 1
                    for _ in range(count_of(cell.get("table:number-columns-repeated"))):
                        self._cell(cell.elements(), span)
            self.items.append(Step("tr", False))
        self.items.append(Step("table", False))
        self._place = place

    def _cell(self, elements: Iterable[Element], span: int) -> None:
        self.items.append(Step("td", True, {"colspan": str(span)} if span > 1 else {}))
        self.read(elements)
        self.items.append(Step("td", False))


def _rows(table: Element) -> Iterable[Element]:
    """Yield the rows of a table through what may stand around them."""
    for one in table.elements():
        if one.tag == "table:table-row":
            if one.get("table:visibility") not in ("collapse", "filter"):
                yield one
        elif one.tag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(one)


def _has_words(item: Element) -> bool:
    """Tell whether an item is more than the list in it."""
    first = next(item.elements(), None)
    return first is not None and first.tag != "text:list"
