"""Tree of a page, flat: its elements and words in the order of the page, with what each holds.

Lexbor's own tree is walked once, without recursion, and let go of; all that follows looks at lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from postil.document.formats.html.source.taming import tamed
from postil.document.formats.markup.tags import NOTHING, Attributes
from postil.errors import NotReadable
from postil.model.values import dataclass, field
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST = 24 << 20
"""Letters of a page that are read."""
_MOST_NODES = 700_000
_EVERY = 4096
"""Elements between two looks at the progress."""
_MOST_SCRIPTS = 40
_MOST_STYLE = 1 << 19
_NOT_SHOWN = lazily(r"(?i)\b(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_COMMENT = lazily(r"(?s)/\*.*?\*/|@[a-z-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
"""Comments of styles, and rules for certain screens alone."""
_RULE = lazily(r"(?<![^{};])([^{};]+)\{([^{}]*)\}")
_SIMPLE = lazily(r"[.#][\w-]{1,100}")
_DEEPEST = 400
"""Elements nested in one another that are told apart; what lies deeper loses its own."""
WORDS = "-text"
"""The tag of words."""
_PASSED = frozenset(
    "script style -comment -doctype canvas object embed applet iframe frameset noframes "  # noqa: SIM905
    "audio video svg datalist select textarea rp -cdata option".split()
)
"""Elements that hold no words to be read; what stands in them is not looked at."""


@dataclass(slots=True)
class Tree:
    """Elements and words of a page in order, by index."""

    tags: list[str] = field(default_factory=list)
    """``-text`` for words."""
    words: list[str] = field(default_factory=list)
    attributes: list[Attributes] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    """-1 for the first."""
    ends: list[int] = field(default_factory=list)
    """The index behind all that an element holds."""
    letters: list[int] = field(default_factory=lambda: [0])
    """Letters before an index; one more than there are elements."""
    linked: list[int] = field(default_factory=lambda: [0])
    """Letters in links before an index."""
    by_tag: dict[str, list[int]] = field(default_factory=dict)
    """The elements of each name, in order."""
    hidden: frozenset[str] = frozenset()
    """Classes that the page's own styles hide, with a dot, and ids with their sign."""
    linked_data: list[str] = field(default_factory=list)
    """What the page says of itself in JSON-LD."""

    def size(self, at: int) -> int:
        """Return the letters that an element holds."""
        return self.letters[self.ends[at]] - self.letters[at]

    def links(self, at: int) -> int:
        """Return the letters in links that an element holds."""
        return self.linked[self.ends[at]] - self.linked[at]

    def text(self, at: int) -> str:
        """Return the words of an element, blanks run together."""
        return " ".join("".join(self.words[at : self.ends[at]]).split())

    def opening(self, at: int) -> str:
        """Return the first words of an element, up to where another begins."""
        words = self.words
        found = (words[each].lstrip() for each in range(at, self.ends[at]))
        return next(filter(None, found), "")

    def before(self, at: int) -> int:
        """Return what stands before an element on its level, blank words aside; -1 for nothing."""
        parents = self.parents
        parent = parents[at]
        while True:
            last = at - 1
            if last <= parent:
                return -1
            while parents[last] != parent:
                last = parents[last]
            if self.tags[last] != WORDS or not self.words[last].isspace():
                return last
            at = last

    def children(self, at: int) -> Iterator[int]:
        """Return the elements and words that stand in an element, one level deep."""
        child = at + 1
        end = self.ends[at]
        while child < end:
            yield child
            child = self.ends[child]

    def named(self, tag: str) -> Sequence[int]:
        """Return the elements of this name, in order."""
        return self.by_tag.get(tag, ())

    def first(self, tag: str) -> int:
        """Return the first element of this name, -1 if there is none."""
        found = self.by_tag.get(tag)
        return found[0] if found else -1


def parse(text: str, name: str, progress: Progress | None = None) -> Tree:
    """Return the tree of a page; raises NotReadable for one that is too large."""
    if len(text) > MOST:
        raise NotReadable(
            name, f"it is a page of more than {MOST >> 20} MB", "split it, or save it as text"
        )
    # Takes 10 ms to load.
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(tamed(text))
    walk = _Walk(name, progress)
    if page.root is not None:
        walk.walk(page.root)
    if "ld+json" in text:
        scripts = page.css('script[type="application/ld+json" i]')
        walk.tree.linked_data = [script.text() for script in scripts[:_MOST_SCRIPTS]]
    if "<style" in text and _NOT_SHOWN.search(text):
        styles = "\n".join(style.text() for style in page.css("style")[:_MOST_SCRIPTS])
        walk.tree.hidden = _hidden(styles[:_MOST_STYLE])
    return walk.tree


def _hidden(styles: str) -> frozenset[str]:
    """Return the classes and ids that styles hide at all times."""
    found: set[str] = set()
    for rule in _RULE.finditer(_COMMENT.sub("", styles)):
        if _NOT_SHOWN.search(rule[2]):
            found.update(
                one for part in rule[1].split(",") if _SIMPLE.fullmatch(one := part.strip())
            )
    return frozenset(found)


class _Walk:
    """One walk over Lexbor's tree."""

    def __init__(self, name: str, progress: Progress | None) -> None:
        self.tree = Tree()
        self._name = name
        self._progress = progress

    def walk(self, root: LexborNode) -> None:
        tree = self.tree
        tags, words, attributes = tree.tags, tree.words, tree.attributes
        parents, ends, letters, linked = tree.parents, tree.ends, tree.letters, tree.linked
        by_tag = tree.by_tag
        stack: list[tuple[LexborNode, int]] = []
        parent = -1
        size = links = 0
        within_link = 0
        node: LexborNode | None = root
        while node is not None:
            tag = node.tag
            at = len(tags)
            if tag == WORDS:
                said = node.text_content or ""
                tags.append(WORDS)
                words.append(said)
                attributes.append(NOTHING)
                parents.append(parent)
                ends.append(at + 1)
                size += (more := len(said.strip()))
                if within_link:
                    links += more
                letters.append(size)
                linked.append(links)
                if not at % _EVERY:
                    self._look(at)
            elif tag and tag not in _PASSED and len(stack) >= _DEEPEST:
                if (child := node.first_child) is not None:
                    stack.append((node, -1))
                    node = child
                    continue
            elif tag and tag not in _PASSED:
                tags.append(tag)
                words.append("")
                attributes.append(said_of := node.attributes)
                if tag in by_tag:
                    by_tag[tag].append(at)
                else:
                    by_tag[tag] = [at]
                parents.append(parent)
                ends.append(at + 1)
                letters.append(size)
                linked.append(links)
                if not at % _EVERY:
                    self._look(at)
                child = node.first_child if tag != "template" else None
                if tag == "template" and "shadowrootmode" in said_of:
                    fragments = node.template_fragments()
                    child = fragments[0].first_child if fragments else None
                if child is not None:
                    stack.append((node, at))
                    within_link += tag == "a" and "href" in said_of
                    parent = at
                    node = child
                    continue
            while True:
                following = node.next
                if following is not None:
                    node = following
                    break
                if not stack:
                    node = None
                    break
                node, closed = stack.pop()
                if closed >= 0:
                    ends[closed] = len(tags)
                    within_link -= tags[closed] == "a" and "href" in attributes[closed]
                    parent = parents[closed]

    def _look(self, at: int) -> None:
        if at > _MOST_NODES:
            raise NotReadable(
                self._name,
                f"it has more than {_MOST_NODES:,} elements",
                "split it, or save it as text",
            )
        if self._progress:
            self._progress(min(0.9, at / _MOST_NODES))
