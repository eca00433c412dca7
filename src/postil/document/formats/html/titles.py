"""Title of a page: which of its headings it is, and its title element without the site's name."""

from __future__ import annotations

from postil.document.formats.html.source.tree import Tree
from postil.document.formats.markup.tags import HEADINGS
from postil.text.lazy_regex import lazily

_JOINT = lazily(r"\s{1,9}(?:[|·•–—:»«/~]|-{1,2}|::|>)\s{1,9}|\s?\|\s?|\s—\s|(?<=\w):\s")
_TELLING = 3
_MOST = 60
"""Headings among which the title is looked for."""


def find_title(tree: Tree, title: str) -> int:
    """Return the heading that is the page's title, -1 if none is.

    One whose words the title element begins with or holds is; else the first of the first level
    that is no site's name.
    """
    wanted = folded(title)
    pieces = [folded(piece) for piece in parts(title)]
    headings = sorted(at for tag in HEADINGS for at in tree.named(tag) if tree.size(at))[:_MOST]
    if not headings:
        headings = [
            at
            for at, said in enumerate(tree.attributes)
            if said and said.get("role") == "heading" and said.get("aria-level") == "1"
        ][:1]
    best, score = -1, 0.0
    for at in headings:
        said = folded(tree.text(at))
        if len(said) < 2:
            continue
        now = _likeness(said, wanted, pieces)
        if not now:
            continue
        now += tree.tags[at] == "h1"
        if tree.links(at) == tree.size(at) and len(pieces) > 1:
            # A site's name leads to its first page.
            now -= 2
        if now > score:
            best, score = at, now
    if best >= 0:
        return best
    return next((at for at in headings if tree.tags[at] == "h1"), -1)


def _likeness(said: str, wanted: str, pieces: list[str]) -> float:
    """Return how sure it is that a heading is what the title element names, 0 for not at all."""
    if not pieces:
        return 0.0
    first, last = pieces[0], pieces[-1]
    if said in (wanted, first):
        return 4.0
    if len(first) > _TELLING and (first in said or said in first):
        share = min(len(first), len(said)) / max(len(first), len(said))
        if share > 0.5:
            return 1.5 + share
    if said == last:
        return 1.0
    return 0.5 if said in wanted and len(said) > 0.5 * len(wanted) else 0.0


def folded(words: str) -> str:
    """Return the letters and digits of some words, for comparing."""
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def parts(title: str) -> list[str]:
    """Return the parts of a title element, such as the article's title and the site's name."""
    return [part.strip() for part in _JOINT.split(title) if part.strip()]
