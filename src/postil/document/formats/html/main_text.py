"""Main text of a page: the way down to the element that holds it, and what stands beside that way.

No container is chosen outright: what weighs little beside the one that holds most of the prose is
judged by what it holds, so that a title, a caption or a table in an odd place is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from postil.document.formats.html.names import declares, split
from postil.document.formats.html.prose import Prose
from postil.document.formats.html.sayings import OF_CODE
from postil.document.formats.html.source.tree import WORDS, Tree
from postil.document.formats.markup.tags import HEADINGS
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_MOST = 0.7
"""Share of the prose by which an element leads the way down."""
_NAMED_MOST = 0.4
"""The same for one that says that it is the main text."""
_SENTENCE = 15
"""Letters of the shortest sentence."""
_WORDY = 60
_RIGHTS = lazily(r"(?i)©|\(c\)|\bcopyright|\brights reserved|\bcookies?\b|\bprivacy|\bterms of")
_CELL = 0.15
"""Share of the prose that a column beside the text has at the most."""
_DENSE = 0.5
_LINES = 3
"""Short lines in a part of its own, beyond which they are a list of ways."""
_ROWS = 6
"""Rows alike beyond which a table is one of data, and does not arrange the page."""
_COLUMN = 400
"""Letters of prose in a cell that is a column of text."""
_CONTAINERS = frozenset(
    "article body center div form main section span table tbody td tr font template".split()  # noqa: SIM905
)
_TEXT = frozenset(("p", "ul", "ol", "dl", "pre", "blockquote", "figure"))
"""What is judged by its own words, and not by where it stands."""
_TELLING = frozenset(
    "articlebody entrycontent postcontent articlecontent pagecontent maincontent bodycontent "  # noqa: SIM905
    "storybody storycontent markdownbody contentbody postbody articletext mwcontenttext "
    "mwparseroutput "
    "document content contents main mainarea readme bodywrapper rstcontent".split()
)
_SOLID = frozenset((*HEADINGS, "pre", "table", "dl", "figure", "blockquote", "math", "img"))


def is_named_main(tree: Tree, at: int) -> bool:
    """Tell whether an element says that it is the main text of the page."""
    if tree.tags[at] == "main":
        return True
    attributes = tree.attributes[at]
    return bool(attributes) and (
        attributes.get("role") == "main" or attributes.get("itemprop") == "articleBody"
    )


def _is_telling(tree: Tree, at: int) -> bool:
    """Tell whether a name says that an element is the text; less sure than what is above."""
    if tree.tags[at] == "article":
        return True
    attributes = tree.attributes[at]
    if not attributes:
        return False
    for name in (*(attributes.get("class") or "").split()[:12], attributes.get("id") or ""):
        if "".join(split(name[:60])) in _TELLING:
            return True
    return False


def find_beside(
    tree: Tree, prose: Prose, gone: list[tuple[int, int]], title: int
) -> tuple[list[tuple[int, int]], int]:
    """Return what stands beside the way down to the main text, and the element at its end."""
    left_out = {start for start, _ in gone}
    beside: list[tuple[int, int]] = []
    at = max(tree.first("body"), 0)
    while True:
        children = [
            child
            for child in tree.children(at)
            if tree.tags[child] != WORDS and child not in left_out
        ]
        if not children:
            return beside, at
        lead = max(children, key=prose.of)
        named = next((one for one in children if is_named_main(tree, one)), -1)
        if named >= 0 and prose.of(named) >= _NAMED_MOST * prose.of(at):
            lead = named
        share = prose.of(lead) / max(1, prose.of(at))
        if tree.tags[lead] not in _CONTAINERS and "-" not in tree.tags[lead]:
            return beside, at
        if not prose.of(lead) or share < (_NAMED_MOST if lead == named else _MOST):
            return beside, at
        if tree.tags[lead] == "tr" and _are_rows(tree, children, lead):
            return beside, at
        way = _Way(tree, prose, lead, title, lead == named, _is_telling(tree, lead))
        beside += [
            (child, tree.ends[child])
            for child in children
            if child != lead and _is_beside(way, child)
        ]
        at = lead


def _are_rows(tree: Tree, children: list[int], lead: int) -> bool:
    """Tell whether rows are those of one table of data, with as many cells in each."""
    cells = _cells(tree, lead)
    alike = sum(_cells(tree, row) == cells for row in children)
    return cells > 1 and alike > max(_ROWS, len(children) // 2)


def _cells(tree: Tree, row: int) -> int:
    return sum(tree.tags[each] in ("td", "th") for each in tree.children(row))


class _Way(NamedTuple):
    """One step down: the element that leads, and what is known of it."""

    tree: Tree
    prose: Prose
    lead: int
    title: int
    named: bool
    """It says that it is the main text."""
    telling: bool
    """Its name lets one think so."""


def _is_sentence(tree: Tree, prose: Prose, at: int) -> bool:
    """Tell whether a line is one that somebody has written out."""
    if prose.own[at] < _SENTENCE or tree.ends[at] - at > _WORDY:
        return False
    return tree.text(at).endswith((".", "!", "?", "。")) and not _RIGHTS.search(tree.text(at))


def _is_headed(tree: Tree, at: int) -> bool:
    """Tell whether a part has a heading of its own, which is more than a link to elsewhere."""
    return any(
        tree.tags[each] in HEADINGS and tree.links(each) < tree.size(each)
        for each in range(at, tree.ends[at])
    )


def _is_beside(way: _Way, at: int) -> bool:
    """Tell whether an element beside the one that leads down is none of the text."""
    tree, prose, lead, title, named, telling = way
    tag = tree.tags[at]
    size = tree.size(at)
    if not size:
        return False
    dense = tree.links(at) > _DENSE * size
    if at <= title < tree.ends[at]:
        return False
    if tag in HEADINGS:
        return dense and at < lead and title >= 0
    held = prose.of(at)
    if tag in ("td", "th") and tree.tags[lead] == "td":
        return held <= _CELL * prose.of(lead)
    if named:
        return True
    if tag in _TEXT or _is_headed(tree, at):
        return False
    if tag == "table" and "th" in tree.tags[at : tree.ends[at]]:
        return False
    if held:
        return tree.links(at) > 0.6 * size
    if at > title and (size > prose.total or declares(tree.attributes[at])):
        return False
    if dense:
        return not (at > title and OF_CODE.search(tree.text(at)))
    if tag in ("div", "section", "span", "tr", "center", "font", "header", "footer") or "-" in tag:
        solid = any(tree.tags[each] in _SOLID for each in range(at + 1, tree.ends[at]))
        if solid and not telling:
            return False
        if tag not in ("div", "section"):
            return True
        held_lines = [each for each in range(at, tree.ends[at]) if prose.own[each]]
        if any(_is_sentence(tree, prose, each) for each in held_lines):
            return at < title
        return telling or at < title or len(held_lines) > _LINES
    return False


def find_layouts(tree: Tree, prose: Prose, headings: Iterable[int]) -> frozenset[int]:
    """Return the tables that only arrange the page: columns of text, and what holds such tables."""
    tables = tree.named("table")
    found = {
        at for at in tables if (tree.attributes[at].get("role") or "") in ("presentation", "none")
    }
    if not tables:
        return frozenset()
    inside = [at for at in tree.named("td") if prose.of(at) > _COLUMN]
    inside += tables
    inside += [at for tag in HEADINGS for at in tree.named(tag)]
    inside += headings
    for at in inside:
        above = tree.parents[at]
        while above >= 0:
            if tree.tags[above] == "table":
                if above in found:
                    break
                found.add(above)
            above = tree.parents[above]
    return frozenset(found)
