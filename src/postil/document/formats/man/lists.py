"""Tagged paragraphs of a page as lists, and the indentations that nest them."""

from __future__ import annotations

from postil.document.formats.markup.block_writer import BlockWriter
from postil.model.values import dataclass
from postil.text.lazy_regex import lazily

_BULLETS = frozenset("•*-–—+o○·⋅◦▪")
_COUNTED = lazily(r"[(\[]?(\d{1,4})([.)\]:]{0,2})")
_DEEPEST = 30
"""Indentations that are told apart."""


@dataclass(slots=True)
class _Level:
    """What stands open at one indentation."""

    kind: str = ""
    """The list: ``ul``, ``ol`` or ``dl``; "" for none."""
    item: str = ""
    """The element that holds the text now: ``li``, ``dt`` or ``dd``."""


class Lists:
    """The lists that stand open, from the outermost in."""

    def __init__(self, out: BlockWriter) -> None:
        self._out = out
        self._levels = [_Level()]

    def paragraph(self) -> None:
        """End the list at this indentation."""
        self._out.flush()
        self._close(self._levels[-1])

    def entry(self, mark: str) -> bool:
        """Begin an entry by its mark; return whether the mark is still to be set, as a term."""
        level = self._levels[-1]
        mark = mark.strip()
        self._out.flush()
        counted = _COUNTED.fullmatch(mark)
        kind = "ul" if mark in _BULLETS else "ol" if counted and counted[2] else "dl"
        if kind == "dl":
            self.term()
            return True
        self._end_item(level)
        if level.kind != kind:
            self._close(level)
            delimiter = (counted[2] if counted else "") or "."
            self._out.start(kind, {"delimiter": delimiter} if kind == "ol" else {})
            level.kind = kind
        self._out.start("li", {"value": counted[1]} if counted else {})
        level.item = "li"
        return False

    def term(self) -> None:
        """Begin a term; further terms of one definition may follow."""
        level = self._levels[-1]
        self._end_item(level)
        if level.kind != "dl":
            self._close(level)
            self._out.start("dl")
            level.kind = "dl"
        self._out.start("dt")
        level.item = "dt"

    def definition(self) -> None:
        """End the term; what follows defines it."""
        level = self._levels[-1]
        if level.item == "dt":
            self._end_item(level)
            self._out.start("dd")
            level.item = "dd"

    def indent(self) -> None:
        """Begin an indentation."""
        self._out.flush()
        self.definition()
        if len(self._levels) < _DEEPEST:
            self._levels.append(_Level())

    def outdent(self) -> None:
        """End an indentation."""
        self._out.flush()
        if len(self._levels) > 1:
            self._close(self._levels.pop())

    def close(self) -> None:
        """End all."""
        while len(self._levels) > 1:
            self.outdent()
        self._out.flush()
        self._close(self._levels[0])

    def _end_item(self, level: _Level) -> None:
        if level.item:
            self._out.end(level.item)
            level.item = ""

    def _close(self, level: _Level) -> None:
        self._end_item(level)
        if level.kind:
            self._out.end(level.kind)
            level.kind = ""
