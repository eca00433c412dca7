"""Archives and XML of others: what they unpack to is counted, and entities are refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import TypeVar
from xml.etree.ElementTree import Element, ParseError, XMLParser

from postil.errors import BadRequest
from postil.imports.base.fields import MOST_BYTES

MEMBERS = 100_000
"""Members of an archive beyond which it is none."""

Read = TypeVar("Read")


class Unpacking:
    """Unpacks members with counted bytes: what their headers say is believed of none."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MOST_BYTES
        self.members = archive.infolist()
        if len(self.members) > MEMBERS:
            raise BadRequest("the archive", f"it has more than {MEMBERS} members")

    def __call__(self, member: zipfile.ZipInfo) -> bytes:
        """Return a member. Raises BadRequest where all unpacked together is too much."""
        with self._archive.open(member) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise BadRequest("the archive", f"it unpacks beyond {MOST_BYTES >> 20} MB")
        return data


def names_in(data: bytes) -> list[str]:
    """Return the names of the members of an archive; () for what is none."""
    if data[:2] != b"PK":
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        return []


def unpacked(data: bytes, read: Callable[[Unpacking], Read]) -> Read:
    """Return what is read of an archive. Raises BadRequest for one that is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return read(Unpacking(archive))
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        NotImplementedError,
        EOFError,
        OSError,
        RuntimeError,
        RecursionError,
        zlib.error,
    ) as error:
        raise BadRequest("the archive", f"it cannot be read ({type(error).__name__})") from error


def xml_of(data: bytes) -> Element:
    """Return the root of a document of XML; one that declares entities of its own is refused.

    Raises BadRequest for that, and for what is no XML.
    """
    # In UTF-16 the signs stand apart.
    plain = data.replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data
    if b"<!DOCTYPE" in plain[:4096] or b"<!ENTITY" in plain:
        raise BadRequest("the file", "it declares entities, which no such file needs")
    parser = XMLParser()
    try:
        parser.feed(data)
        root = parser.close()
    except (ParseError, ValueError) as error:
        raise BadRequest("the file", "it is no XML, or a part of it is missing") from error
    assert isinstance(root, Element)
    return root
