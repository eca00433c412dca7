"""Likeness: the share of an older text that stands in another, estimated for long ones."""

from __future__ import annotations

from postil.model.article import JOINT

ENOUGH = 0.5
"""Share of its letters that a changed file must keep to be the article that it was."""

LONG = 1_000_000
"""Code points of both texts together from which the share is estimated by samples."""

SAMPLES = 200
SAMPLE = 40
"""How many samples are looked for, and their code points."""


def kept_share(old: str, new: str) -> float:
    """Return which share of the letters of an older text stand in another, 0 to 1.

    Where the paragraphs that stand there whole are enough, it is told from them alone.
    """
    there = set(new.split(JOINT))
    paragraphs = old.split(JOINT)
    whole = sum(len(one) for one in paragraphs if one in there)
    share = whole / max(1, sum(map(len, paragraphs)))
    if share >= ENOUGH:
        return share
    if len(old) + len(new) < LONG:
        # Only a text that was changed asks for the letters; few runs meet one.
        from postil.anchoring import alike

        return max(share, alike(old, new))
    step = max(1, (len(old) - SAMPLE) // SAMPLES)
    samples = [old[at : at + SAMPLE] for at in range(0, max(1, len(old) - SAMPLE), step)]
    return max(share, sum(sample in new for sample in samples) / len(samples))
