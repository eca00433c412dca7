"""The citation of a passage in any of the formats that need no style."""

from __future__ import annotations

from collections.abc import Sequence

from postil.cite.export.writers import RECORDS, write_records
from postil.cite.quotation.quotation import Citation, quotation
from postil.cite.record.items import CitedArticle, items
from postil.cite.record.problems import UNTITLED, problem_sentences
from postil.errors import BadRequest
from postil.model.source import Date, Governed, Source
from postil.text.clean import clean_line

__all__ = ["FORMATS", "RECORDS", "UNTITLED", "Citation", "CitedArticle", "cite"]

FORMATS = ("text", "markdown", *RECORDS)
"""The first two give the passage with its citation, the others two linked records."""


def cite(
    passage: str,
    governed: Governed,
    article: CitedArticle,
    format: str = "text",  # noqa: A002 - the word by which all of Postil calls it
    today: Date | None = None,
    beside: Sequence[Source] = (),
) -> Citation:
    """Return a passage with its citation, or its records, in one of ``FORMATS``.

    ``today`` is the day on which the article was read, for the records of an article that has an
    address; ``beside`` are all the sources of the article, among which the records have their
    ids. Raises BadRequest for an unknown format.
    """
    problems = problem_sentences(governed, article)
    if format in ("text", "markdown"):
        return Citation(quotation(passage, governed, article, format == "markdown"), problems)
    if format in RECORDS:
        # BibTeX has no field for the day; in a whole bibliography biblatex may read the file.
        day = today if format != "bibtex" else None
        return Citation(write_records(items(governed, article, day, beside), format), problems)
    raise BadRequest(
        f"“{clean_line(format)}”", "there is no such format", f"use {', '.join(FORMATS)}"
    )
