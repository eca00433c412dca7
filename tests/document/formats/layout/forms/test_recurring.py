"""Whether lines may be turns at all, told at a glance."""

from __future__ import annotations

import pytest

from postil.document.formats.layout.forms.recurring import may_recur


@pytest.mark.parametrize(
    "lines",
    [
        ["Ida: is it open?", "Bo: no", "IDA: then later"],
        ["ANNA. Yes.", "BO. No.", "Anna (sits). Yes."],
        ["[9:04] Ida", "It is open."],
        ["Interviewer: is it open?", "Reed: no"],
        ["花子「開いた」", "太郎「まだ」", "花子「では」"],
        ["Q1. Is it open?", "A1. No.", "Q2. When?"],
    ],
)
def test_a_name_that_recurs_a_sign_or_a_role_may_speak(lines: list[str]) -> None:
    assert may_recur(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["Ida: is it open?", "Bo: no", "Ole: then later"],
        ["Note: it is open", "Subject: the weir", "Note: it is shut"],
        [],
    ],
)
def test_fields_and_names_that_stand_once_do_not(lines: list[str]) -> None:
    assert not may_recur(lines)
