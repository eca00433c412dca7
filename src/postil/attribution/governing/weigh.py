"""Weighs the words of a passage, to say whose most of them are and who else has a part in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from postil.attribution.governing.runs import Run
from postil.attribution.lead_ins.clauses import opening_lead_in
from postil.attribution.lead_ins.quote_reach import Marks
from postil.lexicon.name_overrides import NameOverrides
from postil.model.article import Article
from postil.model.source import Governed, Part, Relation, Source, Via
from postil.model.span import Span

_MARGIN = 8
"""Letters and digits of other words that a passage may take in without its being said."""


Subject = tuple[Source | None, Span | None]
"""A source and its evidence."""


class Piece(NamedTuple):
    """A run of the canonical text, with the reader's corrections made."""

    span: Span
    run: Run
    source: Source | None
    relation: Relation
    evidence: Span | None
    corrected: bool

    @property
    def subject(self) -> Subject:
        """What two pieces have in common that the same source governs."""
        return self.source, self.evidence


def weighed(
    article: Article, span: Span, pieces: Sequence[Piece], overrides: NameOverrides
) -> Governed:
    """Return what governs a passage that has these pieces: the source of most of its words.

    Words that only lead in to those of a source weigh nothing.
    """
    led = [_led(article, piece, overrides) for piece in pieces]
    weights: dict[Subject, int] = {}
    for piece, lead in zip(pieces, led, strict=True):
        weight = _weight(article, piece.span) - _letters(article, lead)
        weights[piece.subject] = weights.get(piece.subject, 0) + weight
    subject = max(weights, key=lambda key: weights[key])
    mine = [piece for piece in pieces if piece.subject == subject]
    main = max(mine, key=lambda piece: len(piece.span))
    several = _several(article, pieces, weights, subject[0])
    leads = any(_letters(article, lead) for lead in led)
    problems = _faults(main, pieces, several)
    if leads and weights[subject] == len(mine):
        problems.append("only-own-words-in-passage")
    else:
        named = {source for source, _ in several} or {subject[0]} - {None}
        if len(named) > 1:
            problems.append("several-sources-in-passage")
        own = any(weights[key] > _MARGIN for key in weights if key[0] is None)
        if named and (leads or own):
            problems.append("own-words-in-passage")
    return Governed(
        span,
        main.source,
        main.run.via,
        main.run.confidence,
        _relation(article, main, mine),
        tuple(problems),
        parts(pieces),
        main.evidence,
        main.corrected,
        several,
    )


def _several(
    article: Article,
    pieces: Sequence[Piece],
    weights: Mapping[Subject, int],
    main: Source | None,
) -> tuple[tuple[Source, Relation], ...]:
    """Return the sources of more than a few letters, in order; none for the main one alone."""
    letters: dict[Source | None, int] = {}
    for (source, _), weight in weights.items():
        letters[source] = letters.get(source, 0) + weight
    found: dict[Source, list[Piece]] = {}
    for piece in pieces:
        if piece.source is not None and letters[piece.source] > _MARGIN:
            found.setdefault(piece.source, []).append(piece)
    if not found or list(found) == [main]:
        return ()
    return tuple(
        (source, _relation(article, max(mine, key=lambda piece: len(piece.span)), mine))
        for source, mine in found.items()
    )


def _faults(
    main: Piece, pieces: Sequence[Piece], several: Sequence[tuple[Source, Relation]]
) -> list[str]:
    """Return the faults of the evidence for all that is named, as far as the reader made none."""
    sources = {source for source, _ in several}
    named = (main, *(piece for piece in pieces if piece.source in sources))
    faults = (fault for piece in named if not piece.corrected for fault in piece.run.problems)
    return list(dict.fromkeys(faults))


def parts(pieces: Sequence[Piece]) -> tuple[Part, ...]:
    """Return the pieces as parts, where source or evidence differ; like neighbours become one."""
    made: list[Part] = []
    for piece in pieces:
        run = piece.run
        part = Part(piece.span, piece.source, run.via, piece.relation, run.confidence)
        last = made[-1] if made else None
        if last and replace(last, span=part.span) == part:
            made[-1] = replace(last, span=Span(last.span.start, part.span.end))
        else:
            made.append(part)
    return tuple(made) if len(made) > 1 else ()


def _led(article: Article, piece: Piece, overrides: NameOverrides) -> Span:
    """Return what a piece has of the article's words that lead in to the source's, at its start.

    In a paraphrase all words are the article's. Behind a mark that was never closed the source
    itself may say who speaks, so there only a lead-in that names a source is the article's.
    """
    run, start = piece.run, piece.span.start
    nothing = Span(start, start)
    if piece.source is None or piece.relation != "quoted" or not len(piece.span):
        return nothing
    if run.via not in (Via.BRACKET, Via.LATER_BRACKET, Via.LEAD_IN):
        return nothing
    block = article.block_at(start)
    unnamed = run.via is Via.BRACKET and not article.blocks[block].quoted
    text = article.blocks[block].text
    end = article.starts[block] + opening_lead_in(text, run.start, overrides, unnamed=unnamed)
    return Span(start, max(start, min(end, piece.span.end)))


def _letters(article: Article, span: Span) -> int:
    words = article.text[span.start : span.end]
    return sum(character.isalnum() for character in words)


def _weight(article: Article, span: Span) -> int:
    """Return the letters and digits in a span, and one so that nothing weighs nothing."""
    return 1 + _letters(article, span)


def _relation(article: Article, main: Piece, mine: Sequence[Piece]) -> Relation:
    """Return the relation of a passage: a paraphrase may hold words in quotation marks."""
    if main.relation != "cited":
        return main.relation
    inside = total = 0
    for piece in mine:
        block = article.block_at(piece.span.start)
        first = article.starts[block]
        marks = Marks(article.blocks[block].text)
        inside += marks.covered(piece.span.start - first, piece.span.end - first)
        total += len(piece.span)
    return "quoted" if inside * 2 > total else "cited"
