"""Shows the source of a passage with its evidence, and lets the reader correct it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain
from postil.tui.widgets.field import Line

FIELDS = {
    "author": "Author",
    "title": "Title",
    "container-title": "Published in",
    "publisher": "Publisher",
    "issued": "Date",
    "URL": "Address",
    "page": "Page",
    "type": "Type",
}
"""The fields that can be corrected, by their CSL names, with what readers call them."""

EXAMPLES = {
    "author": "First Last; several with ; between them",
    "issued": "January 24, 2015, or as far as known",
    "type": "newspaper article, book, report …",
}
"""How some fields are written; shown below the one that has the focus."""

RELATION = {
    "quoted": "The source’s own words",
    "cited": "A paraphrase of the source",
    "own": "The article’s own words",
}


class Field(Line):
    """One field of the record; the arrows go to its neighbours."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next field", id="source.next", tooltip="One field down"),
        Binding("up", "step(-1)", "Field above", id="source.previous", tooltip="One field up"),
    ]

    def action_step(self, by: int) -> None:
        """Go to a neighbour."""
        if by > 0:
            self.screen.focus_next(Field)
        else:
            self.screen.focus_previous(Field)


class Record(Static):
    """The fields that are known, and how each was read: beside it, or below where it is tight."""

    BESIDE = 60
    """Cells from which the two stand beside one another."""

    def __init__(self, values: Mapping[str, str], how: Mapping[str, str]) -> None:
        """Show fields by their CSL names."""
        super().__init__(markup=False)
        self._values = values
        self._how = how
        self._beside: bool | None = None

    def on_resize(self, event: events.Resize) -> None:
        """Set the fields anew where the room for them has become another."""
        beside = event.size.width >= self.BESIDE
        if beside is not self._beside:
            self._beside = beside
            self.update(self._table(beside=beside))

    def _table(self, *, beside: bool) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        table.add_column(style="dim", no_wrap=True)
        table.add_column(ratio=1)
        if beside:
            table.add_column(ratio=1)
        for field, value in self._values.items():
            if value:
                name, how = FIELDS.get(field, field), Text(self._how.get(field, ""), style="dim")
                table.add_row(Text(name), Text(value, style="bold"), *([how] if beside else []))
                if not beside and how:
                    table.add_row(Text(), how)
        return table


class SourceDialog(Dialog[dict[str, str] | None]):
    """What, on which evidence, how sure; answers with the fields that the reader changed."""

    TYPING = False

    DEFAULT_CSS = """
    SourceDialog {
        &.-narrow > .sheet { height: 75%; max-height: 24; }
        VerticalScroll {
            height: 1fr;
            margin-top: 1;
            scrollbar-size-vertical: 1;
            & > Static { height: auto; }
        }
        Horizontal { height: 1; }
        .example { display: none; color: $text-muted; text-style: italic; }
        .name { width: 14; color: $text-muted; }
        Field, Field:focus { width: 1fr; background: $panel; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "e,enter", "correct", "Correct it", id="source.correct", tooltip="Change the fields"
        ),
        Binding(
            "ctrl+s", "keep", "Keep the correction", id="source.keep", tooltip="Keep and close"
        ),
    ]

    def __init__(
        self,
        rows: Sequence[tuple[str, str]],
        *,
        how: Mapping[str, str],
        evidence: str,
        via: str,
        relation: str,
        confidence: str,
        problems: Sequence[str],
        governs: str,
        check: Callable[[dict[str, str]], str],
    ) -> None:
        """Show ``rows`` of CSL fields and values, and ``how`` each of them was read.

        ``via`` and ``problems`` are sentences; ``confidence`` is added unless ``via`` names it.
        ``governs`` says in words what a correction holds for; ``check`` returns a sentence about
        fields that cannot be kept, or nothing.
        """
        super().__init__()
        self._values: Mapping[str, str] = dict(rows)
        self._how = how
        self._evidence = evidence
        self._via = via
        self._relation = relation
        self._confidence = confidence
        self._problems = problems
        self._governs = governs
        self._check = check
        self._correcting = False
        self._said_of: dict[str, str] = {}

    def heading(self) -> str:
        """Return what the dialog is about."""
        return "The source of this passage"

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the record with its evidence, and the fields, hidden until asked for."""
        with VerticalScroll(id="record", can_focus=True):
            yield Record(self._values, self._how)
            yield plain(id="said")
        with VerticalScroll(id="fields", classes="hidden", can_focus=False):
            for field, name in FIELDS.items():
                with Horizontal():
                    yield plain(name, classes="name")
                    yield Field(self._values.get(field, ""), id=field)
                if field in EXAMPLES:
                    yield plain(EXAMPLES[field], id=f"{field}-example", classes="example")
        yield plain(classes="trouble hidden")

    def on_mount(self) -> None:
        """Set the record."""
        super().on_mount()
        said = Text()
        if not any(self._values.values()):
            said.append("No source is known.\n", style="bold")
        said.append(f"\n{RELATION.get(self._relation, self._relation)}. {self._via}")
        if self._confidence and self._confidence not in self._via:
            said.append(f" Confidence: {self._confidence}.")
        said.append("\n")
        if self._evidence:
            said.append(f"\n{clean_line(self._evidence)}\n", style="italic")
        for problem in self._problems:
            said.append(f"\n⚠ {problem}\n", style="bold")
        if self._governs:
            said.append(f"\nA correction holds for {self._governs}.", style="dim")
        said.rstrip()
        self.query_one("#said", Static).update(said)
        self.query_one("#record").focus()

    def hints(self) -> Sequence[Hint]:
        """Return what the keys do."""
        if not self._correcting:
            return (("source.correct", "corrects it"), ("dialog.leave", "leaves"))
        keeps = f"keeps it for {self._governs}" if self._governs else "keeps it"
        return (("source.keep", keeps), ("field.enter", "next field"), ("dialog.leave", "leaves"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense now."""
        del parameters
        if action == "correct":
            return not self._correcting
        if action == "keep":
            return self._correcting
        return True

    def action_correct(self) -> None:
        """Turn the record into fields."""
        self._correcting = True
        self.query_one("#record").add_class("hidden")
        self.query_one("#fields").remove_class("hidden")
        self.query_one("#author", Field).focus()
        self.refresh_bindings()
        self.call_after_refresh(self.say_hints)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show how the field that has the focus is written."""
        for example in self.query(".example"):
            example.display = example.id == f"{event.widget.id}-example"

    @on(Input.Submitted)
    def next_field(self) -> None:
        """Go on to the field below."""
        self.focus_next(Field)

    @on(Input.Changed)
    def forget(self) -> None:
        """Take away what was said of the values as they were."""
        if self._typed() != self._said_of:
            self._trouble("")

    def _trouble(self, sentence: str) -> None:
        line = self.query_one(".trouble", Static)
        line.update(sentence)
        line.set_class(not sentence, "hidden")

    def _typed(self) -> dict[str, str]:
        return {field: clean_line(self.query_one(f"#{field}", Field).value) for field in FIELDS}

    def action_leave(self) -> None:
        """Close; what was typed and not kept is given up only when asked again."""
        typed = self._typed()
        if self._correcting and self._changed(typed) and typed != self._said_of:
            self._said_of = typed
            self._trouble("Not kept yet: ctrl+s keeps it, and leaving again gives it up.")
            return
        self.answer(None)

    def _changed(self, typed: Mapping[str, str]) -> dict[str, str]:
        return {f: value for f, value in typed.items() if value != self._values.get(f, "")}

    def action_keep(self) -> None:
        """Answer with what was changed, unless it cannot be kept."""
        typed = self._said_of = self._typed()
        changed = self._changed(typed)
        if not changed:
            self._trouble("Nothing is changed yet.")
        elif sentence := self._check(changed):
            self._trouble(sentence)
        else:
            self.answer(changed)
