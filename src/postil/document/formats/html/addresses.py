"""Addresses of a page: what a link leads to, once the page's own address is known."""

from __future__ import annotations

from collections.abc import Container
from urllib.parse import urldefrag, urljoin, urlsplit

from postil.document.formats.html import sayings
from postil.document.formats.html.names import split
from postil.document.formats.html.source.tree import Tree

_FOLLOWED = ("http", "https", "mailto", "ftp")


class Addresses:
    """Makes of an address in a page what a reader can follow, "" for nothing."""

    def __init__(self, base: str, names: Container[str]) -> None:
        """Begin; ``base`` is the page's own address, ``names`` its places."""
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
