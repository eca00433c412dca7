"""Walking along the hits of a search over everything, in this article and on into others."""

from __future__ import annotations

from array import array
from collections.abc import Callable
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
        """Whether the reader has come to a hit here."""
        self._shown: list[Span] = []
        """Where the hits of this article stand, by place."""

    def verbs(self) -> Verbs:
        """Return what the keys do; those of finding go along the hits as long as there are some."""
        return {
            "search.open": partial(self._stage.page.run_action, "app.search"),
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
        """Go to a hit from elsewhere in the same article."""
        self._position.remember()
        self.finished()

    def finished(self) -> None:
        """Show the hits, now that all of the article is there."""
        if self._stage.article.complete and self.trail.leads_to(self._path):
            self.arrive()

    def arrive(self) -> None:
        """Show the hits of this article, and go to the present one."""
        hit = self.trail.now
        self.trail.arrived()
        self._walking = True
        self._find.drop()
        self._find.last = None
        if hit is None:
            return
        places = [(one, self._place(one)) for one in self.trail.beside()]
        spans = sorted({place for _, place in places if place is not None}, key=_by_place)
        now = next((place for one, place in places if one == hit), None)
        self._shown = _apart(spans)
        starts, ends = (array("q", [getattr(s, e) for s in self._shown]) for e in ("start", "end"))
        matches = library.finding.SpanMatches(starts, ends) if self._shown else None
        self._stage.page.overlays.show_matches(matches, now)
        if now is not None:
            self._stage.page.paragraph.arrive(now.start)
        elif hit.words:
            self._stage.say("The words of this hit are no longer in the article.")
        if hit.note and self._notes.note(hit.note) is not None:
            self._notes.go_to(hit.note)
        self._stage.update_status()

    def _place(self, hit: Stop) -> Span | None:
        """Return where a hit stands in the article as it is now; None where it is gone."""
        if hit.start is None or not hit.words:
            return None
        text = self._stage.article.text
        if text.startswith(hit.words, hit.start):
            return Span(hit.start, hit.start + len(hit.words))
        before = text.rfind(hit.words, 0, hit.start)
        behind = text.find(hit.words, hit.start)
        there = [at for at in (before, behind) if at >= 0]
        if not there:
            return None
        at = min(there, key=lambda one: abs(one - (hit.start or 0)))
        return Span(at, at + len(hit.words))

    # -- from hit to hit

    def step(self, direction: int) -> None:
        """Go to the next hit or the one before, in whichever article; else to another match."""
        if not self._walking or not len(self.trail) or self._find.last:
            self._find.step(direction)
            return
        count = self._stage.page.keys.take_count()
        passed = self.trail.step(direction * count)
        hit = self.trail.now
        assert hit is not None
        if self.trail.leads_to(self._path):
            self._position.remember()
            self.arrive()
        else:
            where = None if hit.start is None else ReadingPosition(hit.start, hit.start)
            self._go_elsewhere(Path(hit.path), where, hit.note)
        if passed:
            end, other = ("end", "beginning") if direction > 0 else ("beginning", "end")
            self._stage.say(f"{self.fact()}: past the {end}, on from the {other}.")

    def fact(self) -> str:
        """Return which hit is shown, as ``hit 3/17``, or which match; "" for none."""
        now = self._stage.page.overlays.match_now
        if not self._walking or self._find.last or now is None:
            return self._find.fact()
        return f"hit {self.trail.at + 1}/{len(self.trail)}"


def _by_place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _apart(spans: list[Span]) -> list[Span]:
    """Return spans by place without those that overlap one before."""
    found: list[Span] = []
    for span in spans:
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found
