"""Tables, logs, programs and mail are shown as what they are, and prose is none of them."""

from __future__ import annotations

import pytest

from postil.document.formats import plain
from postil.model.article import BlockKind
from tests.document.articles import ESSAY, MEMO, blocks
from tests.document.formats.layout.forms.annotated import bare, expected, texts

TEXTS = texts("other.txt")
THROWN = ["Traceback (most recent call last):", "    sail()", "SailError: no wind"]
CODE, TABLE, PARAGRAPH = BlockKind.CODE, BlockKind.TABLE, BlockKind.PARAGRAPH


@pytest.mark.parametrize("name", TEXTS)
def test_each_is_what_it_is(name: str) -> None:
    found = [
        (block.kind, "".join(block.text.replace(">", "").split()))
        for block in blocks(bare(TEXTS[name]))
    ]
    right = [(kind, words.replace(">", "")) for kind, words in expected(TEXTS[name])]
    assert [(kind, words.replace(">", "")) for kind, words in found] == right


@pytest.mark.parametrize("name", [name for name in TEXTS if name.startswith(("log", "code"))])
def test_no_sign_of_a_line_is_lost(name: str) -> None:
    text = bare(TEXTS[name])
    (block,) = blocks(text)
    assert block.text == text.rstrip("\n")
    assert [block.line_at(at) for at in block.breaks] == list(range(2, text.count("\n") + 1))


def test_values_between_commas_are_a_table() -> None:
    (table,) = blocks('who,boats,where\nAnn,3,Lowhaven\n"Berg, Bo",1,"Old\nQuay"\nCarl,,Lowhaven\n')
    assert table.kind is TABLE
    rows = [row.split() for row in table.text.split("\n")]
    assert rows[0] == ["who", "boats", "where"]
    assert rows[2] == ["Berg,", "Bo", "1", "Old", "Quay"]
    assert rows[3] == ["Carl", "Lowhaven"]


def test_semicolons_part_values_too() -> None:
    (table,) = blocks("day;water\n1;12,5\n2;11,9\n3;12,0\n")
    assert table.kind is TABLE
    assert "12,5" in table.text


def test_a_long_table_is_several_and_loses_no_row() -> None:
    text = "id,name,place\n" + "".join(f"{n},boat {n},quay {n % 7}\n" for n in range(450))
    found = blocks(text)
    assert {block.kind for block in found} == {TABLE}
    assert sum(block.text.count("\n") + 1 for block in found) == 451
    assert [block.line for block in found] == [1, 101, 201, 301, 401]


def test_what_is_quoted_has_its_depth() -> None:
    found = blocks(bare(TEXTS["mail-quoted"]))
    assert [(block.text[:8], block.quoted) for block in found if block.quoted] == [
        ("I have h", 1),
        ("They are", 2),
        ("There is", 1),
    ]
    assert BlockKind.HEADING not in {block.kind for block in found}


@pytest.mark.parametrize("text", [ESSAY, MEMO], ids=["essay", "memo"])
def test_prose_is_none_of_them(text: str) -> None:
    assert PARAGRAPH in {block.kind for block in blocks(text)}


@pytest.mark.parametrize("name", TEXTS)
def test_the_first_screenful_is_what_the_whole_begins_with(name: str) -> None:
    text = bare(TEXTS[name]) * 9
    head = text[: text.rfind("\n", 0, len(text) * 2 // 3) + 1]
    shown = plain.preview(head, text).blocks
    whole = plain.read(text, head).blocks
    assert [block.text for block in shown] == [block.text for block in whole[: len(shown)]]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ship, tons\nFROM ships\nWHERE tons > 40\nORDER BY ship;\n\nDELETE FROM ships;\n",
        "ship:\n  name: Anna\n  tons: 40\nport: north\n",
        "---\nships:\n  - name: Anna\n    tons: 40\n  - name: Berta\n",
        '{\n  "ship": {"tons": [40, 55]},\n  "port": "north"\n}\n',
        "[ship]\nname = Anna\ntons = 40\n\n[port]\nname = north\n; as of May\nberths = 9\n",
        "(defun sail (ship)\n  (when (> ship 0)\n    (print ship)\n    (sail 1)))\n\n(sail 3)\n",
        "OBJ = sail.o keel.o\n\nship: $(OBJ)\n\t$(CC) -o $@ $(OBJ)\n\nclean:\n\trm -f $(OBJ)\n",
        "INFO: sail set\nINFO: keel dry\nWARNING: no wind\nINFO: sail struck\nINFO: at rest\n",
        "\n".join(f"05-03 09:0{at}:11.123 412 I Sail: set {at}" for at in range(5)),
        "\n".join([*(f"2021-05-03T09:00:0{at}Z INFO set" for at in range(4)), *THROWN]),
    ],
)
def test_more_habits_of_programs_and_logs_are_shown_line_by_line(text: str) -> None:
    (block,) = blocks(text)
    assert (block.kind, block.text) == (CODE, text.expandtabs(8).rstrip("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Bread:\n- flour\n- salt\n- water\nSoup:\n- leeks\n- salt\n",
        "Anna: is it open?\nOle: not yet\nAnna: then we wait\nOle: we wait\n",
        "WITH the morning came the boats, and with the boats came the news that all had feared.\n",
    ],
)
def test_what_people_write_is_no_program(text: str) -> None:
    assert CODE not in {block.kind for block in blocks(text)}
