"""A book is read, noted and cited by chapter, a printed document by page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil import config
from postil.config import SETTINGS_FILE
from tests.document.formats.epub.making import book, nav, page
from tests.document.formats.pdf.making import paragraph, pdf
from tests.journeys.driving import reading

ABOUT = (
    "<dc:title>Salt Roads</dc:title><dc:creator>Ada Brandt</dc:creator>"
    "<dc:publisher>Quay Press</dc:publisher><dc:date>1998</dc:date><dc:language>en</dc:language>"
)
MARSH = (
    "The carters left before light, since the marsh was firm only while it was frozen, and nobody "
    "wanted to be on the long causeway when the sun stood over it."
)
HALL = (
    "The hall of the guild held the weights, and a clerk wrote down what each sledge had brought "
    "before any of it was sold, so that no lord could say he had been told less."
)


@pytest.fixture
def novel(tmp_path: Path) -> Path:
    path = tmp_path / "salt.epub"
    first = page(
        f'<h1>The Marsh</h1><p>{MARSH}<a epub:type="noteref" href="#n1">1</a></p>'
        '<p>More of it stands in <a href="b.xhtml#hall">the second chapter</a>.</p>'
        '<aside epub:type="footnote" id="n1"><p>Frost was counted by nights.</p></aside>'
    )
    second = page(f'<h1>The Guild</h1><p>{MARSH[:40]} again.</p><p id="hall">{HALL}</p>')
    entries = '<li><a href="a.xhtml">The Marsh</a></li><li><a href="b.xhtml">The Guild</a></li>'
    parts = {"nav.xhtml": nav(entries), "a.xhtml": first, "b.xhtml": second}
    path.write_bytes(book(parts, metadata=ABOUT))
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    lines = (MARSH[:85], MARSH[85:], HALL[:90], HALL[90:])
    pages = [
        paragraph(700, f"Of the {number} winter we know this much.", *lines)
        for number in ("first", "second", "third")
    ]
    labels = "/PageLabels<</Nums[0<</S/r/St 9>>1<</S/D/St 14>>]>>"
    about = {"Title": "Ice at the mole", "Author": "Ada Brandt"}
    path = tmp_path / "ice.pdf"
    path.write_bytes(pdf(pages, info=about, catalog=labels))
    return path


def cite_in(style: str) -> None:
    """Let the reader have chosen a style."""
    folder = config.load(os.environ).places.config
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SETTINGS_FILE).write_text(f'citation = "{style}"\n', "utf-8")


async def test_a_book_is_read_noted_and_cited_by_chapter(novel: Path) -> None:
    cite_in("chicago")
    async with reading(novel) as s:
        assert "Salt Roads" in s.seen()
        await s.press("f")
        await s.press("a")
        await s.opened("TextPopup")
        assert "Frost was counted by nights." in s.seen()
        await s.press("escape")
        await s.opened("ReaderScreen")
        before = s.top()
        await s.press("f", "b")
        await s.until(lambda: HALL[:30] in s.seen(), "the second chapter")
        assert "The Guild" in s.status()
        await s.choose("a clerk wrote down")
        await s.press("enter")
        assert s.only().anchor.quote == "a clerk wrote down"
        await s.choose("a clerk wrote down")
        await s.press("c")
        await s.until(lambda: "Brandt" in s.clipboard, "the citation")
        assert "“The Guild,” in Salt Roads (Quay Press, 1998)" in s.clipboard
        await s.press("H")
        await s.until(lambda: s.top() == before, "the way back")
    async with reading(novel) as s:
        assert len(s.page.marks.highlights) == 1


async def test_a_printed_document_is_cited_by_page(report: Path) -> None:
    cite_in("apa citation")
    async with reading(report) as s:
        assert "p. ix " in s.status()
        lines = [line.rstrip() for line in s.seen().splitlines() if "winter we" in line]
        assert [line[-6:].strip() for line in lines] == ["p. ix", "p. 14"]
        await s.choose("Of the second winter")
        assert "p. 14 " in s.status()
        await s.press("c")
        await s.until(lambda: "Brandt" in s.clipboard, "the citation")
        assert "p. 14" in s.clipboard
