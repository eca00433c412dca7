"""Anchors and texts as nobody means them: nothing raises, and no place lies outside the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.anchoring import align
from postil.model.note import Anchor
from tests.anchoring.articles import ENGLISH, anchored, of

SIGNS = "ab ß İΣςé\u0301\u094d\n\t-“”.…한漢ก👩\u200d🔬\ufe0fعَ\x00\ud800"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=160) | st.text(max_size=60)
OFFSETS = st.integers(-5, 200) | st.sampled_from([-(10**30), 10**30])


@given(TEXTS, st.none() | TEXTS, TEXTS, TEXTS, TEXTS, OFFSETS, OFFSETS)
def test_any_anchor_in_any_text(
    text: str, old: str | None, quote: str, prefix: str, suffix: str, start: int, end: int
) -> None:
    place = align(text, old).resolve(Anchor(quote, prefix, suffix, start, end, ""))
    if place.span is None:
        assert (place.state, place.score) == ("orphan", 0.0)
    else:
        assert 0 <= place.span.start < place.span.end <= len(text)
        assert 0.0 < place.score <= 1.0


@given(TEXTS, TEXTS, st.data())
def test_any_edit(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    anchor = Anchor(old[start:end], old[max(0, start - 32) : start], old[end:][:32], start, end, "")
    for known in (old, None):
        place = align(new, known).resolve(anchor)
        if place.span is not None:
            assert 0 <= place.span.start < place.span.end <= len(new)
        if new == old and start < end:
            assert place.state == "same"


@pytest.mark.parametrize(("start", "end"), [(0, 5), (-3, 40), (10**9, 10**9 + 4), (70, 20)])
def test_wrong_offsets_do_not_mislead(start: int, end: int) -> None:
    """The quote is looked for in the text that it was made on."""
    right = of(ENGLISH, "a crate of lamps")
    wrong = Anchor(right.quote, right.prefix, right.suffix, start, end, "")
    new = "A word before.\n\n" + ENGLISH
    for old in (ENGLISH, None):
        place = align(new, old).resolve(wrong)
        assert place.span is not None
        assert new[place.span.start : place.span.end] == right.quote
        assert place.state == "moved"


def test_a_quote_of_signs_alone() -> None:
    at = ENGLISH.index("—")
    anchor = anchored(ENGLISH, at, at + 1)
    moved = "Before.\n\n" + ENGLISH
    for old in (ENGLISH, None):
        place = align(moved, old).resolve(anchor)
        assert place.span is not None
        assert moved[place.span.start : place.span.end] == "—"
        assert place.state == "moved"
    assert align(ENGLISH.replace("—", "and"), ENGLISH).resolve(anchor).state == "orphan"


@pytest.mark.parametrize("text", ["STRASSE İstanbul", "ΟΔΟΣ", "a\u0301b", "कि की", "👩\u200d🔬 ok"])
def test_letters_of_many_lengths(text: str) -> None:
    old = f"Before it.\n\nHere stands {text} among others.\n\nBehind it."
    new = f"Something new.\n\n{old}"
    place = align(new, old).resolve(of(old, text))
    assert place.span is not None
    assert new[place.span.start : place.span.end] == text
    assert place.state == "moved"
