"""Corrects what is known of the article itself, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from postil.library.articles.describing import KnownField
from postil.tui.dialogs.frame.dialog import Dialog, Hint
from postil.tui.dialogs.frame.draft import Draft
from postil.tui.dialogs.frame.saving import Keep, Saving, Store
from postil.tui.dialogs.records.fields import EXAMPLES, RecordFields
from postil.tui.dialogs.records.keeping import FieldKeeping

NAMES = {
    "title": "Title",
    "author": "Author",
    "container-title": "Outlet",
    "issued": "Date",
    "type": "Type",
    "URL": "Address",
    "publisher": "Publisher",
    "language": "Language",
}
"""The fields by their CSL names, in the order of the dialog, with what readers call them."""

WRITTEN = {**EXAMPLES, "language": "a code such as en or pt-BR"}


class Description(Dialog[dict[str, str]]):
    """What is known of the article, and who says so; answers with the fields that were changed."""

    SIDE = False

    TITLE_TEXT = "About this article"

    DEFAULT_CSS = """
    Description {
        & > .sheet { height: auto; }
        RecordFields { height: auto; }
        &.-low > .sheet { height: 100%; }
        &.-low RecordFields { height: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep it", id="article.keep", tooltip="Keep this and close"),
    ]

    def __init__(
        self,
        known: Sequence[KnownField],
        *,
        check: Callable[[dict[str, str]], str],
        store: Store[dict[str, str]],
        keep: Keep,
        left: str = "",
        read_as: str = "",
    ) -> None:
        """Show what is ``known``; ``check`` returns a sentence about what cannot be kept.

        ``read_as`` says in which encoding the article is read, where that is worth a word.

        ``left`` are fields left unfinished, as ``keep`` got them; the dialog begins with these.
        """
        super().__init__()
        self._read_as = read_as
        by_name = {field.name: field for field in known}
        fields = [by_name[name] for name in NAMES]
        self._fields = RecordFields(
            {field.name: field.value for field in fields},
            left,
            fields=NAMES,
            said_by={field.name: field.said_by for field in fields},
            examples=_examples(fields),
        )
        self.saving: Saving[dict[str, str]] = Saving(
            self, self.answer, store, Draft("", self._fields.as_draft, keep)
        )
        self._keeping = FieldKeeping(self._fields, self.saving, check, lambda: self.answer(None))

    def heading(self) -> str:
        """Return what this is about, and how its bytes were read."""
        return f"{self.TITLE_TEXT}, read as {self._read_as}" if self._read_as else self.TITLE_TEXT

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the fields, and the line that says what is wrong."""
        yield self._fields
        yield self.saving.line

    def fill(self) -> None:
        """Show the fields."""
        self._fields.begin()

    def hints(self) -> Sequence[Hint]:
        """Return what the keys do."""
        return (
            ("article.keep", "keeps it"),
            ("field.enter", "next field"),
            ("dialog.leave", "leaves"),
        )

    @on(Input.Changed)
    def forget(self) -> None:
        """Take note that something else is typed by now."""
        self._keeping.typed()

    def action_leave(self) -> None:
        """Close; what was typed and not kept is given up only when asked again."""
        if not self._keeping.warns():
            self.run_worker(self._keeping.give_up())

    async def action_keep(self) -> None:
        """Store what was changed, unless it cannot be kept, and close."""
        await self._keeping.keep()


def _examples(fields: Iterable[KnownField]) -> Mapping[str, str]:
    """Return what is said below each field: how it is written, and what emptying it does."""
    said = {}
    for field in fields:
        parts = [WRITTEN[field.name]] if field.name in WRITTEN else []
        if field.origin == "reader":
            own = f"as the text says, “{field.own}”" if field.own else "not known"
            parts.append(f"emptied, it is {own}")
        if parts:
            said[field.name] = "; ".join(parts)
    return said
