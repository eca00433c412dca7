"""Runs of words in one block, cut by the attributions and lead-ins that stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from postil.attribution.lead_ins.clauses import LeadIn
from postil.attribution.lead_ins.quote_reach import OuterQuotations, Reach, next_word
from postil.attribution.parsing.find import Attribution
from postil.lexicon.outlet_rules import folded
from postil.model.source import Confidence, Relation, Source, Via
from postil.model.values import NamedTuple


class Cited(NamedTuple):
    """What a citation says beside the source that it names first."""

    locator: str
    entry: tuple[int, int, int]
    """Where the entry of the list, or the note, stands: its block, and offsets within that."""
    others: tuple[Source, ...] = ()
    """What else it names."""


class Run(NamedTuple):
    """Words that the same evidence governs; ``start`` and ``end`` count within the block."""

    start: int
    end: int
    source: Source | None
    via: Via
    relation: Relation
    confidence: Confidence
    problems: tuple[str, ...] = ()
    evidence: tuple[int, int, int] | None = None
    """Index of the block in which it stands, start and end within that block."""
    cited: Cited | None = None
    """Of a citation that a list or a note resolves."""

    @property
    def others(self) -> tuple[Source, ...]:
        """What else is cited for these words."""
        return self.cited.others if self.cited is not None else ()

    def ended(self, end: int) -> Run:
        """Return the run with another end."""
        return self._replace(end=end)


def own_run(start: int, end: int, confidence: Confidence = "high") -> Run:
    """Return a run of the article's own words."""
    return Run(start, end, None, Via.NONE, "own", confidence)


def cut_runs(
    block: int,
    quotes: OuterQuotations,
    attributions: Sequence[Attribution],
    lead_ins: Sequence[LeadIn],
) -> list[Run]:
    """Return the runs that the evidence in the block itself governs, in order.

    What stands before the first lead-in, or behind a quotation that has only a lead-in, belongs to
    no run.
    """
    text = quotes.text
    runs: list[Run] = []
    floor = 0
    for attribution in attributions:
        waiting = [lead for lead in lead_ins if floor <= lead.start < attribution.start]
        chosen = _chosen(waiting, attribution)
        start = chosen.start if chosen else floor
        runs += [_led(block, quotes, lead, start) for lead in waiting if lead.end <= start]
        runs.append(_bracketed(block, quotes, attribution, start, chosen))
        floor = next_word(text, attribution.end)
    rest = [lead for lead in lead_ins if lead.start >= floor]
    if attributions and floor < len(text):
        _trail(runs, quotes, floor, rest[0].start if rest else len(text))
    for index, lead in enumerate(rest):
        limit = rest[index + 1].start if index + 1 < len(rest) else len(text)
        runs.append(_led(block, quotes, lead, limit))
    return runs


def _chosen(waiting: Sequence[LeadIn], attribution: Attribution) -> LeadIn | None:
    """Return the lead-in from which on an attribution governs: one of its outlet, else the last."""
    for lead in waiting:
        if same_outlet(lead.source, attribution.sources[0]):
            return lead
    return waiting[-1] if waiting else None


def _bracketed(
    block: int, quotes: OuterQuotations, attribution: Attribution, start: int, lead: LeadIn | None
) -> Run:
    quoted = lead is not None or _mostly(quotes, start, attribution.start)
    problems = attribution.problems
    if len(attribution.sources) > 1:
        problems = (*problems, "several-sources")
    return Run(
        start,
        attribution.end,
        attribution.sources[0],
        Via.BRACKET,
        "quoted" if quoted else "cited",
        "high",
        problems,
        (block, attribution.start, attribution.end),
    )


def _mostly(quotes: OuterQuotations, start: int, end: int) -> bool:
    """Tell whether most of a stretch stands in quotation marks."""
    return quotes.covered(start, end) * 2 > end - start


def _led(block: int, quotes: OuterQuotations, lead: LeadIn, limit: int) -> Run:
    """Return the run of a lead-in alone: itself and the words that it quotes."""
    end = limit
    if lead.quoting:
        end = min(limit, next_word(quotes.text, quotes.reach(lead.end).end))
    return Run(
        lead.start,
        end,
        lead.source,
        Via.LEAD_IN,
        "quoted",
        "high",
        (),
        (block, lead.start, lead.end),
    )


def _trail(runs: list[Run], quotes: OuterQuotations, floor: int, limit: int) -> None:
    """Give the words behind the last attribution to it: surely while its quotation lasts."""
    text = quotes.text
    last = runs[-1]
    reach = quotes.reach(last.start) if last.relation == "quoted" else Reach(floor, open=False)
    if reach.end > floor:
        runs[-1] = last = last.ended(min(limit, next_word(text, reach.end)))
    if last.end < limit and text[last.end : limit].strip():
        start = next_word(text, last.end)
        runs[-1] = last.ended(start)
        runs.append(carry(last, start, limit)._replace(relation="cited"))
    else:
        runs[-1] = last.ended(limit)


def carry(run: Run, start: int, end: int, confidence: Confidence = "medium") -> Run:
    """Return a run that the evidence of an earlier one is carried on to."""
    return run._replace(start=start, end=end, via=Via.CARRIED, confidence=confidence)


def same_outlet(one: Source, other: Source) -> bool:
    """Tell whether two records name the same outlet, as a lead-in and a later attribution may.

    | one              | other                    | same |
    |------------------|--------------------------|------|
    | Quay Herald      | the quay herald, by Lamb | yes  |
    | AFP              | Agence France-Presse     | yes  |
    | Reuters          | Herald, by Reuters       | yes  |
    | Lamb             | Lamb in the Herald       | yes  |
    | Lamb in the Post | Lamb in the Herald       | no   |
    | Quay Herald      | Harbour Times            | no   |

    One surname in two publications (the fifth row) may be two people, or one who wrote twice.
    """
    first, second = _outlets(one), _outlets(other)
    if first & second:
        return True
    if any(_abbreviates(a, b) or _abbreviates(b, a) for a in first for b in second):
        return True
    surnames = {name.family for name in one.author} & {name.family for name in other.author}
    return bool(surnames - {""}) and not (one.container_title and other.container_title)


def _outlets(source: Source) -> set[str]:
    named = {source.container_title, *(name.literal for name in source.author)}
    return {folded(name) for name in named if name}


def _abbreviates(short: str, long: str) -> bool:
    words = [word for word in long.replace("-", " ").split() if word not in ("of", "the", "and")]
    return len(words) > 1 and short.replace(".", "") == "".join(word[0] for word in words)


def fill_gaps(text: str, runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs that cover a block: the article's own words stand in the gaps."""
    full: list[Run] = []
    at = 0
    for run in runs:
        if run.start > at:
            if text[at : run.start].strip():
                full.append(own_run(at, run.start))
            elif full:
                full[-1] = full[-1].ended(run.start)
        full.append(run)
        at = run.end
    if at < len(text):
        if text[at:].strip():
            full.append(own_run(at, len(text)))
        else:
            full[-1] = full[-1].ended(len(text))
    return tuple(full)
