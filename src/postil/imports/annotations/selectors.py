"""Selectors of a target: the quotation with what stands around it, and where it begins."""

from __future__ import annotations

from collections.abc import Iterable

from postil.imports.base.fields import count, exact, listed, mapping, passage, word
from postil.model.values import NamedTuple


class Selected(NamedTuple):
    """A passage as selectors describe it."""

    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


def selected(selectors: object, depth: int = 0) -> Selected:
    """Return what a selector, or a list of them, says; one that refines another says more."""
    quote = prefix = suffix = ""
    start: int | None = None
    end: int | None = None
    for one in map(mapping, _several(selectors)):
        kind = word(one.get("type")).rpartition(":")[2]
        if kind == "TextQuoteSelector" and not quote:
            quote = passage(one.get("exact"))
            prefix, suffix = exact(one.get("prefix")), exact(one.get("suffix"))
        elif kind == "TextPositionSelector":
            start, end = count(one.get("start")), count(one.get("end"))
        # A selector of an element, an XPath say, is refined by one of words within it, whose
        # offsets count from there.
        if "refinedBy" in one and depth < 5:
            inner = selected(one["refinedBy"], depth + 1)
            if inner.quote:
                quote, prefix, suffix = inner.quote, inner.prefix, inner.suffix
        if kind == "Choice" and depth < 5:
            inner = selected(one.get("items"), depth + 1)
            if not quote:
                quote, prefix, suffix, start, end = inner
    return Selected(quote, prefix, suffix, start, end)


def _several(found: object) -> Iterable[object]:
    return listed(found) if isinstance(found, list) else (found,)
