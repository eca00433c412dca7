"""What stands between cites, and which of them stand together."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from tests.csl.rendering import cite, processor
from tests.csl.works import AUTHOR_DATE, BAKER, WORKS, work

LOCATED = f'<group delimiter=", ">{AUTHOR_DATE}<text variable="locator"/></group>'


def cited(options: str, *cites: tuple[str, str], sort: str = "") -> str:
    """Return one citation of works by their ids, each with a locator or none."""
    parts = f"<citation {options}>{sort}<layout delimiter='; '>{LOCATED}</layout></citation>"
    made = processor(parts, [*WORKS, BAKER])
    return made.cited([Citation([Cite(one, locator=where) for one, where in cites])])[0]


@pytest.mark.parametrize(
    ("options", "cites", "expected"),
    [
        (
            'collapse="year" after-collapse-delimiter=" / "',
            [("a", ""), ("d", "")],
            "Archer 2001 / Baker 2001",
        ),
        (
            'collapse="year" after-collapse-delimiter=" / "',
            [("a", "5"), ("c", ""), ("d", "7")],
            "Archer 2001, 5 / 2005 / Baker 2001, 7",
        ),
        (
            'collapse="year-suffix" after-collapse-delimiter=" / "',
            [("c", ""), ("d", "")],
            "Archer 2005; Baker 2001",
        ),
    ],
)
def test_what_stands_behind_cites_that_share_a_name(
    options: str, cites: list[tuple[str, str]], expected: str
) -> None:
    assert cited(options, *cites) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ('collapse="year"', "Archer 2001, 2005; Baker 2003"),
        ('cite-group-delimiter=" + "', "Archer 2001 + Archer 2005; Baker 2003"),
        ("", "Archer 2001; Baker 2003; Archer 2005"),
    ],
)
def test_sorted_cites_of_one_author_stand_together(options: str, expected: str) -> None:
    sort = '<sort><key variable="issued"/></sort>'
    parts = f"<citation {options}>{sort}<layout delimiter='; '>{AUTHOR_DATE}</layout></citation>"
    items = [WORKS[2], work("b", "Baker", 2003), WORKS[0]]
    made = processor(parts, items)
    assert made.cited([Citation([Cite(str(one["id"])) for one in items])]) == [expected]


def test_labels_are_no_numbers_and_make_no_range() -> None:
    label = '<text variable="citation-label"/>'
    shown = cite(label, [WORKS[0], WORKS[2], BAKER], options='collapse="citation-number"')
    assert shown == "Arch01; Arch05; Bake01"


def test_a_locator_that_a_style_does_not_print_breaks_no_range() -> None:
    number = '<text variable="citation-number"/>'
    parts = (
        f"<citation collapse='citation-number'><layout delimiter=','>{number}</layout></citation>"
    )
    made = processor(parts, [*WORKS, BAKER])
    cites = [Cite("a", locator="5"), Cite("b"), Cite("c"), Cite("d")]
    assert made.cited([Citation(cites)]) == ["1–4"]


def test_ibid_looks_at_the_whole_note_before() -> None:
    ibid = (
        f'<choose><if position="ibid"><text term="ibid"/></if><else>{AUTHOR_DATE}</else></choose>'
    )
    made = processor(f"<citation><layout>{ibid}</layout></citation>", WORKS, 'class="note"')
    notes = [Citation([Cite("a")], 1), Citation([Cite("c")], 1)]
    shown = made.cited([*notes, Citation([Cite("c")], 2), Citation([Cite("c")], 3)])
    assert shown == ["Archer 2001", "Archer 2005", "Archer 2005", "Ibid."]


@pytest.mark.parametrize(
    ("prefix", "expected"), [("Cf. ", "Cf. ibid."), ("So it is. ", "So it is. Ibid.")]
)
def test_one_word_before_a_cite_is_no_sentence(prefix: str, expected: str) -> None:
    made = processor(
        '<citation><layout><text term="ibid"/></layout></citation>', WORKS, 'class="note"'
    )
    assert made.cited([Citation([Cite("a", prefix=prefix)], 1)]) == [expected]
