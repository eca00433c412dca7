"""The preview beside or below a list: what is pointed at, in full, in the inks of the list."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from postil.model.note import Colour
from postil.tui.dialogs.frame.dialog import plain


class Preview(VerticalScroll):
    """Text that scrolls, in the inks of a list."""

    DEFAULT_CSS = """
    Preview {
        scrollbar-size-vertical: 1;
        & > Static { height: auto; }
        & > .preview--title { color: $heading; text-style: bold; }
        & > .preview--quiet { color: $text-muted; }
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
        "preview--match",
        *(f"preview--{colour}" for colour in Colour),
    }

    def __init__(self) -> None:
        super().__init__(can_focus=False)
        self._words = plain()

    def compose(self) -> ComposeResult:
        """Set the words into what scrolls."""
        yield self._words

    def set(self, text: Text) -> None:
        """Show other words, from their beginning."""
        self._words.update(text)
        self.scroll_home(animate=False)

    def ink(self, name: str) -> Style:
        """Return a style of the preview, such as ``title`` or the name of a colour."""
        return self.get_component_rich_style(f"preview--{name}", partial=True)
