"""The public tests of CSL and what another processor says of eleven styles, where they are."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from postil.cite.styles.catalogue import find_style, language
from postil.csl import Citation, Cite, Processor, read_style
from tests.bench import citations
from tests.conftest import SHARED

LEAST: dict[citations.Part, float] = {"tuned": 0.99, "opened": 0.95, "kept": 0.955}
"""Shares of the tests that must come out exactly, by the part of the suite they are in."""


@pytest.fixture(scope="module")
def data() -> Path:
    folder = SHARED / "citations"
    if not (folder / "csl_suite.json").is_file():
        pytest.skip("the tests of CSL are not on this machine; they are no part of the project")
    return folder


@pytest.fixture(scope="module")
def scorer(data: Path) -> Iterator[ModuleType]:
    """Load the scorer that lies beside the data."""
    spec = importlib.util.spec_from_file_location("citation_score", data / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.parametrize("part", LEAST)
def test_the_suite(data: Path, scorer: ModuleType, part: citations.Part) -> None:
    tests = json.loads((data / "csl_suite.json").read_text("utf-8"))
    ours = [test for test in tests if citations.part(test["name"]) == part]
    right = sum(scorer.exact(citations.suite(t)) == scorer.exact(t["result"]) for t in ours)
    assert right / len(ours) >= LEAST[part]


def test_styles_as_another_processor_renders_them(data: Path) -> None:
    items = json.loads((data / "items.json").read_text("utf-8"))
    oracle: dict[str, Any] = json.loads((data / "oracle.json").read_text("utf-8"))
    fine = {(one["style"], one["id"], one["value"]) for one in oracle["accept"]}
    disputed = {(one["style"], one["id"]) for one in oracle["disputed"]}
    wrong = [
        (style, item["id"], form, shown, said)
        for style, singles in oracle["single"].items()
        for item in items
        for form in ("citation", "bibliography")
        if (style, item["id"]) not in disputed
        for shown, said in zip(
            citations.matrix(style, [item], [item["id"]], form, "text"),
            singles[item["id"]][form]["text"],
            strict=False,
        )
        if shown != said and (style, item["id"], shown) not in fine
    ]
    assert wrong == []


@pytest.mark.parametrize(("file", "least"), [("csl_rules.json", 82), ("csl_styles.json", 26)])
def test_rules_as_another_processor_has_them(scorer: ModuleType, file: str, least: int) -> None:
    """What differs is argued in ``tests/bench/differential/README.md``."""
    path = SHARED / "cases" / "citations" / file
    if not path.is_file():
        pytest.skip("these cases are not on this machine; they are no part of the project")
    right = 0
    for case in json.loads(path.read_text("utf-8"))["cases"]:
        wanted = [scorer.exact(scorer.entry(one)) for one in case["expected"]]
        shown = [scorer.exact(scorer.entry(one)) for one in rendered_case(case)]
        listed = case["form"] == "bibliography" and len(wanted) > 1
        right += sum(
            one in shown and shown.index(one) == at if listed else shown[at : at + 1] == [one]
            for at, one in enumerate(wanted)
        )
    assert right >= least


def rendered_case(case: dict[str, Any]) -> list[str]:
    """Return what a case asks for: its citations, or the list."""
    style = read_style(case["csl"]) if "csl" in case else find_style(case["style"])
    made = Processor(style, case["items"], language)
    clusters = [
        Citation(
            [
                Cite(
                    str(one["id"]),
                    locator=one.get("locator", ""),
                    label=one.get("label") or "page",
                    prefix=one.get("prefix", ""),
                    suffix=one.get("suffix", ""),
                    suppress_author=bool(one.get("suppress-author")),
                )
                for one in cluster["cites"]
            ],
            cluster["note"] if style.is_note else 0,
        )
        for cluster in case["clusters"]
    ]
    shown = made.cited(clusters, case["out"], uncited=case.get("uncited", []))
    return shown if case["form"] == "citation" else made.bibliography(case["out"])
