"""Cites a passage: its words with their source, or the records of source and article."""

from __future__ import annotations

from postil.cite.bibtex import bibtex
from postil.cite.csl_json import csl_json
from postil.cite.items import Cited, items
from postil.cite.problems import UNTITLED, sentences
from postil.cite.quotation import Citation, quotation
from postil.cite.ris import ris
from postil.errors import BadRequest
from postil.model.source import Date, Governed
from postil.text.clean import clean_line

__all__ = ["FORMATS", "UNTITLED", "Citation", "Cited", "cite"]

FORMATS = ("text", "markdown", "bibtex", "ris", "csl-json")
"""The first two give the passage with its citation, the others two linked records."""


def cite(
    passage: str,
    governed: Governed,
    article: Cited,
    format: str = "text",  # noqa: A002 - the word by which all of Postil calls it
    today: Date | None = None,
) -> Citation:
    """Return a passage with its citation, or its records, in one of ``FORMATS``.

    ``today`` is the day on which the article was read, for the records of an article that has an
    address. Raises BadRequest for an unknown format.
    """
    problems = sentences(governed, article)
    if format in ("text", "markdown"):
        return Citation(quotation(passage, governed, article, format == "markdown"), problems)
    both = items(governed, article, today)
    if format == "bibtex":
        return Citation(bibtex(both), problems)
    if format == "ris":
        return Citation(ris(both), problems)
    if format == "csl-json":
        return Citation(csl_json(both), problems)
    raise BadRequest(
        f"“{clean_line(format)}”", "there is no such format", f"use {', '.join(FORMATS)}"
    )
