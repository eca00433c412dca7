"""Paths are read without hanging, and refused in words that help."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest

from postil.document.bytes import read_file
from postil.document.bytes.read_file import MOST, head_bytes, read_bytes
from postil.errors import CannotOpen, NotAnArticle, NotReadable, NotThere
from tests.support.effort import PATIENCE


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 3_000_000)
    assert read_bytes(path) == path.read_bytes()
    assert head_bytes(path, 100) == b"x" * 100
    assert head_bytes(path, 3_000_000) is None


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert read_bytes(tmp_path / "b.txt") == b"words"


@pytest.mark.parametrize("read", [read_bytes, head_bytes])
def test_what_is_no_article_is_refused(read: object, tmp_path: Path) -> None:
    assert callable(read)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "file").write_text("x")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
    cases: list[tuple[Path, type[CannotOpen], str]] = [
        (tmp_path / "missing.txt", NotThere, "there is no such file"),
        (tmp_path / "gone.txt", NotThere, "a link to a file that is gone"),
        (tmp_path / "loop", NotThere, "lead in a circle"),
        (tmp_path / "file" / "x", NotThere, "there is no such file"),
        (tmp_path / ("n" * 5000), NotThere, "there is no such file"),
        (tmp_path, NotAnArticle, "it is a folder"),
        (tmp_path / "socket", NotAnArticle, "it is a socket"),
        (Path("/dev/null"), NotAnArticle, "it is a device"),
        (Path("a\0b"), NotThere, "there is no such file"),
    ]
    for path, error, why in cases:
        with pytest.raises(error, match=why):
            read(path)


@pytest.mark.permissions
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(NotReadable, match="not allowed"):
        read_bytes(path)


def test_a_name_cannot_command_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(NotThere) as caught:
        read_bytes(tmp_path / "a\x1b[31mb\nc")
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_pipe_that_nobody_writes_to_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    began = time.monotonic()
    with pytest.raises(NotAnArticle, match="nobody writes to"):
        read_bytes(path, seconds=0.1)
    assert 0.1 <= time.monotonic() - began < PATIENCE
    assert head_bytes(path) is None


def test_a_slow_writer_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)

    # Opened for both, so that the pipe has its writer before anybody reads.
    pipe = os.open(path, os.O_RDWR)

    def write() -> None:
        time.sleep(0.3)
        os.write(pipe, b"first ")
        time.sleep(0.2)
        os.write(pipe, b"x" * 200_000)
        os.close(pipe)

    writer = threading.Thread(target=write)
    writer.start()
    data = read_bytes(path, seconds=0.15)
    writer.join()
    assert data == b"first " + b"x" * 200_000


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="no /dev/fd here")
def test_what_a_command_pipes_in_is_read() -> None:
    with subprocess.Popen(["printf", "piped words"], stdout=subprocess.PIPE) as command:
        assert command.stdout is not None
        assert read_bytes(Path(f"/dev/fd/{command.stdout.fileno()}")) == b"piped words"


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    with path.open("wb") as file:
        file.truncate(MOST + 1)
    with pytest.raises(NotReadable, match="larger than 512 MB"):
        read_bytes(path)
    with pytest.raises(NotReadable, match="larger than 1 MB"):
        read_bytes(path, most=1 << 20)


def test_a_stream_that_does_not_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_file, "MOST", 1 << 20)
    with Path("/dev/zero").open("rb") as endless, pytest.raises(NotReadable, match="1 MB"):
        read_file.read_stream(endless, "standard input")
    assert read_file.read_stream(io.BytesIO(b"words"), "standard input") == b"words"
