"""Blocks written from elements, in the order in which a document has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from postil.document.article.builder import Place
from postil.document.formats.markup.asides import AsideFrames
from postil.document.formats.markup.inline_run import InlineRun
from postil.document.formats.markup.inline_text import InlineText, finish, line_starts, literal
from postil.document.formats.markup.list_frames import ListFrames, box_of, boxed
from postil.document.formats.markup.places import Places
from postil.document.formats.markup.table_frames import TableFrame
from postil.document.formats.markup.tags import (
    HEADINGS,
    INLINE_KINDS,
    LISTS,
    NOTHING,
    PARTS,
    PICTURED,
    SILENT,
    Attributes,
    language_of,
    words_of_image,
)
from postil.model.article import Block, BlockKind, Inline, InlineKind
from postil.model.values import replace
from postil.text.clean import clean_line

RULE = "* * *"
"""How a break between scenes is written."""

_LONGEST_TARGET, _LONGEST_ALT, _LONGEST_LABEL = 4000, 2000, 40
"""Code points that are kept of an address, of what stands for a picture, and of a page's name."""
_LITERAL = ("pre", "listing", "xmp")
_TABLE = ("table", "caption", "tr", "td", "th")


class BlockWriter:
    """Writes blocks: elements are pushed by ``start``, ``text`` and ``end``."""

    def __init__(self, resolve: Callable[[str], str] = str) -> None:
        """Begin; ``resolve`` makes of an address what a reader can follow, "" for nothing."""
        self.blocks: list[Block] = []
        """All that was written but for the footnotes that are still kept."""
        self.resolve = resolve
        """Set anew for each part of a document whose addresses count from there."""
        self.lists = ListFrames()
        self._asides = AsideFrames()
        self.quoted = self.verse = 0
        self._run = InlineRun()
        self._into = self.blocks
        self._footnotes: list[Block] = []
        self._in_footnote = False
        self._heading = 0
        self._marker = ""
        self._language = ""
        self._silent = 0
        self._tables: list[tuple[TableFrame, list[Block]]] = []
        self._places = Places()

    # -- elements

    def start(self, tag: str, attributes: Attributes = NOTHING) -> None:
        """Begin an element, named in small letters as HTML does."""
        if self._silent or tag in SILENT:
            self._silent += 1
            return
        if tag in INLINE_KINDS or tag == "a":
            self._run.open(tag, self._target(attributes))
        elif tag in PARTS:
            self.flush()
            self._asides.start(tag, attributes)
        elif tag == "br":
            self._break()
        elif tag == "img":
            self._image(attributes)
        elif tag == "q":
            self._run.text("“")
        elif tag in _TABLE:
            self._start_table(tag, attributes)
        else:
            self._start_block(tag, attributes)
        if name := attributes.get("id"):
            self.name(name)

    def end(self, tag: str) -> None:
        """End an element; each that was begun is ended, but for those that never have words."""
        if self._silent:
            self._silent -= 1
        elif tag in INLINE_KINDS or tag == "a":
            self._run.close(tag)
        elif tag in PARTS:
            self.flush()
            self._asides.end(tag)
        elif tag == "q":
            self._run.text("”")
        else:
            self._end_block(tag)

    def text(self, words: str) -> None:
        """Append words to the block that is open."""
        if words and not self._silent:
            self._run.text(words)

    # -- what has no element

    def name(self, name: str) -> None:
        """Name this place, so that addresses within the document lead here."""
        self._places.name(self._into, name, self._run.length)

    def page(self, label: str) -> None:
        """Begin a printed page."""
        if label := clean_line(label, _LONGEST_LABEL):
            self._places.page(self._into, label, self._run.length)

    def refer(self, label: str) -> None:
        """Refer to a footnote, as ``[label]``."""
        label = clean_line(label, _LONGEST_LABEL)
        self._run.set_apart(f"[{label}]", InlineKind.FOOTNOTE, label)

    def begin_footnote(self, label: str) -> None:
        """Take what follows for a footnote, until ``end_footnote``; they do not nest."""
        self.flush()
        self._marker = clean_line(label, _LONGEST_LABEL)
        self._in_footnote = True
        self._into = self._footnotes

    def end_footnote(self) -> None:
        """End a footnote."""
        self.flush()
        self._marker = ""
        self._in_footnote = False
        self._into = self.blocks

    def put_footnotes(self) -> None:
        """Append the footnotes that were kept: at the end of a chapter, or of the document."""
        self.flush()
        self._places.moved(self._footnotes, self.blocks)
        self.blocks += self._footnotes
        self._footnotes = []

    def close(self) -> None:
        """End what stands open, and put the footnotes."""
        while self._tables:
            self._end_table()
        if self._in_footnote:
            self.end_footnote()
        self.put_footnotes()

    def anchors(self) -> Mapping[str, Place]:
        """Return where each name stands among ``blocks``."""
        return self._places.anchors(self.blocks)

    def pages(self) -> Sequence[tuple[str, Place]]:
        """Return where each printed page begins among ``blocks``."""
        return self._places.pages(self.blocks)

    # -- within a line

    def _target(self, attributes: Attributes) -> str:
        address, comment = attributes.get("href"), attributes.get("comment") or ""
        return clean_line(self.resolve(address.strip()), _LONGEST_TARGET) if address else comment

    def _break(self) -> None:
        if self._run.broken and not self._run.literal and not self._tables:
            self.flush()
        else:
            self._run.line_end()

    def _image(self, attributes: Attributes) -> None:
        source = attributes.get(PICTURED, self.resolve(attributes.get("src") or "")) or ""
        source = clean_line(source, _LONGEST_TARGET)
        words = clean_line(words_of_image(alt := attributes.get("alt"), source), _LONGEST_ALT)
        self._run.picture(words, source, PICTURED in attributes and not alt)

    # -- blocks

    def _start_block(self, tag: str, attributes: Attributes) -> None:
        if tag in HEADINGS:
            self.flush()
            self._heading = HEADINGS[tag]
        elif tag in LISTS:
            self.flush()
            self.lists.open(tag, attributes)
        elif tag == "li":
            self.flush()
            self._marker = self.lists.marker(attributes)
        elif tag == "input" and self._marker and not self._run.length and box_of(attributes):
            self._marker = boxed(self._marker, box_of(attributes))
        elif tag == "blockquote":
            self.flush()
            self.quoted += 1
        elif tag in _LITERAL:
            self.flush()
            self._run.literal += 1
            self._language = language_of(attributes)
        elif tag == "hr":
            self.flush()
            self._append(self._block(BlockKind.PARAGRAPH, RULE))
        elif tag in ("dl", "dt", "dd"):
            self.flush()
            self.lists.open("ul", NOTHING) if tag == "dd" else None

    def _end_block(self, tag: str) -> None:
        if tag in HEADINGS:
            self.flush()
            self._heading = 0
        elif tag in LISTS or tag == "dd":
            self.flush()
            self._marker = ""
            self.lists.close()
        elif tag == "blockquote":
            self.flush()
            self.quoted = max(0, self.quoted - 1)
        elif tag in _LITERAL:
            self.flush()
            self._run.literal = max(0, self._run.literal - 1)
        elif tag == "table":
            self._end_table()
        elif tag in ("li", "dt", "dl", *_TABLE):
            self.flush()
            self._marker = ""
            if self._tables and tag == "caption":
                self._into = self._tables[-1][1]

    def flush(self) -> None:
        """End the block that is open, if it has any words."""
        if self._run.words.parts:
            self._append(self._made(self._run.take()))

    def _made(self, run: InlineText) -> Block:
        """Return the block of some words, of the kind that stands open."""
        if self._run.literal:
            text, breaks = literal(run)
            return self._block(BlockKind.CODE, text, (), breaks, self._language)
        prose = self._heading or self.lists.depth or self._tables or self._in_footnote
        lined = run.hard > (not self.verse) and run.short_lines
        verse = lined and not prose
        text, inlines, _ = finish(run, lined=verse)
        kind = BlockKind.VERSE if verse else BlockKind.PARAGRAPH
        if self._heading:
            kind = BlockKind.HEADING
        elif self._in_footnote:
            kind = BlockKind.FOOTNOTE
        elif self.lists.depth:
            kind = BlockKind.LIST_ITEM
        return self._block(kind, text, inlines, line_starts(text) if verse else ())

    def _block(
        self,
        kind: BlockKind,
        text: str,
        inlines: tuple[Inline, ...] = (),
        breaks: tuple[int, ...] = (),
        language: str = "",
    ) -> Block:
        heading = kind is BlockKind.HEADING
        level = self._heading if heading else 0 if self._in_footnote else self.lists.depth
        return Block(
            kind, text, len(self._into) + 1, level, "", self.quoted, inlines, breaks, language
        )

    def _append(self, block: Block) -> None:
        """Append a block that has words; the first one of an item, or of a footnote, is marked."""
        if block.text.strip():
            if self._marker:
                block = replace(block, marker=self._marker)
                self._marker = ""
            self._into.append(self._asides.dressed(block))

    # -- tables

    def _start_table(self, tag: str, attributes: Attributes) -> None:
        self.flush()
        if tag == "table":
            for frame, _ in self._tables:
                frame.nested = True
            layout = (attributes.get("role") or "") in ("presentation", "none")
            self._tables.append((TableFrame(layout, self._marker), self._into))
            self._marker = ""
        elif self._tables:
            frame = self._tables[-1][0]
            if tag == "tr":
                frame.row()
            elif tag == "caption":
                self._into = frame.caption
            else:
                self._into = frame.cell(attributes.get("colspan"))

    def _end_table(self) -> None:
        self.flush()
        if not self._tables:
            return
        frame, self._into = self._tables.pop()
        for cell in (frame.caption, *(cell for row in frame.rows for cell in row)):
            self._places.folded(cell, self._into)
        self._marker = frame.marker
        for block in frame.blocks(self.quoted, len(self._into) + 1, self.lists.depth):
            self._append(block)
