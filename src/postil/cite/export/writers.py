"""Writes records in the formats that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import cast

from postil.cite.record.items import Item

Writer = Callable[[Sequence[Item]], str]

_WRITERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "bibtex": ("postil.cite.export.bibtex", "bibtex"),
        "biblatex": ("postil.cite.export.biblatex", "biblatex"),
        "ris": ("postil.cite.export.ris", "ris"),
        "csl-json": ("postil.cite.export.csl_json", "csl_json"),
    }
)
"""The module and the function for each format: only the one that is wanted is loaded."""

RECORDS = tuple(_WRITERS)
"""The names of the formats."""


def write_records(items: Sequence[Item], format: str) -> str:  # noqa: A002 - as all of Postil calls it
    """Return records in one of the formats ``RECORDS``."""
    module, name = _WRITERS[format]
    return cast("Writer", getattr(import_module(module), name))(items)
