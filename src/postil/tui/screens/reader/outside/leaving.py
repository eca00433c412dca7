"""Leaving for another article, and coming back: jumps go on where those within this one end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from postil.library.base.jumps import Jumps
from postil.model.position import ReadingPosition
from postil.tui.screens.reader.position import Navigation
from postil.tui.screens.reader.stage import Stage, Verbs

Place: TypeAlias = tuple[Path, ReadingPosition | None, Jumps[ReadingPosition]]
"""An article, a place in it, None for where it was left, and the jumps within it till then."""


class Beyond:
    """The articles that were left by jumps; it outlives each of them."""

    def __init__(self) -> None:
        self.jumps = Jumps[Place]()
        self.comes: Place | None = None
        """Where the reader is on the way back to."""


class Walk(Protocol):
    """The walk along the hits, which knows where each of them was present."""

    def leave(self) -> None:
        """Take note of the place that a jump leads away from."""

    def land(self) -> None:
        """Be at the hit again that was present at the place where a jump has led."""

    def go_back(self, path: Path, place: ReadingPosition | None) -> None:
        """Take note that a jump leads to a place in another article."""


class Leaving:
    """Goes to other articles, and back and forth between them."""

    def __init__(
        self,
        stage: Stage,
        position: Navigation,
        path: Path | None,
        go_elsewhere: Callable[[Path, ReadingPosition | None, str], None],
    ) -> None:
        """Leave the article of a path; ``go_elsewhere`` opens another, at a place and a note."""
        self._stage = stage
        self._position = position
        self._path = path
        self._go_elsewhere = go_elsewhere
        self.beyond = Beyond()
        self.walk: Walk | None = None

    def verbs(self) -> Verbs:
        """Return what the keys do that lead back and forth."""
        return {"jump.back": partial(self.jump, -1), "jump.forward": partial(self.jump, 1)}

    def go(self, path: Path, where: ReadingPosition | None, note: str = "") -> None:
        """Go to a place in another article; a jump leads back."""
        self.beyond.comes = None
        if self._path is not None:
            self.beyond.jumps.leave(self._here(self._path))
        self._go_elsewhere(path, where, note)

    def jump(self, direction: int) -> None:
        """Go back or forth through the jumps, also into another article."""
        if self._path is None or self._position.has_jumps(direction):
            if self.walk is not None:
                self.walk.leave()
            self._position.jump(direction)
            if self.walk is not None:
                self.walk.land()
            return
        step = self.beyond.jumps.forward if direction > 0 else self.beyond.jumps.back
        place = step(self._here(self._path))
        if place is None:
            self._position.jump(direction)
        elif place[0] == self._path:
            # It could not be left: the article that was wanted is not there any more.
            self._stage.page.keys.take_count()
            if place[1] is not None:
                self._stage.page.paragraph.come_to(place[1])
        else:
            self._stage.page.keys.take_count()
            self.beyond.comes = place
            if self.walk is not None:
                self.walk.go_back(place[0], place[1])
            self._go_elsewhere(place[0], place[1], "")

    def begin(self) -> None:
        """Go on with the jumps within this article, if the reader comes back to it by one."""
        place, self.beyond.comes = self.beyond.comes, None
        if place is not None and place[0] == self._path:
            self._position.jumps = place[2]

    def _here(self, path: Path) -> Place:
        return path, self._stage.page.paragraph.here(), self._position.jumps
