"""Titles under, over and between signs, and lines with signs that are no titles."""

from __future__ import annotations

from textwrap import fill

import pytest

from postil.document.base.cell_width import cells
from postil.document.formats.layout.marked_titles import MarkedTitle, sign_led, underlined
from postil.model.article import BlockKind
from tests.document.articles import PROSE, blocks, headings


@pytest.mark.parametrize(
    ("lines", "title", "signs"),
    [
        (["Lamps", "====="], "Lamps", "="),
        (["LAMPS", "=" * 70], "LAMPS", "="),
        (["Lamps and oil", "-" * 78], "Lamps and oil", "-"),
        (["=====", "Lamps", "====="], "Lamps", "=="),
        (["-------", " Lamps", "-------"], "Lamps", "--"),
        (["*" * 20, "*  LAMPS  *", "*" * 20], "LAMPS", "**"),
        (["灯塔手册", "========"], "灯塔手册", "="),
    ],
)
def test_a_title_is_marked_by_a_line_of_signs(lines: list[str], title: str, signs: str) -> None:
    found = underlined(lines)
    assert found is not None
    assert (found.title, found.signs, found.taken) == (title, signs, len(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["Lamp      Oil", "-" * 60],
        ["and so on", "-" * 60],
        ["The lamp was lit:", "-" * 60],
        ["Lamps", "-" * 60, "more"],
        ["-----", "Lamps", "-----"],
        ["*****", "* *", "*****"],
        ["-" * 20, " Lamp    Oil", "-" * 20],
    ],
)
def test_a_line_of_signs_marks_no_text(lines: list[str]) -> None:
    assert underlined(lines) is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("## Oil", MarkedTitle("Oil", 0, "##", 2)),
        ("## Oil ##", MarkedTitle("Oil", 0, "##", 2)),
        ("== Oil ==", MarkedTitle("Oil", 0, "#", 1)),
        ("=== Oil and Wick ===", MarkedTitle("Oil and Wick", 0, "##", 2)),
        ("==Oil==", MarkedTitle("Oil", 0, "#", 1)),
        ("== Oil ===", None),
        ("== Oil", None),
        ("====", None),
        ("#!oil", None),
    ],
)
def test_a_title_begins_with_its_signs(line: str, title: MarkedTitle | None) -> None:
    assert sign_led(line) == title


def test_titles_of_a_wiki_are_ranked_by_their_signs() -> None:
    prose = fill(PROSE * 2, 70)
    titles = ["== Lamps ==", "=== Wicks ===", "=== Oil ===", "== Ships =="]
    found = headings("\n\n".join(f"{title}\n\n{prose}" for title in titles))
    assert found == [(1, "Lamps"), (2, "Wicks"), (2, "Oil"), (1, "Ships")]


def test_entries_that_hang_are_paragraphs_each() -> None:
    entries = [
        f"{name}, M. (19{at}0). On the keeping of lamps and of all that belongs to them, with "
        f"remarks on the ships of the year. Lamp Weekly, {at}, 1-9."
        for at, name in enumerate(("Berg", "Dahl", "Foss", "Holm"), 1)
    ]
    text = "\n".join(fill(one, 70, subsequent_indent="    ") for one in entries)
    found = blocks(f"{fill(PROSE * 3, 70)}\n\n{text}\n")
    assert [block.text for block in found[1:]] == entries
    assert {block.kind for block in found} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("title", ["* Lamps and oil", "* המנורה והשמן", "* ตะเกียงและน้ำมัน"])
def test_a_title_over_a_line_may_begin_with_a_star(title: str) -> None:
    [found] = blocks(f"{title}\n{'-' * cells(title)}\n")
    assert (found.kind, found.text) == (BlockKind.HEADING, title[2:])
