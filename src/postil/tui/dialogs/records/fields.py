"""The fields of a record, in which the reader corrects what was read."""

from __future__ import annotations

import json
from collections.abc import Mapping

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import plain
from postil.tui.dialogs.records.field import Field
from postil.tui.dialogs.records.kinds import KindField
from postil.tui.dialogs.records.table import FIELDS

EXAMPLES = {
    "author": "First Last; several with ; between them",
    "issued": "January 24, 2015, or as far as known",
    "type": "book, film, report …; enter lists all",
}
"""How some fields are written; shown below the one that has the focus."""


class RecordFields(VerticalScroll, can_focus=False):
    """One field below the other, hidden until the reader begins to correct them."""

    DEFAULT_CSS = """
    RecordFields {
        Horizontal { height: 1; }
        .example { display: none; color: $text-muted; text-style: italic; }
        .name { width: 14; color: $text-muted; }
        .said-by { width: auto; padding-left: 1; color: $text-muted; }
        Field, Field:focus { width: 1fr; background: $panel; }
    }
    """

    def __init__(
        self,
        values: Mapping[str, str],
        draft: str,
        *,
        fields: Mapping[str, str] = FIELDS,
        said_by: Mapping[str, str] | None = None,
        examples: Mapping[str, str] = EXAMPLES,
    ) -> None:
        """Begin with values by their CSL names, and with what was changed when it was left.

        ``fields`` are those there are, with what readers call them; behind some stands who
        ``said`` so, and how they are written below the one that has the focus.
        """
        super().__init__(id="fields", classes="hidden")
        self._values = values
        self._fields = fields
        self._said_by = said_by or {}
        self._written = examples
        self._inputs: dict[str, Field] = {}
        self._examples: dict[str, Static] = {}
        self.left = _read_draft(draft, fields)
        """What was changed and left unfinished."""

    def compose(self) -> ComposeResult:
        """Put a name before each field, and an example of some below it."""
        for field, name in self._fields.items():
            with Horizontal():
                yield plain(name, classes="name")
                value = self.left.get(field, self._values.get(field, ""))
                made = KindField if field == "type" else Field
                self._inputs[field] = made(value, id=field)
                yield self._inputs[field]
                if field in self._said_by:
                    yield plain(self._said_by[field], classes="said-by")
            if field in self._written:
                self._examples[field] = plain(self._written[field], classes="example")
                yield self._examples[field]

    def begin(self) -> None:
        """Show the fields, the first of them ready for typing."""
        self.remove_class("hidden")
        next(iter(self._inputs.values())).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show how the field that has the focus is written."""
        for field, example in self._examples.items():
            example.display = event.widget is self._inputs[field]

    @on(Input.Submitted)
    def next_field(self) -> None:
        """Go on to the field below."""
        self.screen.focus_next(Field)

    def typed(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {field: clean_line(one.value) for field, one in self._inputs.items()}

    def changed(self) -> dict[str, str]:
        """Return the fields in which something else stands than what was read."""
        return {f: value for f, value in self.typed().items() if value != self._values.get(f, "")}

    def as_draft(self) -> str:
        """Return the fields that are changed, as JSON; "" for none."""
        changed = self.changed()
        return json.dumps(changed, ensure_ascii=False) if changed else ""


def _read_draft(text: str, known: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that a draft holds; whatever else it may hold is passed over."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    fields = found.items() if isinstance(found, dict) else ()
    return {name: value for name, value in fields if name in known and isinstance(value, str)}
