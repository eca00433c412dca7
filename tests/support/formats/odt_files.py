"""Small ODT files, made of the XML that a test writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{name}="{_OASIS}{full}:1.0"'
    for name, full in (
        *((name, name) for name in ("office", "text", "table", "style", "meta", "manifest")),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_OTHERS = (
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:math="http://www.w3.org/1998/Math/MathML"'
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def style(name: str, inside: str = "", family: str = "paragraph", **attributes: str) -> str:
    """Return a style; ``parent`` and so on are its attributes."""
    said = {"parent": "parent-style-name", "lists": "list-style-name"}
    more = "".join(f' style:{said.get(key, key)}="{value}"' for key, value in attributes.items())
    return f'<style:style style:name="{name}" style:family="{family}"{more}>{inside}</style:style>'


def content(body: str, styles: str) -> str:
    """Return the part that holds the text."""
    return (
        f"<office:document-content {_SPACES} {_OTHERS}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )


def odt(
    body: str, *, styles: str = "", meta: str = "", more: Mapping[str, str | bytes] | None = None
) -> bytes:
    """Return the bytes of a document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content(body, styles))
        said = f"<office:meta>{meta}</office:meta>"
        root = f"office:document-meta {_SPACES} {_OTHERS}"
        archive.writestr("meta.xml", f"<{root}>{said}</office:document-meta>")
        for name, inside in (more or {}).items():
            spaces = f"{_SPACES} {_OTHERS}"
            archive.writestr(
                name, inside.replace("SPACES", spaces) if isinstance(inside, str) else inside
            )
    return buffer.getvalue()


def flat(body: str, *, styles: str = "", meta: str = "") -> bytes:
    """Return the bytes of a document that is one file of XML."""
    return (
        f'<?xml version="1.0"?><office:document {_SPACES} {_OTHERS} office:mimetype="{MIMETYPE}">'
        f"<office:meta>{meta}</office:meta><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>"
    ).encode()
