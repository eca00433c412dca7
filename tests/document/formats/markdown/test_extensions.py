"""What GitHub, pandoc, Obsidian and kramdown add to Markdown, and prose that looks like it."""

from __future__ import annotations

import pytest

from postil.document.pipeline import parse
from postil.model.article import Block, BlockKind, InlineKind
from tests.document.articles import article, blocks
from tests.support.effort import at_most


def md(text: str) -> tuple[Block, ...]:
    return blocks(text, "essay.md")


def apart(block: Block) -> list[tuple[InlineKind, str]]:
    return [(one.kind, block.text[one.start : one.end]) for one in block.inlines]


def test_an_alert_is_an_aside_under_its_label() -> None:
    found = md("> [!WARNING]\n> Mind the *tide*.\n>\n> - rope\n\nOn.")
    assert [(b.kind.value, b.text, b.aside, b.quoted, b.line) for b in found] == [
        ("paragraph", "Warning", "warning", 0, 1),
        ("paragraph", "Mind the tide.", "warning", 0, 2),
        ("list-item", "rope", "warning", 0, 4),
        ("paragraph", "On.", "", 0, 6),
    ]
    assert apart(found[0]) == [(InlineKind.STRONG, "Warning")]


def test_a_callout_may_have_a_title_and_hold_a_quotation() -> None:
    found = md("> [!tip]- Row *north*\n> First.\n> > He said.\n\n> [!quote]\n> Said.")
    assert [(b.text, b.aside, b.quoted) for b in found] == [
        ("Row north", "tip", 0),
        ("First.", "tip", 0),
        ("He said.", "tip", 1),
        ("Said.", "", 1),
    ]
    assert (InlineKind.EMPHASIS, "north") in apart(found[0])


def test_what_is_no_kind_of_aside_is_a_quotation_as_it_stands() -> None:
    found = md("> [!BOAT]\n> words\n\n> see [!NOTE] there\n\n[!NOTE]\n")
    assert [(b.text, b.aside, b.quoted) for b in found] == [
        ("[!BOAT] words", "", 1),
        ("see [!NOTE] there", "", 1),
        ("[!NOTE]", "", 0),
    ]


def test_asides_of_documentation_tools() -> None:
    found = md(
        '!!! note\n    Words.\n\n    - a\n\nOn.\n\n??? tip "Row *north*"\n    So.\n\n'
        ":::warning[Mind it]\nOne.\n\n```\n:::\n```\n\nTwo.\n:::\n\n"
        "::: {.callout-caution}\nStop\n:::\nGo.\n"
    )
    assert [(b.kind.value, b.text, b.aside, b.line) for b in found][:8] == [
        ("paragraph", "Note", "note", 1),
        ("paragraph", "Words.", "note", 2),
        ("list-item", "a", "note", 4),
        ("paragraph", "On.", "", 6),
        ("paragraph", "Row north", "tip", 8),
        ("paragraph", "So.", "tip", 9),
        ("paragraph", "Mind it", "warning", 11),
        ("paragraph", "One.", "warning", 12),
    ]
    assert [(b.text, b.aside) for b in found][-3:] == [
        ("Caution", "caution"),
        ("Stop", "caution"),
        ("Go.", ""),
    ]


def test_parts_between_colons_nest_and_leave_no_signs() -> None:
    found = md(
        "::: details Open *me*\na\n\n:::tip\nb\n:::\n\nc\n:::\n\n"
        "::::columns\n:::{.column}\nd\n:::\n::::\n\n"
        "e\n:::\n\n!!! what a day\n\n!!! note\n\n??? who\n\n:::note\nf\n\ng\n"
    )
    assert [(b.text, b.aside) for b in found] == [
        ("Open me", ""),
        ("a", ""),
        ("Tip", "tip"),
        ("b", "tip"),
        ("c", ""),
        ("d", ""),
        ("e :::", ""),
        ("!!! what a day", ""),
        ("!!! note", ""),
        ("??? who", ""),
        ("Note", "note"),
        ("f", "note"),
        ("g", "note"),
    ]


def test_an_aside_that_is_never_closed_ends_with_what_it_stands_in() -> None:
    found = md("- a\n\n  :::tip\n  b\n\nOn.\n\n> :::note\n> c\n\nOn.\n")
    assert [(b.text, b.aside, b.quoted) for b in found] == [
        ("a", "", 0),
        ("Tip", "tip", 0),
        ("b", "tip", 0),
        ("On.", "", 0),
        ("Note", "note", 1),
        ("c", "note", 1),
        ("On.", "", 0),
    ]


def test_the_box_of_a_task_stands_for_its_bullet() -> None:
    found = md(
        "- [ ] oil\n- [x] wick\n  - [X] *lamp*\n- [] no\n- [ ]\n\n1. [x] rope\n2. [y] sail\n"
    )
    assert [(b.marker, b.level, b.text) for b in found] == [
        ("☐", 1, "oil"),
        ("☑", 1, "wick"),
        ("☑", 2, "lamp"),
        ("•", 1, "[] no"),
        ("•", 1, "[ ]"),
        ("1. ☑", 1, "rope"),
        ("2.", 1, "[y] sail"),
    ]


def test_a_term_and_its_definitions() -> None:
    found = md(
        "*Lee*\n: the side\n  away\n: shelter\n\nLuff\n\n: to turn\n\n    further\n\nOn\n: \n"
    )
    assert [(b.kind.value, b.level, b.marker, b.text) for b in found] == [
        ("paragraph", 0, "", "Lee"),
        ("list-item", 1, "", "the side away"),
        ("list-item", 1, "", "shelter"),
        ("paragraph", 0, "", "Luff"),
        ("list-item", 1, "", "to turn"),
        ("list-item", 1, "", "further"),
        ("paragraph", 0, "", "On :"),
    ]


def test_a_definition_behind_a_blank_line_is_not_cut_from_its_term() -> None:
    text = "Luff\n\n: to turn\n\n" + "Words.\n\n" * 12_000
    first, *_, last = parse(text.encode(), "a.md")
    assert first.blocks[:2] == last.blocks[:2]
    assert [b.text for b in last.blocks[:2]] == ["Luff", "to turn"]


@pytest.mark.parametrize(
    ("text", "shown", "kind", "words"),
    [
        ("so ==much *more*== oil", "so much more oil", InlineKind.HIGHLIGHT, "much more"),
        ("这是==重点==内容", "这是重点内容", InlineKind.HIGHLIGHT, "重点"),
        ("H~2~O", "H2O", InlineKind.SUBSCRIPT, "2"),
        ("x^2^ and y", "x2 and y", InlineKind.SUPERSCRIPT, "2"),
        ("the 1^st^ lamp", "the 1st lamp", InlineKind.SUPERSCRIPT, "st"),
        ("his words^[3]^ end", "his words[3] end", InlineKind.SUPERSCRIPT, "[3]"),
        ("a ~struck word~ here", "a struck word here", InlineKind.STRIKE, "struck word"),
        ("==a `b==c` d==", "a b==c d", InlineKind.HIGHLIGHT, "a b==c d"),
    ],
)
def test_signs_in_pairs_set_apart(text: str, shown: str, kind: InlineKind, words: str) -> None:
    (block,) = md(text)
    assert block.text == shown
    assert (kind, words) in apart(block)


@pytest.mark.parametrize(
    "text",
    [
        "if a == b and c == d",
        "a==b, c==d",
        "~5 to ~10 ships",
        "pages 10~20~30",
        "~/bin and ~/lib",
        "~/a:~/b",
        "^_^ and ^o^ again",
        "2^10 is more than 2^8",
        "2^10^3",
        "see^[3] there",
        "costs $5 and $10, or US$6-$7",
        "a = b == c",
        "arr[[1]] and x[[name]]",
        "[[ -f lamp ]]",
        "wait~~~ what~~~",
        "== heading ==",
        "%%aside%% :smile: as typed",
        "{a} {b: c}",
        "a set {x y}",
    ],
)
def test_prose_keeps_its_signs(text: str) -> None:
    (block,) = md(text)
    assert block.text == text


@pytest.mark.parametrize(
    "formula",
    [
        "$a_b$",
        "$a*b*c$",
        "$x_1 + y_1$",
        "$$ \\sum_{i} x_i *y* $$",
        "\\(a_b_c\\)",
        "\\(x\\)",
        "\\[ a_b = c_d \\]",
        "$`a_b`$",
        "$\\{x\\}$",
    ],
)
def test_formulas_stay_as_they_are_typed(formula: str) -> None:
    (block,) = md(f"Take {formula} *now*.")
    assert block.text == f"Take {formula} now."
    assert apart(block) == [(InlineKind.EMPHASIS, "now")]


def test_brackets_and_prices_are_no_formulas() -> None:
    (block,) = md("A \\(small\\) boat \\[of *oak*\\] for $5 *or* 6$ and [a]\\(b_c_d\\).")
    assert block.text == "A (small) boat [of oak] for $5 or 6$ and [a](b_c_d)."


def test_a_formula_on_lines_of_its_own_is_one_block() -> None:
    found = md(
        "It is\n$$\na\n+ b\n= c_1\n$$\n\n\\begin{align*}\n- x &= y\n\\end{align*}\n\n- so\n\n  \\["
        "\n  # z\n  \\]\n\n```math\nx_1\n```\n\n$$ a_b $$ (1)\n\n$$\nno *end*\n"
    )
    assert [(b.kind.value, b.language, b.text) for b in found] == [
        ("paragraph", "", "It is"),
        ("code", "latex", "$$\na\n+ b\n= c_1\n$$"),
        ("code", "latex", "\\begin{align*}\n- x &= y\n\\end{align*}"),
        ("list-item", "", "so"),
        ("code", "latex", "\\[\n# z\n\\]"),
        ("code", "math", "x_1"),
        ("code", "latex", "$$ a_b $$ (1)"),
        ("paragraph", "", "$$ no end"),
    ]


def test_footnotes_among_the_words_are_numbered_past_the_others() -> None:
    found = md("One^[First *note*^[and its own].] two[^1] three^[Third].\n\n[^1]: Second.\n\nEnd.")
    assert [(b.kind.value, b.marker, b.text) for b in found] == [
        ("paragraph", "", "One[2] two[1] three[4]."),
        ("paragraph", "", "End."),
        ("footnote", "2", "First note[3]."),
        ("footnote", "3", "and its own"),
        ("footnote", "4", "Third"),
        ("footnote", "1", "Second."),
    ]
    assert [one.target for one in found[0].inlines] == ["2", "1", "4"]


def test_a_first_screenful_numbers_them_as_the_whole_does() -> None:
    text = "A^[one] b.\n\n" + "Words of some length.\n\n" * 4000 + "c[^1]\n\n[^1]: note\n"
    first, *_, last = parse(text.encode(), "a.md")
    assert not first.complete
    assert first.blocks[0] == last.blocks[0]
    assert last.blocks[0].text == "A[2] b."


def test_links_of_wikis_are_shown_by_their_labels() -> None:
    (block,) = md("See [[Lamp oil]], [[Oil#Price|the *price*]], [[#Rope]], ![[map.png|200]].")
    assert block.text == "See Lamp oil, the *price*, Rope, map.png."
    assert [(one.kind.value, one.target) for one in block.inlines] == [
        ("link", "Lamp oil"),
        ("link", "Oil#Price"),
        ("link", "#Rope"),
        ("image", "map.png"),
    ]
    found = md("[[a]](http://b.example) and [[c]], [[d]][c].\n\n[c]: http://e.example\n")
    assert found[0].text == "[a] and [c], [d]."


def test_attributes_for_programs_are_not_shown() -> None:
    found = md(
        "# Oil {#oil .big data-x='1 2'}\n\nRope\n----{.no}\n\nSail {-}\n====\n\n## Set {x}\n\n"
        "## C{#c}\n\nWords\n{: .note #n}\n\n{:toc}\n\nIn {#this} one.\n"
    )
    assert [block.text for block in found] == [
        "Oil",
        "Rope ----{.no}",
        "Sail",
        "Set {x}",
        "C",
        "Words",
        "In {#this} one.",
    ]
    code = md("```{.python .numberLines}\na\n```\n\n```{r setup, echo=FALSE}\nb\n```\n\n"
              "```{code-block} c\nd\n```\n")  # fmt: skip
    assert [block.language for block in code] == ["python", "r", "c"]


def test_comments_leave_no_item_and_no_blank() -> None:
    found = md("- a\n<!-- -->\n- b\n  <!-- c -->\n\n<!-- -->\n\n1. d <!-- e --> f\n")
    assert [(block.marker, block.text) for block in found] == [
        ("•", "a"),
        ("•", "b"),
        ("1.", "d f"),
    ]


def test_tables_with_pipes_in_code_and_without_any_at_the_edges() -> None:
    found = md("a | b\n--|:-:\n`x\\|y` | ==z==\n\n| n^[note] |\n|---|\n| $a_b$ |\n")
    assert [block.text for block in found] == [
        "a    b\nx|y  z",
        "n[1]\n$a_b$",
        "note",
    ]
    assert found[2].kind is BlockKind.FOOTNOTE


@pytest.mark.parametrize(
    "attack",
    [
        "==a " * 30_000,
        "a~b" * 40_000,
        "$a_" * 40_000,
        "\\(a_" * 30_000,
        "\\[a" * 30_000,
        "[[a" * 30_000,
        "^[" * 3_000,
        "x^a" * 40_000,
        "$$\na\n" * 20_000,
        "\\begin{a}\n" * 5_000,
        "a\n: b\n\n" * 4_000,
        "> [!NOTE]\n" * 3_000,
        ":::a\n" * 20_000,
        ":::note\nb\n\n" * 5_000,
        "!!! note\n    a\n" * 5_000,
        "".join("    " * at + "!!! note\n" for at in range(200)),
        "# " + "{#a " * 20_000 + "}",
    ],
    ids=lambda value: value[:6].strip(),
)
def test_many_of_them_take_no_longer_than_they_are(attack: str) -> None:
    with at_most(1500):
        text = article(attack, "a.md").text
    last = [word for word in attack.split() if word.isalpha()][-1:]
    assert "".join(last).capitalize() in text.title()
