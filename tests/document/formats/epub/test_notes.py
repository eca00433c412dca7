"""Footnotes of books, however they are marked, are put at the end of their chapter."""

from __future__ import annotations

import pytest

from postil.model.article import Article, BlockKind, InlineKind
from tests.document.formats.epub.making import book, nav, opened, page, texts


def _notes(article: Article) -> list[tuple[str, str]]:
    return [
        (block.marker, block.text) for block in article.blocks if block.kind is BlockKind.FOOTNOTE
    ]


def _labels(article: Article) -> list[str]:
    return [
        one.target
        for block in article.blocks
        for one in block.inlines
        if one.kind is InlineKind.FOOTNOTE
    ]


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        ('<a epub:type="noteref" href="#n">1</a>', '<aside epub:type="footnote" id="n">{}</aside>'),
        ('<a role="doc-noteref" href="#n">[1]</a>', '<p role="doc-footnote" id="n">1. {}</p>'),
        (
            '<sup><a epub:type="noteref" id="r" href="#n">1</a></sup>',
            (
                '<section epub:type="endnotes"><h2>Notes</h2><ol><li id="n" epub:type="endnote">'
                '<p>{} <a href="#r" role="doc-backlink">↩</a></p></li></ol></section>'
            ),
        ),
        (
            '<sup><a id="r" href="#n">1</a></sup>',
            '<hr/><p id="n"><a href="#r">1</a>. {}</p>',
        ),
        (
            '<a id="r"></a><a href="#n"><sup>1</sup></a>',
            '<h3>Footnotes</h3><div class="notes"><p><a id="n" href="#r">[1]</a> {}</p></div>',
        ),
        (
            '<sup><a href="#n">1</a></sup>',
            '<p id="n">1 {}</p>',
        ),
        (
            '<a class="ref" href="#n" id="r">[1]</a>',
            '<dl><dt id="n"><a href="#r">[1]</a></dt><dd>{}</dd></dl>',
        ),
        (
            '<sup epub:type="noteref"><a href="#n">1</a></sup>',
            '<a id="n"></a><p>1. {}</p>',
        ),
        (
            '<a href="#n" id="r">1</a>',
            '<table><tr><td><a id="n" href="#r">1</a></td><td>{}</td></tr></table>',
        ),
    ],
)
def test_a_note_is_told_by_what_it_says_or_by_the_way_back(reference: str, note: str) -> None:
    text = "Forty pounds in a good year."
    article = opened(
        book({"a.xhtml": page(f"<h1>Bees</h1><p>A skep{reference} holds.</p>{note.format(text)}")})
    )
    assert texts(article) == ["A skep[1] holds."]
    assert _notes(article) == [("1", text)]
    assert _labels(article) == ["1"]
    assert [block.kind for block in article.blocks][-1] is BlockKind.FOOTNOTE
    assert len(article.blocks) == 3


def test_notes_in_a_part_of_their_own_go_to_the_chapters_that_refer_to_them() -> None:
    parts = {
        "a.xhtml": page(
            '<h1>A</h1><p id="ra">One<a epub:type="noteref" href="n.xhtml#a">1</a>.</p>'
        ),
        "b.xhtml": page('<h1>B</h1><p>Two<sup><a id="rb" href="n.xhtml#b">1</a></sup>.</p>'),
        "n.xhtml": page(
            '<h1>Notes</h1><h2>A</h2><p id="a">1. Of salt.</p>'
            '<p id="b"><a href="b.xhtml#rb">1.</a> Of tin.</p><p>More of tin.</p>'
            '<p id="c"><a href="b.xhtml#rb">2.</a> Of lead, for nobody.</p>'
        ),
        "nav.xhtml": nav('<li><a href="a.xhtml">A</a></li><li><a href="b.xhtml">B</a></li>'),
    }
    article = opened(book(parts))
    assert _notes(article) == [("1", "Of salt."), ("1", "Of tin.")]
    kinds = [(block.kind, block.text) for block in article.blocks]
    assert kinds.index((BlockKind.FOOTNOTE, "Of salt.")) < kinds.index((BlockKind.HEADING, "B"))
    assert texts(article) == ["One[1].", "Two[1].", "More of tin.", "2. Of lead, for nobody."]


def test_a_part_of_notes_that_are_all_put_elsewhere_is_left_out() -> None:
    notes = (
        '<section epub:type="rearnotes"><h1>Notes</h1><h2>Of the first chapter</h2><ol>'
        '<li epub:type="rearnote" id="a">Of salt.</li></ol></section>'
    )
    parts = {
        "a.xhtml": page('<h1>A</h1><p>One<a epub:type="noteref" href="n.xhtml#a">*</a>.</p>'),
        "n.xhtml": page(notes),
        "nav.xhtml": nav('<li><a href="a.xhtml">A</a></li><li><a href="n.xhtml">Notes</a></li>'),
    }
    article = opened(book(parts))
    assert [section.title for section in article.sections] == ["A"]
    assert _notes(article) == [("*", "Of salt.")]


def test_in_a_book_of_one_part_notes_stand_behind_each_chapter() -> None:
    body = "".join(
        f'<h2 id="c{n}">Chapter {n}</h2><p>Text {n}<a epub:type="noteref" href="#n{n}">*</a>.</p>'
        for n in (1, 2)
    )
    notes = "".join(f'<aside epub:type="footnote" id="n{n}">* Note {n}.</aside>' for n in (1, 2))
    entries = "".join(f'<li><a href="a.xhtml#c{n}">Chapter {n}</a></li>' for n in (1, 2))
    article = opened(book({"a.xhtml": page(body + notes), "nav.xhtml": nav(entries)}))
    assert [block.text for block in article.blocks] == [
        *("Chapter 1", "Text 1[1].", "Note 1."),
        *("Chapter 2", "Text 2[2].", "Note 2."),
    ]
    assert _notes(article) == [("1", "Note 1."), ("2", "Note 2.")]


def test_signs_that_several_notes_share_become_numbers() -> None:
    notes = "".join(f'<aside epub:type="footnote" id="n{n}">* Note {n}.</aside>' for n in (1, 2))
    references = "".join(f'<p>Text<a epub:type="noteref" href="#n{n}">*</a>.</p>' for n in (1, 2))
    article = opened(book({"a.xhtml": page(references + notes)}))
    assert _labels(article) == ["1", "2"]
    assert _notes(article) == [("1", "Note 1."), ("2", "Note 2.")]


def test_a_note_may_have_paragraphs_and_links_of_its_own() -> None:
    note = (
        '<aside epub:type="footnote" id="n"><p>See <a href="b.xhtml">the other</a> and '
        '<a href="https://example.org/">this</a>.</p><p>And more.</p></aside>'
    )
    parts = {
        "a.xhtml": page(f'<p>Text<a epub:type="noteref" href="#n">1</a>.</p>{note}'),
        "b.xhtml": page("<p>Other.</p>"),
    }
    article = opened(book(parts))
    assert texts(article, BlockKind.FOOTNOTE) == ["See the other and this.", "And more."]
    targets = [one.target for block in article.blocks for one in block.inlines]
    assert targets == ["1", "#OPS/b.xhtml", "https://example.org/"]
    assert article.text[article.anchors["OPS/a.xhtml#n"] :].startswith("See the other")


def test_notes_that_nothing_refers_to_stay_notes() -> None:
    article = opened(
        book({"a.xhtml": page('<p>Text.</p><aside epub:type="footnote">† Of old.</aside>')})
    )
    assert _notes(article) == [("†", "Of old.")]


@pytest.mark.parametrize(
    "body",
    [
        '<p>See chapter <a href="#c">3</a>.</p><h2 id="c">3 The toll</h2><p>Two pence.</p>',
        '<p>By <a href="#e">3</a> we have</p><p id="e">3 x = y</p>',
        '<p>See <a href="#t">the table below</a>.</p><p id="t">1 The table.</p>',
        '<p>Text<a epub:type="noteref" href="#gone">1</a>.</p>',
        '<p>Text <a href="https://example.org/#n">1</a>.</p>',
    ],
)
def test_other_links_are_no_references(body: str) -> None:
    article = opened(book({"a.xhtml": page(body)}))
    assert _labels(article) == []
    assert _notes(article) == []


def test_paragraphs_between_plain_notes_belong_to_them_and_their_title_goes() -> None:
    references = "".join(
        f'<p>Text {n}<sup><a id="r{n}" href="#n{n}">{n}</a></sup>.</p>' for n in (1, 2)
    )
    notes = (
        "<hr/> <h3>Notes</h3> "
        '<p id="n1">1. Of salt. <a href="#r1">Return to text</a></p><p>And of brine.</p>'
        '<p id="n2">2. Of tin. <a href="#r2">↑</a></p>'
    )
    article = opened(book({"a.xhtml": page(references + notes)}))
    assert [block.text for block in article.blocks] == [
        *("Text 1[1].", "Text 2[2].", "Of salt.", "And of brine.", "Of tin."),
    ]
    assert _notes(article) == [("1", "Of salt."), ("", "And of brine."), ("2", "Of tin.")]


def test_what_stands_between_notes_and_is_none_stays() -> None:
    body = (
        '<p>Text<sup><a id="r1" href="#n1">1</a></sup>'
        ' and<sup><a id="r2" href="#n2">2</a></sup>.</p>'
        '<div><p id="n1"><a href="#r1">1</a> Of salt.</p><ul><li>Brine.</li></ul>'
        '<p id="n2"><a href="#r2">2</a> Of tin.</p></div><h2>Notes</h2><p>The end.</p>'
    )
    article = opened(book({"a.xhtml": page(body)}))
    assert texts(article, BlockKind.LIST_ITEM) == ["Brine."]
    assert texts(article) == ["Text[1] and[2].", "The end."]
    assert texts(article, BlockKind.HEADING) == ["Notes"]


def test_a_place_too_large_for_a_note_is_none() -> None:
    large = "".join(f"<p>{number}</p>" for number in range(80))
    body = f'<p>Text<a epub:type="noteref" href="#n">1</a>.</p><div id="n">{large}</div>'
    article = opened(book({"a.xhtml": page(body)}))
    assert _notes(article) == []
    assert len(article.blocks) == 81
