"""A file in an encoding that its bytes do not tell is read in the one that the reader names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Postil

TEXT = "Мельник спит, река течёт.\n"


@pytest.fixture
def russian(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_bytes(TEXT.encode("koi8-r"))
    return path


def encoding(postil: Postil, path: Path, *given: str) -> tuple[str, str]:
    (row,) = [
        row for row in postil("meta", path, *given, "--json").records if row["field"] == "encoding"
    ]
    return row["value"], row["origin"]


def test_what_is_named_holds_until_it_is_taken_back(postil: Postil, russian: Path) -> None:
    assert postil("text", russian).out == TEXT
    assert encoding(postil, russian) == ("koi8_r", "guessed")
    wrong = russian.read_bytes().decode("cp1251")
    assert postil("text", russian, "--encoding", "Windows-1251").out == wrong
    for verb in (["outline"], ["notes"], ["text"], ["meta"]):
        assert postil(*verb, russian).status in (0, 1)
    assert postil("text", russian).out == wrong
    assert encoding(postil, russian) == ("cp1251", "chosen")
    assert encoding(postil, russian, "--encoding", "auto") == ("koi8_r", "guessed")
    assert postil("text", russian).out == TEXT


def test_words_are_found_in_what_was_chosen(postil: Postil, russian: Path) -> None:
    wrong = russian.read_bytes().decode("cp1251").split()[0]
    assert postil("add", russian).status == 0
    assert postil("search", wrong).status == 1
    assert postil("text", russian, "--encoding", "cp1251").status == 0
    assert postil("find", wrong, russian).status == 0
    assert postil("search", wrong).status == 0
    assert postil("meta", russian, "--encoding", "auto").status == 0
    assert postil("search", wrong).status == 1
    assert postil("search", TEXT.split()[0]).status == 0


def test_notes_stay_at_their_words_when_the_rest_reads_otherwise(
    postil: Postil, tmp_path: Path
) -> None:
    path = tmp_path / "mill.txt"
    path.write_bytes(f"{TEXT}\nThe wheel goes round and nobody asks why.\n".encode("koi8-r"))
    assert postil("note", path, "--quote", "goes round").status == 0
    assert postil("text", path, "--encoding", "cp866").status == 0
    (row,) = postil("notes", path, "--json").records
    assert (row["quote"], row["state"]) == ("goes round", "moved") or row["state"] == "same"


@pytest.mark.parametrize("name", ["LATIN1", "latin-1", "ISO_8859-1", "iso8859-1", "windows-1252"])
def test_a_name_may_be_written_in_any_way(postil: Postil, tmp_path: Path, name: str) -> None:
    path = tmp_path / "cafe.txt"
    path.write_bytes(b"Caf\xe9 by the mill.\n")
    assert postil("text", path, "--encoding", name).out == "Caf\xe9 by the mill.\n"


def test_an_unknown_one_names_those_that_are_near(postil: Postil, russian: Path) -> None:
    done = postil("text", russian, "--encoding", "koi9-r")
    assert done.status == 2
    assert "koi8-r" in done.error
    assert postil("text", russian, "--encoding", "base64").status == 2


def test_a_folder_has_none(postil: Postil, russian: Path) -> None:
    done = postil("find", "x", russian.parent, "--encoding", "koi8-r")
    assert done.status == 2
    assert "folder" in done.error


def test_names_are_completed(postil: Postil, russian: Path) -> None:
    assert "koi8-r" in postil("__complete", "zsh", "text", str(russian), "--encoding=koi8").out
