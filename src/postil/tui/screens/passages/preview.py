"""The preview of a passage: its words in full, with the note on them."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from postil.model.note import Colour
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.dialog import plain
from postil.tui.screens.passages.passage import Passage
from postil.tui.theme import SIGNS


class Preview(VerticalScroll):
    """Text that scrolls, in the inks of a list."""

    DEFAULT_CSS = """
    Preview {
        scrollbar-size-vertical: 1;
        & > Static { height: auto; }
        & > .preview--title { color: $heading; text-style: bold; }
        & > .preview--quiet { color: $text-muted; }
        & > .preview--match { color: $accent; text-style: bold; }
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


class WholePassage(Preview):
    """Shows one passage whole."""

    def show(self, passage: Passage | None) -> None:
        """Show a passage; None for nothing."""
        self.set(Text() if passage is None else self._whole(passage))

    def _whole(self, passage: Passage) -> Text:
        shown = Text(clean_line(passage.title), style=self.ink("title"))
        facts = Text()
        if passage.colour is not None:
            facts.append(f"{SIGNS[passage.colour]} ", style=self.ink(str(passage.colour)))
        told = "  ".join([passage.fact, *(f"#{tag}" for tag in passage.tags)]).strip()
        facts.append(clean_line(told), style=self.ink("quiet"))
        if facts:
            shown.append("\n").append_text(facts)
        if passage.words:
            shown.append(f"\n\n{in_marks(passage.words) if passage.note else passage.words}")
        if passage.body:
            shown.append(f"\n\n{passage.body}")
        return shown
