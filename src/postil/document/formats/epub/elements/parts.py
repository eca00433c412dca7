"""A part of a book as its elements, with what is looked up in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from postil.document.formats.epub.elements.events import END, START, TEXT, Event

BLOCKS = frozenset(
    "p li div dd dt aside section article blockquote tr td th figure figcaption "  # noqa: SIM905
    "ul ol dl table body h1 h2 h3 h4 h5 h6 header footer main nav pre center address details "
    "caption hr".split()
)
"""Elements that stand on lines of their own."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_DEEPEST = 100
"""Elements around a place in which its block is looked for."""


class Part:
    """One chapter, or another part that has text."""

    def __init__(self, name: str, events: Sequence[Event]) -> None:
        self.name = name
        """Of the member of the archive."""
        self.events = events

    @cached_property
    def ends(self) -> Sequence[int]:
        """Where the element that begins at each index ends; of others, their own index."""
        ends = list(range(len(self.events)))
        begun: list[int] = []
        for at, event in enumerate(self.events):
            if event.kind == START:
                begun.append(at)
            elif event.kind == END and begun:
                ends[begun.pop()] = at
        for at in begun:
            ends[at] = len(self.events) - 1
        return ends

    @cached_property
    def around(self) -> Sequence[int]:
        """The index of the element in which each event stands; -1 for the outermost."""
        around: list[int] = []
        begun = [-1]
        for at, event in enumerate(self.events):
            if event.kind == END and len(begun) > 1:
                begun.pop()
            around.append(begun[-1])
            if event.kind == START:
                begun.append(at)
        return around

    @cached_property
    def ids(self) -> Mapping[str, int]:
        """Where the element of each name begins; the first of two counts."""
        ids: dict[str, int] = {}
        for at, event in enumerate(self.events):
            if event.kind == START and event.attributes:
                held = event.attributes
                name = held.get("id") or (held.get("name") if event.name == "a" else None)
                if name:
                    ids.setdefault(name, at)
        return ids

    @property
    def all_words(self) -> str:
        """All words in it."""
        return " ".join(one.name for one in self.events if one.kind == TEXT)

    def words(self, start: int) -> str:
        """Return the words in the element that begins at an index, with single blanks."""
        inside = self.events[start : self.ends[start]]
        return " ".join("".join(one.name for one in inside if one.kind == TEXT).split())

    def block(self, at: int) -> int:
        """Return where the block begins in which an event stands, itself if it begins one."""
        for _ in range(_DEEPEST):
            event = self.events[at]
            if at < 0 or (event.kind == START and event.name in BLOCKS):
                return at
            at = self.around[at]
        return -1

    def elements(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield where each element begins."""
        for at in range(start, len(self.events) if end is None else end):
            if self.events[at].kind == START:
                yield at


def kinds(event: Event) -> frozenset[str]:
    """Return what an element is said to be, by ``epub:type`` and ``role`` without their prefix."""
    said = event.attributes.get("epub:type", ""), event.attributes.get("role", "")
    if not any(said):
        return frozenset()
    words = " ".join(said).lower().split()
    return frozenset(word.removeprefix("doc-").rpartition(":")[2] for word in words)
