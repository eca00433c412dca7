"""The title of a plain text is the one heading that stands above all of it."""

from __future__ import annotations

import pytest

from postil.document import pipeline

PROSE = "The first boats came in with the tide, and nobody at the quay had counted them before."


def title(text: str) -> str:
    *_, article = pipeline.parse(text.encode(), "boats.txt")
    return article.metadata.title


@pytest.mark.parametrize("heading", ["The Boats of the North", "A Count of Boats", "THE BOATS"])
def test_the_only_heading_that_opens_a_text_is_its_title(heading: str) -> None:
    assert title(f"{heading}\n\n{PROSE}\n\n{PROSE}\n") == heading
    assert (
        title(f"{heading}\n{'=' * len(heading)}\n\n{PROSE}\n\nQuay\n----\n\n{PROSE}\n") == heading
    )


@pytest.mark.parametrize("heading", ["Introduction", "Chapter 1", "ACT ONE", "1. The Boats"])
def test_a_heading_of_a_part_is_no_title(heading: str) -> None:
    assert title(f"{heading}\n\n{PROSE}\n\n{PROSE}\n") == ""


def test_the_first_of_several_headings_alike_is_no_title() -> None:
    assert title(f"The Boats\n\n{PROSE}\n\nThe Quay\n\n{PROSE}\n") == ""
    assert title(f"{PROSE}\n\nThe Quay\n\n{PROSE}\n") == ""
