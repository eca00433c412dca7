"""Lets the app take over a page that is painted already, without a blank screen in between."""

from __future__ import annotations

from textual.driver import Driver

from postil.tui.first_page import ALT_SCREEN


def seamless(driver: type[Driver]) -> type[Driver]:
    """Return the driver, but one that does not change to the screen it is on at the start."""

    class Seamless(driver):  # type: ignore[misc, valid-type]
        """Draws over what is there."""

        _there = True

        def write(self, data: str) -> None:
            """Write to the terminal, all but the first change of screen, which would clear it."""
            if self._there and data.startswith(ALT_SCREEN):
                self._there = False
                data = data[len(ALT_SCREEN) :]
            if data:
                super().write(data)

    return Seamless
