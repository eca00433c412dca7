"""Notes and tags are listed, for people and for programs, and tags are changed everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Postil
from tests.support.formats import paged


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("--tag work", 1),
        ("--tag rivers", 0),
        ("--text MILLS", 1),
        ("--text harvests", 1),
        ("--text trains", 0),
        ("--source brandt", 1),
        ("--source lindqvist", 0),
        ("--state same", 1),
        ("--state orphan", 0),
        ("--tag work --state orphan", 0),
    ],
)
def test_notes_are_filtered(line: str, found: int, noted: Any, postil: Postil) -> None:
    done = postil("notes", "--json", *line.split())
    assert len(done.records) == found
    assert done.status == (0 if found else 1)


def test_notes_of_one_article(noted: Any, postil: Postil, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nothing is noted here, nothing at all.")
    assert len(postil("notes", article, "--json").records) == 1
    assert postil("notes", other).status == 1


def test_notes_for_people(noted: Any, postil: Postil) -> None:
    out = postil("notes").out
    for words in ("“sailed between two harvests”", "green", "Compare mills.", "work", "Teo"):
        assert words in out
    assert noted["id"][-8:] in out


def test_notes_on_printed_pages_name_them(
    postil: Postil, tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paged.known(monkeypatch)
    path = tmp_path / "printed.paged"
    path.write_bytes(paged.paged("xii\nThe mole was built of larch.", "3\nThe ice broke it."))
    made = postil("note", path, "--quote", "built of larch", "--json").records[0]
    assert made["page"] == "xii"
    assert postil("note", path, "--quote", "ice broke", "--json").records[0]["page"] == "3"
    assert postil("note", path, "--body", "All of it.", "--json").records[0].get("page") is None
    # Listed anew, from what was kept, and by a look at one article: each time the same.
    for line in (("notes",), ("notes",), ("notes", path), ("notes", "--query", "mole OR larch")):
        (one,) = [r for r in postil(*line, "--json").records if r["id"] == made["id"]]
        assert one["page"] == "xii"
    assert "printed · p. xii" in postil("notes").out.replace("A printed book", "printed")
    assert "page" not in postil("note", article, "--quote", "made of larch", "--json").records[0]


def test_without_notes_there_is_nothing_to_list(postil: Postil) -> None:
    for verb in ("notes", "tags"):
        done = postil(verb)
        assert (done.status, done.out) == (1, "")
        assert done.error


def test_tags_are_listed_and_changed_everywhere(noted: Any, postil: Postil) -> None:
    keys = ["tag", "notes", "definition", "colour"]
    assert [list(record) for record in postil("tags", "--json").records] == [keys, keys]
    assert postil("tags", "define", "crews", "Who was on board").status == 0
    assert "Who was on board" in postil("tags").out
    assert postil("tags", "rename", "work", "labour").status == 0
    assert postil("tags", "merge", "crews", "labour").status == 0
    assert postil("notes", "--json").records[0]["tags"] == ["labour"]
    assert postil("tags", "delete", "labour").status == 0
    assert postil("notes", "--json").records[0]["tags"] == []
    assert postil("undo").status == 0
    assert postil("notes", "--json").records[0]["tags"] == ["labour"]


@pytest.mark.parametrize(
    "words", [["rename", "a"], ["merge", "a"], ["define", "a"], ["delete"], ["delete", "a", "b"]]
)
def test_a_change_of_tags_needs_its_words(words: list[str], postil: Postil) -> None:
    done = postil("tags", *words)
    assert done.status == 2
    assert done.error.startswith(f"postil: tags {words[0]}: ")


def test_a_tag_nobody_uses_cannot_be_changed(noted: Any, postil: Postil) -> None:
    for line in (
        ["rename", "mountains", "hills"],
        ["merge", "mountains", "x"],
        ["delete", "hills"],
    ):
        assert postil("tags", *line).status == 2


def test_hostile_tags_and_bodies_cannot_reach_the_terminal(postil: Postil, article: Path) -> None:
    hostile = "a\x1b]52;c;eA==\x07b\x9b2J\u202e"
    assert (
        postil("note", article, "--quote", "rye", "--tag", hostile, "--body", hostile).status == 0
    )
    for line in (["notes"], ["tags"], ["notes", "--json"], ["tags", "--json"], ["shelf"]):
        assert postil(*line).out.replace("\n", "").isprintable()
