"""Story of a word processor's document made a draft: headings settled, blocks written."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from postil.document.article.builder import Draft
from postil.document.formats.markup.block_writer import BlockWriter
from postil.document.formats.markup.tags import COMMENTED, PICTURED
from postil.document.formats.office.captions import without_twins
from postil.document.formats.office.comments import remark
from postil.document.formats.office.monospaced import settle_code
from postil.document.formats.office.paragraphs import MARKS, Item, Paragraph, Piece, Step, Story
from postil.document.formats.office.properties import metadata_of
from postil.document.formats.office.unstyled_headings import find_headings
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress, within

_INERT = ("javascript:", "file:", "data:", "vbscript:", "about:", "cid:", "mhtml:")
_EVERY = 256
"""Paragraphs between two looks at what the reader wants."""
_DEEPEST = 6
_RULE = lazily(r"[-–—_=]{3,}|(?:\*\s*){3,}")
"""Signs in a row that are a line across the page, or part scenes."""
_TITLE_LEVEL = 1


def draft_of(story: Story, name: str, progress: Progress | None = None, *, first: int = 0) -> Draft:
    """Return the draft of a whole document; ``name`` is that of its file.

    So many of its ``first`` items are settled already.
    """
    story.items = settled(story.items, list(story.notes.values()), first)
    return written(story, name, progress)


def settled(
    items: Sequence[Item], notes: Sequence[Sequence[Item]] = (), first: int = 0
) -> list[Item]:
    """Return the items of a text with code, captions and headings told, as far as looks tell them.

    Of the ``first`` ones that is known.
    """
    rest = items[first:]
    settle_code([rest, *notes])
    found = [*items[:first], *without_twins(rest)]
    _settle_headings(found, first)
    return found


def written(story: Story, name: str, progress: Progress | None = None) -> Draft:
    """Return the draft of a document whose items are settled."""
    writer = BlockWriter(inert)
    comments = story.comments.keys()
    _Teller(writer, comments).tell(story.items, within(progress, 0, 0.9))
    for label, items in story.notes.items():
        writer.begin_footnote(label)
        _Teller(writer, comments).tell(items, None)
        writer.end_footnote()
    writer.close()
    metadata, remarks = metadata_of(story, name)
    if story.comments:
        remarks += (remark(story.comments),)
    return Draft(
        writer.blocks,
        None,
        metadata,
        (*story.remarks, *remarks),
        writer.pages(),
        writer.anchors(),
        story.comments,
    )


def _settle_headings(items: Sequence[Item], first: int) -> None:
    """Give headings by their looks their levels.

    One that begins a document whose other headings have styles is its title.
    """
    filled = [item for item in items if isinstance(item, Paragraph) and item.filled]
    styled = any(item.level for item in filled)
    for index, level in find_headings(items).items():
        if index >= first and isinstance(item := items[index], Paragraph):
            item.level, item.depth = level, 0
            if styled and item is filled[0]:
                item.role = "title"


def inert(address: str) -> str:
    """Return an address that a reader can follow, "" for one that reaches into this machine."""
    low = address.strip().lower()
    return "" if low.startswith(_INERT) or low[1:3] in (":\\", ":/") else address


class _Teller:
    """Pushes paragraphs into the writer."""

    def __init__(self, writer: BlockWriter, comments: Collection[str]) -> None:
        """Begin; ``comments`` are the names of those that are there."""
        self._writer = writer
        self._comments = comments
        self._lists = [0]
        """How many lists stand open, in the body and in each cell around this place."""
        self._literal = False
        self._quoted = False

    def tell(self, items: Sequence[Item], progress: Progress | None) -> None:
        """Push all of some items."""
        for index, item in enumerate(items):
            if progress and not index % _EVERY:
                progress(index / len(items))
            if isinstance(item, Step):
                self._step(item)
            elif item.filled and item.role != "contents":
                self._paragraph(item)
            else:
                self._names(item.pieces)
        self._leave()

    def _step(self, step: Step) -> None:
        self._leave()
        if step.begins:
            self._writer.start(step.tag, step.attributes)
        else:
            self._writer.end(step.tag)
        if step.tag == "td":
            if step.begins:
                self._lists.append(0)
            elif len(self._lists) > 1:
                self._lists.pop()

    def _paragraph(self, one: Paragraph) -> None:
        writer = self._writer
        if one.role == "code" and not one.level and not one.depth:
            self._code(one)
            return
        self._quote(one.role == "quote" and not one.level)
        self._enter(0 if one.level or one.role == "title" else one.depth)
        if (one.ruled and not one.text.strip()) or _RULE.fullmatch(one.text.strip()):
            writer.start("hr")
        elif one.level or one.role == "title":
            tag = f"h{min(one.level or _TITLE_LEVEL, _DEEPEST)}"
            writer.start(tag)
            if one.marker[-1:].isalnum() or one.marker[-1:] in tuple(".):"):
                writer.text(f"{one.marker} ")
            self._pieces(_without_heading_marks(one.pieces))
            writer.end(tag)
        elif one.depth:
            if one.marker:
                writer.start("li", {"marker": one.marker})
            self._pieces(one.pieces)
            writer.end("p")
        else:
            writer.start("p")
            self._pieces(one.pieces)
            writer.end("p")

    def _code(self, one: Paragraph) -> None:
        """Append a paragraph to a block of code, which a paragraph of another kind ends."""
        if self._literal:
            self._writer.text("\n")
        else:
            self._leave()
            self._writer.start("pre")
            self._literal = True
        for piece in one.pieces:
            if piece.kind == "text":
                self._writer.text(piece.text)
            elif piece.kind == "break":
                self._writer.text("\n")
            else:
                self._piece(piece)

    def _leave(self) -> None:
        """End what may stand open between two paragraphs."""
        self._quote(False)
        self._enter(0)

    def _quote(self, wanted: bool) -> None:
        self._end_code()
        if wanted != self._quoted:
            self._enter(0)
            if wanted:
                self._writer.start("blockquote")
            else:
                self._writer.end("blockquote")
            self._quoted = wanted

    def _enter(self, depth: int) -> None:
        """Open or end lists until so many stand open."""
        self._end_code()
        while self._lists[-1] < depth:
            self._writer.start("ul")
            self._lists[-1] += 1
        while self._lists[-1] > depth:
            self._writer.end("ul")
            self._lists[-1] -= 1

    def _end_code(self) -> None:
        if self._literal:
            self._literal = False
            self._writer.end("pre")

    # -- within a paragraph

    def _names(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if piece.kind == "name":
                self._writer.name(piece.text)

    def _pieces(self, pieces: Sequence[Piece]) -> None:
        """Push pieces; what several of them in a row share is one element."""
        opened: list[tuple[str, str]] = []
        commented: list[list[str]] = []
        begun: list[str] = []
        for piece in pieces:
            if piece.kind == "comment":
                begun += [piece.text] if piece.text in self._comments else []
            elif piece.kind == "commented":
                self._end_comment(commented, piece.text)
            elif begun and piece.kind in ("text", "image") and piece.text:
                self._writer.start(COMMENTED, {"comment": " ".join(begun)})
                commented.append(begun)
                begun = []
            wanted = [("a", piece.link)] if piece.link and piece.kind == "text" else []
            wanted += [(mark, "") for mark in MARKS if mark in piece.marks]
            if piece.kind in ("text", "image"):
                shared = 0
                for one, other in zip(opened, wanted, strict=False):
                    if one != other:
                        break
                    shared += 1
                while len(opened) > shared:
                    self._writer.end(opened.pop()[0])
                for tag, link in wanted[shared:]:
                    self._writer.start(tag, {"href": link} if link else {})
                    opened.append((tag, link))
            self._piece(piece)
        while opened:
            self._writer.end(opened.pop()[0])
        for _ in commented:
            self._writer.end(COMMENTED)

    def _end_comment(self, commented: list[list[str]], name: str) -> None:
        for names in commented:
            if name in names:
                commented.remove(names)
                self._writer.end(COMMENTED)
                return

    def _piece(self, piece: Piece) -> None:
        if piece.kind == "text":
            self._writer.text(piece.text)
        elif piece.kind == "break":
            self._writer.start("br")
        elif piece.kind == "image":
            self._writer.start("img", {"alt": piece.text, PICTURED: piece.link})
        elif piece.kind == "note":
            self._writer.refer(piece.text)
        elif piece.kind == "name":
            self._writer.name(piece.text)


def _without_heading_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a heading without what sets all of it apart, and without breaks."""
    words = [piece for piece in pieces if piece.kind == "text" and piece.text.strip()]
    shared = {mark for mark in MARKS if all(mark in piece.marks for piece in words)}
    return [
        Piece("text", " ")
        if piece.kind == "break"
        else piece._replace(marks=tuple(mark for mark in piece.marks if mark not in shared))
        for piece in pieces
    ]
