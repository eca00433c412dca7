"""A long document shows its beginning before it is read, and the whole begins with those words."""

from __future__ import annotations

import pytest

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.formats.docx import parser as of_docx
from postil.document.formats.epub import book as of_epub
from postil.document.formats.odt import parser as of_odt
from postil.document.formats.office import first_screenful
from postil.document.formats.rtf import parser as of_rtf
from postil.document.from_bytes import ByteReader
from tests.document.formats.epub.making import book, nav, page
from tests.document.formats.html.reading import prose
from tests.support.formats.docx_files import docx, p, styles
from tests.support.formats.odt_files import flat, odt

HEADING = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
MONO = '<w:rFonts w:ascii="Courier New"/>'
BOLD = "<w:b/>"
LONG, LONGER = 900, 2000
ROW = f"<w:tr><w:tc>{p('One')}</w:tc><w:tc>{p('Two')}</w:tc></w:tr>"


def word(*parts: str) -> bytes:
    return docx("".join(parts), parts={"styles": styles("Normal", more=HEADING)})


def paragraphs(count: int = LONG, run: str = "") -> str:
    return "".join(p(prose(number), run=run) for number in range(count))


def chapters(every: int = 40, heading: str = "h2") -> str:
    return "".join(
        f'<{heading} id="c{n}">Part {n // every}</{heading}>'
        if not n % every
        else f"<p>{prose(n)}</p>"
        for n in range(LONGER)
    )


WORDS = {
    "prose": word(paragraphs()),
    "headings with a style": word(*(p("Ice", "Heading1") + p(prose(n)) for n in range(LONG))),
    "headings by their looks": word(*(p("Of ice", run=BOLD) + p(prose(n)) for n in range(LONG))),
    "a title, then a table": word(p("Ice", run=BOLD), f"<w:tbl>{ROW * LONG}</w:tbl>", paragraphs()),
    "code that goes on": word(paragraphs(55), *(p("x = 1", run=MONO),) * 300, paragraphs()),
    # What is code by the beginning is ordinary by the whole, where nearly all is set so.
    "code that is text by the whole": word(
        *(p("x = 1", run=MONO),) * 20, paragraphs(500), paragraphs(9 * LONG, run=MONO)
    ),
    # In the sample most lines are bold, so that no bold one is a heading; by the whole they are.
    "looks that change": word(
        *(p("Of ice", run=BOLD) for _ in range(250)), paragraphs(200), paragraphs(4 * LONG)
    ),
}
OPEN = {
    "an archive": odt("".join(f"<text:p>{prose(n)}</text:p>" for n in range(LONG))),
    "one file": flat(
        "".join(f"<text:h>Ice</text:h><text:p>{prose(n)}</text:p>" for n in range(LONG))
    ),
}
ENTRIES = "".join(
    f'<li><a href="a.xhtml#c{n}">Part {n // 40}</a></li>' for n in range(0, LONGER, 40)
)
ODD = '<li><a href="a.xhtml#gone">Nowhere</a></li><li><a href="a.xhtml#n1">A note</a></li>'
NOTED = (
    f'{chapters()}<p>Told.<a epub:type="noteref" href="#n1">1</a></p>'
    '<aside epub:type="footnote" id="n1"><p>A note.</p></aside>'
)
RICH = {
    "prose": b"{\\rtf1\\ansi " + b"".join(rf"{prose(n)}\par ".encode() for n in range(LONG)) + b"}",
    "a table first": b"{\\rtf1\\ansi "
    + rb"\trowd\intbl One\cell Two\cell\row " * 20
    + rb"\pard "
    + b"".join(rf"{prose(n)}\par ".encode() for n in range(LONG))
    + b"}",
}
BOOKS = {
    "no contents": book({"a.xhtml": page(chapters())}),
    "contents": book({"nav.xhtml": nav(ENTRIES), "a.xhtml": page(chapters())}),
    "contents without headings": book(
        {"nav.xhtml": nav(ENTRIES), "a.xhtml": page(chapters(heading="p"))}
    ),
    "contents that lead nowhere": book({"nav.xhtml": nav(ODD + ENTRIES), "a.xhtml": page(NOTED)}),
    "a preface before it": book(
        {"a.xhtml": page(f"<h1>Preface</h1><p>{prose(1)}</p>"), "b.xhtml": page(NOTED)}
    ),
}
CASES = [
    *((of_docx, f"docx: {name}", data) for name, data in WORDS.items()),
    *((of_odt, f"odt: {name}", data) for name, data in OPEN.items()),
    *((of_rtf, f"rtf: {name}", data) for name, data in RICH.items()),
    *((of_epub, f"epub: {name}", data) for name, data in BOOKS.items()),
]


def read(reader: ByteReader, data: bytes) -> tuple[list[Draft], list[float]]:
    """Return the drafts of a document, and how far the work was when each came."""
    told = [0.0]
    drafts, shares = [], []
    for draft in reader.drafts(Request(data, "long", progress=told.append)):
        drafts.append(draft)
        shares.append(max(told))
    return drafts, shares


@pytest.mark.parametrize(
    ("reader", "data"), [case[::2] for case in CASES], ids=[name for _, name, _ in CASES]
)
def test_what_is_shown_first_is_the_beginning_of_the_whole(reader: ByteReader, data: bytes) -> None:
    (first, whole), (share, _) = read(reader, data)
    assert (first.complete, whole.complete) == (False, True)
    assert share < 0.6
    assert 0 < len(first.blocks) < 0.3 * len(whole.blocks)
    begun = [block.text for block in whole.blocks[: len(first.blocks)]]
    assert [block.text for block in first.blocks] == begun


def test_a_short_document_has_no_first_screenful() -> None:
    for reader, data in (
        (of_docx, word(paragraphs(100))),
        (of_odt, odt(f"<text:p>{prose(1)}</text:p>" * 100)),
        (of_epub, book({"a.xhtml": page(f"<p>{prose(1)}</p>" * 100)})),
    ):
        assert len(read(reader, data)[0]) == 1


def test_what_is_judged_otherwise_by_the_whole_keeps_the_words_that_were_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "code that is text by the whole"
    (first, whole), _ = read(of_docx, WORDS[name])
    assert first.blocks[0].text == "x = 1\n" * 19 + "x = 1"
    assert whole.blocks[0].text == first.blocks[0].text
    monkeypatch.setattr(first_screenful, "SAMPLE", 1 << 30)
    (alone,), _ = read(of_docx, WORDS[name])
    assert alone.blocks[0].text == "x = 1"
    assert alone.blocks[-1].text == whole.blocks[-1].text
