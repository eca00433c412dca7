"""ODT comes out as blocks: what is text, what is not, and what stands apart in it."""

from __future__ import annotations

import pytest

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.formats.odt.parser import drafts
from postil.errors import CannotOpen
from postil.model.article import Comment, InlineKind
from tests.support.formats.odt_files import flat, odt, style

BOLD = '<style:text-properties fo:font-weight="bold"/>'
UNSEEN = '<style:text-properties text:display="none"/>'
STYLES = (
    style("Heading_20_2")
    + style("P1", parent="Heading_20_2")
    + style("Title")
    + style("Quotations")
    + style("Preformatted_20_Text")
    + style("P9", UNSEEN)
    + style("T1", BOLD, "text")
    + style("T2", '<style:text-properties fo:font-style="italic"/>', "text")
    + style("T3", '<style:text-properties style:text-position="super 58%"/>', "text")
    + style("T9", UNSEEN, "text")
)


def read(body: str, **more: object) -> Draft:
    """Return the draft of a document with this body."""
    *_, draft = drafts(Request(odt(body, **({"styles": STYLES} | more)), "a.odt"))  # type: ignore[arg-type]
    return draft


def texts(body: str, **more: object) -> list[str]:
    """Return the texts of the blocks."""
    return [block.text for block in read(body, **more).blocks]


def p(text: str, name: str = "") -> str:
    """Return a paragraph."""
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def h(text: str, level: int = 1, more: str = "") -> str:
    """Return a heading."""
    return f'<text:h text:outline-level="{level}"{more}>{text}</text:h>'


def test_headings_by_element_and_by_style() -> None:
    draft = read(p("Jars", "Title") + h("One") + p("Two", "P1") + h("Three", 3) + p("Text."))
    assert [(block.text, block.kind == "heading", block.level) for block in draft.blocks] == [
        ("Jars", True, 1),
        ("One", True, 1),
        ("Two", True, 2),
        ("Three", True, 3),
        ("Text.", False, 0),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:span text:style-name="T9">gone</text:span>',
        "<office:annotation><dc:creator>Rev</dc:creator><text:p>gone</text:p></office:annotation>",
        "<text:change-start/><text:change/>",
        "<text:placeholder>gone</text:placeholder>",
        '<text:hidden-text text:is-hidden="true">gone</text:hidden-text>',
        '<text:variable-set text:display="none">gone</text:variable-set>',
        "<text:script>gone</text:script>",
    ],
)
def test_what_is_no_text_is_left_out(hidden: str) -> None:
    assert texts(p(f"One{hidden}, two.")) == ["One, two."]


def test_blocks_that_are_no_text_are_left_out() -> None:
    deleted = (
        f"<text:changed-region><text:deletion>{p('gone')}</text:deletion></text:changed-region>"
    )
    index = f"<text:index-title>{p('gone')}</text:index-title>{p('gone')}"
    body = (
        f"<text:tracked-changes>{deleted}</text:tracked-changes>"
        f"<text:table-of-content><text:index-body>{index}</text:index-body></text:table-of-content>"
        f'<text:section text:display="none">{p("gone")}</text:section>'
        f'<text:section text:display="condition" text:is-hidden="true">{p("gone")}</text:section>'
        + p("gone", "P9")
        + p('gone<text:hidden-paragraph text:is-hidden="true"/>')
        + f"<text:section>{p('Text.')}</text:section>"
    )
    assert texts(body) == ["Text."]


def test_blanks_tabs_and_breaks() -> None:
    assert texts(p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d')) == ["a b c d"]


def test_letters_of_symbol_fonts_are_signs() -> None:
    symbol = style("S", '<style:text-properties fo:font-family="Symbol"/>', "text")
    found = texts(p('<text:span text:style-name="S">a&#xF0B3;</text:span>b'), styles=symbol)
    assert found == ["α≥b"]


def test_words_are_set_apart() -> None:
    (block,) = read(
        p(
            'a <text:span text:style-name="T1">bold <text:span text:style-name="T2">both'
            '</text:span></text:span> x<text:span text:style-name="T3">2</text:span>'
        )
    ).blocks
    assert [(block.text[one.start : one.end], one.kind.value) for one in block.inlines] == [
        ("bold both", "strong"),
        ("both", "emphasis"),
        ("2", "superscript"),
    ]


def test_links_lead_out_and_within() -> None:
    draft = read(
        p(
            '<text:a xlink:href="https://a.example/x">out</text:a>'
            '<text:a xlink:href="#here"> in</text:a>'
            '<text:a xlink:href="file:///etc/passwd"> inert</text:a>'
        )
        + p('At <text:bookmark-start text:name="here"/>last.')
    )
    links = [one for one in draft.blocks[0].inlines if one.kind is InlineKind.LINK]
    assert [one.target for one in links] == ["https://a.example/x", "#here"]
    assert draft.anchors["here"] == (1, 3)


def test_comments_stand_beside_the_words_that_they_are_on() -> None:
    def note(name: str, text: str) -> str:
        named = f' office:name="{name}"' if name else ""
        said = f"<dc:creator>Rev</dc:creator>{p(text)}"
        return f"<office:annotation{named}>{said}</office:annotation>"

    end = '<office:annotation-end office:name="n 1"/>'
    draft = read(p(f"One {note('n 1', 'Why?')}two more{end} last{note('', 'Done.')}."))
    (block,) = draft.blocks
    assert block.text == "One two more last."
    assert [
        (block.text[one.start : one.end], draft.comments[one.target])
        for one in block.inlines
        if one.kind is InlineKind.COMMENT
    ] == [("two more", Comment("Rev", "Why?")), ("last", Comment("Rev", "Done."))]


def test_notes_stand_apart_and_are_referred_to() -> None:
    def note(kind: str, label: str, text: str) -> str:
        said = f"<text:note-citation>{label}</text:note-citation>"
        body = f"<text:note-body>{p(text)}</text:note-body>"
        return f'<text:note text:note-class="{kind}">{said}{body}</text:note>'

    foot, again, end = (
        note("footnote", "1", "A."),
        note("footnote", "1", "B."),
        note("endnote", "i", "C."),
    )
    draft = read(p(f"One{foot} two{again} three{end}."))
    assert draft.blocks[0].text == "One[1] two[f1] three[i]."
    assert [(block.marker, block.text) for block in draft.blocks[1:]] == [
        ("1", "A."),
        ("f1", "B."),
        ("i", "C."),
    ]


LISTS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix=")" text:start-value="3"/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" '
    'style:num-suffix=")" text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="•"/></text:list-style>'
)


def items(*inside: str, name: str = "L1", more: str = "") -> str:
    """Return a list."""
    said = "".join(f"<text:list-item>{one}</text:list-item>" for one in inside)
    return f'<text:list text:style-name="{name}"{more}>{said}</text:list>'


def test_lists_have_the_numbers_that_are_printed() -> None:
    inner = f"<text:list><text:list-item>{p('b')}</text:list-item></text:list>"
    body = (
        items(p("a") + inner, p("c") + p("more"))
        + p("Text.")
        + items(p("d"), more=' text:continue-numbering="true"')
        + items(p("e"))
        + items(p("f"), name="L2")
    )
    draft = read(body, styles=STYLES + LISTS)
    assert [(block.marker, block.level, block.text) for block in draft.blocks] == [
        ("3)", 1, "a"),
        ("(3.a)", 2, "b"),
        ("4)", 1, "c"),
        ("", 1, "more"),
        ("", 0, "Text."),
        ("5)", 1, "d"),
        ("3)", 1, "e"),
        ("•", 1, "f"),
    ]


def test_headings_bear_the_numbers_of_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    body = h("Water") + h("Silt", 2) + h("Bare", 1, ' text:is-list-header="true"') + h("Air")
    more = {
        "styles.xml": "<office:document-styles SPACES><office:styles>"
        f"{outline}</office:styles></office:document-styles>"
    }
    assert texts(body, more=more) == ["1 Water", "1.1 Silt", "Bare", "2 Air"]


def test_tables_keep_rows_and_joined_cells() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell{more}>{p(text)}</table:table-cell>"

    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    first = row(cell("Year"), cell("Jars"), cell("Lids"))
    head = f"<table:table-header-rows>{first}</table:table-header-rows>"
    covered = "<table:covered-table-cell/>"
    body = head + row(cell("Both", ' table:number-columns-spanned="2"'), covered, cell("two"))
    body += row(covered, cell("four"), cell("x"))
    assert texts(f"<table:table>{body}</table:table>") == [
        "Year  Jars  Lids\nBoth        two\n      four  x"
    ]


def test_text_boxes_stand_behind_their_paragraph_and_pictures_leave_their_words() -> None:
    box = f"<draw:frame><draw:text-box>{p('Boxed.')}</draw:text-box></draw:frame>"
    picture = (
        "<draw:frame><draw:image/><svg:title>T</svg:title><svg:desc>A mill</svg:desc></draw:frame>"
    )
    draft = read(p(f"One {box}two, {picture}."))
    assert [block.text for block in draft.blocks] == ["One two, A mill.", "Boxed."]
    assert draft.blocks[0].inlines[0].kind is InlineKind.IMAGE


def test_formulas_are_read_as_they_were_typed() -> None:
    math = "<math:math><math:mi>E</math:mi><math:annotation>E = m c^2</math:annotation></math:math>"
    inline = f"<draw:frame><draw:object>{math}</draw:object></draw:frame>"
    named = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    loose = "<math:math SPACES><math:mi>a</math:mi><math:mo>+</math:mo></math:math>"
    found = texts(p(f"So {inline} and {named}."), more={"Object 1/content.xml": loose})
    assert found == ["So E = m c^2 and a+."]


def test_a_quote_and_code_have_their_kinds() -> None:
    code = "Preformatted_20_Text"
    found = read(p("Said.", "Quotations") + p('a<text:s text:c="2"/>b', code) + p("c", code)).blocks
    assert [(block.kind.value, block.quoted, block.text) for block in found] == [
        ("paragraph", 1, "Said."),
        ("code", 0, "a  b\nc"),
    ]


def test_metadata_says_who_made_it_and_not_who_changed_it() -> None:
    meta = (
        "<dc:title>Jars</dc:title><dc:creator>An Editor</dc:creator><meta:initial-creator>Bram "
        "Oduya</meta:initial-creator><dc:date>2022-01-01</dc:date>"
        "<meta:creation-date>2021-04-09T10:00:00</meta:creation-date>"
    )
    found = read(p("Text."), meta=meta).metadata
    assert found.title == "Jars"
    assert [name.display for name in found.author] == ["Bram Oduya"]
    assert (found.issued and found.issued.year) == 2021
    last = read(p("Text."), meta="<dc:creator>An Editor</dc:creator>").metadata
    assert [name.display for name in last.author] == ["An Editor"]


def test_a_flat_file_is_the_same() -> None:
    body = h("One") + p("Text.")
    *_, draft = drafts(Request(flat(body, meta="<dc:title>Jars</dc:title>"), "a.fodt"))
    assert [block.text for block in draft.blocks] == texts(body)
    assert draft.metadata.title == "Jars"


def test_what_is_encrypted_or_no_text_is_refused() -> None:
    entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    locked = f"<manifest:manifest SPACES>{entry}</manifest:manifest>"
    data = odt(p("Text."), more={"META-INF/manifest.xml": locked})
    with pytest.raises(CannotOpen, match="password"):
        list(drafts(Request(data, "a.odt")))
    with pytest.raises(CannotOpen, match="damaged"):
        list(drafts(Request(b"<words", "a.fodt")))


def test_plain_text_is_read_as_what_it_is() -> None:
    (draft,) = drafts(Request(b"Only words.", "a.odt"))
    assert [block.text for block in draft.blocks] == ["Only words."]
