from __future__ import annotations

import pytest

from postil.document.formats.layout.line_groups import LineGroup
from postil.document.formats.layout.line_layout import LineLayout
from postil.document.formats.layout.plain_blocks import plain_blocks
from postil.model.article import BlockKind

LAYOUT = LineLayout(wrapped=True, width=80, indent=0)


def kinds(*lines: str) -> list[BlockKind]:
    return [plain.block.kind for plain in plain_blocks(LineGroup(1, lines, 1), LAYOUT)]


def sized(words: str, size: int) -> str:
    return words + "w" * (size - len(words))


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["one line"], BlockKind.PARAGRAPH),
        (["# Hashed"], BlockKind.HEADING),
        (["The Lamp", "========"], BlockKind.HEADING),
        (["- oil", "- wick"], BlockKind.LIST_ITEM),
        (["Oil ........ 3", "Wick ....... 4"], BlockKind.TABLE),
        (["lamp   oil", "wick   dry"], BlockKind.TABLE),
        (["if (lamp) {", "  light();", "}"], BlockKind.CODE),
        (["The night is dark,", "the sea is wide,", "lamps abide."], BlockKind.VERSE),
    ],
)
def test_what_a_group_of_lines_is(lines: list[str], kind: BlockKind) -> None:
    assert set(kinds(*lines)) == {kind}


@pytest.mark.parametrize(
    ("sign", "level"),
    [("=", 1), ("#", 1), ("-", 2), ("~", 3), ("^", 4), ('"', 5), ("*", 6), ("+", 6)],
)
def test_the_sign_under_a_title_gives_its_level(sign: str, level: int) -> None:
    (title,) = plain_blocks(LineGroup(1, ["The Lamp", 8 * sign], 1), LAYOUT)
    assert (title.block.kind, title.block.level) == (BlockKind.HEADING, level)
    assert title.block.text == "The Lamp"


@pytest.mark.parametrize("sign", "._:`'")
def test_other_signs_under_a_line_make_no_title(sign: str) -> None:
    assert BlockKind.HEADING not in kinds("The Lamp", 8 * sign)


@pytest.mark.parametrize(("size", "kind"), [(52, BlockKind.VERSE), (53, BlockKind.PARAGRAPH)])
def test_lines_of_a_stanza_keep_to_two_thirds_of_the_page(size: int, kind: BlockKind) -> None:
    line = sized("night ", size)
    assert kinds(line, line, line) == [kind]


@pytest.mark.parametrize(("size", "kind"), [(80, BlockKind.VERSE), (81, BlockKind.PARAGRAPH)])
def test_a_line_of_verse_has_eighty_letters_at_most(size: int, kind: BlockKind) -> None:
    short = "the sea is wide"
    assert kinds(sized("night ", size), short, short, short, short) == [kind]


@pytest.mark.parametrize(("size", "kind"), [(120, BlockKind.HEADING), (121, BlockKind.PARAGRAPH)])
def test_an_underlined_title_has_its_length(size: int, kind: BlockKind) -> None:
    assert kinds(sized("The Lamp ", size), "=" * size)[0] == kind
