"""Org as its export would show it."""

from __future__ import annotations

import pytest

from postil.document.formats.org import reader
from postil.document.formats.org.reader import preview, read
from postil.document.pipeline import parse
from postil.model.article import Article, Block, BlockKind, InlineKind
from postil.model.source import Date


def article(text: str) -> Article:
    """Return the whole article of some source."""
    return list(parse(text.encode(), "x.org"))[-1]


def texts(text: str) -> list[str]:
    """Return the texts of the blocks."""
    return [one.text for one in article(text).blocks]


def lines(text: str) -> list[tuple[str, int, str, str]]:
    """Return kind, level, marker and text of each block."""
    return [(one.kind.value, one.level, one.marker, one.text) for one in article(text).blocks]


def marks(block: Block) -> list[tuple[str, InlineKind, str]]:
    """Return what is set apart in a block, how, and where it leads."""
    return [(block.text[one.start : one.end], one.kind, one.target) for one in block.inlines]


def test_keywords_are_metadata_and_not_text() -> None:
    found = article(
        "#+TITLE: The /Ice/\n#+title: trade\n#+AUTHOR: Ada Frost and Bo Snow\n"
        "#+DATE: <2024-12-01 Sun>\n#+OPTIONS: toc:nil\n#+STARTUP: overview\n\nWords.\n"
    )
    assert found.metadata.title == "The Ice trade"
    assert [one.display for one in found.metadata.author] == ["Ada Frost", "Bo Snow"]
    assert found.metadata.issued == Date(2024, 12, 1)
    assert found.text == "Words."


def test_headlines_lose_states_priorities_tags_plans_and_drawers() -> None:
    source = """\
#+TODO: TODO WAIT | DONE DROPPED
* TODO [#A] Cut *ice*   :winter:work:
SCHEDULED: <2024-01-02 Tue>
:PROPERTIES:
:CUSTOM_ID: cut
:END:
:LOGBOOK:
CLOCK: [2024-01-02 Tue 10:00]--[2024-01-02 Tue 11:00] =>  1:00
:END:
Words.
** WAIT For summer
*** NEXT steps
* Footnotes
"""
    assert lines(source) == [
        ("heading", 1, "", "Cut ice"),
        ("paragraph", 0, "", "Words."),
        ("heading", 2, "", "For summer"),
        ("heading", 3, "", "NEXT steps"),
    ]


def test_what_is_not_to_be_shown_is_left_out_and_said() -> None:
    source = """\
* Shown
# a comment
#+begin_comment
hidden
#+end_comment
** COMMENT Hidden
words
*** Deeper
** Also hidden :noexport:
words
* Shown too
"""
    found = article(source)
    assert [one.text for one in found.blocks] == ["Shown", "Shown too"]
    assert "2 parts" in found.remarks[0]


def test_blocks_are_code_quotations_verse_and_words() -> None:
    source = """\
#+begin_src python -n
  if ice:
      ,* melt()
#+end_src
#+BEGIN_EXAMPLE
* no headline
#+END_EXAMPLE
#+begin_quote
He who /waits/.

Twice.
#+end_quote
#+begin_verse
The ice,
  the snow.
#+end_verse
#+begin_center
Centred.
#+end_center
#+begin_export html
<b>gone</b>
#+end_export
: fixed
:  width
"""
    found = article(source).blocks
    assert [(one.kind.value, one.quoted, one.text, one.language) for one in found] == [
        ("code", 0, "if ice:\n    * melt()", "python"),
        ("code", 0, "* no headline", ""),
        ("paragraph", 1, "He who waits.", ""),
        ("paragraph", 1, "Twice.", ""),
        ("verse", 0, "The ice,\n  the snow.", ""),
        ("paragraph", 0, "Centred.", ""),
        ("code", 0, "fixed\n width", ""),
    ]


def test_lists_nest_count_define_and_are_ticked_off() -> None:
    source = """\
- [ ] open
- [X] done
  goes on

  more
  3) [@3] three
  4) four
- ice :: what melts
+ - no :: term
-----
"""
    assert lines(source) == [
        ("list-item", 1, "☐", "open"),
        ("list-item", 1, "☑", "done goes on"),
        ("list-item", 1, "", "more"),
        ("list-item", 2, "3)", "three"),
        ("list-item", 2, "4)", "four"),
        ("paragraph", 0, "", "ice"),
        ("list-item", 1, "", "what melts"),
        ("paragraph", 0, "", "- no"),
        ("list-item", 1, "", "term"),
        ("paragraph", 0, "", "* * *"),
    ]


def test_tables_have_captions_and_neither_rules_nor_widths() -> None:
    source = (
        "#+caption: Ice\n#+name: t\n| Year | Ice |\n|------+-----|\n| <l>  |     |\n"
        "| 1884 | =x= |\n#+tblfm: $1=2\n"
    )
    caption, table = article(source).blocks
    assert caption.text == "Ice"
    assert (table.kind, table.text) == (BlockKind.TABLE, "Year  Ice\n1884  x")


def test_notes_are_counted_in_the_order_in_which_they_are_named() -> None:
    source = """\
First[fn:b], inline[fn:x:An /inline/ note.], unnamed[fn::Nameless.] and again[fn:b].

[fn:b] The named one
goes on.

Words after it.
"""
    found = article(source).blocks
    assert [(one.kind.value, one.marker, one.text) for one in found] == [
        ("paragraph", "", "First[1], inline[2], unnamed[3] and again[1]."),
        ("paragraph", "", "Words after it."),
        ("footnote", "2", "An inline note."),
        ("footnote", "3", "Nameless."),
        ("footnote", "1", "The named one goes on."),
    ]


def test_emphasis_keeps_to_its_rules() -> None:
    (block,) = article(
        "A *bold /it/ word*, =v *n*=, ~c~, _u_, +s+; 2*3*4, a_b_c, /usr/local/bin, * x*.\n"
    ).blocks
    assert block.text == "A bold it word, v *n*, c, u, s; 2*3*4, a_b_c, /usr/local/bin, * x*."
    assert [(words, kind) for words, kind, _ in marks(block)] == [
        ("bold it word", InlineKind.STRONG),
        ("it", InlineKind.EMPHASIS),
        ("v *n*", InlineKind.CODE),
        ("c", InlineKind.CODE),
        ("u", InlineKind.UNDERLINE),
        ("s", InlineKind.STRIKE),
    ]


def test_links_lead_to_the_web_and_to_places_within() -> None:
    source = """\
* Ice
:PROPERTIES:
:CUSTOM_ID: cold
:END:
[[https://a.example][A *web*]], [[#cold]], [[*Ice][there]], [[spot]], <<spot>>,
[[file:/etc/passwd][local]], [[javascript:x][js]], [[https://b.example]], [[./p.png]].
"""
    found = article(source)
    block = found.blocks[1]
    assert block.text == "A web, Ice, there, spot, , local, js, https://b.example, p."
    leads = {words: target for words, _, target in marks(block)}
    assert leads["A web"] == "https://a.example"
    assert not leads.keys() & {"local", "js"}
    assert leads["p"] == ""
    for words in ("Ice", "there", "spot"):
        assert leads[words][1:] in found.anchors
    assert found.text[found.anchors[leads["there"][1:]] :].startswith("Ice")


def test_entities_scripts_breaks_and_what_is_left_as_typed() -> None:
    (block,) = article(
        "\\alpha \\to{}x H_{2}O x^{2} \\unknown {{{m(a)}}} a \\\\\nb src_c{x}\n"
    ).blocks
    assert block.text == "α →x H2O x2 \\unknown {{{m(a)}}} a b x"
    (latex,) = article("\\begin{align}\nx &= 1\n\\end{align}\n").blocks
    assert latex.kind is BlockKind.CODE


def test_no_file_is_opened() -> None:
    found = article('#+INCLUDE: "/etc/passwd"\n#+SETUPFILE: /etc/hosts\nWords.\n')
    assert found.text == "Words."
    assert "/etc/passwd" in found.remarks[0]


def test_the_first_lines_tell_of_an_org_document_without_a_name() -> None:
    (found,) = parse(b"#+title: Ice\n\n* Cold\n", "standard input")
    assert found.metadata.title == "Ice"
    assert found.blocks[0].kind is BlockKind.HEADING


@pytest.mark.parametrize("open_block", ["#+begin_example", "#+begin_quote", ":LOGBOOK:", "- item"])
def test_a_screenful_is_what_the_whole_begins_with(open_block: str) -> None:
    head = f"* One[fn:1]\na\n* Two\nb\n{open_block}\n* three\n  more\n"
    whole = head + "* x\n#+end_example\n#+end_quote\n:END:\n* Last\nc\n[fn:1] Note.\n"
    first = [one.text for one in preview(head, whole).blocks]
    assert first
    assert first == [one.text for one in read(whole, head).blocks[: len(first)]]


@pytest.mark.parametrize(
    "text",
    [
        "#+begin_x\n" * 6000,
        ":D:\n" * 6000,
        "".join("  " * depth + "- x\n" for depth in range(800)),
        "[[" * 20_000,
        "[fn:a:" * 2000,
        "*a " * 9000,
        "| a " * 6000,
        "\\begin{x}\n" * 1500,
        "* a\n" * 6000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_nothing_takes_the_square_of_its_length(text: str) -> None:
    assert article(text).blocks


def test_what_is_too_large_is_read_as_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST", 70_000)
    *firsts, whole = parse(("* a\n\nb\n" * 12_000).encode(), "a.org")
    assert "plain text" in whole.remarks[0]
    for first in firsts:
        assert whole.text.startswith(first.text)
