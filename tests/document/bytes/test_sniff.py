"""What a document is, is told by its first bytes."""

from __future__ import annotations

import pytest

from postil.document.bytes.sniff import sniff


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1\\ansi ", "rtf"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", "epub"),
        (b"PK\x03\x04....META-INF/container.xml", "epub"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "docx"),
        (b"PK\x03\x04....pictures/1.png", ""),
        (b"\xef\xbb\xbf\n<!-- saved --><!DOCTYPE html>", "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        (b"<p>a fragment that Markdown may begin with", ""),
        (b"Ice melts.", ""),
        (b"", ""),
    ],
)
def test_the_first_bytes_tell(head: bytes, kind: str) -> None:
    assert sniff(head) == kind


def test_a_look_takes_no_longer_for_what_is_empty() -> None:
    for head in (
        b"\n" * 65_000,
        b"#\n" * 32_000,
        b"# \n\t" * 16_000,
        b".\n" * 32_000,
        b"<!--" * 9000,
    ):
        assert sniff(head) == ""
