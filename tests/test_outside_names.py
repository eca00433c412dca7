"""Names that other programs import stay where they are."""

from __future__ import annotations

from importlib import import_module

import pytest

NAMES = {
    "postil.cite.styles": ("find_style", "language"),
    "postil.csl": ("Citation", "Cite", "Processor", "read_style"),
    "tests.bench.anchoring": ("method",),
    "tests.bench.citations": ("suite", "matrix", "attribution", "lead_in"),
    "tests.bench.store": ("store", "home", "compacting"),
}


@pytest.mark.parametrize(
    ("module", "name"), [(module, name) for module, names in NAMES.items() for name in names]
)
def test_a_name_is_there_and_can_be_called(module: str, name: str) -> None:
    assert callable(getattr(import_module(module), name))
