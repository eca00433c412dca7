"""Which part of a person's name is the family's, by the names that languages have."""

from __future__ import annotations

import pytest

from postil.lexicon.person_names import is_suffix, parse_name


@pytest.mark.parametrize(
    ("words", "family", "given"),
    [
        ("Choe Sang-Hun", "Choe", "Sang-Hun"),
        ("Choe Sanghun", "Choe", "Sanghun"),
        ("Kim Minji", "Kim", "Minji"),
        ("Park Jiwon", "Park", "Jiwon"),
        ("Lee Sunmi", "Lee", "Sunmi"),
        ("Kim Jong Un", "Kim", "Jong Un"),
        ("Mao Zedong", "Mao", "Zedong"),
        ("Nguyen Van Linh", "Nguyen", "Van Linh"),
    ],
)
def test_a_name_that_puts_the_family_first_is_known_by_its_syllables(
    words: str, family: str, given: str
) -> None:
    found = parse_name(words)
    assert found is not None
    assert (found.family, found.given, found.family_first) == (family, given, True)


@pytest.mark.parametrize(
    ("words", "family"),
    [("Kim Philby", "Philby"), ("Lee Harper", "Harper"), ("Park Avenue", "Avenue")],
)
def test_a_family_name_that_is_a_given_one_elsewhere_is_told_by_what_follows(
    words: str, family: str
) -> None:
    found = parse_name(words)
    assert found is not None
    assert (found.family, found.family_first) == (family, False)


@pytest.mark.parametrize(
    "text", ["Jr.", "jr", "Sr", "II", "III", "IV", "PhD", "Ph.D.", "MD", "M.D.", "Esq."]
)
def test_what_follows_a_whole_name_is_a_suffix(text: str) -> None:
    assert is_suffix(text)


@pytest.mark.parametrize("text", ["Jr.", "Sr", "II", "III", "PhD"])
def test_a_suffix_stands_behind_the_family_name(text: str) -> None:
    found = parse_name(f"Ann Ferry {text}")
    assert found is not None
    assert found.given == "Ann"
    assert found.family == f"Ferry {text}"


@pytest.mark.parametrize("text", ["Ferry", "V", "B.A.", "Ph", ""])
def test_another_word_is_none(text: str) -> None:
    assert not is_suffix(text)
