"""Whole documents: places, collapsing, telling apart, and the bibliography."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from postil.csl import Citation, Cite, StyleError, read_style
from tests.csl.rendering import Item, cite, person, processor, style

AUTHOR_DATE = (
    '<group delimiter=" "><names variable="author"><name form="short" and="symbol"/></names>'
    '<date variable="issued"><date-part name="year"/></date></group>'
)


def work(one: str, family: str, year: int, given: str = "Ann", **more: object) -> Item:
    """Return a book."""
    issued = {"date-parts": [[year]]}
    return {"id": one, "type": "book", "author": [person(given, family)], "issued": issued, **more}


WORKS = [work("a", "Archer", 2001), work("b", "Archer", 2001), work("c", "Archer", 2005)]
BAKER = work("d", "Baker", 2001)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", "Archer 2001a; Archer 2001b; Archer 2005; Baker 2001"),
        ('collapse="year"', "Archer 2001a, 2001b, 2005; Baker 2001"),
        ('collapse="year-suffix"', "Archer 2001a, b, 2005; Baker 2001"),
        (
            'collapse="year-suffix" year-suffix-delimiter=","',
            "Archer 2001a,b, 2005; Baker 2001",
        ),
    ],
)
def test_cites_of_one_author_share_the_name(options: str, expected: str) -> None:
    letters = f'{options} disambiguate-add-year-suffix="true"'
    assert cite(AUTHOR_DATE, [*WORKS, BAKER], options=letters) == expected


def test_numbers_in_a_row_become_a_range() -> None:
    number = '<text variable="citation-number" prefix="[" suffix="]"/>'
    shown = cite(number, [*WORKS, BAKER], options='collapse="citation-number"')
    assert shown == "[1]–[4]"
    assert cite(number, WORKS[:2], options='collapse="citation-number"') == "[1]; [2]"


@pytest.mark.parametrize(
    ("options", "works", "expected"),
    [
        (
            'disambiguate-add-givenname="true"',
            [work("a", "Lee", 2001, "Ann"), work("b", "Lee", 2001, "Bob")],
            "Ann Lee 2001; Bob Lee 2001",
        ),
        (
            'disambiguate-add-names="true" et-al-min="2" et-al-use-first="1"',
            [
                {**work("a", "Lee", 2001), "author": [person("A", "Lee"), person("B", "Roe")]},
                {**work("b", "Lee", 2001), "author": [person("A", "Lee"), person("C", "Poe")]},
            ],
            "Lee &#38; Roe 2001; Lee &#38; Poe 2001",
        ),
        (
            'disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name"',
            [work("a", "Lee", 2001, "Ann"), work("b", "Lee", 2005, "Bob")],
            "Ann Lee 2001; Bob Lee 2005",
        ),
        (
            'disambiguate-add-year-suffix="true"',
            [work("a", "Lee", 2001), work("b", "Lee", 2001)],
            "Lee 2001a; Lee 2001b",
        ),
    ],
)
def test_cites_that_look_alike_are_told_apart(
    options: str, works: Sequence[Item], expected: str
) -> None:
    assert cite(AUTHOR_DATE, works, options=options) == expected


NOTES = (
    '<citation near-note-distance="2"><layout suffix="." delimiter="; "><choose>'
    '<if position="ibid-with-locator"><group delimiter=", "><text term="ibid"/>'
    '<text variable="locator"/></group></if><else-if position="ibid"><text term="ibid"/></else-if>'
    '<else-if position="near-note"><text value="near"/></else-if>'
    '<else-if position="subsequent"><text value="note "/>'
    '<text variable="first-reference-note-number"/></else-if>'
    '<else><text variable="title"/></else></choose></layout></citation>'
)


def test_places_in_notes() -> None:
    works = [{"id": one, "title": one.upper()} for one in "ab"]
    cites = [Cite("a"), Cite("a"), Cite("a", "5"), Cite("a", "5"), Cite("a"), Cite("b"), Cite("a")]
    cites += [Cite("b"), Cite("b"), Cite("b"), Cite("a")]
    document = [Citation([one], note) for note, one in enumerate(cites, 1)]
    shown = processor(NOTES, works, 'class="note"').cited(document)
    assert shown == [
        "A.", "Ibid.", "Ibid., 5.", "Ibid.", "near.", "B.", "near.", "near.", "Ibid.", "Ibid.",
        "note 1.",
    ]  # fmt: skip


BOOKS = (
    "<citation><layout><text variable='title'/></layout></citation>"
    '<bibliography subsequent-author-substitute="———"><sort><key variable="author"/>'
    '<key variable="issued" sort="descending"/></sort><layout suffix=".">'
    '<group delimiter=". "><names variable="author"><name name-as-sort-order="all"/></names>'
    '<text variable="title" font-style="italic"/></group></layout></bibliography>'
)


def test_a_bibliography_is_sorted_and_names_no_author_twice() -> None:
    works = [
        work("b", "Baker", 1990, title="Bread"),
        work("a", "Archer", 1990, title="Bows"),
        work("c", "Archer", 1999, title="Arrows"),
        {"id": "n", "title": "Nobody"},
    ]
    made = processor(BOOKS, works)
    made.cited([], uncited=[str(one["id"]) for one in works])
    assert made.bibliography() == [
        "Archer, Ann. Arrows.",
        "———. Bows.",
        "Baker, Ann. Bread.",
        "Nobody.",
    ]
    assert made.bibliography("html")[0] == "Archer, Ann. <i>Arrows</i>."


def test_prefix_suffix_and_an_author_who_is_named_before() -> None:
    made = processor(f"<citation><layout>{AUTHOR_DATE}</layout></citation>", [BAKER])
    cites = [
        Cite("d", prefix="see", suffix="on bread"),
        Cite("d", suppress_author=True),
        Cite("d", author_only=True),
    ]
    shown = made.cited([Citation([one]) for one in cites], in_document=False)
    assert shown == ["see Baker 2001 on bread", "2001", "Baker"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("not a style", "not well-formed"),
        (b"\xff\xfe\x00", "not well-formed"),
        ("<article/>", "no style"),
        (style("<citation/>").replace('"1.0"', '"1.1"'), "CSL 1.1"),
        (style(""), "no citation"),
        ('<!DOCTYPE x [<!ENTITY e "eeee">]>' + style("<citation/>"), "document type declaration"),
        pytest.param("<a>" * 100_000, "nested too deeply", id="never closed"),
        pytest.param(
            style("<group>" * 500 + "</group>" * 500), "nested too deeply", id="nested deeply"
        ),
    ],
)
def test_what_is_no_style_is_refused_in_a_sentence(data: str | bytes, why: str) -> None:
    with pytest.raises(StyleError, match=why):
        read_style(data)


def test_a_dependent_style_names_the_one_it_stands_for() -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>'
    with pytest.raises(StyleError, match="styles/apa"):
        read_style(style("").replace("<title>", f"{link}<title>"))


@pytest.mark.parametrize(
    "item",
    [
        {"id": "x"},
        {"id": "x", "type": "no such type", "title": 5},
        {"id": "x", "author": "Ann Archer", "issued": 2015},
        {"id": "x", "author": [None, 3, {}, {"family": ["a"]}], "title": None},
        {"id": "x", "issued": {"date-parts": [[None]]}, "title": {"a": 1}},
        {"id": "x", "issued": {"date-parts": "2015"}, "title": "<i>never closed"},
        {"id": "x", "author": [{"family": "F", "given": "G"}] * 500},
        {"id": "x", "title": "</i></b>'\"“”‘’" * 50},
    ],
)
def test_items_of_the_wrong_shape_do_no_harm(item: Item) -> None:
    layout = f'{AUTHOR_DATE}<text variable="title"/><number variable="edition"/>'
    cite(layout, [item], options='disambiguate-add-givenname="true" disambiguate-add-names="true"')


def _macros(*bodies: str) -> str:
    macros = "".join(f'<macro name="m{n}">{body}</macro>' for n, body in enumerate(bodies))
    return style(f'{macros}<citation><layout><text macro="m0"/></layout></citation>')


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (_macros('<text macro="m0"/>'), "its macro 'm0' calls itself"),
        (_macros('<text macro="m1"/>', '<text macro="m0"/>'), "calls itself"),
        (_macros(*(f'<text macro="m{n}"/>' * 2 for n in range(1, 40))), "too many times"),
        (_macros(*(f'<text macro="m{n}"/>' for n in range(1, 200))), "too deeply"),
        (
            _macros(*(f"{'<group>' * 90}<text macro='m{n}'/>{'</group>' * 90}" for n in (1, 2, 3))),
            "too deeply",
        ),
    ],
    ids=["itself", "in turn", "twice each", "in a row", "nested"],
)
def test_a_style_that_would_never_end_is_refused(data: str, why: str) -> None:
    with pytest.raises(StyleError, match=why):
        read_style(data)


def test_of_a_choice_one_branch_is_counted() -> None:
    choice = '<choose><if type="book">{0}</if><else>{0}</else></choose>'
    bodies = (choice.format(f'<text macro="m{n}"/>') for n in range(1, 30))
    assert read_style(_macros(*bodies)).title


def test_cites_that_sort_alike_stand_in_the_order_of_the_bibliography() -> None:
    year = '<sort><key variable="issued"/></sort>'
    made = processor(
        f"<citation>{year}<layout delimiter='; '>{AUTHOR_DATE}</layout></citation>"
        f'<bibliography><sort><key variable="author"/></sort><layout>{AUTHOR_DATE}</layout>'
        "</bibliography>",
        [work("b", "Baker", 2001), work("a", "Archer", 2001), work("c", "Cooper", 1999)],
    )
    assert made.cited([Citation([Cite("b"), Cite("a"), Cite("c")])]) == [
        "Cooper 1999; Archer 2001; Baker 2001"
    ]
