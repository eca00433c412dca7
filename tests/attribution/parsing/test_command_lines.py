"""Command lines are told from the names and titles that stand in the same signs."""

from __future__ import annotations

import pytest

from postil.attribution.parsing.command_lines import is_command
from postil.attribution.parsing.find import parse_attribution
from tests.support.effort import at_most


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
