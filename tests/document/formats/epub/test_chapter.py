"""What stands in a chapter: printed pages, verse, pictures, links, hidden and foreign things."""

from __future__ import annotations

import pytest

from postil.model.article import BlockKind, InlineKind
from tests.document.formats.epub.making import book, nav, opened, page, texts


def _pages(body: str, listed: str = "") -> list[tuple[str, str]]:
    parts = {"a.xhtml": page(body)}
    if listed:
        entries = f'<nav epub:type="page-list"><ol>{listed}</ol></nav>'
        parts["nav.xhtml"] = nav('<li><a href="a.xhtml">A</a></li>', entries)
    article = opened(book(parts))
    return [(one.label, article.text[one.start :][:3]) for one in article.pages]


@pytest.mark.parametrize(
    "mark",
    [
        '<span epub:type="pagebreak" title="xii"/>',
        '<span role="doc-pagebreak" aria-label="Page xii"></span>',
        '<span epub:type="pagebreak" id="p12">xii</span>',
        '<span epub:type="pagebreak" id="page_xii"/>',
        '<span class="pagenum">[Pg xii]</span>',
        '<span class="pageno"><a id="Page_12">{xii}</a></span>',
    ],
)
def test_printed_pages_are_told_by_their_marks(mark: str) -> None:
    assert _pages(f"<h1>A</h1><p>One. {mark}Two.</p>") == [("xii", "Two")]


def test_printed_pages_are_told_by_the_list_of_pages() -> None:
    listed = '<li><a href="a.xhtml#x7">7</a></li><li><a href="a.xhtml#x8">8</a></li>'
    body = '<h1>A</h1><p id="x7">One. <a id="x8"/>Two.</p>'
    assert _pages(body, listed) == [("7", "One"), ("8", "Two")]
    whole = '<li><a href="a.xhtml">6</a></li>'
    assert _pages(body, whole + listed) == [("6", "A\n\n"), ("7", "One"), ("8", "Two")]


def test_lines_of_verse_stay_lines_however_they_are_parted() -> None:
    body = (
        '<div class="poem"><p>The lamp went round<br/>and round,</p></div>'
        '<div class="stanza"><p>Nobody came</p><p>to look.</p></div>'
        '<p class="verse"><span class="line">The keeper</span> <span class="line">slept.</span></p>'
        '<section epub:type="z3998:poem"><div><div>First,<span class="lnum">10</span></div>'
        "<div>second.</div></div><div>Third,</div><div>fourth.</div></section>"
        "<p>Prose.</p>"
    )
    article = opened(book({"a.xhtml": page(body)}))
    assert texts(article, BlockKind.VERSE) == [
        "The lamp went round\nand round,",
        "Nobody came\nto look.",
        "The keeper\nslept.",
        "First,\nsecond.",
        "Third,\nfourth.",
    ]
    assert texts(article) == ["Prose."]


def test_pictures_stand_by_their_words() -> None:
    body = (
        '<p><img src="w.png" alt="W"/>ithout.</p><figure><img src="m.png" alt="A map"/>'
        '<figcaption>The Race.</figcaption></figure><p><img src="a.png" alt="image001.png"/></p>'
        '<p>x<img src="b.png" alt="cover"/></p>'
    )
    body += '<figure><p><img src="n.png" alt="A net"/></p><figcaption>A  net</figcaption></figure>'
    article = opened(book({"a.xhtml": page(body)}, further={"OPS/n.png": b"\x89PNG"}))
    assert texts(article) == ["Without.", "A map", "The Race.", "x", "A net"]
    pictures = [one for block in article.blocks for one in block.inlines]
    assert [one.kind for one in pictures] == [InlineKind.IMAGE] * 3
    # To a picture whose words the caption has as well, the caption leads.
    assert (pictures[2].start, pictures[2].end) == (0, 1)
    assert pictures[2].target == "picture:OPS/n.png"


def test_a_caption_leads_to_a_picture_without_words_of_its_own_figure() -> None:
    body = (
        '<p><img src="m.png" alt=""/></p><figure><figcaption>No picture.</figcaption></figure>'
        '<figure><img src="n.png" alt=""/><figcaption>Plate 1. A net</figcaption></figure>'
    )
    further = {"OPS/m.png": b"\x89PNG", "OPS/n.png": b"\x89PNG"}
    article = opened(book({"a.xhtml": page(body)}, further=further))
    (block,) = (one for one in article.blocks if one.inlines)
    assert block.text == "Plate 1. A net"
    assert [(one.start, one.end, one.target) for one in block.inlines] == [
        (0, 5, "picture:OPS/n.png")
    ]


def test_links_lead_within_the_book_or_to_the_web_or_nowhere() -> None:
    body = (
        '<p><a href="b.xhtml#x">One</a> <a href="#y">two</a> <a href="b.xhtml">three</a> '
        '<a href="https://example.org/">four</a> <a href="javascript:evil()">five</a> '
        '<a href="file:///etc/passwd">six</a> <a href="gone.xhtml">seven</a> '
        '<a href="../../../out">eight</a></p><p id="y">Y</p>'
    )
    parts = {"a.xhtml": page(body), "b.xhtml": page('<p>B</p><p id="x">X</p>')}
    article = opened(book(parts))
    targets = [one.target for block in article.blocks for one in block.inlines]
    assert targets == ["#OPS/b.xhtml#x", "#OPS/a.xhtml#y", "#OPS/b.xhtml", "https://example.org/"]
    shown = [article.text[article.anchors[target[1:]] :][0] for target in targets[:3]]
    assert shown == ["X", "Y", "B"]


@pytest.mark.parametrize(
    "unread",
    [
        '<p hidden="">{}</p>',
        '<p style="color: red; display:none">{}</p>',
        "<script>{}</script>",
        "<style>{}</style>",
        '<nav epub:type="landmarks"><ol><li>{}</li></ol></nav>',
        '<epub:switch><epub:case required-namespace="x">{}</epub:case></epub:switch>',
        "<math><semantics><annotation>{}</annotation></semantics></math>",
    ],
)
def test_what_is_not_to_be_read_is_no_text(unread: str) -> None:
    article = opened(book({"a.xhtml": page(f"<p>One.</p>{unread.format('Hidden.')}<p>Two.</p>")}))
    assert texts(article) == ["One.", "Two."]


def test_readings_stand_behind_their_words() -> None:
    body = "<p><ruby>山路<rp>（</rp><rt>やまみち</rt><rp>）</rp></ruby>を登る</p>"
    assert texts(opened(book({"a.xhtml": page(body)}))) == ["山路(やまみち)を登る"]


def test_elements_closed_in_themselves_swallow_nothing() -> None:
    body = "<script src='a.js'/><div class='r'/><a id='x'/><p>Caf&eacute; &mdash; R&amp;D.</p>"
    assert texts(opened(book({"a.xhtml": page(body)}))) == ["Café — R&D."]
    broken = page(f"{body}<p>Torn <b>bold <i>and</b> more<br> & more")
    assert texts(opened(book({"a.xhtml": broken}))) == ["Café — R&D.", "Torn bold and more & more"]


def test_entities_are_letters_and_nothing_else() -> None:
    declared = (
        '<!DOCTYPE html [<!ENTITY house "Brandt &#38; Co"><!ENTITY far SYSTEM "file:///etc/passwd">'
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "<p>x</p>">]>'
    )
    body = "<p>By &house;&far;&b;&c; &unknown; &#x41;&#0; <![CDATA[<b> &amp;]]></p>"
    chapter = page(body).replace("<!DOCTYPE html>", declared)
    assert texts(opened(book({"a.xhtml": chapter}))) == [
        "By Brandt & Co &unknown; A\ufffd <b> &amp;"
    ]


def test_of_a_part_with_too_many_elements_the_beginning_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("postil.document.formats.epub.elements.events.MOST_ELEMENTS", 50)
    for many in page("<p>x</p>" * 60), page("<p>x</p>" * 160 + " & <b>"):
        article = opened(book({"b.xhtml": many}))
        assert 40 < len(texts(article)) < 60
        assert article.remarks == ("Only the first 50 elements of OPS/b.xhtml are shown.",)


def test_elements_too_far_in_one_another_give_their_words() -> None:
    deep = "<div>" * 400 + "<script>evil()</script><p>Deep.</p>" + "</div>" * 400
    article = opened(book({"a.xhtml": page(f"<p>One.</p>{deep}<p>Two.</p>")}))
    assert texts(article) == ["One.", "Deep.", "Two."]
