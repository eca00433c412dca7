"""Paragraphs of a word processor's document, between the file and the blocks made of it."""

from __future__ import annotations

from collections.abc import Mapping

from postil.model.article import Comment
from postil.model.values import NamedTuple, dataclass, field


class Piece(NamedTuple):
    """A run of words with one look, or something that stands between words."""

    kind: str
    """``text``, ``break``, ``image``, ``note`` or ``name``, ``comment`` or ``commented``.

    The last two stand where the words begin and end on which somebody has commented.
    """
    text: str = ""
    """Words, those in place of an image, the label of a note, the name of a place or comment."""
    marks: tuple[str, ...] = ()
    """Elements of HTML that set the words apart, in the order of ``MARKS``."""
    link: str = ""
    """Where the words lead, or the target of an image; one without words is led to by the next."""
    size: float = 0.0
    """In points; 0 where it is not known."""


MARKS = ("strong", "em", "u", "s", "code", "sup", "sub")
"""How words can be set apart, from the outermost."""


@dataclass(slots=True)
class Paragraph:
    """One paragraph and what the document says of it."""

    pieces: list[Piece] = field(default_factory=list)
    role: str = ""
    """What its style is for, as ``style_names`` tells it; "" for nothing special."""
    level: int = 0
    """Of a heading, from 1; 0 for other paragraphs."""
    depth: int = 0
    """Of a list item, from 1; 0 outside of lists."""
    marker: str = ""
    """Of a list item or a numbered heading, such as ``2.1`` or ``•``.

    "" for further paragraphs of an item.
    """
    centred: bool = False
    ruled: bool = False
    """Nothing but a line across the page."""

    @property
    def text(self) -> str:
        """Its words; a line break is a line end."""
        return "".join(
            "\n" if piece.kind == "break" else piece.text
            for piece in self.pieces
            if piece.kind in ("text", "break")
        )

    @property
    def filled(self) -> bool:
        """Whether a reader sees anything of it."""
        return self.ruled or any(
            piece.kind == "note" or (piece.kind in ("image", "text") and piece.text.strip())
            for piece in self.pieces
        )


class Step(NamedTuple):
    """The beginning or end of something that holds paragraphs, named as HTML names it."""

    tag: str
    """``table``, ``caption``, ``tr`` or ``td``."""
    begins: bool
    attributes: Mapping[str, str | None] = {}


Item = Paragraph | Step


@dataclass(slots=True)
class Story:
    """All that was read of a document."""

    items: list[Item] = field(default_factory=list)
    notes: dict[str, list[Item]] = field(default_factory=dict)
    """Footnotes and endnotes by their labels, in the order in which they are referred to."""
    comments: dict[str, Comment] = field(default_factory=dict)
    """By the names that pieces bear which begin and end the words they are on."""
    properties: dict[str, str] = field(default_factory=dict)
    """Metadata by the names that ``from_mapping`` knows, as the file has them."""
    remarks: list[str] = field(default_factory=list)
