"""The verbs that the app and the commands share: functions over a home."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postil.library.articles import finding, following, opening, versions, watching
    from postil.library.base import labels
    from postil.library.care import local_state
    from postil.library.citation import (
        bibliography,
        citation_format,
        citing,
        favourites,
        previewing,
        quoting,
        style_list,
    )
    from postil.library.identity import earlier_versions
    from postil.library.metadata import article_metadata, csl_types
    from postil.library.notes import (
        annotating,
        drafts,
        history,
        listing,
        orphans,
        placing,
        resolving,
        tagging,
        undoing,
    )
    from postil.library.shelf import marking
    from postil.library.sources import sourcing

__all__ = [
    "articles",
    "bibliography",
    "citing",
    "desk",
    "drafts",
    "favourites",
    "finding",
    "following",
    "history",
    "kinds",
    "listing",
    "lost",
    "marking",
    "metadata",
    "notes",
    "passages",
    "placing",
    "previewing",
    "relatives",
    "settling",
    "sourcing",
    "style_list",
    "tagging",
    "undoing",
    "versions",
    "watching",
    "ways",
    "wording",
]


def __getattr__(name: str) -> ModuleType:
    """Load a room of verbs when the first of them is used.

    The app shows its first page before it needs any verb, and all of them together take as long
    to load as that page takes to draw.
    """
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
