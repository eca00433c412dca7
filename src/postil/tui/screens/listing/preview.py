"""The preview beside or below a list: what is pointed at, in full, in the inks of the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from postil import library
from postil.model.article import Block, BlockKind
from postil.model.note import Colour
from postil.model.values import dataclass
from postil.text.clean import clean_line
from postil.tui.widgets.line_view import LineView
from postil.tui.widgets.set_blocks import set_blocks
from postil.typeset.wrap import WrapStyle, wrap

LONG_WORD = 40
"""Code points within which words that are cut off are cut behind one of them."""

_LINED = WrapStyle(lined=True)


class Preview(LineView, can_focus=False):
    """Text that scrolls, in the inks of a list."""

    DEFAULT_CSS = """
    Preview {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & > .preview--title { color: $heading; text-style: bold; }
        & > .preview--quiet { color: $text-muted; }
        & > .preview--link { color: $link; }
        & > .preview--code { color: $secondary; }
        & > .preview--match { color: $match-text; background: $match; text-style: bold; }
        & > .preview--yellow { color: $sign-yellow; }
        & > .preview--green { color: $sign-green; }
        & > .preview--blue { color: $sign-blue; }
        & > .preview--pink { color: $sign-pink; }
        & > .preview--orange { color: $sign-orange; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "preview--title",
        "preview--quiet",
        "preview--link",
        "preview--code",
        "preview--match",
        *(f"preview--{colour}" for colour in Colour),
    }

    @dataclass
    class Filled(Message):
        """There is other text, or room, so that there may be more of it than is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.text = Text()
        """What is shown."""
        self._coming: tuple[Text, bool] | None = None
        """What is to be shown next, and whether from its beginning."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        """Where the lines begin and end, in code points of the text."""

    # -- what is shown

    def set(self, text: Text, *, home: bool = True) -> None:
        """Show other words, from their beginning.

        That is done as soon as the list is drawn, which says what they belong to: both in one
        would keep the next key waiting for twice as long.
        """
        waits, self._coming = self._coming is not None, (text, home)
        if not waits:
            self.call_after_refresh(self._take)

    def _take(self) -> None:
        if self._coming is None:
            return
        (text, home), self._coming = self._coming, None
        if home:
            self.scroll_to(y=0, animate=False)
        if text != self.text:
            self.text = text
            self._lay_out()
        self.post_message(self.Filled())

    def on_resize(self) -> None:
        """Set the words in lines of the width that there is now."""
        self._lay_out()
        self.post_message(self.Filled())

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        plain = self.text.plain
        self._starts, self._ends, _ = wrap(plain, max(1, width), cell_len, _LINED)
        self.set_height(len(self._starts) if plain else 0)
        self.refresh()

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at = y + round(self.scroll_y)
        if at >= len(self._starts):
            return Strip.blank(self.columns, self.base)
        return self.kept(at, partial(self._drawn, at))

    def _drawn(self, at: int) -> Strip:
        start, end = self._starts[at], self._ends[at]
        if (chosen := self.text_selection) and (span := chosen.get_span(at)):
            line = self.text[start:end]
            ink = self.screen.get_component_rich_style("screen--selection")
            line.stylize(ink, span[0], span[1] if span[1] >= 0 else len(line))
            drawn = self.strip(line, self.base)
        else:
            drawn = self.strip(self.text, self.base, start, end)
        return drawn.apply_offsets(0, at)

    def said(self, body: str) -> Text:
        """Return what a note says, its Markdown set as such, in lines of the width there is."""
        return self.set_in(0, library.note_text.blocks(body))

    def set_in(self, indent: int, blocks: Sequence[Block]) -> Text:
        """Return blocks in lines of the width that there is, ``indent`` cells from the left."""
        width = max(20, self.scrollable_content_region.width - indent)
        lines = set_blocks(blocks, width, self.ink).split("\n", allow_blank=True)
        return Text("\n").join(Text(" " * indent).append_text(line) for line in lines)

    def hung(self, sign: str, words: str, most: int) -> Text:
        """Return words that hang from a sign, cut behind a word if there are very many."""
        line = clean_line(words)
        if len(line) > most:
            cut = line.rfind(" ", most - LONG_WORD, most)
            line = f"{line[: cut if cut > 0 else most].rstrip()} …"
        return self.set_in(0, [Block(BlockKind.LIST_ITEM, line, level=1, marker=sign)])

    def ink(self, name: str) -> Style:
        """Return a style of the preview, such as ``title`` or the name of a colour."""
        return self.get_component_rich_style(f"preview--{name}", partial=True)

    # -- words chosen with the mouse

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is chosen."""
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the words that are chosen, as the text has them, without the ends of lines."""
        plain = self.text.plain
        begin = 0 if selection.start is None else self._offset(selection.start)
        end = len(plain) if selection.end is None else self._offset(selection.end)
        return plain[begin:end], "\n"

    def _offset(self, place: Offset) -> int:
        if place.y >= len(self._starts):
            return len(self.text.plain)
        return min(self._starts[place.y] + place.x, self._ends[place.y])
