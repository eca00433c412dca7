"""Reads the XML of styles and locales, and refuses what could harm."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST = 8 << 20
"""Bytes beyond which nothing is parsed; the longest official style has about 250,000."""

_DEEPEST = 100
"""Elements within elements; official styles have some twenty."""


class StyleError(ValueError):
    """What should be a style or a locale cannot be used; the message says why."""


@dataclass(frozen=True, slots=True, eq=False)
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
        return next((child for child in self.children if child.tag == tag), None)

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
    parser = ElementTree.XMLParser(target=_Builder())
    try:
        parser.feed(data)
        root = parser.close()
    except ElementTree.ParseError as error:
        raise StyleError(f"it is not well-formed XML: {error}") from None
    except (LookupError, ValueError) as error:
        if isinstance(error, StyleError):
            raise
        raise StyleError(f"it cannot be decoded: {error}") from None
    return _plain(root)


class _Builder(ElementTree.TreeBuilder):
    """Builds the tree, unless the document declares entities of its own."""

    def doctype(self, *_: object) -> None:
        """Refuse the document; what a declaration may hold has been used to exhaust memory."""
        raise StyleError("it has a document type declaration, which styles do not need")


def _plain(element: ElementTree.Element, depth: int = 0) -> Node:
    if depth > _DEEPEST:
        raise StyleError("its elements are nested too deeply")
    attributes = {
        ("lang" if name == LANG else name): value for name, value in element.attrib.items()
    }
    children = tuple(_plain(child, depth + 1) for child in element if isinstance(child.tag, str))
    return Node(element.tag.removeprefix(NAMESPACE), attributes, children, element.text or "")
