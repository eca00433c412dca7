"""Paragraphs before the first heading are counted from the first one."""

from __future__ import annotations

import pytest

from postil.cite.styles.locators import Locator
from postil.library.articles import opening
from postil.library.base.locating import locator
from postil.library.care.local_state import Home
from postil.model.span import Span

TEXT = "One goes.\n\nTwo stays.\n\n# Three\n\nFour comes.\n\nFive sits.\n"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("One goes.", (1, 1, "", 0)),
        ("Two stays.", (2, 2, "", 0)),
        ("goes.\n\nTwo", (1, 2, "", 0)),
        ("Four", (1, 1, "Three", 2)),
        ("Five", (2, 2, "Three", 2)),
    ],
)
def test_the_first_paragraph_of_a_text_is_its_first(
    home: Home, words: str, place: tuple[int, int, str, int]
) -> None:
    (article,) = opening.opening(None, TEXT.encode())
    assert article.text.startswith("One goes.")
    start = article.text.index(words)
    assert locator(article, Span(start, start + len(words))) == Locator(*place)
