"""Shows the source of a passage with its evidence, and lets the reader correct it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain
from postil.tui.dialogs.frame.draft import Draft
from postil.tui.dialogs.frame.saving import Keep, Saving, Store
from postil.tui.dialogs.records.fields import RecordFields
from postil.tui.dialogs.records.keeping import FieldKeeping
from postil.tui.dialogs.records.table import Record

RELATION = {
    "quoted": "The source’s own words",
    "cited": "A paraphrase of the source",
    "own": "The article’s own words",
}


class SourceDialog(Dialog[dict[str, str]]):
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
        store: Store[dict[str, str]],
        keep: Keep,
        left: str = "",
    ) -> None:
        """Show ``rows`` of CSL fields and values, and ``how`` each of them was read.

        ``via`` and ``problems`` are sentences; ``confidence`` is added unless ``via`` names it.
        ``governs`` says in words what a correction holds for; ``check`` returns a sentence about
        fields that cannot be kept, or nothing. ``left`` are fields left unfinished, as ``keep`` got
        them; the dialog begins with these.
        """
        super().__init__()
        self._fields = RecordFields(dict(rows), left)
        self.saving: Saving[dict[str, str]] = Saving(
            self, self.answer, store, Draft("", self._draft_text, keep)
        )
        self._values: Mapping[str, str] = dict(rows)
        self._said = plain(id="said")
        self._record = VerticalScroll(
            Record(self._values, how), self._said, id="record", can_focus=True
        )
        self._evidence = evidence
        self._via = via
        self._relation = relation
        self._confidence = confidence
        self._problems = problems
        self._governs = governs
        self._correcting = False
        self._keeping = FieldKeeping(self._fields, self.saving, check, lambda: self.answer(None))

    def heading(self) -> str:
        """Return what the dialog is about."""
        return "The source of this passage"

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the record with its evidence, and the fields, hidden until asked for."""
        yield self._record
        yield self._fields
        yield self.saving.line

    def fill(self) -> None:
        """Set the record."""
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
            said.append(f"\n! {problem}\n", style="bold")
        if self._governs:
            said.append(f"\nA correction holds for {self._governs}.", style="dim")
        said.rstrip()
        self._said.update(said)
        self._record.focus()
        if self._fields.left:
            self.action_correct()

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
        self._record.add_class("hidden")
        self._fields.begin()
        self.refresh_bindings()
        self.call_after_refresh(self.say_hints)

    @on(Input.Changed)
    def forget(self) -> None:
        """Take note that something else is typed by now."""
        self._keeping.typed()

    def _draft_text(self) -> str:
        """Return the fields that are changed, as JSON; "" for none."""
        return self._fields.as_draft() if self._correcting else ""

    def action_leave(self) -> None:
        """Close; what was typed and not kept is given up only when asked again."""
        if not (self._correcting and self._keeping.warns()):
            self.run_worker(self._keeping.give_up())

    async def action_keep(self) -> None:
        """Store what was changed, unless it cannot be kept, and close."""
        await self._keeping.keep()
