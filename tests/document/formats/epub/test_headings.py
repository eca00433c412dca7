"""Headings of books agree with the table of contents."""

from __future__ import annotations

from tests.document.formats.epub.making import (
    PROSE,
    book,
    nav,
    ncx,
    opened,
    outline,
    page,
    point,
    texts,
)


def _entry(title: str, target: str, below: str = "") -> str:
    nested = f"<ol>{below}</ol>" if below else ""
    return f'<li><a href="{target}">{title}</a>{nested}</li>'


def test_levels_are_those_of_the_contents() -> None:
    body = (
        '<h3>The marsh</h3><p>Wet.</p><h4 id="s">The reeds</h4><p>Tall.</p><h5>Cutting</h5><p>x</p>'
    )
    entries = _entry("The marsh", "a.xhtml", _entry("The reeds", "a.xhtml#s"))
    parts = {"a.xhtml": page(body), "nav.xhtml": nav(entries + _entry("B", "b.xhtml"))}
    parts["b.xhtml"] = page("<h1>B</h1><p>x</p><h1>Beside</h1><p>y</p>")
    assert outline(opened(book(parts))) == [
        *((1, "The marsh"), (2, "The reeds"), (3, "Cutting"), (1, "B"), (2, "Beside")),
    ]


def test_a_chapter_without_a_heading_gets_the_title_of_the_contents() -> None:
    parts = {
        "a.xhtml": page(f"<p>{PROSE}</p><h2>Below</h2><p>x</p>"),
        "b.xhtml": page('<p class="title">Chapter Two</p><p>Text.</p>'),
        "c.xhtml": page('<h1><img src="3.png" alt="The third"/></h1><p>Text.</p>'),
        "toc.ncx": ncx(
            point("The first", "a.xhtml")
            + point("CHAPTER TWO", "b.xhtml")
            + point("The third", "c.xhtml")
        ),
    }
    article = opened(book(parts))
    assert outline(article) == [
        *((1, "The first"), (2, "Below"), (1, "Chapter Two"), (1, "The third")),
    ]
    assert texts(article) == [PROSE, "x", "Text.", "Text."]
    assert article.anchors["OPS/a.xhtml"] == 0


def test_what_follows_in_another_part_goes_on_at_the_same_levels() -> None:
    parts = {
        "a.xhtml": page("<h2>One</h2><p>x</p>"),
        "a2.xhtml": page("<h3>Further</h3><p>y</p>"),
        "b.xhtml": page("<h2>Two</h2><p>z</p>"),
        "nav.xhtml": nav(_entry("One", "a.xhtml") + _entry("Two", "b.xhtml")),
    }
    assert outline(opened(book(parts))) == [(1, "One"), (2, "Further"), (1, "Two")]


def test_the_title_of_the_book_above_its_chapters_is_no_level() -> None:
    below = _entry("One", "a.xhtml") + _entry("Two", "b.xhtml")
    parts = {
        "t.xhtml": page("<h1>Salt Roads</h1><p>Ada Brandt</p>"),
        "a.xhtml": page("<h1>One</h1><p>x</p>"),
        "b.xhtml": page("<h1>Two</h1><p>x</p>"),
        "nav.xhtml": nav(_entry("Salt Roads", "t.xhtml", below)),
    }
    assert outline(opened(book(parts))) == [(1, "Salt Roads"), (1, "One"), (1, "Two")]


def test_parts_of_a_book_hold_its_chapters() -> None:
    entries = "<li><span>Part One</span><ol>" + _entry("One", "a.xhtml") + "</ol></li>"
    entries += "<li><span>Part Two</span><ol>" + _entry("Two", "b.xhtml") + "</ol></li>"
    parts = {
        "a.xhtml": page("<h1>One</h1><p>x</p>"),
        "b.xhtml": page("<h1>Two</h1><p>x</p>"),
        "nav.xhtml": nav(entries),
    }
    assert outline(opened(book(parts))) == [(2, "One"), (2, "Two")]


def test_a_title_in_two_headings_has_one_level() -> None:
    parts = {
        "a.xhtml": page("<h4>Chapter 1</h4><h1>The marsh</h1><p>x</p>"),
        "b.xhtml": page("<h1>Chapter 2</h1><h2>The toll</h2><p>x</p><h2>Pence</h2><p>y</p>"),
        "nav.xhtml": nav(_entry("The marsh", "a.xhtml") + _entry("Chapter 2: The toll", "b.xhtml")),
    }
    assert outline(opened(book(parts))) == [
        *((1, "Chapter 1"), (1, "The marsh"), (1, "Chapter 2"), (1, "The toll"), (2, "Pence")),
    ]


def test_titles_that_stand_in_one_part_find_each_its_heading() -> None:
    body = '<div id="one"><h2>One</h2><p>x</p></div><div id="two"><h2>Two</h2><p>y</p></div>'
    entries = _entry("1. One", "a.xhtml#one") + _entry("2. Two", "a.xhtml#two")
    parts = {"a.xhtml": page(f"<h1>All</h1>{body}"), "nav.xhtml": nav(entries)}
    assert outline(opened(book(parts)))[1:] == [(1, "One"), (1, "Two")]


def test_without_contents_the_first_heading_is_that_of_a_chapter() -> None:
    parts = {
        "a.xhtml": page("<h2>One</h2><p>x</p><h3>Below</h3><p>y</p>"),
        "b.xhtml": page("<h2>Two</h2><p>x</p>"),
    }
    assert outline(opened(book(parts))) == [(1, "One"), (2, "Below"), (1, "Two")]


def test_lines_that_are_the_title_of_the_contents_are_headings() -> None:
    parts = {
        "a.xhtml": page("<p>Chapter 1</p><p>The marsh</p><p>Wet.</p>"),
        "b.xhtml": page("<p>2. The toll</p><p>Pence.</p>"),
        "c.xhtml": page("<p>Chapter 3</p><h2>The mill</h2><p>Flour.</p><h3>Mill</h3><p>x</p>"),
        "nav.xhtml": nav(
            _entry("Chapter 1: The marsh", "a.xhtml")
            + _entry("The toll", "b.xhtml")
            + _entry("Chapter 3: The mill", "c.xhtml")
        ),
    }
    article = opened(book(parts))
    assert outline(article) == [
        *((1, "Chapter 1"), (1, "The marsh"), (1, "2. The toll")),
        *((1, "Chapter 3"), (1, "The mill"), (2, "Mill")),
    ]
    assert texts(article) == ["Wet.", "Pence.", "Flour.", "x"]


def test_a_picture_may_stand_for_a_title_of_the_contents() -> None:
    entry = '<li><a href="a.xhtml"><img src="a.png" alt="The marsh"/></a></li>'
    parts = {"a.xhtml": page("<p>Wet.</p>"), "nav.xhtml": nav(entry)}
    assert outline(opened(book(parts))) == [(1, "The marsh")]


def test_lists_of_contents_are_read_however_they_are_nested() -> None:
    entries = (
        '<li><p><a href="a.xhtml">One</a></p><ul><li><span>Half</span><ol>'
        '<li><a href="a.xhtml#s">Deep</a></li></ol></li></ul></li>'
        '<ol><li><a href="b.xhtml">Two</a></li></ol><li></li>'
        '<li><a href="gone.xhtml">Three</a></li>'
    )
    parts = {
        "a.xhtml": page('<h1>One</h1><p>x</p><h1 id="s">Deep</h1><p>y</p>'),
        "b.xhtml": page("<h1>Two</h1><p>x</p>"),
        "nav.xhtml": nav(entries),
    }
    assert outline(opened(book(parts))) == [(1, "One"), (3, "Deep"), (2, "Two")]


def test_what_landmarks_call_cover_and_contents_is_left_out() -> None:
    marks = (
        '<nav epub:type="landmarks"><ol><li><a epub:type="cover" href="c.xhtml">C</a></li>'
        '<li><a epub:type="toc" href="t.xhtml">T</a></li><li><a epub:type="x">X</a></li></ol></nav>'
    )
    parts = {
        "c.xhtml": page("<p>SALT ROADS</p>"),
        "t.xhtml": page('<h1>Contents</h1><p><a href="a.xhtml">The marsh</a></p>'),
        "a.xhtml": page("<h1>The marsh</h1><p>Wet.</p>"),
        "nav.xhtml": nav(_entry("The marsh", "a.xhtml"), marks),
    }
    article = opened(book(parts))
    assert [block.text for block in article.blocks] == ["The marsh", "Wet."]


def test_the_contents_of_an_older_book_hold_its_pages() -> None:
    pages = (
        '<pageList><pageTarget value="7"><content src="a.xhtml#p7"/></pageTarget>'
        '<pageTarget><navLabel><text>8</text></navLabel><content src="a.xhtml#p8"/></pageTarget>'
        "<pageTarget/></pageList></ncx>"
    )
    parts = {
        "a.xhtml": page('<h1>One</h1><p id="p7">x</p><p>y <span id="p8"/>z</p>'),
        "toc.ncx": ncx(point("One", "a.xhtml")).replace("</ncx>", pages),
    }
    article = opened(book(parts))
    assert [one.label for one in article.pages] == ["7", "8"]


def test_contents_that_cannot_be_read_are_none() -> None:
    noise = bytes(range(256)) * 9
    one = page("<h1>One</h1><p>x</p>").encode()
    parts = {"a.xhtml": one, "nav.xhtml": noise, "toc.ncx": noise}
    assert outline(opened(book(parts))) == [(1, "One")]
