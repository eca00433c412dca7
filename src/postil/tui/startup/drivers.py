"""Drivers of the terminal that tell of keys at once, and take over a page painted already."""

from __future__ import annotations

from textual.driver import Driver
from textual.events import Key
from textual.message import Message

from postil.tui.startup.first_page import ALT_SCREEN
from postil.tui.startup.key_priority import KeyPriority


def reporting_driver(driver: type[Driver], key_priority: KeyPriority) -> type[Driver]:
    """Return the driver, but one that tells of a key before the app comes to hear of it."""

    # No type checker knows this class: which driver Textual takes shows only when it runs.
    class ReportingDriver(driver):  # type: ignore[misc, valid-type]
        """Tells of keys from the thread that reads them."""

        def process_message(self, message: Message) -> None:
            """Hand a message on to the app."""
            if isinstance(message, Key):
                key_priority.key()
            super().process_message(message)

    return ReportingDriver


def no_clear_driver(driver: type[Driver]) -> type[Driver]:
    """Return the driver, but one that does not change to the screen it is on at the start."""

    class NoClearDriver(driver):  # type: ignore[misc, valid-type]
        """Draws over what is there."""

        _there = True

        def write(self, data: str) -> None:
            """Write to the terminal, all but the first change of screen, which would clear it."""
            if self._there and data.startswith(ALT_SCREEN):
                self._there = False
                data = data[len(ALT_SCREEN) :]
            if data:
                super().write(data)

    return NoClearDriver
