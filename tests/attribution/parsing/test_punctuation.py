from __future__ import annotations

import pytest

from postil.attribution.parsing.punctuation import level, stops_to_commas, uninvert_names


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("明報，2001年5月3日", "明報, 2001年5月3日"),
        ("Quay Herald | Reuters", "Quay Herald, Reuters"),
        ("Lamb, *Salt and Rope*, 1991", "Lamb, Salt and Rope, 1991"),
        ("Lamb, _Salt and Rope_, 1991", "Lamb, Salt and Rope, 1991"),
        ("Mary Lamb/Reuters", "Mary Lamb, Reuters"),
        ("Salt/Rope", "Salt/Rope"),
    ],
)
def test_other_marks_become_commas(text: str, result: str) -> None:
    assert level(text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Lamb, Mary. Salt and Rope. Quay Press.", "Lamb, Mary, Salt and Rope, Quay Press."),
        ("Mary B. Lamb. Salt and Rope", "Mary B. Lamb, Salt and Rope"),
        ("St. Petersburg Times", "St. Petersburg Times"),
    ],
)
def test_stops_that_end_a_part_become_commas(text: str, result: str) -> None:
    assert stops_to_commas(text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Mori, A., & Stahl, B., Salt and Rope", "A. Mori and B. Stahl, Salt and Rope"),
        ("van der Berg, J., Salt and Rope", "J. van der Berg, Salt and Rope"),
        ("Reuters, A., Salt and Rope", "Reuters, A., Salt and Rope"),
        ("Salt and Rope", "Salt and Rope"),
    ],
)
def test_inverted_names_are_turned(text: str, result: str) -> None:
    assert uninvert_names(text) == result
