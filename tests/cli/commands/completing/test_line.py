"""A line is taken apart as a shell does it, and nothing that is put in means anything to it."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.cli.commands.completing.line import Line, behind, quoted, read

WORDS = st.text(
    st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=20
)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("postil ", Line(("postil",), "", "")),
        ("postil no", Line(("postil",), "no", "")),
        ("postil notes --tag 'a b' c\\ d", Line(("postil", "notes", "--tag", "a b"), "c d", "")),
        ("postil 'a b", Line(("postil",), "a b", "'")),
        ('postil "a \\"b\\n', Line(("postil",), 'a "b\\n', '"')),
        ("postil a'b c'd", Line(("postil",), "ab cd", "")),
        ("postil '' ", Line(("postil", ""), "", "")),
        ("", Line((), "", "")),
    ],
)
def test_a_line_is_taken_apart(typed: str, line: Line) -> None:
    assert read(typed) == line


@pytest.mark.parametrize(
    ("typed", "current", "apart"),
    [
        ("postil notes --tag=ha", "ha", len("--tag=")),
        ("postil search tag:ha", "ha", len("tag:")),
        ("postil notes --tag a\\ b", "a\\ b", 0),
        ("postil notes --tag 'a b", "a b", 0),
        ("postil notes --tag x:a\\ b", "a\\ b", 2),
        ("postil notes --tag ", "", 0),
        ("postil notes --tag=", "", len("--tag=")),
        ("postil notes --tag ha", "something else", 0),
    ],
)
def test_what_bash_has_set_apart_is_known(typed: str, current: str, apart: int) -> None:
    assert behind(read(typed), current) == apart


@given(WORDS)
def test_what_is_put_in_is_read_back_as_that_very_word(word: str) -> None:
    assert shlex.split(f"x {quoted(word, '')}")[1:] == [word]
    assert read(f"x {quoted(word, '')}").prefix == word
    assert shlex.split(f"'{quoted(word, chr(39))}'") == [word]
    assert read(f'"{quoted(word, chr(34))}').prefix == word


@pytest.mark.parametrize(
    "word", ["$(rm -rf)", "`id`", "a;b", "a|b&c", "!!", "~x", "#x", "a*b?", "<x>"]
)
def test_what_would_mean_something_does_not_stand_bare(word: str) -> None:
    for sign in "$`;|&!*?<>(":
        assert f"\\{sign}" in quoted(word, "") or sign not in word
    assert "$(" not in quoted(word, '"').replace("\\$(", "")
    assert "!" not in quoted(word, '"').replace("'!'", "")
    assert quoted("~x", "").startswith("\\~")
    assert quoted("#x", "").startswith("\\#")


def test_letters_of_all_scripts_are_left_as_they_are() -> None:
    assert quoted("북한/드라마-café_1", "") == "북한/드라마-café_1"
