"""What cannot be opened is refused before a screen is taken over, and a pipe is read only once."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from postil.errors import NotAnArticle, NotText, NotThere
from postil.library.articles.loading import check


def test_a_text_of_any_size_passes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for words in ("", "Words.", "Wörter. " * 20_000):
        path.write_text(words)
        assert check(path) is None


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for size in (1, 2_000):
        path.write_bytes(bytes(range(256)) * size)
        with pytest.raises(NotText, match=r"a\.txt"):
            check(path)
    with pytest.raises(NotThere):
        check(tmp_path / "gone.txt")
    with pytest.raises(NotAnArticle):
        check(tmp_path)


def test_of_a_big_file_only_the_head_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"Words of a big file.\n" * 5_000)
        file.truncate(1 << 40)
    assert check(path) is None


def test_a_pipe_gives_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"piped words",))
    writer.start()
    try:
        assert check(path) == b"piped words"
    finally:
        writer.join()
