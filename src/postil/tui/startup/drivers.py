"""Drivers of the terminal that tell of keys at once, and take over a page painted already."""

from __future__ import annotations

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Key
from textual.message import Message

from postil.tui.startup.first_page import Painted
from postil.tui.startup.key_priority import KeyPriority
from postil.tui.startup.terminal_file import TAKE, TerminalFile


def reporting_driver(
    driver: type[Driver], key_priority: KeyPriority, terminal: TerminalFile
) -> type[Driver]:
    """Return the driver, but one that tells of a key before the app comes to hear of it.

    It writes by way of ``terminal``, and leaves alone a terminal that it has given back.
    """

    # No type checker knows this class: which driver Textual takes shows only when it runs.
    class ReportingDriver(driver):  # type: ignore[misc, valid-type]
        """Tells of keys from the thread that reads them."""

        _active = False

        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)
            if (file := getattr(self, "_file", None)) is not None:
                self._file = terminal.over(file)

        def process_message(self, message: Message) -> None:
            """Hand a message on to the app."""
            if isinstance(message, Key):
                key_priority.key()
            super().process_message(message)

        def run_input_thread(self) -> None:
            """Read keys until the end, or until the terminal is gone."""
            try:
                super().run_input_thread()
            except OSError:
                terminal.lose()

        def start_application_mode(self) -> None:
            """Take the terminal."""
            self._active = True
            super().start_application_mode()

        def stop_application_mode(self) -> None:
            """Give the terminal back, once: it may be the shell's meanwhile."""
            if self._active:
                self._active = False
                super().stop_application_mode()

        def resume_application_mode(self) -> None:
            """Take the terminal again, unless the app is about to end."""
            if not terminal.ending:
                super().resume_application_mode()

    return ReportingDriver


def no_clear_driver(driver: type[Driver], painted: Painted) -> type[Driver]:
    """Return the driver, but one that takes over a painted page, and what was typed there.

    It does not change to the screen it is on at the start.
    """

    class NoClearDriver(driver):  # type: ignore[misc, valid-type]
        """Draws over what is there."""

        _there = True
        _typed = b""

        def start_application_mode(self) -> None:
            """Take the terminal from whoever reads its keys so far."""
            if self._there:
                self._typed = painted.let_go()
            super().start_application_mode()

        def run_input_thread(self) -> None:
            """Read keys, those first that were typed for the app before it was there."""
            typed, self._typed = self._typed.decode("utf-8", "replace"), b""
            if typed:
                parser = XTermParser()
                for event in (*parser.feed(typed), *parser.feed("")):
                    self.process_message(event)
            super().run_input_thread()

        def write(self, data: str) -> None:
            """Write to the terminal, all but the first change of screen, which would clear it."""
            if self._there and data.startswith(TAKE):
                self._there = False
                data = data[len(TAKE) :]
            if data:
                super().write(data)

    return NoClearDriver
