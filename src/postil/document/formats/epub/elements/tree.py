"""Small trees of elements, for the parts of a book that say what it consists of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from postil.document.formats.epub.elements.events import START, TEXT, Event, events_of
from postil.model.values import dataclass, field
from postil.text.clean import clean_line

_LONGEST = 2000
"""Code points that are kept of the words in an element."""
_LARGEST = 1000
"""Elements and pieces of text that are looked through for the words of one element."""


@dataclass(slots=True)
class Node:
    """An element, with what it holds."""

    tag: str
    attributes: Mapping[str, str]
    content: list[Node | str] = field(default_factory=list)
    """Elements and words, in their order."""

    def get(self, name: str) -> str:
        """Return an attribute, "" if it has none of this name."""
        return self.attributes.get(name, "")

    @property
    def children(self) -> Sequence[Node]:
        """The elements in it, but for those that stand in these."""
        return [one for one in self.content if isinstance(one, Node)]

    @property
    def text(self) -> str:
        """The words in it, clean and on one line."""
        words: list[str] = []
        length = 0
        for one in islice(self._all(), _LARGEST):
            if isinstance(one, str):
                words.append(one)
                length += len(one)
                if length > _LONGEST:
                    break
        return clean_line("".join(words), _LONGEST)

    def each(self, *tags: str) -> Iterator[Node]:
        """Yield all elements of these names below this one, in the order of the document."""
        for one in self._all():
            if isinstance(one, Node) and one.tag in tags:
                yield one

    def near(self, *tags: str) -> Node | None:
        """Return the first of these that stands near the beginning."""
        all_near = islice(self._all(), _LARGEST)
        return next((one for one in all_near if isinstance(one, Node) and one.tag in tags), None)

    def first(self, *tags: str) -> Node | None:
        """Return the first of these."""
        return next(self.each(*tags), None)

    def _all(self) -> Iterator[Node | str]:
        pending = [iter(self.content)]
        while pending:
            if (one := next(pending[-1], None)) is None:
                pending.pop()
                continue
            yield one
            if isinstance(one, Node):
                pending.append(iter(one.content))


def tree_of(data: bytes, name: str) -> Node:
    """Return the document that some bytes encode; raises what ``events_of`` raises."""
    return grown(events_of(data, name).all)


def grown(events: Sequence[Event]) -> Node:
    """Return a node that holds what some events are of."""
    top = Node("", {})
    stack = [top]
    for kind, name, attributes in events:
        if kind == START:
            node = Node(name, attributes)
            stack[-1].content.append(node)
            stack.append(node)
        elif kind == TEXT:
            stack[-1].content.append(name)
        elif len(stack) > 1:
            stack.pop()
    return top
