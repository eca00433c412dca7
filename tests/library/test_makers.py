"""What is kept in a cache is dropped once the code that made it is another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import postil
from postil.library import makers


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have a small house of code in place of Postil's own."""
    house = tmp_path / "postil"
    for room in ("text", "reading", "anchoring", "tui"):
        (house / room).mkdir(parents=True)
    for name in ("__init__.py", "text/clean.py", "reading/plain.py", "anchoring/align.py"):
        (house / name).write_text('"""A room."""\n', "utf-8")
        os.utime(house / name, (1000, 1000))
    monkeypatch.setattr(postil, "__file__", str(house / "__init__.py"))
    return house


def rewrite(path: Path) -> None:
    """Change a room, later than all others were."""
    path.write_text('"""Another room."""\n', "utf-8")
    os.utime(path, (2000, 2000))


@pytest.mark.parametrize("room", ["text/clean.py", "reading/plain.py", "anchoring/align.py"])
def test_the_key_changes_with_the_code_that_reads_articles(house: Path, room: str) -> None:
    before = makers.reader()
    assert makers.reader() == before
    rewrite(house / room)
    assert makers.reader() != before


def test_the_key_changes_with_the_version(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = makers.reader()
    monkeypatch.setattr(postil, "__version__", "9999.1")
    assert makers.reader() != before
