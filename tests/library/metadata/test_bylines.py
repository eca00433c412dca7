from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.library.metadata.bylines import parse_names, written_names
from postil.model.source import Name

CHOE = Name(family="Choe", given="Sang-Hun", family_first=True)
LIND = Name(family="Lindqvist", given="Ada")
BOARD = Name(literal="Board of Ice and Water")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Ada Lindqvist", (LIND,)),
        ("Lindqvist, Ada", (LIND,)),
        ("Ada Lindqvist and Bo Ek", (LIND, Name(family="Ek", given="Bo"))),
        ("Ada Lindqvist; Bo Ek", (LIND, Name(family="Ek", given="Bo"))),
        ("Choe Sang-Hun", (CHOE,)),
        ("Reuters", (Name(literal="Reuters"),)),
        ("The Harbour Gazette", (Name(literal="The Harbour Gazette"),)),
        ("{Board of Ice and Water}", (BOARD,)),
        ("Ludwig van Beethoven", (Name(family="van Beethoven", given="Ludwig"),)),
        ("Ministry of Ice and Water", (Name(literal="Ministry of Ice and Water"),)),
        ("  ", ()),
        (" ; , ;", ()),
        ("{}", ()),
        ("Lindqvist,", (Name(literal="Lindqvist"),)),
        ("Ada\x1b[31m Lindqvist\n", (LIND,)),
    ],
)
def test_authors_are_read_as_they_are_typed(typed: str, names: tuple[Name, ...]) -> None:
    assert parse_names(typed) == names


def test_a_name_that_stays_keeps_all_that_is_known_of_it() -> None:
    old = (BOARD, Name(family="Ada", given="Lindqvist", family_first=True))
    assert parse_names("Ada Lindqvist; Board of Ice and Water", old) == old[::-1]


def test_a_name_in_the_place_of_an_eastern_one_keeps_its_order() -> None:
    old = (Name(family="Cho", given="Ada", family_first=True),)
    assert parse_names("Jiro Taniguchi", old) == (
        Name(family="Jiro", given="Taniguchi", family_first=True),
    )


@given(st.lists(st.sampled_from([CHOE, LIND, BOARD, Name(literal="Reuters")]), unique=True))
def test_what_a_form_shows_reads_back(names: list[Name]) -> None:
    assert parse_names(written_names(names), names) == tuple(names)


@given(st.text())
def test_nothing_typed_breaks_it(typed: str) -> None:
    assert all(name.display for name in parse_names(typed))
