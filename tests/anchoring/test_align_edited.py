"""What becomes of notes when an article is edited, with the old text and without it."""

from __future__ import annotations

import random
import re

import pytest

from postil.anchoring import align
from postil.model.note import Anchor, Placement
from tests.anchoring.articles import ARTICLES, ENGLISH, letters_of, marked, of

WAYS = pytest.mark.parametrize("kept", [True, False], ids=["old text", "selectors"])
LANGUAGES = pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES.keys())


def resolved(old: str, new: str, kept: bool) -> list[tuple[Anchor, Placement]]:
    alignment = align(new, old if kept else None)
    return [(anchor, alignment.resolve(anchor)) for anchor in marked(old)]


def words(text: str, place: Placement) -> str:
    assert place.span is not None
    return text[place.span.start : place.span.end]


@WAYS
@LANGUAGES
def test_on_the_text_itself_nothing_changes(text: str, kept: bool) -> None:
    for anchor, place in resolved(text, text, kept):
        assert place.span is not None
        assert (place.span.start, place.span.end) == (anchor.start, anchor.end)
        assert (place.state, place.score) == ("same", 1.0)


def plain_signs(text: str) -> str:
    for sign, plain in zip("“”»«—’", ('"', '"', '"', '"', "--", "'"), strict=True):
        text = text.replace(sign, plain)
    return text


def wrapped(text: str) -> str:
    return re.sub(r"(?<=\S) (?=\S)", lambda at: "\n" if at.start() % 3 == 0 else "\u00a0", text)


def hyphenated(text: str) -> str:
    return re.sub(r"\b([a-zäöüß]{4})([a-zäöüß]{3,})", r"\1-\n\2", text)


@WAYS
@LANGUAGES
@pytest.mark.parametrize("dress", [plain_signs, wrapped, hyphenated])
def test_typography_changes_no_words(text: str, dress: object, kept: bool) -> None:
    assert callable(dress)
    new = dress(text)
    for anchor, place in resolved(text, new, kept):
        assert letters_of(words(new, place)) == letters_of(anchor.quote)
        assert place.state in {"same", "moved"}


@LANGUAGES
def test_exact_bounds_with_other_signs(text: str) -> None:
    """Signs at the edges belong to a quote, whatever they look like now."""
    new = plain_signs(text)
    for anchor, place in resolved(text, new, kept=True):
        assert words(new, place) == plain_signs(anchor.quote)


@WAYS
@LANGUAGES
def test_paragraphs_in_another_order(text: str, kept: bool) -> None:
    parts = text.split("\n\n")
    new = "\n\n".join([*parts[2:], *parts[:2]])
    for anchor, place in resolved(text, new, kept):
        if kept or len(anchor.quote) > 12:
            assert words(new, place) == anchor.quote
            assert place.state == "moved"
        elif place.span is not None:
            assert words(new, place) == anchor.quote


@WAYS
@LANGUAGES
def test_what_is_deleted_is_given_up(text: str, kept: bool) -> None:
    parts = text.split("\n\n")
    gone = "\n\n".join(parts[2:4])
    new = text.replace(gone + "\n\n", "")
    low, high = text.index(gone), text.index(gone) + len(gone)
    for anchor, place in resolved(text, new, kept):
        if low <= anchor.start and anchor.end <= high:
            assert place == Placement(None, "orphan", 0.0)
        else:
            assert words(new, place) == anchor.quote


@LANGUAGES
def test_a_twin_does_not_take_the_notes_of_what_is_deleted(text: str) -> None:
    """A paragraph that reads nearly alike is known to be another one."""
    parts = text.split("\n\n")
    twins = [part.replace(part[len(part) // 2 :][:6], "????? ", 1) for part in parts[1:]]
    old = "\n\n".join(parts + twins)
    new = "\n\n".join([parts[0], *parts[2:], *twins])
    low, high = len(parts[0]) + 2, len(parts[0]) + 2 + len(parts[1])
    alignment = align(new, old)
    for anchor in marked(old):
        place = alignment.resolve(anchor)
        if low <= anchor.start and anchor.end <= high:
            assert place.state == "orphan", anchor.quote
        else:
            assert words(new, place) == anchor.quote


@LANGUAGES
def test_typing_errors(text: str) -> None:
    chance = random.Random(7)
    old = text
    new = re.sub(r"\w", lambda at: "x" if chance.random() < 0.02 else at.group(), text)
    for anchor, place in resolved(old, new, kept=True):
        if place.span is None:
            # A word whose every other letter was mistyped may be given up, a sentence never.
            assert len(anchor.quote) < 12
            continue
        assert (place.span.start, place.span.end) == (anchor.start, anchor.end)
        assert place.state == ("same" if words(new, place) == anchor.quote else "changed")


@WAYS
def test_a_rewritten_sentence_is_found_and_said_to_be_changed(kept: bool) -> None:
    quote = "In the weeks that followed, people began to visit the vessel in the evening."
    rewritten = "In the months that followed, many people began to visit the ship in the evening."
    new = "A word before.\n\n" + ENGLISH.replace(quote, rewritten)
    place = align(new, ENGLISH if kept else None).resolve(of(ENGLISH, quote))
    assert (words(new, place), place.state) == (rewritten, "changed")
    assert 0.3 < place.score < 1.0


def test_a_sentence_that_went_to_another_paragraph() -> None:
    quote = "He did not say why."
    new = ENGLISH.replace(f" {quote}", "").replace("It came at noon", f"{quote} It came at noon")
    place = align(new, ENGLISH).resolve(of(ENGLISH, quote))
    assert (words(new, place), place.state) == (quote, "moved")


def test_a_word_that_another_replaced_is_given_up() -> None:
    new = ENGLISH.replace("a rope, and", "a chain, and")
    alignment = align(new, ENGLISH)
    assert alignment.resolve(of(ENGLISH, "rope")).state == "orphan"
    place = alignment.resolve(of(ENGLISH, "a rope, and"))
    assert (words(new, place), place.state) == ("a chain, and", "changed")


def test_a_rewritten_edge_is_bounded_by_what_stands_beside_it() -> None:
    anchor = of(ENGLISH, "people began to visit the vessel")
    new = ENGLISH.replace("people began to visit the vessel", "villagers began to visit the ship")
    place = align(new, ENGLISH).resolve(anchor)
    assert words(new, place) == "villagers began to visit the ship"


def test_what_is_between_paragraphs_may_grow() -> None:
    anchor = of(ENGLISH, "He did not say why.\n\nThen the ferry left as it had come.")
    new = ENGLISH.replace("why.\n\nThen", "why.\n\nThree winters passed.\n\nThen")
    place = align(new, ENGLISH).resolve(anchor)
    expected = "He did not say why.\n\nThree winters passed.\n\nThen the ferry left as it had come."
    assert (words(new, place), place.state) == (expected, "changed")


@pytest.mark.parametrize(
    ("before", "after"),
    [("41.5 paces", "415 paces"), ("thirty-one", "thirty-two"), ("the lamps", "The Lamps")],
)
def test_words_that_only_look_alike_have_changed(before: str, after: str) -> None:
    place = align(ENGLISH.replace(before, after), ENGLISH).resolve(of(ENGLISH, before))
    assert place.state == "changed"
