from __future__ import annotations

import pytest

from postil.attribution.stated.citations import author_year, is_sentence


@pytest.mark.parametrize(
    ("words", "families", "page"),
    [
        ("Brack 1998: 45", ["Brack"], "45"),
        ("Hale and Rook 2004, 7–9", ["Hale", "Rook"], "7–9"),
        ("van der Berg 2001: 3", ["van der Berg"], "3"),
        ("Brack et al. 1998a: 12", ["Brack"], "12"),
    ],
)
def test_author_year_and_page_are_a_citation(words: str, families: list[str], page: str) -> None:
    source = author_year(words)
    assert source is not None
    assert [name.family for name in source.author] == families
    assert source.page == page


@pytest.mark.parametrize("words", ["June 1998: 45", "Brack 1998", "Mai 2011, 4", "1998: 45", ""])
def test_dates_and_bare_years_are_none(words: str) -> None:
    assert author_year(words) is None


def test_a_verb_and_a_full_stop_make_a_sentence() -> None:
    assert is_sentence("The source of the Rhine is in the Alps.")
    assert not is_sentence("Mary Lamb, Quay Herald, 3 May 2001.")
    assert not is_sentence("Lamb, “What is rope?”, Quay Herald.")
    assert not is_sentence("The source of the Rhine is in the Alps")
