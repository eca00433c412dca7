"""Lines of an Org document, element by element: headlines, blocks, lists, tables, paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postil.document.formats.markup.block_writer import BlockWriter
from postil.document.formats.org.document import Document
from postil.document.formats.org.extents import (
    BEGIN,
    COMMENT,
    DEEPEST,
    DRAWER,
    ESCAPED,
    FIXED,
    GRID,
    HEADLINE,
    KEYWORD,
    LATEX,
    NOTE,
    PLANNING,
    RULE,
    begins,
    block_end,
    dedented,
    drawer_end,
    latex_end,
    names_under,
    note_end,
    run_end,
)
from postil.document.formats.org.inlines import Inlines
from postil.document.formats.org.items import Item, item_at, items_from
from postil.document.formats.org.tables import push_table

_SILENT_DRAWERS = ("PROPERTIES", "LOGBOOK")
_LITERAL = ("src", "example")
_LEFT_OUT = ("comment", "export", "html", "latex", "ascii", "beamer", "md", "odt", "texinfo")
_INDENT = "\u00a0"


class Elements:
    """Pushes the elements of a document."""

    def __init__(
        self,
        out: BlockWriter,
        document: Document,
        at: Callable[[int], None],
        *,
        first: bool = False,
    ) -> None:
        self.files: list[str] = []
        """Files that the document would have in it."""
        self.left_out = 0
        """Headlines that are not to be shown, with all that is under them."""
        self.settled = 0
        """Blocks that stand before the last headline."""
        self._out = out
        self._document = document
        self._at = at
        self._inlines = Inlines(out, document)
        self._first = first
        self._bare = 0
        self._endless: set[str] = set()
        self._caption = ""
        self._skipped = 0

    def run(self, lines: Sequence[str]) -> None:
        """Push the elements of the whole document."""
        at = 0
        while at < len(lines):
            self._at(at)
            if found := HEADLINE.match(lines[at]):
                at = self._headline(found[1], found[2] or "", lines, at)
            elif self._skipped:
                at += 1
            else:
                at = self._element(lines, at, 0)
                self._put_notes()

    # -- headlines

    def _headline(self, stars: str, words: str, lines: Sequence[str], at: int) -> int:
        level = len(stars)
        if self._skipped and level > self._skipped:
            return at + 1
        self._skipped = 0
        self._out.flush()
        self.settled = len(self._out.blocks)
        title, tags, commented = self._document.headline(words)
        if commented or self._document.excluded.intersection(tags):
            self._skipped = level
            self.left_out += 1
            return at + 1
        at += 1
        names, at = names_under(lines, at)
        if title and title != "Footnotes":
            tag = f"h{min(level, 6)}"
            self._out.start(tag)
            for name in self._document.places.intersection((f"*{title.lower()}", *names)):
                self._out.name(name)
            self._inlines.push(title)
            self._out.end(tag)
            self._put_notes()
        return at

    # -- elements

    def _element(self, lines: Sequence[str], at: int, depth: int) -> int:
        """Push the element that begins at a line; return where the next one does."""
        line = lines[at]
        if not line.strip():
            self._out.flush()
            return at + 1
        if depth == 0 and (found := NOTE.match(line)):
            return self._note(found[1], found[2], lines, at)
        if found := BEGIN.match(line):
            return self._block((found[1] or "").lower(), found[2], lines, at, depth)
        if found := KEYWORD.match(line):
            self._keyword(found[1].lower(), found[2].strip())
            return at + 1
        if COMMENT.match(line) or PLANNING.match(line) or line.startswith("%%("):
            return at + 1
        if found := DRAWER.match(line):
            return self._drawer(found[1].upper(), lines, at, depth)
        if FIXED.match(line):
            return self._fixed(lines, at)
        if RULE.match(line):
            self._out.start("hr")
            return at + 1
        if line.lstrip().startswith("|"):
            return self._table(lines, at)
        if GRID.match(line):
            return self._grid(lines, at)
        if item_at(line) and depth < DEEPEST:
            return self._list(lines, at, depth)
        if found := LATEX.match(line):
            return self._latex(found[1], lines, at)
        return self._paragraph(lines, at, depth)

    def _inside(self, lines: Sequence[str], depth: int) -> None:
        at = 0
        while at < len(lines):
            at = self._element(lines, at, depth + 1)
        self._out.flush()

    def _keyword(self, key: str, value: str) -> None:
        if key.startswith("caption"):
            self._caption = value
        elif key == "name":
            self._out.flush()
            self._out.name(value.lower())
        elif key == "include":
            self.files.append(value)

    def _put_caption(self) -> None:
        if self._caption:
            self._out.start("p")
            self._inlines.push(self._caption)
            self._out.end("p")
            self._caption = ""

    def _put_notes(self) -> None:
        """Put the notes that stood within words, now that their element is at its end."""
        while kept := self._inlines.kept:
            self._inlines.kept = []
            for number, words in kept:
                self._out.begin_footnote(number)
                self._inlines.push(words)
                self._out.end_footnote()

    def _note(self, label: str, words: str, lines: Sequence[str], at: int) -> int:
        """Push a note: it goes on to the next one, a headline, or two blank lines."""
        end = note_end(lines, at)
        self._out.begin_footnote(self._inlines.number(label))
        self._inside([words, *lines[at + 1 : end]], 0)
        self._out.end_footnote()
        return end

    def _drawer(self, name: str, lines: Sequence[str], at: int, depth: int) -> int:
        end = drawer_end(lines, at) if depth or at >= self._bare else -self._bare
        if end < 0:
            self._bare = 0 if depth else -end
            return at + 1 if name == "END" else self._paragraph(lines, at, depth)
        if name not in _SILENT_DRAWERS and depth < DEEPEST:
            self._inside(lines[at + 1 : end - 1], depth)
        return end

    def _fixed(self, lines: Sequence[str], at: int) -> int:
        kept = []
        while at < len(lines) and (found := FIXED.match(lines[at])):
            kept.append(found[1] or "")
            at += 1
        self._literal(kept, "")
        return at

    def _literal(self, lines: Sequence[str], language: str) -> None:
        self._put_caption()
        self._out.start("pre", {"class": f"language-{language}"} if language else {})
        self._out.text("\n".join(lines))
        self._out.end("pre")

    def _table(self, lines: Sequence[str], at: int) -> int:
        end = run_end(lines, at, ("|",))
        caption, self._caption = self._caption, ""
        push_table(lines[at:end], caption, self._out, self._inlines.push)
        return end

    def _grid(self, lines: Sequence[str], at: int) -> int:
        end = run_end(lines, at, ("|", "+"))
        self._literal(lines[at:end], "")
        return end

    def _latex(self, name: str, lines: Sequence[str], at: int) -> int:
        if not (end := latex_end(lines, at, name)):
            return self._paragraph(lines, at, DEEPEST)
        self._literal(lines[at:end], "latex")
        return end

    def _paragraph(self, lines: Sequence[str], at: int, depth: int) -> int:
        end = at + 1
        while end < len(lines) and not begins(lines[end], depth):
            end += 1
        self._put_caption()
        self._out.start("p")
        self._inlines.push("\n".join(line.strip() for line in lines[at:end]))
        self._out.end("p")
        return end

    # -- blocks and lists

    def _block(self, name: str, given: str, lines: Sequence[str], at: int, depth: int) -> int:
        end = 0 if depth == 0 and name in self._endless else block_end(lines, at, name)
        if not end:
            if depth == 0:
                self._endless.add(name)
            if self._first and depth == 0:
                return len(lines)
            return self._paragraph(lines, at, depth) if name else at + 1
        inside = lines[at + 1 : end]
        if name in _LITERAL:
            language = given.split()[0] if name == "src" and given.split() else ""
            self._literal([ESCAPED.sub(r"\1", line) for line in dedented(inside)], language)
        elif name == "verse":
            self._verse(inside)
        elif name == "quote":
            self._out.start("blockquote")
            self._inside(inside, depth) if depth < DEEPEST else None
            self._out.end("blockquote")
        elif name not in _LEFT_OUT and depth < DEEPEST:
            self._out.flush()
            self._inside(dedented(inside), depth)
        return end + 1

    def _verse(self, lines: Sequence[str]) -> None:
        self._put_caption()
        self._out.start("p")
        for line in dedented(lines):
            bare = line.strip().removesuffix("\\\\").rstrip()
            if bare:
                self._out.text(_INDENT * (len(line) - len(line.lstrip())))
                self._inlines.push(bare)
            self._out.start("br")
        self._out.end("p")

    def _list(self, lines: Sequence[str], at: int, depth: int) -> int:
        items, end = items_from(lines, at)
        self._out.flush()
        opened = ""
        for one in items:
            tag = "dl" if one.term else "ol" if one.ordered else "ul"
            if tag != opened:
                if opened:
                    self._out.end(opened)
                self._out.start(tag, {"delimiter": one.behind} if tag == "ol" else {})
                opened = tag
            self._item(one, tag, depth)
        self._out.end(opened)
        return end

    def _item(self, item: Item, tag: str, depth: int) -> None:
        held = "dd" if tag == "dl" else "li"
        if item.term:
            self._out.start("dt")
            self._inlines.push(item.term)
            self._out.end("dt")
        self._out.start(held, {"value": item.number or None, "box": item.box})
        lines = item.lines if item.lines[0].strip() else item.lines[1:]
        if lines and lines is item.lines:
            # What stands beside the mark is words, whatever it looks like, but for a block.
            if lines[0].startswith(("#+", "|")) or item_at(lines[0]):
                self._inside(lines, depth)
            else:
                end = self._paragraph(lines, 0, depth + 1)
                self._inside(lines[end:], depth)
        else:
            self._inside(lines, depth)
        self._out.end(held)
