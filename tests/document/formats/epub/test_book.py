"""Whole books: their order, what is missing, what is locked, what comes first."""

from __future__ import annotations

import pytest

from postil.document.formats.epub.book import SCREENFUL
from postil.errors import NotText
from tests.document.formats.epub.making import (
    CONTAINER,
    PROSE,
    archive,
    book,
    nav,
    ncx,
    opened,
    outline,
    package,
    page,
    point,
    stages,
    texts,
)

_ONE = page(f"<h1>The marsh</h1><p>{PROSE}</p>")
_TWO = page("<h1>The toll</h1><p>Two pence a barrel.</p>")
_NAV = nav('<li><a href="a.xhtml">The marsh</a></li><li><a href="b.xhtml">The toll</a></li>')


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    parts = {"b.xhtml": _TWO, "a.xhtml": _ONE, "nav.xhtml": _NAV}
    article = opened(book(parts, spine=["nav.xhtml", "a.xhtml", "b.xhtml"]))
    assert outline(article) == [(1, "The marsh"), (1, "The toll")]
    assert texts(article) == [PROSE, "Two pence a barrel."]
    assert article.metadata.title == "Salt Roads"
    assert article.metadata.type == "book"
    assert article.remarks == ()


def test_what_stands_beside_the_text_comes_last_and_covers_not_at_all() -> None:
    parts = {
        "cover.xhtml": page('<p><img src="c.jpg" alt="Cover"/></p>'),
        "map.xhtml": page("<p>How to read the map.</p>"),
        "a.xhtml": _ONE,
    }
    guide = '<guide><reference type="cover" href="cover.xhtml"/></guide>'
    spine = ["-cover.xhtml", "-map.xhtml", "a.xhtml"]
    article = opened(book(parts, spine=spine, guide=guide))
    assert texts(article) == [PROSE, "How to read the map."]


def test_pages_that_only_list_the_contents_are_no_text() -> None:
    listed = "".join(f'<p><a href="{name}.xhtml">The {name}</a></p>' for name in "abc")
    parts = {"list.xhtml": page(f"<h2>Contents</h2>{listed}"), "a.xhtml": _ONE, "b.xhtml": _TWO}
    parts["c.xhtml"] = page("<p>End.</p>")
    assert outline(opened(book(parts)))[0] == (1, "The marsh")


def test_a_missing_and_a_damaged_chapter_are_left_out_and_said() -> None:
    parts = {"a.xhtml": _ONE, "b.xhtml": _TWO, "c.xhtml": page("<p>Broken.</p>" * 99)}
    opf = package([*parts, "gone.xhtml"])
    data = book(parts, opf)
    at = data.index(b"OPS/c.xhtml") + 12
    article = opened(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])
    assert outline(article) == [(1, "The marsh"), (1, "The toll")]
    assert article.remarks == (
        "Left out: gone.xhtml is not in the archive.",
        "Left out: OPS/c.xhtml is damaged.",
    )


def test_the_first_rendition_that_can_be_read_is_taken() -> None:
    roots = (
        '<rootfile full-path="alt/book.pdf" media-type="application/pdf"/>'
        '<rootfile full-path="gone.opf" media-type="application/oebps-package+xml"/><rootfile '
    )
    parts = {"OPS/a.xhtml": _ONE, "OPS/book.opf": package(["a.xhtml"]), "alt/book.pdf": "%PDF-1.4"}
    container = CONTAINER.replace("<rootfile ", roots, 1)
    article = opened(archive({"META-INF/container.xml": container, **parts}))
    assert texts(article) == [PROSE]


def test_a_rendition_of_pictures_gives_way_to_one_of_words() -> None:
    second = '<rootfile full-path="OPS/words.opf"/></rootfiles>'
    parts = {
        "OPS/1.xhtml": page('<img src="1.jpg" alt="Page 1"/>'),
        "OPS/a.xhtml": _ONE,
        "OPS/book.opf": package(["1.xhtml"]),
        "OPS/words.opf": package(["a.xhtml"]),
    }
    container = CONTAINER.replace("</rootfiles>", second)
    assert texts(opened(archive({"META-INF/container.xml": container, **parts}))) == [PROSE]


def test_words_stand_in_drawings_and_what_is_foreign_has_a_stand_in() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg"><title>Plan</title><g><text x="1">The <tspan>marsh'
        "</tspan></text></g><text>The toll</text></svg>"
    )
    parts = {"a.svg": drawing, "b.json": "{}", "b.xhtml": _TWO}
    opf = package(list(parts), spine=["a.svg", "b.json"])
    opf = opf.replace(
        '"a.svg" media-type="application/xhtml+xml"', '"a.svg" media-type="image/svg+xml"'
    )
    opf = opf.replace('"application/xhtml+xml"/>', '"application/json" fallback="i2"/>', 1)
    assert texts(opened(book(parts, opf))) == ["The marsh", "The toll", "Two pence a barrel."]


def test_a_book_may_be_packed_with_the_folder_around_it() -> None:
    parts = {"OPS/a.xhtml": _ONE, "OPS/book.opf": package(["a.xhtml"])}
    packed = {"META-INF/container.xml": CONTAINER, **parts}
    data = archive({f"salt/{name}": content for name, content in packed.items()})
    assert texts(opened(data)) == [PROSE]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-le", "iso-8859-1"])
def test_parts_may_have_any_encoding_of_xml(encoding: str) -> None:
    declared = encoding if encoding == "iso-8859-1" else encoding[:6].rstrip("-")
    chapter = page("<h1>Déjà</h1><p>Vieux café.</p>").replace("utf-8", declared)
    opf = package(["a.xhtml"], "<dc:title>Café</dc:title>").replace(
        '"1.0"?', f'"1.0" encoding="{declared}"?', 1
    )
    article = opened(book({"a.xhtml": chapter.encode(encoding)}, opf.encode(encoding)))
    assert texts(article) == ["Vieux café."]
    assert article.metadata.title == "Café"


@pytest.mark.parametrize("said", ["utf-16", "punycode", "klingon", "hex", "windows-1252"])
def test_an_encoding_that_a_part_cannot_be_in_is_not_believed(said: str) -> None:
    chapter = page("<p>Vieux café.</p>").replace('"utf-8"', f'"{said}"')
    coded = chapter.encode("cp1252" if said.startswith("windows") else "utf-8")
    assert texts(opened(book({"a.xhtml": coded}))) == ["Vieux café."]


def test_wrong_types_and_addresses_with_signs_do_no_harm() -> None:
    opf = package(["eins.xhtml"]).replace("application/xhtml+xml", "application/octet-stream")
    opf = opf.replace("eins.xhtml", "Text/eins%20und%20zwei.xhtml?v=2")
    assert texts(opened(book({"text/Eins und Zwei.xhtml": _ONE}, opf))) == [PROSE]


def _locked(algorithm: str, uri: str = "OPS/a.xhtml") -> dict[str, str]:
    return {
        "META-INF/encryption.xml": "<encryption xmlns:enc='http://www.w3.org/2001/04/xmlenc#'>"
        f"<enc:EncryptedData><enc:EncryptionMethod Algorithm='{algorithm}'/><enc:CipherData>"
        f"<enc:CipherReference URI='{uri}'/></enc:CipherData></enc:EncryptedData></encryption>"
    }


@pytest.mark.parametrize(
    ("beside", "lock"),
    [
        ("META-INF/rights.xml", "DRM, Adobe ADEPT;"),
        ("META-INF/license.lcpl", "DRM, Readium LCP;"),
        ("META-INF/sinf.xml", "DRM, Apple FairPlay;"),
        ("META-INF/other.xml", "DRM;"),
    ],
)
def test_a_locked_book_says_by_what_it_is_locked(beside: str, lock: str) -> None:
    further = {**_locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc"), beside: "<rights/>"}
    with pytest.raises(NotText, match=f"protected by {lock}"):
        opened(book({"a.xhtml": b"\x01\x02" * 50}, further=further))


def test_chapters_of_noise_beside_a_lock_are_locked() -> None:
    noise = {"a.xhtml": bytes(range(256)) * 8}
    with pytest.raises(NotText, match="protected by DRM, Adobe ADEPT"):
        opened(book(noise, further={"META-INF/rights.xml": "<rights/>"}))


@pytest.mark.parametrize(
    "algorithm", ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]
)
def test_disguised_fonts_lock_nothing(algorithm: str) -> None:
    further = {**_locked(algorithm, "OPS/f.otf"), "META-INF/rights.xml": "<rights/>"}
    assert texts(opened(book({"a.xhtml": _ONE}, further=further))) == [PROSE]


def test_a_book_of_pictures_is_said_to_be_one() -> None:
    parts = {
        "a.xhtml": page('<img src="1.jpg" alt="Page 1"/>'),
        "nav.xhtml": nav('<li><a href="a.xhtml">Start</a></li>'),
    }
    with pytest.raises(NotText, match="no text in it, only pictures"):
        opened(book(parts))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (archive({"mimetype": "application/epub+zip"}), "no META-INF/container.xml"),
        (archive({"META-INF/container.xml": CONTAINER}), "which chapters it has"),
        (book({}), "no chapters"),
        (book({}, package(["gone.xhtml"])), "none of its chapters can be read: gone.xhtml"),
        (b"Twelve barrels of salt.", "no EPUB"),
    ],
    ids=["no container", "no package", "no spine", "no chapter", "no archive"],
)
def test_what_is_no_book_is_said_in_words(data: bytes, why: str) -> None:
    with pytest.raises(NotText, match=why):
        opened(data)


def test_the_first_chapters_of_a_large_book_come_first_and_stay_as_they_are() -> None:
    parts: dict[str, str | bytes] = {
        f"{number}.xhtml": page(
            f'<h2 id="t">Chapter {number}</h2>'
            + "".join(f"<p>{number} {at} {PROSE}</p>" for at in range(60))
        )
        for number in range(12)
    }
    points = "".join(point(f"Chapter {number}", f"{number}.xhtml") for number in range(12))
    parts["toc.ncx"] = ncx(points)
    first, whole = stages(_stored(parts))
    assert not first.complete
    assert whole.complete
    assert SCREENFUL < first.length < whole.length / 4
    assert whole.blocks[: len(first.blocks)] == first.blocks
    assert [section.title for section in first.sections] == ["Chapter 0"]
    assert first.metadata == whole.metadata
    assert whole.anchors["OPS/0.xhtml#t"] == first.anchors["OPS/0.xhtml#t"] == 0
    assert whole.text[whole.anchors["OPS/7.xhtml#t"] :].startswith("Chapter 7")
    lines = [block.line for block in whole.blocks]
    assert lines == sorted(set(lines))


def _stored(parts: dict[str, str | bytes]) -> bytes:
    """Return a book with something in it that takes room."""
    from random import Random

    return book(parts, further={"picture.bin": Random(1).randbytes(120_000)})


def test_a_book_of_one_part_is_not_shown_twice() -> None:
    chapter = page("".join(f"<p>{at} {PROSE}</p>" for at in range(60)))
    assert [one.complete for one in stages(_stored({"a.xhtml": chapter}))] == [True]


def test_progress_is_told_and_may_end_the_work() -> None:
    from postil.document.pipeline import whole

    shares: list[float] = []
    whole(book({"a.xhtml": _ONE, "b.xhtml": _TWO}), "x.epub", None, shares.append)
    assert shares == sorted(shares)

    class Ended(Exception):
        pass

    def end(share: float) -> None:
        raise Ended

    with pytest.raises(Ended):
        whole(book({"a.xhtml": _ONE}), "x.epub", None, end)
