"""Names in CSL-JSON: particles and suffixes that are not set apart."""

from __future__ import annotations

import pytest

from postil.csl.data.items import Name
from postil.csl.data.read_names import read_name, text_of


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"family": "van Beethoven", "given": "Ludwig"},
         Name("Beethoven", "Ludwig", non_dropping="van")),
        ({"family": "d'Alembert", "given": "Jean"}, Name("Alembert", "Jean", non_dropping="d'")),
        ({"family": "La Fontaine", "given": "Jean de"}, Name("La Fontaine", "Jean", dropping="de")),
        ({"family": "King", "given": "Martin, Jr."}, Name("King", "Martin", suffix="Jr.")),
        ({"family": "King", "given": "Martin,! Jr."},
         Name("King", "Martin", suffix="Jr.", comma_suffix=True)),
        ({"family": '"van Beethoven"', "given": "Ludwig"}, Name("van Beethoven", "Ludwig")),
        ({"family": "van Gogh", "given": "V", "parse-names": False}, Name("van Gogh", "V")),
        ({"given": "Plato"}, Name(given="Plato")),
        ({"literal": " WHO ", "family": "x"}, Name(literal="WHO")),
        ("Ann Archer", Name(literal="Ann Archer")),
        ({"family": "A" * 1001, "given": "B"}, Name(literal="B " + "A" * 1001)),
        ({}, None),
        (7, None),
    ],
)  # fmt: skip
def test_names(value: object, expected: Name | None) -> None:
    assert read_name(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(" a ", "a"), (3, "3"), (2.0, "2"), (2.5, "2.5"), (float("nan"), ""), (None, ""), ([1], ""),
     (2**63, str(2**63)), (2**64, "")],
)  # fmt: skip
def test_what_is_text(value: object, expected: str) -> None:
    assert text_of(value) == expected
