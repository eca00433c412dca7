"""A passage of a book is cited by its chapter, and one of a printed document by its page."""

from __future__ import annotations

import pytest

from postil.document.article.builder import Draft, Place, build
from postil.library.articles.opening import sources_reader
from postil.library.base.cited_article import chapter, pages
from postil.library.base.open_article import OpenArticle
from postil.library.citation.citing import cite
from postil.library.citation.styling import cite_in_style
from postil.model.article import Article, Block, BlockKind
from postil.model.source import Date, Metadata, Name
from postil.model.span import Span
from postil.model.values import replace

WORDS = "The ships lay still in the frozen harbour until the morning came."
BOOK = Metadata("Ice", (Name("Hugo", "Ada"),), Date(1998), publisher="Quay Press", type="book")
PAGES = (("xii", Place(0, 0)), ("13", Place(3, 0)), ("14", Place(4, 10)))


def heading(words: str, level: int) -> Block:
    return Block(BlockKind.HEADING, words, level=level)


def text(words: str = WORDS) -> Block:
    return Block(BlockKind.PARAGRAPH, words)


BLOCKS = (
    heading("Ice", 1),
    heading("Part One", 2),
    heading("The Fall", 3),
    text(),
    text(f"Again. {WORDS}"),
    heading("The first day", 4),
    text(f"Earlier. {WORDS}"),
    heading("Part Two", 2),
    heading("The Rise", 3),
    text(f"Later. {WORDS}"),
)


def article(about: Metadata = BOOK, *, paged: bool = False) -> Article:
    return build("ice.epub", Draft(BLOCKS, metadata=about, pages=PAGES if paged else ()))


def opened(about: Metadata = BOOK, *, paged: bool = False) -> OpenArticle:
    made = article(about, paged=paged)
    return OpenArticle(made, None, None, sources_reader(made), made.metadata)


@pytest.mark.parametrize(("block", "expected"), [(3, "The Fall"), (6, "The Fall"), (9, "The Rise")])
def test_parts_and_the_book_itself_are_no_chapters(block: int, expected: str) -> None:
    book = article()
    assert chapter(book, book.block_span(block)) == expected


def test_a_passage_of_two_chapters_is_of_the_book() -> None:
    book = article()
    assert not chapter(book, Span(book.starts[3], book.length))


def test_only_books_have_chapters() -> None:
    report = article(replace(BOOK, type="report"))
    assert not chapter(report, report.block_span(3))


def test_pages_are_those_that_are_printed() -> None:
    book = article(paged=True)
    assert pages(book, book.block_span(1)) == "xii"
    assert pages(book, book.block_span(3)) == "13"
    assert pages(book, book.block_span(4)) == "13-14"
    assert not pages(article(), book.block_span(3))


@pytest.mark.parametrize(
    ("style", "form", "expected"),
    [
        ("apa", "citation", "(Hugo, 1998, “The Fall” chapter)"),
        ("apa", "bibliography", "Hugo, A. (1998). Ice. Quay Press."),
        ("mla", "bibliography", "Hugo, Ada. “The Fall.” Ice, Quay Press, 1998."),
        ("chicago", "citation", "Ada Hugo, “The Fall,” in Ice (Quay Press, 1998)."),
    ],
)
def test_a_book_is_cited_by_its_chapter(style: str, form: str, expected: str) -> None:
    book = opened()
    assert cite_in_style(book, book.article.block_span(3), style, form).text == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "(Hugo, 1998, p. 13)"),
        ("mla", "(Hugo 13)"),
        ("chicago", "Ada Hugo, Ice (Quay Press, 1998), 13."),
    ],
)
def test_what_has_pages_is_cited_by_page(style: str, expected: str) -> None:
    report = opened(replace(BOOK, type="report"), paged=True)
    assert cite_in_style(report, report.article.block_span(3), style).text == expected


def test_a_label_with_a_hyphen_is_one_page() -> None:
    labels = (("A-3", Place(0, 0)), ("A-4", Place(4, 0)))
    report = build("ice.pdf", Draft(BLOCKS, metadata=replace(BOOK, type="report"), pages=labels))
    paper = OpenArticle(report, None, None, sources_reader(report), report.metadata)
    one, both = report.block_span(3), Span(report.starts[3], report.starts[4] + 9)
    assert cite_in_style(paper, one, "apa").text == "(Hugo, 1998, p. A‑3)"
    assert cite(paper, one).text.endswith(", p. A‑3.")
    assert cite(paper, both).text.endswith(", pp. A‑3-A‑4.")


def test_postils_own_format_names_chapter_and_page() -> None:
    book = opened(paged=True)
    told = cite(book, book.article.block_span(4)).text
    assert told.endswith("— Ada Hugo, “The Fall,” Ice, Quay Press, 1998, pp. 13-14.")
    record = cite(book, book.article.block_span(4), "bibtex").text
    assert "@incollection" in record
    assert "booktitle = {Ice}" in record


def test_a_copy_of_a_page_names_the_day_on_which_it_was_fetched() -> None:
    page = Metadata("Ice", url="https://example.org/ice", accessed=Date(2026, 3, 2))
    told = cite(opened(page), article().block_span(3), "csl-json", Date(2026, 5, 1)).text
    assert '"accessed"' in told
    assert "[2026, 3, 2]" in " ".join(told.split()).replace("[ ", "[").replace(" ]", "]")
