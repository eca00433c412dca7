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
