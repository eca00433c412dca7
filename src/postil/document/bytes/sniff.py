"""Tells what a document is by its first bytes, whatever its name says."""

from __future__ import annotations

from postil.text.lazy_regex import lazily_bytes

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b\x08", "gzip"),
)
_ZIP = b"PK\x03\x04"
_ZIP_MEMBERS = (
    (b"application/epub+zip", "epub"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"META-INF/container.xml", "epub"),
    (b"word/", "docx"),
)
"""What stands among the names and first contents of an archive, the surest first."""
_HTML = lazily_bytes(
    rb"(?is)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,4000}?-->\s*){0,20}"
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])"
)
_SAMPLE = 1 << 16
"""Bytes that are looked at."""


def sniff(head: bytes) -> str:
    """Return ``pdf``, ``rtf``, ``gzip``, ``epub``, ``odt``, ``docx`` or ``html``; "" for others.

    An archive that is none of these is told as "".
    """
    head = head[:_SAMPLE]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(_ZIP):
        return next((kind for name, kind in _ZIP_MEMBERS if name in head), "")
    if b"<" in head[:4096] and _HTML.match(head):
        return "html"
    return ""
