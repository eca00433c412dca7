from __future__ import annotations

import pytest

from postil.attribution.parsing.fields import FieldKind, classify, split_field
from postil.lexicon.name_list import lookup_key
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Name


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("BBC and Quay Herald", ["BBC", "Quay Herald"]),
        ("Department of Salt and Rope", ["Department of Salt and Rope"]),
        ("British Broadcasting Corporation (BBC)", ["British Broadcasting Corporation"]),
        ("Mary Lamb (Reuters)", ["Mary Lamb", "Reuters"]),
        ("Mary Lamb in Seoul", ["Mary Lamb"]),
        ("New York Times editorial", ["New York Times"]),
        ("Mary Lamb for the Harbour Times", ["Mary Lamb", "Harbour Times"]),
        ("Mary Lamb: Harbour Times", ["Mary Lamb", "Harbour Times"]),
        ("Harbour Times: Mary Lamb", ["Mary Lamb", "Harbour Times"]),
        ("Harbour Times’s Mary Lamb", ["Mary Lamb", "Harbour Times"]),
        ("Mary Lamb New York Times", ["Mary Lamb", "New York Times"]),
        ("Mary Lamb", ["Mary Lamb"]),
    ],
)
def test_a_field_is_parted_where_it_has_two_names(field: str, names: list[str]) -> None:
    assert split_field(field, NO_OVERRIDES, plural=False) == names


def test_an_and_joins_sources_where_the_label_says_that_there_are_several() -> None:
    field = "Ministry of Ports and Tide Institute"
    assert split_field(field, NO_OVERRIDES, plural=False) == [field]
    assert split_field(field, NO_OVERRIDES, plural=True) == ["Ministry of Ports", "Tide Institute"]


@pytest.mark.parametrize(
    ("words", "kind", "dated", "behind"),
    [
        ("Reuters", FieldKind.AGENCY, False, False),
        ("Mary Lamb Books", FieldKind.PUBLICATION, False, True),
        ("Mary Lamb and Tom Rook", FieldKind.PEOPLE, False, False),
        ("Hale & Romero", FieldKind.PEOPLE, True, False),
        ("Hale & Romero", FieldKind.PUBLICATION, False, False),
        ("Quay Herald", FieldKind.PUBLICATION, False, False),
        ("Professor Lamb", FieldKind.PEOPLE, False, False),
        ("Quayside", FieldKind.WORD, False, False),
        ("Salt coast", FieldKind.PHRASE, False, False),
    ],
)
def test_what_a_field_names(words: str, kind: FieldKind, dated: bool, behind: bool) -> None:
    assert classify(words, NO_OVERRIDES, dated=dated, behind=behind).kind is kind


def test_what_the_reader_said_of_a_name_comes_first() -> None:
    lamb = Name(family="Reuters", given="Mary")
    overrides = NameOverrides(
        outlets=frozenset({lookup_key("Mary Lamb")}), persons={lookup_key("Reuters"): lamb}
    )
    assert classify("Mary Lamb", overrides, dated=False, behind=False).kind is FieldKind.PUBLICATION
    assert classify("Reuters", overrides, dated=False, behind=False).people == (lamb,)
