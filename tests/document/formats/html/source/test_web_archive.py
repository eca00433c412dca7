"""A page that a browser saved with its pictures in one file is read from it."""

from __future__ import annotations

import pytest

from postil.document.pipeline import parse
from postil.errors import NotReadable
from tests.document.formats.html.reading import prose

PAGE = f"<h1>Eis</h1><p>{prose(1)} für alle</p><p>{prose(2)}</p>"


def archive(part: str, kind: str = "text/html; charset=iso-8859-1") -> bytes:
    """Return an archive of one part and a picture."""
    return (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://quay.example/ice\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--b"\r\n\r\n'
        f"----b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: https://quay.example/ice\r\n\r\n{part}\r\n"
        "----b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlh"
        "\r\n----b--\r\n"
    ).encode("latin-1")


def test_the_page_is_found_and_its_address_known() -> None:
    *_, article = parse(archive(PAGE), "ice.mhtml")
    assert [block.text for block in article.blocks] == ["Eis", f"{prose(1)} für alle", prose(2)]
    assert article.metadata.url == "https://quay.example/ice"


def test_an_archive_without_a_page_is_refused_in_words() -> None:
    with pytest.raises(NotReadable, match="without a page"):
        list(parse(archive("x", "text/css"), "ice.mht"))
