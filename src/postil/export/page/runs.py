"""Runs of a block: its words as HTML, with what is set apart in them, and the marks of notes.

A text is cut wherever anything begins or ends, so that marks may overlap each other and what is set
apart, and each cut piece is whole HTML by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from postil.export.base.placed import Marked
from postil.export.page.words import address, attribute, text
from postil.model.article import Block, Inline, InlineKind

_ELEMENTS = {
    InlineKind.EMPHASIS: "em",
    InlineKind.STRONG: "strong",
    InlineKind.STRIKE: "s",
    InlineKind.CODE: "code",
    InlineKind.SUPERSCRIPT: "sup",
    InlineKind.SUBSCRIPT: "sub",
    InlineKind.UNDERLINE: "u",
    InlineKind.HIGHLIGHT: "b",
}
"""A writer's own mark is bold: every ``mark`` of the page is a note's."""


class Runs:
    """Sets the words of blocks; where notes were marked, their first mark bears the id."""

    def __init__(self, inner: Callable[[str], str]) -> None:
        """Links within the document lead where ``inner`` says, and to nothing where it says ""."""
        self._inner = inner
        self._begun: set[str] = set()
        """The notes of which a mark has been set."""

    def of(self, block: Block, marks: Sequence[Marked] = (), start: int = 0, end: int = -1) -> str:
        """Return the words of a block from ``start`` to ``end`` (-1: to its end) as HTML."""
        end = len(block.text) if end < 0 else end
        forms = [one for one in block.inlines if one.start < end and one.end > start]
        shown = [one for one in marks if one.start < end and one.end > start]
        edges = {start, end}
        for a, b in [
            *((one.start, one.end) for one in forms),
            *((one.start, one.end) for one in shown),
        ]:
            edges.update((max(start, a), min(end, b)))
        cuts = sorted(edges)
        return "".join(
            self._piece(
                block.text[a:b],
                [one for one in forms if one.start <= a and b <= one.end],
                [one for one in shown if one.start <= a and b <= one.end],
            )
            for a, b in pairwise(cuts)
        )

    def _piece(self, words: str, forms: Iterable[Inline], marks: Sequence[Marked]) -> str:
        made = text(words)
        link = ""
        for one in forms:
            if one.kind in _ELEMENTS:
                made = f"<{_ELEMENTS[one.kind]}>{made}</{_ELEMENTS[one.kind]}>"
            elif one.kind in (InlineKind.LINK, InlineKind.FOOTNOTE):
                link = link or self._link(one)
        if link and words.strip():
            made = f"<a href={attribute(link)}>{made}</a>"
        return self._marked(made, marks, linked=bool(link)) if words.strip() and marks else made

    def _link(self, one: Inline) -> str:
        if one.kind is InlineKind.FOOTNOTE:
            return self._inner(f"fn {one.target}")
        if one.target.startswith("#"):
            return self._inner(one.target[1:])
        return address(one.target)

    def _marked(self, made: str, marks: Sequence[Marked], *, linked: bool) -> str:
        """Return a piece within the marks of its notes, each with a link to its note.

        The words themselves lead to the innermost note; a number behind them to any other, and to
        all where the words have an address of their own.
        """
        for depth, one in enumerate(reversed(marks)):
            where = f"#n-{one.id}"
            if depth == 0 and not linked:
                made = f'<a href="{where}">{made}</a>'
            else:
                said = f'aria-label="Note {one.number}"'
                made = f'{made}<sup><a href="{where}" {said}>{one.number}</a></sup>'
            first = "" if one.id in self._begun else f' id="m-{one.id}"'
            self._begun.add(one.id)
            made = f'<mark class="{one.colour}" data-note="{one.id}"{first}>{made}</mark>'
        return made
