"""Lists what the keys do on the screen beneath, as the bindings themselves say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from postil.text.fuzzy import holding
from postil.tui.commands import commands
from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import Column, Row

GROUPS = (
    "page", "outline", "find", "search", "query", "select", "mark", "note", "cite", "source",
    "article", "margin", "link", "jump", "look", "app",
)  # fmt: skip
"""What commands are about, by the first part of their ids, in the order of a reader's day."""


class HelpScreen(Dialog[None]):
    """The keys of the screen beneath, by group, to filter by what is looked for."""

    TITLE_TEXT = "Keys"

    SIDE = False

    DEFAULT_CSS = """
    HelpScreen {
        &.-narrow > .sheet { height: 100%; max-height: 100%; border-top: none; }
        #tooltip { height: 2; margin-top: 1; color: $text-muted; }
    }
    """

    HINTS: ClassVar[Sequence[Hint]] = (
        ("list.previous list.next", "move"),
        ("dialog.leave", "closes"),
    )

    def __init__(self) -> None:
        super().__init__()
        self._tooltips: dict[str, str] = {}
        self._sentence = plain(id="tooltip")
        self._list = FilterList(
            [
                Column(most=12, muted=True),
                Column(most=18),
                Column(share=3),
                Column(share=5, muted=True, from_width=80),
            ],
            self._close,
            hint="type to find a command",
            matcher=holding,
            empty="Nothing can be done here but closing this list.",
        )

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the list, and room for a fuller sentence."""
        yield self._list
        yield self._sentence

    def fill(self) -> None:
        """List what the screen beneath can do."""
        beneath = self.app.screen_stack[-2]
        known = [(c.id, " ".join(c.keys), c.name, c.tooltip) for c in commands(beneath, every=True)]
        known += getattr(beneath.focused, "FURTHER_KEYS", ())
        # Sorting keeps the order of the tables within a group.
        known.sort(key=lambda entry: _place(_group(entry[0])))
        rows = []
        for at, (name, keys, description, tooltip) in enumerate(known):
            rows.append(Row(str(at), (_group(name), keys, description, tooltip)))
            self._tooltips[str(at)] = f"{tooltip} ({name})"
        self._list.show(rows)

    @on(FilterList.Pointed)
    def explain(self, event: FilterList.Pointed) -> None:
        """Say in full what the command does, and its id for a key map."""
        said = self._tooltips.get(event.row.key, "") if event.row else ""
        self._sentence.update(said)

    def _close(self, *_: object) -> None:
        self.answer(None)


def _group(name: str) -> str:
    return name.partition(".")[0]


def _place(group: str) -> int:
    """Return where a group stands; what other screens have of their own comes first."""
    return GROUPS.index(group) if group in GROUPS else -1
