"""Runs on demand: those of a few paragraphs, read as far around them as their sources reach.

What the reading of a whole article says of a paragraph rests on its section alone, and in that on
little. Evidence, such as an attribution, ends what went on before it, so that the reading may begin
at the nearest one that leaves nothing open; a later attribution reaches back over quotations
alone, so that it may end behind the first other paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from postil.attribution.governing.evidence import Evidence
from postil.attribution.governing.follow import Walk, body_blocks, follow, is_marked
from postil.attribution.governing.runs import Run
from postil.attribution.references.titles import may_cite
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.article import Article
from postil.text.progress import Progress

if TYPE_CHECKING:
    from postil.attribution.references.resolve import Citations

_FAR = 100
"""Paragraphs before a passage in which its reading may begin; else all of the section is read."""


class FollowedRuns:
    """The runs of an article's body paragraphs, which are known by their numbers from 0."""

    def __init__(self, article: Article, overrides: NameOverrides = NO_OVERRIDES) -> None:
        self._article = article
        self._overrides = overrides
        self._citations = _citations(article)
        self._evidence = Evidence(overrides, self._citations)
        self._known: dict[int, tuple[Run, ...]] = {}
        self.blocks: list[int] = []
        """The index of each body paragraph's block."""
        self._sections = [0]
        """The number of the paragraph with which each section begins."""
        for index in body_blocks(article):
            if index >= 0:
                self.blocks.append(index)
            elif self._sections[-1] < len(self.blocks):
                self._sections.append(len(self.blocks))

    def read(self, progress: Progress | None = None) -> None:
        """Read the whole article, as far as that is not done; ``progress`` as in ``follow``."""
        if len(self._known) < len(self.blocks):
            runs = follow(self._article, progress, self._overrides, self._evidence)
            self._known = {
                at: self._with_citations(index, found) for at, (index, found) in enumerate(runs)
            }
            # Nothing is parsed again, and what was parsed of 10 MB takes some room.
            self._evidence = Evidence(self._overrides, self._citations)

    def _with_citations(self, index: int, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        calls = self._citations.calls(index) if self._citations is not None else ()
        if not calls:
            return runs
        from postil.attribution.governing.citations import with_citations

        return with_citations(self._article.blocks[index], index, runs, calls)

    def runs(self, paragraphs: range) -> Sequence[tuple[Run, ...]]:
        """Return the runs of paragraphs that follow one another; those of each cover its block."""
        unknown = [at for at in paragraphs if at not in self._known]
        while unknown:
            section = bisect_right(self._sections, unknown[0]) - 1
            ends = [*self._sections[section + 1 : section + 2], len(self.blocks)]
            last = max(at for at in unknown if at < ends[0])
            self._read(self._sections[section], ends[0], unknown[0], last)
            unknown = [at for at in unknown if at > last]
        return [self._known[at] for at in paragraphs]

    def _read(self, section: int, end: int, first: int, last: int) -> None:
        """Read some paragraphs of the section that begins with one number and ends before another.

        If that would take nearly as long, read all of it, so that no other passage asks again.
        """
        walk = Walk(self._article, self._overrides, self._evidence)
        nearest = max(section, first - _FAR)
        start = self._start(walk, range(first - 1, nearest - 1, -1))
        if start is None and nearest > section:
            last = end - 1
        begin = section if start is None else start
        for at in range(begin, end):
            walk.take(self.blocks[at])
            if (
                at > last
                and not is_marked(self._article.blocks[self.blocks[at]])
                and not walk.waits(last - begin)
            ):
                break
        # The paragraph with which the reading began may begin with the words of one before it.
        settled = range(begin if start is None else start + 1, last + 1)
        for at in settled:
            self._known[at] = self._with_citations(*walk.done[at - begin])

    def _start(self, walk: Walk, before: range) -> int | None:
        """Return the first of some paragraphs, backwards, at which a reading may begin."""
        joined: int | None = None
        for at in before:
            beginning = walk.beginning(self.blocks[at])
            if beginning == "new":
                return at
            if beginning == "joined":
                # One that is joined itself leaves no lead-in that the next could belong to.
                if joined is not None:
                    return joined
                joined = at
            elif beginning == "unclear":
                joined = None
        return None


def _citations(article: Article) -> Citations | None:
    """Return the citations of an article; None where it has no list that they could name."""
    if not may_cite(article):
        return None
    # Most articles have none, and are spared what it takes to load what reads such lists.
    from postil.attribution.references.resolve import Citations

    return Citations(article)
