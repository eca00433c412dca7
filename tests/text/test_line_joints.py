"""Lines of scripts without blanks are joined by nothing, others by a blank."""

from __future__ import annotations

import pytest

from postil.text.line_joints import Unbroken, joint


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("the ice", "melts", " "),
        ("没有风，", "渡船", ""),
        ("続いた", "「氷」", ""),
        ("カ", "ー", ""),
        ("얼어붙은", "항구", " "),
        ("港に", "boats", " "),
        ("ice", "港", " "),
        ("été", "où", " "),
    ],
)
def test_what_joins_two_lines(before: str, after: str, between: str) -> None:
    assert joint(before, after) == between
    unbroken = Unbroken(f"{before}\n{after}")
    assert unbroken.text == f"{before}{between}{after}"
    assert unbroken.at(len(before)) == len(before)
    assert unbroken.at(len(before) + 1) == len(before) + len(between)
