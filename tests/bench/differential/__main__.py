"""Compares what Postil and citeproc-js make of sixty items in styles that are drawn by lot.

From the root of the project, where node is, and FOLDER has the npm package ``citeproc``
(``npm install --prefix FOLDER citeproc``):

    python -m tests.bench.differential FOLDER [--styles 100] [--seed 1] [--show 40]

Each item is cited alone and listed alone; then all in one document; then in thirty clusters with
locators. What differs is shown by style: the faults of the other side last, which README.md gives
reasons for and ``faults`` knows by their look.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import random
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from postil.cite.styles.catalogue import language
from postil.csl import Citation, Cite, Processor, Style, read_style
from tests.bench.all_styles import styles
from tests.bench.differential.faults import known

HERE = Path(__file__).parent
LABELS = ("page", "chapter", "verse", "section", "note", "folio", "figure", "volume")
LOCATORS = ("5", "12-14", "5-6", "iv")
CLUSTERS = 30
FAILED = "ERROR"
NOTHING = ("NO_PRINTED_FORM", "no printed form")

Item = Mapping[str, object]
Cluster = Mapping[str, list[dict[str, str]]]


class Job(NamedTuple):
    """What is cited in one document."""

    kind: str
    clusters: Sequence[Cluster]
    forms: Sequence[str]

    def as_json(self) -> dict[str, object]:
        """Return the job as the other side reads it."""
        return {**self._asdict(), "alone": self.kind == "alone"}


class Difference(NamedTuple):
    """A text on which the two do not agree."""

    style: str
    kind: str
    theirs: str
    ours: str


def jobs(ids: Sequence[str], lot: random.Random) -> Iterator[Job]:
    """Yield each item alone, all in one document, and clusters of up to four."""
    both = ("citation", "bibliography")
    for one in ids:
        yield Job("alone", [{"cites": [{"id": one}]}], both)
    yield Job("document", [{"cites": [{"id": one}]} for one in ids], both)
    clusters = []
    for _ in range(CLUSTERS):
        cites = [{"id": one} for one in lot.sample(list(ids), lot.choice((1, 1, 2, 3, 4)))]
        for cite in cites:
            if lot.random() < 0.4:
                cite |= {"locator": lot.choice(LOCATORS), "label": lot.choice(LABELS)}
        clusters.append({"cites": cites})
    yield Job("clusters", clusters, ("citation",))


def rendered(style: Style, items: Sequence[Item], job: Job) -> dict[str, list[str]]:
    """Return what Postil makes of a job."""
    ids = {cite["id"] for cluster in job.clusters for cite in cluster["cites"]}
    made = Processor(style, [item for item in items if item["id"] in ids], language)
    cited = made.cited(
        [
            Citation(
                [Cite(c["id"], c.get("locator", ""), c.get("label", "page")) for c in one["cites"]],
                at if style.is_note else 0,
            )
            for at, one in enumerate(job.clusters, 1)
        ]
    )
    listed = made.bibliography() if "bibliography" in job.forms else []
    return {"citation": cited, "bibliography": listed}


def words(text: str) -> str:
    """Return a text without the layout of the output; nothing where nothing is printed."""
    if any(mark in text for mark in NOTHING):
        return ""
    return re.sub(r"[ \t\r\n]+", " ", html.unescape(text)).strip()


def oracle(works: Sequence[object], folder: Path) -> list[list[dict[str, list[str]]]]:
    """Return what citeproc-js makes of all jobs."""
    spec = find_spec("citeproc")
    assert spec is not None
    assert spec.origin is not None
    locales = Path(spec.origin).parent / "data" / "locales"
    with tempfile.TemporaryDirectory() as made:
        given, taken = Path(made, "jobs.json"), Path(made, "results.json")
        given.write_text(json.dumps(works), "utf-8")
        subprocess.run(
            ["node", str(HERE / "oracle.js"), str(given), str(taken)],
            env={**os.environ, "CITEPROC": str(folder), "LOCALES": str(locales)},
            check=True,
        )
        found: list[list[dict[str, list[str]]]] = json.loads(taken.read_text("utf-8"))
    return found


def compare(folder: Path, count: int, seed: int) -> tuple[Counter[str], list[Difference]]:
    """Return how many texts there are by kind, and those that differ."""
    lot = random.Random(seed)
    items: list[Item] = json.loads((HERE / "items.json").read_text("utf-8"))
    ids = [str(item["id"]) for item in items]
    drawn = lot.sample(styles(), count)
    planned = [(path, list(jobs(ids, random.Random(f"{path.stem} {seed}")))) for path in drawn]
    theirs = oracle(
        [
            {"csl": path.read_text("utf-8"), "items": items, "jobs": [j.as_json() for j in all_]}
            for path, all_ in planned
        ],
        folder,
    )
    total: Counter[str] = Counter()
    differences = []
    for (path, all_), results in zip(planned, theirs, strict=True):
        style = read_style(path.read_bytes())
        for job, said in zip(all_, results, strict=True):
            shown = rendered(style, items, job)
            for form in job.forms:
                left = [words(one) for one in said[form]]
                if any(one.startswith(FAILED) for one in left):
                    # Whatever it was to give, the other side gave up.
                    left = [one or FAILED for one in left]
                right = [words(one) for one in shown[form]]
                if form == "bibliography":
                    left, right = [x for x in left if x], [x for x in right if x]
                size = max(len(left), len(right))
                total[f"{job.kind}, {form}"] += size
                left += [""] * (size - len(left))
                right += [""] * (size - len(right))
                differences += [
                    Difference(path.stem, f"{job.kind}, {form}", one, other)
                    for one, other in zip(left, right, strict=True)
                    if one != other
                ]
    return total, differences


def main() -> None:
    """Print the shares that are equal, and what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--styles", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args()
    total, differences = compare(options.folder, options.styles, options.seed)
    named = [(known(one.theirs, one.ours), one) for one in differences]
    named.sort(key=lambda pair: pair[0])
    for fault, one in named[: options.show]:
        told = f", {fault}" if fault else ""
        print(f"{one.style} [{one.kind}{told}]\n  theirs {one.theirs}\n  ours   {one.ours}")
    wrong = Counter(one.kind for one in differences)
    for kind, count in total.items():
        print(f"{count - wrong[kind]:6d} of {count:6d}  {kind}")
    whole = sum(total.values())
    print(f"{100 * (whole - len(differences)) / whole:.2f}% equal in {options.styles} styles")
    left = sum(not fault for fault, _ in named)
    print(f"{100 * (whole - left) / whole:.2f}% equal without the faults that are known:")
    for fault, count in Counter(fault for fault, _ in named if fault).most_common():
        print(f"{count:6d}  {fault}")
    print("most differ:", Counter(one.style for one in differences).most_common(10))


if __name__ == "__main__":
    main()
