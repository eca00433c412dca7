from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.library.articles.watching import Watch, stamp


@pytest.fixture
def watched(tmp_path: Path) -> tuple[Path, Watch]:
    path = tmp_path / "article.txt"
    path.write_text("one", "utf-8")
    return path, Watch(path, stamp(path))


def test_a_file_that_lies_still_is_no_news(watched: tuple[Path, Watch]) -> None:
    _, watch = watched
    assert [watch.poll() for _ in range(3)] == ["", "", ""]


def test_a_change_is_news_once_the_file_lies_still(watched: tuple[Path, Watch]) -> None:
    path, watch = watched
    said = []
    for words in ("one and", "one and two", "one and two, three"):
        path.write_text(words, "utf-8")
        said.append(watch.poll())
    assert said == ["", "", ""], "it is still being written"
    assert watch.poll() == "changed"
    assert watch.poll() == "changed", "until it is taken"
    watch.take(stamp(path))
    assert watch.poll() == ""


def test_a_file_that_is_replaced_is_news_even_if_it_is_as_long_and_as_old(
    watched: tuple[Path, Watch],
) -> None:
    path, watch = watched
    found = path.stat()
    other = path.with_name("other.txt")
    other.write_text("two", "utf-8")
    os.utime(other, ns=(found.st_atime_ns, found.st_mtime_ns))
    other.replace(path)
    assert [watch.poll(), watch.poll()] == ["", "changed"]


def test_a_file_that_is_gone_for_a_moment_only_is_no_news(watched: tuple[Path, Watch]) -> None:
    path, watch = watched
    away = path.rename(path.with_name("away.txt"))
    assert watch.poll() == ""
    away.rename(path)
    assert [watch.poll(), watch.poll()] == ["", ""]


def test_a_file_that_is_gone_is_told_of_once_and_again_when_it_is_back(
    watched: tuple[Path, Watch],
) -> None:
    path, watch = watched
    away = path.rename(path.with_name("away.txt"))
    assert [watch.poll() for _ in range(4)] == ["", "gone", "", ""]
    away.rename(path)
    assert [watch.poll() for _ in range(3)] == ["", "back", ""]
    path.unlink()
    assert [watch.poll() for _ in range(2)] == ["", "gone"]
    path.write_text("another", "utf-8")
    assert [watch.poll() for _ in range(2)] == ["", "changed"]


def test_what_is_no_ordinary_file_has_no_stamp(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (None, tmp_path, tmp_path / "pipe", tmp_path / "nothing", Path("a\0b")):
        assert stamp(path) is None
