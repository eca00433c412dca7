"""The order of cites and entries."""

from __future__ import annotations

from postil.csl import Citation, Cite
from tests.csl.rendering import processor
from tests.csl.works import AUTHOR_DATE, work


def test_cites_that_sort_alike_stand_in_the_order_of_the_bibliography() -> None:
    year = '<sort><key variable="issued"/></sort>'
    made = processor(
        f"<citation>{year}<layout delimiter='; '>{AUTHOR_DATE}</layout></citation>"
        f'<bibliography><sort><key variable="author"/></sort><layout>{AUTHOR_DATE}</layout>'
        "</bibliography>",
        [work("b", "Baker", 2001), work("a", "Archer", 2001), work("c", "Cooper", 1999)],
    )
    assert made.cited([Citation([Cite("b"), Cite("a"), Cite("c")])]) == [
        "Cooper 1999; Archer 2001; Baker 2001"
    ]
