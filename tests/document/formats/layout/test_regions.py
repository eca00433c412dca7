"""A text that is set in two ways: broken lines here, a paragraph a line there."""

from __future__ import annotations

from textwrap import fill

import pytest

from postil.model.article import BlockKind
from tests.document.articles import PROSE, blocks
from tests.document.formats.layout.test_line_layout import paragraphs

NOTE = "See the register of the harbour for the year 18{at}, where the keeper counts every ship "
NOTE += "that passed in that winter, and compare what the pilot wrote about it, vol. {at}, p. 3."


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
@pytest.mark.parametrize("count", [3, 11, 40])
@pytest.mark.parametrize("sign", ["{at}. ", "[{at}] ", ""])
def test_long_notes_behind_wrapped_prose(joint: str, count: int, sign: str) -> None:
    prose = paragraphs(3, 6)
    notes = [(sign + NOTE).format(at=at) for at in range(10, 10 + count)]
    text = "\n\n".join(fill(one, 72, break_on_hyphens=False) for one in prose)
    found = blocks(f"{text}\n\nNotes\n\n{joint.join(notes)}\n")
    assert [block.text for block in found[:6]] == prose
    assert found[6].text == "Notes"
    marked = [f"{block.marker} {block.text}".strip() for block in found[7:]]
    assert marked == [note.strip() for note in notes]


def test_a_wrapped_part_of_a_text_of_long_lines_is_joined() -> None:
    prose = paragraphs(4, 8)
    wrapped = [fill(one, 70, break_on_hyphens=False) for one in prose[4:6]]
    text = "\n\n".join([*prose[:4], *wrapped, *prose[6:]])
    assert [block.text for block in blocks(text)] == prose
    run_on = "\n".join([*prose, *prose]) + "\n\n" + wrapped[0] + "\n\n" + "\n".join(prose)
    assert [block.text for block in blocks(run_on)] == [*prose, *prose, prose[4], *prose]


def test_long_rows_of_code_and_addresses_stay_with_their_lines() -> None:
    rows = "\n".join(f"    value_{at} = keep({'lamp, ' * 16}{at});" for at in range(4))
    text = "\n\n".join(fill(one, 72) for one in paragraphs(5, 9))
    assert blocks(f"{text}\n\n{rows}\n")[-1].kind is BlockKind.CODE
    address = "https://harbour.example/" + "register/" * 14
    broken = f"The register is kept where nobody would look for it, at the address\n{address}\n"
    broken += "which the keeper wrote upon the door of the lamp house in the winter.\n"
    assert blocks(f"{text}\n\n{broken}")[-1].text == " ".join(broken.split())


def test_a_long_line_among_short_ones_is_a_paragraph() -> None:
    text = "\n\n".join(fill(one, 72) for one in paragraphs(6, 9))
    short = fill("The keeper wrote down what the pilot of the ferry had told to him. " * 3, 72)
    found = blocks(f"{text}\n\n{short}\n{PROSE.strip()}\n{short}\n")
    assert [block.text for block in found[-3:]] == [
        " ".join(short.split()),
        PROSE.strip(),
        " ".join(short.split()),
    ]


def test_numbers_of_sections_are_no_hours_of_a_talk() -> None:
    entries = [f"   13.{at}   The {at}th lamp {'.' * 30}{at + 70}" for at in range(10, 40)]
    prose = "\n\n".join(fill(one, 72) for one in paragraphs(7, 8))
    found = blocks("\n".join(entries) + f"\n\n{prose}\n")
    assert (found[0].kind, found[0].text.count("\n")) == (BlockKind.TABLE, len(entries) - 1)
