"""Tree of a page, flat: its elements and words in the order of the page, with what each holds.

Lexbor's own tree is written down and walked once, and let go of; all that follows looks at lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postil.document.formats.html.source.taming import tamed
from postil.document.formats.html.source.written import (
    VOID,
    all_escaped,
    attributes_of,
    behind,
    behind_comment,
    plain,
    whole_tag,
)
from postil.document.formats.markup.tags import NOTHING, Attributes
from postil.errors import NotReadable
from postil.model.values import dataclass, field
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress

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
    "script style canvas object embed applet iframe frameset noframes "  # noqa: SIM905
    "audio video svg datalist select textarea rp option".split()
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
    walk.walk(page.html or "")
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
    """One walk over a page as Lexbor writes it down again: sound, and every element closed.

    To ask each node of Lexbor's own tree for its name, words and kin takes three times as long.
    """

    def __init__(self, name: str, progress: Progress | None) -> None:
        self.tree = Tree()
        self._name = name
        self._progress = progress

    def walk(self, page: str) -> None:
        """Take in a page that Lexbor has written."""
        tree = self.tree
        tags, words, attributes = tree.tags, tree.words, tree.attributes
        parents, ends, letters, linked = tree.parents, tree.ends, tree.letters, tree.linked
        by_tag = tree.by_tag
        known: dict[str, Attributes] = {"": NOTHING}
        stack: list[tuple[str, int]] = []
        parent = -1
        size = links = within_link = 0
        looked = _EVERY
        pieces = iter(all_escaped(page).split("<"))
        next(pieces)
        for piece in pieces:
            head, sign, text = piece.partition(">")
            if not sign and piece[:3] != "!--":
                head, text = whole_tag(piece, pieces)
            tag, _, said = head.partition(" ")
            if tag[:1] == "/":
                if stack and stack[-1][0] == tag[1:]:
                    closed = stack.pop()[1]
                    if closed >= 0:
                        ends[closed] = len(tags)
                        parent = parents[closed]
                        within_link -= tag == "/a" and "href" in attributes[closed]
            elif tag in _PASSED:
                text = behind(pieces, tag, text)
            elif tag[:1] in ("!", "?"):
                text = behind_comment(pieces, piece)
            else:
                at = -1
                if len(stack) < _DEEPEST:
                    at = len(tags)
                    if said not in known:
                        known[said] = attributes_of(said)
                    tags.append(tag)
                    words.append("")
                    attributes.append(known[said])
                    if tag in by_tag:
                        by_tag[tag].append(at)
                    else:
                        by_tag[tag] = [at]
                    parents.append(parent)
                    ends.append(at + 1)
                    letters.append(size)
                    linked.append(links)
                if tag in VOID:
                    pass
                elif tag == "template" and "shadowrootmode" not in said:
                    text = behind(pieces, tag, text)
                else:
                    stack.append((tag, at))
                    if at >= 0:
                        parent = at
                        within_link += tag == "a" and "href" in attributes[at]
            if text:
                if "&" in text:
                    text = plain(text)
                tags.append(WORDS)
                words.append(text)
                attributes.append(NOTHING)
                parents.append(parent)
                ends.append(len(tags))
                size += (more := len(text.strip()))
                if within_link:
                    links += more
                letters.append(size)
                linked.append(links)
            if len(tags) >= looked:
                looked += _EVERY
                self._look(len(tags))
        for _, closed in stack:
            if closed >= 0:
                ends[closed] = len(tags)

    def _look(self, at: int) -> None:
        if at > _MOST_NODES:
            raise NotReadable(
                self._name,
                f"it has more than {_MOST_NODES:,} elements",
                "split it, or save it as text",
            )
        if self._progress:
            self._progress(min(0.9, at / _MOST_NODES))
