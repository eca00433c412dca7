"""Formats of the codebook by name."""

from __future__ import annotations

from postil.errors import BadRequest
from postil.export.writers import Writer
from postil.text.clean import clean_line

WRITERS = (
    Writer("markdown", "codebook.markdown", ".md", "to read and to print", cited=True),
    Writer("html", "codebook.page", ".html", "one page", whole=True, cited=True),
    Writer("qdc", "coding.qdc", ".qdc", "for QualCoder, NVivo and kin"),
    Writer(
        "taguette-codebook",
        "coding.taguette",
        ".csv",
        "as Taguette takes it in",
        function="codebook",
    ),
    Writer("json", "codebook.tables", ".jsonl", "an object a tag", function="as_json"),
    Writer("csv", "codebook.tables", ".csv", "a row a passage", function="as_csv"),
)
"""In the order in which they are offered."""


def codebook_writer(name: str) -> Writer:
    """Return a format by its name. Raises BadRequest for one that there is not."""
    found = next((one for one in WRITERS if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in WRITERS)
        what = f"codebook --format {clean_line(name, 60)}"
        raise BadRequest(what, "there is no such format", f"use {known}")
    return found
