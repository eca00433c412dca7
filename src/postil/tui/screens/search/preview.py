"""The preview: all of the passage that is pointed at, with what surrounds it."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from postil.model.note import Colour
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import plain
from postil.tui.screens.search.hit_list import Listed, marked
from postil.tui.theme import SIGNS


class PassagePreview(VerticalScroll):
    """Shows one hit as it stands in its article."""

    DEFAULT_CSS = """
    PassagePreview {
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
        self._hit: Listed | None = None

    def compose(self) -> ComposeResult:
        """Set the words into what scrolls."""
        yield self._words

    def show(self, hit: Listed | None) -> None:
        """Show a hit; None for nothing."""
        if hit is not None and hit == self._hit:
            return
        self._hit = hit
        self._words.update(self._whole(hit) if hit is not None else Text())
        self.scroll_home(animate=False)

    def _whole(self, hit: Listed) -> Text:
        article, passage = hit.article, hit.passage
        shown = Text().append(clean_line(article.title), style=self._ink("title"))
        facts = ", ".join(one for one in (article.outlet, article.date) if one)
        if facts:
            shown.append(f"\n{clean_line(facts)}", style=self._ink("quiet"))
        if passage is None:
            return shown
        if passage.note:
            shown.append(f"\n{SIGNS[passage.colour]} note", style=self._ink(str(passage.colour)))
            tags = clean_line(" ".join(f"#{tag}" for tag in passage.tags))
            shown.append(f"  {tags}", style=self._ink("quiet"))
        words = marked(passage, self._ink("match"))
        rows = self.size.height - 3
        if passage.marks and rows > 0:
            words = _from(words, passage.marks[0].start, self.size.width * (rows // 3))
        return shown.append("\n\n").append_text(words)

    def _ink(self, name: str) -> Style:
        return self.get_component_rich_style(f"preview--{name}", partial=True)


def _from(words: Text, at: int, before: int) -> Text:
    """Return a text from at most so many code points before a place on, cut at a blank."""
    begin = max(0, at - before)
    if not begin:
        return words
    blank = max(words.plain.find(" ", begin, at), words.plain.find("\n", begin, at))
    return Text("…").append_text(words[(blank + 1 if blank >= 0 else begin) :])
