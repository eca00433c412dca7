"""Title of a page: which of its headings it is, and its title element without the site's name."""

from __future__ import annotations

from postil.document.formats.html.source.tree import Tree
from postil.document.formats.markup.tags import HEADINGS
from postil.text.lazy_regex import lazily

_JOINT = lazily(r"\s{1,9}(?:[|·•–—:»«/~]|-{1,2}|::|>)\s{1,9}|\s?\|\s?|\s—\s|(?<=\w):\s")
_HOME = lazily(r"(?:https?://[^/]{1,200})?/?(?:index\.\w{3,5})?")
_EXACT = 4.0
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
    named = folded(title.partition(" (")[0]) if title.endswith(")") else ""
    headings = sorted(at for tag in HEADINGS for at in tree.named(tag) if tree.size(at))[:_MOST]
    if not headings:
        headings = [
            at
            for at, said in enumerate(tree.attributes)
            if said and said.get("role") == "heading" and said.get("aria-level") == "1"
        ][:1]
    free = [at for at in headings if not _stands_in_nav(tree, at)]
    headings = free or headings
    best, score = -1, 0.0
    for at in headings:
        said = folded(tree.text(at))
        if len(said) < 2:
            continue
        now = _likeness(said, wanted, pieces, named)
        if not now:
            continue
        if now == _EXACT:
            # What a manual describes may be the name of one of its parts as well.
            now -= 0.5 * (HEADINGS.get(tree.tags[at], 1) - 1)
        now += tree.tags[at] == "h1"
        if tree.links(at) == tree.size(at) and len(pieces) > 1:
            # A site's name leads to its first page.
            now -= 4.5 if _leads_home(tree, at) else 2
        if now > score:
            best, score = at, now
    if best >= 0:
        return best
    return next((at for at in headings if tree.tags[at] == "h1"), -1)


def _stands_in_nav(tree: Tree, at: int) -> bool:
    while at >= 0:
        if tree.tags[at] == "nav":
            return True
        at = tree.parents[at]
    return False


def _leads_home(tree: Tree, at: int) -> bool:
    """Tell whether the link in a heading leads to the first page of a site."""
    links = (each for each in range(at, tree.ends[at]) if tree.tags[each] == "a")
    address = tree.attributes[next(links)].get("href") if tree.links(at) else None
    return bool(address) and _HOME.fullmatch(address or "") is not None


def _likeness(said: str, wanted: str, pieces: list[str], named: str) -> float:
    """Return how sure it is that a heading is what the title element names, 0 for not at all."""
    if not pieces:
        return 0.0
    first, last = pieces[0], pieces[-1]
    if said in (wanted, first):
        return _EXACT
    if len(first) > _TELLING and (first in said or said in first):
        share = min(len(first), len(said)) / max(len(first), len(said))
        if share > 0.5:
            return 1.5 + share
    if said == last:
        return 1.0
    if len(named) > _TELLING and said.endswith(named):
        # A reference calls its page after the class alone, and says in the heading what it is.
        return 1.5
    return 0.5 if said in wanted and len(said) > 0.5 * len(wanted) else 0.0


def folded(words: str) -> str:
    """Return the letters and digits of some words, for comparing."""
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def parts(title: str) -> list[str]:
    """Return the parts of a title element, such as the article's title and the site's name."""
    return [part.strip() for part in _JOINT.split(title) if part.strip()]
