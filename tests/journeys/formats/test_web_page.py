"""A page of the web is added, read and cited offline, fetched again, and its notes followed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from postil.library.articles import web_pages
from postil.library.base.clock import today
from postil.library.base.labels import iso_date
from tests.journeys.driving import places, reading, shelf
from tests.support.formats.server import Answer, Site, served

FIRST = "The harbour froze over in the second week of January, and no boat left it for nine weeks."
SECOND = "The ferrymen sold bread from their decks to whoever dared to walk out to them on the ice."
THIRD = "When the ice broke at last, the mole had lost a third of its stones to the northern storm."
NEWS = "The council has since voted to rebuild the mole, and the work is to begin in the spring."

PAGE = """<!DOCTYPE html><html lang="en"><head><title>The ice of 1869 - Harbour Gazette</title>
<meta name="author" content="Ada Lindqvist"><meta property="og:site_name" content="Harbour Gazette">
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>The ice of 1869</h1>{}</article><footer>All rights reserved</footer></body></html>"""


def page(*paragraphs: str) -> str:
    return PAGE.format("".join(f"<p>{words}</p>" for words in paragraphs))


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        yield found


async def test_a_page_is_added_read_cited_and_followed(site: Site) -> None:
    address = site.page("/ice", page(FIRST, SECOND, THIRD))
    async with shelf() as s:
        await s.press("ctrl+l")
        await s.opened("AskLine")
        await s.type(address)
        await s.press("enter")
        await s.opened("ReaderScreen")
        await s.until(lambda: s.reader.stage.open_article, "the page")
        assert "The ice of 1869" in s.seen()
        assert "rights reserved" not in s.page.article.text
        await s.choose("sold bread from their decks")
        await s.press("enter")
        assert s.only().anchor.quote == "sold bread from their decks"
    before = site.answers.pop("/ice")
    path = web_pages.read_before(places(), address)
    async with reading(path) as s:
        await s.choose("sold bread from their decks")
        await s.press("c")
        await s.until(lambda: "Lindqvist" in s.clipboard, "the citation")
        assert address in s.clipboard
        await s.press("W")
        await s.until(lambda: "there is no such page" in s.said, "the refusal")
        assert FIRST in s.page.article.text
        site.answers["/ice"] = before
        await s.press("W")
        await s.until(lambda: "as it was" in s.said, "the same page")
        site.page("/ice", page(NEWS, FIRST, SECOND, THIRD))
        await s.press("W")
        await s.until(lambda: NEWS in s.page.article.text, "the page as it is now")
        await s.settle()
        (placed,) = s.reader.parts.notes.placed
        assert placed.placement.state == "moved"
        span = placed.span
        assert span is not None
        assert s.page.article.text[span.start : span.end] == "sold bread from their decks"
    assert s.only().anchor.quote == "sold bread from their decks"


async def test_what_cannot_be_fetched_is_said_where_it_was_typed(site: Site) -> None:
    site.answers["/"] = Answer(status=403)
    async with shelf() as s:
        await s.press("ctrl+l")
        await s.opened("AskLine")
        await s.type(site.at("/"))
        await s.press("enter")
        await s.until(lambda: "does not let Postil read it" in s.seen(), "the refusal")
        await s.press("escape")
        await s.opened("Shelf")


async def test_another_article_is_no_page() -> None:
    async with reading(None, data=b"Words from elsewhere.") as s:
        await s.press("W")
        await s.until(lambda: "no address" in s.said, "the answer")


def test_the_day_of_reading_is_in_the_record(site: Site) -> None:
    web_pages.keep(places(), address := site.page("/ice", page(FIRST)))
    kept = web_pages.kept(places(), address)
    assert kept is not None
    beside = kept.with_name(f"{kept.name}.meta.toml").read_text("utf-8")
    assert f'accessed = "{iso_date(today())}"' in beside
