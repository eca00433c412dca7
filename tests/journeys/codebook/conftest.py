"""Notes with tags in two articles that are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.catalogue import knowing
from postil.library.notes import annotating, tagging
from postil.model.note import Colour
from postil.model.span import Span
from tests.journeys.articles import HARBOUR
from tests.journeys.driving import places

QUAY = """# Work on the Quay

The men who carried bread to the boats were paid by the day.

When the ice came there was neither bread nor pay.
"""

NOTED = {
    "harbour.txt": {
        "nine weeks": ("weather/ice", "winter"),
        "half the town": ("people",),
    },
    "quay.md": {
        "carried bread": ("trade/food", "work"),
        "neither bread nor pay": ("trade/food", "weather/ice"),
        "paid by the day": ("trade",),
    },
}
"""The tags of the notes, by the words that they stand on, in each article."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a folder of two articles with notes."""
    folder = tmp_path / "library"
    folder.mkdir()
    home = local_state.open_home(places())
    for name, text in ("harbour.txt", HARBOUR), ("quay.md", QUAY):
        path = folder / name
        path.write_text(text, "utf-8")
        opened = opening.read(home, path)
        for words, tags in NOTED[name].items():
            at = opened.article.text.index(words)
            span = Span(at, at + len(words))
            annotating.annotate(home, opened, span, tags=tags, body=f"On {words}.")
    tagging.define_tag(home, "trade", "What is bought and sold", Colour.BLUE)
    knowing.add(places(), [folder])
    return folder
