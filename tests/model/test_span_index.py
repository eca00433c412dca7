"""The span index, beside a look at every span."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from postil.model.span import Span
from postil.model.span_index import SpanIndex
from tests.support.effort import at_most

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 300), st.integers(0, 40)
)


def index(things: list[Span]) -> SpanIndex[Span]:
    return SpanIndex(sorted(things, key=lambda span: (span.start, len(span))), lambda span: span)


@given(st.lists(spans, max_size=80), spans)
def test_what_touches_a_span_is_what_overlaps_it(things: list[Span], place: Span) -> None:
    found = index(things)
    assert list(found.touching(place)) == [one for one in found.things if one.overlaps(place)]


@given(st.lists(spans, max_size=80), st.integers(0, 400))
def test_the_first_from_a_place_on(things: list[Span], offset: int) -> None:
    found = index(things)
    assert found.first_from(offset) == bisect_left([one.start for one in found.things], offset)


class Counted(list[Span]):
    """Things that count how often one is looked at."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        self.looks += 1
        return super().__getitem__(at)


def test_a_few_are_found_among_many_without_a_look_at_the_rest() -> None:
    things = Counted([Span(0, 1_000_000), *(Span(10 * at, 10 * at + 25) for at in range(50_000))])
    found = SpanIndex(things, lambda span: span)
    with at_most(0.5):
        assert len(list(found.touching(Span(400_000, 400_010)))) == 4
    assert things.looks == 4
