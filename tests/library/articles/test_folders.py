"""The articles of a folder are walked through in an order that people expect."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from postil.errors import NotAnArticle, NotThere
from postil.library.articles.folders import articles_in, natural


def test_names_are_ordered_as_people_do() -> None:
    names = ["a10", "A2", "b", "1", "a", "10", "a2b", "2"]
    assert sorted(names, key=natural) == ["1", "2", "10", "a", "A2", "a2b", "a10", "b"]
    natural("9" * 5000 + "x")


def test_paths_begin_as_the_folder_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in" / "deeper").mkdir(parents=True)
    for name in ("b 10.txt", "b 9.md", "deeper/a.txt", "deeper/b.png"):
        (tmp_path / "in" / name).write_text("Words.")
    monkeypatch.chdir(tmp_path)
    assert list(articles_in(Path("in"))) == [
        *map(Path, ("in/b 9.md", "in/b 10.txt", "in/deeper/a.txt"))
    ]


@pytest.mark.parametrize(
    ("name", "error"), [("gone", NotThere), ("a.txt", NotAnArticle), ("x" * 300, NotThere)]
)
def test_what_is_no_folder_is_told(name: str, error: type[Exception], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    with pytest.raises(error):
        next(articles_in(tmp_path / name))


def test_a_number_makes_no_manual_page_of_a_library(tmp_path: Path) -> None:
    library = b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20
    for name, data in {
        "ls.1": b".TH LS 1\n.SH NAME\nls\n",
        "chapter.2": b"The ferries of the lake had no keels.\n",
        "libm.so.6": library,
        "log.1.gz": gzip.compress(library),
        "log.2.gz": gzip.compress(b"Plain words, packed.\n"),
        "empty.3": b"",
    }.items():
        (tmp_path / name).write_bytes(data)
    found = [one.name for one in articles_in(tmp_path) if isinstance(one, Path)]
    assert found == ["chapter.2", "empty.3", "log.2.gz", "ls.1"]
