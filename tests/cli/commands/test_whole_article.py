"""A note on the whole of an article has no passage, and its tags are those of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Postil


@pytest.fixture
def whole(postil: Postil, article: Path) -> str:
    """Write a note on the whole article, and return its id."""
    given = ["--body", "Read *twice*.", "--tag", "boats/lake", "--json"]
    (row,) = postil("note", article, *given).records
    assert (row["quote"], row["start"], row["end"], row["state"]) == ("", None, None, "same")
    assert (row["source"], row["tags"]) == (None, ["boats/lake"])
    return str(row["id"])


def test_it_stays_whatever_becomes_of_the_text(whole: str, postil: Postil, article: Path) -> None:
    assert postil("note", article, "--quote", "rye").status == 0
    article.write_text(ARTICLE.replace("The ferries of Lake Orrin\n\n", "New words. "), "utf-8")
    for given in ([], [article], ["--state", "same"], ["--query", "state:same note:twice"]):
        states = {row["id"]: row["state"] for row in postil("notes", *given, "--json").records}
        assert states[whole] == "same"
    assert "on the whole article" in postil("notes").out
    assert "stood in" not in postil("notes").out
    article.unlink()
    assert whole in {row["id"] for row in postil("notes", "--state", "same", "--json").records}
    assert postil("doctor").status == 0


def test_its_tags_are_those_of_the_article(whole: str, postil: Postil, article: Path) -> None:
    assert postil("note", article, "--quote", "rye", "--tag", "food").status == 0
    rows = postil("search", "tag:boats", "--json").records
    assert {(row["kind"], row.get("note")) for row in rows} == {("text", None), ("note", whole)}
    rows = postil("search", "tag:food", "--json").records
    assert {row["kind"] for row in rows} == {"note"}
    assert postil("tags", "rename", "boats", "ships").status == 0
    rows = postil("search", "tag:ships in:text", "--json").records
    assert [row["kind"] for row in rows] == ["text"]


def test_it_is_changed_placed_and_taken_back_as_others(
    whole: str, postil: Postil, article: Path
) -> None:
    (row,) = postil("edit", whole, "--body", "Twice.", "--json").records
    assert (row["body"], row["start"]) == ("Twice.", None)
    assert postil("undo").out.startswith("Undone: text of the note on the whole article")
    done = postil("cite", article, "--note", whole)
    assert done.status == 2
    assert "it is on the whole article" in done.error
    (row,) = postil("place", whole, "--quote", "rye", "--json").records
    assert (row["quote"], row["state"]) == ("rye", "same")
    assert postil("undo").status == 0
    assert postil("delete", whole).status == 0
    assert postil("notes").status == 1


def test_one_that_says_nothing_is_not_made(postil: Postil, article: Path) -> None:
    done = postil("note", article)
    assert done.status == 2
    assert "--body or --tag" in done.error
    assert postil("notes").status == 1
