"""The package of a book: its parts, their order, and which of them are no text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from postil.document.bytes.archive import Archive
from postil.document.formats.epub.elements.tree import Node
from postil.document.formats.epub.package.addresses import inside
from postil.document.formats.epub.package.container import Package
from postil.model.values import NamedTuple

MOST_ITEMS = 20_000
"""Parts that a package may name."""
MOST_PARTS = 10_000
"""Places in the spine that are read."""


class Item(NamedTuple):
    """A part that the package names."""

    id: str
    href: str
    part: str
    """Its name in the archive, "" if it is not there."""
    media_type: str
    properties: frozenset[str]
    fallback: str = ""


class Place(NamedTuple):
    """A part in the spine."""

    item: Item
    linear: bool


class Book(NamedTuple):
    """What a package says."""

    package: str
    """The part that says it."""
    metadata: Node
    items: Mapping[str, Item]
    spine: Sequence[Place]
    missing: Sequence[str]
    """Places in the spine that name no part, by how they name it."""
    ncx: str
    """The part with the table of contents of an EPUB 2, "" if there is none."""
    nav: str
    """The part with that of an EPUB 3."""
    guide: Mapping[str, str]
    """Kinds of parts that the book points out, such as ``cover``, by their names."""
    fixed: bool
    """Each of its pages has a fixed layout."""


def book_of(package: Package, archive: Archive) -> Book:
    """Return what a package says of its book."""
    root = package.root
    items: dict[str, Item] = {}
    manifest = root.first("manifest")
    for node in islice(manifest.each("item"), MOST_ITEMS) if manifest else ():
        target = inside(node.get("href"), package.part, archive) if node.get("href") else None
        item = Item(
            node.get("id"),
            node.get("href"),
            target.part if target else "",
            node.get("media-type").strip().lower(),
            frozenset(node.get("properties").lower().split()),
            node.get("fallback"),
        )
        items.setdefault(item.id, item)
    spine = root.first("spine")
    assert spine is not None
    places, missing = _places(spine, items)
    return Book(
        package.part,
        root.first("metadata") or Node("metadata", {}),
        items,
        places,
        missing,
        _ncx(spine, items, archive),
        next((one.part for one in items.values() if one.part and "nav" in one.properties), ""),
        _guide(root, package.part, archive),
        _fixed(root),
    )


def _places(spine: Node, items: Mapping[str, Item]) -> tuple[list[Place], list[str]]:
    """Return the parts in their order, each once, and the names of what is not there."""
    places: dict[str, Place] = {}
    missing: list[str] = []
    for node in islice(spine.each("itemref"), MOST_PARTS):
        item = items.get(node.get("idref"))
        linear = node.get("linear").strip().lower() != "no"
        item = _readable(item, items)
        if item is None or not item.part:
            if linear:
                missing.append((item.href if item else "") or node.get("idref") or "a nameless one")
        elif item.part not in places or (linear and not places[item.part].linear):
            places.pop(item.part, None)
            places[item.part] = Place(item, linear)
    return list(places.values()), missing


def _readable(item: Item | None, items: Mapping[str, Item]) -> Item | None:
    """Return a part, or what stands in for it where it is a picture or another foreign thing."""
    seen = set()
    kept = item
    while item and item.media_type not in _TEXTS and item.fallback and item.id not in seen:
        seen.add(item.id)
        item = items.get(item.fallback)
    return item if item and item.part else kept


_TEXTS = frozenset(
    ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
)
_FOREIGN = ("image/", "application/pdf", "audio/", "video/", "font/", "text/css")
"""Beginnings of the types of what is no chapter, whatever its name."""
_DRAWING = "image/svg+xml"


def foreign(item: Item) -> bool:
    """Tell whether a part is of a kind that has no text; words may stand in a drawing."""
    return item.media_type.startswith(_FOREIGN) and item.media_type != _DRAWING


def _ncx(spine: Node, items: Mapping[str, Item], archive: Archive) -> str:
    named = items.get(spine.get("toc"))
    if named and named.part:
        return named.part
    of_type = [one.part for one in items.values() if "dtbncx" in one.media_type and one.part]
    return next(iter(of_type), "") or next(
        (name for name in archive.names if name.lower().endswith(".ncx")), ""
    )


def _guide(root: Node, part: str, archive: Archive) -> Mapping[str, str]:
    kinds: dict[str, str] = {}
    for node in islice(root.each("reference"), MOST_PARTS):
        if (href := node.get("href")) and (target := inside(href, part, archive)):
            kinds.setdefault(node.get("type").strip().lower(), target.part)
    return kinds


def _fixed(root: Node) -> bool:
    layouts = [m for m in root.each("meta") if "rendition:layout" in m.get("property")]
    fixed = any(node.text == "pre-paginated" for node in layouts)
    return fixed or any(
        meta.get("name") == "fixed-layout" and meta.get("content") == "true"
        for meta in root.each("meta")
    )
