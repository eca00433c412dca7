"""The labels: which headings a careful reader sees in a text, of which level, and whence it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from postil.model.values import dataclass

FOLDER = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Label:
    """The headings of one text."""

    name: str
    group: str
    package: str
    version: str
    kind: str
    path: str
    lines: int
    """How many of its lines are labelled, from its beginning."""
    headings: tuple[tuple[int, str], ...]
    """Levels, the highest being 1, and words with single blanks."""
    either: tuple[str, ...]
    """Lines that count neither way."""
    aside: bool
    """No rule was made on it."""
    begins: str
    """What tells it from other texts of one file."""
    width: int
    strokes: bool
    """How a manual page is printed: its width in cells, and whether strokes are kept."""


def labels() -> Iterator[Label]:
    """Yield all labels, group by group."""
    for path in sorted(FOLDER.rglob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        yield Label(
            path.stem,
            path.parent.name,
            told["package"],
            told["version"],
            told["kind"],
            told["path"],
            told["lines"],
            tuple((level, words) for level, words in told["headings"]),
            tuple(told["either"]),
            told["aside"],
            told.get("begins", ""),
            told.get("width", 80),
            told.get("strokes", False),
        )
