"""How far a source is carried on, and how sure that is."""

from __future__ import annotations

import pytest

from tests.attribution.governing.paragraphs import BRACKET, governed

OPENED = f"Mary Lamb wrote in the Quay Herald: “Ships left. {BRACKET}"
PLAIN = "Nobody knew why."


@pytest.mark.parametrize(
    ("paragraphs", "sure"),
    [(3, "medium"), (4, "low")],
)
def test_three_paragraphs_in_an_open_quotation_are_fairly_sure_and_a_fourth_is_not(
    paragraphs: int, sure: str
) -> None:
    found = governed(OPENED, *[PLAIN] * paragraphs)
    assert {str(one.via) for one in found[1:]} == {"carried"}
    assert [one.confidence for one in found[1:4]] == ["medium"] * 3
    assert found[-1].confidence == sure


def test_a_mark_that_is_opened_again_makes_the_next_three_sure_again() -> None:
    found = governed(OPENED, *[PLAIN] * 3, "“They came back.", *[PLAIN] * 4)
    assert [one.confidence for one in found[5:]] == ["medium"] * 3 + ["low"]
