"""Addresses in a book: which part a link means, and what its place is called."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from urllib.parse import unquote

from postil.document.bytes.archive import Archive
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_SCHEME = lazily(r"[A-Za-z][A-Za-z0-9+.-]*:")
_OUTSIDE = ("http://", "https://", "mailto:")


class Target(NamedTuple):
    """What a link in a book leads to."""

    part: str
    """The name of a member of the archive."""
    fragment: str = ""

    @property
    def name(self) -> str:
        """What the place is called among the anchors of the article."""
        return f"{self.part}#{self.fragment}" if self.fragment else self.part


def inside(href: str, part: str, archive: Archive) -> Target | None:
    """Return what an address in a part means; None if that is not in the archive."""
    address, _, fragment = href.strip().partition("#")
    fragment = unquote(fragment)
    if not address:
        return Target(part, fragment)
    if _SCHEME.match(address) or address.startswith("/"):
        return None
    address = address.partition("?")[0]
    for written in (unquote(address), address):
        path = normpath(join(dirname(part), written.replace("\\", "/")))
        if not path.startswith("../") and (found := archive.find(path)):
            return Target(found, fragment)
    return None


def outside(href: str) -> str:
    """Return an address that leads to the web or to a person; "" for any other."""
    return href if href.lower().startswith(_OUTSIDE) else ""
