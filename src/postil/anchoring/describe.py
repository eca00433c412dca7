"""Describes a passage by its own words and those around it, as an anchor."""

from __future__ import annotations

from postil.model.note import Anchor
from postil.model.span import Span

CONTEXT = 32
"""Code points kept on either side of a quote."""


def describe(text: str, span: Span, digest: str) -> Anchor:
    """Return what finds a passage of a canonical text again.

    Raises ValueError for a span that is empty or reaches beyond the text.
    """
    if not len(span) or span.end > len(text):
        raise ValueError(f"no passage runs from {span.start} to {span.end} of {len(text)}")
    return Anchor(
        quote=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        start=span.start,
        end=span.end,
        digest=digest,
    )
