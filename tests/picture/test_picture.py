"""The picture in the README shows the digest."""

from __future__ import annotations

from html import unescape

from tests.picture.draw import PICTURE


def test_the_picture_shows_the_digest_with_a_note_beside_it() -> None:
    words = unescape(PICTURE.read_text("utf-8")).replace("\xa0", " ")
    assert "Korean drama across a closed border" in words
    assert "routes" in words
    assert "Compare with 2009." in words
