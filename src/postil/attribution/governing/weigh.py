"""Weights of the words in a passage: whose most of them are, and who else has a part in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postil.attribution.governing.runs import Run
from postil.attribution.lead_ins.clauses import opening_lead_in
from postil.attribution.lead_ins.quote_reach import OuterQuotations
from postil.lexicon.name_overrides import NameOverrides
from postil.model.article import Article
from postil.model.source import Governed, Part, Relation, Source, Via
from postil.model.span import Span
from postil.model.values import NamedTuple, replace

_MARGIN = 8
"""Weight of other words that a passage may take in without its being said.

A hand that marks a quotation catches a word too many. Seven letters weigh that much, being one
run as well, and are passed over ("nothing"); eight are said ("It rained").
"""

Subject = tuple[Source | None, Span | None]
"""A source and its evidence."""


class CorrectedRun(NamedTuple):
    """A run of the canonical text, with the reader's corrections made."""

    span: Span
    found: Run
    source: Source | None
    relation: Relation
    evidence: Span | None
    corrected: bool
    entry: Span | None = None
    """Where the entry stands by which a citation is resolved."""

    @property
    def others(self) -> tuple[Source, ...]:
        """What else is cited for these words, unless the reader has said whose they are."""
        return () if self.corrected else self.found.others

    @property
    def locator(self) -> str:
        """The pages to which a citation points; "" for none."""
        return self.found.cited.locator if self.found.cited is not None else ""

    @property
    def subject(self) -> Subject:
        """What two runs have in common that the same source governs."""
        return self.source, self.evidence


def weigh(
    article: Article, span: Span, runs: Sequence[CorrectedRun], overrides: NameOverrides
) -> Governed:
    """Return what governs a passage that has these runs: the source of most of its words.

    A letter or digit weighs one; words that only lead in to those of a source weigh nothing.
    """
    led = [_led(article, run, overrides) for run in runs]
    if len(runs) == 1 and not len(led[0]):
        # Most passages are of one source throughout, and nothing has to be weighed.
        (run,) = runs
        return Governed(
            span,
            run.source,
            run.found.via,
            run.found.confidence,
            _relation(article, run, runs),
            tuple(_faults(run, runs, ())),
            evidence=run.evidence,
            corrected=run.corrected,
            several=_several(article, runs, {run.subject: 2 * _MARGIN}, run.source),
            others=run.others,
            locator=run.locator,
            entry=run.entry,
        )
    weights: dict[Subject, int] = {}
    for run, lead in zip(runs, led, strict=True):
        weight = _weight(article, run.span) - _letters(article, lead)
        weights[run.subject] = weights.get(run.subject, 0) + weight
    subject = max(weights, key=lambda key: weights[key])
    mine = [run for run in runs if run.subject == subject]
    main = max(mine, key=lambda run: len(run.span))
    several = _several(article, runs, weights, subject[0])
    leads = any(_letters(article, lead) for lead in led)
    problems = _faults(main, runs, several)
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
        main.found.via,
        main.found.confidence,
        _relation(article, main, mine),
        tuple(problems),
        parts(runs),
        main.evidence,
        main.corrected,
        several,
        main.others,
        ", ".join(_locators(main.source, runs)),
        main.entry,
    )


def _locators(source: Source | None, runs: Sequence[CorrectedRun]) -> Sequence[str]:
    """Return the pages of a source to which the citations of a passage point, each once."""
    told = (run.locator for run in runs if run.source == source and run.locator)
    return tuple(dict.fromkeys(told))


def _several(
    article: Article,
    runs: Sequence[CorrectedRun],
    weights: Mapping[Subject, int],
    main: Source | None,
) -> tuple[tuple[Source, Relation], ...]:
    """Return the sources of more than a few letters, in order; none for the main one alone."""
    letters: dict[Source | None, int] = {}
    for (source, _), weight in weights.items():
        letters[source] = letters.get(source, 0) + weight
    found: dict[Source, list[CorrectedRun]] = {}
    for run in runs:
        if run.source is not None and letters[run.source] > _MARGIN:
            for source in (run.source, *run.others):
                found.setdefault(source, []).append(run)
    if not found or list(found) == [main]:
        return ()
    return tuple(
        (source, _relation(article, max(mine, key=lambda run: len(run.span)), mine))
        for source, mine in found.items()
    )


def _faults(
    main: CorrectedRun, runs: Sequence[CorrectedRun], several: Sequence[tuple[Source, Relation]]
) -> list[str]:
    """Return the faults of the evidence for all that is named, as far as the reader made none."""
    sources = {source for source, _ in several}
    named = (main, *(run for run in runs if run.source in sources))
    faults = (fault for run in named if not run.corrected for fault in run.found.problems)
    return list(dict.fromkeys(faults))


def parts(runs: Sequence[CorrectedRun]) -> tuple[Part, ...]:
    """Return the runs as parts, where source or evidence differ; like neighbours become one."""
    made: list[Part] = []
    for run in runs:
        found = run.found
        part = Part(run.span, run.source, found.via, run.relation, found.confidence, run.others)
        last = made[-1] if made else None
        if last and replace(last, span=part.span) == part:
            made[-1] = replace(last, span=Span(last.span.start, part.span.end))
        else:
            made.append(part)
    return tuple(made) if len(made) > 1 else ()


def _led(article: Article, run: CorrectedRun, overrides: NameOverrides) -> Span:
    """Return what a run has of the article's words that lead in to the source's, at its start.

    In a paraphrase all words are the article's. Behind a mark that was never closed the source
    itself may say who speaks, so there only a lead-in that names a source is the article's.
    """
    via, start = run.found.via, run.span.start
    nothing = Span(start, start)
    if run.source is None or run.relation != "quoted" or not len(run.span):
        return nothing
    if via not in (Via.BRACKET, Via.LATER_BRACKET, Via.LEAD_IN, Via.REFERENCE):
        return nothing
    block = article.block_at(start)
    unnamed = via in (Via.BRACKET, Via.REFERENCE) and not article.blocks[block].quoted
    text = article.blocks[block].text
    end = article.starts[block] + opening_lead_in(text, run.found.start, overrides, unnamed=unnamed)
    return Span(start, max(start, min(end, run.span.end)))


def _letters(article: Article, span: Span) -> int:
    return sum(map(str.isalnum, article.text[span.start : span.end]))


def _weight(article: Article, span: Span) -> int:
    """Return the letters and digits in a span, and one so that nothing weighs nothing."""
    return 1 + _letters(article, span)


def _relation(article: Article, main: CorrectedRun, mine: Sequence[CorrectedRun]) -> Relation:
    """Return the relation of a passage: a paraphrase may hold words in quotation marks."""
    if main.relation != "cited":
        return main.relation
    inside = total = 0
    for run in mine:
        block = article.block_at(run.span.start)
        first = article.starts[block]
        quotes = OuterQuotations(article.blocks[block].text)
        inside += quotes.covered(run.span.start - first, run.span.end - first)
        total += len(run.span)
    return "quoted" if inside * 2 > total else "cited"
