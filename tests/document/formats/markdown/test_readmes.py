"""READMEs: badges, HTML among Markdown, and links within the text."""

from __future__ import annotations

from postil.model.article import BlockKind, InlineKind
from tests.document.articles import article, blocks

BADGE = "[![build](https://img.shields.io/x/lamp.svg)](https://ci.example)"


def test_badges_leave_nothing_and_no_blanks() -> None:
    text = (
        f"# Lamp {BADGE}\n\n{BADGE}\n{BADGE} "
        "[![](https://a.example/badges/b.svg)](https://b.example)\n\n"
        f"Burns {BADGE} well\n![ci](https://h.example/o/r/actions/workflows/ci.yml/badge.svg)\nand "
        "long. "
        "![A lamp](https://l.example/lamp.png) ![A badge](badge.png)\n\n"
        "<p align=center><img src='https://badgen.net/npm/v/x' alt='npm'></p>\n\n"
        "Was <img alt=npm src=https://badge.fury.io/js/x.svg> lit.\n"
    )
    assert [block.text for block in blocks(text, "a.md")] == [
        "Lamp",
        "Burns well and long. A lamp A badge",
        "Was lit.",
    ]


def test_blocks_of_html_stand_on_their_own_lines() -> None:
    text = (
        "Words.\n\n<div>\n<h2>Oil</h2>\n\n</div>\n\n<p align='center'>\n  <b>Rope</b>\n</p>\n"
        "<p>\nSail</p>\n"
        "<table>\n<tr><td>a</td>\n<td>b</td></tr>\n<tr><td>1</td><td>2</td></tr></table>\n"
        "<p>End</p>\n"
    )
    assert [(block.line, block.text) for block in blocks(text, "a.md")] == [
        (1, "Words."),
        (4, "Oil"),
        (9, "Rope"),
        (12, "Sail"),
        (13, "a  b\n1  2"),
        (17, "End"),
    ]


def test_places_that_the_text_names_are_led_to() -> None:
    text = (
        "See [oil](#the-oil), [rope](#rope).\n\n# Oil {#the-oil}\n\nA <a name='rope'></a>rope.\n\n"
        "<a id='sail'></a>\n\n## Sail\n\n<h2 id=mast>Mast</h2>\n\n- <span id='oar'>an</span> oar\n"
        "\n[^1]: <a name=no></a> note [^1]\n"
    )
    found = article(text, "a.md")
    led = {name: found.text[at : at + 4] for name, at in found.anchors.items()}
    assert led == {
        "the-oil": "Oil\n",
        "rope": "rope",
        "sail": "Sail",
        "mast": "Mast",
        "oar": "an o",
    }


def test_a_closing_break_is_one_as_in_browsers() -> None:
    (block,) = blocks("| [a](b)</br>c |\n|---|\n| d |\n", "a.md")
    assert block.text == "a c\nd"
    assert [one.text for one in blocks("<p>a</br>b</p>", "a.md")] == ["a b"]


def test_long_lines_with_breaks_between_them_are_no_verse() -> None:
    long = "The keeper wrote down each ship that passed, the weather and the hour of it, "
    (block,) = blocks(f"{long * 2}<br>\n{long * 2}<br/>\n{long * 2}", "a.md")
    assert block.kind is BlockKind.PARAGRAPH
    (verse,) = blocks("Night is dark,<br>\nthe sea is wide,<br/>\nlamps abide.", "a.md")
    assert verse.kind is BlockKind.VERSE


def test_a_table_of_one_row_with_text_in_columns_only_arranges() -> None:
    cell = "<td><img src='https://s.example/logo.png' alt='Quay'><p>We make rope.</p></td>"
    text = f"<table><tr>{cell}{cell}</tr></table>\n"
    assert [(one.kind.value, one.text) for one in blocks(text, "a.md")] == [
        ("paragraph", "Quay"),
        ("paragraph", "We make rope."),
    ] * 2
    three = cell.replace("</p>", "</p><p>And sails.</p>")
    rows = f"<tr>{three}{three}</tr>" * 2
    assert len(blocks(f"<table>{rows}</table>\n", "a.md")) == 12
    plain = "<table><tr><td>a</td><td>b</td></tr></table>\n"
    assert [one.kind for one in blocks(plain, "a.md")] == [BlockKind.TABLE]


def test_pictures_in_links_keep_their_words() -> None:
    (block,) = blocks("[![A lamp](lamp.png)](https://l.example) lit", "a.md")
    assert [one.kind for one in block.inlines] == [InlineKind.IMAGE, InlineKind.LINK]
