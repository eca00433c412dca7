"""A note on the whole of an article stands at the head of the margin, and is used as others are."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.span import Span
from tests.journeys.driving import LARGE, SMALL, places, reading

DIGEST = Path(__file__).parents[3] / "articles" / "korean-drama-across-a-closed-border.txt"


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_it_is_reached_edited_refused_for_citing_and_deleted(size: tuple[int, int]) -> None:
    home = local_state.open_home(places())
    opened = opening.read(home, DIGEST)
    annotating.annotate(home, opened, None, body="Of all of it.", tags=["survey"])
    at = opened.article.text.index("memory cards")
    annotating.annotate(home, opened, Span(at, at + 12), body="Of the cards.")
    async with reading(DIGEST, size) as session:
        await session.press("m")
        await session.until(lambda: "Of all of it." in session.seen(), "the note in the margin")
        await session.press("escape", "escape", "tab")
        assert session.status().startswith("A note on the whole article")
        assert "put on words" in session.seen() if size == LARGE else "edit" in session.seen()
        for key, what in (("c", "cited"), ("y", "copied"), ("s", "traced to a source")):
            await session.press(key)
            assert (
                session.said == f"This note is on the whole article: it has no words to be {what}."
            )
        assert session.clipboard == ""
        await session.press("t")
        assert "“”" not in session.seen()
        assert "The whole article" in session.seen()
        assert "On the whole article: survey" in session.seen()
        await session.press(*"whole", "enter", "escape", "a")
        assert "“”" not in session.seen()
        await session.press("escape")
        await session.press("d")
        assert [note.body for note in session.notes()] == ["Of the cards."]
        await session.press("u")
        assert session.notes()[0].tags == ("survey", "whole")
        await session.press("B")
        await session.until(lambda: "Of all of it." in session.seen(), "the notes browser")
        await session.press("escape", "q")
