"""Pages are turned before Textual is loaded, in a real terminal; other keys wait for the app."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal import emulator
from tests.terminal.bursts import ESCAPE
from tests.terminal.emulator import COMMAND, Terminal

pytestmark = pytest.mark.skipif(
    not COMMAND.exists(), reason="the command postil is not installed beside this Python"
)

FIRST = "Line 1 of"
SIZE = (100, 24)
WAIT = """
import importlib.abc, os, sys, time

class Later(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        while name == "textual" and not os.path.exists({go!r}):
            time.sleep(0.005)

sys.meta_path.insert(0, Later())
"""
"""Lets Textual be loaded when a file is there."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "lines.txt"
    path.write_text("\n\n".join(f"Line {n} of the harbour book." for n in range(1, 400)), "utf-8")
    return path


@contextmanager
def starting(article: Path, tmp_path: Path) -> Iterator[tuple[Terminal, Path]]:
    """Open an article; yield with it the file that lets the app be loaded, not yet there."""
    go, site = tmp_path / "go", tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(WAIT.format(go=str(go)), "utf-8")
    found = os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH"))))
    with Terminal([article], size=SIZE, environ={"PYTHONPATH": found}) as terminal:
        terminal.until_seen(FIRST)
        yield terminal, go


def rows(seen: str) -> list[str]:
    """Return the words of the page, from the top, without what stands beside them."""
    return [line[6:70].strip(" ▎") for line in seen.split("\n")[1:-2]]


@pytest.mark.parametrize("columns", ["", "80"])
def test_pages_are_turned_before_the_app_is_there_which_goes_on_from_them(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setattr(emulator, "_environ", lambda: {**os.environ, "COLUMNS": columns})
    with starting(article, tmp_path) as (terminal, go):
        terminal.press(" ", "\x1b[6~", "b", "j", "j")
        shown = terminal.until(
            lambda seen: "Line 11 of" not in seen and "Line 12 of" in seen and "Line 21 of" in seen,
            "the whole page",
        )
        assert "min left" not in shown
        before, written = rows(shown), len(terminal.raw)
        go.touch()
        terminal.until(lambda seen: "min left" in seen and rows(seen) == before)
        assert FIRST.encode() not in terminal.raw[written:], "the app began elsewhere"


@pytest.mark.parametrize("further", ["/book", f" {ESCAPE}/book", "/book\x1b[6~"])
def test_the_first_key_that_turns_no_page_waits_for_the_app_with_all_that_follow(
    article: Path, tmp_path: Path, further: str
) -> None:
    with starting(article, tmp_path) as (terminal, go):
        terminal.press(f" {further}")
        terminal.until(lambda seen: FIRST not in seen, "the next page")
        go.touch()
        terminal.until(lambda seen: "/ book" in seen and "399" in seen, "what is found")


def test_a_signal_before_the_app_is_there_gives_the_terminal_back(
    article: Path, tmp_path: Path
) -> None:
    with starting(article, tmp_path) as (terminal, _):
        terminal.press(" ")
        terminal.until(lambda seen: FIRST not in seen, "the next page")
        terminal.process.terminate()
        terminal.end()
        assert not terminal.left()
        assert terminal.as_it_was()


def test_keys_of_the_readers_own_all_wait_for_the_app(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text('[keys]\n"page.page-down" = "f9"\n', "utf-8")
    monkeypatch.setenv("POSTIL_CONFIG", str(tmp_path))
    with starting(article, tmp_path) as (terminal, go):
        terminal.press(" /book")
        go.touch()
        assert FIRST in terminal.until(lambda seen: "/ book" in seen, "what is found")
