"""What cannot be read is refused in one line with status 2, by the app and by the verbs alike."""

from __future__ import annotations

import io
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Postil
from tests.support.effort import PATIENCE

Maker = Callable[[Path], Path]


def missing(folder: Path) -> Path:
    return folder / "gone.txt"


def directory(folder: Path) -> Path:
    (folder / "empty").mkdir()
    (folder / "empty" / "picture.png").write_bytes(b"\x89PNG")
    return folder / "empty"


def binary(folder: Path) -> Path:
    path = folder / "program.txt"
    path.write_bytes(bytes(range(256)) * 8)
    return path


def unreadable(folder: Path) -> Path:
    path = folder / "locked.txt"
    path.write_text("words")
    path.chmod(0)
    return path


def dangling(folder: Path) -> Path:
    path = folder / "link.txt"
    path.symlink_to(folder / "gone.txt")
    return path


def device(folder: Path) -> Path:
    return Path("/dev/zero")


REFUSED = (
    *(missing, directory, binary, dangling, device),
    pytest.param(unreadable, marks=pytest.mark.permissions),
)


@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    "verb", ["outline", "text", "sources", "find", "note", "cite", "meta", "source", "notes", ""]
)
def test_each_is_refused_in_one_line(
    verb: str, make: Maker, postil: Postil, tmp_path: Path
) -> None:
    path = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    passage = ["--quote", "words"] if verb in ("note", "cite", "source") else []
    line = ["find", "words", path] if verb == "find" else [verb, path] if verb else [path]
    done = postil(*line, *passage)
    # Folders are searched: one without articles is no fault, but has nothing to be found.
    assert (done.status, done.out) == (1 if (verb, make) == ("find", directory) else 2, "")
    assert path.name in done.error
    assert "; " in done.error, "say what to do"
    assert sorted(tmp_path.rglob("*")) == before


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Path]:
    """Return the path of a socket."""
    path = tmp_path / "s.sock"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path) if len(str(path)) > 100 else str(path))
        yield path


def test_a_socket_is_refused(postil: Postil, listener: Path) -> None:
    for line in ([], ["outline"]):
        done = postil(*line, listener)
        assert done.status == 2
        assert "socket" in done.error


def test_a_pipe_that_nobody_writes_to_is_given_up(postil: Postil, tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    begun = time.monotonic()
    done = postil("outline", path)
    assert 1.5 < time.monotonic() - begun < PATIENCE
    assert done.status == 2
    assert "pipe" in done.error


@pytest.mark.parametrize("words", ["", " \n\t\n", "\ufeff", "\x1b[2J"])
def test_an_empty_file_is_refused_by_the_verbs(words: str, postil: Postil, tmp_path: Path) -> None:
    path = tmp_path / "nothing.txt"
    path.write_text(words)
    for verb in ("outline", "text", "sources", "meta"):
        done = postil(verb, path)
        assert (done.status, done.out) == (2, "")
        assert "nothing.txt" in done.error
    assert postil("find", "x", path).status == 2


def test_an_empty_standard_input_is_refused(
    postil: Postil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert "standard input" in postil("outline", "-").error
    monkeypatch.setattr(sys, "stdin", None)
    assert "standard input" in postil("outline", "-").error


def test_an_empty_path_is_refused(postil: Postil) -> None:
    for line in ([""], ["outline", ""]):
        assert postil(*line).status == 2


def test_a_misspelt_verb_is_guessed(postil: Postil) -> None:
    assert "did you mean postil outline?" in postil("outlin").error


def test_a_path_named_like_a_verb_can_be_opened(
    postil: Postil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").write_text("An article that has this name.")
    for line in (["./notes"], ["--", "notes"]):
        assert "terminal" in postil(*line).error
    assert "terminal" not in postil("notes").error


def test_no_page_is_fetched_for_an_app_that_cannot_be_shown(postil: Postil) -> None:
    done = postil("https://example.org/a.html")
    assert done.status == 2
    assert "standard output is no terminal; use postil add URL" in done.error


def test_the_app_needs_a_terminal(postil: Postil, article: Path) -> None:
    for line in ([article], [article.parent], [], ["-"]):
        done = postil(*line)
        assert (done.status, done.out) == (2, "")
        assert "terminal" in done.error
    assert "postil text" in postil(article).error


def test_bad_settings_are_told_by_every_command_that_needs_them(
    postil: Postil, article: Path, own_places: Path
) -> None:
    (own_places / "config").mkdir(parents=True)
    (own_places / "config" / "config.toml").write_text("measure = 1")
    for line in (["config"], ["notes"], [article]):
        done = postil(*line)
        assert done.status == 2
        assert "measure" in done.error


def test_undecodable_bytes_and_long_lines_are_read(postil: Postil, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes("Ein Café am See, und mehr. ".encode() * 20 + b"\xff\xfe caf\xe9\n\n")
    assert postil("text", path).status == 0
    path.write_text("word " * 200_000)
    assert len(postil("text", path).out) == 1_000_000


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("find snow PATH", 1),
        ("notes", 1),
        ("notes PATH --tag snow", 1),
        ("tags", 1),
        ("undo", 1),
        ("text PATH --section 99", 2),
        ("source PATH --quote snow", 2),
        ("note PATH --quote rye --nth 99", 2),
        ("cite PATH --at 900000:900001", 2),
        ("cite PATH --note 0000", 2),
        ("edit 0000 --body x", 2),
        ("delete 0000", 2),
        ("tags rename snow ice", 2),
        ("tags merge snow ice", 2),
        ("tags delete snow", 2),
    ],
)
def test_only_a_search_or_a_list_finds_nothing(
    line: str, status: int, postil: Postil, article: Path
) -> None:
    done = postil(*line.replace("PATH", str(article)).split())
    assert (done.status, done.out) == (status, "")
    assert done.error
