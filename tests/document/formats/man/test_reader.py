"""Manual pages as ``man`` would set them."""

from __future__ import annotations

import gzip

import pytest

from postil.document.formats.man import reader
from postil.document.formats.man.reader import preview, read
from postil.document.formats.registry import PLAIN, format_of
from postil.document.pipeline import parse
from postil.model.article import Article, Block, BlockKind, InlineKind
from postil.model.source import Date

PAGE = '.TH ICE 7 2024-02-03 "Frost 2.1" "Cold Manual"\n'
MDOC = ".Dd March 4, 2021\n.Dt ICE 8\n.Os\n.Sh NAME\n.Nm ice\n.Nd make ice\n.Sh DESCRIPTION\n"


def article(text: str, name: str = "ice.7") -> Article:
    """Return the whole article of some source."""
    return list(parse(text.encode(), name))[-1]


def set_(text: str) -> list[tuple[str, int, str, str]]:
    """Return kind, level, marker and text of each block of a page of man(7)."""
    return [
        (one.kind.value, one.level, one.marker, one.text) for one in article(PAGE + text).blocks
    ]


def texts(text: str) -> list[str]:
    """Return the texts of the blocks of a page of man(7)."""
    return [one.text for one in article(PAGE + text).blocks]


def mdoc(text: str) -> list[str]:
    """Return the texts of a page's blocks without those of its name, from mdoc."""
    return [one.text for one in article(MDOC + text).blocks[3:]]


def marks(block: Block) -> list[tuple[str, InlineKind, str]]:
    """Return what is set apart in a block, how, and where it leads."""
    return [(block.text[one.start : one.end], one.kind, one.target) for one in block.inlines]


def test_title_date_and_manual_are_the_documents_own() -> None:
    found = article(PAGE + ".SH NAME\nIce \\- frozen water\n")
    assert found.metadata.title == "Ice(7)"
    assert found.metadata.issued == Date(2024, 2, 3)
    assert found.metadata.container_title == "Cold Manual"
    assert article(MDOC).metadata.title == "ice(8)"
    assert article(MDOC).metadata.issued == Date(2021, 3, 4)


@pytest.mark.parametrize(
    ("manual", "shown"),
    [
        ("ice", ""),
        ("ICE(7)", ""),
        ("", ""),
        ("Ice Manual", "Ice Manual"),
    ],
)
def test_a_page_is_not_the_manual_that_it_stands_in(manual: str, shown: str) -> None:
    found = article(f'.TH "ICE" "7" "2024-02-03" "Frost 2.1" "{manual}"\n.SH NAME\nice\n')
    assert found.metadata.title == "ice(7)"
    assert found.metadata.container_title == shown


def test_headings_and_lists_by_tags_bullets_and_numbers() -> None:
    assert set_(
        '.SH "ONE TWO"\nWords.\n.SS\nThree\n.TP\n.BR \\-\\-slow , " \\-s"\nGo slowly.\n.IP\nMore.\n'
        ".TP 4\n.B a\n.TQ\n.B b\nBoth.\n.PP\nAfter.\n.IP \\(bu 2\npoint\n.IP * 2\nstar\n"
        ".RS\n.IP 1. 3\ndeep\n.RE\n.IP (7) 3\nseven\n"
    ) == [
        ("heading", 1, "", "ONE TWO"),
        ("paragraph", 0, "", "Words."),
        ("heading", 2, "", "Three"),
        ("paragraph", 0, "", "--slow, -s"),
        ("list-item", 1, "", "Go slowly."),
        ("list-item", 1, "", "More."),
        ("paragraph", 0, "", "a"),
        ("paragraph", 0, "", "b"),
        ("list-item", 1, "", "Both."),
        ("paragraph", 0, "", "After."),
        ("list-item", 1, "•", "point"),
        ("list-item", 1, "•", "star"),
        ("list-item", 2, "1.", "deep"),
        ("list-item", 1, "7)", "seven"),
    ]


def test_fonts_by_macros_and_by_escapes() -> None:
    (block,) = article(
        PAGE + '.BI \\-f " file"\nand \\fBbold \\fIit\\fP b\\fR.\n.I "one two"\n'
    ).blocks
    assert block.text == "-f file and bold it b. one two"
    assert [(words, kind) for words, kind, _ in marks(block)] == [
        ("-f", InlineKind.STRONG),
        (" file", InlineKind.EMPHASIS),
        ("bold ", InlineKind.STRONG),
        ("it", InlineKind.EMPHASIS),
        (" b", InlineKind.STRONG),
        ("one two", InlineKind.EMPHASIS),
    ]


def test_escapes_characters_strings_and_registers() -> None:
    assert texts(
        ".ds LX colza \\(em oil\n.nr N 3\n\\(lqa\\(rq \\[u00E9] \\['e] \\*(LX \\nN a\\&b\\e "
        "\\s-1x\\s0 \\h'2n'y \\*[lq]q\\*[rq] \\N'65' 1\\~2\\0x\\\" gone\n"
    ) == ["“a” é é colza — oil 3 ab\\ x y “q” A 1 2 x"]


def test_code_stands_as_it_is() -> None:
    assert set_("Before\n.nf\n  a \\fBb\\fP\n\n\tc\n.fi\nafter\n.EX\nx\n.EE\n") == [
        ("paragraph", 0, "", "Before"),
        ("code", 0, "", "  a b\n\n        c"),
        ("paragraph", 0, "", "after"),
        ("code", 0, "", "x"),
    ]


def test_macros_conditions_and_comments_are_played_and_not_shown() -> None:
    assert texts(
        '.\\" comment\n\'\\" t\n.de XX\nMacro \\\\$1 and \\\\$2.\n..\n.XX one "two three"\n'
        ".if n Night.\n.if t Day.\n.ie 1=2 Wrong.\n.el \\{\\\nRight.\n.\\}\n.ig\nignored\n..\n"
        ".if !n .B no\n.if '\\*(x'y' no\n.if d XX known.\n.so man1/other.1\n"
    ) == ["Macro one and two three. Night. Right. known."]


def test_tables_are_set_with_their_cells() -> None:
    assert texts(
        ".TS\nbox tab(|);\nlb|lb\nl|l.\nLamp|Oil\n_\nUpper|nine \\fIpints\\fP\n"
        "Lower|T{\nmany\n.B words\nT}\n.TE\nAfter.\n"
    ) == ["Lamp   Oil\nUpper  nine pints\nLower  many words", "After."]
    assert texts(".TS\nl l.\na\tb\n.TE\n") == ["a  b"]


def test_links_and_lines_that_are_broken() -> None:
    (block,) = article(
        PAGE + ".UR https://a.example\nthe page\n.UE .\n.MT x@a.example\n.ME\n"
    ).blocks
    assert block.text == "the page. x@a.example"
    assert [target for _, _, target in marks(block)] == ["https://a.example", "mailto:x@a.example"]
    (verse,) = article(PAGE + "one\n.br\ntwo\n.br\nthree\n").blocks
    assert (verse.kind, verse.text) == (BlockKind.VERSE, "one\ntwo\nthree")


def test_mdoc_is_set_as_man_would() -> None:
    assert mdoc(
        ".Nm\n.Op Fl f Ar file\n.Oo Fl v Oc\n.Ar\nwrites\n.Dq Em cold , .\n.Pp\nSee\n.Xr ls 1 ,\n"
        ".Fl a Ns Ar b\nand\n.Pf ( Cm x ) .\n.Bl -tag -width x\n.It Fl a , Fl b\nBoth.\n"
        ".It Ev HOME\nThe home.\n.El\n.Bl -bullet\n.It\npoint\n.El\n.Bd -literal\na  b\n  c\n.Ed\n"
        ".Bl -column a b\n.It x Ta y\n.It z Ta w\n.El\n.Bd -filled\nfilled\n.Ed\n"
    ) == [
        "ice [-f file] [-v] file ... writes “cold”,.",
        "See ls(1), -ab and (x).",
        "-a, -b",
        "Both.",
        "HOME",
        "The home.",
        "point",
        "a  b\n  c",
        "x  y\nz  w",
        "filled",
    ]


def test_mdoc_functions_references_and_sentences() -> None:
    found = article(
        MDOC
        + '.Sh SYNOPSIS\n.In stdio.h\n.Ft int\n.Fn freeze "int a" b\n.Sh SEE\n.Rs\n.%A A. Frost\n'
        ".%T Ice\n.Re\n.Ex -std\n.Lk https://a.example A page\n.An -nosplit\n"
    )
    assert "#include <stdio.h>" in found.text
    assert "freeze(int a, b)" in found.text
    assert "A. Frost, Ice" in found.text
    assert "The ice utility exits 0 on success" in found.text
    assert "https://a.example" in [one.target for one in found.blocks[-1].inlines]
    assert "nosplit" not in found.text


@pytest.mark.parametrize(
    ("name", "head", "label"),
    [
        ("a.7", PAGE, "manual page"),
        ("a.txt", PAGE, "manual page"),
        ("standard input", '.\\" comment\n.\n' + MDOC, "manual page"),
        ("a.3pm", ".de Sp\n..\n" + PAGE, "manual page"),
        ("chapter.5", "The lake froze.\n", "plain text"),
        ("copy.1", "", "manual page"),
        ("a.txt", ".. note:: words\n\n.TH is a macro\n", "plain text"),
        ("a.md", ".TH in the middle of nothing", "Markdown"),
    ],
)
def test_the_first_lines_tell_of_a_page(name: str, head: str, label: str) -> None:
    assert format_of(name, head.encode()).label in (
        label,
        *(("manual page",) if ".TH in" in head else ()),
    )


def test_a_text_that_is_no_page_stays_plain_whatever_its_number() -> None:
    assert format_of("chapter.5", b"Words.\n") is PLAIN
    found = article("Words of a chapter.\n", "chapter.5")
    assert found.text == "Words of a chapter."


def test_a_compressed_page_is_read() -> None:
    (found,) = parse(gzip.compress((PAGE + ".SH NAME\nice\n").encode()), "ice.7.gz")
    assert [one.text for one in found.blocks] == ["NAME", "ice"]


def test_a_page_that_only_leads_to_another_says_so() -> None:
    found = article(".so man7/queue.7\n", "tailq.3")
    assert "man7/queue.7" in found.remarks[0]


def test_a_screenful_is_what_the_whole_begins_with() -> None:
    part = ".SH PART\nWords.\n.TP\n.B a\nb\n.RS\n.nf\ncode\n"
    first = preview(PAGE + part * 60, None)
    whole = read(PAGE + part * 90, "")
    assert first.blocks
    texts_ = [one.text for one in first.blocks]
    assert texts_ == [one.text for one in whole.blocks[: len(texts_)]]


@pytest.mark.parametrize(
    "text",
    [
        ".de A\n.A\n.A\n..\n.A\n",
        ".ds x \\*x\\*x\n\\*x\n",
        ".RS\n" * 5000,
        ".if n \\{\n" * 5000,
        "\\[" * 20_000 + "\\f(" * 9 + "\\",
        ".TS\n.TE\n.TS\nl.\nT{\n",
        ".TP\n" * 5000,
        ".nf\n" * 3000 + ".SH\n" * 3000,
        ".BR " + "a " * 20_000,
        '.while 1 \\{.x\\}\n.nr a 1/0\n.if (((((\n.if \\nx>\n.IP\n.IP "\n',
        "\\\n" * 20_000,
    ],
    ids=range(11),
)
def test_pages_that_mean_harm_end(text: str) -> None:
    for page in (PAGE, MDOC):
        article(page + "Words.\n" + text)


def test_lines_without_blanks_are_joined_as_their_script_is() -> None:
    assert texts("港に着いた\n船は三隻。\n.B 氷\n\\(bu ice\nmelts\n") == [
        "港に着いた船は三隻。 氷 • ice melts"
    ]


def test_registers_go_on_by_their_step() -> None:
    assert set_(".nr s 0 1\n.IP \\n+[s].\none\n.IP \\n+s.\ntwo\n") == [
        ("list-item", 1, "1.", "one"),
        ("list-item", 1, "2.", "two"),
    ]


def test_what_is_too_large_is_read_as_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST", 70_000)
    *firsts, whole = parse((PAGE + ".SH A\nb\n" * 12_000).encode(), "a.7")
    assert "plain text" in whole.remarks[0]
    for first in firsts:
        assert whole.text.startswith(first.text)


def test_bullets_that_programs_hang_out_are_items() -> None:
    hung = ".RS 4\n.ie n \\{\\\n\\h'-04'{}\\c\n.\\}\n.el \\{\\\n.IP \\(bu 2.3\n.\\}\nitem\n.RE\n"
    bullet = hung.replace("{}", "\\(bu\\h'+03'", 1)
    number = hung.replace("{}", " 1.\\h'+01'", 1)
    assert set_("Words.\n" + bullet + number) == [
        ("paragraph", 0, "", "Words."),
        ("list-item", 1, "•", "item"),
        ("list-item", 1, "1.", "item"),
    ]
