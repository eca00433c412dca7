"""Lists what an article, a selection of notes, or the articles of a shelf quote and cite."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.journeys.driving import LARGE, SMALL, Session, reading, shelf


async def choose(s: Session, dialog_key: str, way: str) -> None:
    """Open the chooser, filter it, and copy the bibliography in the first way that is left."""
    await s.press(dialog_key)
    await s.until(lambda: s.dialog == "CiteChooser", "the chooser")
    if way:
        await s.type(way)
    told = len(s.app.said)
    await s.press("enter")
    await s.until(lambda: len(s.app.said) > told, "what came of it")
    assert s.said.startswith("Bibliography saved in ")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_bibliography_of_an_article_is_shown_and_copied(
    harbour: Path, size: tuple[int, int]
) -> None:
    async with reading(harbour, size) as s:
        await s.press("R")
        await s.until(lambda: "Lindqvist, A. (1998, February 3)" in s.seen(), "the result")
        assert "Bibliography of this article" in s.seen()
        assert "makes it the default" not in s.seen()
        await s.press("tab", "ctrl+s")
        assert s.dialog == "CiteChooser", "neither means anything here"
        await s.press("escape")
        await choose(s, "R", "mla 9")
        entries = s.clipboard.strip().split("\n\n")
        assert entries[0].startswith("Brandt, Teo. Lake Review, June 2014")
        assert len(entries) == 3, "two sources and the article"


@pytest.mark.parametrize("way", ["biblatex", "bibtex", "csl-json"])
async def test_pandoc_reads_the_copied_bibliography_back(harbour: Path, way: str) -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    async with reading(harbour) as s:
        await choose(s, "R", way)
        copied = s.clipboard
    done = subprocess.run(
        ["pandoc", "--from", way.replace("-", ""), "--to", "csljson"],
        input=copied,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    records = {record["id"]: record for record in json.loads(done.stdout)}
    assert set(records) == {"lindqvist1998", "brandt2014", "harbour"}
    source = records["lindqvist1998"]
    assert source["author"] == [{"family": "Lindqvist", "given": "Ada"}]
    assert source["container-title"] == "Harbour Gazette"
    assert source["issued"] == {"date-parts": [[1998, 2, 3]]}
    assert records["brandt2014"]["issued"] == {"date-parts": [[2014, 6]]}


async def test_the_passages_of_notes_that_are_listed(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.find("nine weeks")
        await s.press("v", "t")
        await s.type("first")
        await s.press("enter", "escape")
        await s.find("Children were told")
        await s.press("v", "1")
        await s.press("B")
        await s.until(lambda: s.dialog == "NotesScreen", "the notes")
        await s.type("tag:first")
        await s.press("ctrl+b")
        await s.until(lambda: "Bibliography of 1 note" in s.seen(), "the chooser")
        await s.press("enter")
        await s.until(lambda: s.said.startswith("Bibliography saved in "), "the copy")
        assert "Lindqvist" in s.clipboard
        assert "Brandt" not in s.clipboard
        assert s.dialog == "NotesScreen"


async def test_all_that_is_on_the_shelf(harbour: Path, linked: Path) -> None:
    async with shelf(harbour.parent) as s:
        await s.until(lambda: "Notes on ferries" in s.seen(), "the articles")
        await choose(s, "ctrl+b", "ris")
        assert s.clipboard.count("TY  - ") == 4, "two articles and two sources"
