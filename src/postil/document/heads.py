"""Heads: what a document says of itself, by a cheap look at it, for lists of many documents.

Of a text its beginning is read. Of an archive it is the one member that holds title and authors,
however large the rest is.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from html import unescape
from pathlib import Path

from postil.document.article.metadata import from_mapping
from postil.document.base.means import Means
from postil.document.bytes.read_file import HEAD, head_bytes, read_bytes
from postil.document.formats.registry import PLAIN, Format, format_of
from postil.document.pipeline import parse
from postil.errors import CannotOpen
from postil.model.source import Metadata
from postil.text.lazy_regex import lazily, lazily_bytes

_TEXT = 8192
"""Bytes from the beginning of a text among which its title must be."""
_MEMBER = 1 << 18
"""Bytes of a member of an archive that are read."""
_LIST = 4 << 20
"""Bytes of the list of members beyond which an archive is not looked into."""
_END = b"PK\x05\x06"
_END_SIZE = 22
"""Bytes of the record that ends an archive, without the comment behind it."""
_COMMENT = 1 << 16

_MEMBERS = {"docx": "docProps/core.xml", "odt": "meta.xml", "epub": ""}
"""The member that tells of the document, by the kind of archive; in an EPUB another names it."""
_CONTAINER = "META-INF/container.xml"
_PACKAGE = lazily(r"""<(?:\w+:)?rootfile\b[^>]*?\bfull-path\s*=\s*["']([^"']+)["']""")
_FIELD = lazily(
    r"(?s)<dc:(title|creator|publisher|date|language)(?:\s[^>]*)?>([^<]{1,2000})</dc:\1\s*>"
)

_UP_TO_HEADING = lazily_bytes(
    rb"\A(?>(?:---\r?\n.*?\n---[ \t]*\r?\n)?).*?^#{1,6} [^\n]*\n", re.MULTILINE | re.DOTALL
)
"""Front matter and all up to the first heading: what stands behind it cannot be the title."""

_BROKEN = (CannotOpen, OSError, ValueError, KeyError, EOFError, RuntimeError, NotImplementedError)


def glance(path: Path, encoding: Callable[[], str] | None = None) -> Metadata | None:
    """Return what a document says of itself; None where that is not told by a look.

    ``encoding`` returns the one that the reader has chosen for it, "" for none. A damaged document
    says nothing, and harms nothing.
    """
    try:
        if (form := format_of(path.name)) is PLAIN:
            return None
        size = HEAD if form.binary else _TEXT
        head = head_bytes(path, size) or read_bytes(path)
        form = format_of(path.name, head)
        if form.kind in _MEMBERS:
            return _of_archive(path, form.kind)
        return _of_text(path, head, form, Means(encoding=encoding))
    except (*_BROKEN, zipfile.BadZipFile, zlib.error):
        return None


def _of_text(path: Path, head: bytes, form: Format, means: Means) -> Metadata | None:
    if form is PLAIN or form.kind in ("pdf", "gzip"):
        return None
    if not form.binary:
        upper = _UP_TO_HEADING.match(head)
        head = upper[0] if upper else head
    *_, article = parse(head, path.name, path=path, means=means)
    return article.metadata


def _of_archive(path: Path, kind: str) -> Metadata | None:
    if _list_size(path) > _LIST:
        return None
    with zipfile.ZipFile(path) as archive:
        name = _MEMBERS[kind]
        if not name:
            package = _PACKAGE.search(_member(archive, _CONTAINER))
            if package is None:
                return None
            name = unescape(package[1])
        words = _member(archive, name)
    fields: dict[str, str] = {}
    authors = []
    for field, value in _FIELD.findall(words):
        said = unescape(value).strip()
        if field == "creator":
            authors.append(said)
        elif kind == "epub" or field == "title":
            fields.setdefault(field, said)
    if kind != "epub":
        # What judges properties is loaded where there are such.
        from postil.document.formats.office.properties import by_people

        authors = [one for one in authors if by_people({"author": one}, path.name)]
        fields = by_people(fields, path.name)
    found, _ = from_mapping({**fields, "author": authors}, "document")
    return found


def _member(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as member:
        return member.read(_MEMBER).decode("utf-8", "replace")


def _list_size(path: Path) -> int:
    """Return the bytes of an archive's list of members, as its end says; 0 where it does not."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _COMMENT - _END_SIZE))
        tail = file.read(_COMMENT + _END_SIZE)
    at = tail.rfind(_END)
    return int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
