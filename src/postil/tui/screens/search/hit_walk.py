"""Walking along the hits of a search over everything, in this article and on into others."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from postil import library
from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.tui.screens.reader.find import FindSession
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.position import Navigation
from postil.tui.screens.reader.stage import Key, Stage, Verbs
from postil.tui.screens.search.trail import HitTrail, Stop

ABOVE = 3
"""Rows of the page above a hit, where an article begins at one."""


class HitWalk:
    """Shows the hits of this article, and leads to the next one, wherever that is."""

    KEYS = (
        Key(
            "search.open",
            "S,ctrl+f",
            "Search everything",
            "Search all articles that are known, and all notes",
        ),
        Key(
            "search.tags",
            "number_sign,f5",
            "All tags",
            "All tags: rename, merge, split, define them",
        ),
        Key(
            "search.sources", "at,f6", "All sources", "Who is quoted here, or in all that is known"
        ),
        Key(
            "search.figures",
            "percent_sign,f7",
            "Figures",
            "Figures of this article, or of all: progress, tags, sources, dates, places of notes",
        ),
    )

    def __init__(
        self,
        stage: Stage,
        position: Navigation,
        find: FindSession,
        path: Path | None,
        go_elsewhere: Callable[[Path, ReadingPosition | None, str], None],
        notes: ShownNotes,
    ) -> None:
        """Walk in the article of a path; ``go_elsewhere`` goes to a place, and a note there."""
        self._stage = stage
        self._position = position
        self._find = find
        self._path = path
        self._go_elsewhere = go_elsewhere
        self._notes = notes
        self.trail = HitTrail()
        self._walking = False
        """Whether the reader has come to a hit here, and no jump led away from all of them."""

    def verbs(self) -> Verbs:
        """Return what the keys do; those of finding go along the hits as long as there are some."""
        return {
            "search.open": partial(self._stage.page.run_action, "app.search"),
            "search.tags": partial(self._stage.page.run_action, "app.list('tags')"),
            "search.sources": partial(self._stage.page.run_action, "app.list('sources')"),
            "search.figures": partial(self._stage.page.run_action, "app.list('figures')"),
            "find.next": partial(self.step, 1),
            "find.previous": partial(self.step, -1),
        }

    # -- coming to a hit

    def begin(self) -> None:
        """Begin at a hit, if the reader has come for it."""
        hit = self.trail.now
        if hit is not None and hit.start is not None and self.trail.leads_to(self._path):
            self._position.start_at(ReadingPosition(hit.start, hit.start), ABOVE)

    def come(self) -> None:
        """Go to the present hit from a place in this article, whichever article it lies in."""
        hit = self.trail.now
        if self.trail.leads_to(self._path):
            self._position.remember()
            self.finished()
        elif hit is not None and not hit.path and self._notes.note(hit.note) is not None:
            # What is read from a pipe has no path.
            self._position.remember()
            self._notes.go_to(hit.note)
        elif hit is not None:
            where = None if hit.start is None else ReadingPosition(hit.start, hit.start)
            self._go_elsewhere(Path(hit.path), where, hit.note)

    def finished(self) -> None:
        """Show the hits, now that all of the article is there."""
        if not self._stage.article.complete:
            return
        if self.trail.leads_to(self._path):
            self.arrive()
        elif self.trail.returns_to(self._path):
            self.trail.returns = False
            self._show()
            self._stage.update_status()

    def arrive(self) -> None:
        """Show the hits of this article, and go to the present one."""
        self.trail.arrived()
        now, hit = self._show(), self.trail.now
        if hit is None:
            return
        if now is not None:
            self._stage.page.paragraph.arrive(now.start)
        elif hit.words:
            self._stage.say("The words of this hit are no longer in the article.")
        if hit.note and self._notes.note(hit.note) is not None:
            self._notes.go_to(hit.note)
        self._stage.update_status()

    def _show(self) -> Span | None:
        """Show the hits of this article; return where the present one stands, if it does."""
        self._walking = True
        self._find.drop()
        self._find.last = None
        hit = self.trail.now
        if hit is None:
            return None
        spans = _apart(span for one in self.trail.beside() for span in self._places(one))
        now = next(iter(self._places(hit)), None)
        starts, ends = array("q"), array("q")
        for span in spans:
            starts.append(span.start)
            ends.append(span.end)
        matches = library.finding.SpanMatches(starts, ends) if spans else None
        self._stage.page.overlays.show_matches(matches, now)
        self._stage.show_hints()
        return now

    def _places(self, hit: Stop) -> Iterator[Span]:
        """Yield where the words of a hit stand in the article as it is now; none if it is gone."""
        article = self._stage.article
        if hit.start is None or not hit.words:
            return
        by = library.passages.moved_by(article.text, hit.words, hit.start)
        if by is None:
            return
        for span in hit.spans:
            start, end = span.start + by, span.end + by
            if start >= 0 and end <= article.length:
                yield Span(start, end)

    # -- jumps

    def leave(self) -> None:
        """Take note of the hit that is present at the place that is left."""
        if self._walking:
            self.trail.leave(self._path, self._stage.page.paragraph.here())

    def go_back(self, path: Path, place: ReadingPosition | None) -> None:
        """Take note that a jump leads to a place in another article."""
        self.leave()
        self.trail.go_back(path, place)

    def land(self) -> None:
        """Be at the hit again that was present at the place where a jump has led, if any was."""
        overlays = self._stage.page.overlays
        at = self.trail.stood(self._path, self._stage.page.paragraph.here())
        if self._find.last or not len(self.trail) or (at is None and not self._walking):
            return
        self._walking = at is not None
        now = None
        if at is not None:
            self.trail.at = at
            now = next((span for hit in self._now() for span in self._places(hit)), None)
        overlays.show_matches(overlays.matches, now)
        self._stage.update_status()

    def _now(self) -> Iterator[Stop]:
        if (hit := self.trail.now) is not None and self.trail.is_at(self._path):
            yield hit

    # -- from hit to hit

    def step(self, direction: int) -> None:
        """Go to the next hit or the one before, in whichever article; else to another match."""
        page = self._stage.page
        if self._find.last or (
            not self._walking
            and not self.trail.enter(self._path, page.paragraph.here().current or 0, direction)
        ):
            self._find.step(direction)
            return
        count = page.keys.take_count()
        if not self._walking:
            self.come()
            return
        self.leave()
        passed = self.trail.step(direction * count)
        self.come()
        if passed:
            end, other = ("end", "beginning") if direction > 0 else ("beginning", "end")
            self._stage.say(f"{self.fact()}: past the {end}, on from the {other}.")

    def fact(self) -> str:
        """Return which hit is shown, as ``hit 3/17``, or which match; "" for none."""
        now, stop = self._stage.page.overlays.match_now, self.trail.now
        if self._walking and not self._find.last and stop is not None and not stop.words:
            at_it = self._stage.page.marks.note_now == stop.note != ""
            return f"note {self.trail.at + 1}/{len(self.trail)}" if at_it else ""
        if not self._walking or self._find.last or now is None:
            return self._find.fact()
        return f"hit {self.trail.at + 1}/{len(self.trail)}"


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans by place without those that overlap one before."""
    found: list[Span] = []
    for span in sorted(spans):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found
