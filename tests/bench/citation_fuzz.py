"""Looks for items and documents that stop the processor, in official styles drawn at random.

From the root of the project, with how many cases to try and a seed for the styles:

    python -m tests.bench.citation_fuzz 5000 1
"""

from __future__ import annotations

import random
import sys

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postil.cite.styles.catalogue import find_style, language
from postil.csl import Citation, Processor, Style
from tests.csl.bad_input import documents, items
from tests.csl.rendering import Item

NAMES = (
    "american-medical-association", "apa", "chicago-author-date", "chicago-notes-bibliography",
    "din-1505-2-alphanumeric", "harvard-cite-them-right", "ieee", "mhra-notes",
    "modern-language-association", "nature", "nlm-citation-sequence", "oscola",
)  # fmt: skip
DRAWN = 5
"""How many of these are tried in one run."""


def main(examples: int, seed: int) -> None:
    """Try a number of cases; a failing one is made small, and ends the run with its traceback."""
    styles = [find_style(one) for one in random.Random(seed).sample(NAMES, DRAWN)]

    @settings(
        max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(items(6), documents, st.sampled_from(styles))
    def render(works: list[Item], document: list[Citation], style: Style) -> None:
        made = Processor(style, works, language)
        for form in ("text", "html", "markdown"):
            made.cited(document, form)
            made.bibliography(form)

    render()
    print(f"{examples} cases in {DRAWN} styles: none stopped the processor")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
