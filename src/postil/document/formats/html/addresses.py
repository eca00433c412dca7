"""Addresses of a page: what a link leads to, once the page's own address is known."""

from __future__ import annotations

from collections.abc import Container
from urllib.parse import urldefrag, urljoin, urlsplit

from postil.document.formats.html import sayings
from postil.document.formats.html.names import split
from postil.document.formats.html.source.tree import Tree
from postil.document.formats.markup.tags import Attributes
from postil.model.article import PICTURE

DATA, PART = "data:", "part:"
"""Begin the names of pictures that stand in a page itself, and in parts of a web archive."""
_FOLLOWED = ("http", "https", "mailto", "ftp")


class Addresses:
    """Makes of an address in a page what a reader can follow, "" for nothing."""

    def __init__(self, base: str, names: Container[str], *, archived: bool = False) -> None:
        """Begin; ``base`` is the page's own address, ``names`` its places.

        The pictures of one that is ``archived`` are parts of the same file.
        """
        self._archived = archived
        self._base = base if base[:4] == "http" else ""
        self._page = urldefrag(self._base).url
        self._names = names

    def resolve(self, address: str) -> str:
        """Return an address of the web whole, and one of the page as ``#name``."""
        if address[:1] == "#":
            return address if address[1:] in self._names else ""
        scheme = address[:12].partition(":")[0].lower()
        if scheme in _FOLLOWED and ":" in address[:12]:
            return address
        if not self._base or (":" in address[:12] and scheme.isalpha()):
            return ""
        try:
            whole = urljoin(self._base, address)
            parts = urlsplit(whole)
        except ValueError:
            return ""
        if parts.scheme not in _FOLLOWED:
            return ""
        page, name = urldefrag(whole)
        if name and page == self._page and name in self._names:
            return f"#{name}"
        return whole

    def picture(self, said: Attributes) -> str:
        """Return the target of a picture: within the page's file, beside it, or on the web.

        What stands in a page until the picture is there is passed over.
        """
        source = (said.get("src") or "").strip()
        if not source or source[:5].lower() == "data:":
            source = (said.get("data-src") or said.get("data-original") or source).strip()
        if source[:5].lower() == "data:":
            return f"{PICTURE}{DATA}{digest(source)}"
        if self._archived and source:
            return f"{PICTURE}{PART}{source}"
        if source[:2] == "//" or ":" in source[:12]:
            return self.resolve(source)
        return source.partition("#")[0].partition("?")[0]


def digest(source: str) -> str:
    """Return what tells the picture in a data: address from others."""
    from hashlib import sha256

    return sha256("".join(source.split()).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def without_signs(tree: Tree, gone: bytearray) -> None:
    """Leave the links out of headings and terms by which a page offers its address."""
    for at in tree.named("a"):
        if gone[at]:
            continue
        said = tree.words[at + 1 : tree.ends[at]]
        text = "".join(said).strip()
        if len(text) > 60 or not sayings.PERMALINK.fullmatch(text):
            continue
        attributes = tree.attributes[at]
        address = attributes.get("href") or ""
        if "#" in address and (text or "anchor" in split((attributes.get("class") or "")[:80])):
            gone[at] = 1
