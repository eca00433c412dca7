from __future__ import annotations

import pytest

from postil.library.base import note_text
from postil.model.article import Block, BlockKind, InlineKind

BODY = """\
*Pull*, not **only** push: see [the list](https://example.org/a).

- one
- two `code`

```
x = 1
```
"""


def test_the_markdown_of_a_note_is_read_as_blocks() -> None:
    said, one, two, code = note_text.blocks(BODY)
    assert said.text == "Pull, not only push: see the list."
    kinds = [(said.text[run.start : run.end], run.kind) for run in said.inlines]
    assert kinds == [
        ("Pull", InlineKind.EMPHASIS),
        ("only", InlineKind.STRONG),
        ("the list", InlineKind.LINK),
    ]
    assert [one.kind, two.kind] == [BlockKind.LIST_ITEM] * 2
    assert (code.kind, code.text) == (BlockKind.CODE, "x = 1")


@pytest.mark.parametrize(
    "body", ["---\ntitle: none\n---\n\nText", "[a=b]", "<!-- hidden -->", "###"]
)
def test_no_note_is_empty_that_says_something(body: str) -> None:
    assert "".join(block.text for block in note_text.blocks(body)).strip()
    assert note_text.blocks("") == ()


def test_the_lines_that_look_like_front_matter_are_not_lost() -> None:
    words = " ".join(block.text for block in note_text.blocks("---\ntitle: none\n---\n\nText"))
    assert "title: none" in words
    assert isinstance(note_text.blocks("a")[0], Block)


def test_the_first_words_of_a_note_stand_on_one_line_without_signs() -> None:
    said = note_text.beginning(
        "**Ask** who `stow` is:\n\n- the mate\n- the [cook](https://a.example)\n"
    )
    assert said == "Ask who stow is: • the mate • the cook"
    assert note_text.beginning("") == ""
    assert len(note_text.beginning("word " * 4000)) <= note_text.BEGINNING


def test_on_a_terminal_it_stands_in_lines_without_its_signs() -> None:
    assert note_text.plain_lines(BODY) == [
        "Pull, not only push: see the list.",
        "• one",
        "• two code",
        "x = 1",
    ]
    first, *_ = note_text.plain_lines(BODY, addresses=True)
    assert first == "Pull, not only push: see the list (https://example.org/a)."
    assert note_text.on_one_line(BODY).startswith("Pull, not only push: see the list. • one")


@pytest.mark.parametrize(
    "body",
    [
        "plain words",
        "1) one",
        "+ one",
        "- one",
        "a - b",
        "Title\n===",
        "2. *b*",
        "<b>x</b>",
        "",
        'It\'s "so" -- (c)...',
        "a@b.org: https://a.org/b (c)",
        "    code",
        "a\tb",
    ],
)
def test_what_is_taken_for_plain_words_has_no_markdown(body: str) -> None:
    marked = [" ".join(f"{one.marker} {one.text}".split()) for one in note_text.blocks(body)]
    assert [" ".join(one.split()) for one in note_text.plain_lines(body)] == marked


def test_an_address_that_is_seen_is_not_said_twice() -> None:
    seen = "See <https://example.org/> and <a@example.org>."
    assert note_text.plain_lines(seen, addresses=True) == note_text.plain_lines(seen)
