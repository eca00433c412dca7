"""RTF comes out as blocks: what is text, what is not, and what stands apart in it."""

from __future__ import annotations

import pytest

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.formats.rtf.parser import drafts
from postil.document.formats.rtf.reader import MOST_GROUPS
from postil.errors import NotText
from postil.model.article import Block, BlockKind, Comment, InlineKind

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fmodern\fcharset0 Courier New;}"
    r"{\f2\fcharset204 Arial Cyr;}{\f3\fcharset128 MS Mincho;}{\f4\fcharset2 Symbol;}}"
)
STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\sbasedon1 Own;}"
    r"{\s5 Title;}{\s6 Quote;}{\*\cs10 Default Paragraph Font;}}"
)


def read(body: str, head: str = FONTS + STYLES, page: str = r"\ansi\ansicpg1252") -> Draft:
    """Return the draft of a document with this body."""
    data = f"{{\\rtf1{page}\\deff0{head}{body}}}".encode("latin-1")
    *_, draft = drafts(Request(data, "a.rtf"))
    return draft


def blocks(body: str) -> list[Block]:
    """Return the blocks of a document with this body."""
    return list(read(body).blocks)


def texts(body: str) -> list[str]:
    """Return the texts of the blocks."""
    return [block.text for block in blocks(body)]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"caf\'e9 \'93so\'94", "café “so”"),
        (r"\u8220?so\u8221?", "“so”"),
        (r"\uc2\u233\'c3\'a9t\uc0\u233t", "étét"),
        (r"\uc1\u233{}x", "éx"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"\u55357\u56832?", "\U0001f600"),
        (r"{\f2 \'cc\'ee\'f1\'ea\'e2\'e0} here", "Москва here"),
        (r"{\f3 \'93\'fa\'96\'7b}", "日本"),
        (r"{\f3 \'93\'fa\'96{}b}", "日b"),
        (r"{\f4 a\'b7\u61537?}", "α•α"),
        (r"a\~b\_c\-d \{e\} \\", "a b\u2011cd {e} \\"),
        (r"\lquote a\rquote  \ldblquote b\rdblquote\emdash c\endash d\bullet", "‘a’ “b”—c–d•"),
        ("one\r\n two", "one two"),
        (r"\b one\b0  two", "one two"),
        (r"{\upr{old}{\*\ud{n\u233e}}}", "né"),
    ],
)
def test_letters(body: str, text: str) -> None:
    assert texts(body) == [text]


def test_the_code_page_holds_where_fonts_are_all_of_one_charset() -> None:
    plain = r"{\fonttbl{\f0\fcharset0 Arial;}}"
    assert read(r"\'cc", plain, r"\ansi\ansicpg1251").blocks[0].text == "М"
    assert read(r"\'cc", FONTS, r"\ansi\ansicpg1251").blocks[0].text == "Ì"
    assert read(r"\'8e", "", r"\mac").blocks[0].text == "é"


def test_raw_bytes_that_are_utf_8_are_taken_for_such() -> None:
    data = b"{\\rtf1\\ansi caf\xc3\xa9 and caf\xe9.}"
    *_, draft = drafts(Request(data, "a.rtf"))
    assert draft.blocks[0].text.endswith("café."), "Western where it is not"


@pytest.mark.parametrize(
    "hidden",
    [
        r"{\v gone}",
        r"{\v gone\line gone}",
        r"{\deleted gone}",
        r"{\header\pard gone\par}",
        r"{\footerf gone}",
        r"{\pict\pngblip 676f6e65}",
        r"{\*\unknown gone{\b gone}}",
        r"{\object{\*\objdata 676f6e65}}",
        r"{\*\generator gone;}",
        r"{\field{\*\fldinst AUTHOR gone}}",
        r"{\*\annotation gone}",
        r"{\xe gone}",
        r"{\nonshppict{\pict gone}}",
        r"{\shp{\*\shpinst{\sp{\sn gone}{\sv gone}}}{\shprslt gone}}",
        "\\bin4 }{\\}",
        "{\\pict\\bin4 }}}}}",
        r"{\*\bkmkstart gone}{\*\bkmkend gone}",
        r"{\field{\*\fldinst TOC \\o}{\fldrslt gone 12}}",
    ],
)
def test_what_is_no_text_is_left_out(hidden: str) -> None:
    assert "".join(texts(f"One{hidden}, two.\\par")) == "One, two."


def test_headings_by_style_outline_level_and_base() -> None:
    found = blocks(
        r"\pard\s5 Jars\par\pard\s1 {\b First}\par\pard Text.\par\pard\s2 Second\par"
        r"\pard\outlinelevel1 Third\par\pard\outlinelevel9 Not.\par"
    )
    assert [(block.text, block.kind.value, block.level) for block in found] == [
        ("Jars", "heading", 1),
        ("First", "heading", 1),
        ("Text.", "paragraph", 0),
        ("Second", "heading", 1),
        ("Third", "heading", 2),
        ("Not.", "paragraph", 0),
    ]
    assert not found[1].inlines, "what is bold as a whole is so by its style"


def test_words_are_set_apart() -> None:
    (block,) = blocks(r"a {\b bold {\i both}} {\f1 code} x{\super 2} {\strike no} {\ul line}")
    assert [(block.text[one.start : one.end], one.kind.value) for one in block.inlines] == [
        ("bold both", "strong"),
        ("both", "emphasis"),
        ("code", "code"),
        ("2", "superscript"),
        ("no", "strike"),
        ("line", "underline"),
    ]


@pytest.mark.parametrize(
    ("code", "target"),
    [
        (r'HYPERLINK "https://a.example/x"', "https://a.example/x"),
        (r'HYPERLINK \\l "part"', "#part"),
        (r'{\b HYPERLINK }{"https://a.example/y" \\o "tip"}', "https://a.example/y"),
        (r"REF part \\h", "#part"),
        (r'HYPERLINK "file:///etc/passwd"', ""),
        (r'HYPERLINK "javascript:x"', ""),
    ],
)
def test_fields_show_their_results_and_lead_somewhere(code: str, target: str) -> None:
    (block,) = blocks(r"See {\field{\*\fldinst{" + code + r"}}{\fldrslt{\ul the site}}}, please.")
    assert block.text == "See the site, please."
    assert [one.target for one in block.inlines if one.kind is InlineKind.LINK] == (
        [target] if target else []
    )


def test_places_are_named() -> None:
    draft = read(r"One.\par Two {\*\bkmkstart here}words{\*\bkmkend here}.\par")
    assert draft.anchors["here"] == (1, 4)


def test_notes_stand_apart_and_are_referred_to() -> None:
    found = blocks(
        r"One{\super\chftn}{\footnote\pard{\super\chftn} First.\par Second.} and "
        r"two{\footnote\ftnalt End.} and three{\footnote Third.}.\par"
    )
    assert found[0].text == "One[1] and two[i] and three[2]."
    notes = [(block.marker, block.text) for block in found if block.kind is BlockKind.FOOTNOTE]
    assert notes == [("1", "First."), ("", "Second."), ("i", "End."), ("2", "Third.")]


def test_comments_stand_beside_the_words_that_they_are_on() -> None:
    draft = read(
        r"One {\*\atrfstart 7}two more{\*\atrfend 7}{\*\atnid R}{\*\atnauthor Rev}\chatn"
        r"{\*\annotation{\*\atnref 7}\pard Why?\par} last{\*\annotation Done.}.\par"
    )
    (block,) = draft.blocks
    assert block.text == "One two more last."
    assert [
        (block.text[one.start : one.end], draft.comments[one.target])
        for one in block.inlines
        if one.kind is InlineKind.COMMENT
    ] == [("two more", Comment("Rev", "Why?")), ("last", Comment("", "Done."))]


def test_lists_by_their_markers_by_their_tables_and_by_hand() -> None:
    table = (
        r"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat3{\leveltext\'02\'00);}"
        r"{\levelnumbers\'01;}}{\listlevel\levelnfc4{\leveltext\'03(\'01);}}\listid7}}"
        r"{\*\listoverridetable{\listoverride\listid7\ls1}}"
    )
    body = (
        r"\pard{\listtext\pard 1.\tab}\ls9 One\par{\listtext{\f4\'b7}\tab}\ilvl1 In\par"
        r"\pard\ls9 more\par\pard Text.\par"
        r"\pard\li720\fi-360 \bullet\tab Hand\par\li1080 a)\tab Low\par"
    )

    def items(body: str) -> list[tuple[str, int, str]]:
        return [
            (block.marker, block.level, block.text)
            for block in read(body, FONTS + STYLES + table).blocks
            if block.kind is BlockKind.LIST_ITEM
        ]

    assert items(r"\pard\ls1 Three\par\ls1 Four\par\ilvl1 Deep\par") == [
        ("3)", 1, "Three"),
        ("4)", 1, "Four"),
        ("(a)", 2, "Deep"),
    ]
    assert items(body) == [
        ("1.", 1, "One"),
        ("•", 2, "In"),
        ("", 1, "more"),
        ("•", 1, "Hand"),
        ("a)", 2, "Low"),
    ]


def test_tables_keep_rows_cells_and_joined_cells() -> None:
    found = blocks(
        r"Before.\par\trowd\cellx1\cellx2\pard\intbl Year\cell Jars\cell\row"
        r"\trowd\clmgf\cellx1\clmrg\cellx2\pard\intbl Both\cell\cell\row"
        r"\trowd\cellx1\cellx2\pard\intbl 1884\cell four\par hundred\cell\row\pard After.\par"
    )
    assert [block.text for block in found] == [
        "Before.",
        "Year  Jars\nBoth\n1884  four hundred",
        "After.",
    ]
    assert found[1].kind is BlockKind.TABLE


def test_a_table_within_a_table_is_text_in_order() -> None:
    found = texts(
        r"\trowd\cellx1\cellx2\pard\intbl out\par\pard\intbl\itap2 in one\nestcell in two\nestcell"
        r"{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables\par}"
        r"\pard\intbl last\cell side\cell\row\pard After.\par"
    )
    assert found == ["out", "in one  in two", "last", "side", "After."]


def test_text_boxes_stand_once_behind_their_paragraph() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn pictureId}{\sv 1}}{\shptxt\pard Boxed.\par}}{\shprslt Boxed}}"
    assert texts(rf"One {box}two.\par Three.\par") == ["One two.", "Boxed.", "Three."]


def test_pictures_leave_their_alternative_text() -> None:
    picture = r"{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv A mill}}}\pngblip 0a}}"
    (block,) = blocks(picture + r" and more")
    assert block.text == "A mill and more"
    assert block.inlines[0].kind is InlineKind.IMAGE


def test_metadata_is_what_info_says() -> None:
    info = (
        r"{\info{\title Jars \'26 lids}{\author Bram Oduya}{\operator gone}{\company Reach Press}"
        r"{\creatim\yr2021\mo4\dy9\hr1}{\revtim\yr2022\mo1\dy1}{\doccomm gone}}"
    )
    draft = read("Text.", FONTS + info)
    assert draft.metadata.title == "Jars & lids"
    assert [name.display for name in draft.metadata.author] == ["Bram Oduya"]
    assert (draft.metadata.issued and draft.metadata.issued.day) == 9
    assert draft.metadata.publisher == "Reach Press"
    assert [block.text for block in draft.blocks] == ["Text."]


def test_a_quote_and_code_have_their_kinds() -> None:
    found = blocks(
        r"\pard\s6 Said.\par\pard Some text, which is longer than the code below it is.\par"
        r"{\f1 a = 1\line  b = 2\par c\par}Text again, and more of it than of code.\par"
    )
    assert [(block.kind.value, block.quoted) for block in found] == [
        ("paragraph", 1),
        ("paragraph", 0),
        ("code", 0),
        ("paragraph", 0),
    ]
    assert found[2].text == "a = 1\n b = 2\nc"


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1",
        b"{\\rtf1 {\\fonttbl{\\f0",
        b"{\\rtf1 \\'",
        b"{\\rtf1 \\",
        b"{\\rtf1 \\u99999999 \\u-99999999 \\uc-5 \\fs-9 \\bin99999999 x",
        b"{\\rtf1 }}}}{{{",
        b"{\\rtf1 \\cell\\row\\nestcell\\nestrow\\itap999\\intbl x\\cell\\row}",
        b"{\\rtf1 {\\field{\\fldrslt x}{\\*\\fldinst HYPERLINK}}{\\footnote{\\footnote x}}}",
        b"{\\rtf1\\ansicpg99999{\\fonttbl{\\f0\\fcharset83 X;}}\\'e9}",
        b"{\\rtf1{\\listtable{\\list\\listid1{\\listlevel{\\leveltext;}}}}\\ls1 x\\par}",
    ],
)
def test_what_is_broken_does_no_harm(data: bytes) -> None:
    *_, draft = drafts(Request(data, "a.rtf"))
    assert draft.complete


def test_what_is_nested_too_deep_is_left_out_and_said() -> None:
    deep = "{" * (MOST_GROUPS + 50) + "gone" + "}" * (MOST_GROUPS + 50)
    draft = read(f"One{deep}, two.")
    assert [block.text for block in draft.blocks] == ["One, two."]
    assert draft.remarks == ("What is nested in more than 2,000 groups was left out.",)


def test_what_is_no_rtf_is_read_as_what_it_is() -> None:
    (draft,) = drafts(Request(b"Only words.", "a.rtf"))
    assert [block.text for block in draft.blocks] == ["Only words."]
    (piece,) = drafts(Request(b"{\\pard Cut \\b out\\par}", "a.rtf"))
    assert [block.text for block in piece.blocks] == ["Cut out"]
    with pytest.raises(NotText):
        list(drafts(Request(bytes(range(256)) * 20, "a.rtf")))


def test_a_reader_can_give_up() -> None:
    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(drafts(Request(b"{\\rtf1 x\\par y}", "a.rtf", progress=stop)))
