"""Keys that are typed before the app is there turn the painted page; the others are kept."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from postil.document.pipeline import open_article
from postil.model.position import ReadingPosition
from postil.tui.screens import early_reader
from postil.tui.screens.early_reader import EarlyReader
from postil.tui.startup import first_page
from postil.tui.startup.first_page import PaintedPage
from tests.support.effort import PATIENCE


class Keyboard:
    """A pipe in place of the terminal, and what is drawn meanwhile."""

    def __init__(self, page: PaintedPage, drawn: list[str], typing: int) -> None:
        self.drawn = drawn
        self.typing = typing
        self.early = EarlyReader(page, ReadingPosition(0))

    def press(self, keys: bytes, draws: int = 0) -> None:
        """Type keys, and wait until so many pages were drawn in all."""
        os.write(self.typing, keys)
        until = time.monotonic() + PATIENCE
        while len(self.drawn) < draws and time.monotonic() < until:
            time.sleep(0.001)
        assert len(self.drawn) == draws

    def stop(self) -> bytes:
        """Wait until all that was typed is read, and return what was not answered."""
        os.close(self.typing)
        self.early._thread.join(PATIENCE)
        assert not self.early._thread.is_alive()
        return self.early.stop()


@pytest.fixture
def keyboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyboard]:
    path = tmp_path / "lines.txt"
    path.write_text("\n\n".join(f"Line {n} of the harbour book." for n in range(1, 400)), "utf-8")
    drawn: list[str] = []
    monkeypatch.setattr(first_page, "_write", drawn.append)
    (article,) = open_article(path)
    reading, typing = os.pipe()
    monkeypatch.setattr(early_reader, "KEYBOARD", reading)
    yield Keyboard(PaintedPage(article, 72, (80, 16), ("", "", "")), drawn, typing)
    os.close(reading)


def test_nothing_is_known_of_a_place_where_no_key_came(keyboard: Keyboard) -> None:
    assert keyboard.early.stop() == b""
    assert keyboard.early.place() is None
    assert keyboard.early.stop() == b"", "asked twice, as by a signal"


def test_keys_that_move_are_answered_and_the_first_other_one_is_kept_with_all_behind_it(
    keyboard: Keyboard,
) -> None:
    keyboard.press(b" ", draws=1)
    keyboard.press(b"jja note", draws=2)
    assert keyboard.stop() == b"a note"
    assert (place := keyboard.early.place()) is not None
    assert place[0].top > 0


def test_a_key_that_comes_in_two_parts_is_one_key(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(early_reader, "_REST", PATIENCE)
    os.write(keyboard.typing, b"\x1b[6")
    keyboard.press(b"~", draws=1)
    assert keyboard.stop() == b""
    assert keyboard.early.place() is not None


def test_a_key_whose_rest_does_not_come_is_the_app_s(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(early_reader, "_REST", PATIENCE)
    keyboard.press(b"\x1b")
    assert keyboard.stop() == b"\x1b"
    assert keyboard.early.place() is None


def test_a_key_that_leads_nowhere_draws_nothing(keyboard: Keyboard) -> None:
    keyboard.press(b"k")
    assert keyboard.stop() == b""
    assert keyboard.drawn == []
