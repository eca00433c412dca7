"""Makes books: archives with a package, chapters and a table of contents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from postil.document.pipeline import parse
from postil.model.article import Article, BlockKind

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
METADATA = "<dc:title>Salt Roads</dc:title><dc:creator>Ada Brandt</dc:creator>"
PROSE = (
    "The carters left before light, since the marsh was firm only while it was frozen, and nobody "
    "wanted to be on the long causeway when the sun stood over it."
)


def page(body: str, title: str = "x") -> str:
    """Return a chapter as XHTML."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>{title}</title></head><body>{body}</body></html>"
    )


def nav(entries: str, further: str = "") -> str:
    """Return the navigation of an EPUB 3."""
    return page(f'<nav epub:type="toc"><h1>Contents</h1><ol>{entries}</ol></nav>{further}')


def ncx(points: str) -> str:
    """Return the navigation of an EPUB 2."""
    return (
        '<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/">'
        f"<navMap>{points}</navMap></ncx>"
    )


def point(title: str, target: str, below: str = "") -> str:
    """Return a line of the navigation of an EPUB 2."""
    return (
        f"<navPoint><navLabel><text>{title}</text></navLabel>"
        f'<content src="{target}"/>{below}</navPoint>'
    )


def package(
    names: Sequence[str],
    metadata: str = METADATA,
    spine: Sequence[str] = (),
    further: str = "",
    guide: str = "",
) -> str:
    """Return a package of some parts; those in the spine are all unless they are given."""
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="{_type(name)}"{_properties(name)}/>'
        for at, name in enumerate(names)
    )
    shown = spine or [name for name in names if name.endswith(".xhtml") and name != "nav.xhtml"]
    places = "".join(_place(names, name) for name in shown)
    toc = f' toc="i{names.index("toc.ncx")}"' if "toc.ncx" in names else ""
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:opf="http://www.idpf.org/2007/opf">{metadata}</metadata>'
        f"<manifest>{items}{further}</manifest><spine{toc}>{places}</spine>{guide}</package>"
    )


def _place(names: Sequence[str], name: str) -> str:
    bare = name.removeprefix("-")
    linear = ' linear="no"' if bare != name else ""
    return f'<itemref idref="i{names.index(bare)}"{linear}/>'


def _type(name: str) -> str:
    return "application/x-dtbncx+xml" if name.endswith(".ncx") else "application/xhtml+xml"


def _properties(name: str) -> str:
    return ' properties="nav"' if name == "nav.xhtml" else ""


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return held.getvalue()


def book(
    parts: Mapping[str, str | bytes],
    opf: str | bytes = "",
    further: Mapping[str, str | bytes] | None = None,
    **packaged: object,
) -> bytes:
    """Return a book of some parts in the order given; ``further`` are members beside them."""
    made = opf or package(list(parts), **packaged)  # type: ignore[arg-type]
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OPS/book.opf": made,
            **{f"OPS/{name}": content for name, content in parts.items()},
            **(further or {}),
        }
    )


def opened(data: bytes) -> Article:
    """Return the whole article of a book."""
    *_, article = parse(data, "book.epub")
    return article


def outline(article: Article) -> list[tuple[int, str]]:
    """Return the levels and titles of its sections."""
    return [(one.level, one.title) for one in article.sections if one.title]


def texts(article: Article, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    """Return the texts of its blocks of one kind."""
    return [block.text for block in article.blocks if block.kind is kind]


def stages(data: bytes) -> Iterator[Article]:
    """Yield what is shown one after another."""
    return parse(data, "book.epub")
