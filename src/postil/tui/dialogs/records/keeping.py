"""Keeps the fields that a reader has corrected, or gives them up when that is asked for twice."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable

from postil.tui.dialogs.frame.saving import Saving
from postil.tui.dialogs.records.fields import RecordFields


class FieldKeeping:
    """What ctrl+s and Esc do in a dialog with fields."""

    def __init__(
        self,
        fields: RecordFields,
        saving: Saving[dict[str, str]],
        check: Callable[[dict[str, str]], str],
        close: Callable[[], None],
    ) -> None:
        """``check`` returns a sentence about what cannot be kept, ``close`` closes the dialog."""
        self._fields = fields
        self._saving = saving
        self._check = check
        self._close = close
        self._said_of: dict[str, str] = {}
        """The values of which it was said what is wrong, or that they are not kept."""
        self._warned_of: dict[str, str] = {}
        """The values of which it was said that leaving again gives them up."""

    def typed(self) -> None:
        """Take away what was said of the values as they were, and keep a draft of what they are."""
        if self._fields.typed() != self._said_of:
            self._saving.trouble("")
        self._saving.keep_soon()

    def warns(self) -> bool:
        """Tell whether something would be lost by leaving, and say so; once of the same values."""
        typed = self._fields.typed()
        if not self._fields.changed() or typed == self._warned_of:
            return False
        self._said_of = self._warned_of = typed
        self._saving.trouble("Not kept yet: ctrl+s keeps it, and leaving again gives it up.")
        return True

    async def give_up(self) -> None:
        """Let go of what was typed, and close."""
        await to_thread(self._saving.draft.close)
        self._close()

    async def keep(self) -> None:
        """Store what was changed, unless it cannot be kept, and close."""
        self._said_of = self._fields.typed()
        changed = self._fields.changed()
        if not changed:
            self._saving.trouble("Nothing is changed yet.")
        elif sentence := self._check(changed):
            self._saving.trouble(sentence)
        else:
            await self._saving.save(changed)
