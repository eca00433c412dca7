"""The table of contents of a book: titles with their levels, printed pages, landmarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from postil.document.bytes.archive import Archive
from postil.document.formats.epub.elements.tree import Node
from postil.document.formats.epub.package.addresses import Target, inside
from postil.document.formats.epub.package.container import part_tree
from postil.document.formats.epub.package.opf import Book
from postil.model.values import NamedTuple, dataclass, field
from postil.text.clean import clean_line

_LONGEST_TITLE = 300
_MOST = 20_000
"""Titles, and labels of pages, that are read."""
_DEEPEST = 6
_FEWEST = 3
"""Titles below which the first of them may be a chapter with one part."""
_SIZE = 16 << 20
"""Bytes that a table of contents may have."""


class Title(NamedTuple):
    """A line of the table of contents."""

    words: str
    level: int
    """From 1."""
    target: Target | None
    """None for one that leads nowhere, as the name of a part of a book may."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What the navigation of a book says."""

    titles: Sequence[Title] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    """Labels of printed pages, by the names of the places where they begin."""
    landmarks: Mapping[str, str] = field(default_factory=dict)
    """Parts by what they are, such as ``cover`` or ``toc``."""


def contents_of(book: Book, archive: Archive) -> Contents:
    """Return the table of contents; an empty one if the book has none that can be read."""
    name = named.text if (named := book.metadata.first("title")) else ""
    nav = _from_nav(book.nav, archive) if book.nav else Contents()
    ncx = Contents()
    if book.ncx and not (nav.titles and nav.pages):
        ncx = _from_ncx(book.ncx, archive)
    return Contents(
        _levelled(nav.titles or ncx.titles, name),
        nav.pages or ncx.pages,
        {**book.guide, **nav.landmarks},
    )


def _levelled(titles: Sequence[Title], name: str) -> Sequence[Title]:
    """Return titles whose first level is that of chapters: the book's own above them is none."""
    tops = [title for title in titles if title.level == 1]
    if len(tops) != 1 or len(titles) < _FEWEST or titles[0] is not tops[0]:
        return titles
    if _letters(titles[0].words) not in _letters(name):
        return titles
    return [titles[0], *(one._replace(level=one.level - 1) for one in titles[1:])]


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _from_nav(part: str, archive: Archive) -> Contents:
    root = part_tree(archive, part, _SIZE)
    if root is None:
        return Contents()
    titles: list[Title] = []
    pages: dict[str, str] = {}
    landmarks: dict[str, str] = {}
    navs = list(root.each("nav"))
    for nav in navs:
        kinds = nav.get("epub:type").split() + nav.get("role").split()
        if "page-list" in kinds or "doc-pagelist" in kinds:
            _add_pages(_entries(nav, part, archive), pages)
        elif "landmarks" in kinds:
            for link in nav.each("a"):
                target = inside(link.get("href"), part, archive) if link.get("href") else None
                if target:
                    for kind in link.get("epub:type").lower().split():
                        landmarks.setdefault(kind, target.part)
        elif not titles and ("toc" in kinds or "doc-toc" in kinds or len(navs) == 1):
            titles = list(_entries(nav, part, archive))
    return Contents(titles, pages, landmarks)


def _entries(nav: Node, part: str, archive: Archive) -> Iterator[Title]:
    """Yield the lines of a list of links."""
    pending: list[tuple[Iterator[Node], int]] = []
    if (outermost := nav.first("ol", "ul")) is not None:
        pending.append((iter(outermost.children), 1))
    found = 0
    while pending and found < _MOST:
        items, level = pending[-1]
        if (item := next(items, None)) is None:
            pending.pop()
            continue
        if item.tag in ("ol", "ul"):
            pending.append((iter(item.children), level + 1))
            continue
        if item.tag != "li":
            continue
        label = item.near("a", "span", "p", "ol", "ul")
        if label is not None and label.tag == "p":
            label = label.near("a", "span") or label
        if label is not None and label.tag not in ("ol", "ul"):
            link = label if label.tag == "a" else label.near("a")
            href = link.get("href") if link else ""
            picture = label.near("img")
            said = label.text or (picture.get("alt") if picture else "") or label.get("title")
            words = clean_line(said, _LONGEST_TITLE)
            found += 1
            yield Title(words, min(level, _DEEPEST), inside(href, part, archive) if href else None)
        below = [child for child in item.children if child.tag in ("ol", "ul")]
        pending += [(iter(one.children), level + 1) for one in reversed(below)]


def _from_ncx(part: str, archive: Archive) -> Contents:
    root = part_tree(archive, part, _SIZE)
    if root is None:
        return Contents()
    pages: dict[str, str] = {}
    start = root.first("navmap")
    titles = list(_points(start, part, archive)) if start else []
    _add_pages(
        (
            Title(_label(node) or node.get("value"), 1, _target(node, part, archive))
            for node in root.each("pagetarget")
        ),
        pages,
    )
    return Contents(titles, pages)


def _points(start: Node, part: str, archive: Archive) -> Iterator[Title]:
    pending = [iter(start.children)]
    found = 0
    while pending and found < _MOST:
        if (node := next(pending[-1], None)) is None:
            pending.pop()
        elif node.tag == "navpoint":
            found += 1
            yield Title(_label(node), min(len(pending), _DEEPEST), _target(node, part, archive))
            pending.append(iter(node.children))


def _label(node: Node) -> str:
    label = next((child for child in node.children if child.tag == "navlabel"), None)
    return clean_line(label.text, _LONGEST_TITLE) if label else ""


def _target(node: Node, part: str, archive: Archive) -> Target | None:
    content = next((child for child in node.children if child.tag == "content"), None)
    href = content.get("src") if content else ""
    return inside(href, part, archive) if href else None


def _add_pages(entries: Iterator[Title], pages: dict[str, str]) -> None:
    for title in entries:
        if title.target and title.words:
            pages.setdefault(title.target.name, title.words)
