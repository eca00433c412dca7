"""A draft comes out of its bytes as it went in, and damaged bytes are no draft."""

from __future__ import annotations

import pytest

from postil.document.article.builder import Draft, DraftPiece, Place
from postil.document.article.packed_draft import pack, unpack
from postil.model.article import Block, BlockKind, Comment, Inline, InlineKind
from postil.model.source import Date, Metadata, Name

BLOCKS = [
    Block(BlockKind.HEADING, "Ice", level=1),
    Block(
        *(BlockKind.PARAGRAPH, "港 and \ud800 \U0001f30a.", 7, 0, "", 2),
        inlines=(Inline(0, 1, InlineKind.LINK, "#a"), Inline(2, 5, InlineKind.STRONG)),
        breaks=(3, 5),
    ),
    Block(BlockKind.CODE, "x = 1", language="python"),
    Block(BlockKind.TABLE, "a  b\nc  d", cells=(3, 8)),
    Block(BlockKind.FOOTNOTE, "Each.", marker="[1]"),
    Block(BlockKind.PARAGRAPH, "Row.", aside="tip"),
]
ABOUT = Metadata(
    "Ice",
    (Name("Choe", "Sang-Hun", family_first=True), Name(literal="Quay Office")),
    Date(2015, 1, 24, Date(2015, 2)),
    updated=True,
    container_title="Gazette",
    publisher="Quay Press",
    url="https://example.org/",
    language="en",
    type="book",
    accessed=Date(2026),
    origins=(("title", "document"), ("author", "text")),
)
WHOLE = Draft(
    BLOCKS,
    back_matter=4,
    metadata=ABOUT,
    remarks=("One page is missing.",),
    pages=(("xii", Place(0, 0)), ("A-3", Place(1, 4))),
    pieces=(DraftPiece(Place(0, 0), Place(3, 0), Metadata("Ice", origins=(("title", "text"),))),),
    anchors={"n1": Place(4, 0)},
    comments={"c1": Comment("Ann Reed", "Is that so?")},
)
FIRST = Draft(BLOCKS[:2], metadata=ABOUT, complete=False)


def test_it_comes_out_as_it_went_in() -> None:
    assert list(unpack(pack(FIRST, WHOLE))) == [FIRST, WHOLE]
    assert list(unpack(pack(None, WHOLE))) == [WHOLE]
    assert list(unpack(pack(None, Draft([])))) == [Draft([])]


@pytest.mark.parametrize("at", range(0, 400, 7))
def test_a_damaged_byte_is_noticed(at: int) -> None:
    packed = bytearray(pack(FIRST, WHOLE))
    packed[at % len(packed)] ^= 0x55
    assert all(one in (FIRST, WHOLE) for one in unpack(bytes(packed)))
    assert list(unpack(bytes(packed))) != [FIRST, WHOLE]


@pytest.mark.parametrize("size", [0, 3, 15, 18, 30, 200])
def test_what_is_cut_off_is_none(size: int) -> None:
    assert WHOLE not in list(unpack(pack(FIRST, WHOLE)[:size]))
