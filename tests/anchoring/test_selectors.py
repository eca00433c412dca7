"""A passage without the text it was made on: by its words, and by how far off they stand."""

from __future__ import annotations

import random

import pytest

from postil.anchoring import align
from postil.model.note import Anchor, Placement

QUOTE = "the ferrymen sold bread from their decks to whoever dared to walk"
_WORDS = random.Random(3)


def words(size: int) -> str:
    """Return words that stand nowhere else, of about so many letters."""
    made = ""
    while len(made) < size:
        made += (
            "".join(_WORDS.choices("abcdefghijklmnopqrstuvwxyz", k=_WORDS.randrange(3, 9))) + " "
        )
    return made.strip()


BEFORE, BEHIND = words(60) + " ", " " + words(60)
WHOLE = BEFORE + QUOTE + BEHIND
LONG, SHORT = words(30_000), words(10_000)


def anchor(start: int) -> Anchor:
    return Anchor(QUOTE, BEFORE, BEHIND, start, start + len(QUOTE), "0" * 64)


def edited(count: int) -> str:
    """Return the passage with its first words replaced."""
    every = QUOTE.split()
    return BEFORE + " ".join(["zyxvu", "qjqjqjqj", "vvv", "jumpy"][:count] + every[count:]) + BEHIND


def placed(passage: str, share: float) -> Placement:
    """Return where a passage is found that stands so far off, as a share of the text."""
    text = f"{LONG} {passage} {SHORT}"
    there = text.index(passage) + len(BEFORE)
    return align(text).resolve(anchor(there - round(share * len(text))))


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.7])
def test_the_words_themselves_are_believed_wherever_they_stand(share: float) -> None:
    assert placed(WHOLE, share).state == ("moved" if share else "same")


@pytest.mark.parametrize(
    ("count", "share", "state"),
    [
        (4, 0.0, "changed"),
        (4, 0.4, "changed"),
        (3, 0.5, "changed"),
        (4, 0.5, "orphan"),
        (3, 0.7, "changed"),
        (4, 0.7, "orphan"),
    ],
)
def test_an_edited_passage_is_believed_the_less_the_farther_off_it_stands(
    count: int, share: float, state: str
) -> None:
    """Half a text away 0.82 of the evidence is wanted; beyond that no more.

    Three words of twelve replaced leave just more than that, four leave just less.
    """
    assert placed(edited(count), share).state == state


@pytest.mark.parametrize(
    ("apart", "state"),
    [(1900, "moved"), (4000, "changed")],
)
def test_of_a_moved_and_an_edited_passage_the_moved_one_is_meant_if_it_is_near(
    apart: int, state: str
) -> None:
    """Within two thousand code points the words that stand once are taken without a further look.

    Farther off they are weighed against what stands at the old place now.
    """
    between = SHORT[: apart - len(edited(1))]
    text = f"{SHORT[:5000]} {edited(1)} {between} {WHOLE} {LONG[:3000]}"
    old = text.index(edited(1)) + len(BEFORE)
    place = align(text).resolve(anchor(old))
    assert place.span is not None
    assert place.state == state
    assert place.span.start == (old if state == "changed" else text.index(QUOTE))
