"""Web archives (MHTML): the page among the parts that a browser has saved in one file."""

from __future__ import annotations

from postil.errors import NotReadable
from postil.text.lazy_regex import lazily_bytes

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
    if len(data) > MOST:
        raise NotReadable(
            name, f"it is an archive of more than {MOST >> 20} MB", "save the page as HTML alone"
        )
    # Takes 20 ms to load, and few pages are saved so.
    from email import message_from_bytes

    for count, part in enumerate(message_from_bytes(data).walk()):
        if count > _MOST_PARTS:
            break
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            charset = part.get_content_charset() or ""
            if isinstance(page, bytes):
                said = f"<!--?--><meta charset={charset}>".encode("ascii", "replace")
                return (said if charset.isascii() and charset else b"") + page, str(
                    part.get("Content-Location") or ""
                )
    raise NotReadable(name, "it is an archive without a page", "save the page as HTML")
