"""Where the closing matter of a text begins, and how much of a text it may be."""

from __future__ import annotations

import pytest

from postil.document.article.back_matter import find_back_matter, updated
from postil.model.source import Date

BODY = ["The harbour froze. " * 40, "Nobody had seen the like of it. " * 20]
SIGN = "© 2001 Quay Herald"


def sized(share: float, more: int) -> list[str]:
    """Return a body with closing matter of a share of all, and some code points more."""
    before = sum(map(len, BODY))
    after = int(before * share / (1 - share)) + more
    return [*BODY, SIGN, "x" * (after - len(SIGN))]


def test_closing_matter_begins_with_a_sign_that_it_is() -> None:
    assert find_back_matter([*BODY, SIGN, "Contact"]) == 2
    assert find_back_matter([*BODY, "Contact"]) == 3


@pytest.mark.parametrize(("more", "tail"), [(0, 2), (1, 4)])
def test_closing_matter_is_at_most_thirty_five_hundredths_of_a_text(more: int, tail: int) -> None:
    assert find_back_matter(sized(0.35, more)) == tail


@pytest.mark.parametrize(("size", "tail"), [(400, 2), (399, 3)])
def test_four_hundred_code_points_stand_before_closing_matter(size: int, tail: int) -> None:
    assert find_back_matter(["x" * 200, "y" * (size - 200), SIGN]) == tail


def test_two_units_stand_before_closing_matter() -> None:
    assert find_back_matter(["x" * 400, SIGN]) == 2
    assert find_back_matter(["x" * 399, "y", SIGN]) == 2


@pytest.mark.parametrize(("between", "tail"), [(3, 2), (4, 7)])
def test_three_ordinary_units_may_stand_within_closing_matter(between: int, tail: int) -> None:
    """Before a fourth one the search ends."""
    assert find_back_matter([*BODY, SIGN, *["Contact"] * between, SIGN]) == tail


@pytest.mark.parametrize(("behind", "found"), [(23, True), (24, False)])
def test_closing_matter_begins_among_the_last_units(behind: int, found: bool) -> None:
    texts = [*[body * 3 for body in BODY], *[SIGN] * (behind + 1)]
    assert (find_back_matter(texts) == 2) == found


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Last updated: May 3, 2001", Date(2001, 5, 3)),
        ("This page was last modified on 3 May 2001", Date(2001, 5, 3)),
        ("Updated by the clerk", None),
        ("Copyright 2001", None),
        (f"{' ' * 55}Last updated: May 3, 2001", Date(2001, 5, 3)),
        (f"{' ' * 56}Last updated: May 3, 2001", None),
    ],
)
def test_a_line_of_eighty_code_points_may_tell_the_last_update(
    text: str, date: Date | None
) -> None:
    assert updated([text]) == date
