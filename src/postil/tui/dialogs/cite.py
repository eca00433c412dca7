"""Chooses how a passage is cited, with the result of each way for this very passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from postil.text.clean import clean_line
from postil.tui.dialogs.filter_list import FilterList
from postil.tui.dialogs.rows import Column, Row
from postil.tui.dialogs.sheet import Hint, Passage, Sheet
from postil.tui.dialogs.show import Pane

Preview = tuple[str, str, str, tuple[str, ...]]
"""A format, its label, the result for the passage, and what is wrong or missing in it."""


_BEGINNING = 400
"""Code points of a result that can be seen in its row at most."""

_KEPT_WORDS = 12
_ENDING = 8
"""Code points of a quotation that are kept at its beginning and at its end in a row."""


class CiteChooser(Sheet[tuple[str, bool] | None]):
    """Answers with a format, and whether it becomes the default."""

    SIDE = False
    TITLE_TEXT = "Cite this passage"

    DEFAULT_CSS = """
    CiteChooser {
        & > .sheet { height: 70%; }
        FilterList { height: auto; }
        RowList { height: auto; max-height: 8; }
        Pane { height: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s",
            "prefer",
            "Make it the default",
            id="cite.default",
            show=False,
            tooltip="Copy the citation, and cite this way from now on",
        ),
        Binding("shift+down", "scroll(1)", "On", id="cite.down", tooltip="More of the result"),
        Binding("shift+up", "scroll(-1)", "Back", id="cite.up", tooltip="Back in the result"),
    ]

    def __init__(self, passage: str, previews: Sequence[Preview], default: str) -> None:
        super().__init__()
        self._passage = passage
        self._previews = {preview[0]: preview for preview in previews}
        self._default = default

    def body(self) -> Iterable[Widget]:
        """Return the passage, the ways, and the whole result of the one pointed at."""
        yield Passage(self._passage)
        yield FilterList(
            [Column(most=24), Column(share=1, muted=True, searched=False)],
            self._copy,
        )
        with Pane(can_focus=False):
            yield Static(id="result", markup=False)

    def on_mount(self) -> None:
        """List the ways; the default is pointed at."""
        super().on_mount()
        self.watch(self.query_one(Pane), "show_vertical_scrollbar", self.say_hints, init=False)
        shared = set.intersection(*(set(preview[3]) for preview in self._previews.values()))
        rows = []
        # What is wrong with every way is said below the list; a sign on each row would say nothing.
        for name, label, text, problems in self._previews.values():
            begins = shortened(clean_line(text), clean_line(self._passage))[:_BEGINNING]
            says = f"⚠ {begins}" if set(problems) - shared else begins
            rows.append(Row(name, (label, says), sign="✓" if name == self._default else ""))
        self.query_one(FilterList).show(rows, key=self._default)

    @on(FilterList.Pointed)
    def preview(self, event: FilterList.Pointed) -> None:
        """Show the whole result, and under it what is wrong with it."""
        result = Text()
        if event.row:
            _, _, text, problems = self._previews[event.row.key]
            for problem in problems:
                result.append(f"⚠ {problem}\n", style="bold")
            result.append(text.strip("\n"))
        self.query_one("#result", Static).update(result)
        self.query_one(Pane).action_edge(0)

    def _copy(self, row: Row | None, _: str) -> None:
        if row:
            self.answer((row.key, False))

    def hints(self) -> Sequence[Hint]:
        """Name the keys for scrolling only where there is something to scroll."""
        scrolls = self.query_one(Pane).show_vertical_scrollbar
        return (
            ("field.enter", "copies"),
            ("cite.default", "makes it the default"),
            *((("cite.down", "shows more"),) if scrolls else ()),
            ("dialog.leave", "leaves"),
        )

    def action_scroll(self, by: int) -> None:
        """Show more of the result."""
        self.query_one(Pane).action_rows(3 * by)

    def action_prefer(self) -> None:
        """Answer with the row pointed at, as the default from now on."""
        if row := self.query_one(FilterList).row:
            self.answer((row.key, True))


def shortened(text: str, passage: str) -> str:
    """Return a text in which a long passage is cut in its middle, so that what follows is seen."""
    # Only the letters at its end are looked for: the marks within it may have been turned.
    words = re.sub(r"\s*\[[^\[\]]*\]$", "", passage).rstrip("“”‘’\"'.,;:?!… ")
    ending = re.split(r"[^\w\s]", words)[-1][-_ENDING:]
    at = text.find(ending, len(words) - 2 * _ENDING) if ending else -1
    if not text.startswith(("“", "> “", "> ")) or at < 2 * _KEPT_WORDS:
        return text
    return f"{text[:_KEPT_WORDS].rstrip()} … {text[at:].lstrip()}"
