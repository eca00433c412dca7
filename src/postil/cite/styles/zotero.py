"""Finds the styles that a reader keeps in a data folder of Zotero."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

SUFFIX = ".csl"

_PARTS = ("styles/hidden", "styles")
"""Where Zotero keeps them: what only other styles lean on is hidden."""


def own_styles(folder: Path | None) -> dict[str, Path]:
    """Return the files of the styles in a data folder, by their names without the suffix.

    Whatever else lies there is passed over: folders, links to nothing, what cannot be read.
    """
    if folder is None:
        return {}
    found = [path for part in _PARTS for path in sorted(_files(folder / part))]
    return {path.stem: path for path in found}


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files that may be styles and whose names can be shown and typed."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if not entry.name.endswith(SUFFIX) or not entry.name.isprintable():
            continue
        try:
            if entry.is_file() and entry.name != SUFFIX:
                yield Path(entry.path)
        except OSError:
            continue
