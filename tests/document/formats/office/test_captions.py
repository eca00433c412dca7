"""What stands in place of a picture is read once."""

from __future__ import annotations

import pytest

from postil.document.formats.office.captions import without_twins
from postil.document.formats.office.paragraphs import Paragraph, Piece


@pytest.mark.parametrize(
    ("alternative", "left"),
    [
        ("A mill by the sea", ""),
        ("A dam", "A dam"),
        ("image1.png", ""),
        (r"C:\Pictures\mill.JPG", ""),
        ("A dam\n\nDescription automatically generated", "A dam"),
    ],
)
def test_pictures_and_captions(alternative: str, left: str) -> None:
    picture = Paragraph([Piece("image", alternative)])
    caption = Paragraph([Piece("text", "Figure 1: A mill by the sea")])
    kept, _ = without_twins([picture, caption])
    assert isinstance(kept, Paragraph)
    assert "".join(piece.text for piece in kept.pieces) == left
