"""Headings by their looks: what is a heading to the eye and has no heading's tag."""

from __future__ import annotations

from postil.document.formats.html.names import split
from postil.document.formats.html.prose import BLOCKS, Prose
from postil.document.formats.html.source.tree import WORDS, Tree
from postil.document.formats.markup.tags import HEADINGS
from postil.model.values import dataclass, field
from postil.text.lazy_regex import lazily

_LONGEST = 120
_BYLINE = 80
_BY = lazily(r"(?i:(?:posted |written |published )?by) [A-ZÀ-ÖØ-Þ][\w.’'-]+ [A-ZÀ-ÖØ-Þ]")
_AUTHORS = frozenset(("author", "authors", "byline"))
_ENDS = tuple(".,;:!。，、；")
_WITHIN = frozenset(("b", "strong", "font", "big", "center", "em", "i", "u", "span", "a", "small"))
_COLUMN = 500
"""Letters of prose in a cell that is a column of text."""
_FEW = 3
"""Headings with tags from which on bold lines are not taken for further ones."""


@dataclass(slots=True)
class Looks:
    """Levels of the elements that look like headings, by index of the tree."""

    plain: set[int] = field(default_factory=set)
    """Elements with a heading's tag that are bylines."""

    levels: dict[int, int] = field(default_factory=dict)


def find_looks(tree: Tree, prose: Prose, gone: bytearray) -> Looks:
    """Return the headings of a page that have no heading's tag."""
    looks = Looks()
    tagged = 0
    at = max(tree.first("body"), 0)
    count = len(tree.tags)
    sized: list[tuple[int, int]] = []
    bold: list[int] = []
    while at < count:
        if gone[at]:
            at = tree.ends[at]
            continue
        tag = tree.tags[at]
        if tag in HEADINGS:
            tagged += 1
            if tag != "h1" and tree.size(at) <= _BYLINE and _is_byline(tree, at):
                looks.plain.add(at)
            at = tree.ends[at]
            continue
        attributes = tree.attributes[at]
        if attributes and attributes.get("role") == "heading" and tree.size(at):
            level = attributes.get("aria-level") or "2"
            looks.levels[at] = (
                min(6, max(1, int(level))) if level.isdecimal() and len(level) < 3 else 2
            )
            at = tree.ends[at]
            continue
        if tag in ("font", "b", "strong", "big") and _is_line(tree, at):
            size = _size(tree, at)
            if size > 3:
                sized.append((at, size))
            elif tag in ("b", "strong") and _stands_free(tree, prose, at):
                bold.append(at)
            at = tree.ends[at]
            continue
        at += 1
    if tagged <= _FEW:
        _by_size(looks, sized)
        if not tagged and not sized and bold:
            looks.levels |= dict.fromkeys(bold, 2)
    return looks


def _is_byline(tree: Tree, at: int) -> bool:
    """Tell whether a heading is no more than who wrote what stands below it."""
    if _BY.match(tree.text(at)):
        return True
    classes = tree.attributes[at].get("class") or ""
    return not _AUTHORS.isdisjoint(split(classes[:80])) and tree.links(at) == tree.size(at)


def _stands_free(tree: Tree, prose: Prose, at: int) -> bool:
    """Tell whether a bold line stands among paragraphs, and in no item, cell or term."""
    holder = prose.holders[at]
    tag = tree.tags[holder]
    if tag in ("td", "th"):
        return prose.of(holder) > _COLUMN
    while holder >= 0 and tree.tags[holder] not in ("li", "td", "dd", "dt", "blockquote"):
        holder = tree.parents[holder]
    return holder < 0 or (tree.tags[holder] == "td" and prose.of(holder) > _COLUMN)


def _by_size(looks: Looks, sized: list[tuple[int, int]]) -> None:
    """Give the largest letters the first level."""
    sizes = sorted({size for _, size in sized}, reverse=True)
    for at, size in sized:
        looks.levels[at] = min(6, 1 + sizes.index(size))


def _size(tree: Tree, at: int) -> int:
    """Return the size of letters that an element and what it alone holds ask for; 3 is usual."""
    best = 3
    for each in range(at, min(tree.ends[at], at + 6)):
        said = tree.attributes[each].get("size") if tree.tags[each] == "font" else None
        if not said:
            continue
        said = said.strip()
        if said[:1] == "+" and said[1:].isdecimal():
            best = max(best, min(7, 3 + int(said[1:3])))
        elif said.isdecimal():
            best = max(best, min(7, int(said[:2])))
    return best


def _is_line(tree: Tree, at: int) -> bool:
    """Tell whether an element within a line is all of that line, and short."""
    size = tree.size(at)
    if not 2 <= size <= _LONGEST or tree.links(at) == size or tree.ends[at] - at > _LONGEST:
        return False
    said = tree.text(at)
    if said.endswith(_ENDS) or not any(sign.isalpha() for sign in said):
        return False
    if any(tree.tags[each] == "br" for each in range(at, tree.ends[at])):
        return False
    while (parent := tree.parents[at]) >= 0 and tree.tags[parent] in _WITHIN:
        if tree.size(parent) != size:
            return False
        at = parent
    return _breaks(tree, tree.before(at)) and _breaks(tree, _behind(tree, at))


def _behind(tree: Tree, at: int) -> int:
    behind = tree.ends[at]
    end = tree.ends[tree.parents[at]]
    while behind < end:
        if tree.tags[behind] != WORDS or tree.words[behind].strip():
            return behind
        behind = tree.ends[behind]
    return -1


def _breaks(tree: Tree, at: int) -> bool:
    return at < 0 or tree.tags[at] == "br" or tree.tags[at] in BLOCKS
