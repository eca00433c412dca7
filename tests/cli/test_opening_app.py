"""The app is opened with what was named, and with a terminal whatever is piped."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from postil.cli.commands import app
from postil.cli.commands.app import open_app
from postil.errors import BadRequest, NoTerminal, NotThere
from postil.tui import start
from tests.support.formats.server import served

Opened = list[tuple[list[Path], bytes | None]]

TTY = "/dev/tty"


class Screen(io.StringIO):
    """Standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Return what the app was opened with; all three streams are terminals."""
    found: Opened = []

    def run(_settings: object, paths: list[Path], data: bytes | None, encoding: str) -> int:
        found.append((paths, data))
        return 7

    monkeypatch.setattr(start, "run", run)
    # Pytest puts its own streams back before each test begins.
    streams = SimpleNamespace(stdin=sys.stdin, stdout=Screen())
    monkeypatch.setattr(app, "sys", streams)
    monkeypatch.setattr(os, "isatty", lambda _: True)
    return found


@pytest.fixture
def environ() -> dict[str, str]:
    return {**os.environ, "TERM": "xterm-256color"}


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let standard input be a pipe."""
    monkeypatch.setattr(
        app, "sys", SimpleNamespace(stdout=Screen(), stdin=io.TextIOWrapper(io.BytesIO(data)))
    )


def test_paths_are_opened_as_named(opened: Opened, environ: dict[str, str], article: Path) -> None:
    assert open_app([str(article), str(article.parent)], environ) == 7
    assert opened == [([article, article.parent], None)]


def test_what_is_piped_is_opened(
    opened: Opened, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe(monkeypatch, b"Piped words.\n")
    assert open_app(["-"], environ) == 7
    assert opened == [([], b"Piped words.\n")]


def test_a_closed_standard_input_is_an_empty_one(
    opened: Opened, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "sys", SimpleNamespace(stdout=Screen(), stdin=None))
    open_app(["-"], environ)
    assert opened == [([], b"")]


def test_what_is_piped_is_opened_alone(
    opened: Opened, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch, article: Path
) -> None:
    pipe(monkeypatch, b"Piped words.\n")
    with pytest.raises(BadRequest, match="opened alone"):
        open_app([str(article), "-"], environ)
    assert opened == []


@pytest.mark.parametrize(
    ("word", "said"),
    [("serch", "did you mean postil search"), ("zzzzqqqq", "there is no such file")],
)
def test_a_word_that_is_no_file_is_taken_for_a_mistyped_verb(
    opened: Opened, environ: dict[str, str], word: str, said: str
) -> None:
    with pytest.raises(NotThere) as refused:
        open_app([word], environ)
    assert said in str(refused.value)
    assert ("did you mean" in str(refused.value)) == said.startswith("did")
    assert opened == []


def test_a_terminal_that_cannot_move_its_cursor_is_refused(
    opened: Opened, environ: dict[str, str], article: Path
) -> None:
    with pytest.raises(NoTerminal, match="cannot move its cursor"):
        open_app([str(article)], {**environ, "TERM": "dumb"})
    assert opened == []


@pytest.mark.parametrize("piped", [(), (0,), (2,), (0, 2)])
def test_the_terminal_takes_the_place_of_what_is_piped(
    opened: Opened,
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    article: Path,
    piped: tuple[int, ...],
) -> None:
    put: list[tuple[int, int]] = []
    terminals: list[int] = []
    real = os.open

    def open_(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if path != TTY:
            return real(path, flags, *more, **named)
        terminals.append(real(os.devnull, flags))
        return terminals[-1]

    monkeypatch.setattr(os, "isatty", lambda descriptor: descriptor not in piped)
    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "dup2", lambda one, other: put.append((one, other)))
    assert open_app([str(article)], environ) == 7
    assert put == list(zip(terminals, piped, strict=True))
    for terminal in terminals:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(terminal)


def test_without_a_terminal_to_take_keys_from_it_is_not_opened(
    opened: Opened, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch, article: Path
) -> None:
    real = os.open

    def open_(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if path == TTY:
            raise OSError(6, "No such device or address")
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "isatty", lambda descriptor: descriptor != 0)
    monkeypatch.setattr(os, "open", open_)
    with pytest.raises(NoTerminal, match="no terminal is there to take keys from"):
        open_app([str(article)], environ)
    assert opened == []


def test_an_address_opens_the_page_that_is_fetched_from_it(
    opened: Opened, environ: dict[str, str]
) -> None:
    with served() as site:
        address = site.page("/ice", "# Ice\n\nWords.\n", "text/markdown")
        assert open_app([address], environ) == 7
        assert open_app([address], environ) == 7
        assert site.asked == ["/ice"]
    (paths, data), again = opened
    assert (paths, data) == again
    assert paths[0].read_text("utf-8") == "# Ice\n\nWords.\n"
