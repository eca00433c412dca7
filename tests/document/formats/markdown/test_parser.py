"""Markdown: its blocks, what is set apart in them, and what it may not do."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from postil.document.pipeline import parse
from postil.model.article import Block, BlockKind, InlineKind
from postil.model.source import Date, Name
from tests.document.articles import PROSE, article, blocks, headings
from tests.support.effort import at_most


def md(text: str) -> tuple[Block, ...]:
    return blocks(text, "essay.md")


def marks(block: Block) -> list[tuple[InlineKind, str, str]]:
    return [(mark.kind, block.text[mark.start : mark.end], mark.target) for mark in block.inlines]


def test_headings_of_both_forms() -> None:
    text = "# One *two*\n\nThree\n-----\n\n###### Six ######\n\nNo\nheading\n"
    assert headings(text, "essay.md") == [(1, "One two"), (2, "Three"), (6, "Six")]


def test_inlines_have_offsets_in_the_text_without_signs() -> None:
    (block,) = md(
        "A *b **c*** `d*` [e f](http://g.example) ~~h~~ ![i](j.png) <http://k.example> &amp; \\*"
    )
    assert block.text == "A b c d* e f h i http://k.example & *"
    assert marks(block) == [
        (InlineKind.EMPHASIS, "b c", ""),
        (InlineKind.STRONG, "c", ""),
        (InlineKind.CODE, "d*", ""),
        (InlineKind.LINK, "e f", "http://g.example"),
        (InlineKind.STRIKE, "h", ""),
        (InlineKind.IMAGE, "i", "j.png"),
        (InlineKind.LINK, "http://k.example", "http://k.example"),
    ]


def test_bare_addresses_are_links_but_not_within_code() -> None:
    (block,) = md("Go to https://a.example/b_c, not `https://d.example`.")
    assert [mark[1] for mark in marks(block)] == ["https://a.example/b_c", "https://d.example"]
    assert [mark[0] for mark in marks(block)] == [InlineKind.LINK, InlineKind.CODE]


def test_line_ends_become_blanks_and_are_remembered() -> None:
    for text in ("one\ntwo\nthree *x*", "one\ntwo\nthree x"):
        (block,) = md("\n\n" + text)
        assert block.text == "one two three x"
        assert [block.line_at(at) for at in (0, 4, 8)] == [3, 4, 5]
    assert md("a  \nb *c*")[0].text == "a b c"


def test_lines_that_all_end_on_purpose_are_verse() -> None:
    (block,) = md("Night is dark,  \nthe sea is wide,  \nlamps abide.")
    assert block.kind is BlockKind.VERSE
    assert block.text == "Night is dark,\nthe sea is wide,\nlamps abide."


def test_lists_have_markers_and_depth() -> None:
    found = md("- one\n- two\n  more\n\n  further\n\n  3. three\n  4. four\n\n7) seven\n")
    assert [(b.kind, b.marker, b.level, b.text) for b in found] == [
        (BlockKind.LIST_ITEM, "•", 1, "one"),
        (BlockKind.LIST_ITEM, "•", 1, "two more"),
        (BlockKind.LIST_ITEM, "", 1, "further"),
        (BlockKind.LIST_ITEM, "3.", 2, "three"),
        (BlockKind.LIST_ITEM, "4.", 2, "four"),
        (BlockKind.LIST_ITEM, "7)", 1, "seven"),
    ]


def test_an_ordered_list_counts_on_over_blank_lines() -> None:
    assert [b.marker for b in md("1. a *x*\n\n1. b\n\n1. c\n")] == ["1.", "2.", "3."]


def test_quotations_code_and_rules() -> None:
    found = md("> one\n>\n> > two\n\n```py x\ndef f():\n\n    1\n```\n\n    set in\n\n***\n")
    assert [(b.kind, b.quoted, b.language, b.text) for b in found] == [
        (BlockKind.PARAGRAPH, 1, "", "one"),
        (BlockKind.PARAGRAPH, 2, "", "two"),
        (BlockKind.CODE, 0, "py", "def f():\n\n    1"),
        (BlockKind.CODE, 0, "", "set in"),
        (BlockKind.PARAGRAPH, 0, "", "* * *"),
    ]
    assert found[2].line == 6
    assert found[2].line_at(len("def f():\n\n")) == 8


def test_a_table_is_one_block_in_columns() -> None:
    (block,) = md("| a | 한국 | c |\n|---|:-:|--:|\n| `long cell` | b | |\n| x\\|y | z | w |")
    assert block.kind is BlockKind.TABLE
    assert block.text == "a          한국  c\nlong cell  b\nx|y        z     w"
    assert marks(block) == [(InlineKind.CODE, "long cell", "")]
    assert block.line_at(block.text.index("x|y")) == 4
    assert [block.text[at:].split()[0] for at in block.cells] == ["한국", "c", "b", "z", "w"]


def test_a_table_keeps_its_columns_where_the_first_cell_is_empty_or_needs_cleaning() -> None:
    (block,) = md("| | one |\n|-|-|\n| cafe\u0301 \u202ex | *two* |")
    assert block.text == "        one\ncafé x  two"
    assert [block.text[at:][:3] for at in block.cells] == ["one", "two"]
    assert marks(block) == [(InlineKind.EMPHASIS, "two", "")]


def test_footnotes_stand_at_the_end_and_are_referred_to() -> None:
    found = md("See[^a] and [^none].\n\n[^a]: First *words*\n    go on.\n\n    More.\n\nLast.")
    assert [(b.kind, b.marker, b.text) for b in found] == [
        (BlockKind.PARAGRAPH, "", "See[a] and [^none]."),
        (BlockKind.PARAGRAPH, "", "Last."),
        (BlockKind.FOOTNOTE, "a", "First words go on."),
        (BlockKind.FOOTNOTE, "", "More."),
    ]
    assert marks(found[0]) == [(InlineKind.FOOTNOTE, "[a]", "a")]


def test_attributions_in_brackets_stay() -> None:
    words = "He said so. [Source: Ann Keeper, Lamp Weekly, March 3, 2019]"
    assert md(words)[0].text == words


def test_references_are_found_wherever_they_are_defined() -> None:
    found = md(
        "[One][a], [b] and [c].\n\n> x\n\n[A]: <http://a.example> 'title'\n[b]:\nhttp://b.example"
    )
    assert found[0].text == "One, b and [c]."
    assert [mark[2] for mark in marks(found[0])] == ["http://a.example", "http://b.example"]


def test_what_stands_in_code_or_a_comment_defines_nothing() -> None:
    found = md("Take arr[i] and [n].\n\n```\n[i]: first\n```\n\n<!--\n[n]: no\n-->\n\nEnd.")
    assert [block.text for block in found] == ["Take arr[i] and [n].", "[i]: first", "End."]
    assert found[0].inlines == ()


def test_footnotes_are_found_whatever_their_case() -> None:
    found = md("A[^Note] b[^note].\n\n[^NOTE]: One.")
    assert [(block.text, block.marker) for block in found] == [
        ("A[NOTE] b[NOTE].", ""),
        ("One.", "NOTE"),
    ]
    assert {one[2] for one in marks(found[0])} == {"NOTE"}


def test_an_item_bears_its_sign_whatever_it_begins_with() -> None:
    found = md(
        "- ```\n  code\n  ```\n- # head\n- | a | b |\n  |---|---|\n  | 1 | 2 |\n- <p>html</p>\n-\n"
        "- plain\n\n1. ```\n   x\n   ```\n\n   more\n2. > q\n"
    )
    assert [(one.kind.value, one.level, one.marker, one.text) for one in found] == [
        ("code", 1, "•", "code"),
        ("heading", 1, "•", "head"),
        ("table", 1, "•", "a  b\n1  2"),
        ("list-item", 1, "•", "html"),
        ("list-item", 1, "•", "plain"),
        ("code", 1, "1.", "x"),
        ("list-item", 1, "", "more"),
        ("list-item", 1, "2.", "q"),
    ]


def test_what_is_set_in_far_is_nested_in_nothing() -> None:
    far = " " * 100
    found = md(
        f"```\n{far}- deep\n{far * 2}* deeper\n```\n\n<p\n{far}align=left>*a*</p>\n\n- b\n{far}c\n"
    )
    assert [(one.kind.value, one.text) for one in found] == [
        ("code", f"{far}- deep\n{far * 2}* deeper"),
        ("paragraph", "*a*"),
        ("list-item", "b c"),
    ]


def test_html_leaves_its_words_only() -> None:
    found = md(
        "<script>alert(1)</script>\n\n<div>\n<p onclick=x>one <b>two</b></p><p>three &lt;</p></div>"
        "\n\n<!-- no\n\nno -->\n\nfour <i>five</i><!-- no --> [js](javascript:alert(1))\n"
    )
    assert [b.text for b in found] == [
        "one two",
        "three <",
        "four five [js](javascript:alert(1))",
    ]
    assert marks(found[-1]) == [(InlineKind.EMPHASIS, "five", "")]


def test_html_is_read_as_what_it_is() -> None:
    found = md(
        "<pre>\nThe drum is low,\n    the cart is slow,\n</pre>\n\n"
        "One<br>\ntwo<br/>\nthree\n\n"
        "Press <kbd>x</kbd>, H<sub>2</sub>O, "
        "<a href='https://a.example/?a=1&amp;b'>a <b>port</b></a>, "
        "<a href=javascript:alert(1)>no</a> <img src=b.png alt='a boat'>.\n\n"
        "<details><summary>More</summary>\n\n*words*\n\n</details>\n\n"
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>\n\n"
        "- <ul><li>deep</li></ul>\n"
    )
    assert [(one.kind.value, one.level, one.marker, one.text) for one in found] == [
        ("code", 0, "", "The drum is low,\n    the cart is slow,"),
        ("verse", 0, "", "One\ntwo\nthree"),
        ("paragraph", 0, "", "Press x, H2O, a port, no a boat."),
        ("paragraph", 0, "", "More"),
        ("paragraph", 0, "", "words"),
        ("table", 0, "", "a  b\n1  2"),
        ("list-item", 2, "•", "deep"),
    ]
    assert marks(found[2]) == [
        (InlineKind.CODE, "x", ""),
        (InlineKind.SUBSCRIPT, "2", ""),
        (InlineKind.LINK, "a port", "https://a.example/?a=1&b"),
        (InlineKind.STRONG, "port", ""),
        (InlineKind.IMAGE, "a boat", "b.png"),
    ]


def test_entities_bring_nothing_back_that_commands() -> None:
    found = md("a &#27;[2J b &#x9b;31m &#x202e;c *d* &#10;&#10;e e*&#x301;f*\n\n`&#27;`")
    text = "\n\n".join(block.text for block in found)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert "\u202e" not in text
    assert "\n" not in found[0].text
    assert (InlineKind.EMPHASIS, "d", "") in marks(found[0])


def test_a_rule_with_a_blank_line_behind_it_is_a_rule() -> None:
    found = md("---\n\nUpdate: it runs again.\n\n---\n\nOn.")
    assert [block.text for block in found] == ["* * *", "Update: it runs again.", "* * *", "On."]


def test_front_matter_may_be_long() -> None:
    abstract = "".join(f"  line {at} of the abstract\n" for at in range(4000))
    text = f"---\ntitle: Up\nabstract: |\n{abstract}---\n\n# Head\n"
    shown = list(parse(text.encode(), "a.md"))
    assert {one.metadata.title for one in shown} == {"Up"}
    assert [[block.text for block in one.blocks] for one in shown] == [["Head"]]


def test_front_matter_is_metadata() -> None:
    known = article(
        "---\ntitle: The: Lamp\n[\n---\n\nx", "a.md"
    ), article(
        '---\ntitle: "The Lamp"\nauthor: [Ann Keeper, "Ferry, Bo"]\ndate: 2019-03-04\n'
        "lang: en\n---\n\n# Lamp\n\nx",
        "a.md",
    )  # fmt: skip
    broken, good = known
    colon = article("---\ntitle: The way: up\nauthor: Jo Ba\ntags:\n- a: b: c\n---\n\nx", "a.md")
    assert colon.metadata.title == "The way: up"
    assert colon.metadata.author == (Name("Ba", "Jo"),)
    assert [block.text for block in colon.blocks] == ["x"]
    assert colon.remarks == ()
    assert broken.blocks[0].kind is BlockKind.CODE
    assert broken.remarks == ("The front matter cannot be read; it is shown as it stands.",)
    assert good.metadata.title == "The Lamp"
    assert good.metadata.author == (Name("Keeper", "Ann"), Name("Ferry", "Bo"))
    assert good.metadata.issued == Date(2019, 3, 4)
    assert dict(good.metadata.origins)["language"] == "document"
    assert good.blocks[0].line == 8


def test_front_matter_runs_no_code_and_no_bomb() -> None:
    bomb = "".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in pairwise("abcdefghi"))
    for evil in (
        "title: !!python/object/apply:os.system ['touch PWNED']\n",
        "a: &a [x,x,x,x,x,x,x,x,x]\n" + bomb,
        "a: " + "[" * 900 + "\n",
        "title: &t [*t]\n",
    ):
        assert article(f"---\n{evil}---\n\nBody text\n", "a.md").blocks[-1].text == "Body text"


def test_words_between_rules_are_no_front_matter() -> None:
    assert [b.text for b in md("---\n\nJust words.\n\n---\n\nMore.")][-1] == "More."
    assert "Just words." in article("---\nJust words.\n\n---\n", "a.md").text


def test_the_only_top_heading_is_the_title() -> None:
    assert article("# Lamp\n\n## Oil\n\nx", "a.md").metadata.title == "Lamp"
    assert article("# Lamp\n\nx\n\n# Oil\n\nx", "a.md").metadata.title == ""
    assert article("Text.\n\n# Lamp\n\nx", "a.md").metadata.title == ""


@pytest.mark.parametrize(
    ("attack", "kept"),
    [
        (">" * 10_000 + " deep", "deep"),
        ("".join("  " * i + "- x\n" for i in range(1000)), "x"),
        ("- " * 3000 + "deep", "deep"),
        ("*a_ " * 50_000, "a"),
        ("[" * 50_000 + "a" + "]" * 50_000, "a"),
        ("[" * 2_900 + "a", "a"),
        ("[a](" * 20_000, "a"),
        ("a <!-- " * 20_000, "a"),
        ("".join("`" * i + " " for i in range(1, 1500)), "`"),
        ("".join(f"[r{i}]: /u{i}\n" for i in range(10_000)) + "\n[r5]", "r5"),
        ("x [" + "]:" * 200_000, "x"),
        ("```\n" * 20_000 + "a\n", "a"),
        ("|a|\n|-|\n|" + "x" * 300_000 + "|\n" + "|b|\n" * 2_000, "b"),
        ("<div" * 50_000 + "\n\nend", "end"),
        ("\\" * 100_000 + "a", "a"),
    ],
    ids=lambda value: value[:8].strip(),
)
def test_attacks_neither_raise_nor_take_long(attack: str, kept: str) -> None:
    with at_most(1500):
        text = article(attack, "a.md").text
    assert kept in text


@pytest.mark.parametrize(
    "text",
    [
        "a *b* c\n  `d` e\n[f](g) h\n*i* j\n**k** l\n_m_ n\n$o$ p\n&amp; q\n1984 was\n:-) r",
        "*a*",
        "`` a ` b `` c",
        "(a)\n      b *c*",
        "*",
        "**",
        "* a",
        "*a\n* b",
        "a\n- b",
        "a\n``` b",
        "a\n1. b",
        "a\n---",
        "a\n: b",
        "a\n$$\nb\n$$",
        "a\n<div>",
        "***",
        "_ _ _",
        "___",
        "    a",
        "a | b\n:-|-:\nc | d",
        "[a]: b",
        "a\n[b]: c",
        "a\n\\[\nb\n\\]",
    ],
)
def test_a_paragraph_is_told_from_other_blocks_before_it_is_parsed(text: str) -> None:
    from postil.document.formats.markdown.block_parser import BlockParser
    from postil.document.formats.markdown.tokens import TokenWalk

    def read(source: str, line: int) -> list[Block]:
        parser = BlockParser()
        tokens = parser.blocks(source) or ()
        parser.words(tokens)
        walk = TokenWalk(tokens, line)
        walk.run()
        return walk.blocks

    assert read(text, 2) == read("\n" + text, 1)


def test_addresses_are_written_as_they_must_be() -> None:
    found = md("[a](http://x.example/é?q=[1]&b#c) [b](http://Y.example/c) [c](./d.md#e) [f](z%zz)")
    assert [mark[2] for mark in marks(found[0])] == [
        "http://x.example/%C3%A9?q=%5B1%5D&b#c",
        "http://Y.example/c",
        "./d.md#e",
        "z%25zz",
    ]


def test_the_quick_way_reads_as_the_parser_does() -> None:
    from postil.document.formats.markdown import parser
    from postil.document.formats.markdown.block_parser import BlockParser
    from postil.document.formats.markdown.slices import Slice

    for text in (
        PROSE.strip(),
        "2021 was dry.\nSo was 2022",
        "# A title #",
        "## Two words ##x",
        "“Quoted”\n   and on",
        "(in brackets)\n(twice)",
        "3.5 metres",
        "... well",
        "a - b\n… c",
        "100% sure\n$5",
    ):
        quick = parser._simple(Slice(1, text))
        assert quick is not None
        slow = parser._Blocks()
        parser._parsed(Slice(1, text), BlockParser(), slow)
        assert slow.blocks == [quick]
    for text in (
        "- item",
        "1. x",
        "a\n===",
        "a\n# b",
        "    code",
        "+ x",
        "a\n- b",
        "> q",
        "#",
        "### ###",
        "#x y",
    ):
        quick = parser._simple(Slice(1, text))
        slow = parser._Blocks()
        parser._parsed(Slice(1, text), BlockParser(), slow)
        assert quick is None or [quick] == slow.blocks
