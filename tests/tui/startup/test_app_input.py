"""What is typed at the very end, when no screen is left, means nothing and harms nothing."""

from __future__ import annotations

from textual.app import App
from textual.events import Event, Key

from postil.tui.startup.app_input import AppInput


async def test_without_a_screen_keys_go_nowhere() -> None:
    app: App[int] = App()
    dealt_with: list[Event] = []

    async def process(event: Event) -> None:
        dealt_with.append(event)

    typed = AppInput(app, process)
    assert list(typed.route()) == [app]
    assert not typed.ready()
    await typed.take(Key("x", "x"))
    assert dealt_with == []
