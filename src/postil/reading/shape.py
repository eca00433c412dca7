"""Measures how the lines of a plain text are laid out."""

from __future__ import annotations

from dataclasses import dataclass

_WRAPPED_AT = 100
"""Code points: nine of ten lines of a wrapped text are no longer than this."""
_PROSE = 150
"""Code points from which a group of lines is surely a paragraph."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text is laid out, as its head tells."""

    wrapped: bool
    """Its lines were broken at a width; otherwise a line is a paragraph."""
    width: int
    """The width in code points at which lines were broken."""
    indent: int
    """Blanks before the lines of an ordinary paragraph."""


def measure(head: str) -> Shape:
    """Return the shape of the text that begins with ``head``."""
    lines = head.split("\n")
    lengths = sorted(len(line) for line in lines if line and not line.isspace())
    if not lengths:
        return Shape(wrapped=True, width=72, indent=0)
    wrapped = lengths[int(len(lengths) * 0.9)] <= _WRAPPED_AT
    width = min(lengths[int(len(lengths) * 0.95)], _WRAPPED_AT)
    return Shape(wrapped, width, _body_indent(lines))


def indent_of(line: str) -> int:
    """Return the number of blanks before the words of a line."""
    return len(line) - len(line.lstrip(" "))


def _body_indent(lines: list[str]) -> int:
    indents = []
    size = 0
    least = 0
    for line in [*lines, ""]:
        if line and not line.isspace():
            least = min(least, indent_of(line)) if size else indent_of(line)
            size += len(line.strip()) + 1
            continue
        if size > _PROSE:
            indents.append(least)
        size = 0
    indents.sort()
    return indents[len(indents) // 2] if indents else 0
