"""Sources of the library are counted, and faults of attributions reach the reader by every way."""

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


TEXTS = {
    "one.md": "# One\n\nIce held. [Source: Ada Rook, Harbour Times, May 3, 2011]\n\n"
    "The boats lay still. [Source: Ada Rook, Harbour Times, May 3, 2011]\n",
    "two.md": "# Two\n\nBread was sold. [Source: Ada Rook, Harbour Times, May 3, 2011]\n\n"
    "Nobody asked. [Source: Teo Brandt, Lake Review, June 2014]\n",
}


def test_sources_of_the_library_are_counted(postil: Postil, tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert postil("add", *(tmp_path / name for name in TEXTS)).status == 0
    assert postil("note", tmp_path / "two.md", "--quote", "Bread was sold").status == 0
    done = postil("sources", "--library", "--json")
    found = [(one["source"]["author"][0]["family"], one) for one in done.records]
    counts = [
        (name, one["passages"], one["notes"], one["articles"], list(one)) for name, one in found
    ]
    keys = ["source", "passages", "notes", "articles"]
    assert counts == [("Rook", 3, 1, 2, keys), ("Brandt", 1, 0, 1, keys)]
    lines = postil("sources", "--library").out.splitlines()
    assert lines[0].split("  ") == [
        *("3 passages", "1 note", "2 articles", "Ada Rook, Harbour Times, 3 May 2011"),
    ]


def test_two_sources_are_joined_parted_and_undone(postil: Postil, tmp_path: Path) -> None:
    short = "# Three\n\nAll was ice. [Source: A. Rook, Harbour Times, May 3, 2011]\n"
    for name, text in {**TEXTS, "three.md": short}.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert postil("add", tmp_path).status == 0

    def counts() -> list[tuple[int, str]]:
        found = postil("sources", "--library", "--json").records
        return [(one["passages"], one["source"]["author"][0]["family"]) for one in found]

    apart = [(3, "Rook"), (1, "Rook"), (1, "Brandt")]
    assert counts() == apart
    done = postil("sources", "--join", "A. Rook", "Ada Rook")
    assert done.out.startswith(
        "“A. Rook, Harbour Times, 3 May 2011” counts as “Ada Rook, Harbour Times, 3 May 2011” now."
    )
    assert not done.err
    assert counts() == [(4, "Rook"), (1, "Brandt")]
    again = postil("sources", "--join", "A. Rook", "Ada Rook")
    assert (again.status, "they are one already" in again.err) == (2, True)
    assert postil("undo").status == 0
    assert counts() == apart
    assert postil("redo").status == 0
    done = postil("sources", "--part", "Ada Rook", "--json")
    assert done.records == [
        {"done": "Each spelling of “Ada Rook, Harbour Times, 3 May 2011” stands for itself again."}
    ]
    assert counts() == apart
    done = postil("sources", "--join", "Ada Rook", "A. Rook")
    assert done.err == (
        "postil: “Ada Rook, Harbour Times, 3 May 2011” says more: given last, it stands for both\n"
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (
            ["--join", "Rook", "Brandt"],
            "that may be “Ada Rook, Harbour Times, 3 May 2011”; “A. Roo",
        ),
        (["--join", "Nobody", "Brandt"], "no source that is known is called so"),
        (["--join", "", "Brandt"], "no source that is known is called so"),
        (["--part", "Brandt"], "nothing was joined here"),
        (["--part", "Brandt", "--join", "A. Rook", "Ada Rook"], "stand alone"),
        (["--join", "A. Rook", "Ada Rook", "one.md"], "stand alone"),
    ],
)
def test_what_cannot_be_joined_is_said(
    postil: Postil, tmp_path: Path, line: list[str], why: str
) -> None:
    short = "# Three\n\nAll was ice. [Source: A. Rook, Harbour Times, May 3, 2011]\n"
    for name, text in {**TEXTS, "three.md": short}.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert postil("add", tmp_path).status == 0
    done = postil("sources", *line)
    assert done.status == 2
    assert why in done.err


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ([], "it needs an article"),
        (["--library", "one.md"], "--library takes no article"),
    ],
)
def test_what_makes_no_sense_is_said(postil: Postil, line: list[str], why: str) -> None:
    done = postil("sources", *line)
    assert done.status == 2
    assert why in done.err


def test_where_nothing_is_quoted_it_says_so(postil: Postil) -> None:
    done = postil("sources", "--library")
    assert (done.status, done.out) == (1, "")
    assert "postil add PATH" in done.err
