"""Sources of an article: whose words a paragraph or a passage are, and on what evidence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from postil.attribution.governing.on_demand import FollowedRuns
from postil.attribution.governing.runs import Run
from postil.attribution.governing.weigh import CorrectedRun, parts, weigh
from postil.attribution.lead_ins.parse import parse_lead_in
from postil.attribution.parsing.find import parse_attribution
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.article import Article
from postil.model.source import Correction, Governed, Reason, Relation, Source, Via
from postil.model.span import Span
from postil.text.progress import Progress, tracked, within

__all__ = ["Sources", "parse_attribution", "parse_lead_in", "read"]

_FOLLOWED = 0.8
"""Share of the work after which all paragraphs of a long article are followed, as a rule."""


class Sources:
    """The sources that govern the paragraphs of an article, read when they are asked for."""

    def __init__(
        self,
        article: Article,
        corrections: Sequence[Correction] = (),
        overrides: NameOverrides = NO_OVERRIDES,
    ) -> None:
        self._article = article
        self._overrides = overrides
        self._corrections = {correction.evidence: correction for correction in corrections}
        self._followed = FollowedRuns(article, overrides)
        self._blocks = self._followed.blocks
        starts = article.starts
        self._starts = [starts[block] for block in self._blocks]
        self._paragraphs: tuple[Governed, ...] | None = None

    @property
    def paragraphs(self) -> tuple[Governed, ...]:
        """The body paragraphs in order; spans count in the canonical text."""
        return self.read()

    def read(self, progress: Progress | None = None) -> tuple[Governed, ...]:
        """Read all paragraphs, and return them; on 10 MB that takes some seconds.

        ``progress`` is called every few milliseconds with the share that is done.
        """
        if self._paragraphs is None:
            self._followed.read(within(progress, 0, _FOLLOWED))
            count = len(self._blocks)
            steps = tracked(
                self._numbered(range(count)),
                within(progress, _FOLLOWED, 1),
                lambda at, _: at / count,
            )
            self._paragraphs = tuple(self._paragraph(at, runs) for at, runs in steps)
        return self._paragraphs

    def overlapping(self, span: Span) -> Iterator[Governed]:
        """Yield the body paragraphs that have words in a span, as in ``paragraphs``."""
        for at, runs in self._numbered(self._paragraphs_in(span)):
            yield self._paragraph(at, runs)

    def at(self, span: Span) -> Governed:
        """Return what governs a passage: the source of most of it, with parts where it has more."""
        runs = list(self._runs_in(span))
        if not runs:
            return Governed(span, None, Via.NONE, "high", "own")
        return weigh(self._article, span, runs, self._overrides)

    def evidence_text(self, governed: Governed) -> str:
        """Return the words that a correction of this source is kept by.

        They are those of the evidence, or, where there is none, of the paragraph that the passage
        has most of.
        """
        text = self._article.text
        if governed.evidence is not None:
            return text[governed.evidence.start : governed.evidence.end]
        best = Span(governed.span.start, governed.span.start)
        for at in self._paragraphs_in(governed.span):
            whole = self._whole(at)
            start, end = max(whole.start, governed.span.start), min(whole.end, governed.span.end)
            if end - start > min(len(best), governed.span.end - governed.span.start) - 1:
                best = whole if len(whole) else best
        if not len(best):
            return text[governed.span.start : governed.span.end]
        return text[best.start : best.end]

    def alike(self, governed: Governed) -> int:
        """Return how many paragraphs a correction of this source holds for, 1 at least.

        Those count whose attribution or lead-in has the same words, wherever it stands.
        """
        if governed.evidence is None:
            return 1
        words = self.evidence_text(governed)
        found = (
            any(self._is_worded(run, words) for run in runs if run.evidence is not None)
            for runs in self._followed.runs(range(len(self._blocks)))
        )
        return max(1, sum(found))

    def _is_worded(self, run: Run, words: str) -> bool:
        """Tell whether the evidence of a run has these words."""
        block, start, end = run.evidence or (0, 0, 0)
        text = self._article.blocks[block].text
        return end - start == len(words) and text[start:end] == words

    def reasons(self, governed: Governed) -> tuple[Reason, ...]:
        """Return how each field of a passage's source was read; only now it is looked up."""
        source, where = governed.source, governed.evidence
        if source is None:
            return ()
        # Citing asks for no reasons.
        from postil.attribution.parsing.explain import explain

        raw = self.evidence_text(governed) if where is not None else ""
        if (entry := governed.entry) is not None:
            words = self._article.text[entry.start : entry.end]
            return explain(words, source, governed.problems, self._overrides, lead_in=False)
        read, problems, lead_in = self._read_again(governed, raw)
        found = explain(raw, read, problems, self._overrides, lead_in=lead_in) if read else ()
        return tuple(_confirmed(source, read, found)) if governed.corrected else found

    def _read_again(
        self, governed: Governed, raw: str
    ) -> tuple[Source | None, Sequence[str], bool]:
        """Return the source that the evidence names, its faults, and whether it is a lead-in."""
        if not raw:
            return None, (), False
        for run in self._runs_of(governed):
            if run.source is not None:
                attributed = parse_attribution(raw, self._overrides)
                lead_in = attributed is None or run.source not in attributed[0]
                return run.source, run.problems, lead_in
        return None, (), False

    def _runs_of(self, governed: Governed) -> Iterator[Run]:
        for run in self._corrected_in(governed.span):
            if run.evidence == governed.evidence:
                yield run.found

    def _paragraphs_in(self, span: Span) -> range:
        """Return the numbers of the paragraphs in a span; an empty one has that around it."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, max(span.end, span.start + 1))
        if first < last and self._whole(first).end <= span.start:
            first += 1
        return range(first, last)

    def _whole(self, at: int) -> Span:
        start = self._starts[at]
        return Span(start, start + len(self._article.blocks[self._blocks[at]].text))

    def _runs_in(self, span: Span) -> Iterator[CorrectedRun]:
        """Yield the runs that lie in a span, cut to it."""
        for run in self._corrected_in(span):
            start, end = max(run.span.start, span.start), min(run.span.end, span.end)
            if start < end or (start == end and len(span) == 0 and start in run.span):
                yield run._replace(span=Span(start, end))

    def _corrected_in(self, span: Span) -> Iterator[CorrectedRun]:
        for at, runs in self._numbered(self._paragraphs_in(span)):
            yield from self._corrected(at, runs)

    def _numbered(self, paragraphs: range) -> Iterator[tuple[int, Sequence[Run]]]:
        """Return the numbers of paragraphs, each with its runs, which are read together."""
        return zip(paragraphs, self._followed.runs(paragraphs), strict=True)

    def _corrected(self, at: int, runs: Sequence[Run]) -> list[CorrectedRun]:
        offset = self._starts[at]
        return [self._correct(at, run, offset) for run in runs]

    def _correct(self, at: int, run: Run, offset: int) -> CorrectedRun:
        evidence = None
        if run.evidence is not None:
            block, start, end = run.evidence
            first = self._article.starts[block]
            evidence = Span(first + start, first + end)
        source, relation, corrected = run.source, run.relation, False
        if self._corrections:
            key = self._key(at, run)
            if correction := self._corrections.get(key):
                source, corrected = correction.source, True
                relation = _corrected_relation(source, relation)
        span = Span(offset + run.start, offset + run.end)
        entry = None
        if run.cited is not None and not corrected:
            block, start, end = run.cited.entry
            first = self._article.starts[block]
            entry = Span(first + start, first + end)
        return CorrectedRun(span, run, source, relation, evidence, corrected, entry)

    def _key(self, at: int, run: Run) -> str:
        if run.evidence is None:
            return self._article.blocks[self._blocks[at]].text
        block, start, end = run.evidence
        return self._article.blocks[block].text[start:end]

    def _paragraph(self, at: int, plain: Sequence[Run]) -> Governed:
        offset = self._starts[at]
        if len(plain) == 1 and plain[0].source is None and not self._corrections:
            return Governed(Span(offset, offset + plain[0].end), None, Via.NONE, "high", "own")
        runs = self._corrected(at, plain)
        main = runs[0]
        if len(runs) > 1:
            named = [run for run in runs if run.found.source is not None] or runs
            sums: dict[tuple[Source | None, Span | None], int] = {}
            for run in named:
                sums[run.subject] = sums.get(run.subject, 0) + len(run.span)
            subject = max(sums, key=lambda key: sums[key])
            main = next(run for run in named if run.subject == subject)
        found = main.found
        sure = found.confidence
        if found.via is Via.LEAD_IN and sure == "high":
            sure = "medium"
        size = len(self._article.blocks[self._blocks[at]].text)
        return Governed(
            Span(offset, offset + size),
            main.source,
            found.via,
            sure,
            main.relation,
            () if main.corrected else found.problems,
            parts(runs) if len(runs) > 1 else (),
            main.evidence,
            main.corrected,
            others=main.others,
            locator=main.locator,
            entry=main.entry,
        )


def _confirmed(source: Source, read: Source | None, found: Sequence[Reason]) -> Iterator[Reason]:
    """Yield the reasons for a corrected record: the reader's word where it differs from the text's.

    A field that the reader left as it was read keeps its reason.
    """
    from postil.attribution.parsing.explain import field_values

    old = {reason.field: reason for reason in found}
    before = field_values(read or Source(type=""))
    for field, value in field_values(source).items():
        if value and value == before[field] and field in old:
            yield old[field]
        elif value:
            yield Reason(field, "", "your correction")


def _corrected_relation(source: Source | None, relation: Relation) -> Relation:
    if source is None:
        return "own"
    return "cited" if relation == "own" else relation


def read(
    article: Article,
    corrections: Sequence[Correction] = (),
    progress: Progress | None = None,
    overrides: NameOverrides = NO_OVERRIDES,
) -> Sources:
    """Return the sources of an article's body paragraphs, as the reader has corrected them.

    ``overrides`` is what the reader has said of names, here or in other articles.
    """
    sources = Sources(article, corrections, overrides)
    sources.read(progress)
    return sources
