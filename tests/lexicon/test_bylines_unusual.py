"""Persons with something unusual in their names are parted as well as can be."""

from __future__ import annotations

import pytest

from postil.lexicon.bylines import author
from postil.model.source import Name


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("ann van lee", "van lee", "ann"),
        ("bell hooks", "hooks", "bell"),
        ("Ann Mary de X", "de X", "Ann Mary"),
        ("Anna von Trapp (née Kutschera)", "von Trapp (née Kutschera)", "Anna"),
        ("Sting de Niro III IV", "de Niro III IV", "Sting"),
        ("Jean-Luc de", "de", "Jean-Luc"),
    ],
)
def test_the_family_name_begins_at_a_particle_or_is_the_last_word(
    text: str, family: str, given: str
) -> None:
    """A particle at the very end begins nothing."""
    assert author(text) == Name(family=family, given=given)
