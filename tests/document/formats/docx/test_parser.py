"""DOCX comes out as blocks: what is text, what is not, and what stands apart in it."""

from __future__ import annotations

import pytest

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.formats.docx.parser import drafts
from postil.errors import CannotOpen
from postil.model.article import BlockKind, InlineKind
from tests.support.formats.docx_files import USUAL, docx, p, replaced, styles

STYLES = styles(
    *("Normal", "heading 1", "heading 2", "Title", "Quote", "Source Code", "toc 1"),
    more='<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/>'
    '<w:basedOn w:val="heading1"/></w:style><w:style w:type="paragraph" w:styleId="Deep">'
    '<w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Loud"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>',
)


def read(body: str, **more: object) -> Draft:
    """Return the draft of a document with this body."""
    given = {"parts": {"styles": STYLES}} | more
    *_, draft = drafts(Request(docx(body, **given), "a.docx"))  # type: ignore[arg-type]
    return draft


def texts(body: str, **more: object) -> list[str]:
    """Return the texts of the blocks."""
    return [block.text for block in read(body, **more).blocks]


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str) -> str:
    """Return a field of several runs."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>"
        f"{mark.format('separate')}{result}{mark.format('end')}"
    )


def test_headings_by_style_base_outline_and_paragraph() -> None:
    draft = read(
        p("Jars", "Title")
        + p("One", "heading1")
        + p("Two", "Own")
        + p("Three", "Deep")
        + p("Four", properties='<w:outlineLvl w:val="1"/>')
        + p("No", "heading1", '<w:outlineLvl w:val="9"/>')
        + p("Unknown", "Heading3")
    )
    assert [(block.text, block.kind == "heading", block.level) for block in draft.blocks] == [
        ("Jars", True, 1),
        ("One", True, 1),
        ("Two", True, 1),
        ("Three", True, 3),
        ("Four", True, 2),
        ("No", False, 0),
        ("Unknown", True, 3),
    ]


CONTENT = f"<w:sdtContent>{r('gone')}</w:sdtContent>"


@pytest.mark.parametrize(
    "hidden",
    [
        r("gone", "<w:vanish/>"),
        f'<w:del w:id="1">{r("gone").replace("w:t", "w:delText")}</w:del>',
        f"<w:moveFrom>{r('gone')}</w:moveFrom>",
        field(" TITLE gone ", ""),
        field(' TOC \\o "1-3" ', r("gone")),
        "<w:r><w:instrText>gone</w:instrText></w:r>",
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{CONTENT}</w:sdt>",
        f"<w:proofErr/><w:unknown>{r('gone')}</w:unknown>",
        '<w:r><w:footnoteReference w:id="99"/></w:r>',
        "<w:r><w:softHyphen/></w:r>",
    ],
)
def test_what_is_no_text_is_left_out(hidden: str) -> None:
    assert texts(f"<w:p>{r('One')}{hidden}{r(', two.')}</w:p>") == ["One, two."]


def test_blocks_that_are_no_text_are_left_out() -> None:
    contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = (
        p("gone", "Unseen")
        + p("gone", "toc1")
        + f"<w:sdt><w:sdtPr>{contents}</w:sdtPr><w:sdtContent>{p('gone')}</w:sdtContent></w:sdt>"
        + p("Text.")
    )
    assert texts(body) == ["Text."]


def test_a_deleted_paragraph_mark_joins_paragraphs_and_a_dropped_letter_its_word() -> None:
    joined = p("One ", properties="<w:rPr><w:del/></w:rPr>") + p("two.")
    dropped = p("T", properties='<w:framePr w:dropCap="drop"/>') + p("he mill.")
    assert texts(joined + dropped) == ["One two.", "The mill."]


def test_what_was_inserted_moved_or_tagged_is_read() -> None:
    inner = f"<w:ins>{r('one ')}</w:ins><w:moveTo>{r('two ')}</w:moveTo>"
    inner += f"<w:smartTag>{r('three ')}</w:smartTag>"
    inner += f"<w:sdt><w:sdtContent>{r('four')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent><w:p>{inner}</w:p></w:sdtContent></w:sdt>"
    assert texts(block) == ["one two three four"]


def test_signs_of_their_own_elements() -> None:
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c </w:t>"
        '<w:sym w:font="Symbol" w:char="F061"/></w:r>'
    )
    assert texts(f"<w:p>{run}</w:p>") == ["a b\u2011c α"]


def test_words_are_set_apart() -> None:
    raised, loud = '<w:vertAlign w:val="superscript"/>', '<w:rStyle w:val="Loud"/>'
    off = loud + '<w:b w:val="0"/>'
    (block,) = read(
        f"<w:p>{r('a ')}{r('bold ', '<w:b/>')}{r('both', '<w:b/><w:i/>')} {r(' x')}"
        f"{r('2', raised)}{r(' loud', loud)}{r(' off', off)}</w:p>"
    ).blocks
    assert [(block.text[one.start : one.end], one.kind.value) for one in block.inlines] == [
        ("bold both", "strong"),
        ("both", "emphasis"),
        ("2", "superscript"),
        (" loud", "strong"),
    ]


def test_links_lead_out_and_within() -> None:
    draft = read(
        f'<w:p><w:hyperlink r:id="a">{r("out")}</w:hyperlink> '
        f'<w:hyperlink w:anchor="here">{r(" in")}</w:hyperlink>'
        f"{field(' HYPERLINK &quot;https://b.example&quot; ', r(' coded'))}"
        f'<w:hyperlink r:id="evil">{r(" inert")}</w:hyperlink></w:p>'
        f'<w:p>{r("At ")}<w:bookmarkStart w:name="here"/>{r("last.")}</w:p>',
        links={"a": "https://a.example/x", "evil": "file:///etc/passwd"},
    )
    links = [one for one in draft.blocks[0].inlines if one.kind is InlineKind.LINK]
    assert [one.target for one in links] == ["https://a.example/x", "#here", "https://b.example"]
    assert draft.anchors["here"] == (1, 3)


def test_notes_stand_apart_and_are_referred_to() -> None:
    def note(kind: str, number: int, text: str) -> str:
        inside = f"<w:p><w:r><w:{kind}Ref/></w:r>{r(' ' + text)}</w:p>"
        return f'<w:{kind} w:id="{number}">{inside}</w:{kind}>'

    def to(kind: str, number: int, mark: str = "") -> str:
        own = ' w:customMarkFollows="1"' if mark else ""
        said = f"<w:t>{mark}</w:t>" if mark else ""
        return f'<w:r><w:{kind}Reference w:id="{number}"{own}/>{said}</w:r>'

    foot = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    foot += note("footnote", 2, "First.") + note("footnote", 3, "Starred.")
    draft = read(
        f"<w:p>{r('One')}{to('footnote', 2)}{r(' two')}{to('endnote', 1)}"
        f"{r(' three')}{to('footnote', 3, '*')}{to('footnote', 2)}</w:p>",
        parts={"footnotes": foot, "endnotes": note("endnote", 1, "End.")},
    )
    assert draft.blocks[0].text == "One[1] two[i] three[*]"
    assert [(block.marker, block.text) for block in draft.blocks[1:]] == [
        ("1", "First."),
        ("i", "End."),
        ("*", "Starred."),
    ]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/>'
    '</w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:pStyle '
    'w:val="heading1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Part %1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:pStyle w:val="heading2"/><w:numFmt w:val="decimal"/><w:isLgl/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText '
    'w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def item(text: str, number: int, level: int = 0, style: str = "") -> str:
    """Return a paragraph that is an item of a list."""
    said = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, style, said)


def test_lists_have_the_numbers_that_are_printed() -> None:
    draft = read(
        item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("e", 1, 1)
        + item("f", 3) + item("g", 4) + item("no", 0) + item("h", 77),
        parts={"styles": STYLES, "numbering": NUMBERING},
    )  # fmt: skip
    found = [(block.marker, block.level, block.text) for block in draft.blocks]
    assert found == [
        ("3)", 1, "a"),
        ("3.a", 2, "b"),
        ("3.b", 2, "c"),
        ("4)", 1, "d"),
        ("4.a", 2, "e"),
        ("•", 1, "f"),
        ("1)", 1, "g"),
        ("", 0, "no"),
        ("", 0, "h"),
    ]


def test_headings_bear_the_numbers_of_their_styles() -> None:
    numbered = STYLES.replace(
        '<w:name w:val="heading 1"/>',
        '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>',
    ).replace(
        '<w:name w:val="heading 2"/>',
        '<w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>',
    )
    found = texts(
        p("Water", "heading1")
        + p("Silt", "heading2")
        + p("Mud", "heading2")
        + p("Air", "heading1"),
        parts={"styles": numbered, "numbering": NUMBERING},
    )
    assert found == ["Part I Water", "1.1 Silt", "1.2 Mud", "Part II Air"]


def test_tables_keep_rows_and_joined_cells() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    def row(*cells: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"

    found = texts(
        "<w:tbl>"
        + row(cell("Year"), cell("Jars"), cell("Lids"))
        + row(cell("Both", '<w:gridSpan w:val="2"/>'), cell("two"))
        + row(cell("gone"), properties="<w:del/>")
        + row(
            cell("1884"), f"<w:sdt><w:sdtContent>{cell('four')}</w:sdtContent></w:sdt>", cell("x")
        )
        + "</w:tbl>"
    )
    assert found == ["Year  Jars  Lids\nBoth        two\n1884  four  x"]


def test_text_boxes_stand_once_behind_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('Boxed.')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(f"<w:p>{r('One ')}{both}{r('two.')}</w:p>") == ["One two.", "Boxed."]


@pytest.mark.parametrize(
    ("drawing", "text"),
    [
        (
            '<w:drawing><wp:inline><wp:docPr name="x" descr="A mill"/></wp:inline></w:drawing>',
            "A mill",
        ),
        ('<w:pict><v:shape alt="A dam"/></w:pict>', "A dam"),
        ('<w:drawing><wp:inline><wp:docPr name="Picture 1"/></wp:inline></w:drawing>', ""),
    ],
)
def test_pictures_leave_their_alternative_text(drawing: str, text: str) -> None:
    (block,) = read(f"<w:p><w:r>{drawing}</w:r>{r('.')}</w:p>").blocks
    assert block.text == f"{text}."
    assert [one.kind for one in block.inlines] == ([InlineKind.IMAGE] if text else [])


def test_formulas_are_read_on_one_line() -> None:
    def m(tag: str, *inside: str) -> str:
        return f"<m:{tag}>{''.join(inside)}</m:{tag}>"

    def t(text: str) -> str:
        return m("r", m("t", text))

    power = m("sSup", m("e", t("x")), m("sup", t("2")))
    fraction = m("f", m("num", t("a"), t("+b")), m("den", t("2")))
    root = m("rad", m("e", t("y")))
    assert texts(f"<w:p>{r('So ')}{m('oMath', power, t('='), fraction, root)}</w:p>") == [
        "So x2=(a+b)/2√y"
    ]


def test_a_quote_code_and_a_rule_have_their_kinds() -> None:
    rule = '<w:p><w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r></w:p>'
    code = "<w:p><w:pPr><w:pStyle w:val='SourceCode'/></w:pPr><w:r><w:t>a = 1</w:t><w:br/></w:r>"
    code += '<w:r><w:t xml:space="preserve">  b</w:t></w:r></w:p>'
    found = read(p("Said.", "Quote") + rule + code + p("c", "SourceCode")).blocks
    assert [(block.kind.value, block.quoted, block.text) for block in found] == [
        ("paragraph", 1, "Said."),
        ("paragraph", 0, "* * *"),
        ("code", 0, "a = 1\n  b\nc"),
    ]


def test_comments_stand_beside_the_words_that_they_are_on() -> None:
    said = (
        f'<w:comment w:author="Ann Lee" w:id="0">{p("Is this so?")}{p("Ask.")}</w:comment>'
        f'<w:comment w:author="Bob" w:id="1">{p("It is.")}</w:comment>'
        f'<w:comment w:author="Cy" w:id="2">{p("Here.")}</w:comment>'
    )
    ref = '<w:r><w:commentReference w:id="{}"/></w:r>'
    mark = '<w:commentRange{} w:id="{}"/>'
    draft = read(
        f"<w:p>{r('One ')}{mark.format('Start', 0)}{mark.format('Start', 1)}{r('two', '<w:b/>')}"
        f"{r(' more')}{mark.format('End', 0)}{mark.format('End', 1)}{ref.format(0)}{ref.format(1)}"
        f"{r(' and a last word')}{ref.format(2)}{r('.')}</w:p>",
        parts={"comments": said},
    )
    (block,) = draft.blocks
    assert block.text == "One two more and a last word."
    assert [
        (block.text[one.start : one.end], one.target)
        for one in block.inlines
        if one.kind is InlineKind.COMMENT
    ] == [("two more", "0 1"), ("word", "2")]
    assert [(one.author, one.text) for one in draft.comments.values()] == [
        ("Ann Lee", "Is this so?\n\nAsk."),
        ("Bob", "It is."),
        ("Cy", "Here."),
    ]
    assert draft.remarks == (
        "3 comments by Ann Lee, Bob, Cy stand beside the text; f opens what is marked.",
    )


def test_metadata_is_what_the_core_properties_say() -> None:
    core = (
        "<dc:title>Jars</dc:title><dc:creator>Bram Oduya; Ida Marrow</dc:creator>"
        "<dcterms:created>2021-04-09T10:00:00Z</dcterms:created><dc:language>en-GB</dc:language>"
        "<cp:category>Annual report</cp:category>"
    )
    found = read(p("Text."), core=core).metadata
    assert (found.title, found.type, found.language) == ("Jars", "report", "en-GB")
    assert [name.display for name in found.author] == ["Bram Oduya", "Ida Marrow"]
    assert found.issued is not None
    assert (found.issued.year, found.issued.month, found.issued.day) == (2021, 4, 9)
    assert dict(found.origins)["title"] == "document"


def test_what_programs_fill_in_is_no_metadata() -> None:
    core = (
        "<dc:title>Microsoft Word - a.docx</dc:title><dc:creator>python-docx</dc:creator>"
        "<dcterms:created>2013-12-23T23:15:00Z</dcterms:created>"
    )
    found = read(p("Jars", "Title") + p("Text."), core=core).metadata
    assert (found.title, found.author, found.issued) == ("Jars", (), None)
    assert dict(found.origins)["title"] == "text"
    assert read(p("Text."), core=core).metadata.title == ""


def test_the_strict_form_is_the_same() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    draft = read(p("One", "heading1") + p("Text."), space=strict)
    assert [block.kind for block in draft.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    data = docx(p("Text."), more={"word/evil.xml": b""})
    evil = (
        bomb
        + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(CannotOpen, match="entities"):
        list(drafts(Request(replaced(data, "word/document.xml", evil.encode()), "a.docx")))


def test_what_breaks_off_is_read_as_far_as_it_goes_and_said() -> None:
    cut = f"<w:document xmlns:w='{USUAL}'><w:body>{p('One.')}{p('Two.')}<w:p><w:r><w:t>Thr"
    data = replaced(docx(""), "word/document.xml", cut.encode())
    *_, draft = drafts(Request(data, "a.docx"))
    assert [block.text for block in draft.blocks][:2] == ["One.", "Two."]
    assert draft.remarks == ("The document is damaged: it breaks off before its end.",)


@pytest.mark.parametrize("broken", ["word/styles.xml", "word/_rels/document.xml.rels"])
def test_parts_that_are_damaged_do_not_take_the_text(broken: str) -> None:
    data = replaced(docx(p("Text."), parts={"styles": STYLES}), broken, b"<w:styles")
    *_, draft = drafts(Request(data, "a.docx"))
    assert [block.text for block in draft.blocks] == ["Text."]


def test_plain_text_is_read_as_what_it_is() -> None:
    (draft,) = drafts(Request(b"Only words.", "a.docx"))
    assert [block.text for block in draft.blocks] == ["Only words."]


@pytest.mark.parametrize(
    ("inside", "why"),
    [("EncryptedPackage", "encrypted with a password"), ("WordDocument", "before 2007")],
)
def test_documents_of_the_old_form_are_refused_and_told_apart(inside: str, why: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + inside.encode("utf-16-le")
    with pytest.raises(CannotOpen, match=why):
        list(drafts(Request(data, "a.docx")))


def test_an_archive_without_text_is_refused() -> None:
    """Its text stands under a name that nothing leads to."""
    data = docx("").replace(b"word/document.xml", b"word/documenu.xml")
    with pytest.raises(CannotOpen, match="no Word document"):
        list(drafts(Request(data, "a.docx")))
