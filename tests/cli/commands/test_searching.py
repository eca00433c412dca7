"""Articles are made known and forgotten, and all that is known is searched by one language."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from postil.cli.commands.searching import NARROW
from tests.cli.conftest import Postil

BOOKS = {
    "quay.txt": "The old quay\n\nThe ships came from the north, and nobody could tell why.\n\n"
    "The soldiers watched the quay all winter, and took no pay.\n\nThen the boats came back.",
    "ferry.md": "---\ntitle: The ferry\nauthor: Sara Hart\ndate: 2014-04-04\n---\n\n"
    "Nobody took pay on the ferry. [Source: Mara Lind, Mountain Herald, March 3, 2011]\n",
    "kernel.txt": "端末の手引き\n\nｶｰﾈﾙとﾃﾞｰﾀﾍﾞｰｽは別の部屋にある。",
}


@pytest.fixture
def books(tmp_path: Path, postil: Postil) -> Path:
    """Make a folder of articles known, and return it."""
    folder = tmp_path / "books"
    folder.mkdir()
    for name, text in BOOKS.items():
        (folder / name).write_text(text, "utf-8")
    done = postil("add", folder, "--json")
    assert done.records == [{"known": 3, "new": 3, "read": 3}]
    return folder


def found(postil: Postil, *query: str) -> list[str]:
    """Return the names of the articles, and the bodies of notes, that a query finds."""
    done = postil("search", "--json", "--", *query)
    assert done.status == (0 if done.out else 1)
    assert not done.err
    return sorted(
        row["note"] if row["kind"] == "note" else Path(row["path"]).name for row in done.records
    )


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("soldier quay", ["quay.txt"]),
        ("pay -soldiers", ["ferry.md"]),
        ("pay", ["ferry.md", "quay.txt"]),
        ("データベース", ["kernel.txt"]),
        ("author:hart OR quay", ["ferry.md", "quay.txt"]),
        ('source:"mountain herald"', ["ferry.md"]),
        ("date:..2015", ["ferry.md"]),
        ("title:ferry", ["ferry.md"]),
        ("read:todo", ["ferry.md", "kernel.txt", "quay.txt"]),
        ("has:note", []),
        ("nowhere", []),
    ],
)
def test_articles_are_found(query: str, names: list[str], books: Path, postil: Postil) -> None:
    assert found(postil, query) == names


def test_a_row_says_where_it_is(books: Path, postil: Postil) -> None:
    (row,) = postil("search", "--json", "took no").records
    keys = ["kind", "article", "path", "start", "end", "snippet", "score", "section", "heading"]
    assert list(row) == keys
    text = postil("text", books / "quay.txt").out
    assert text[row["start"] : row["end"]] == "took no"
    assert row["snippet"].endswith("and took no pay.")
    assert row["kind"] == "text"
    assert row["article"] is None


def note(postil: Postil, path: Path, quote: str, *more: str) -> str:
    """Write a note and return its id."""
    (row,) = postil("note", path, "--quote", quote, "--json", *more).records
    return str(row["id"])


def test_notes_are_found_with_the_store(books: Path, postil: Postil) -> None:
    quay = books / "quay.txt"
    one = note(postil, quay, "all winter", "--body", "Which *winter*?", "--tag", "time/season")
    other = note(postil, quay, "winter, and", "--tag", "to check", "--colour", "blue")
    assert found(postil, "in:notes winter") == sorted([one, other])
    assert found(postil, "note:which") == [one]
    assert found(postil, "tag:time") == [one]
    assert found(postil, 'tag:"to check"') == [other]
    assert found(postil, "colour:blue has:tag") == [other]
    assert found(postil, "colour:yellow has:note") == [one]
    assert found(postil, 'tag:time&"to check"') == sorted([one, other])
    assert found(postil, "tag:time&other") == []
    assert found(postil, "has:note in:text") == ["quay.txt"]
    assert found(postil, "state:same made:2000..") == sorted([one, other])
    text = quay.read_text("utf-8")
    quay.write_text(text.replace("The soldiers watched the quay all winter", "They"), "utf-8")
    assert found(postil, "state:orphan") == [one]
    assert found(postil, "soldiers in:text") == []
    assert postil("delete", one, other).status == 0
    assert found(postil, "in:notes") == []


def test_people_see_what_a_note_says_without_its_markdown(books: Path, postil: Postil) -> None:
    said = "Which *winter*?\n\n- the **first**, see [a list](https://example.org/a)"
    note(postil, books / "quay.txt", "all winter", "--body", said)
    shown = " ".join(postil("search", "note:which").out.split())
    assert "all winter — Which winter? • the first, see a list" in shown
    (row,) = postil("search", "--json", "note:which").records
    assert row["snippet"].startswith("all winter — Which *winter*? - the **first**")
    listed = [line.strip() for line in postil("notes").out.splitlines()]
    assert "Which winter?" in listed
    assert "• the first, see a list (https://example.org/a)" in listed


def test_what_is_changed_or_comes_to_a_watched_folder_is_found(books: Path, postil: Postil) -> None:
    (books / "new.txt").write_text("A lighthouse keeper arrived in spring.", "utf-8")
    assert found(postil, "lighthouse") == []
    assert postil("add", "--watch", books).status == 0
    (books / "later.txt").write_text("Another lighthouse was built.", "utf-8")
    assert found(postil, "lighthouse") == ["later.txt", "new.txt"]
    assert postil("shelf", "--forget", books / "new.txt").status == 0
    assert found(postil, "lighthouse") == ["later.txt"]
    done = postil("shelf", "--forget", books)
    assert done.out == "Forgot 3 articles; notes stay. 1 folder watched no more.\n"
    assert found(postil, "lighthouse") == []
    assert postil("shelf", "--forget", books).status == 1


def test_a_file_that_is_gone_is_found_as_it_was(books: Path, postil: Postil) -> None:
    (books / "quay.txt").unlink()
    assert found(postil, "soldiers") == ["quay.txt"]


def test_a_file_that_was_moved_is_found_where_it_is_made_known(books: Path, postil: Postil) -> None:
    quote = "The soldiers watched the quay all winter"
    assert postil("note", books / "quay.txt", "--quote", quote).status == 0
    away = books.parent / "away"
    away.mkdir()
    (books / "quay.txt").rename(away / "pier.txt")
    assert "moved, and found again" in postil("add", away).err
    rows = [row for row in postil("shelf", "--json").records if row["notes"]]
    assert [Path(str(row["path"])).name for row in rows] == ["pier.txt"]
    assert postil("add", away).err == ""


def test_a_file_that_names_the_article_is_named_once(books: Path, postil: Postil) -> None:
    (books / "bare.txt").write_text("a lighthouse keeper arrived in spring,\n", "utf-8")
    assert postil("add", books).status == 0
    assert postil("search", "keeper").out.splitlines()[0].count("bare.txt") == 1


def test_what_cannot_be_read_is_said_and_the_rest_is_known(books: Path, postil: Postil) -> None:
    (books / "void.txt").write_bytes(b"\0\1\2" * 100)
    done = postil("add", books)
    assert done.status == 0
    assert "void.txt: " in done.err
    assert found(postil, "quay") == ["quay.txt"]


@pytest.mark.parametrize(
    ("query", "at"), [("quay OR", 6), ("(quay", 1), ("date:20x5", 6), ('pay "north', 5)]
)
def test_a_mistake_is_one_line_with_its_place(query: str, at: int, postil: Postil) -> None:
    done = postil("search", query)
    assert done.status == 2
    assert done.err.startswith(f"postil: the query cannot be read: at {at} ")
    assert done.err.count("\n") == 1


def test_people_are_shown_a_line_of_each(books: Path, postil: Postil) -> None:
    done = postil("search", "pay")
    assert "The ferry" in done.out
    assert "Nobody took pay" in done.out
    assert all(len(line) <= 2 * NARROW for line in done.out.splitlines())
    assert postil("search", "nowhere").status == 1
    assert "nothing that is known has it" in postil("search", "nowhere").err
    assert len(postil("search", "--limit", "1", "pay", "--json").records) == 1
    assert postil("search", "--limit", "0", "pay").status == 2


def test_a_damaged_cache_is_made_anew(books: Path, postil: Postil, tmp_path: Path) -> None:
    (cache,) = tmp_path.rglob("library.sqlite")
    whole = cache.read_bytes()
    for spoilt in whole[:5000], b"nonsense" * 1000, b"", whole[:60] + b"\xff" * 3000 + whole[3060:]:
        cache.write_bytes(spoilt)
        assert found(postil, "soldiers") == ["quay.txt"]


def test_a_flipped_byte_in_a_text_is_no_wrong_answer(
    books: Path, postil: Postil, tmp_path: Path
) -> None:
    (cache,) = tmp_path.rglob("library.sqlite")
    for spoilt in bytes, str:
        with sqlite3.connect(cache) as db:
            for key, text in db.execute("SELECT key, text FROM article").fetchall():
                other = spoilt(b"\xff" + text[1:], *(("latin-1",) if spoilt is str else ()))
                db.execute("UPDATE article SET text = ? WHERE key = ?", (other, key))
        db.close()
        assert found(postil, "soldiers") == ["quay.txt"]


def test_a_cache_that_another_process_writes_is_told_in_a_line(
    books: Path, postil: Postil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postil.store.catalogue.catalogue_file._BUSY", 0.05)
    (cache,) = tmp_path.rglob("library.sqlite")
    other = sqlite3.connect(cache)
    other.execute("BEGIN EXCLUSIVE")
    done = postil("search", "soldiers")
    other.close()
    assert done.status == 2
    assert "another Postil has written them too long; try again" in done.err
    assert found(postil, "soldiers") == ["quay.txt"]


def test_a_row_names_the_section_that_it_stands_in(tmp_path: Path, postil: Postil) -> None:
    parts = tmp_path / "parts.md"
    parts.write_text(
        "---\ntitle: Parts\n---\n\nA ferry at first.\n\n# One\n\nNo boat.\n\n## The ice on the "
        "river, and what came of it for all of those who had to cross it every day\n\n"
        "A zeppelin came.\n",
        "utf-8",
    )
    assert postil("add", parts).status == 0
    (row,) = postil("search", "--json", "zeppelin").records
    outline = postil("outline", parts, "--json").records
    (own,) = (one for one in outline if one["n"] == row["section"])
    assert own["start"] <= row["start"] < own["end"]
    assert row["heading"] == own["title"]
    (row,) = postil("search", "--json", "ferry").records
    assert (row["section"], row["heading"]) == (0, None)
    (row,) = postil("search", "--json", "title:parts").records
    assert (row["section"], row["heading"]) == (None, None)
    one = note(postil, parts, "No boat", "--body", "Why not?")
    (row,) = postil("search", "--json", "note:why").records
    assert (row["note"], row["section"], row["heading"]) == (one, 1, "One")
    line = postil("search", "zeppelin").out.splitlines()[0]
    assert line.startswith("Parts  parts.md  § The ice on the river")
    assert line.endswith("…")
    assert len(line) <= NARROW
    assert "§ Opening" in postil("search", "ferry").out
    assert "§" not in postil("search", "title:parts in:text").out
