"""Words in Markdown: plain text stays what it is, and a note's own Markdown ends where it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from postil.export.base.markdown_words import own, plain, quotation

PARSER = MarkdownIt("commonmark")


def read(markdown: str) -> str:
    """Return the words that a reader of Markdown finds, one blank for each run of blanks."""
    out = []
    for token in PARSER.parse(markdown):
        out += [
            "\n" if child.type in ("softbreak", "hardbreak") else child.content
            for child in token.children or ()
        ]
        if token.type in ("fence", "code_block", "html_block"):
            out.append(f"<{token.type}>")
        elif token.type == "paragraph_close":
            out.append("\n")
    return " ".join("".join(out).split())


@pytest.mark.parametrize(
    "words",
    [
        "# no heading",
        "1. no item",
        "- no item",
        "+ none either",
        "=== no rule",
        "---",
        "a *b* _c_ `d` [e](f) <g> h~i~ $j$ k^l^ | m",
        "snake_case stays, _this_ too",
        "AT&T &amp; &#38;",
        "back\\slash",
        "![no](picture)",
        "@someone #tag",
        "> no quotation",
        "~~~",
        "http://example.org/a_b",
    ],
)
def test_words_read_as_they_are(words: str) -> None:
    assert read(plain(words)) == words
    assert read(quotation(words)) == words


@given(st.text(alphabet="ab *_`[]()<>#+-=.1!|~\\&;:>\n\"'", max_size=40))
def test_whatever_is_quoted_is_a_quotation_of_these_words(text: str) -> None:
    if text.strip():
        made = quotation(text)
        assert read(made) == " ".join(text.split())
        kinds = [token.type for token in PARSER.parse(made) if token.nesting == 1]
        assert set(kinds) == {"blockquote_open", "paragraph_open"}
        assert kinds.count("blockquote_open") == 1


def test_paragraphs_stay_apart_and_lines_end_where_they_end() -> None:
    made = quotation("One\ntwo.\n\nThree.")
    assert made == "> One\\\n> two.\n>\n> Three."


@pytest.mark.parametrize(
    "body", ["```\nopen", "~~~~ py\nopen\n~~~", "<!-- open", "<script>open", "<?php", "> ```\n> x"]
)
def test_a_note_that_leaves_something_open_ends_all_the_same(body: str) -> None:
    whole = f"{own(body)}\n\nbehind *it*"
    closing = [token for token in PARSER.parse(whole) if token.type == "inline"][-1]
    assert closing.content == "behind *it*"


def test_headings_of_a_note_go_below_those_around_it() -> None:
    assert own("# One\n\n##### Five\n\n```\n# code\n```", 2) == (
        "### One\n\n###### Five\n\n```\n# code\n```"
    )
