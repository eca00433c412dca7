"""Makes a home as a release writes it: notes, marks and a place in every text of a folder.

    python -m tests.library.earlier.maker TEXTS HOME

run with the release whose home is to be kept, and packed with its texts, without the machine and
the folder that ``state/device`` names. ``TEXTS`` has a text for each habit of writing; ``HOME``
gets the home, the state, and ``promised.json``, which says what stands where.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from postil import config
from postil.library.articles import opening
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.library.shelf import marking
from postil.model.article import Article
from postil.model.note import Colour
from postil.model.position import ReadingPosition
from postil.model.span import Span

AROUND = 24
"""Code points behind a mark that say where it is."""


def environment(home: Path) -> Mapping[str, str]:
    """Return what leads Postil to a home in a folder, and nowhere else."""
    names = {"POSTIL_HOME": "home", "POSTIL_STATE": "state", "POSTIL_CONFIG": "config.toml"}
    return {name: str(home / below) for name, below in names.items()} | {
        "POSTIL_CACHE": str(home / "cache")
    }


def passages(article: Article) -> Iterator[Span]:
    """Yield some passages: within a block, a whole one, and from one block into the next."""
    long = [at for at, block in enumerate(article.blocks) if len(block.text) > 12]
    for at in long[:6]:
        span = article.block_span(at)
        third = len(article.blocks[at].text) // 3
        yield Span(span.start + third, span.end - third)
    if long:
        yield article.block_span(long[-1])
    if len(long) > 1:
        first, second = article.block_span(long[0]), article.block_span(long[0] + 1)
        yield Span(first.end - 6, min(second.end, second.start + 6))


def annotate(home: Home, path: Path) -> dict[str, Any]:
    """Write notes, two marks and a place in an article; return what was written."""
    opened = opening.read(home, path)
    article = opened.article
    notes = {}
    colours = list(Colour)
    for at, span in enumerate(passages(article)):
        note = annotating.annotate(
            home,
            opened,
            span,
            body=f"Thought {at}.",
            colour=colours[at % len(colours)],
            tags=("ice",) if at % 2 else (),
        )
        notes[note.id] = article.text[span.start : span.end]
    opened = opening.read(home, path)
    marks = {}
    for letter, share in ("a", 3), ("b", 2):
        at = article.block_span(article.block_at(article.length // share)).start
        marking.set_mark(home, opened, letter, ReadingPosition(at, at))
        marks[letter] = article.text[at : at + AROUND]
    at = article.block_span(article.block_at(article.length * 2 // 3)).start
    opening.close(home, opened, ReadingPosition(at, at), at)
    assert opened.record is not None
    return {
        "article": opened.record.id,
        "notes": notes,
        "marks": marks,
        "place": article.text[at : at + AROUND],
    }


def main(texts: Path, folder: Path) -> None:
    """Make the home, and tell what it holds."""
    home = open_home(config.load(environment(folder)).places)
    files = sorted(path for path in texts.iterdir() if path.is_file())
    promised = {path.name: annotate(home, path) for path in files}
    said = json.dumps(promised, ensure_ascii=False, indent=1)
    (folder / "promised.json").write_text(said + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
