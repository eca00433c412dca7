"""Evidence of a block, its attributions and lead-ins; equal ones are parsed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postil.attribution.lead_ins.clauses import LeadIn, LeadInCache, find_lead_ins
from postil.attribution.lead_ins.quote_reach import OuterQuotations
from postil.attribution.parsing.find import (
    Attribution,
    AttributionCache,
    find_attributions,
    parse_attribution,
)
from postil.attribution.parsing.labels import dateline
from postil.attribution.scripts.marks import with_latin_marks
from postil.attribution.scripts.named_labels import source_label
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.article import Block, InlineKind
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from postil.attribution.references.resolve import Citations

_LINE = lazily(r"\s*Sources?: ?\S.{2,300}\Z")
_BRACKETS = "[(（【［〔"
_LABEL = 30
"""Code points within which a label of a whole paragraph ends."""
_LONGEST_LINE = 300

_MARKS_ABROAD = "：「『«„"
"""Marks of other languages that open, or announce, what somebody says."""


class Evidence:
    """Parses the evidence of one article, with a cache: compiled articles repeat themselves."""

    def __init__(
        self, overrides: NameOverrides = NO_OVERRIDES, citations: Citations | None = None
    ) -> None:
        """Take the overrides, what the reader has said of names, and the article's citations."""
        self._overrides = overrides
        self._citations = citations
        self._seen: AttributionCache = {}
        self._clauses: LeadInCache = {}

    def attributions(self, block: Block, index: int = -1) -> list[Attribution]:
        """Return the attributions of a block, in order; they do not overlap.

        Citations that a list of references resolves, for which the index of the block in the
        article is asked, are none of them.
        """
        found = self._attributions_of(block)
        if found and index >= 0 and self._citations is not None:
            calls = self._citations.calls(index)
            found = [
                one
                for one in found
                if not any(call.start < one.end and one.start < call.end for call in calls)
            ]
        return found

    def _attributions_of(self, block: Block) -> list[Attribution]:
        text = block.text
        found: list[Attribution] = []
        if any(bracket in text for bracket in _BRACKETS):
            found = find_attributions(text, self._seen, self._overrides)
        if not found and (
            text.startswith("Source") or ":" in text[:_LABEL] or "：" in text[:_LABEL]
        ):
            found = _line(text, self._overrides)
        if block.inlines:
            found = sorted(
                [*found, *_linked(block, self._overrides)],
                key=lambda attribution: attribution.start,
            )
            found = [one for one in found if not _is_code(block, one.start, one.end)]
        return found

    def lead_ins(self, block: Block, quotes: OuterQuotations) -> list[LeadIn]:
        """Return the lead-ins of a block, in order."""
        text = quotes.text
        quoting = ":" in text or "“" in text or '"' in text
        abroad = not text.isascii() and any(mark in text for mark in _MARKS_ABROAD)
        if quoting or abroad or dateline(text):
            found = find_lead_ins(text, quotes, self._clauses, self._overrides)
            return [one for one in found if not _is_code(block, one.start, one.end)]
        return []


def _is_code(block: Block, start: int, end: int) -> bool:
    """Tell whether a place has words set as code: these are no names of people and works."""
    return any(
        one.kind is InlineKind.CODE and one.start < end and start < one.end for one in block.inlines
    )


def _line(text: str, overrides: NameOverrides) -> list[Attribution]:
    """Return the attribution that a whole paragraph is, as in "Source: Reuters, 2014"."""
    labelled = _LINE.match(text) or (
        len(text) <= _LONGEST_LINE and source_label(with_latin_marks(text[:_LABEL]))
    )
    if not labelled or (read := parse_attribution(text, overrides)) is None:
        return []
    return [Attribution(0, len(text), tuple(read[0]), tuple(dict.fromkeys(read[1])))]


def _linked(block: Block, overrides: NameOverrides) -> list[Attribution]:
    """Return the attributions that are the words of a link, whose brackets the format took away."""
    found = []
    for inline in block.inlines:
        words = block.text[inline.start : inline.end]
        if inline.kind is InlineKind.LINK and words[:6].casefold() == "source":
            read = parse_attribution(f"[{words}]({inline.target})", overrides)
            if read is not None:
                problems = tuple(dict.fromkeys(read[1]))
                found.append(Attribution(inline.start, inline.end, tuple(read[0]), problems))
    return found
