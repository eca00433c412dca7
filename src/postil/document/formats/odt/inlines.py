"""Inlines of an ODT: what stands within a paragraph, made pieces."""

from __future__ import annotations

from collections.abc import Callable

from postil.document.formats.odt import drawings
from postil.document.formats.odt.names import count_of
from postil.document.formats.odt.styles import Look, Styles
from postil.document.formats.office import comments
from postil.document.formats.office.paragraphs import Piece
from postil.document.formats.office.symbols import readable
from postil.document.formats.office.xml_parts import Element
from postil.model.article import PICTURE

_SILENT = frozenset(
    "text:number text:script text:placeholder office:event-listeners "  # noqa: SIM905
    "text:tracked-changes text:change text:change-start text:change-end text:soft-page-break "
    "text:execute-macro text:note-citation loext:content-control-placeholder".split()
)
_NAMES = frozenset(
    "text:bookmark text:bookmark-start text:reference-mark text:reference-mark-start".split()  # noqa: SIM905
)
_REFERENCES = frozenset(("text:bookmark-ref", "text:reference-ref", "text:sequence-ref"))
_BLANK = " \t\r\n"


class Inlines:
    """Gathers the pieces of one paragraph after another."""

    def __init__(
        self,
        styles: Styles,
        note: Callable[[Element], str],
        comment: Callable[[Element, str], str],
        load: Callable[[str], Element | None],
    ) -> None:
        """Begin; ``note`` takes a note and returns its label.

        ``comment`` takes a comment and its name, if it has one, and returns the name to use;
        ``load`` returns an object by its name.
        """
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        """Text boxes that are anchored here."""
        self.hidden = False
        """A field has said that the paragraph is not to be seen."""
        self._styles = styles
        self._note = note
        self._comment = comment
        self._load = load
        self._ranges = comments.Ranges()

    def read(self, paragraph: Element, style: str) -> None:
        """Read all within a paragraph of a style."""
        said = (self._styles.words("paragraph", style),)
        self._all(paragraph, said, "")

    def take(self) -> list[Piece]:
        """Return the pieces so far, and begin anew."""
        taken, self.pieces = self.pieces, []
        return taken

    def _all(self, parent: Element, said: tuple[dict[str, str], ...], link: str) -> None:
        look = self._styles.look(*said)
        for child in parent.children:
            if isinstance(child, str):
                self._text(child, look, link)
            else:
                self._inline(child, said, look, link)

    def _inline(
        self, one: Element, said: tuple[dict[str, str], ...], look: Look, link: str
    ) -> None:
        tag = one.tag
        if tag == "text:span":
            self._all(one, (self._styles.words("text", one.get("text:style-name")), *said), link)
        elif tag == "text:a":
            self._all(one, said, one.get("xlink:href") or link)
        elif tag == "text:s":
            self._text(" " * count_of(one.get("text:c")), look, link)
        elif tag == "text:tab":
            self._text("\t", look, link)
        elif tag == "text:line-break":
            if not look.hidden:
                self.pieces.append(Piece("break"))
        elif tag == "text:note":
            if not look.hidden and (label := self._note(one)):
                self.pieces.append(Piece("note", label))
        elif tag in ("office:annotation", "office:annotation-end"):
            self._commented(one)
        elif tag in _NAMES:
            self.pieces.append(Piece("name", one.get("text:name")))
        elif tag in drawings.DRAWINGS:
            self._drawing(one, look)
        elif tag == "text:ruby":
            self._ruby(one, said, look, link)
        elif tag in _REFERENCES:
            self._all(one, said, f"#{one.get('text:ref-name')}")
        elif tag == "text:hidden-paragraph":
            self.hidden = self.hidden or one.get("text:is-hidden") == "true"
        elif tag == "text:hidden-text" and one.get("text:is-hidden") == "true":
            return
        elif tag not in _SILENT and one.get("text:display") != "none":
            self._all(one, said, link)

    def _commented(self, one: Element) -> None:
        """Begin or end the words of a comment; one that has no name is on the last word."""
        name = one.get("office:name").replace(" ", "_")
        if one.tag == "office:annotation-end":
            self._ranges.end(self.pieces, name)
            return
        own = self._comment(one, name)
        if name:
            self._ranges.begin(self.pieces, name)
        else:
            self._ranges.end(self.pieces, own)

    def _text(self, words: str, look: Look, link: str) -> None:
        if look.hidden or not words:
            return
        marks = tuple(mark for mark in look.marks if mark != "u") if link else look.marks
        piece = Piece("text", readable(words, look.symbols), marks, link, look.size)
        last = self.pieces[-1] if self.pieces else None
        if last and last.kind == "text" and last[2:] == piece[2:]:
            self.pieces[-1] = last._replace(text=last.text + piece.text)
        else:
            self.pieces.append(piece)

    def _drawing(self, one: Element, look: Look) -> None:
        if look.hidden:
            return
        if boxes := drawings.boxes(one):
            self.boxes += boxes
        elif words := drawings.formula(one, self._load):
            self._text(words, look, "")
        else:
            words, part = drawings.alternative(one), drawings.picture(one)
            if words or part:
                link = f"{PICTURE}{part}" if part else ""
                self.pieces.append(Piece("image", words, (), link))

    def _ruby(self, one: Element, said: tuple[dict[str, str], ...], look: Look, link: str) -> None:
        """Read letters with their reading, which follows in brackets."""
        base, reading = one.first("text:ruby-base"), one.first("text:ruby-text")
        if base:
            self._all(base, said, link)
        if reading and (words := reading.text.strip(_BLANK)):
            self._text(f"({words})", look, link)
