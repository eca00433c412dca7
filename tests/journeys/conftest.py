"""The articles that the journeys read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.articles import HARBOUR, LINKED


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, "utf-8")
    return path


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    path = tmp_path / "ferries.md"
    path.write_text(LINKED, "utf-8")
    return path
