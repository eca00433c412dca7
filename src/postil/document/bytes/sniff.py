"""Tells what a document is by its first bytes, whatever its name says."""

from __future__ import annotations

import re

from postil.text.lazy_regex import lazily_bytes

_PDF = b"%PDF-"
_MAGIC = (
    (_PDF, "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b\x08", "gzip"),
)
_LATE_PDF = lazily_bytes(rb"^%PDF-\d\.\d", re.MULTILINE)
_LEAD = 1024
"""Bytes before which a PDF must begin; servers have put their own lines above some."""
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
_MAN = lazily_bytes(rb"(?m)^[.'][ \t]*(?:TH[ \t]+\S|Dd\b|so[ \t]+man\d)")
_REQUEST = lazily_bytes(rb"[.'][ \t]*[A-Za-z]")
"""How a line of typesetting begins; a comment does not."""
_COMMENT = lazily_bytes(rb"(?:[.']?[ \t]*\\[\"#][^\n]*|\\t|[.'][ \t]*|[ \t\r]*)(?:\r?\n|\Z)")
_MOST_COMMENTS = 2000
_ORG = lazily_bytes(
    rb"(?i)(?:#[^+\n][^\n]*\n|#?[ \t\r]*\n){0,100}"
    rb"#\+(?:title|subtitle|author|date|email|language|options|startup|filetags|setupfile|property"
    rb"|archive|category|todo|latex_class|latex_header|html_head|export_file_name|begin_src):?"
    rb"|(?:#\s)?-\*-\s{0,9}(?:mode:\s*)?org\b"
)
_SAMPLE = 1 << 16
"""Bytes that are looked at."""


def sniff(head: bytes) -> str:
    """Return the kind of a document, such as ``pdf``, as the registry of formats calls it.

    "" for others, and for an archive that is none of these.
    """
    head = head[:_SAMPLE]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.find(_PDF, 0, _LEAD) > 0 and _LATE_PDF.search(head, 0, _LEAD):
        return "pdf"
    if head.startswith(_ZIP):
        return next((kind for name, kind in _ZIP_MEMBERS if name in head), "")
    if b"<" in head[:4096] and _HTML.match(head):
        return "html"
    if head[:1] in (b"#", b"-", b"\n", b"\r") and _ORG.match(head):
        return "org"
    if _may_be_printed(head):
        # Most texts are spared what it takes to tell.
        from postil.document.bytes.strokes_in import is_printed

        if is_printed(head):
            return "printed"
    return "man" if head[:1] in (b".", b"'", b"\n", b"\\") and _is_man(head) else ""


def _may_be_printed(head: bytes) -> bool:
    """Tell at a glance whether a text may have strokes, or begin as a printed manual page does."""
    return b"\x08" in head or b"\x1b[" in head or head[:3].isupper() or b")" in head[:400]


def _is_man(head: bytes) -> bool:
    """Tell whether this is the source of a manual page: requests from the first line on."""
    at = 0
    for _ in range(_MOST_COMMENTS):
        found = _COMMENT.match(head, at)
        if not found or found.end() == at:
            break
        at = found.end()
    return bool(_REQUEST.match(head, at)) and bool(_MAN.search(head, at))
