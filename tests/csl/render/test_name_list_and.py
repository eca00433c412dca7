"""The word between the last two names stands as its script wants it."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from tests.csl.rendering import person, processor

PEOPLE = [person("Ann", "Archer"), person("Ben", "Baker"), person("Cat", "Cooper")]


def listed(count: int, word: str, name: str = 'and="text"') -> str:
    """Return so many names with a word of the style's own between the last two."""
    parts = (
        f'<locale><terms><term name="and">{word}</term></terms></locale>'
        f'<citation><layout><names variable="author"><name form="short" {name}/></names>'
        "</layout></citation>"
    )
    made = processor(parts, [{"id": "a", "author": PEOPLE[:count]}])
    return made.cited([Citation([Cite("a")])])[0]


@pytest.mark.parametrize(
    ("count", "word", "expected"),
    [
        (1, "和", "Archer"),
        (2, "和", "Archer和Baker"),
        (3, "和", "Archer, Baker和Cooper"),
        (2, "und", "Archer und Baker"),
        (3, "und", "Archer, Baker, und Cooper"),
        (3, "", "Archer, Baker, Cooper"),
    ],
)
def test_a_word_of_a_script_without_blanks_stands_close(
    count: int, word: str, expected: str
) -> None:
    assert listed(count, word) == expected


@pytest.mark.parametrize(
    ("rule", "two", "three"),
    [
        ("contextual", "Archer und Baker", "Archer, Baker, und Cooper"),
        ("always", "Archer, und Baker", "Archer, Baker, und Cooper"),
        ("never", "Archer und Baker", "Archer, Baker und Cooper"),
    ],
)
def test_a_delimiter_precedes_the_word_by_the_rule_of_the_style(
    rule: str, two: str, three: str
) -> None:
    name = f'and="text" delimiter-precedes-last="{rule}"'
    assert listed(2, "und", name) == two
    assert listed(3, "und", name) == three
