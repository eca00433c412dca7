from __future__ import annotations

import pytest

from postil.attribution.parsing.extraction import Extraction
from postil.attribution.parsing.find import parse_attribution
from postil.attribution.parsing.quoted_titles import extract_titles, is_command
from tests.attribution.readable import readable
from tests.support.effort import at_most


@pytest.mark.parametrize(
    ("text", "title", "book", "rest", "problems"),
    [
        ("Lamb, “Old Ropes,” Herald", "Old Ropes", "", "Lamb, T, Herald", []),
        ("Lamb, “Old Ropes”, Herald", "Old Ropes", "", "Lamb, T, Herald", []),
        ("“Knots” in “Salt and Rope,” 1991", "Knots", "Salt and Rope", "T in B, 1991", []),
        ("“Rope, Tar,” Herald", "Rope, Tar", "", "T, Herald", []),
        ("Lamb, “Old Ropes, Herald", "Old Ropes", "", "Lamb, T, Herald", ["unclosed-quote"]),
        (
            "“Old Ropes by Mary Lamb, 1991",
            "Old Ropes",
            "",
            "T by Mary Lamb, 1991",
            ["unclosed-quote"],
        ),
        ("“Old Ropes by the sea, 1991", "Old Ropes by the sea", "", "T, 1991", ["unclosed-quote"]),
        ("Lamb, Herald", "", "", "Lamb, Herald", []),
    ],
)
def test_quoted_titles_are_taken(
    text: str, title: str, book: str, rest: str, problems: list[str]
) -> None:
    found = Extraction.of(text)
    extract_titles(found)
    assert (found.title, found.book, readable(found.rest)) == (title, book, rest)
    assert found.problems == problems


def test_a_third_quotation_stays_as_it_stands() -> None:
    found = Extraction.of("“Knots” in “Salt”, “Rope”")
    extract_titles(found)
    assert readable(found.rest) == "T in B, “Rope”"


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("git checkout -B topic origin/main", True),
        ("checkout [-B branch]", True),
        ("$ postil search --limit 3 ice", True),
        ("./configure --prefix=/usr", True),
        ("mary lamb, quay herald", False),
        ("Salt - A History", False),
        ("the north-south divide", False),
        ("Mary Lamb, Quay Herald, May 3, 2001", False),
        ("", False),
    ],
)
def test_a_program_with_an_option_is_a_command(words: str, command: bool) -> None:
    assert is_command(words) is command


@pytest.mark.parametrize("label", ["Source: ", "source: ", ""])
def test_a_command_in_brackets_names_no_source(label: str) -> None:
    assert parse_attribution(f"[{label}git checkout -B topic origin/main]") is None


def test_many_words_without_an_option_take_no_time() -> None:
    with at_most(100):
        assert not is_command("a " * 20_000 + "-")
