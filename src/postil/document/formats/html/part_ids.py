"""Ids of a page's parts: whether one says what a part is, or only repeats what it is about."""

from __future__ import annotations

from postil.document.formats.html import sayings
from postil.document.formats.html.prose import CODE, Prose
from postil.document.formats.html.source.tree import WORDS, Tree
from postil.document.formats.markup.tags import HEADINGS
from postil.text.lazy_regex import lazily

_NUMBER = lazily(r"^\d+\.(?:\d+\.?)*\s+|^\d+\s+(?=[A-Z])")
_INNER = frozenset(
    ("dt", "dd", "li", "tr", "td", "th", "span", "a", "code", "h1", "h2", "h3", "h4")
)
_SECTIONS = frozenset(
    "appendix chapter section sect1 sect2 sect3 section-level-extent chapter-level-extent "  # noqa: SIM905
    "subsection subsection-level-extent subsubsection unnumbered".split()
)
"""Classes of the parts of a manual, whose ids are the names of what they are about."""
_CODE = frozenset(("code", *CODE))
_NEAR = 12
"""Elements of a part among which a heading of the page's stands."""
_OPENING = 80
"""Elements of a part among which its first heading stands, behind ways to other parts."""


def is_name_of_part(tree: Tree, prose: Prose, at: int) -> bool:
    """Tell whether the id of an element may say what it is, and is no name of its matter."""
    identity = tree.attributes[at].get("id")
    if not identity or tree.tags[at] in _INNER or "." in identity:
        return False
    if _named_by_heading(tree, at, identity) or _opens_with(tree, prose, at, identity):
        return False
    if _is_one_of_many(tree, at):
        return False
    if not prose.of(at):
        return True
    inside = range(at, min(tree.ends[at], at + _NEAR))
    first = next((each for each in inside if tree.tags[each] in HEADINGS), -1)
    return first < 0 or bool(sayings.OF_SURROUNDINGS.fullmatch(tree.text(first)))


def _named_by_heading(tree: Tree, at: int, identity: str) -> bool:
    """Tell whether the id is made of the words of the heading with which an element begins."""
    for child in tree.children(at):
        if tree.tags[child] in HEADINGS or tree.tags[child] == "span":
            said = _slug(_NUMBER.sub("", tree.text(child)))
            if said:
                named = _slug(identity)
                return named.endswith(said) or ("(" in identity and named.startswith(said))
        elif tree.tags[child] != WORDS or tree.words[child].strip():
            return False
    return False


def _opens_with(tree: Tree, prose: Prose, at: int, identity: str) -> bool:
    """Tell whether a part is one of a manual, or its first heading begins its id."""
    if not prose.of(at):
        return False
    if not _SECTIONS.isdisjoint((tree.attributes[at].get("class") or "").split()):
        return True
    inside = range(at, min(tree.ends[at], at + _OPENING))
    first = next((tree.text(each) for each in inside if tree.tags[each] in HEADINGS), "")
    if not first or sayings.OF_SURROUNDINGS.fullmatch(first):
        return False
    said = _slug(_NUMBER.sub("", first))
    return bool(said) and _slug(identity).startswith(said)


def _is_one_of_many(tree: Tree, at: int) -> bool:
    """Tell whether a part with code stands beside one of its kind, parted by their ids."""
    kind = tree.attributes[at].get("class")
    if not kind:
        return False
    following = tree.ends[at]
    if following < len(tree.tags) and tree.tags[following] == WORDS:
        following += 1
    others = (
        tree.attributes[other]
        for other in (tree.before(at), following)
        if 0 <= other < len(tree.tags)
    )
    if not any(said.get("id") and said.get("class") == kind for said in others):
        return False
    inside = tree.tags[at : min(tree.ends[at], at + _OPENING)]
    return not _CODE.isdisjoint(inside)


def _slug(words: str) -> str:
    return "".join(sign for sign in words.lower() if sign.isalnum())
