"""Notes are written, changed, placed, deleted and taken back by commands."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest

from tests.cli.conftest import Postil

KEYS = [
    *("id", "article", "path", "start", "end", "state", "quote", "body", "tags", "colour"),
    *("source", "created", "modified", "maker"),
]


def test_a_note_is_printed_as_the_list_has_it(noted: Any, postil: Postil, article: Path) -> None:
    assert list(noted) == KEYS
    assert len(noted["id"]) == 26
    assert (noted["quote"], noted["state"]) == ("sailed between two harvests", "same")
    assert (noted["body"], noted["colour"]) == ("Compare *mills*.", "green")
    assert sorted(noted["tags"]) == ["crews", "work"]
    assert noted["source"]["container-title"] == "Lake Review"
    assert noted["path"] == str(article)
    assert noted["created"].endswith("Z")
    text = postil("text", article).out
    assert text[noted["start"] : noted["end"]] == noted["quote"]
    assert postil("notes", "--json").records == [noted]


def test_a_note_by_offsets_and_by_number(postil: Postil, article: Path) -> None:
    text = postil("text", article).out
    first = text.index("Nobody")
    second = text.index("Nobody", first + 1)
    by_offsets = postil("note", article, "--at", f"{first}:{first + 6}", "--json").records[0]
    by_number = postil("note", article, "--quote", "nobody", "--nth", "2", "--json").records[0]
    assert (by_offsets["start"], by_number["start"]) == (first, second)
    assert by_offsets["body"] == ""


@pytest.mark.parametrize(
    ("passage", "named"),
    [
        (["--quote", "no such words"], "no such words"),
        (["--quote", "Nobody"], "--nth"),
        (["--quote", "Nobody", "--nth", "3"], "3"),
        (["--quote", ""], "quote"),
        (["--at", "5"], "START:END"),
        (["--at", "9:5"], "9:5"),
        (["--at", "0:99999"], "0:99999"),
        (["--at", "5:5"], "5:5"),
    ],
)
def test_a_passage_that_is_not_there_is_refused(
    passage: list[str], named: str, postil: Postil, article: Path
) -> None:
    for line in (["note", article], ["cite", article], ["source", article]):
        done = postil(*line, *passage)
        assert (done.status, done.out) == (2, "")
        assert named in done.error
    assert postil("notes").status == 1


def test_a_note_is_edited_in_what_is_given(noted: Any, postil: Postil) -> None:
    tail = noted["id"][-6:].lower()
    done = postil("edit", tail, "--tag", "new", "--untag", "crews", "--json")
    edited = done.records[0]
    assert sorted(edited["tags"]) == ["new", "work"]
    assert (edited["body"], edited["colour"]) == (noted["body"], noted["colour"])
    edited = postil("edit", tail, "--body", "", "--colour", "pink", "--json").records[0]
    assert (edited["body"], edited["colour"]) == ("", "pink")
    assert (edited["id"], edited["created"]) == (noted["id"], noted["created"])


def test_an_edit_of_nothing_is_refused(noted: Any, postil: Postil) -> None:
    assert "--body" in postil("edit", noted["id"]).error


def test_an_id_that_no_note_has_is_refused(noted: Any, postil: Postil) -> None:
    for tail in ("ZZZZZZ", "abc", ""):
        done = postil("edit", tail, "--body", "x")
        assert done.status == 2
        assert done.error
    gone = postil("delete", noted["id"], "ZZZZZZ")
    assert gone.status == 2
    assert len(postil("notes", "--json").records) == 1


def test_deleting_is_taken_back_and_repeated(noted: Any, postil: Postil) -> None:
    assert postil("delete", noted["id"], noted["id"][-5:]).status == 0
    assert postil("notes").status == 1
    undone = postil("undo")
    assert "harvests" in undone.out
    after = postil("notes", "--json").records[0]
    assert {**after, "modified": ""} == {**noted, "modified": ""}
    assert list(postil("redo", "--json").records[0]) == ["redone"]
    assert postil("notes").status == 1


def test_when_nothing_is_left_to_undo_it_says_so(postil: Postil) -> None:
    for verb in ("undo", "redo"):
        done = postil(verb)
        assert (done.status, done.out) == (1, "")
        assert done.error


def test_a_quotation_is_not_put_into_marks_twice(postil: Postil, article: Path) -> None:
    done = postil("note", article, "--quote", "“We had no saws,” said one builder")
    assert " “We had no saws,” said one builder”\n" in done.out
    for line in (["note", article, "--quote", "“Not a word"], ["find", "“Not a word", article]):
        assert postil(*line).error.startswith("postil: “Not a word”: ")


def test_a_note_that_lost_its_words_is_listed_with_them_and_placed_again(
    noted: Any, postil: Postil, article: Path
) -> None:
    before = article.read_text("utf-8")
    lost = before.replace("Most of the crews were farmers; they sailed between two harvests.", "")
    article.write_text(lost, "utf-8")
    out = postil("notes").out
    assert "! orphan" in out
    assert "stood in: " in out
    assert postil("notes", "--state", "orphan", "--json").records[0]["start"] is None
    tail = noted["id"][-6:]
    done = postil("place", tail, "--quote", "crews were paid in rye", "--json")
    assert done.status == 0
    (placed,) = done.records
    assert (placed["id"], placed["state"]) == (noted["id"], "same")
    assert (placed["quote"], placed["body"]) == ("crews were paid in rye", noted["body"])
    assert placed["start"] == postil("text", article).out.index("crews were paid")
    assert postil("undo").status == 0
    assert postil("notes", "--json").records[0]["state"] == "orphan"
    article.write_text(before, "utf-8")
    assert postil("notes", "--json").records == [noted | {"modified": ANY}]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (["zzzz", "--quote", "iron"], "no note"),
        (["z", "--quote", "iron"], "too short"),
        (["ID", "--quote", "no such words"], "no such words"),
        (["ID", "--quote", "Nobody"], "--nth"),
        (["ID", "--at", "0:99999"], "0:99999"),
    ],
)
def test_a_place_that_is_none_is_refused(
    line: list[str], named: str, noted: Any, postil: Postil
) -> None:
    done = postil("place", *(noted["id"] if word == "ID" else word for word in line))
    assert (done.status, done.out) == (2, "")
    assert named in done.error
    assert postil("notes", "--json").records == [noted]


def test_a_note_is_not_placed_in_another_article(noted: Any, postil: Postil, article: Path) -> None:
    article.write_text("Something else altogether, of which nothing was noted.", "utf-8")
    done = postil("place", noted["id"], "--quote", "Something else")
    assert done.status == 2
    assert "not the article that it was made on" in done.error
    article.unlink()
    assert "ferries.txt" in postil("place", noted["id"], "--quote", "iron").error


def test_an_edited_article_under_a_new_name_is_known_and_that_is_told(
    noted: Any, postil: Postil, article: Path
) -> None:
    renamed = article.rename(article.with_name("boats.txt"))
    renamed.write_text(renamed.read_text("utf-8").replace("iron", "steel"), "utf-8")
    done = postil("note", renamed, "--quote", "Later boats were of steel", "--json")
    assert done.status == 0
    assert done.error.endswith("boats.txt: this was ferries.txt before, and has changed")
    assert done.records[0]["article"] == noted["article"]
    again = postil("notes", renamed, "--json")
    assert (len(again.records), again.err) == (2, "")


def test_a_note_is_named_by_either_end_of_its_id(postil: Postil, article: Path) -> None:
    rows = [
        postil("note", article, "--quote", quote, "--json").records[0] for quote in ("larch", "rye")
    ]
    first, second = (str(row["id"]) for row in rows)
    assert first[:4] == second[:4]
    done = postil("edit", first[:4], "--body", "both")
    assert done.status == 2
    assert "2 notes have ids like this" in done.error
    (edited,) = postil("edit", first[:-1].upper(), "--body", "by its beginning", "--json").records
    assert (edited["id"], edited["body"]) == (first, "by its beginning")
    assert "larch" in postil("cite", article, "--note", first[:-2]).out
    assert postil("place", second[:-1], "--quote", "iron").status == 0
    assert postil("history", second[:-1]).status == 0
    assert postil("delete", second[:-1], "--json").records == [{"id": second}]
    assert postil("delete", first[:3]).status == 2
    assert [row["id"] for row in postil("notes", "--json").records] == [first]
