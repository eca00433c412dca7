"""What DOCX seldom has, as a word processor would show it."""

from __future__ import annotations

import pytest

from tests.document.formats.docx.test_parser import field, r, read, texts
from tests.support.formats.docx_files import p

FALLBACK = (
    "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    "</mc:AlternateContent>"
)


def wrapped(body: str) -> str:
    return f"<w:p>{body}</w:p>"


def m(tag: str, inner: str) -> str:
    return f"<m:{tag}>{inner}</m:{tag}>"


def letters(text: str) -> str:
    return m("r", m("t", text))


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (m("sSup", m("e", letters("x")) + m("sup", letters("2"))), "x2"),
        (m("f", m("num", letters("a")) + m("den", letters("b"))), "a/b"),
        (m("d", m("e", letters("a")) + m("e", letters("b"))), "(a|b)"),
        (
            m(
                "d",
                '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>' + m("e", letters("a")),
            ),
            "[a]",
        ),
        (
            m(
                "nary",
                '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'
                + m("sub", letters("i"))
                + m("sup", letters("n"))
                + m("e", letters("x")),
            ),
            "∑inx",
        ),
        (m("m", m("mr", m("e", letters("a")) + m("e", letters("b")))), "a b"),
    ],
)
def test_formulas_are_the_letters_in_their_order(formula: str, text: str) -> None:
    assert texts(wrapped(r("See ") + m("oMath", formula))) == [f"See {text}"]


def test_a_simple_field_is_what_it_shows() -> None:
    simple = f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>'
    assert texts(wrapped(r("Page ") + simple)) == ["Page 7"]


def test_ruby_stands_in_brackets_behind_its_words() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('かん')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
    assert texts(wrapped(ruby)) == ["漢(かん)"]


def test_of_two_forms_of_the_same_one_is_read() -> None:
    both = FALLBACK.format(p("New."), p("Old."))
    assert texts(p("Before.") + both + p("After.")) == ["Before.", "New.", "After."]
    only = FALLBACK.format("", p("Old."))
    assert texts(only) == ["Old."]


def test_what_is_of_another_format_is_said_to_be_left_out_once() -> None:
    draft = read(p("Words.") + '<w:altChunk r:id="a"/><w:altChunk r:id="b"/>')
    assert [block.text for block in draft.blocks] == ["Words."]
    assert len([one for one in draft.remarks if "another format" in one]) == 1


def test_what_stands_in_place_of_words_to_be_typed_is_not_read() -> None:
    asked = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{p('Click here to type.')}</w:sdtContent></w:sdt>"
    )
    typed = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Typed.')}</w:sdtContent></w:sdt>"
    assert texts(asked + typed) == ["Typed."]


def test_places_between_paragraphs_can_be_led_to() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="oil"/><w:bookmarkEnd w:id="1"/>'
    link = f'<w:hyperlink w:anchor="oil">{r("see oil")}</w:hyperlink>'
    draft = read(wrapped(link) + mark + p("Of oil."))
    assert draft.anchors["oil"].block == 1


def test_boxes_that_were_ticked_and_not() -> None:
    def box(state: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
            f"{state}</w:checkBox></w:ffData></w:fldChar></w:r>"
            "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    (text,) = texts(wrapped(box('<w:checked w:val="1"/>') + r(" lit ") + box("") + r(" full")))
    assert text == "☒ lit ☐ full"


def test_a_decorative_picture_has_no_words() -> None:
    def drawing(more: str) -> str:
        return (
            '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A lamp">'
            f"{more}</wp:docPr></wp:inline></w:drawing></w:r>"
        )

    assert texts(wrapped(r("See: ") + drawing(""))) == ["See: A lamp"]
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    plain = f'<a:ext><adec:decorative xmlns:adec="{space}" val="1"/></a:ext>'
    assert texts(wrapped(r("See.") + drawing(plain))) == ["See."]


def test_a_table_of_contents_goes_and_a_reference_stays() -> None:
    contents = field('TOC \\o "1-3"', r("One 1"))
    assert texts(wrapped(contents) + wrapped(r("See ") + field("REF oil", r("Of oil")))) == [
        "See Of oil"
    ]
