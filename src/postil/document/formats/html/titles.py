"""Title of a page: which of its headings it is, and its title element without the site's name."""

from __future__ import annotations

from postil.document.formats.html.tree import Tree
from postil.document.formats.markup.tags import HEADINGS
from postil.text.lazy_regex import lazily

_JOINT = lazily(r"\s+(?:[|·•–—:»«/~]|-{1,2}|::|>)\s+|\s?\|\s?|\s—\s|(?<=\w):\s")
_MOST = 60
"""Headings among which the title is looked for."""


def find_title(tree: Tree, title: str) -> int:
    """Return the heading that is the page's title, -1 if none is.

    One whose words the title element begins with or holds is; else the first of the first level
    that is no site's name.
    """
    wanted = folded(title)
    pieces = [folded(piece) for piece in parts(title)]
    headings = [at for at, tag in enumerate(tree.tags) if tag in HEADINGS and tree.size(at)][:_MOST]
    headings += [
        at
        for at, said in enumerate(tree.attributes)
        if said and said.get("role") == "heading" and said.get("aria-level") == "1"
    ][:1]
    best, score = -1, 0.0
    for at in headings:
        said = folded(tree.text(at))
        if len(said) < 2:
            continue
        same = 0.0
        if wanted and (said in wanted or wanted in said):
            same = min(len(said), len(wanted)) / max(len(said), len(wanted))
            same += 0.5 * wanted.startswith(said) + (tree.tags[at] == "h1")
            same += 2.5 * (said == pieces[0]) if pieces else 0
        if same > score:
            best, score = at, same
    if best >= 0 and (tree.tags[best] == "h1" or score > 0.3):
        return best
    return next((at for at in headings if tree.tags[at] == "h1"), -1)


def folded(words: str) -> str:
    """Return the letters and digits of some words, for comparing."""
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def parts(title: str) -> list[str]:
    """Return the parts of a title element, such as the article's title and the site's name."""
    return [part.strip() for part in _JOINT.split(title) if part.strip()]
