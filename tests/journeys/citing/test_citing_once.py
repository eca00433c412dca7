"""Citing a passage changes nothing about how the next one is cited."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.driving import reading
from tests.journeys.harbour import at_ice


async def test_a_citation_that_is_copied_by_its_key_says_nothing_of_the_next(
    harbour: Path,
) -> None:
    """Only what was chosen for good in the dialog is said to hold from now on."""
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("c")
        assert s.said.startswith("Quotation saved in ")
        assert "from now on" not in s.said
        assert s.reader.parts.appearance.now.citation is None
