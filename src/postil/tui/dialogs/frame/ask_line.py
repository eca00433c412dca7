"""Asks for one line of text, and says what will be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work

from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.dialogs.frame.draft import Draft
from postil.tui.dialogs.frame.one_line import OneLine
from postil.tui.dialogs.frame.saving import Saving, Store


class AskLine(OneLine):
    """Shows a line to change; answers with what was stored, None for nothing."""

    def __init__(
        self,
        title: str,
        detail: str,
        does: str,
        store: Store[str | None],
        *,
        value: str = "",
        hint: str = "",
    ) -> None:
        """Begin with a ``value``; ``does`` says what Enter does, as in "renames it"."""
        super().__init__(title, detail, self.take, value=value, hint=hint)
        self._does = does
        self._value = value
        self.saving: Saving[str | None] = Saving(self, self.answer, store, Draft("", self._typed))
        self.below = (self.saving.line,)

    def hints(self) -> Sequence[Hint]:
        """Return what Enter does."""
        return (("field.enter", self._does), ("dialog.leave", "leaves it"))

    def _typed(self) -> str:
        typed = clean_line(self.line.value)
        return typed if typed != self._value else ""

    @work(exclusive=True, group="accept")
    async def take(self) -> None:
        """Store what is typed, and close; leave where nothing was changed."""
        typed = clean_line(self.line.value)
        if typed == self._value and typed:
            self.answer(None)
        else:
            await self.saving.save(typed)
