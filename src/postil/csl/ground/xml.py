"""Reads the XML of styles and locales, and refuses what could harm."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from postil.csl.ground.errors import StyleError

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST = 8 << 20
"""Bytes beyond which nothing is parsed; the longest official style has about 250,000."""

_DEEPEST = 100
"""Elements within elements; official styles have some twenty."""


@dataclass(slots=True, eq=False)
class Node:
    """An element, without its namespace."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Node, ...] = ()
    text: str = ""

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute, or the default where it is absent."""
        return self.attributes.get(name, default)

    def first(self, tag: str) -> Node | None:
        """Return the first child with a tag."""
        # A loop: a generator takes twice as long, and rendering asks some hundred times a cite.
        for child in self.children:
            if child.tag == tag:
                return child
        return None

    def every(self, tag: str) -> Iterator[Node]:
        """Yield the children with a tag."""
        return (child for child in self.children if child.tag == tag)

    def walk(self) -> Iterator[Node]:
        """Yield this element and all below it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()


def parse(data: bytes | str) -> Node:
    """Return the root element. Raises StyleError for what is no XML, too long, or has a DTD."""
    if len(data) > _MOST:
        raise StyleError("it is longer than any style")
    builder = _Builder()
    parser = ElementTree.XMLParser(target=builder)
    try:
        parser.feed(data)
        parser.close()
    except ElementTree.ParseError as error:
        raise StyleError(f"it is not well-formed XML: {error}") from None
    except (LookupError, ValueError) as error:
        if isinstance(error, StyleError):
            raise
        raise StyleError(f"it cannot be decoded: {error}") from None
    return builder.root


class _Builder:
    """Builds the tree as the document is read, unless it declares entities of its own."""

    def __init__(self) -> None:
        self._open: list[tuple[str, dict[str, str], list[Node], list[str]]] = [("", {}, [], [])]

    def doctype(self, *_: object) -> None:
        """Refuse the document; what a declaration may hold has been used to exhaust memory."""
        raise StyleError("it has a document type declaration, which styles do not need")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        if len(self._open) > _DEEPEST:
            raise StyleError("its elements are nested too deeply")
        if LANG in attributes:
            attributes["lang"] = attributes.pop(LANG)
        self._open.append((tag.removeprefix(NAMESPACE), attributes, [], []))

    def data(self, text: str) -> None:
        """Keep the text that stands before the first child of an element."""
        _, _, children, texts = self._open[-1]
        if not children:
            texts.append(text)

    def end(self, _: str) -> None:
        """Close an element."""
        tag, attributes, children, texts = self._open.pop()
        self._open[-1][2].append(Node(tag, attributes, tuple(children), "".join(texts)))

    @property
    def root(self) -> Node:
        """The outermost element."""
        return self._open[0][2][0]
