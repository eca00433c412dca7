"""A readable document: canonical text, with blocks and sections laid over it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Literal

from postil.model.source import Metadata
from postil.model.span import JOINT as JOINT
from postil.model.span import Span
from postil.model.values import NamedTuple, dataclass, field

PICTURE = "picture:"
"""Begins the target of a picture within the document's own file: the name of a member follows."""


class BlockKind(StrEnum):
    """What a block is; ``lined`` kinds keep their line ends."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CODE = "code"
    VERSE = "verse"
    TABLE = "table"
    FOOTNOTE = "footnote"

    @property
    def lined(self) -> bool:
        """Whether a line end in the block's text is shown as one."""
        return self in (BlockKind.CODE, BlockKind.VERSE, BlockKind.TABLE)


class InlineKind(StrEnum):
    """How a run of words within a block is set apart."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"
    IMAGE = "image"
    FOOTNOTE = "footnote"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    UNDERLINE = "underline"
    COMMENT = "comment"
    HIGHLIGHT = "highlight"
    """Marked by the writer, as with a pen; what readers mark are notes."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A run set apart; offsets count within the text of its block."""

    start: int
    end: int
    kind: InlineKind
    target: str = ""
    """The address of a link or image, or the label of the footnote referred to.

    Of a comment, the names of those in ``Article.comments``, parted by blanks.

    An address within the article is ``#`` and a name of ``Article.anchors``.
    """


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or other unit that is set on lines of its own."""

    kind: BlockKind
    text: str
    line: int = 1
    """The line of the decoded file on which the block begins, from 1."""
    level: int = 0
    """Headings: 1 to 6. Others: depth of nesting in lists, 0 outside of them."""
    marker: str = ""
    """Drawn before the first line, not part of the text: a bullet, a number, a footnote's label.

    Any kind may bear the one of the item that it begins.
    """
    quoted: int = 0
    """How many block quotations it stands in."""
    inlines: tuple[Inline, ...] = ()
    breaks: tuple[int, ...] = ()
    """Offsets in ``text`` at which a further line of the file begins, ascending."""
    language: str = ""
    """Code blocks: the language that the document names."""
    cells: tuple[int, ...] = ()
    """Tables: offsets in ``text`` at which further cells of a line begin, ascending."""
    aside: str = ""
    """note, tip, important, warning or caution, if it stands in one; no quotation is meant."""

    def line_at(self, offset: int) -> int:
        """Return the line of the file that holds an offset of this block's text."""
        return self.line + bisect_right(self.breaks, offset)


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark that somebody has made on a document, which is no part of its text."""

    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the printed document, or of its file, as the document itself numbers it."""

    start: int
    """The offset in the canonical text at which it begins."""
    label: str
    """As it is printed, such as ``xii`` or ``A-3``; a locator."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the articles of a document that holds several, such as a weblog's front page."""

    span: Span
    metadata: Metadata
    """What it says of itself; the rest is that of the whole."""


class Evidence(StrEnum):
    """What it rests on that bytes were read in an encoding."""

    MARK = "mark"
    """The mark with which they begin."""
    FORM = "form"
    """They are well formed in it, as those of others are not."""
    DECLARED = "declared"
    """The document says so."""
    GUESSED = "guessed"
    """The language that comes out."""
    CHOSEN = "chosen"
    """The reader said so."""


class Encoding(NamedTuple):
    """An encoding by the name that Python has for it."""

    name: str
    evidence: Evidence
    sure: bool = True
    """Of a guess, whether no other encoding gives as likely a text."""


SectionKind = Literal["front", "body", "tail"]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading."""

    number: int
    """From 0, which is what stands before the first heading."""
    title: str | None
    level: int
    kind: SectionKind
    span: Span
    first: int
    """Index of its first block (the heading, where there is one)."""
    last: int
    """Index behind its last block."""

    @property
    def name(self) -> str:
        """Its title; one without a heading is named by where it stands."""
        return self.title or ("End matter" if self.kind == "tail" else "Opening")


@dataclass(frozen=True)
class Article:
    """Canonical text with blocks and sections laid over it as spans, and what is known of it."""

    name: str
    """The file's name, clean, for showing; ``standard input`` where there is none."""
    blocks: tuple[Block, ...] = field(repr=False)
    sections: tuple[Section, ...] = field(default=(), repr=False)
    metadata: Metadata = field(default_factory=Metadata)
    complete: bool = True
    """False for a first screenful; what is there keeps its offsets in the finished article."""
    encoding: Encoding | None = None
    """How its bytes were read as letters; None where they are of no one encoding."""
    lined: bool = True
    """Whether blocks tell lines of the file; those of a file that has none count themselves."""
    remarks: tuple[str, ...] = ()
    """Sentences to tell the reader once, such as bytes that could not be decoded."""
    pages: tuple[Page, ...] = field(default=(), repr=False)
    """The pages of a document that has such, in order of their starts."""
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    """The articles of a document that holds several, in order; none lies in another."""
    anchors: Mapping[str, int] = field(default_factory=dict, repr=False)
    """The offset to which each address within the document leads."""
    comments: Mapping[str, Comment] = field(default_factory=dict, repr=False)
    """What others have remarked on it, by names that inlines have as their targets."""

    @cached_property
    def starts(self) -> Sequence[int]:
        """The offset in the canonical text at which each block begins, and one past the end."""
        offsets = []
        at = 0
        step = len(JOINT)
        for block in self.blocks:
            offsets.append(at)
            at += len(block.text) + step
        offsets.append(at)
        return offsets

    @cached_property
    def text(self) -> str:
        """The canonical text, which all offsets refer to."""
        return JOINT.join(block.text for block in self.blocks)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical text in UTF-8, 64 hexadecimal digits."""
        # Commands that only read an article are spared the cryptography of the system.
        from hashlib import sha256

        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def tail(self) -> int:
        """The index of the first block behind the article proper, or one past the last."""
        tails = (section.first for section in self.sections if section.kind == "tail")
        return min(tails, default=len(self.blocks))

    @property
    def length(self) -> int:
        """Code points in the canonical text, without building it."""
        return max(0, self.starts[-1] - len(JOINT))

    def block_at(self, offset: int) -> int:
        """Return the index of the block that holds an offset; a joint belongs to the one before."""
        return min(max(bisect_right(self.starts, offset) - 1, 0), max(0, len(self.blocks) - 1))

    def block_span(self, index: int) -> Span:
        """Return where the text of a block lies in the canonical text."""
        start = self.starts[index]
        return Span(start, start + len(self.blocks[index].text))

    def section_at(self, offset: int) -> Section | None:
        """Return the section that holds an offset, or None in an article without any."""
        if not self.sections:
            return None
        index = bisect_right(self.sections, offset, key=lambda section: section.span.start) - 1
        return self.sections[max(index, 0)]

    def piece_at(self, offset: int) -> int:
        """Return the index of the piece that holds an offset, -1 for what stands in none."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.span.start) - 1
        return index if index >= 0 and offset < self.pieces[index].span.end else -1

    def page_at(self, offset: int) -> str:
        """Return the label of the page that holds an offset, "" where there are no pages."""
        index = bisect_right(self.pages, offset, key=lambda page: page.start) - 1
        return self.pages[index].label if index >= 0 else ""

    def page_begun(self, start: int, end: int) -> str:
        """Return the label of the last page that begins from ``start`` on and before ``end``.

        It is "" where none does.
        """
        index = bisect_left(self.pages, end, key=lambda page: page.start) - 1
        return self.pages[index].label if index >= 0 and self.pages[index].start >= start else ""

    def line_at(self, offset: int) -> int:
        """Return the line of the decoded file that holds an offset, from 1."""
        if not self.blocks:
            return 1
        index = self.block_at(offset)
        return self.blocks[index].line_at(offset - self.starts[index])
