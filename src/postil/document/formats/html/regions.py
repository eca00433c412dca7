"""Regions of a page: how far what a heading heads goes, and whether it leads elsewhere."""

from __future__ import annotations

from postil.document.formats.html.prose import Prose
from postil.document.formats.html.source.tree import WORDS, Tree
from postil.document.formats.markup.tags import HEADINGS

_LINKS = 2
_TEASER = 240
"""Letters of the longest paragraph by which a page makes one curious about another."""
_MUCH = 0.35
"""Share of the prose beyond which a part is more than what one heading heads."""


def region(tree: Tree, prose: Prose, title: int, at: int) -> int:
    """Return the index behind what stands under a heading; ``title`` is the page's, or -1."""
    top = at
    level = tree.tags[at]
    # A part that begins with the heading is headed by it, as far as it goes.
    while (parent := tree.parents[top]) >= 0 and tree.tags[parent] not in (
        "body",
        "main",
        "article",
    ):
        if tree.letters[top] != tree.letters[parent] or parent <= title < tree.ends[parent]:
            break
        if prose.of(parent) > _MUCH * prose.total:
            break
        top = parent
    if top != at:
        return tree.ends[top]
    end = tree.ends[at]
    limit = tree.ends[tree.parents[at]]
    while end < limit:
        tag = tree.tags[end]
        if tag in HEADINGS and tag <= level:
            break
        if tag != WORDS and any(
            tree.tags[each] in HEADINGS and tree.tags[each] <= level
            for each in range(end, tree.ends[end])
        ):
            break
        end = tree.ends[end]
    return end


def teases(tree: Tree, prose: Prose, at: int, end: int) -> bool:
    """Tell whether what stands under a heading are links with a line or two on each."""
    links = sum(tree.tags[each] == "a" for each in range(at, end))
    longest = max((prose.own[each] for each in range(at, end)), default=0)
    return links >= _LINKS and longest <= _TEASER


def tops(tree: Tree, at: int, end: int) -> list[int]:
    """Return the outermost elements and words from an index to another."""
    found = []
    while at < end:
        found.append(at)
        at = tree.ends[at]
    return found
