"""Web archives (MHTML): the page among the parts that a browser has saved in one file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from postil.errors import NotReadable
from postil.text.lazy_regex import lazily_bytes

if TYPE_CHECKING:
    from email.message import Message

_HEAD = 4096
_MIME = lazily_bytes(rb"(?is)\A(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version\s*:")
MOST = 64 << 20
"""Bytes of an archive that is read: its pictures are in it as well."""
_MOST_PARTS = 2000


def is_archive(data: bytes) -> bool:
    """Tell whether some bytes are a web archive."""
    return bool(_MIME.match(data[:_HEAD])) and b"multipart/related" in data[:_HEAD].lower()


def page_of(data: bytes, name: str) -> tuple[bytes, str]:
    """Return the first page of an archive, with the address it was saved from.

    Raises NotReadable for an archive that is too large or has no page.
    """
    for part in _parts(data, name):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            charset = part.get_content_charset() or ""
            if isinstance(page, bytes):
                said = f"<!--?--><meta charset={charset}>".encode("ascii", "replace")
                return (said if charset.isascii() and charset else b"") + page, str(
                    part.get("Content-Location") or ""
                )
    raise NotReadable(name, "it is an archive without a page", "save the page as HTML")


def part_of(data: bytes, name: str, address: str) -> bytes | None:
    """Return what an archive holds under an address, None for nothing.

    Raises NotReadable for an archive that is too large.
    """
    for part in _parts(data, name):
        content_id = str(part.get("Content-ID") or "").strip("<> ")
        if address in (part.get("Content-Location"), f"cid:{content_id}"):
            found = part.get_payload(decode=True)
            return found if isinstance(found, bytes) else None
    return None


def _parts(data: bytes, name: str) -> Iterator[Message]:
    if len(data) > MOST:
        raise NotReadable(
            name, f"it is an archive of more than {MOST >> 20} MB", "save the page as HTML alone"
        )
    # Takes 20 ms to load, and few pages are saved so.
    from email import message_from_bytes

    return islice(message_from_bytes(data).walk(), _MOST_PARTS)
