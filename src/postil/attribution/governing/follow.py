"""Follows the sources of an article from paragraph to paragraph, as quotations go on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from postil.attribution.governing.asides import refers_back, tagged_runs
from postil.attribution.governing.evidence import Evidence
from postil.attribution.governing.runs import Run, carry, cut_runs, fill_gaps, own_run, same_outlet
from postil.attribution.lead_ins.clauses import LeadIn
from postil.attribution.lead_ins.quote_reach import OuterQuotations, Reach, next_word
from postil.attribution.parsing.find import Attribution
from postil.attribution.parsing.labels import dateline
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.article import Article, Block, BlockKind
from postil.model.source import Confidence, Relation, Via
from postil.model.values import dataclass
from postil.text.progress import Progress, tracked

_BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.VERSE)
_SURE_CARRIES = 3
"""Paragraphs in a row without a sign to which an open quotation is carried with confidence.

Of the paragraphs behind “Ships left. [Source: …], which nothing closes, the third without a
quotation mark is still its source's with medium confidence, the fourth with low.
"""
Beginning = Literal["new", "joined", "unclear", "none"]
"""What a paragraph is to those behind it.

Evidence of its own ends all that went on before, and they are read alike whatever that was: it is
``new``. Only where one attribution stands for all of it, it may belong to a lead-in of the evidence
before, and be ``joined`` to that. A dateline is evidence where a source is followed, else not, and
so ``unclear``.
"""
_SIGNS = frozenset("[(:\"“”'‘„«「『（【［〔：")


@dataclass(slots=True)
class _Active:
    """The source whose words may go on in the next paragraph."""

    run: Run
    open: bool
    """Its quotation has not been closed."""
    quoted: bool
    """It has been quoted, rather than told in the article's words."""
    awaited: bool = False
    """Its words have been announced, and a block quotation may hold them."""
    plain: int = 0
    """Paragraphs in a row that show no sign of it."""


@dataclass(slots=True)
class _Pending:
    """A lead-in that waits for an attribution of its outlet."""

    lead: LeadIn
    at: int
    """Index of its paragraph among those that are done."""


def follow(
    article: Article,
    progress: Progress | None = None,
    overrides: NameOverrides = NO_OVERRIDES,
    evidence: Evidence | None = None,
) -> list[tuple[int, tuple[Run, ...]]]:
    """Return each body block's index with its runs, in order; the runs cover the block."""
    walk = Walk(article, overrides, evidence)
    count = max(1, len(article.blocks))
    for index in tracked(body_blocks(article), progress, lambda at, _: at / count):
        walk.take(index)
    return walk.done


def body_blocks(article: Article) -> Iterator[int]:
    """Yield the indices of the paragraphs; -1 stands for each heading, which ends all carrying."""
    tails = [(part.first, part.last) for part in article.sections if part.kind == "tail"]
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            yield -1
        elif not block.text or block.kind not in _BODY:
            continue
        elif not (tails and any(first <= index < last for first, last in tails)):
            yield index


class Walk:
    """One way through an article; what it knows of the paragraphs of the section so far."""

    def __init__(
        self, article: Article, overrides: NameOverrides, evidence: Evidence | None = None
    ) -> None:
        """Take an article, and what an earlier walk through it has parsed of its evidence."""
        self.overrides = overrides
        self.blocks = article.blocks
        self.evidence = evidence or Evidence(overrides)
        self.done: list[tuple[int, tuple[Run, ...]]] = []
        self.section = 0
        """Index in ``done`` of the first paragraph of the section."""
        self.active: _Active | None = None
        self.pending: _Pending | None = None
        self.bare: dict[int, tuple[Run, ...]] = {}
        """Runs of the article's own words by their length; nearly all of most articles is such."""

    def take(self, index: int) -> None:
        """Read the next paragraph; a negative index is the end of a section."""
        if index < 0:
            self.active = self.pending = None
            self.section = len(self.done)
            return
        block = self.blocks[index]
        text = block.text
        if self.active is None and _is_bare(block):
            size = len(text)
            self.done.append((index, self.bare.setdefault(size, (own_run(0, size),))))
            return
        quotes = OuterQuotations(text)
        attributions = self.evidence.attributions(block, index)
        lead_ins = self.evidence.lead_ins(block, quotes)
        if attributions or lead_ins:
            self._evidence(index, quotes, attributions, lead_ins)
        else:
            self.done.append((index, self._plain(index, block, quotes)))

    def beginning(self, index: int) -> Beginning:
        """Tell how far what follows a paragraph rests on what stands before it."""
        block = self.blocks[index]
        if _is_bare(block):
            return "unclear" if dateline(block.text) else "none"
        quotes = OuterQuotations(block.text)
        attributions = self.evidence.attributions(block, index)
        lead_ins = self.evidence.lead_ins(block, quotes)
        if not (attributions or lead_ins):
            return "none"
        runs = cut_runs(index, quotes, attributions, lead_ins)
        new = not attributions or len(runs) > 1 or runs[0].relation == "quoted"
        return "new" if new else "joined"

    def waits(self, at: int) -> bool:
        """Tell whether the paragraph at an index of ``done`` waits for a later attribution."""
        return self.pending is not None and self.pending.at <= at

    def _evidence(
        self,
        index: int,
        quotes: OuterQuotations,
        attributions: list[Attribution],
        lead_ins: list[LeadIn],
    ) -> None:
        text = quotes.text
        runs = cut_runs(index, quotes, attributions, lead_ins)
        if attributions:
            first = attributions[0]
            if not any(lead.start < first.start for lead in lead_ins):
                runs[0] = self._claim(runs[0])
            if len(attributions) == 1 and not _words_outside(text, first):
                self._claim_before(runs[0])
        self.pending = None
        if runs[0].start:
            runs.insert(0, self._before(quotes, runs[0]))
        self.done.append((index, fill_gaps(text, runs)))
        self.active = _activity(quotes, runs[-1])
        if lead_ins and runs[-1].via is Via.LEAD_IN:
            self.pending = _Pending(lead_ins[-1], len(self.done) - 1)

    def _before(self, quotes: OuterQuotations, run: Run) -> Run:
        """Return what stands before a paragraph's own evidence: mostly the article's words."""
        active = self.active
        if active and quotes.reopen and quotes.reach(0).end <= run.start:
            return self._continued(active, run.start)
        return own_run(0, run.start, "low" if run.via is Via.BRACKET else "high")

    def _claim(self, run: Run) -> Run:
        """Give the paragraphs since a lead-in to the later attribution of the same outlet."""
        pending = self.pending
        if pending is None or run.source is None:
            return run
        if not same_outlet(pending.lead.source, run.source):
            return run
        for at in range(pending.at, len(self.done)):
            index, runs = self.done[at]
            size = len(self.blocks[index].text)
            start = pending.lead.start if at == pending.at else 0
            claimed = run._replace(start=start, end=size, via=Via.LATER_BRACKET, relation="quoted")
            kept = tuple(r.ended(min(r.end, start)) for r in runs if r.start < start)
            self.done[at] = (index, (*kept, claimed))
        return run._replace(relation="quoted")

    def _claim_before(self, run: Run) -> None:
        """Give an attribution that stands alone to the paragraph, or quotation, right before it."""
        for at in range(len(self.done) - 1, self.section - 1, -1):
            index, runs = self.done[at]
            block = self.blocks[index]
            marked = is_marked(block)
            free = all(part.via in (Via.NONE, Via.LEAD_IN, Via.CARRIED) for part in runs)
            if not free or (at < len(self.done) - 1 and not marked):
                return
            relation: Relation = "quoted" if marked else "cited"
            size = len(block.text)
            claimed = run._replace(start=0, end=size, via=Via.LATER_BRACKET, relation=relation)
            self.done[at] = (index, (claimed,))
            if not marked:
                return

    def _continued(self, active: _Active, end: int) -> Run:
        return active.run._replace(
            start=0,
            end=end,
            via=Via.CONTINUED_QUOTATION,
            relation="quoted",
            confidence="high" if active.quoted else "medium",
        )

    def _plain(self, index: int, block: Block, quotes: OuterQuotations) -> tuple[Run, ...]:
        """Return the runs of a paragraph with no evidence of its own."""
        text, size = block.text, len(block.text)
        active = self.active
        if active and not block.quoted and self._after_block_quote():
            active = self.active = None
        if active is None:
            return tagged_runs(index, quotes, self.overrides)
        if quotes.reopen or (active.awaited and block.quoted):
            return self._reopened(active, block, quotes)
        if active.open or refers_back(text, active.run.source):
            active.plain += 1
            sure: Confidence = "medium" if active.plain <= _SURE_CARRIES else "low"
            run = carry(active.run, 0, size, sure)
            return (run if active.open else run._replace(relation="cited"),)
        self.active = None
        return tagged_runs(index, quotes, self.overrides)

    def _after_block_quote(self) -> bool:
        return bool(self.done) and self.blocks[self.done[-1][0]].quoted > 0

    def _reopened(self, active: _Active, block: Block, quotes: OuterQuotations) -> tuple[Run, ...]:
        text, size = block.text, len(block.text)
        run = self._continued(active, size)
        reach = Reach(size, open=True) if block.quoted or not quotes.reopen else quotes.reach(0)
        speech = not active.quoted and quotes.reopen and quotes.outer[0].closed
        active.quoted, active.plain, active.open = True, 0, reach.open and not speech
        behind = next_word(text, reach.end)
        if reach.open or behind >= size:
            return (run,)
        return (run.ended(behind), carry(run, behind, size)._replace(relation="cited"))


def is_marked(block: Block) -> bool:
    """Tell whether a paragraph is a quotation by its form, which a later attribution may claim."""
    return OuterQuotations(block.text).reopen or block.quoted > 0


def _is_bare(block: Block) -> bool:
    """Tell whether a paragraph has nothing that could be evidence, unless some is carried on."""
    text = block.text
    bare = _SIGNS.isdisjoint(text) and not text.startswith("Source") and not block.inlines
    return bare and "According to " not in text


def _activity(quotes: OuterQuotations, run: Run) -> _Active | None:
    """Return what may go on behind a paragraph that ends with this run."""
    if run.evidence is None:
        return None
    quoted = run.relation == "quoted"
    if run.via is not Via.LEAD_IN:
        still = quoted and quotes.reach(run.start).open
        return _Active(run, open=still, quoted=quoted or run.via is Via.CARRIED)
    behind = run.evidence[2]
    announced = not quotes.text[behind:].strip()
    if announced or (quotes.opens_behind(behind) and quotes.reach(behind).open):
        return _Active(run, open=True, quoted=True, awaited=announced)
    return None


def _words_outside(text: str, attribution: Attribution) -> bool:
    outside = text[: attribution.start] + text[attribution.end :]
    return any(character.isalnum() for character in outside)
