"""Notes are chosen by the query language, and by tags with all that is below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Postil

TEXT = (
    "The old quay\n\nThe ships came from the north, and nobody could tell why.\n\n"
    "The soldiers watched the quay all winter, and took no pay. "
    "[Source: Mara Lind, Mountain Herald, March 3, 2011]\n\nThen the boats came back."
)


@pytest.fixture
def noted(tmp_path: Path, postil: Postil) -> dict[str, str]:
    """Write notes on two articles; return their ids by the words that they are on."""
    quay, ferry = tmp_path / "quay.txt", tmp_path / "ferry.md"
    quay.write_text(TEXT, "utf-8")
    ferry.write_text(
        "---\ntitle: The ferry\nauthor: Sara Hart\ndate: 2014-04-04\n---\n\nNobody was paid.",
        "utf-8",
    )
    made = {}
    for path, quote, *more in (
        (quay, "all winter", "--tag", "time/season", "--body", "Which *winter*?"),
        (quay, "winter, and", "--tag", "to check", "--colour", "blue"),
        (quay, "boats", "--tag", "timeless"),
        (ferry, "Nobody", "--tag", "Time"),
    ):
        (row,) = postil("note", path, "--quote", quote, "--json", *more).records
        made[quote] = row["id"]
    return made


@pytest.mark.parametrize(
    ("given", "quotes"),
    [
        (["--tag", "time"], ["all winter", "Nobody"]),
        (["--tag", "#TIME/Season"], ["all winter"]),
        (["--tag", "to check"], ["winter, and"]),
        (["--query", "tag:time"], ["all winter", "Nobody"]),
        (["--query", 'tag:time&"to check"'], ["all winter", "winter, and"]),
        (["--query", "winter -colour:blue"], ["all winter"]),
        (["--query", "author:hart OR note:which"], ["all winter", "Nobody"]),
        (["--query", "date:2014 title:ferry"], ["Nobody"]),
        (["--query", 'source:"mountain herald"'], ["all winter", "winter, and"]),
        (["--query", "state:same has:tag", "--tag", "timeless"], ["boats"]),
    ],
)
def test_notes_are_chosen(
    given: list[str], quotes: list[str], noted: dict[str, str], postil: Postil
) -> None:
    rows = postil("notes", "--json", *given).records
    assert sorted(row["quote"] for row in rows) == sorted(quotes)


def test_the_notes_of_one_article_are_chosen(
    tmp_path: Path, noted: dict[str, str], postil: Postil
) -> None:
    (row,) = postil("notes", tmp_path / "ferry.md", "--query", "tag:time", "--json").records
    assert row["id"] == noted["Nobody"]
    done = postil("notes", tmp_path / "quay.txt", "--query", "author:hart")
    assert (done.status, done.out) == (1, "")


def test_a_bibliography_is_of_the_notes_that_fit(noted: dict[str, str], postil: Postil) -> None:
    chosen = postil("bibliography", "--query", "tag:time -author:hart", "--works", "quoted")
    assert "Mountain Herald" in chosen.out
    assert "Hart" not in chosen.out
    assert postil("bibliography", "--query", "tag:nowhere").status == 1


@pytest.mark.parametrize("verb", ["notes", "bibliography"])
def test_a_mistake_in_the_query_is_named_with_its_place(verb: str, postil: Postil) -> None:
    done = postil(verb, "--query", "tag:a (b")
    assert done.status == 2
    assert done.err.startswith("postil: the query cannot be read: at 7 ")


@pytest.mark.parametrize(
    "given",
    [
        ["notes", "--tag", " "],
        ["bibliography", "--tag", "#"],
        ["note", "quay.txt", "--quote", "soldiers", "--tag", ""],
        ["edit", "boats", "--tag", "a", "--tag", "#"],
    ],
)
def test_an_empty_tag_is_a_mistake(
    given: list[str], noted: dict[str, str], tmp_path: Path, postil: Postil
) -> None:
    done = postil(*(tmp_path / one if one == "quay.txt" else noted.get(one, one) for one in given))
    assert done.status == 2
    assert "there is nothing in its name" in done.error
    assert len(postil("notes", "--json").records) == len(noted)
