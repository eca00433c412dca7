"""What the anchor bench drives: the alignment of an edited text with the one notes were made on.

From the root of the project, with ANCHORBENCH standing for the bench's file:

    PYTHONPATH=src python -B ANCHORBENCH hybridD tests.bench.anchoring:method exact hybridS
"""

from __future__ import annotations

from postil.anchoring import Alignment, align
from postil.model.note import Anchor

Answer = tuple[int, int, float] | None


class Method:
    """One pair of texts."""

    alignment: Alignment

    def prepare(self, new_text: str, old_text: str | None) -> None:
        self.alignment = align(new_text, old_text)

    def anchor(self, quote: str, prefix: str, suffix: str, start: int, end: int) -> Answer:
        place = self.alignment.resolve(Anchor(quote, prefix, suffix, start, end, ""))
        return None if place.span is None else (place.span.start, place.span.end, place.score)


def method() -> Method:
    """Return what the bench asks for every pair of texts."""
    return Method()
