"""Leaving for another article, and coming back: jumps go on where those within this one end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from postil.library.base.jumps import Jumps
from postil.model.position import ReadingPosition
from postil.tui.screens.reader.position import Navigation
from postil.tui.screens.reader.stage import Stage, Verbs

Place: TypeAlias = tuple[Path, ReadingPosition | None]
"""An article, and a place in it; None for where it was left."""


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
        self.beyond = Jumps[Place]()
        """Articles that were left by a jump; they outlive this one."""

    def verbs(self) -> Verbs:
        """Return what the keys do that lead back and forth."""
        return {"jump.back": partial(self.jump, -1), "jump.forward": partial(self.jump, 1)}

    def go(self, path: Path, where: ReadingPosition | None, note: str = "") -> None:
        """Go to a place in another article; a jump leads back."""
        if self._path is not None:
            self.beyond.leave((self._path, self._stage.page.paragraph.here()))
        self._go_elsewhere(path, where, note)

    def jump(self, direction: int) -> None:
        """Go back or forth through the jumps, also into another article."""
        if self._path is None or self._position.has_jumps(direction):
            self._position.jump(direction)
            return
        step = self.beyond.forward if direction > 0 else self.beyond.back
        place = step((self._path, self._stage.page.paragraph.here()))
        if place is None:
            self._position.jump(direction)
        else:
            self._stage.page.keys.take_count()
            self._go_elsewhere(*place, "")
