"""The container of a book: where its package begins, and whether a lock is on it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from postil.document.bytes.archive import Archive
from postil.document.formats.epub.elements.tree import Node, tree_of
from postil.errors import BadMember, NotText
from postil.model.values import NamedTuple

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways to disguise a font, which lock nothing."""
_LOCKS = (
    ("META-INF/license.lcpl", "Readium LCP"),
    ("META-INF/sinf.xml", "Apple FairPlay"),
    ("META-INF/rights.xml", "Adobe ADEPT"),
)
_SMALL = 4 << 20
"""Bytes that each of the parts which describe a book may have."""
_PACKAGE = 16 << 20
_MOST_ROOTS = 20
"""Renditions that are looked at."""


class Package(NamedTuple):
    """The package document of a book."""

    part: str
    """Its name in the archive."""
    root: Node


def packages_of(archive: Archive) -> Sequence[Package]:
    """Return the renditions that can be read, one at the least; raises NotText."""
    folder = _folder(archive)
    name = archive.find(folder + _CONTAINER)
    if not name:
        raise _no_book(archive, f"it has no {_CONTAINER}, which says where the book begins")
    container = part_tree(archive, name, _SMALL)
    paths = []
    if container is not None:
        paths = [root.get("full-path") for root in container.each("rootfile")][:_MOST_ROOTS]
    named = [archive.find(folder + unquote(path).lstrip("/")) for path in paths]
    found = [member for member in named if member]
    found = found or [member for member in archive.names if member.lower().endswith(".opf")]
    packages = []
    for member in dict.fromkeys(found):
        root = part_tree(archive, member, _PACKAGE)
        if root is not None and (package := root.first("package")) and package.first("spine"):
            packages.append(Package(member, package))
    if packages:
        return packages
    if any(archive.encrypted(member) for member in found):
        raise locked(archive, "a password")
    raise _no_book(archive, "no part of it says which chapters it has")


def locked_parts(archive: Archive) -> frozenset[str]:
    """Return the parts that are encrypted so that only the shop's own program reads them."""
    parts = {member for member in archive.names if archive.encrypted(member)}
    folder = _folder(archive)
    name = archive.find(folder + _ENCRYPTION)
    held = part_tree(archive, name, _PACKAGE) if name else None
    for one in held.each("encrypteddata") if held else ():
        method, reference = one.first("encryptionmethod"), one.first("cipherreference")
        if reference and not (method and method.get("algorithm") in _FONTS_ONLY):
            parts.add(archive.find(folder + unquote(reference.get("uri")).lstrip("/")))
    return frozenset(parts)


def has_lock(archive: Archive) -> bool:
    """Tell whether a shop has put the means to lock the book into it."""
    folder = _folder(archive)
    return any(archive.find(folder + name) for name, _ in _LOCKS)


def lock_of(archive: Archive) -> str:
    """Return what a locked book is locked by, as far as it says."""
    folder = _folder(archive)
    return next((lock for name, lock in _LOCKS if archive.find(folder + name)), "DRM")


def locked(archive: Archive, lock: str) -> NotText:
    """Return what to raise for a book that is locked."""
    by = lock if lock in ("DRM", "a password") else f"DRM, {lock}"
    return NotText(
        archive.name,
        f"its chapters are encrypted: the book is protected by {by}",
        "open it in the program it was bought for",
    )


def part_tree(archive: Archive, name: str, most: int = _SMALL) -> Node | None:
    """Return a part as a tree; None if it cannot be read."""
    try:
        return tree_of(archive.read(name, most), name)
    except (BadMember, NotText):
        return None


def _folder(archive: Archive) -> str:
    """Return the folder in which the book stands: some are packed with the folder around them."""
    if archive.find(_CONTAINER):
        return ""
    below = (name for name in archive.names if name.endswith(f"/{_CONTAINER}"))
    return next(below, "").removesuffix(_CONTAINER)


def _no_book(archive: Archive, why: str) -> NotText:
    return NotText(archive.name, f"the EPUB is damaged: {why}", "fetch or copy it again")
