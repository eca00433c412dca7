"""Measures how the headings of plain texts of other makers are found, and their levels.

    python -m tests.bench.reading.headings FOLDER [--faults]

From the root of the project, with a folder that ``fetch`` filled. Precision, recall, F1 and the
share of right levels are told by group, for the texts that rules were tried on and for those kept
aside. ``--faults`` names what is wrong in the former.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from postil.document.pipeline import whole
from postil.model.article import BlockKind
from tests.bench.reading.headings.labels import Label, labels
from tests.bench.reading.headings.scoring import Heading, Score, score, together


def headings(label: Label, folder: Path) -> list[Heading]:
    """Return the headings of the labelled lines of a text as Postil reads them."""
    data = (folder / f"{label.name}.txt").read_bytes()
    lines = data.split(b"\n")
    article = whole(b"\n".join(lines[: label.lines]) + b"\n", f"{label.name}.txt", None)
    return [
        (block.level, block.text) for block in article.blocks if block.kind is BlockKind.HEADING
    ]


def _say(name: str, found: Score) -> None:
    print(
        f"{name:<10} precision {found.precision:.3f}  recall {found.recall:.3f}"
        f"  F1 {found.f1:.3f}  levels {found.levels:.3f}"
    )


def _name_faults(label: Label, found: Score) -> None:
    for sign, those in (("-", found.missed), ("+", found.invented)):
        for level, words in those:
            print(f"{label.group}/{label.name} {sign} {level} {words}")
    for (level, words), given in found.misplaced:
        print(f"{label.group}/{label.name} ~ {level} and not {given}: {words}")


def main() -> None:
    """Measure all texts of a folder."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--faults", action="store_true", help="name what is wrong")
    given = parser.parse_args()
    scores: dict[bool, dict[str, list[Score]]] = {
        False: defaultdict(list),
        True: defaultdict(list),
    }
    for label in labels():
        found = score(label, headings(label, given.folder))
        scores[label.aside][label.group].append(found)
        if given.faults and not label.aside:
            _name_faults(label, found)
    for aside, groups in scores.items():
        texts = sum(map(len, groups.values()))
        print(f"{texts} texts kept aside:" if aside else f"{texts} texts that rules were tried on:")
        for group, those in groups.items():
            _say(group, together(those))


if __name__ == "__main__":
    main()
