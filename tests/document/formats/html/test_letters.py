"""Letters, threads and other forms that people write on the web in."""

from __future__ import annotations

from postil.model.article import BlockKind, InlineKind
from tests.document.formats.html.reading import outline, prose, read, texts


def test_a_letter_in_an_archive() -> None:
    page = f"""<HTML><HEAD><TITLE>[quay] Ice</TITLE></HEAD><BODY BGCOLOR="#ffffff">
    <H1>[quay] Ice</H1>
    <B>Ann Reed</B> <A HREF="mailto:quay%40lists.example" TITLE="[quay] Ice">ann at
    lists.example</A><BR>
    <I>Wed May 3 10:00:00 UTC 2023</I><P><UL>
    <LI>Previous message: <A HREF="1.html">[quay] Snow</A></li>
    <LI>Next message: <A HREF="3.html">[quay] Fog</A></li><LI> <B>Messages sorted by:</B> <a
    href="date.html">[ date ]</a> <a href="thread.html">[ thread ]</a></LI></UL><HR><PRE>{prose(1)}

&gt; {prose(2)}

Ann
</PRE><HR><P><UL><LI>Previous message: <A HREF="1.html">[quay] Snow</A></li><LI>Next message: <A
    HREF="3.html">[quay] Fog</A></li></UL></BODY></HTML>"""
    found = texts(page)
    assert found[0] == "[quay] Ice"
    assert any(text.startswith("In year 1") for text in found)
    assert "Snow" not in read(page).text


def test_a_thread_keeps_what_each_has_said() -> None:
    posts = "".join(
        f"""<div id=p{n} class="post has-profile"><div class=inner><dl class=postprofile><dt><a
        href=/u>user{n}</a></dt><dd>Posts: {n}</dd></dl><div class=postbody>
    <div class=content>{prose(n)}
        </div></div></div></div>"""
        for n in (1, 2, 3)
    )
    page = f"""<title>Ice - Quay Forum</title><div id=page-header><div class=navbar>
    <ul class=linklist><li>
    <a href=/>Board index</a></ul></div></div><div id=page-body><h2 class=topic-title>
    <a href=t>Ice</a></h2>
    {posts}<div class="action-bar"><a href=r>Post Reply</a></div></div><div id=page-footer
    class=page-footer>Powered by phpBB</div>"""
    found = texts(page)
    assert [text for text in found if text.startswith("In year")] == [prose(1), prose(2), prose(3)]
    assert "Board index" not in read(page).text


def test_annotated_letters_formulas_and_quotations_within_a_line() -> None:
    page = f"""<html lang=ja><h1>氷</h1><p>{prose(1)}
    <ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>
    and <q>ice</q> and <math><mi>a</mi><mo>=</mo><msup><mi>b</mi><mn>2</mn></msup><annotation>a=b^2
    </annotation></math> and 10<sup>6</sup>.</p><p>{prose(2)}</p>"""
    block = read(page).blocks[1]
    assert block.text.endswith("漢字(かんじ) and “ice” and a=b2 and 106.")
    kinds = [(block.text[one.start : one.end], one.kind) for one in block.inlines]
    assert kinds == [("2", InlineKind.SUPERSCRIPT), ("6", InlineKind.SUPERSCRIPT)]
    assert read(page).metadata.language == "ja"


def test_a_quotation_keeps_the_words_that_say_whose_it_is() -> None:
    page = f"""<h1>Ice</h1><p>{prose(1)}</p><blockquote><p>Ice is gold, and gold is cold.</p>
    <footer>— Ann
    Reed, <cite>The Quay Herald</cite></footer></blockquote><p>{prose(2)}</p>"""
    article = read(page)
    assert [(one.text, one.quoted) for one in article.blocks][2:4] == [
        ("Ice is gold, and gold is cold.", 1),
        ("— Ann Reed, The Quay Herald", 1),
    ]


def test_notes_that_say_by_their_role_what_they_are() -> None:
    page = f"""<h1>Ice</h1><p>{prose(1)}<a id=r1 href=#n1 role=doc-noteref>1</a></p>
    <p>{prose(2)}<sup><a
    href=#n2>2</a></sup></p><section role=doc-endnotes><hr><ol><li id=n1 role=doc-endnote>
    <p>One.<a href=#r1
    role=doc-backlink>↩︎</a></p></li><li id=n2><p>Two.</p><p>And more.</p></li></ol></section>"""
    notes = [(one.marker, one.text) for one in read(page).blocks if one.kind is BlockKind.FOOTNOTE]
    assert notes == [("1", "One."), ("2", "Two."), ("", "And more.")]
    assert read(page).blocks[1].text.endswith("[1]")


def test_a_short_page_is_its_words() -> None:
    assert texts("<p>Ice.") == ["Ice."]
    assert texts("<title>Ice</title><h1>Ice</h1><p>Melts.</p><ul><li><a href=a>b</a></ul>")[:2] == [
        "Ice",
        "Melts.",
    ]
    assert texts("") == []


def test_bold_lines_are_headings_where_a_page_has_no_others() -> None:
    page = f"""<title>Ice</title><p><b>How it began</b></p><p>{prose(1)}</p><p>
    <b>Note:</b> {prose(2)}</p>
    <p><strong>How it ended</strong></p><p>{prose(3)}</p>"""
    assert outline(page) == [(2, "How it began"), (2, "How it ended")]
