"""What stands around a block: its indent, and the sign of the item that it begins."""

from __future__ import annotations

import pytest

from postil.model.article import Block, BlockKind, Inline, InlineKind
from postil.model.values import replace
from postil.typeset.frame import Frame, frame_of, gap_above


@pytest.mark.parametrize(
    ("block", "frame"),
    [
        (Block(BlockKind.PARAGRAPH, "x"), Frame(0, "", "")),
        (Block(BlockKind.CODE, "x"), Frame(2, "", "", "↳ ")),
        (Block(BlockKind.CODE, "x", level=1, marker="•"), Frame(2, "•", "", "↳ ")),
        (Block(BlockKind.CODE, "x", level=2, marker="10."), Frame(6, "  10.", "", "↳ ")),
        (Block(BlockKind.TABLE, "x", level=1, marker="1."), Frame(3, "1.", "", "↳ ")),
        (Block(BlockKind.VERSE, "x", level=1, marker="•"), Frame(2, "•", "")),
        (Block(BlockKind.HEADING, "x", level=3, marker="•"), Frame(2, "•", "")),
        (Block(BlockKind.HEADING, "x", level=3), Frame(0, "", "")),
        (Block(BlockKind.PARAGRAPH, "x", aside="tip"), Frame(2, "▎ ", "▎ ")),
        (Block(BlockKind.CODE, "x", quoted=1, aside="tip"), Frame(6, "▎ ▎ ", "▎ ▎ ", "↳ ")),
        (Block(BlockKind.LIST_ITEM, "x", level=1, marker="1. ☑"), Frame(5, "1. ☑", "")),
        (Block(BlockKind.LIST_ITEM, "x", level=1, marker="•", quoted=1), Frame(4, "▎ •", "▎ ")),
    ],
)
def test_the_first_block_of_an_item_bears_its_sign_whatever_it_is(
    block: Block, frame: Frame
) -> None:
    assert frame_of([block], 0, 60, len) == frame


def test_the_label_of_an_aside_stands_on_its_first_line() -> None:
    def strong(text: str, end: int) -> Block:
        inlines = (Inline(0, end, InlineKind.STRONG),)
        return Block(BlockKind.PARAGRAPH, text, inlines=inlines, aside="tip")

    words = Block(BlockKind.PARAGRAPH, "Row.", aside="tip")
    assert gap_above(strong("Tip", 3), words) == 0
    assert gap_above(strong("Tip that", 3), words) == 1
    assert gap_above(words, words) == 1
    assert gap_above(strong("Tip", 3), replace(words, aside="note")) == 1
    assert gap_above(strong("Tip", 3), replace(words, aside="")) == 1


def test_what_follows_in_an_item_hangs_as_deep_as_what_it_begins_with() -> None:
    code = Block(BlockKind.CODE, "x", level=1, marker="10.")
    more = Block(BlockKind.LIST_ITEM, "y", level=1)
    assert frame_of([code, more], 1, 60, len) == Frame(4, "", "")
