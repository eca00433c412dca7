"""The app is started on what was named, and its status is told; a crash gives the terminal back."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from postil.config import Places, Settings
from postil.document.pipeline import open_article
from postil.tui import start
from postil.tui.app import PostilApp
from postil.tui.screens import early_reader
from postil.tui.startup import first_page
from postil.tui.startup.first_page import Painted, PaintedPage
from postil.tui.startup.terminal_file import LEAVE

WORDS = "The ice came early, and nobody had boots.\n\n" * 40


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put back what starting sets for the whole process."""
    for name in ("TEXTUAL_FPS", "TEXTUAL_ANIMATIONS"):
        monkeypatch.setenv(name, "")
    interval, often = sys.getswitchinterval(), gc.get_threshold()
    yield
    gc.enable()
    gc.set_threshold(*often)
    sys.setswitchinterval(interval)


@pytest.fixture
def settings(own_places: Path) -> Settings:
    return Settings(Places(*(own_places / name for name in ("home", "state", "config", "cache"))))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ice.txt"
    path.write_text(WORDS, "utf-8")
    return path


@pytest.fixture
def painted(article: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Paint the page on a pipe; return the end of it from which the drawing can be read."""
    reading, terminal = os.pipe()
    keyboard, typing = os.pipe()
    monkeypatch.setattr(first_page, "TERMINAL", terminal)
    monkeypatch.setattr(early_reader, "KEYBOARD", keyboard)
    monkeypatch.setattr(os, "isatty", lambda descriptor: descriptor == 0)
    (read,) = open_article(article)
    page = PaintedPage(read, 72, (60, 8), ("", "", ""))
    monkeypatch.setattr(first_page, "paint", lambda *_: Painted(page, None))
    yield reading
    for descriptor in (reading, terminal, keyboard, typing):
        os.close(descriptor)


@pytest.mark.parametrize(
    ("returned", "code", "status"), [(None, None, 0), (3, None, 3), (None, 1, 1), (0, 0, 0)]
)
@pytest.mark.parametrize("named", [[], ["."], ["ice.txt"], ["ice.txt", "."]])
def test_the_status_is_that_of_the_app(
    named: list[str],
    returned: int | None,
    code: int | None,
    status: int,
    settings: Settings,
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def run(app: PostilApp) -> int | None:
        app._return_code = code
        return returned

    monkeypatch.setattr(PostilApp, "run", run)
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    assert start.run(settings, [article.parent / name for name in named], None) == status
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before


def test_what_is_piped_in_is_opened(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PostilApp, "run", lambda app: 5)
    assert start.run(settings, [], WORDS.encode("utf-16"), encoding="utf-16") == 5


@pytest.mark.parametrize("keys", [{}, {"page.down": "x"}])
def test_a_crash_gives_the_terminal_back(
    keys: dict[str, str],
    painted: int,
    settings: Settings,
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    readers: list[early_reader.EarlyReader] = []
    made = early_reader.EarlyReader

    def early(*arguments: Any) -> early_reader.EarlyReader:
        readers.append(made(*arguments))
        return readers[0]

    def crash(app: PostilApp) -> int:
        raise RuntimeError("the app has a fault")

    monkeypatch.setattr(early_reader, "EarlyReader", early)
    monkeypatch.setattr(PostilApp, "run", crash)
    own = Settings(settings.places, keys=keys)
    with pytest.raises(RuntimeError, match="a fault"):
        start.run(own, [article], None)
    assert LEAVE in os.read(painted, 4096).decode()
    # Keys of one's own may mean anything, so that nobody answers them before the app.
    assert len(readers) == (0 if keys else 1)
    assert not any(each._thread.is_alive() for each in readers)
