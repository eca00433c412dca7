"""Long texts that repeat themselves, and long quotes: preparing and placing stays quick."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from postil.anchoring import align
from tests.anchoring.articles import anchored
from tests.support.effort import at_most

PARAGRAPH = "The quick brown fox jumps over the lazy dog, and nobody asked it to.\n\n"


def noise(words: int, seed: int) -> str:
    chance = random.Random(seed)
    known = ["".join(chance.choices("abcdefghijklmnop", k=6)) for _ in range(900)]
    drawn = chance.choices(known, k=words)
    return "\n\n".join(" ".join(drawn[at : at + 60]) for at in range(0, words, 60))


NOISE = noise(60_000, 1)
CASES: dict[str, tuple[str, Callable[[], str]]] = {
    "letter": ("a" * 1_000_000, lambda: "a" * 500_000 + "b" + "a" * 500_000),
    "other letter": ("a" * 1_000_000, lambda: "b" * 1_000_000),
    "signs": ("-" * 1_000_000, lambda: "-" * 500_000 + "+" + "-" * 500_000),
    "paragraph": (PARAGRAPH * 14_000, lambda: PARAGRAPH * 7_000 + "New.\n\n" + PARAGRAPH * 7_000),
    "changed": (PARAGRAPH * 14_000, lambda: PARAGRAPH.replace("fox", "cat") * 14_000),
    "lines": ("same line\n" * 100_000, lambda: "same line\n" * 50_000 + "x\n" * 50_000),
    "short": ("same\n\n" * 100_000, lambda: "same\n\n" * 50_000 + "x\n\n" + "same\n\n" * 40_000),
    "nothing": (NOISE, lambda: noise(60_000, 2)),
    "reversed": (NOISE, lambda: "\n\n".join(reversed(NOISE.split("\n\n")))),
}


@pytest.mark.parametrize("case", CASES)
def test_long_texts(case: str) -> None:
    old, edited = CASES[case]
    new = edited()
    anchors = [anchored(old, at, at + 40) for at in range(0, len(old) - 40, len(old) // 20)]
    for known in (old, None):
        with at_most(3000):
            alignment = align(new, known)
            for anchor in anchors:
                alignment.resolve(anchor)


@pytest.mark.parametrize("kept", [True, False], ids=["old text", "selectors"])
def test_long_quotes(kept: bool) -> None:
    chance = random.Random(3)
    new = "".join(sign if chance.random() > 0.01 else "x" for sign in NOISE)
    with at_most(2500):
        alignment = align(new, NOISE if kept else None)
        for start in (0, 50_000, 200_000):
            anchor = anchored(NOISE, start, start + 100_000)
            place = alignment.resolve(anchor)
            assert place.span is not None
            assert abs(place.span.start - start) < 5
            assert abs(place.span.end - anchor.end) < 5


def test_many_notes() -> None:
    new = NOISE.replace("\n\n", "\n\nNew words here.\n\n", 40)
    with at_most(4000):
        alignment = align(new, NOISE)
        for start in range(0, 400_000, 160):
            place = alignment.resolve(anchored(NOISE, start, start + 30))
            assert place.span is not None
            assert place.state in {"same", "moved", "changed"}


def test_long_work_pauses_and_can_be_given_up() -> None:
    shares: list[float] = []
    align(noise(60_000, 4), NOISE, shares.append)
    assert len(shares) > 20
    assert min(shares) >= 0.0
    assert max(shares) == shares[-1] == 1.0

    def abandon(share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        align(noise(60_000, 4), NOISE, abandon)


def test_an_unchanged_text_takes_no_time() -> None:
    with at_most(30):
        alignment = align(NOISE, NOISE)
        assert alignment.resolve(anchored(NOISE, 70, 90)).state == "same"
