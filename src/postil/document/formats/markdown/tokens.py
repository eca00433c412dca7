"""Tokens of parsed Markdown, turned into blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from postil.document.article.builder import Place
from postil.document.formats.markdown.block_parser import NOTE
from postil.document.formats.markdown.block_signs import ASIDE, BOX, NAME, TITLE
from postil.document.formats.markdown.inlines import gather
from postil.document.formats.markup.inline_text import InlineText, finish, without_blank_end
from postil.document.formats.markup.list_frames import BULLET, boxed
from postil.document.formats.markup.tables import Cell, set_table
from postil.model.article import Block, BlockKind, Inline, InlineKind
from postil.model.values import dataclass, replace
from postil.text.clean import clean, clean_line

if TYPE_CHECKING:
    from markdown_it.token import Token

_RULE = "* * *"
"""How a break between scenes is written."""
_DEEPEST = 99
"""Levels of a list that are told apart."""
_LONGEST_LANGUAGE = 40
"""Code points that are kept of the name of a language."""


@dataclass(slots=True)
class _List:
    """A list that is open, and the number its next item bears; 0 in a list of bullets."""

    number: int
    delimiter: str


class TokenWalk:
    """One pass over the tokens of a slice, with what stands open around the present one."""

    def __init__(self, tokens: Sequence[Token], line: int) -> None:
        self.tokens = tokens
        self.line = line
        """The line of the file on which the slice begins, from 1."""
        self.blocks: list[Block] = []
        self.footnotes: list[Block] = []
        self.anchors: dict[str, Place] = {}
        """Where each name that the document gives stands among ``blocks``."""
        self.lists: list[_List] = []
        self.quoted = 0
        self.aside = ""
        self._around: list[tuple[int, str]] = []
        """How it was quoted around each quotation that is open, and in which aside."""
        self.marker = ""
        self.footnote: str | None = None
        self.language = ""

    def run(self) -> None:
        """Take all tokens, filling ``blocks`` and ``footnotes``."""
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.type == "table_open":
                at = self._table(at)
                continue
            if token.type == "inline":
                self._words(token, self.tokens[at - 1])
            else:
                self._structure(token)
            at += 1

    def _structure(self, token: Token) -> None:
        kind = token.type
        if kind == "blockquote_open":
            self._quote(token)
        elif kind == "div_open" and TITLE in token.meta:
            self._title(token)
        elif kind == "blockquote_close":
            self.quoted, self.aside = self._around.pop()
        elif kind == "bullet_list_open":
            self.lists.append(_List(0, ""))
        elif kind == "ordered_list_open":
            start = token.attrGet("start")
            self.lists.append(_List(1 if start is None else int(start), token.markup or "."))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif kind == "list_item_open":
            self._item(token)
        elif kind == "dd_open":
            self.lists.append(_List(0, ""))
        elif kind == "dd_close":
            self.lists.pop()
            self.marker = ""
        elif kind == "list_item_close":
            self.marker = ""
        elif kind == "footnote_reference_open":
            self.footnote = self.marker = clean_line(token.meta["label"])
        elif kind == "footnote_reference_close":
            self.footnote, self.marker = None, ""
        elif kind in ("fence", "code_block", "typed_math"):
            self._code(token)
        elif kind == "html_block":
            self._html(token)
        elif kind == "hr":
            self._put(BlockKind.PARAGRAPH, _RULE, token)

    def _html(self, token: Token) -> None:
        # Few Markdown texts have any, and it takes some milliseconds to load what reads it.
        from postil.document.formats.markdown.raw_html import html_blocks

        blocks, anchors = html_blocks(token.content)
        for name, place in anchors.items():
            self._name(name, place.offset, place.block)
        for block in blocks:
            kind, level = block.kind, block.level
            if kind is BlockKind.PARAGRAPH:
                kind = self._kind()
            elif kind is not BlockKind.HEADING:
                level += len(self.lists)
            quoted = block.quoted + self.quoted
            line = self._line(token) + block.line
            self._append(replace(block, kind=kind, level=level, line=line, quoted=quoted))

    def _quote(self, token: Token) -> None:
        """Begin a quotation, or an aside with its title."""
        self._around.append((self.quoted, self.aside))
        if kind := token.meta.get(ASIDE):
            self.aside = kind
        else:
            self.quoted += 1
        if TITLE in token.meta:
            self._title(token)

    def _title(self, token: Token) -> None:
        run = InlineText()
        gather(token.meta[TITLE].children or (), run)
        text, inlines, _ = finish(run, lined=False)
        inlines = (Inline(0, len(text), InlineKind.STRONG), *inlines)
        line = self._line(token)
        self._append(Block(self._kind(), text, line, quoted=self.quoted, inlines=inlines))

    def _item(self, token: Token) -> None:
        around = self.lists[-1]
        self.marker = f"{around.number}{around.delimiter}" if around.delimiter else BULLET
        if box := token.meta.get(BOX):
            self.marker = boxed(self.marker, box)
        around.number += 1

    def _words(self, token: Token, before: Token) -> None:
        run = InlineText()
        gather(token.children or (), run)
        heading = before.type == "heading_open"
        lined = run.hard > 1 and not run.soft and run.short_lines
        verse = lined and not heading and not self.lists
        text, inlines, breaks = finish(run, lined=verse)
        if name := before.meta.get(NAME):
            self._name(name)
        for name, offset in run.names:
            self._name(name, offset)
        if heading:
            level = int(before.tag[1])
            self._append(Block(BlockKind.HEADING, text, self._line(token), level, inlines=inlines))
            self._notes(token.children or (), self._line(token))
            return
        kind = BlockKind.VERSE if verse else self._kind()
        if kind in (BlockKind.FOOTNOTE, BlockKind.LIST_ITEM):
            text = text.replace("\n", " ")
        self._append(
            Block(kind, text, self._line(token), quoted=self.quoted, inlines=inlines, breaks=breaks)
        )
        self._notes(token.children or (), self._line(token))

    def _notes(self, children: Sequence[Token], line: int) -> None:
        """Append the footnotes that stand among some words."""
        for child in children:
            if NOTE not in child.meta:
                continue
            run = InlineText()
            gather(child.meta[NOTE], run)
            text, inlines, _ = finish(run, lined=False)
            if text:
                label = child.meta["label"]
                block = Block(BlockKind.FOOTNOTE, text, line, 0, label, 0, inlines)
                self.footnotes.append(block)
            self._notes(child.meta[NOTE], line)

    def _name(self, name: str, offset: int = 0, further: int = 0) -> None:
        """Name a place in the next block, or in one further on; the first of two counts."""
        if self.footnote is None:
            self.anchors.setdefault(name, Place(len(self.blocks) + further, offset))

    def _kind(self) -> BlockKind:
        """Return what words are that stand here: a footnote's, an item's, or neither."""
        if self.footnote is not None:
            return BlockKind.FOOTNOTE
        return BlockKind.LIST_ITEM if self.lists else BlockKind.PARAGRAPH

    def _code(self, token: Token) -> None:
        text = without_blank_end(clean(token.content))
        language = "latex" if token.type == "typed_math" else _language(token.info)
        line = self._line(token) + (token.type == "fence")
        breaks = tuple(at for at, sign in enumerate(text, 1) if sign == "\n")
        block = Block(
            BlockKind.CODE, text, line, quoted=self.quoted, breaks=breaks, language=language
        )
        self._append(block)

    def _table(self, at: int) -> int:
        """Set a table as one block; return the index behind it."""
        opening = self.tokens[at]
        rows: list[list[Token]] = []
        while self.tokens[at].type != "table_close":
            token = self.tokens[at]
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(token)
            at += 1
        table = set_table([[_cell(token) for token in row] for row in rows])
        breaks = table.breaks
        if breaks:
            # The rule under the header is a line of the file, but not of the text.
            breaks = (breaks[0], *breaks)
        block = Block(
            BlockKind.TABLE,
            table.text,
            self._line(opening),
            quoted=self.quoted,
            inlines=table.inlines,
            breaks=breaks,
            cells=table.cells,
        )
        self._append(block)
        for row in rows:
            for token in row:
                self._notes(token.children or (), self._line(opening))
        return at + 1

    def _put(self, kind: BlockKind, text: str, token: Token) -> None:
        self._append(Block(kind, text, self._line(token), quoted=self.quoted))

    def _append(self, block: Block) -> None:
        """Append a block that has words; the first one of an item, or of a footnote, is marked."""
        if not block.text.strip():
            return
        level = block.level or min(len(self.lists), _DEEPEST)
        if level != block.level or self.marker:
            block = replace(block, level=level, marker=block.marker or self.marker)
            self.marker = ""
        if self.aside:
            block = replace(block, aside=self.aside)
        (self.blocks if self.footnote is None else self.footnotes).append(block)

    def _line(self, token: Token) -> int:
        return self.line + (token.map[0] if token.map else 0)


def _language(info: str) -> str:
    """Return the language of a block of code, which pandoc, R and MyST write in braces."""
    said = clean_line(info)
    if said.startswith("{"):
        inside, _, behind = said[1:].partition("}")
        said = behind if inside.startswith("code") else inside.lstrip(" .").replace(",", " ")
    words = said.split(None, 1)
    return words[0][:_LONGEST_LANGUAGE] if words else ""


def _cell(token: Token) -> Cell:
    """Return the words of a table's cell, on one line."""
    run = InlineText()
    gather(token.children or (), run)
    text, inlines, _ = finish(run, lined=False)
    return Cell(text, inlines)
