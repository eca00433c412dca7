from __future__ import annotations

import pytest

from postil.errors import NoSuchPassage
from postil.library.articles import passages
from postil.library.base.open_article import OpenArticle
from postil.model.span import Span


def found(open_article: OpenArticle, quote: str, nth: int | None = None) -> str:
    span = passages.passage(open_article, quote, nth)
    return open_article.article.text[span.start : span.end]


def test_a_quote_is_found_whatever_its_case_quotes_and_line_ends(open_article: OpenArticle) -> None:
    assert found(open_article, '"nobody had seen the WATER\n  so still') == (
        "“Nobody had seen the water so still"
    )


def test_a_quote_may_reach_over_paragraphs(open_article: OpenArticle) -> None:
    assert found(open_article, "as always. Some say") == "as always.\n\nSome say"


def test_one_of_several_is_asked_for_by_number(open_article: OpenArticle) -> None:
    with pytest.raises(NoSuchPassage, match=r"says it 2 times.*--nth 1 to 2"):
        passages.passage(open_article, "winter")
    spans = [passages.passage(open_article, "winter", nth) for nth in (1, 2)]
    assert spans[0].start < spans[1].start
    for nth in (0, -1, 9):
        with pytest.raises(NoSuchPassage, match=f"no number {nth} "):
            passages.passage(open_article, "winter", nth)


@pytest.mark.parametrize("quote", ["", "  \n", "\u200b"])
def test_an_empty_quote_is_refused(open_article: OpenArticle, quote: str) -> None:
    with pytest.raises(NoSuchPassage):
        passages.passage(open_article, quote)


def test_a_quote_that_is_not_there_is_repeated_safely(open_article: OpenArticle) -> None:
    with pytest.raises(NoSuchPassage) as caught:
        passages.passage(open_article, "\x1b]0;owned\x07 penguins " + "x" * 500)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_offsets_are_taken_as_they_are(open_article: OpenArticle) -> None:
    length = open_article.article.length
    assert passages.span_at(open_article, "3:9") == Span(3, 9)
    assert passages.span_at(open_article, f" 0 : {length} ") == Span(0, length)


@pytest.mark.parametrize("typed", ["", "3", "9:3", "3:3", "-1:4", "a:b", "0:99999999", "1:2:3"])
def test_what_is_no_span_of_the_article_is_refused(open_article: OpenArticle, typed: str) -> None:
    with pytest.raises(NoSuchPassage):
        passages.span_at(open_article, typed)
