"""XML of an office document, read part by part: no entities, nothing fetched, limits on all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from postil.errors import NotText
from postil.text.progress import Progress

MOST_DEEP = 100
"""Elements within elements; what lies deeper is left out."""
MOST_ELEMENTS = 1_000_000
"""Elements of one paragraph, table or section beyond which nothing is opened."""
_BITE = 1 << 16
"""Bytes read at once."""
_REMEDY = "open a copy that was saved anew"


class Element:
    """One element: its name with a prefix, its attributes, and what is in it."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)

    def elements(self) -> Iterator[Element]:
        """Yield the elements directly in it."""
        for child in self.children:
            if isinstance(child, Element):
                yield child

    def first(self, tag: str) -> Element | None:
        """Return the first element of a name directly in it."""
        return next((child for child in self.elements() if child.tag == tag), None)

    def all(self, tag: str) -> Iterator[Element]:
        """Yield the elements of a name directly in it."""
        return (child for child in self.elements() if child.tag == tag)

    def descendants(self) -> Iterator[Element]:
        """Yield all elements in it, in order."""
        todo = [self]
        while todo:
            one = todo.pop()
            if one is not self:
                yield one
            todo += [child for child in reversed(one.children) if isinstance(child, Element)]

    @property
    def text(self) -> str:
        """All words in it."""
        words: list[str] = []
        todo: list[Element | str] = [self]
        while todo:
            one = todo.pop()
            if isinstance(one, str):
                words.append(one)
            else:
                todo += reversed(one.children)
        return "".join(words)


class XmlParts:
    """The parts of a document: what stands directly in elements that only hold others."""

    def __init__(
        self, data: bytes, name: str, spaces: Mapping[str, str], holders: frozenset[str]
    ) -> None:
        """Begin; ``spaces`` gives a prefix for each name space, ``name`` is the file's.

        ``holders`` are the names of elements that are not kept themselves.
        """
        self.damaged = False
        """The document breaks off; what stands before that was read."""
        self.flattened = False
        """Something is nested deeper than ``MOST_DEEP``."""
        self._data = data
        self._name = name
        self._spaces = spaces
        self._holders = holders
        self._tags: dict[str, str] = {}
        self._held: list[str] = []
        """The holders that stand open."""
        self._open: list[Element] = []
        self._over = 0
        """Elements that stand open beyond ``MOST_DEEP``."""
        self._count = 0
        self._done: list[tuple[str, Element]] = []

    def read(self, progress: Progress | None = None) -> Iterator[tuple[str, Element]]:
        """Yield each part, with the name of what holds it; raises NotText."""
        parser = expat.ParserCreate(None, " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._entity
        view = memoryview(self._data)
        found = False
        for at in range(0, max(1, len(view)), _BITE):
            if progress:
                progress(at / max(1, len(view)))
            try:
                parser.Parse(bytes(view[at : at + _BITE]), at + _BITE >= len(view))
            except (expat.ExpatError, UnicodeError, LookupError):
                self.damaged = True
                # The words that were read last are handed over by this.
                parser.buffer_text = False
                self._break_off()
            found = found or bool(self._done)
            yield from self._done
            self._done.clear()
            if self.damaged:
                break
        if self.damaged and not found:
            raise NotText(self._name, "its XML is damaged", _REMEDY)

    @property
    def remarks(self) -> list[str]:
        """What there is to say about the document."""
        found = []
        if self.damaged:
            found.append("The document is damaged: it breaks off before its end.")
        if self.flattened:
            found.append(f"What is nested in more than {MOST_DEEP} elements was left out.")
        return found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = self._tags.get(name) or self._short(name)
        if not self._open and (not self._held or tag in self._holders):
            self._held.append(tag)
            self._over = 0
            return
        self._count += 1
        if self._count > MOST_ELEMENTS:
            why = f"one part of it has more than {MOST_ELEMENTS:,} elements"
            raise NotText(self._name, why, "open it in the program that made it, and split it")
        if len(self._open) >= MOST_DEEP:
            self._over += 1
            self.flattened = True
            return
        if attributes:
            tags = self._tags
            attributes = {tags.get(key) or self._short(key): attributes[key] for key in attributes}
        one = Element(tag, attributes)
        if self._open:
            self._open[-1].children.append(one)
        self._open.append(one)

    def _end(self, _: str) -> None:
        if self._over:
            self._over -= 1
        elif not self._open:
            self._held.pop()
        else:
            one = self._open.pop()
            if not self._open:
                self._done.append((self._held[-1], one))
                self._count = 0

    def _words(self, words: str) -> None:
        if self._open:
            self._open[-1].children.append(words)

    def _break_off(self) -> None:
        """Take what is open as far as it was read."""
        if self._open:
            self._done.append((self._held[-1], self._open[0]))
            self._open.clear()

    def _short(self, name: str) -> str:
        """Return a name with its prefix: ``w:p``; ``?:p`` where the name space is not known."""
        space, _, local = name.rpartition(" ")
        short = f"{self._spaces.get(space, '?')}:{local}" if space else local
        self._tags[name] = short
        return short

    def _entity(self, *_: object) -> None:
        why = "it declares entities of its own, which no such document needs"
        raise NotText(self._name, why, "do not trust it; ask for another copy")


def tree(data: bytes, name: str, spaces: Mapping[str, str]) -> Element:
    """Return all of a small document as one element; raises NotText."""
    root = Element("", {})
    for _, part in XmlParts(data, name, spaces, frozenset()).read():
        root.children.append(part)
    return root
