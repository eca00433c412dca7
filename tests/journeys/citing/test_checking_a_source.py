"""Correcting a source once, and seeing it wherever its attribution or its names stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.cli.main import run
from postil.tui.dialogs.records.table import FIELDS
from tests.journeys.driving import LARGE, SMALL, reading

PIERS = """Of Piers

The first pier was built by the town itself, from larch. [Source: Ose Tala, Harbour Gazette, \
February 3, 1998]

The second was of iron, and cost more than anybody had thought possible. [Source: Ose Tala, \
Harbour Gazette, February 3, 1998]

The third is not built yet. [Source: Ose Tala, Lake Review, June 2014]
"""
BOATS = """Of Boats

The first boat was a raft. [Source: Mary Lamb and Ose Tala, Lake Review, May 2011]
"""


@pytest.fixture
def piers(tmp_path: Path) -> Path:
    path = tmp_path / "piers.txt"
    path.write_text(PIERS, "utf-8")
    return path


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_source_is_corrected_once_for_all_its_passages_and_names(
    piers: Path, size: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    boats = piers.with_name("boats.txt")
    boats.write_text(BOATS, "utf-8")
    async with reading(piers, size) as s:
        await s.press("}", "s")
        shown = " ".join(s.seen().split())
        assert "Ose Tala" in shown
        assert "a person’s name" in shown
        assert "A correction holds for both paragraphs" in shown.replace("│ ", "")
        await s.press("e", "ctrl+u")
        await s.type("Ose, Tala")
        for _ in range(4):
            await s.press("down")
        await s.press("ctrl+u")
        await s.type("4 February 1998")
        await s.press("ctrl+s")
        assert "4 Feb 1998" in s.status()
        await s.press("}")
        assert "4 Feb 1998" in s.status()
        await s.press("s")
        assert "your correction" in s.seen()
        await s.press("escape", "C")
        assert "Ose" in s.seen()
        await s.press("escape", "}", "s")
        assert "you said so of this name" in " ".join(s.seen().replace("│", " ").split())
        await s.press("escape")
    assert _bibtex(piers, "of iron", capsys).count("Ose, Tala") == 1
    assert "Ose, Tala" in _bibtex(boats, "a raft", capsys)
    async with reading(piers, size) as s:
        # OpenArticle may have been long enough for the place to be kept.
        await s.press("g", "}", "u", "s")
        assert "a person’s name" in " ".join(s.seen().replace("│", " ").split())
        await s.press("escape")
        assert "3 Feb 1998" in s.status()
        await s.press("}")
        assert "3 Feb 1998" in s.status()
    assert "Tala, Ose" in _bibtex(boats, "a raft", capsys)


def _bibtex(path: Path, words: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the command line makes of a passage for BibTeX."""
    capsys.readouterr()
    assert run(["cite", str(path), "--quote", words, "--format", "bibtex"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_what_a_source_is_is_chosen_from_a_list(
    piers: Path, size: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    async with reading(piers, size) as s:
        await s.press("}", "s", "e")
        await s.press(*["down"] * list(FIELDS).index("type"))
        assert "enter lists all" in s.seen()
        await s.press("enter")
        assert "What kind of work is it?" in s.seen()
        assert "newspaper article" in s.seen()
        await s.press("escape")
        assert "enter lists all" in s.seen(), "leaving the list leaves the field as it was"
        await s.press("enter")
        await s.type("film")
        await s.press("enter")
        assert "What kind of work is it?" not in s.seen()
        assert "film" in s.seen()
        await s.press("ctrl+s")
        await s.press("s")
        assert "film" in s.seen()
    capsys.readouterr()
    assert run(["cite", str(piers), "--quote", "of iron", "--format", "csl-json"]) == 0
    assert '"motion_picture"' in capsys.readouterr().out
