"""Citations of the passages of an export: what one source says on one page is cited once."""

from __future__ import annotations

from postil.csl import Style, StyleError
from postil.library.base.open_article import OpenArticle
from postil.library.citation.kept_citations import KeptCitations
from postil.library.citation.styling import in_style
from postil.library.exchange.readings import Readings
from postil.model.source import Date
from postil.model.span import Span


class CitedPassages:
    """Cites the passages of notes in one style."""

    def __init__(
        self, style: Style, readings: Readings, today: Date | None, kept: KeptCitations | None
    ) -> None:
        self._style = style
        self._kept = kept
        self._readings = readings
        self._today = today
        self._made: dict[tuple[object, ...], str] = {}

    def citation(self, opened: OpenArticle, span: Span) -> str:
        """Return the citation of a passage in the style, for the text."""
        governed = self._readings.governed(opened, span)
        article = opened.article
        section = article.section_at(span.start)
        key = (
            article.digest,
            # Those of an article are kept as long as it is: to hash them takes longer.
            tuple([(id(source), relation) for source, relation in governed.named]),
            article.page_at(span.start),
            article.page_at(span.end),
            None if section is None else section.number,
        )
        if key not in self._made:
            try:
                made = in_style(
                    opened, span, self._style, today=self._today, kept=self._kept
                ).citation
            except StyleError:
                made = ""  # The style has broken off at this passage; the notes are told anyway.
            self._made[key] = made
        return self._made[key]
