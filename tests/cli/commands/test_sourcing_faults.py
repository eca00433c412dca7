"""The nine faults of attributions reach the reader by every way that shows a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.cite.record.problems import SENTENCES
from postil.library.base.labels import problem_text
from tests.cli.conftest import Postil

FAULTS = {
    "unterminated": "[Source: Mara Lind, Orrin Courier, March 3, 2011",
    "unopened": "Source: Mara Lind, Orrin Courier, March 3, 2011]",
    "unclosed-quote": "[Source: Mara Lind, “Boats, Orrin Courier, March 3, 2011]",
    "empty-segment": "[Source: Mara Lind, , Orrin Courier, March 3, 2011]",
    "stray-marks": "[Source: Mara Lind, Orrin Courier, March 3, 2011 *~*]",
    "mangled-address": "[Source: Orrin Courier orrincourier-com]",
    "ambiguous-date": "[Source: Orrin Courier, 3/4/11]",
    "missing-container": "[Source: Mara Lind, March 3, 2011]",
    "missing-name": "[Source: March 3, 2011]",
}


@pytest.fixture(params=sorted(FAULTS))
def fault(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def faulty(tmp_path: Path, fault: str) -> Path:
    """Return an article with one attribution that has the fault."""
    path = tmp_path / "boats.txt"
    words = "" if fault == "unopened" else "The hulls were made of larch. "
    before = "The hulls were made of larch.\n\n" if fault == "unopened" else ""
    path.write_text(f"The boats of Orrin\n\n{before}{words}{FAULTS[fault]}\n", "utf-8")
    return path


def test_sources_names_each_fault(postil: Postil, faulty: Path, fault: str) -> None:
    records = postil("sources", faulty, "--json").records
    assert fault in {name for record in records for name in record["problems"]}
    assert problem_text(fault) in postil("sources", faulty).out


def test_source_names_each_fault(postil: Postil, faulty: Path, fault: str) -> None:
    line = ("source", faulty, "--quote", "made of larch")
    assert fault in postil(*line, "--json").records[0]["problems"]
    assert problem_text(fault) in postil(*line).out


def test_cite_warns_of_each_fault(postil: Postil, faulty: Path, fault: str) -> None:
    done = postil("cite", faulty, "--quote", "made of larch", "--json")
    assert SENTENCES[fault] in done.records[0]["problems"]


def test_each_fault_has_a_sentence_of_its_own() -> None:
    said = [problem_text(name) for name in FAULTS]
    assert len(set(said)) == len(FAULTS)
    for name, sentence in zip(FAULTS, said, strict=True):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert sentence.lower() != f"{name.replace('-', ' ')}."
