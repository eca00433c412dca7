"""Offsets by unit, against Python's own encoders."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.export.base.offsets import OffsetTable, Unit
from postil.model.span import Span


@given(st.text(alphabet="aé한🌊\n", max_size=30), st.data())
def test_an_offset_is_what_stands_before_it(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    before = text[:at]
    assert OffsetTable(text, Unit.CODE_POINTS).at(at) == at
    assert OffsetTable(text, Unit.UTF16).at(at) == len(before.encode("utf-16-le")) // 2
    assert OffsetTable(text, Unit.UTF8).at(at) == len(before.encode())


def test_a_span_is_both_its_ends() -> None:
    assert OffsetTable("🌊ab", Unit.UTF16).of(Span(1, 3)) == (2, 4)
