"""The field for what a work is: its kinds are typed, or chosen from a list."""

from __future__ import annotations

from postil.library.metadata.csl_types import offered_types, type_label
from postil.tui.dialogs.frame.asked import asked
from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne
from postil.tui.dialogs.records.field import Field
from postil.tui.startup.app_input import OPENS


class KindField(Field):
    """A field in which Enter lists all kinds of works; one that is chosen stands in it then."""

    async def action_submit(self) -> None:
        """Show the list, while keys go on to be read."""
        self.run_worker(self._choose(), name=OPENS)

    async def _choose(self) -> None:
        rows = [Choice(type_label(one), type_label(one), one) for one in offered_types()]
        chosen = await asked(self.screen, ChooseOne("What kind of work is it?", rows))
        if chosen is not None:
            self.value = chosen
            self.cursor_position = len(chosen)
