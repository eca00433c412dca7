"""A picture is found beside its article or within its file, and nowhere else."""

from __future__ import annotations

import gzip
from base64 import b64encode
from pathlib import Path

import pytest

from postil.config import Places
from postil.document import inner_pictures
from postil.errors import BadRequest, CannotOpen
from postil.library.articles.loading import whole
from postil.library.articles.pictures import elsewhere, named, picture
from postil.model.article import Inline, InlineKind
from tests.document.formats.epub.making import book, page
from tests.document.formats.html.reading import prose
from tests.support.formats.docx_files import docx, p, styles
from tests.support.formats.odt_files import odt

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts" / "img").mkdir(parents=True)
    (tmp_path / "texts" / "img" / "the mole.png").write_bytes(PNG)
    (tmp_path / "texts" / "ice.md").write_text("![The mole](img/the%20mole.png)")
    (tmp_path / "secret.png").write_bytes(PNG)
    return tmp_path / "texts"


def test_a_picture_lies_beside_its_article(places: Places, folder: Path) -> None:
    (inline,) = whole(folder / "ice.md").blocks[0].inlines
    found = picture(places, folder / "ice.md", inline.target)
    assert found == (folder / "img" / "the mole.png").resolve()


def test_nothing_outside_its_folder_is_shown(places: Places, folder: Path) -> None:
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "script.svg").write_text("<svg/>")
    (folder / "words.png").write_text("no picture at all")
    (folder / "dir.png").mkdir()
    outside = str(folder.parent / "secret.png")
    for target in (
        *("../secret.png", "%2e%2e/secret.png", outside, f"file://{outside}", "link.png"),
        *("script.svg", "words.png", "dir.png", "gone.png", "a\0.png", "ice.md", ""),
    ):
        with pytest.raises(BadRequest):
            picture(places, folder / "ice.md", target)


def test_what_is_no_file_has_no_pictures(places: Places) -> None:
    with pytest.raises(BadRequest, match="no file"):
        picture(places, None, "a.png")


def test_a_picture_is_taken_out_of_a_book(places: Places, tmp_path: Path) -> None:
    path = tmp_path / "salt.epub"
    words = page('<p>Look: <img src="img/mole.png" alt="The mole"/></p>')
    odd = {"OPS/img/mole.png": PNG, "OPS/img/odd.png": b"#!/bin/sh"}
    path.write_bytes(book({"a.xhtml": words}, further=odd))
    (inline,) = (one for block in whole(path).blocks for one in block.inlines)
    assert inline.target == "picture:OPS/img/mole.png"
    found = picture(places, path, inline.target)
    assert found.parent == places.cache / "pictures"
    assert found.read_bytes() == PNG
    assert picture(places, path, inline.target) == found
    for member in ("OPS/img/odd.png", "OPS/img/gone.png", "../../etc/passwd"):
        with pytest.raises(CannotOpen):
            picture(places, path, f"picture:{member}")
    assert [one.name for one in found.parent.iterdir()] == [found.name]


def links(path: Path) -> list[tuple[str, Inline]]:
    """Return the pictures of an article, each with the words that lead to it."""
    return [
        (block.text[one.start : one.end], one)
        for block in whole(path).blocks
        for one in block.inlines
        if one.kind is InlineKind.IMAGE
    ]


def drawing(ident: str, words: str = "") -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="{words}"/><a:blip r:embed="{ident}"/>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def test_a_picture_is_taken_out_of_a_word_document(places: Places, tmp_path: Path) -> None:
    path = tmp_path / "ice.docx"
    body = (
        drawing("mole.png", "The mole")
        + drawing("net.png")
        + p("Figure 1: A net", "Caption")
        + drawing("mill.png", "A mill at work")
        + p("Below, a mill: A mill at work.")
        + drawing("odd.emf", "A drawing")
    )
    media = {name: PNG + name.encode() for name in ("mole.png", "net.png", "mill.png")}
    path.write_bytes(
        docx(
            body,
            parts={"styles": styles("Caption")},
            pictures={**media, "odd.emf": b"\x01\0\0\0"},
        )
    )
    found = links(path)
    assert [(words, one.target) for words, one in found] == [
        ("The mole", "picture:word/media/mole.png"),
        ("Figure", "picture:word/media/net.png"),
        ("Below,", "picture:word/media/mill.png"),
        ("A drawing", ""),
    ]
    for _, one in found[:3]:
        shown = picture(places, path, one.target)
        assert shown.read_bytes() == media[one.target.rpartition("/")[2]]
        assert shown.parent == places.cache / "pictures"


def test_a_picture_is_taken_out_of_an_open_document(places: Places, tmp_path: Path) -> None:
    path = tmp_path / "ice.odt"
    frame = '<draw:frame><draw:image xlink:href="{}"/><svg:desc>{}</svg:desc></draw:frame>'
    body = "".join(
        f"<text:p>{frame.format(href, words)}</text:p>"
        for href, words in (
            ("Pictures/mole.png", "The mole"),
            ("https://example.org/spy.png", "A spy"),
            ("../../secret.png", "A secret"),
        )
    )
    path.write_bytes(odt(body, more={"Pictures/mole.png": PNG}))
    mole, spy, secret = (one for _, one in links(path))
    assert picture(places, path, mole.target).read_bytes() == PNG
    assert spy.target == ""
    with pytest.raises(CannotOpen):
        picture(places, path, secret.target)


def test_a_picture_is_taken_out_of_a_page_that_holds_it_whole(
    places: Places, tmp_path: Path
) -> None:
    path = tmp_path / "ice.html"
    coded = b64encode(PNG).decode()
    script = b64encode(b"#!/bin/sh\nrm -rf ~").decode()
    lazy = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    path.write_text(
        f"<title>Ice</title><h1>Ice</h1><p>{prose(1)}</p>"
        f'<p><img alt="The mole" src="data:image/png;base64,\n{coded}">'
        f'<img alt="A script" src="data:image/png;base64,{script}">'
        f'<img alt="A drawing" src="data:image/svg+xml,%3Csvg%3E%3C/svg%3E">'
        f'<img alt="Damaged" src="data:image/png;base64,=====">'
        f'<img alt="Late" src="{lazy}" data-src="ice_files/late.png"></p>'
        f'<figure><img alt="" src="data:image/png;base64,{coded}"><figcaption>Plate one.'
        f"</figcaption></figure><p>{prose(2)}</p>",
        "utf-8",
    )
    found = dict(links(path))
    assert list(found) == ["The mole", "A script", "A drawing", "Damaged", "Late", "Plate"]
    for words in ("The mole", "Plate"):
        assert picture(places, path, found[words].target).read_bytes() == PNG
    for words in ("A script", "A drawing", "Damaged"):
        with pytest.raises(CannotOpen, match=r"no picture|no longer"):
            picture(places, path, found[words].target)
    assert found["Late"].target == "ice_files/late.png"
    assert [one.suffix for one in (places.cache / "pictures").iterdir()] == [".png"]
    # What the page has no more is told.
    gone = found["The mole"].target
    path.write_text(f"<h1>Ice</h1><p>{prose(1)}</p>", "utf-8")
    with pytest.raises(CannotOpen, match="no longer"):
        picture(places, path, gone)


def test_pictures_that_a_browser_saved_lie_in_the_folder_of_the_page(
    places: Places, tmp_path: Path
) -> None:
    (tmp_path / "Ice_files").mkdir()
    (tmp_path / "Ice_files" / "mole.png").write_bytes(PNG)
    path = tmp_path / "Ice.html"
    path.write_text(
        "<title>Ice</title><link rel=canonical href='https://example.org/a/ice'><h1>Ice</h1>"
        f'<p>{prose(1)}</p><p><img alt="The mole" src="./Ice_files/mole.png?w=300">'
        '<img alt="Gone" src="Ice_files/gone.png"><img alt="Lid" src="/top.png">'
        f'<img alt="Far" src="https://example.org/far.png"></p><p>{prose(2)}</p>',
        "utf-8",
    )
    article = whole(path)
    found = {words: one.target for words, one in links(path)}
    assert picture(places, path, found["The mole"]) == tmp_path / "Ice_files" / "mole.png"
    assert elsewhere(article, path, found["The mole"]) == ""
    # What was not saved with the page is on the web, from where nothing is fetched.
    assert elsewhere(article, path, found["Gone"]) == "https://example.org/a/Ice_files/gone.png"
    assert elsewhere(article, path, found["Lid"]) == "https://example.org/top.png"
    assert found["Far"] == "https://example.org/far.png"
    for words in ("Gone", "Lid"):
        with pytest.raises(BadRequest):
            picture(places, path, found[words])


def test_a_picture_is_taken_out_of_a_web_archive(places: Places, tmp_path: Path) -> None:
    path = tmp_path / "ice.mhtml"
    html = f'<h1>Ice</h1><p>{prose(1)}</p><p><img alt="The mole" src="https://example.org/m.png">'
    html += f'<img alt="A net" src="cid:net@ice"><img alt="Gone" src="gone.png"></p><p>{prose(2)}'
    parts = [("text/html", "Content-Location: https://example.org/ice", html.encode())]
    parts += [
        ("image/png", "Content-Location: https://example.org/m.png", PNG),
        ("image/png", "Content-ID: <net@ice>", PNG + b"net"),
    ]
    body = "".join(
        f"----b\r\nContent-Type: {kind}\r\n{named}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"{b64encode(data).decode()}\r\n"
        for kind, named, data in parts
    )
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--b"\r\n\r\n'
    path.write_text(f"{head}{body}----b--\r\n")
    found = {words: one.target for words, one in links(path)}
    assert picture(places, path, found["The mole"]).read_bytes() == PNG
    assert picture(places, path, found["A net"]).read_bytes() == PNG + b"net"
    with pytest.raises(CannotOpen, match="no longer"):
        picture(places, path, found["Gone"])


def test_a_picture_in_a_document_that_is_compressed(places: Places, tmp_path: Path) -> None:
    path = tmp_path / "ice.docx.gz"
    path.write_bytes(gzip.compress(docx(drawing("m.png", "The mole"), pictures={"m.png": PNG})))
    ((_, one),) = links(path)
    assert picture(places, path, one.target).read_bytes() == PNG


def test_a_picture_that_is_too_large_is_left_where_it_is(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inner_pictures, "LARGEST", 20)
    (word := tmp_path / "ice.docx").write_bytes(
        docx(drawing("m.png", "The mole"), pictures={"m.png": PNG})
    )
    (page := tmp_path / "ice.html").write_text(
        f'<p>{prose(1)}<img alt="M" src="data:image/png;base64,{b64encode(PNG).decode()}"></p>'
    )
    for path in (word, page):
        ((_, one),) = links(path)
        with pytest.raises(CannotOpen, match="larger than"):
            picture(places, path, one.target)


def test_a_picture_is_named_by_its_file_or_by_what_it_shows() -> None:
    assert named("picture:word/media/m.png", "The mole") == "word/media/m.png"
    assert named("picture:data:0123", "The mole") == "The mole"
    assert named("picture:part:https://example.org/m.png", "") == "https://example.org/m.png"
    assert named("img/m.png", "The mole") == "img/m.png"
