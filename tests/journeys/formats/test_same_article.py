"""One article in four formats: a note on one of them is there on the others, or is offered."""

from __future__ import annotations

from pathlib import Path

from tests.document.formats.epub.making import book, nav, page
from tests.journeys.driving import reading
from tests.support.formats.docx_files import docx, p, styles

TITLE, HEADING = "The jars of Hallow Reach", "What the ledger says"
FIRST = (
    "Seeds were kept in jars and in boxes, each with the year of its harvest on a slip of paper."
)
SECOND = "The clerk counted them in spring, and wrote down which had been opened in the winter."
NOTED = "which had been opened"
LATER = "Nobody has counted them since the year of the flood."


def written(folder: Path, name: str, *, later: bool = False) -> Path:
    """Write the article in the format of a suffix; a ``later`` one has a paragraph more."""
    path = folder / f"jars{name}"
    more = [LATER] if later else []
    bodies = "".join(f"<p>{words}</p>" for words in (SECOND, *more))
    html = f"<h1>{TITLE}</h1><p>{FIRST}</p><h2>{HEADING}</h2>{bodies}"
    if name == ".md":
        path.write_text("\n\n".join((f"# {TITLE}", FIRST, f"## {HEADING}", SECOND, *more)), "utf-8")
    elif name == ".html":
        path.write_text(f"<html><title>{TITLE}</title><body><article>{html}</article>", "utf-8")
    elif name == ".epub":
        parts = {"nav.xhtml": nav(f'<li><a href="a.xhtml">{TITLE}</a></li>'), "a.xhtml": page(html)}
        path.write_bytes(book(parts, metadata=f"<dc:title>{TITLE}</dc:title>"))
    else:
        heads = p(TITLE, "heading1") + p(FIRST) + p(HEADING, "heading2")
        body = heads + "".join(p(words) for words in (SECOND, *more))
        path.write_bytes(docx(body, parts={"styles": styles("heading 1", "heading 2")}))
    return path


async def test_a_note_is_there_in_every_format_of_the_same_letters(tmp_path: Path) -> None:
    async with reading(written(tmp_path, ".md")) as s:
        await s.choose(NOTED)
        await s.press("enter")
    for name in (".html", ".epub", ".docx"):
        async with reading(written(tmp_path, name)) as s:
            assert len(s.page.marks.highlights) == 1, name
            (placed,) = s.reader.parts.notes.placed
            assert placed.span is not None
            assert s.page.article.text[placed.span.start : placed.span.end] == NOTED


async def test_of_a_later_version_in_another_format_it_is_offered(tmp_path: Path) -> None:
    async with reading(written(tmp_path, ".docx")) as s:
        await s.choose(NOTED)
        await s.press("enter")
    async with reading(written(tmp_path, ".html", later=True)) as s:
        await s.until(lambda: "Is this a new version of" in s.said, "the offer")
        await s.press("A")
        await s.opened("Confirm")
        await s.press("y")
        await s.until(lambda: len(s.page.marks.highlights) == 1, "the note")
