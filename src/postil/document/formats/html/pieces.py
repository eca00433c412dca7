"""Pieces of a page: the articles of one that has several, such as the front page of a weblog.

All of them stand in the one text of the page, in its order. Which of them some words are from is
told by where they stand, so that nothing else needs to be known of a choice among them.
"""

from __future__ import annotations

from bisect import bisect_left

from postil.document.formats.html.facts.head_tags import PageFacts
from postil.document.formats.html.names import split
from postil.document.formats.html.prose import Prose
from postil.document.formats.html.source.tree import Tree
from postil.document.formats.html.titles import folded
from postil.document.formats.markup.tags import HEADINGS, Attributes
from postil.text.lazy_regex import lazily

_FEWEST = 2
_LEAST = 60
"""Letters of prose in a piece, which is more than a title that leads to an article elsewhere."""
_SHARE = 0.5
"""Share of the page's prose that the pieces hold together: what holds less stands beside it."""
_MOST = 5000
"""Elements that are looked at."""
_TYPE = lazily(r"(?i)https?://schema\.org/(?:\w{0,30}article|\w{0,30}posting|report)/?")
_MARKS = frozenset(("role", "itemtype", "class"))
"""Attributes that may say that an element is an article."""
_ENTRIES = frozenset(("hentry", "h-entry"))
"""Classes of microformats."""
_UPDATES = frozenset(("live", "liveblog", "livelog", "update", "updates", "ticker"))
"""Words in classes of what goes on: its parts have no names of their own to be cited by."""


def find_pieces(tree: Tree, prose: Prose, gone: bytearray, facts: PageFacts) -> list[int]:
    """Return the elements that are the articles of a page of several, in order.

    A page that says that it is one article has none, unless it describes several of those that
    stand in it. Nor has what is told by the hour.
    """
    found: list[int] = []
    behind = -1
    for at in _candidates(tree):
        if at < behind or _is_gone(tree, gone, at):
            continue
        behind = tree.ends[at]
        if prose.of(at) >= _LEAST and heading_of(tree, gone, at) >= 0:
            found.append(at)
    if len(found) < _FEWEST or sum(map(prose.of, found)) < _SHARE * prose.total:
        return []
    if any(_goes_on(tree, at) for at in found):
        return []
    described = facts.json.get("headlines")
    if facts.is_news and isinstance(described, list):
        titles = {folded(tree.text(heading_of(tree, gone, at))) for at in found}
        if len(titles.intersection(map(folded, described))) < _FEWEST:
            return []
    elif facts.is_news:
        return []
    return found


def heading_of(tree: Tree, gone: bytearray, at: int) -> int:
    """Return the first of the highest headings in an element, -1 if it has none."""
    found, level = -1, 9
    each = at
    while each < tree.ends[at]:
        if gone[each]:
            each = tree.ends[each]
            continue
        if tree.tags[each] in HEADINGS and tree.size(each) and int(tree.tags[each][1]) < level:
            found, level = each, int(tree.tags[each][1])
        each += 1
    return found


def address_in(tree: Tree, at: int, heading: int) -> str:
    """Return the address that an element gives as its own, "" for none."""
    links = tree.named("a")
    for each in links[bisect_left(links, at) : bisect_left(links, tree.ends[at])]:
        said = tree.attributes[each]
        named = {*(said.get("rel") or "").lower().split(), *(said.get("class") or "").split()}
        around = each <= heading < tree.ends[each]
        if around or heading <= each < tree.ends[heading] or named & {"bookmark", "u-url"}:
            return said.get("href") or ""
    identity = tree.attributes[at].get("id") or ""
    return f"#{identity}" if identity else ""


def _candidates(tree: Tree) -> list[int]:
    articles = set(tree.named("article"))
    marked = (
        at
        for at, said in enumerate(tree.attributes)
        if said and not _MARKS.isdisjoint(said) and at not in articles and _is_marked(said)
    )
    return sorted((*articles, *marked))[:_MOST]


def _is_marked(said: Attributes) -> bool:
    """Tell whether attributes say that an element is an article."""
    if said.get("role") == "article" or _TYPE.fullmatch(said.get("itemtype") or ""):
        return True
    classes = said.get("class")
    return bool(classes and "entry" in classes) and not _ENTRIES.isdisjoint((classes or "").split())


def _goes_on(tree: Tree, at: int) -> bool:
    """Tell whether an element, or one around it, is named as one of a story that goes on."""
    while at >= 0:
        if tree.tags[at] == "body":
            return False
        said = tree.attributes[at]
        if said:
            name = said.get("class") or said.get("id") or ""
            if not _UPDATES.isdisjoint(split(name[:80])):
                return True
            if "liveblog" in (said.get("itemtype") or "").lower():
                return True
        at = tree.parents[at]
    return False


def _is_gone(tree: Tree, gone: bytearray, at: int) -> bool:
    while at >= 0:
        if gone[at]:
            return True
        at = tree.parents[at]
    return False
