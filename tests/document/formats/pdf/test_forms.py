"""Markers of items, and code with its indents."""

from __future__ import annotations

import pytest

from postil.document.formats.pdf.forms import list_of
from postil.model.article import BlockKind
from tests.document.formats.pdf.making import Words, paragraph, pdf
from tests.document.formats.pdf.test_parser import PROSE, read


@pytest.mark.parametrize(
    ("marker", "kind", "form", "number"),
    [
        ("•", "ul", {}, ""),
        ("12.", "ol", {"delimiter": "."}, "12"),
        ("3)", "ol", {"delimiter": ")"}, "3"),
        ("iv.", "ol", {"delimiter": ".", "type": "i"}, "4"),
        ("XIX.", "ol", {"delimiter": ".", "type": "I"}, "19"),
        ("v)", "ol", {"delimiter": ")", "type": "i"}, "5"),
        ("b.", "ol", {"delimiter": ".", "type": "a"}, "2"),
        ("D)", "ol", {"delimiter": ")", "type": "A"}, "4"),
    ],
)
def test_a_marker_tells_the_list_and_the_number(
    marker: str, kind: str, form: dict[str, str], number: str
) -> None:
    assert list_of(marker) == (kind, form, number)


@pytest.mark.parametrize("marker", ["[12]", "1", "word.", "1.2."])
def test_other_markers_are_of_no_list(marker: str) -> None:
    assert list_of(marker) is None


def test_items_keep_their_markers_and_their_depth() -> None:
    page: list[Words] = [
        *paragraph(700, *PROSE),
        (94, 650, 10, "1. The wick is trimmed before the oil is poured, and never after."),
        (94, 638, 10, "2. The glass is wiped with paper."),
        (120, 626, 10, "a. Old paper will do as well as new, if it is dry and clean."),
        (120, 614, 10, "b. Cloth leaves threads."),
        *paragraph(590, *PROSE),
    ]
    article = read(pdf([page]))
    items = [one for one in article.blocks if one.kind is BlockKind.LIST_ITEM]
    assert [(one.marker, one.text[:9]) for one in items] == [
        ("1.", "The wick "),
        ("2.", "The glass"),
        ("a.", "Old paper"),
        ("b.", "Cloth lea"),
    ]
    assert items[2].level > items[0].level


def test_code_keeps_its_indents_and_its_empty_lines() -> None:
    page: list[Words] = [
        *paragraph(700, *PROSE),
        (72, 650, 10, "while lit:|F4"),
        (96, 638, 10, "wait()|F4"),
        (96, 614, 10, "trim()|F4"),
        (72, 602, 10, "fill()|F4"),
        *paragraph(570, *PROSE),
    ]
    article = read(pdf([page]))
    (code,) = [one for one in article.blocks if one.kind is BlockKind.CODE]
    assert code.text == "while lit:\n    wait()\n\n    trim()\nfill()"
