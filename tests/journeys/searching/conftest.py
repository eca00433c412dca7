"""A small library to search."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.catalogue import knowing
from tests.journeys.articles import HARBOUR
from tests.journeys.driving import places

QUAY = """# Work on the Quay

The men who carried bread to the boats were paid by the day.

## Winter

When the ice came there was neither bread nor pay.
"""

PILOTS = """# What Pilots Knew

They read the water by its colour. Bread was thrown in to see where it drifted.
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a folder of three articles that are known, all of which speak of bread."""
    folder = tmp_path / "library"
    folder.mkdir()
    for name, text in ("harbour.txt", HARBOUR), ("quay.md", QUAY), ("pilots.md", PILOTS):
        (folder / name).write_text(text, "utf-8")
    knowing.add(places(), [folder])
    return folder
