"""Elements pushed into the writer come out as blocks."""

from __future__ import annotations

from html.parser import HTMLParser

from postil.document.article.builder import Draft, Place, build
from postil.document.formats.markup.block_writer import BlockWriter
from postil.model.article import Block, BlockKind, InlineKind

VOID = {"br", "hr", "img", "input"}


class Pushed(HTMLParser):
    """Pushes small, well-formed HTML as it stands."""

    def __init__(self, writer: BlockWriter) -> None:
        super().__init__()
        self.writer = writer

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Push the beginning of an element."""
        self.writer.start(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """Push the end of an element."""
        if tag not in VOID:
            self.writer.end(tag)

    def handle_data(self, data: str) -> None:
        """Push words."""
        self.writer.text(data)


def written(html: str) -> BlockWriter:
    """Return the writer that has taken some HTML."""
    writer = BlockWriter()
    pushed = Pushed(writer)
    pushed.feed(html)
    pushed.close()
    writer.close()
    return writer


def blocks(html: str) -> list[Block]:
    """Return the blocks of some HTML."""
    return written(html).blocks


def texts(html: str) -> list[str]:
    """Return the texts of the blocks of some HTML."""
    return [block.text for block in blocks(html)]


def set_apart(block: Block) -> list[tuple[str, InlineKind, str]]:
    """Return the words that are set apart in a block, how, and where they lead."""
    return [(block.text[one.start : one.end], one.kind, one.target) for one in block.inlines]


def test_blanks_run_together_and_stand_at_no_edge() -> None:
    assert texts("<p>\n  One <em> two </em>\n three </p>") == ["One two three"]
    assert texts("<p>One\u00a0 two</p>") == ["One  two"], "a no-break space counts"
    assert texts("<p>港に着いた\n  船は三隻</p><p>ice\n trade</p>") == [
        "港に着いた船は三隻",
        "ice trade",
    ]


def test_words_are_set_apart_and_addresses_kept() -> None:
    (block,) = blocks(
        '<p>The <b>ice <i>trade</i></b> of <a href="https://a.example/x">a port</a></p>'
    )
    assert set_apart(block) == [
        ("ice trade", InlineKind.STRONG, ""),
        ("trade", InlineKind.EMPHASIS, ""),
        ("a port", InlineKind.LINK, "https://a.example/x"),
    ]
    (raised,) = blocks("<p>10<sup>6</sup> H<sub>2</sub>O</p>")
    assert raised.text == "106 H2O"
    assert set_apart(raised) == [
        ("6", InlineKind.SUPERSCRIPT, ""),
        ("2", InlineKind.SUBSCRIPT, ""),
    ]


def test_what_stands_open_over_two_blocks_is_set_apart_in_both() -> None:
    first, second = blocks("<b>One<p>two</p></b>")
    assert set_apart(first) == [("One", InlineKind.STRONG, "")]
    assert set_apart(second) == [("two", InlineKind.STRONG, "")]


def test_headings_quotations_and_rules() -> None:
    found = blocks("<h2>Ice</h2><blockquote><p>It melts.</p></blockquote><hr><p>End</p>")
    assert [(one.kind, one.level, one.quoted, one.text) for one in found] == [
        (BlockKind.HEADING, 2, 0, "Ice"),
        (BlockKind.PARAGRAPH, 0, 1, "It melts."),
        (BlockKind.PARAGRAPH, 0, 0, "* * *"),
        (BlockKind.PARAGRAPH, 0, 0, "End"),
    ]


def test_items_bear_markers_and_further_paragraphs_of_one_do_not() -> None:
    found = blocks(
        '<ol start="3" type="i"><li><p>one</p><p>more</p><ul><li>deep</li></ul></li>'
        '<li value="9">nine</li><li>ten</li></ol><dl><dt>Ice</dt><dd>cold</dd></dl>'
    )
    assert [(one.kind.value, one.level, one.marker, one.text) for one in found] == [
        ("list-item", 1, "iii.", "one"),
        ("list-item", 1, "", "more"),
        ("list-item", 2, "•", "deep"),
        ("list-item", 1, "ix.", "nine"),
        ("list-item", 1, "x.", "ten"),
        ("paragraph", 0, "", "Ice"),
        ("list-item", 1, "", "cold"),
    ]


def test_an_item_bears_its_marker_whatever_it_begins_with() -> None:
    found = blocks(
        "<ul><li><pre>code</pre>more</li><li><h4>Head</h4></li><li><table><tr><td>a</td><td>b</td>"
        "</tr></table></li></ul>"
    )
    assert [(one.kind.value, one.level, one.marker, one.text) for one in found] == [
        ("code", 1, "•", "code"),
        ("list-item", 1, "", "more"),
        ("heading", 4, "•", "Head"),
        ("table", 1, "•", "a  b"),
    ]


def test_code_stands_as_it_is() -> None:
    (block,) = blocks('<pre class="language-c">\nint a;\n\n  <b>int</b> b;\n</pre>')
    assert block.kind is BlockKind.CODE
    assert block.text == "int a;\n\n  int b;"
    assert block.language == "c"
    assert block.breaks == (7, 8)


def test_broken_lines_are_verse_where_they_are_short_and_paragraphs_where_two_breaks_meet() -> None:
    (verse,) = blocks("<p>One<br>two<br>three</p>")
    assert (verse.kind, verse.text, verse.breaks) == (BlockKind.VERSE, "One\ntwo\nthree", (4, 8))
    assert texts("<p>A street<br>a town</p>") == ["A street a town"]
    assert texts(f"<div>{'word ' * 90}<br><br>{'more ' * 90}</div>") == [
        ("word " * 90).strip(),
        ("more " * 90).strip(),
    ]


def test_tables_are_set_in_columns_and_what_arranges_things_is_taken_apart() -> None:
    (table,) = blocks(
        "<table><tr><th>Year</th><th>Ice</th></tr><tr><td>1862</td><td><p>two</p><p>tons</p></td></tr>"
        "</table>"
    )
    assert table.kind is BlockKind.TABLE
    assert table.text == "Year  Ice\n1862  two tons"
    assert texts("<table><tr><td><h1>Ice</h1></td><td>menu</td></tr></table>") == ["Ice", "menu"]
    assert texts('<table role="presentation"><tr><td>a</td><td>b</td></tr></table>') == ["a", "b"]


def test_what_is_no_text_is_left_out_with_all_that_it_holds() -> None:
    assert texts("<p>One</p><script>var a = '<p>two</p>';</script><style>p {}</style>") == ["One"]
    assert texts('<p>One <img alt="a boat" src="b.png"> two <img src="c.png"></p>') == [
        "One a boat two"
    ]


def test_footnotes_are_kept_until_they_are_put() -> None:
    writer = BlockWriter()
    writer.start("p")
    writer.text("Ice melts.")
    writer.refer("1")
    writer.begin_footnote("1")
    writer.start("p", {"id": "n1"})
    writer.text("In spring.")
    writer.end("p")
    writer.end_footnote()
    writer.text("Afterwards.")
    writer.close()
    assert [(one.kind.value, one.marker, one.text) for one in writer.blocks] == [
        ("paragraph", "", "Ice melts.[1]"),
        ("paragraph", "", "Afterwards."),
        ("footnote", "1", "In spring."),
    ]
    assert set_apart(writer.blocks[0]) == [("[1]", InlineKind.FOOTNOTE, "1")]
    assert writer.anchors() == {"n1": Place(2, 0)}


def test_places_lead_to_offsets_of_the_article() -> None:
    writer = written('<p id="a">One</p><table><tr><td id="b">x</td><td>y</td></tr></table>')
    writer.page("xii")
    writer.text("Two")
    writer.close()
    draft = Draft(writer.blocks, pages=writer.pages(), anchors=writer.anchors())
    article = build("ice", draft)
    assert article.text == "One\n\nx  y\n\nTwo"
    assert article.anchors == {"a": 0, "b": 5}
    assert [(page.start, page.label) for page in article.pages] == [(11, "xii")]
    assert article.page_at(10) == ""
    assert article.page_at(12) == "xii"


def test_asides_are_told_by_their_classes() -> None:
    writer = written(
        '<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title">Warning'
        '</p><div><p>Mind it.</p></div><table><tr><td>a</td><td>b</td></tr></table></div>'
        '<section class="admonition tip"><p class="admonition-title">Tip</p>Row.</section>'
        '<div class="callout">So.</div><div class="alert alert-tip">no</div>'
    )  # fmt: skip
    assert [(one.aside, one.quoted, one.text) for one in writer.blocks] == [
        ("warning", 0, "Warning"),
        ("warning", 0, "Mind it."),
        ("warning", 0, "a  b"),
        ("tip", 0, "Tip"),
        ("tip", 0, "Row."),
        ("note", 0, "So."),
        ("", 0, "no"),
    ]
    assert [one.kind for one in writer.blocks[0].inlines] == [InlineKind.STRONG]
    assert writer.blocks[1].inlines == ()


def test_boxes_of_tasks_stand_for_bullets() -> None:
    writer = written(
        '<ul><li><input type="checkbox">oil</li><li><p><input type="checkbox" checked>wick</p></li>'
        '<li>no <input type="checkbox"></li><li><input type="text">name</li></ul>'
        '<ol><li><input type="checkbox" checked>a</li></ol><input type="checkbox">b'
    )
    assert [(one.marker, one.text) for one in writer.blocks] == [
        ("☐", "oil"),
        ("☑", "wick"),
        ("•", "no"),
        ("•", "name"),
        ("1. ☑", "a"),
        ("", "b"),
    ]
