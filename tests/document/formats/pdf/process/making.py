"""PDFs with what pages can hold beside words that stand upright: objects written out by hand."""

from __future__ import annotations

from collections.abc import Sequence

from tests.document.formats.pdf.making import written

HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def page_of(drawn: str, *, page: str = "", catalog: str = "", more: Sequence[str] = ()) -> bytes:
    """Return a PDF of one page; ``more`` are the objects from 6 on, font F1 is number 5."""
    return written(
        [
            f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            (
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                f"/Resources<</Font<</F1 5 0 R>>>>{page}>>"
            ),
            f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
            HELVETICA,
            *more,
        ]
    )


def words(text: str, x: float, y: float, *, size: float = 10, turn: str = "1 0 0 1") -> str:
    """Return how some words are drawn; ``turn`` is the matrix without the place."""
    return f"BT /F1 {size} Tf {turn} {x} {y} Tm ({text}) Tj ET "
