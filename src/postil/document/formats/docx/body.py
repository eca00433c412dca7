"""Body of a DOCX: paragraphs, tables and what holds them, made items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from postil.document.formats.docx import drawings
from postil.document.formats.docx.inlines import Inlines
from postil.document.formats.docx.names import is_on
from postil.document.formats.docx.notes import Notes
from postil.document.formats.docx.numbering import Numbering
from postil.document.formats.docx.package import Relation
from postil.document.formats.docx.styles import Shape, Styles, shape_of
from postil.document.formats.office.paragraphs import Item, Paragraph, Step, Story
from postil.document.formats.office.xml_parts import Element
from postil.model.values import dataclass

_THROUGH = frozenset(
    "w:sdtContent w:customXml w:smartTag w:ins w:moveTo mc:Choice mc:Fallback".split()  # noqa: SIM905
)
_CONTENTS = "Table of Contents"
_MOST_SPANNED = 200


@dataclass(slots=True)
class Shared:
    """What all parts of one document share."""

    styles: Styles
    numbering: Numbering
    notes: Mapping[str, Notes]
    """Footnotes and endnotes, by ``footnote`` and ``endnote``."""
    story: Story
    load: Callable[[str], Element | None]
    """Returns a part by its name."""


class Body:
    """Reads the text, or one note."""

    def __init__(self, shared: Shared, relations: Mapping[str, Relation]) -> None:
        """Begin; ``relations`` are those of the part that holds it."""
        self.items: list[Item] = []
        self._shared = shared
        self._inlines = Inlines(shared.styles, relations, self._note, shared.load)
        self._listed = 0
        """How deep the item of a list is that the last paragraph belongs to; 0 for none."""

    def read(self, elements: Iterable[Element]) -> None:
        """Read blocks, in order."""
        for one in elements:
            self._block(one)

    def _block(self, one: Element) -> None:
        tag = one.tag
        if tag == "w:p":
            self._paragraph(one)
        elif tag == "w:tbl":
            self._table(one)
        elif tag == "w:sdt":
            self._control(one)
        elif tag == "mc:AlternateContent":
            if form := drawings.chosen(one):
                self.read(form.elements())
        elif tag in _THROUGH:
            self.read(one.elements())
        elif tag == "w:bookmarkStart":
            self._inlines.name(one)
        elif tag == "w:commentRangeStart":
            self._inlines.comment(one)
        elif tag == "w:altChunk":
            remark = "A part of the document that is of another format was left out."
            if remark not in self._shared.story.remarks:
                self._shared.story.remarks.append(remark)

    def _control(self, one: Element) -> None:
        """Read what stands in a control for content, but for a table of contents."""
        properties = one.first("w:sdtPr")
        for each in properties.elements() if properties else ():
            if each.tag == "w:docPartObj":
                gallery = each.first("w:docPartGallery")
                if gallery and gallery.get("w:val") == _CONTENTS:
                    return
            elif each.tag == "w:showingPlcHdr" and is_on(each.get("w:val", "1")):
                return
        if content := one.first("w:sdtContent"):
            self.read(content.elements())

    # -- paragraphs

    def _paragraph(self, element: Element) -> None:
        properties = element.first("w:pPr")
        named = properties.first("w:pStyle") if properties else None
        styles = self._shared.styles
        style = named.get("w:val") if named else styles.default
        inlines = self._inlines
        silent = inlines.silent
        inlines.read(element, styles.look(style).over(styles.base))
        if properties and _joins_next(properties):
            return
        one = Paragraph(inlines.take())
        shape = shape_of(properties)
        one.role = styles.role(style)
        one.level = 0 if one.role == "title" else styles.level(style, shape)
        if one.level:
            one.role = ""
        one.centred = bool(shape.centred)
        bare = not one.text.strip()
        one.ruled = bare and (inlines.ruled or shape.ruled)
        inlines.ruled = False
        if (silent and inlines.silent) or not one.filled:
            one.ruled = one.ruled and not silent
            if one.pieces or one.ruled:
                self.items.append(one)
        else:
            self._number(one, style, shape)
            self._listed = one.depth
            self.items.append(one)
        self._boxes()

    def _number(self, one: Paragraph, style: str, shape: Shape) -> None:
        """Count a paragraph that is an item of a list, or a heading that bears a number."""
        number, styles = shape.number, self._shared.styles
        said = styles.number(style)
        list_id = number.list_id if number else ""
        if not list_id and said:
            list_id = said[0].list_id
        if not list_id or list_id == "0":
            one.depth = self._listed if styles.goes_on(style) and not one.level else 0
            return
        level = number.level if number else None
        if level is None and said:
            level = said[0].level
            if level is None:
                level = self._shared.numbering.level_of(list_id, said[1])
        level = level or 0
        marker = self._shared.numbering.marker(list_id, level)
        if marker is None:
            return
        one.marker = marker
        if not one.level and one.role != "title":
            one.depth = level + 1 if marker or self._listed else 0

    def _boxes(self) -> None:
        """Read the text boxes that were anchored in the paragraph."""
        boxes, self._inlines.boxes = self._inlines.boxes, []
        for box in boxes:
            self.read(box.elements())

    def _note(self, kind: str, reference: Element, mark: str) -> str:
        """Read the note that is referred to; return its label, "" where there is none."""
        notes = self._shared.notes[kind]
        if (element := notes.take(reference.get("w:id"))) is None:
            return ""
        story = self._shared.story
        label = mark if mark and mark not in story.notes else notes.label()
        while label in story.notes:
            label = f"{kind[0]}{label}"
        story.notes[label] = []
        body = Body(self._shared, notes.relations)
        body.read(element.elements())
        story.notes[label] = body.items
        return label

    # -- tables

    def _table(self, table: Element) -> None:
        self._listed = 0
        self.items.append(Step("table", True))
        for row in _inside(table, "w:tr"):
            properties = row.first("w:trPr")
            if properties and any(
                one.tag in ("w:del", "w:hidden") for one in properties.elements()
            ):
                continue
            self.items.append(Step("tr", True))
            self._gap(properties)
            for cell in _inside(row, "w:tc"):
                span = _spans(cell.first("w:tcPr"))
                self.items.append(Step("td", True, {"colspan": span} if span != "1" else {}))
                self.read(cell.elements())
                self.items.append(Step("td", False))
                self._listed = 0
            self.items.append(Step("tr", False))
        self.items.append(Step("table", False))

    def _gap(self, properties: Element | None) -> None:
        """Begin a row as many columns later as it says."""
        before = properties.first("w:gridBefore") if properties else None
        if before and _number(before.get("w:val")):
            self.items.append(Step("td", True, {"colspan": before.get("w:val")}))
            self.items.append(Step("td", False))


def _inside(parent: Element, tag: str) -> Iterable[Element]:
    """Yield rows or cells, through what may stand around them."""
    for one in parent.elements():
        if one.tag == tag:
            yield one
        elif one.tag in _THROUGH:
            yield from _inside(one, tag)
        elif one.tag == "w:sdt" and (content := one.first("w:sdtContent")):
            yield from _inside(content, tag)


def _spans(properties: Element | None) -> str:
    span = properties.first("w:gridSpan") if properties else None
    return str(_number(span.get("w:val")) or 1) if span else "1"


def _number(value: str) -> int:
    return min(int(value), _MOST_SPANNED) if value.isdecimal() and len(value) < 9 else 0


def _joins_next(properties: Element) -> bool:
    """Tell whether what follows is one paragraph with this: its mark is deleted, or it drops."""
    mark = properties.first("w:rPr")
    if mark and (mark.first("w:del") or mark.first("w:moveFrom")):
        return True
    frame = properties.first("w:framePr")
    return bool(frame and frame.get("w:dropCap") in ("drop", "margin"))
