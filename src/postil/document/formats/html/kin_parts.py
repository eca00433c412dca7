"""Kin parts of a page: comments with their reply links, cards that lead to other stories, offers.

They are told by what they share with one another, whatever they are called.
"""

from __future__ import annotations

from postil.document.formats.html import sayings
from postil.document.formats.html.prose import Prose
from postil.document.formats.html.source.tree import Tree
from postil.document.formats.markup.tags import HEADINGS

_FEWEST = 2
"""Cards, or replies, that are kin."""
_LONGEST_CARD = 400
"""Letters of a card at the most: a title, a picture, and a line or two."""
_ENOUGH = 400
"""Letters of prose that are left beside comments."""
_MOST = 3000
"""Links that are looked at."""


def find_kin(tree: Tree, prose: Prose, gone: bytearray, title: int) -> list[int]:
    """Return the elements that are comments, cards or offers."""
    found = _comments(tree, prose, gone, title)
    found += _cards(tree, prose, gone, title)
    found += _offers(tree, prose, gone)
    return found


def _comments(tree: Tree, prose: Prose, gone: bytearray, title: int) -> list[int]:
    """Return the element that holds all links to reply by, if the article lies elsewhere."""
    replies = [
        at
        for at in tree.named("a")[:_MOST]
        if tree.ends[at] - at < 6 and sayings.REPLY.fullmatch(tree.text(at))
        if not _is_gone(tree, gone, at)
    ]
    if len(replies) < _FEWEST:
        return []
    at = tree.parents[replies[0]]
    last = replies[-1]
    while at >= 0 and tree.ends[at] <= last:
        at = tree.parents[at]
    if at < 0 or at <= title < tree.ends[at] or prose.total - prose.of(at) < _ENOUGH:
        return []
    return [at]


def _cards(tree: Tree, prose: Prose, gone: bytearray, title: int) -> list[int]:
    """Return the cards whose headings are links to other pages."""
    linked = [
        at
        for tag in HEADINGS
        for at in tree.named(tag)
        if at != title and _leads_away(tree, at) and not _is_gone(tree, gone, at)
    ]
    cards = []
    for at in linked:
        card = at
        while (above := tree.parents[card]) >= 0 and tree.size(above) <= _LONGEST_CARD:
            if above <= title < tree.ends[above]:
                break
            card = above
        if card != at:
            cards.append(card)
    held = sum(prose.of(card) for card in set(cards))
    return cards if len(linked) >= _FEWEST and prose.total - held >= _ENOUGH else []


def _leads_away(tree: Tree, at: int) -> bool:
    """Tell whether all of a heading is a link to another page, or it stands in such a link."""
    size = tree.size(at)
    if not size or tree.links(at) != size:
        return False
    inside = [each for each in range(at, min(tree.ends[at], at + 12)) if tree.tags[each] == "a"]
    above = tree.parents[at]
    for _ in range(3):
        if above >= 0 and tree.tags[above] == "a":
            inside.append(above)
        above = tree.parents[above] if above >= 0 else -1
    addresses = [tree.attributes[each].get("href") or "" for each in inside]
    return bool(addresses) and all("#" not in one and one for one in addresses)


def _offers(tree: Tree, prose: Prose, gone: bytearray) -> list[int]:
    return [
        at
        for tag in ("p", "div", "li", "section", "h2", "h3", "h4")
        for at in tree.named(tag)
        if prose.own[at] and not gone[at] and tree.ends[at] - at < 40
        if sayings.is_offer(tree.text(at))
    ]


def _is_gone(tree: Tree, gone: bytearray, at: int) -> bool:
    while at >= 0:
        if gone[at]:
            return True
        at = tree.parents[at]
    return False
