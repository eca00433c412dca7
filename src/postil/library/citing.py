"""Cites a passage: the quotation with its source, or the records of both for a bibliography."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from postil.cite import FORMATS, RECORDS, UNTITLED, Citation, Cited
from postil.cite import cite as cite_passage
from postil.library.articles import Reading
from postil.library.notes import check
from postil.library.originals import originals
from postil.model.source import Date
from postil.model.span import Span

__all__ = [
    "FORMATS",
    "LABELS",
    "RECORDS",
    "UNTITLED",
    "Citation",
    "Preview",
    "cite",
    "previews",
    "words",
]

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "text": "Quotation",
        "markdown": "Quotation in Markdown",
        "bibtex": "BibTeX",
        "biblatex": "BibLaTeX",
        "ris": "RIS",
        "csl-json": "CSL-JSON",
    }
)
"""What a list of the formats calls them."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What one format makes of a passage."""

    format: str
    label: str
    citation: Citation


def cite(
    reading: Reading,
    span: Span,
    format: str = "text",  # noqa: A002 - the word by which all of Postil calls it
    today: Date | None = None,
) -> Citation:
    """Return a passage with its citation, in one of ``FORMATS``.

    ``today`` is the day on which the article was read, where that is to be said. Raises
    NoSuchPassage for a span without words, and BadRequest for an unknown format.
    """
    article = reading.article
    check(article, span)
    governed = reading.sources.at(span)
    passage = quoted(article.text, span, governed.evidence)
    beside = tuple(originals(reading)) if format in RECORDS else ()
    cited = Cited(article.metadata, article.name)
    return cite_passage(passage, governed, cited, format, today, beside)


def quoted(text: str, span: Span, evidence: Span | None) -> str:
    """Return the words to quote: without the attribution at their end, which the citation says."""
    passage = text[span.start : span.end]
    if evidence is None or not span.covers(evidence) or text[evidence.start] != "[":
        return passage
    before, behind = text[span.start : evidence.start], text[evidence.end : span.end]
    return before.rstrip() if before.strip() and not behind.strip() else passage


def words(reading: Reading, span: Span) -> str:
    """Return the words of a passage as they are, without what is blank around them.

    Raises NoSuchPassage for a span without words.
    """
    check(reading.article, span)
    return reading.article.text[span.start : span.end].strip()


def previews(reading: Reading, span: Span, today: Date | None = None) -> tuple[Preview, ...]:
    """Return what every format makes of a passage; raises NoSuchPassage."""
    return tuple(Preview(name, LABELS[name], cite(reading, span, name, today)) for name in FORMATS)
