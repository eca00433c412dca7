"""Cites a passage: the quotation with its source, or the records of both for a bibliography."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from postil.cite.citation import FORMATS, RECORDS, UNTITLED, Citation
from postil.cite.citation import cite as cite_passage
from postil.cite.quotation.passage import passage_of
from postil.library.base.cited_article import cited_article
from postil.library.base.open_article import OpenArticle
from postil.library.citation.quoting import Chosen, passage, words_of
from postil.library.sources.article_sources import originals
from postil.model.source import Date
from postil.model.span import Span

__all__ = [
    "FORMATS",
    "LABELS",
    "RECORDS",
    "UNTITLED",
    "Citation",
    "cite",
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


def cite(
    open_article: OpenArticle,
    chosen: Chosen,
    format: str = "text",  # noqa: A002 - the word by which all of Postil calls it
    today: Date | None = None,
    own_words: str | None = None,
) -> Citation:
    """Return a passage, or several joined, with the citation, in one of ``FORMATS``.

    ``today`` is the day on which the article was read, where that is to be said; ``own_words`` are
    the reader's own wording of the passage. Raises NoSuchPassage for a span without words, and
    BadRequest for an unknown format and for a wording that is no quotation of the passage.
    """
    article = open_article.article
    found = passage(open_article, chosen)
    shown = passage_of(found.pieces, own_words, in_paragraphs=format == "markdown")
    beside = tuple(originals(open_article)) if format in RECORDS else ()
    cited = cited_article(article, found.governed.span)
    return cite_passage(shown, found.governed, cited, format, today, beside)


def words(open_article: OpenArticle, chosen: Chosen) -> str:
    """Return the words of a passage as they are, without what is blank around them.

    Several are joined as in a quotation. Raises NoSuchPassage for a span without words.
    """
    spans = [chosen] if isinstance(chosen, Span) else chosen
    return words_of(open_article.article, spans)
