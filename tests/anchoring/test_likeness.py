"""How much of one text stands in another, of texts too short to be compared by many letters."""

from __future__ import annotations

import pytest

from postil.anchoring import alike


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        ("cat", "The cat sat.", 1.0),
        ("C.A.T.", "the cat sat", 1.0),
        ("cat", "The dog sat.", 0.0),
        ("cat", "", 0.0),
        ("…", "“”", 1.0),
        ("…", "cat", 0.0),
        ("", "", 1.0),
        ("字字", "漢字字", 1.0),
        ("字字", "字漢字", 0.0),
    ],
)
def test_a_few_letters_stand_in_a_text_whole_or_not_at_all(
    old: str, new: str, share: float
) -> None:
    assert alike(old, new) == share


@pytest.mark.parametrize(("old", "share"), [("abcdefg", 0.0), ("abcdefgh", 0.0), ("bcdefgh", 1.0)])
def test_eight_letters_are_compared_as_one(old: str, share: float) -> None:
    """Seven letters are looked for as they are."""
    assert alike(old, "xbcdefghx") == share


@pytest.mark.parametrize(("old", "share"), [("漢字文", 1.0), ("漢字文章", 0.75), ("漢文", 0.0)])
def test_three_signs_of_a_dense_script_are_compared_as_one(old: str, share: float) -> None:
    assert alike(old, "古漢字文集") == share


def test_letters_count_once_however_many_runs_cover_them() -> None:
    assert alike("abcdefghij", "abcdefghij") == 1.0
    assert alike("abcdefghijxy", "abcdefghij") == pytest.approx(10 / 12)
    assert alike("abcdefghxxabcdefgh", "abcdefgh") == pytest.approx(16 / 18)
