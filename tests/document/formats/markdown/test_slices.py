"""Markdown is cut where no block of it is cut in two, whatever stands in it."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from markdown_it.token import Token

from postil.document.formats.markdown.block_parser import BlockParser
from postil.document.formats.markdown.slices import slices
from tests.document.formats.markdown.differing import at_once, draw, in_slices


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a\n\nb", ["a", "b"]),
        ("- a\n\n  more\n\nb", ["- a\n\n  more", "b"]),
        ("```\na\n\nb\n```\n\nc", ["```\na\n\nb\n```", "c"]),
        ("- ```\n  a\n  ```\n\n```\n# b\n\n# c\n```\n\nd", None),
        ("> ```\n\nb\n\nc", ["> ```", "b", "c"]),
        ("<!--\n\na\n\n-->\n\nb", ["<!--\n\na\n\n-->", "b"]),
        ("a <b\n\nc", ["a <b", "c"]),
        ("a\n\n: b\n\nc", ["a\n\n: b", "c"]),
        ("$$\na\n\nb\n$$", ["$$\na", "b\n$$"]),
    ],
)
def test_slices_end_where_blocks_do(text: str, cut: list[str] | None) -> None:
    cut = cut or ["- ```\n  a\n  ```", "```\n# b\n\n# c\n```", "d"]
    assert [part.text for part in slices(text, BlockParser())] == cut


def test_code_that_never_ends_is_asked_about_a_few_times_only() -> None:
    class Counting(BlockParser):
        size = 0

        def blocks(self, text: str) -> Sequence[Token] | None:
            self.size += len(text)
            return super().blocks(text)

    parser = Counting()
    text = "```\n" + "a\n\n" * 20_000
    (part,) = slices(text, parser)
    assert part.text.startswith("```")
    assert parser.size < 8 * len(text)


def test_a_long_block_of_code_is_asked_about_when_it_may_have_ended() -> None:
    class Counting(BlockParser):
        asked = 0

        def blocks(self, text: str) -> Sequence[Token] | None:
            self.asked += 1
            return super().blocks(text)

    for first, last in (("```", "```"), ("<!--", "-->"), ("<pre>", "</pre>"), ("<?x", "?>")):
        parser = Counting()
        text = f"{first}\n" + "a\n\n" * 500 + f"{last}\n\nb"
        assert [part.text for part in slices(text, parser)] == [text[:-3], "b"]
        assert parser.asked < 5


def test_blanks_at_the_end_of_code_are_no_line_of_it() -> None:
    for text in ("<pre>\n  a\n  \n", "<pre>\n  a \n  \n</pre>\n\nb", "```\n  a\n   \n"):
        assert in_slices(text) == at_once(text)
        assert in_slices(text)[0].text.rstrip(" ") == "  a"


@pytest.mark.parametrize("seed", range(8))
def test_slices_read_as_one_parse_of_the_whole(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(50):
        text = draw(chance)
        assert in_slices(text) == at_once(text), text
