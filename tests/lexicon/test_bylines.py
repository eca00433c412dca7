"""Which authors a line names, and which of them are persons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.lexicon.bylines import author, authors
from postil.model.source import Name

DOE = Name("Doe", "Jane")


@pytest.mark.parametrize(
    "name",
    [
        "Associated Press",
        "BBC News",
        "BBC Sport",
        "Bill and Melinda Gates Foundation",
        "Centers for Disease Control and Prevention",
        "Department of Health and Human Services",
        "Food and Agriculture Organization",
        "Google LLC",
        "Google, Inc.",
        "Guardian staff",
        "Human Rights Watch",
        "Ministry of Health of Brazil",
        "Ministry of Ice and Water",
        "Médecins Sans Frontières",
        "National Oceanic and Atmospheric Administration",
        "Postil contributors",
        "Reuters",
        "The Economist",
        "UN Women",
        "United Nations Children's Fund",
        "University of California, Berkeley",
        "W. W. Norton & Company",
        "World Health Organization",
    ],
)
def test_organisations_stay_whole(name: str) -> None:
    assert authors(name) == (Name(literal=name),)


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("Jane Doe", "Doe", "Jane"),
        ("Doe, Jane", "Doe", "Jane"),
        ("Dr. Jane Doe", "Doe", "Jane"),
        ("Jane Doe Jr.", "Doe Jr.", "Jane"),
        ("Jane Doe, Jr.", "Doe Jr.", "Jane"),
        ("Ann B. Keeper", "Keeper", "Ann B."),
        ("J. R. R. Tolkien", "Tolkien", "J. R. R."),
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig"),
        ("van der Berg, Jan", "van der Berg", "Jan"),
        ("Ursula K. Le Guin", "Le Guin", "Ursula K."),
        ("Charles de Gaulle", "de Gaulle", "Charles"),
        ("Al Gore", "Gore", "Al"),
        ("bell hooks", "hooks", "bell"),
        ("Church, Charlotte", "Church", "Charlotte"),
    ],
)
def test_persons_have_a_family_name(text: str, family: str, given: str) -> None:
    assert authors(text) == (Name(family, given),)


@pytest.mark.parametrize("text", ["Kim Jong-il", "Park Geun-hye", "Choe Sang-Hun", "Sun Yat-sen"])
def test_eastern_names_begin_with_the_family(text: str) -> None:
    family, _, given = text.partition(" ")
    assert authors(text) == (Name(family, given, family_first=True),)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe and Bo Ek", (DOE, Name("Ek", "Bo"))),
        ("Jane Doe & Bo Ek", (DOE, Name("Ek", "Bo"))),
        ("Doe, Jane; Ek, Bo", (DOE, Name("Ek", "Bo"))),
        ("Doe, Jane and Ek, Bo", (DOE, Name("Ek", "Bo"))),
        ("Jane Doe and Postil contributors", (DOE, Name(literal="Postil contributors"))),
        ("Reuters and Jane Doe", (Name(literal="Reuters"), DOE)),
        (
            "World Health Organization and World Bank",
            (Name(literal="World Health Organization"), Name(literal="World Bank")),
        ),
        ("{Doe and Sons}; Jane Doe", (Name(literal="Doe and Sons"), DOE)),
    ],
)
def test_several_authors_are_parted(text: str, names: tuple[Name, ...]) -> None:
    assert authors(text) == names


@given(st.text())
def test_nothing_breaks_it(text: str) -> None:
    assert all(name.display for name in authors(text))
    assert not author(text).literal or not author(text).family
