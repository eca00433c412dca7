"""Queries are saved under a name, used in others, taken back and carried between machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Postil


def saved(postil: Postil) -> dict[str, str]:
    """Return the saved queries, by name."""
    return {row["name"]: row["query"] for row in postil("query", "--json").records}


def note(postil: Postil, article: Path, quote: str, tag: str) -> str:
    (row,) = postil("note", article, "--quote", quote, "--tag", tag, "--json").records
    return str(row["id"])


def test_a_saved_query_stands_for_itself_in_others(postil: Postil, article: Path) -> None:
    larch = note(postil, article, "larch", "wood")
    rye = note(postil, article, "rye", "food/grain")
    done = postil("query", "save", "만물_1", "tag:wood", "OR", "tag:food")
    assert done.out == "Saved the query @만물_1. postil undo takes this back.\n"
    assert postil("query", "save", "eaten", "@만물_1 -tag:wood", "--json").records == [
        {"name": "eaten", "query": "@만물_1 -tag:wood"}
    ]
    assert saved(postil) == {"eaten": "@만물_1 -tag:wood", "만물_1": "tag:wood OR tag:food"}
    rows = postil("notes", "--query", "@만물_1", "--json").records
    assert {row["id"] for row in rows} == {larch, rye}
    (row,) = postil("search", "--json", "@eaten in:notes").records
    assert row["note"] == rye
    assert postil("query").out.splitlines()[0].split() == ["@eaten", "@만물_1", "-tag:wood"]


def test_a_name_under_which_nothing_is_saved_is_told_where_nothing_is_found(
    postil: Postil, article: Path
) -> None:
    note(postil, article, "larch", "wood")
    postil("query", "save", "none", "tag:stone")
    assert "no query is saved as @nun," in postil("search", "@nun").err
    for typed in ("@none", '"@nun"', "nun@home"):
        assert "no query is saved" not in postil("search", typed).err
    assert postil("search", "@nun").status == 1


def test_saving_changing_and_deleting_can_be_taken_back(postil: Postil) -> None:
    assert (postil("query").status, postil("query", "delete", "x").status) == (1, 2)
    postil("query", "save", "x", "one")
    postil("query", "save", "@x", "two")
    assert saved(postil) == {"x": "two"}
    assert postil("undo").out == "Undone: query @x changed.\n"
    assert saved(postil) == {"x": "one"}
    assert postil("query", "delete", "x").status == 0
    assert saved(postil) == {}
    assert postil("undo").out == "Undone: query @x deleted.\n"
    assert saved(postil) == {"x": "one"}
    fields = [(row["id"], row["field"]) for row in postil("history", "--json").records]
    assert ("x", "query") in fields


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["a b", "word"], "letters, figures, - and _ alone"),
        (["", "word"], "letters, figures, - and _ alone"),
        (["x" * 41, "word"], "40 letters at most"),
        (["x"], "it needs a name and a query"),
        (["x", "tag:a", "(b"], "at 7 a bracket is not closed"),
        (["x", "word @x"], "goes deeper than 60 levels"),
    ],
)
def test_what_cannot_be_saved_is_said_and_nothing_is(
    words: list[str], why: str, postil: Postil
) -> None:
    done = postil("query", "save", *words)
    assert done.status == 2
    assert why in done.error
    assert postil("query").status == 1


def test_a_broken_one_from_another_machine_is_named_with_its_place(
    postil: Postil, article: Path, own_places: Path
) -> None:
    note(postil, article, "larch", "wood")
    postil("query", "save", "x", "larch")
    (ledger,) = (own_places / "home" / "notes").glob("*.json")
    raw = ledger.read_text("utf-8")
    assert '"query":"larch"' in raw
    ledger.write_text(json.dumps(json.loads(raw.replace('"query":"larch"', '"query":"larch OR"'))))
    done = postil("notes", "--query", "wood @x")
    assert done.status == 2
    assert "at 6 the saved query “@x” cannot be read: at 7 OR has nothing behind it" in done.err
    assert "at 7 OR has nothing behind it" in postil("query").err
