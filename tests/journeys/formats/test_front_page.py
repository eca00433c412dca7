"""A page of several articles: one is chosen, noted and cited for itself, and follows the page."""

from __future__ import annotations

from pathlib import Path

from tests.document.formats.html.reading import prose
from tests.document.formats.html.test_pieces import FRONT, post
from tests.journeys.driving import reading
from tests.journeys.formats.test_books import cite_in


async def test_an_article_of_a_page_is_chosen_noted_and_cited(tmp_path: Path) -> None:
    cite_in("apa reference")
    path = tmp_path / "front.html"
    path.write_text(FRONT, "utf-8")
    async with reading(path) as s:
        assert "Harbour Blog" in s.seen()
        assert "article" not in s.status()
        await s.press("p")
        await s.opened("ChooseOne")
        assert "2 of 3: A rope walk" in s.seen()
        assert "Bo Lind, 11 Feb 2024" in s.seen()
        await s.type("rope")
        await s.press("enter")
        await s.opened("ReaderScreen")
        assert "article 2 of 3" in s.status()
        assert "A rope walk" in s.seen()
        await s.choose("In year 2 of the trade")
        await s.press("enter")
        await s.choose("In year 2 of the trade")
        await s.press("c")
        await s.until(lambda: "Lind" in s.clipboard, "the citation")
        assert s.clipboard.startswith("Lind, B. (2024, February 11). A rope walk. Harbour Blog.")
        await s.press("H")
        await s.until(lambda: "article" not in s.status(), "the way back")
    # A new article comes to stand above the others: the note and what it is cited as stay.
    newest = post(7, "Salt", "Cy Moor", "2024-04-01")
    path.write_text(FRONT.replace("<main>", f"<main>{newest}"), "utf-8")
    async with reading(path) as s:
        (mark,) = s.page.marks.highlights
        assert s.page.viewport.words(mark.span) == "In year 2 of the trade"
        await s.press("tab")
        assert "article 3 of 4" in s.status()
        await s.press("c")
        await s.until(lambda: "Lind" in s.clipboard, "the citation")


async def test_of_one_article_it_is_said_that_it_is_one(tmp_path: Path) -> None:
    path = tmp_path / "ice.html"
    path.write_text(f"<title>Ice</title><h1>Ice</h1><p>{prose(1)}</p><p>{prose(2)}</p>", "utf-8")
    async with reading(path) as s:
        await s.press("p")
        await s.until(lambda: "no page of several" in s.said, "the answer")
