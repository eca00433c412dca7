from __future__ import annotations

import json
from pathlib import Path

import pytest

from postil.attribution.governing.sources import read
from postil.model.article import Article, Block, BlockKind, Section
from postil.model.source import Governed, Source
from postil.model.span import Span

VIA = {
    "bracket-in-paragraph": "bracket",
    "forward-bracket": "later-bracket",
    "reopened-quote": "continued-quotation",
    "carried-forward": "carried",
    "lead-in-only": "lead-in",
}
Json = dict[str, object]


def said(source: Source | None) -> tuple[object, ...] | None:
    if source is None:
        return None
    names = [(name.family, name.given) for name in source.author]
    date = source.issued
    day = (date.year, date.month, date.day) if date else None
    return names, source.container_title or None, day


class Gold:
    """The article with what a careful reader finds in it."""

    def __init__(self, folder: Path) -> None:
        lines = (folder / "article.txt").read_text(encoding="utf-8").split("\n")
        self.data = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        entries = self.data["paragraphs"]
        blocks = tuple(
            Block(
                BlockKind.HEADING if entry["role"] == "heading" else BlockKind.PARAGRAPH,
                lines[entry["line"] - 1],
                line=entry["line"],
            )
            for entry in entries
        )
        bare = Article("article.txt", blocks)
        first = next(i for i, entry in enumerate(entries) if entry["role"] == "boilerplate")
        span = Span(bare.starts[first], bare.length)
        tail = Section(1, None, 1, "tail", span, first, len(blocks))
        self.article = Article("article.txt", blocks, (tail,))
        self.body = [entry for entry in entries if entry["role"] == "body"]
        self.found = read(self.article).paragraphs

    def source(self, name: str | None) -> tuple[object, ...] | None:
        if name is None:
            return None
        record = self.data["sources"][name]
        names = [(author["family"], author["given"]) for author in record["authors"]]
        date = record["date"]
        return names, record["container"], (date["y"], date["m"], date["d"]) if date else None

    def at(self, line: int) -> Governed:
        place = next(i for i, entry in enumerate(self.body) if entry["line"] == line)
        return self.found[place]


@pytest.fixture(scope="module")
def gold(seed: Path) -> Gold:
    return Gold(seed)


def test_every_paragraph_has_its_source_by_its_evidence(gold: Gold) -> None:
    assert len(gold.found) == len(gold.body) == 53
    for entry, found in zip(gold.body, gold.found, strict=True):
        wanted = entry["governing"]
        assert said(found.source) == gold.source(wanted["source_id"]), entry["line"]
        assert found.via == VIA[wanted["method"]], entry["line"]
        assert found.confidence == wanted["confidence"], entry["line"]


def test_the_spans_that_are_sure_are_parts(gold: Gold) -> None:
    sure = 0
    for entry, found in zip(gold.body, gold.found, strict=True):
        parts = [
            (part.span.start - found.span.start, part.span.end - found.span.start, part)
            for part in found.parts
        ]
        for span in entry.get("spans", ()):
            if span["confidence"] != "high":
                continue
            part = next(
                p for start, end, p in parts if (start, end) == (span["start"], span["end"])
            )
            assert said(part.source) == gold.source(span["governing"])
            assert part.confidence == "high"
            sure += 1
    assert sure == 4


def test_the_two_malformed_attributions_are_reported(gold: Gold) -> None:
    assert "empty-segment" in gold.at(61).problems
    assert "missing-name" in gold.at(119).problems
    faulty = {
        entry["governing"]["source_id"]
        for entry, found in zip(gold.body, gold.found, strict=True)
        if found.problems
    }
    assert faulty == {"ONEIL2018", "UNK2013"}


def test_brackets_that_are_no_attributions_are_left_alone(gold: Gold) -> None:
    raws = {found.evidence for found in gold.found if found.evidence}
    texts = {gold.article.text[span.start : span.end] for span in raws}
    assert not texts & {other["raw"] for other in gold.data["not_attributions"]}
