"""Files that their suffix calls a table are one, however their rows are."""

from __future__ import annotations

import pytest

from postil.document.formats.preformatted import delimited
from postil.document.formats.registry import known_suffixes
from postil.model.article import BlockKind
from tests.document.articles import article, blocks


def rows(text: str, name: str) -> list[list[str]]:
    """Return the cells of the rows of a file that is nothing but a table."""
    found = []
    for block in blocks(text, name):
        assert block.kind is BlockKind.TABLE
        starts = sorted({0, *block.breaks, *block.cells})
        ends = [*starts[1:], len(block.text)]
        row: list[str] = []
        for start, end in zip(starts, ends, strict=True):
            if start in block.breaks:
                found.append(row)
                row = []
            row.append(block.text[start:end].strip())
        found.append(row)
    return found


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.csv", "who,boats\nAnn,3\n", [["who", "boats"], ["Ann", "3"]]),
        ("a.csv", "who;boats\nAnn;3,5\n", [["who", "boats"], ["Ann", "3,5"]]),
        ("a.tsv", "who\tboats\r\nAnn\t3\r\n", [["who", "boats"], ["Ann", "3"]]),
        ("a.tab", "who\tnote\nAnn\tsays, so\n", [["who", "note"], ["Ann", "says, so"]]),
        (
            "a.csv",
            "who,boats\nAnn\nBo,3,extra\n",
            [["who", "boats"], ["Ann"], ["Bo", "3", "extra"]],
        ),
        ("a.csv", 'who,said\nAnn,"one\ntwo"\n', [["who", "said"], ["Ann", "one two"]]),
        ("a.csv", "one\ntwo\n", [["one"], ["two"]]),
    ],
)
def test_rows_are_read_by_the_likeliest_sign(name: str, text: str, found: list[list[str]]) -> None:
    assert rows(text, name) == found


def test_what_stands_above_a_table_is_text() -> None:
    above, table = blocks("# told by the board\n\nwho,boats\nAnn,3\n", "a.csv")
    assert (above.kind, above.text, above.line) == (BlockKind.PARAGRAPH, "# told by the board", 1)
    assert (table.kind, table.line) == (BlockKind.TABLE, 3)


def test_nothing_of_a_cell_reaches_the_terminal_as_a_command() -> None:
    assert rows("who,said\nAnn,\x1b[31mred\x07\n", "a.csv")[1] == ["Ann", "red"]


def test_a_first_screenful_has_the_rows_of_the_whole() -> None:
    text = "".join(f"{at},boat {at % 7},{at * 3}\n" for at in range(9000))
    first = delimited.preview(text[:4000], None).blocks
    whole = article(text, "a.csv").blocks
    assert first
    assert [block.text for block in first] == [block.text for block in whole[: len(first)]]


def test_tables_are_opened_by_name_and_are_no_articles_of_a_folder() -> None:
    assert not {".csv", ".tsv", ".tab"} & set(known_suffixes())
