"""A page of several articles has them laid over its one text, each with what it says of itself."""

from __future__ import annotations

import json

import pytest

from postil.model.article import Article
from tests.document.formats.html.reading import prose, read

HEAD = (
    '<title>Harbour Blog</title><meta name="generator" content="WordPress 6.4">'
    '<meta property="og:type" content="website"><meta property="og:site_name" '
    'content="Harbour Blog"><link rel="canonical" href="https://blog.example.org/">'
)


def post(number: int, title: str, author: str = "", day: str = "") -> str:
    by = f'by <span class="author">{author}</span> on ' if author else ""
    on = f'<time class="entry-date published" datetime="{day}">{day}</time>' if day else ""
    return (
        f'<article class="post hentry"><h2><a href="/{number}" rel=bookmark>{title}</a></h2>'
        f"<div class=meta>{by}{on}</div><p>{prose(number)}</p><p>{prose(number + 10)}</p></article>"
    )


POSTS = (
    post(1, "The price of ice", "Ann Reed", "2024-03-02")
    + post(2, "A rope walk", "Bo Lind", "2024-02-11")
    + post(3, "The mole")
)
CARD = "<article><h2><a href=/2>Rope</a></h2></article>"
FRONT = f"{HEAD}<h1>Harbour Blog</h1><main>{POSTS}</main>"


def words(article: Article, number: int) -> str:
    span = article.pieces[number].span
    return article.text[span.start : span.end]


def titles(article: Article) -> list[str]:
    return [piece.metadata.title for piece in article.pieces]


def test_the_articles_of_a_front_page_stand_in_its_text_in_order() -> None:
    article = read(FRONT)
    assert titles(article) == ["The price of ice", "A rope walk", "The mole"]
    for number, piece in enumerate(article.pieces):
        assert words(article, number).startswith(piece.metadata.title)
        assert words(article, number).endswith(prose(number + 11))
    inside = article.text.index(prose(2))
    assert [article.piece_at(at) for at in (0, inside, article.length - 1)] == [-1, 1, 2]


def test_each_says_who_wrote_it_and_when_and_the_page_says_nothing_of_that() -> None:
    article = read(FRONT)
    first, second, third = (piece.metadata for piece in article.pieces)
    assert [name.display for name in (*first.author, *second.author)] == ["Ann Reed", "Bo Lind"]
    assert (str(first.issued), third.issued) != (str(second.issued), first.issued)
    assert first.issued is not None
    assert (first.issued.year, first.issued.month, first.issued.day) == (2024, 3, 2)
    assert [one.url for one in (first, second)] == [
        "https://blog.example.org/1",
        "https://blog.example.org/2",
    ]
    assert first.type == second.type == "post-weblog"
    assert (third.author, third.issued) == ((), None)
    page = article.metadata
    assert (page.title, page.container_title) == ("Harbour Blog", "Harbour Blog")
    assert (page.author, page.issued, page.type) == ((), None, "webpage")


def test_a_page_whose_headings_are_all_of_the_first_level_is_not_named_after_the_first() -> None:
    article = read(f"{HEAD}<main>{POSTS.replace('h2>', 'h1>')}</main>")
    assert article.metadata.title == "Harbour Blog"
    assert len(article.pieces) == 3


def test_a_page_named_after_one_of_its_articles_is_that_article() -> None:
    page = FRONT.replace("<title>Harbour Blog", "<title>A rope walk - Harbour Blog")
    article = read(page.replace("<h1>Harbour Blog</h1>", ""))
    assert article.metadata.title == "A rope walk"
    assert titles(article) == ["The price of ice", "A rope walk", "The mole"]


def test_articles_that_the_page_describes_itself_are_pieces_of_it() -> None:
    listed = [
        {"@type": "NewsArticle", "headline": title, "author": {"name": "Ann Reed"}}
        for title in ("The price of ice", "A rope walk")
    ]
    script = f'<script type="application/ld+json">{json.dumps(listed)}</script>'
    article = read(FRONT.replace("<h1>", f"{script}<h1>"))
    assert titles(article) == ["The price of ice", "A rope walk", "The mole"]
    assert (article.metadata.title, article.metadata.author) == ("Harbour Blog", ())


@pytest.mark.parametrize(
    "page",
    [
        # One article, beside which others are only named.
        f"{HEAD}<main><article><h1>Ice</h1><p>{prose(1)}</p><p>{prose(2)}</p></article></main>{CARD}",
        # One that says so, in whose text parts are called articles.
        FRONT.replace('content="website"', 'content="article"'),
        # What is told by the hour is one article, whose parts have no names to be cited by.
        FRONT.replace('class="post hentry"', 'class="live-update"'),
        FRONT.replace("<main>", '<main id="liveblog">'),
        FRONT.replace("<main>", '<div itemtype="https://schema.org/LiveBlogPosting">'),
        # Text without any article around it.
        f"{HEAD}<h1>Ice</h1><p>{prose(1)}</p><h2>Rope</h2><p>{prose(2)}</p>",
    ],
)
def test_one_article_has_no_pieces(page: str) -> None:
    article = read(page)
    assert article.text
    assert article.pieces == ()


def test_thousands_of_articles_take_no_more_than_their_length() -> None:
    many = "".join(f"<article><h2>Post {n}</h2><p>{prose(n)}</p></article>" for n in range(3000))
    article = read(f"{HEAD}<h1>Harbour Blog</h1>{many}")
    assert len(article.pieces) == 3000
    assert prose(2999) in article.text
