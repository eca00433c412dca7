"""The words that citations govern, among those that other evidence governs."""

from __future__ import annotations

from itertools import pairwise

import pytest

from postil.attribution.governing.citations import with_citations
from postil.attribution.governing.runs import own_run
from postil.attribution.references.lists import Place
from postil.attribution.references.notes import CitedWork
from postil.attribution.references.resolve import Call
from postil.model.article import Block, BlockKind
from postil.model.source import Source, Via

WORK = CitedWork(Source(title="Salt roads"), Place(9, 0, 40))


def runs(text: str, *calls: str, quoted: int = 0) -> list[tuple[str, str]]:
    """Return the words of each run with what they are to its source; calls in () are sentences."""
    block = Block(BlockKind.PARAGRAPH, text, quoted=quoted)
    found = []
    for words in calls:
        start = text.index(words.strip("{}"))
        end = start + len(words.strip("{}"))
        found.append(Call(start, end, (WORK,), narrative=words.startswith("{")))
    whole = with_citations(block, 0, (own_run(0, len(text)),), found)
    assert whole[0].start == 0
    assert whole[-1].end == len(text)
    assert all(one.end == other.start for one, other in pairwise(whole))
    return [(text[run.start : run.end].strip(), run.relation) for run in whole]


@pytest.mark.parametrize(
    ("text", "calls", "found"),
    [
        ("It rained [1]. So it is.", ["[1]"], [("It rained [1].", "cited"), ("So it is.", "own")]),
        ("It rained.[1] So it is.", ["[1]"], [("It rained.[1]", "cited"), ("So it is.", "own")]),
        ("It rained. [1] So.", ["[1]"], [("It rained. [1]", "cited"), ("So.", "own")]),
        ("Well. It rained [1].", ["[1]"], [("Well.", "own"), ("It rained [1].", "cited")]),
        ("In [1] it rained. So.", ["[1]"], [("In [1] it rained.", "cited"), ("So.", "own")]),
        (
            "Tar was dear [1] and hemp was not [2].",
            ["[1]", "[2]"],
            [("Tar was dear [1]", "cited"), ("and hemp was not [2].", "cited")],
        ),
        (
            "So. “It rained. It did” [1]. Then.",
            ["[1]"],
            [("So.", "own"), ("“It rained. It did” [1].", "quoted"), ("Then.", "own")],
        ),
        (
            "Falk (1998) says so, but Holt (1997) does not.",
            ["{Falk (1998)}", "{Holt (1997)}"],
            [("Falk (1998) says so, but", "cited"), ("Holt (1997) does not.", "cited")],
        ),
        (
            "Falk (1998) says so [1].",
            ["{Falk (1998)}", "[1]"],
            [("Falk (1998)", "cited"), ("says so [1].", "cited")],
        ),
    ],
)
def test_a_citation_governs_its_sentence(
    text: str, calls: list[str], found: list[tuple[str, str]]
) -> None:
    assert runs(text, *calls) == found


def test_a_block_quotation_belongs_to_the_citation_that_ends_it() -> None:
    text = "Rope is old. It is the memory of a harbour (Lamb 1998)."
    assert runs(text, "(Lamb 1998)", quoted=1) == [(text, "quoted")]


def test_a_paragraph_without_citations_stays_as_it_is() -> None:
    before = (own_run(0, 4),)
    assert with_citations(Block(BlockKind.PARAGRAPH, "Rope"), 0, before, ()) is before


def test_a_citation_tells_its_evidence_and_its_entry() -> None:
    block = Block(BlockKind.PARAGRAPH, "It rained [1].")
    (run,) = with_citations(block, 3, (own_run(0, 14),), [Call(10, 13, (WORK,), "45")])
    assert (run.via, run.evidence) == (Via.REFERENCE, (3, 10, 13))
    assert run.cited is not None
    assert run.cited.locator == "45"
    assert run.cited.entry == (9, 0, 40)
