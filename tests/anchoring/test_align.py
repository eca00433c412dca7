from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.anchoring import CONTEXT, align, alike, describe
from postil.anchoring.bare_words import same_words
from postil.model.span import Span

TEXTS = st.text(st.sampled_from("ab \n“é드🎭"), min_size=1, max_size=120)
ESSAY = (
    "The harbour was quiet that morning. Two boats lay at the pier.\n\n"
    "Nobody had asked for the third boat. Two boats lay at the pier. It came at noon."
)


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(passages())
def test_on_its_own_text_a_passage_is_where_it_was(passage: tuple[str, Span]) -> None:
    text, span = passage
    place = align(text).resolve(describe(text, span, digest(text)))
    assert (place.span, place.state) == (span, "same")


@given(passages(), TEXTS, TEXTS)
def test_what_is_put_around_a_text_moves_the_passage(
    passage: tuple[str, Span], before: str, after: str
) -> None:
    text, span = passage
    longer = before + "#" + text + "#" + after
    place = align(longer).resolve(describe(text, span, digest(text)))
    if place.state in {"same", "moved"}:
        assert place.span is not None
        assert same_words(longer[place.span.start : place.span.end], text[span.start : span.end])
    if text not in before and text not in after and len(text) <= CONTEXT:
        shift = len(before) + 1
        assert place.span == Span(span.start + shift, span.end + shift)


def test_context_tells_two_alike_passages_apart() -> None:
    start = ESSAY.rindex("Two boats")
    span = Span(start, start + len("Two boats lay at the pier."))
    longer = "A new beginning.\n\n" + ESSAY
    place = align(longer).resolve(describe(ESSAY, span, digest(ESSAY)))
    moved = longer.rindex("Two boats")
    assert place.span == Span(moved, moved + len(span))


def test_a_passage_that_is_gone_is_an_orphan() -> None:
    span = Span(0, ESSAY.index(" Two"))
    edited = ESSAY[span.end :]
    place = align(edited).resolve(describe(ESSAY, span, digest(ESSAY)))
    assert (place.span, place.state, place.score) == (None, "orphan", 0.0)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (0, len(ESSAY) + 1)])
def test_what_is_no_passage(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        describe(ESSAY, Span(start, end), digest(ESSAY))


def test_likeness() -> None:
    assert alike(ESSAY, ESSAY) == 1.0
    assert alike(ESSAY, ESSAY.upper().replace(" ", "\n")) == 1.0
    assert alike(ESSAY, ESSAY + " And then another one, much later.") == 1.0
    assert 0.5 < alike(ESSAY, ESSAY[: len(ESSAY) * 3 // 4]) < 1.0
    assert alike(ESSAY, "Something that speaks of entirely different matters.") < 0.1
    assert alike("", "") == alike("…", "—") == 1.0
    assert alike("", ESSAY) == alike(ESSAY, "") == 0.0
    assert alike("한국 드라마는 국경을 넘어", "한국 드라마는 국경을 넘어 퍼진다") == 1.0


def test_likeness_of_long_texts_is_sampled() -> None:
    text = " ".join(digest(str(n)) for n in range(8000))
    assert alike(text, text + "x") > 0.99
    assert alike(text, text[: len(text) // 2]) == pytest.approx(0.5, abs=0.06)


@given(TEXTS, TEXTS)
def test_likeness_is_a_share(one: str, other: str) -> None:
    assert 0.0 <= alike(one, other) <= 1.0
