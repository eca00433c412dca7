"""Asks for one line of text, and says what will be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import work
from textual.widgets import ProgressBar

from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.dialogs.frame.draft import Draft
from postil.tui.dialogs.frame.one_line import OneLine
from postil.tui.dialogs.frame.saving import PATIENT, Saving, Store


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
        share: Callable[[], float] | None = None,
    ) -> None:
        """Begin with a ``value``; ``does`` says what Enter does, as in "renames it".

        ``share`` tells how much of what takes long is done, 0 to 1: a bar shows it.
        """
        super().__init__(title, detail, self.take, value=value, hint=hint)
        self._does = does
        self._value = value
        self.saving: Saving[str | None] = Saving(self, self.answer, store, Draft("", self._typed))
        self._share = share
        self.bar = ProgressBar(total=1, show_eta=False)
        self.bar.display = False
        self.below = (self.bar, self.saving.line) if share else (self.saving.line,)

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
        elif self._share is None:
            await self.saving.save(typed)
        else:
            drawing = self.set_interval(PATIENT, self._draw)
            try:
                await self.saving.save(typed)
            finally:
                drawing.stop()
                self.bar.display = False

    def _draw(self) -> None:
        """Show how far it is; what is done at once never comes here."""
        if self._share is not None:
            self.bar.display = True
            self.bar.update(progress=self._share())
