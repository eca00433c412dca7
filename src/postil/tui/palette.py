"""Offers in the palette whatever the keys of the screen can do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content, Span

from postil.text.fuzzy import holding, rank
from postil.tui.commands import Command, commands


class KeyCommands(Provider):
    """One command for each binding that is active; a new key is found here at once."""

    async def discover(self) -> Hits:
        """Offer everything, in the order of the bindings."""
        for command in commands(self.screen):
            yield DiscoveryHit(
                Content(_label(command)), self._run(command), command.name, command.tooltip
            )

    async def search(self, query: str) -> Hits:
        """Offer what fits the letters typed, by name or by what the tooltip says."""
        known = commands(self.screen)
        names = rank(query, [_label(command) for command in known])
        tooltips = holding(query, [command.tooltip for command in known])
        seen = {index for index, _ in names}
        found = names + [(index, ()) for index, _ in tooltips if index not in seen]
        for place, (index, places) in enumerate(found):
            command = known[index]
            style = self.match_style or "bold"
            shown = Content(_label(command), [Span(at, at + 1, style) for at in places])
            yield Hit(1 - place / 1000, shown, self._run(command), command.name, command.tooltip)

    def _run(self, command: Command) -> Callable[[], Awaitable[bool]]:
        return partial(self.app.run_action, command.action, command.node)


def _label(command: Command) -> str:
    return f"{command.name}  {' '.join(command.keys)}"
