"""The verb codebook: every tag, or those of the notes that are chosen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from postil.export.codebook.writers import WRITERS
from tests.cli.conftest import Postil


@pytest.mark.parametrize("name", [one.name for one in WRITERS])
def test_every_format_is_written(name: str, noted: Any, postil: Postil, tmp_path: Path) -> None:
    done = postil("codebook", "--format", name, "-o", tmp_path / "book")
    assert (done.status, done.out) == (0, "")
    assert (tmp_path / "book").read_bytes()


def test_of_the_whole_library_tags_without_notes_are_there(noted: Any, postil: Postil) -> None:
    assert postil("tags", "define", "unused", "waits for its notes").status == 0
    assert "## unused\n\nwaits for its notes\n\n*0 notes*" in postil("codebook").out
    chosen = postil("codebook", "--tag", "work")
    assert chosen.status == 0
    assert "unused" not in chosen.out
    assert "> sailed between two harvests" in chosen.out


def test_it_speaks_json(noted: Any, postil: Postil) -> None:
    rows = [json.loads(line) for line in postil("codebook", "--json").out.splitlines()]
    assert [row["tag"] for row in rows] == sorted(noted["tags"])


def test_without_tags_there_is_nothing(postil: Postil) -> None:
    done = postil("codebook")
    assert (done.status, done.out) == (1, "")
    assert "there are no tags; tag notes" in done.err


def test_tags_that_no_note_bears_are_a_codebook(postil: Postil) -> None:
    assert postil("tags", "define", "plan", "to come").status == 0
    assert "1 tag on 0 notes." in postil("codebook").out


def test_what_is_not_there_is_told(noted: Any, postil: Postil) -> None:
    done = postil("codebook", "--query", "tag:nowhere")
    assert done.status == 1
    assert "no note is like this" in done.err
