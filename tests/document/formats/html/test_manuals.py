"""Pages of manuals whose names, ids and tables look like those of clutter, and are none."""

from __future__ import annotations

import pytest

from postil.model.article import BlockKind
from tests.document.formats.html.reading import outline, prose, read, texts


def test_a_chapter_about_replies_is_a_chapter() -> None:
    page = f"""<title>Talk (The Quay Protocol)</title><h1>The Quay Protocol</h1>
    <div class=section id=Start><div class=header><p>Next: <a href="#Responses">Responses</a>,
    Up: <a href="#Top">Top</a></p></div><h2 class=chapter>1 Start</h2><p>{prose(1)}</p></div>
    <div class=section id=Responses><div class=header><p>Previous: <a href="#Start">Start</a>,
    Up: <a href="#Top">Top</a></p></div><h2 class=chapter>2.1 Responses</h2><p>{prose(2)}</p></div>
    <div class="section-level-extent" id="Paging"><h2>3 Paged output</h2><p>{prose(3)}</p></div>"""
    assert outline(page) == [
        (1, "The Quay Protocol"),
        (2, "1 Start"),
        (2, "2.1 Responses"),
        (2, "3 Paged output"),
    ]
    assert texts(page)[-1] == prose(3)


def test_methods_are_parted_by_ids_that_name_them() -> None:
    page = f"""<title>class Ice</title><h1>class Ice</h1><p>{prose(1)}</p>
    <div id="method-i-cut" class="method-detail"><p>cut(block)</p><pre>def cut</pre></div>
    <div id="method-i-sidebar" class="method-detail"><p>sidebar(block)</p><pre>def bar</pre></div>
    <div id="method-i-sell" class="method-detail"><p>sell(block)</p><pre>def sell</pre></div>"""
    assert [text for text in texts(page) if "(block)" in text] == [
        "cut(block)",
        "sidebar(block)",
        "sell(block)",
    ]


def test_a_remark_in_a_cell_is_no_comment_of_a_reader() -> None:
    page = f"""<title>Ice</title><h1>Ice</h1><p>{prose(1)}</p><h2>See also</h2><table>
    <tr><td><a href=a>cut</a></td><td><p class=cmt>Cut a block.</p></td></tr>
    <tr><td><a href=b>sell</a></td><td><p class=cmt>Sell a block.</p></td></tr></table>"""
    assert texts(page)[-1].split("\n")[-1].split(maxsplit=1) == ["sell", "Sell a block."]


def test_a_footer_does_not_weigh_because_the_page_is_a_list() -> None:
    rows = "".join(f"<li><a href=#i{n}>ice_{n}() (function)</a></li>" for n in range(20))
    page = f"""<title>Index</title><h1>Index</h1><h2>I</h2><ul>{rows}</ul><div class=footer>
    © Copyright 2026, The Quay Ice Company and everybody who works there. Made with care.</div>"""
    assert texts(page)[-1] == "ice_19() (function)"


def test_links_that_are_announced_are_listed() -> None:
    page = f"""<title>Ice</title><h1>Ice</h1><p>{prose(1)}</p><p>See also:</p>
    <ul><li><a href=#a>cut proc</a></li><li><a href=#b>sell proc</a></li>
    <li><a href=#c>melt proc</a></li></ul><p>{prose(2)}</p>"""
    assert texts(page)[2:6] == ["See also:", "cut proc", "sell proc", "melt proc"]


def test_an_index_in_a_table_keeps_its_rows() -> None:
    rows = "".join(
        f"<tr><td><a href=a#{n}>ice_{n}</a> [<a href=m>Quay</a>]</td><td></td></tr>"
        for n in range(9)
    )
    page = f"""<title>Index of types</title><h1>Index of types</h1><table>{rows}
    <tr><td><a href=a#x>melt</a> [<a href=m>Quay</a>]</td><td>{prose(1)}</td></tr></table>"""
    said = "\n".join(texts(page))
    assert all(f"ice_{number}" in said for number in range(9))


@pytest.mark.parametrize(
    "notes",
    [
        (
            '<aside class="footnote-list brackets"><aside class="footnote brackets" id=n1 '
            "role=note><span class=label><span class=fn-bracket>[</span><a role=doc-backlink "
            'href="#r1">1</a><span class=fn-bracket>]</span></span><p>The ledger.</p></aside>'
            "</aside>"
        ),
        (
            '<dl class="footnote brackets"><dt class=label id=n1><span class=brackets>'
            '<a class=fn-backref href="#r1">1</a></span></dt><dd><p>The ledger.</p></dd></dl>'
        ),
        (
            '<aside class="footnote brackets" id=n1 role=note><span class=label>[1]</span><span '
            'class=backrefs>(<a role=doc-backlink href="#r1">1</a>,<a role=doc-backlink '
            'href="#r1">2</a>)</span><p>The ledger.</p></aside>'
        ),
    ],
)
def test_the_brackets_and_terms_of_footnotes_go_with_their_signs(notes: str) -> None:
    page = f"""<title>Ice</title><h1>Ice</h1><p>{prose(1)}<a class="footnote-reference brackets"
    href="#n1" id=r1>1</a></p><p>{prose(2)}</p>{notes}"""
    last = read(page).blocks[-1]
    assert (last.kind, last.marker, last.text) == (BlockKind.FOOTNOTE, "1", "The ledger.")
    assert len(texts(page)) == 4


def test_a_heading_among_the_ways_is_not_the_title() -> None:
    page = f"""<title>Block in ice - Rust</title><nav class=sidebar><h2 class=location>Block</h2>
    </nav><section id=main-content><h1>Struct <a href=i>ice</a>::<a href=b>Block</a></h1>
    <p>{prose(1)}</p><h2>Fields</h2><p>{prose(2)}</p></section>"""
    assert outline(page) == [(1, "Struct ice::Block"), (2, "Fields")]


def test_a_part_named_as_the_page_is_not_its_title() -> None:
    page = f"""<title>IceFactory (Quay 2.8 API)</title><main><div class=header>
    <h1>Class IceFactory</h1></div><section class=class-description><div class=block>Cuts the ice.
    </div></section><section class=details><h2>Constructors</h2><h3>IceFactory</h3>
    <p>{prose(1)}</p><p>{prose(2)}</p></section></main>"""
    assert texts(page)[:2] == ["Class IceFactory", "Cuts the ice."]


def test_numbers_of_lines_beside_code_are_none_of_it() -> None:
    page = f"""<title>ice.rs - source</title><p>{prose(1)}</p><div class=example><pre
    class=line-numbers><span id=1>1</span>\n<span id=2>2</span>\n</pre><pre class=rust><code>use
ice;\nuse quay;</code></pre></div>"""
    assert [block.text for block in read(page).blocks if block.kind is BlockKind.CODE] == [
        "use\nice;\nuse quay;"
    ]


def test_a_word_of_a_list_is_an_item() -> None:
    page = f"""<title>Ice</title><h1>Ice</h1><p>{prose(1)}</p><p>{prose(2)}</p><ul><li>melt</li>
    <li>report</li><li>reply</li></ul><p>{prose(3)}</p>"""
    assert texts(page)[3:6] == ["melt", "report", "reply"]
