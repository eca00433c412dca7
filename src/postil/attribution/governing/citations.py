"""Citations of works: the sentence, or the quotation, that each of them governs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from postil.attribution.governing.runs import Cited, Run, fill_gaps
from postil.attribution.lead_ins.quote_reach import OuterQuotations, next_word
from postil.attribution.references.resolve import Call
from postil.model.article import Block
from postil.model.source import Confidence, Relation, Via
from postil.text.sentences import sentences

_NO_WORDS = " \t\n.,;:!?…”\"’')]»」』。"


def with_citations(
    block: Block, index: int, runs: tuple[Run, ...], calls: Sequence[Call]
) -> tuple[Run, ...]:
    """Return the runs of a block in which each citation governs its sentence, before all else.

    | words                                      | governed                              |
    |--------------------------------------------|---------------------------------------|
    | It rained [1]. Nobody came.                | the first sentence                    |
    | It rained.[1] Nobody came.                 | the same                              |
    | Tar was dear [1] and hemp was not [2].     | up to each citation                   |
    | “It rained. Nobody came” [1].              | the quotation                         |
    | Falk (1998) says so, but Holt (1997) not.  | from each name to the next            |
    """
    if not calls:
        return runs
    quotes = OuterQuotations(block.text)
    cited = _cited_runs(block, index, quotes, calls)
    kept: list[Run] = []
    for run in runs:
        at = run.start
        for one in cited:
            if one.end <= at or one.start >= run.end:
                continue
            if at < one.start:
                kept.append(run._replace(start=at, end=one.start))
            at = max(at, one.end)
        if at < run.end:
            kept.append(run._replace(start=at, end=run.end))
    return fill_gaps(block.text, sorted([*kept, *cited], key=lambda run: run.start))


def _cited_runs(
    block: Block, index: int, quotes: OuterQuotations, calls: Sequence[Call]
) -> list[Run]:
    text = block.text
    cuts = sentences(text)
    starts = [start for start, _ in cuts]
    runs: list[Run] = []
    floor = 0
    for number, call in enumerate(calls):
        at = max(bisect_right(starts, call.start) - 1, 0)
        start, end = cuts[at] if cuts else (0, len(text))
        if at and not call.narrative and not text[start : call.start].strip(_NO_WORDS):
            # The sign stands behind the full stop of the sentence that it is for.
            start, end = cuts[at - 1][0], call.end
        elif cuts and call.end > end:
            end = cuts[bisect_right(starts, call.end - 1) - 1][1]
        start = _quotation_start(text, quotes, starts, start, call)
        if block.quoted and len(calls) == 1 and not text[call.end :].strip(_NO_WORDS):
            start = 0
        behind = calls[number + 1] if number + 1 < len(calls) else None
        if behind is not None and behind.start < end:
            end = behind.start if call.narrative and behind.narrative else call.end
        start, end = max(start, floor), max(end, call.end)
        end = next_word(text, end)
        floor = end
        run = _run(block, index, quotes, call, (start, end))
        if run is not None:
            runs.append(run)
    return runs


def _quotation_start(
    text: str, quotes: OuterQuotations, starts: Sequence[int], start: int, call: Call
) -> int:
    """Return where the sentence begins in which a quotation opens that a citation ends."""
    bare = len(text[: call.start].rstrip(" .,;:([）"))
    for quotation in quotes.outer:
        if quotation.closed and quotation.end == bare and quotation.start < start:
            at = max(bisect_right(starts, quotation.start) - 1, 0)
            return min(start, max(starts[at], 0))
    return start


def _run(
    block: Block, index: int, quotes: OuterQuotations, call: Call, where: tuple[int, int]
) -> Run | None:
    start, end = where
    if start >= end:
        return None
    first, *others = call.works
    words = call.start - start if not call.narrative else end - start
    covered = quotes.covered(start, call.start if not call.narrative else end)
    relation: Relation = "quoted" if block.quoted or covered * 2 > max(words, 1) else "cited"
    sure: Confidence = "medium" if call.narrative else "high"
    entry = first.entry
    cited = Cited(
        call.locator,
        (entry.block, entry.start, entry.end),
        tuple(one.source for one in others),
    )
    evidence = (index, call.start, call.end)
    return Run(start, end, first.source, Via.REFERENCE, relation, sure, (), evidence, cited)
