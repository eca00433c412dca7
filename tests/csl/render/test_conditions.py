"""Which branch of a choice holds."""

from __future__ import annotations

from tests.csl.rendering import field


def test_choices() -> None:
    layout = (
        '<choose><if type="book" variable="title" match="all"><text value="book"/></if>'
        '<else-if is-numeric="volume"><text value="volume"/></else-if>'
        '<else-if is-uncertain-date="issued"><text value="about"/></else-if>'
        '<else><text value="else"/></else></choose>'
    )
    assert field(layout, type="book", title="x") == "book"
    assert field(layout, type="book") == "else"
    assert field(layout, volume="3") == "volume"
    assert field(layout, issued={"date-parts": [[1]], "circa": True}) == "about"
