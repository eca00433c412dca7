"""What is set in below a term, or as a quotation, and what only looks so."""

from __future__ import annotations

from textwrap import fill, indent

import pytest

from postil.document.formats.layout.set_apart import SetApart, set_apart
from postil.model.article import BlockKind
from tests.document.articles import blocks
from tests.document.formats.layout.test_line_layout import paragraphs

TOLD = (
    "The keeper writes down what has passed, with the weather and the hour of each, and nobody "
    "may look into the book before the winter is over and the ice has gone."
)
WIDTH = 72
VERSE = [
    "      The night is dark, the sea is wide,",
    "      And we who keep the lamps abide,",
    "      And we who never saw the tide.",
]


def set_in(text: str, left: int, right: int = 0) -> list[str]:
    return indent(fill(text, WIDTH - left - right), " " * left).split("\n")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["register", *set_in(TOLD, 4)], SetApart.DEFINITION),
        (["register", "    It is written by the keeper."], SetApart.DEFINITION),
        (["lamp=red,slow", *set_in(TOLD, 8)], SetApart.DEFINITION),
        (["--oil", *set_in(TOLD, 4)], SetApart.DEFINITION),
        (["-o::", "--oil::", *set_in(TOLD, 4)], SetApart.DEFINITION),
        (["oil", "    What burns.", "wick", *set_in(TOLD, 4)], SetApart.DEFINITION),
        (["keep", "    the lamp", "lose", "    the oil", "wait", "    for all"], None),
        (["the oil", "the wick", *set_in(TOLD, 4)], None),
        (["- oil", *set_in(TOLD, 4)], None),
        (["The keeper came.", *set_in(TOLD, 4)], None),
        (["register", "    and more"], None),
        (["The night is dark,", "  the sea is wide,", "  and lamps abide."], None),
        ([".. note::", "   :width: 3", "   :height: 4"], None),
        (set_in(TOLD, 8, 10), SetApart.QUOTATION),
        (set_in(TOLD, 8), None),
        (set_in(TOLD, 0), None),
        (["      keep_lamp", "      keep_oil", "      keep_wick", "      lose_all"], None),
        (VERSE, None),
    ],
)
def test_indents_tell(lines: list[str], told: SetApart | None) -> None:
    assert set_apart(lines, WIDTH, 0) is told


def test_terms_and_quotations_stand_in_their_text() -> None:
    body = [fill(one, WIDTH) for one in paragraphs(11, 8)]
    quoted = "\n".join(set_in(TOLD, 8, 10))
    defined = "\n".join(["register", *set_in(TOLD, 4)])
    found = blocks("\n\n".join([*body[:4], quoted, *body[4:], defined]))
    quotation, term, told = found[4], found[-2], found[-1]
    assert (quotation.kind, quotation.quoted, quotation.text) == (BlockKind.PARAGRAPH, 1, TOLD)
    assert (term.kind, term.text) == (BlockKind.PARAGRAPH, "register")
    assert (told.kind, told.level, told.marker, told.text) == (BlockKind.LIST_ITEM, 1, "", TOLD)
    assert told.line == term.line + 1


def test_each_term_of_a_list_has_its_text() -> None:
    lines = [
        "-q",
        "--quiet",
        *set_in(TOLD, 8),
        "--oil=barrels",
        "        Take oil.",
        "wick",
        *set_in(TOLD, 8),
    ]
    body = "\n\n".join(fill(one, WIDTH) for one in paragraphs(11, 8))
    found = blocks(f"{body}\n\n" + "\n".join(lines))[8:]
    assert [block.text for block in found] == [
        "-q",
        "--quiet",
        TOLD,
        "--oil=barrels",
        "Take oil.",
        "wick",
        TOLD,
    ]
    assert [block.level for block in found] == [0, 0, 1, 0, 1, 0, 1]
    text = f"{body}\n\n" + "\n".join(lines)
    assert [text.split("\n")[block.line - 1].split()[0] for block in found] == [
        block.text.split()[0] for block in found
    ]


def test_the_last_column_of_a_head_belongs_to_its_table() -> None:
    names = "\n".join(" " * 60 + name for name in ("A. Keeper", "B. Pilot", "Harbour", "C. Ann"))
    head = "Guild of Lamps" + " " * 46 + "T. Tern\nMemo: 9" + " " * 53 + "Harbour\n"
    found = blocks(f"{head}{names}\n\n" + "\n\n".join(fill(one, 72) for one in paragraphs(12, 6)))
    assert found[0].kind is BlockKind.TABLE
    assert "C. Ann" in found[0].text
