"""A passage as lists show it: a note on it, or words that come from a source."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from postil.model.note import Colour
from postil.model.span import Span
from postil.model.values import dataclass
from postil.tui.screens.search.trail import Stop

if TYPE_CHECKING:
    from postil.library.notes.listing import Listed


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of an article, with the note on them if there is one."""

    key: str
    """Tells it from all others in its list."""
    path: str | None
    """Of its article; as the system spells it."""
    title: str
    """Of its article."""
    span: Span | None
    """None where the words are gone, or the whole article is meant."""
    words: str
    body: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour | None = None
    note: str = ""
    """The id of the note; "" for none."""
    fact: str = ""
    """What is said of it besides: that its words are gone, or whose they are."""

    @property
    def stop(self) -> Stop | None:
        """Where to go for it; None where its article is not on this machine."""
        if self.path is None:
            return None
        path = os.path.realpath(self.path)
        spans = () if self.span is None else (self.span,)
        return Stop(path, spans, self.words if spans else "", self.note)


STATES = {
    "same": "",
    "moved": "",
    "changed": "its words have changed",
    "orphan": "its words are gone",
}


def of_note(listed: Listed) -> Passage:
    """Return the passage of a note."""
    span = None
    if listed.start is not None and listed.end is not None:
        span = Span(listed.start, listed.end)
    return Passage(
        listed.id,
        listed.path,
        listed.title,
        span,
        listed.quote,
        listed.body,
        listed.tags,
        listed.colour,
        listed.id,
        STATES[listed.state],
    )


def lines_of(
    passages: Sequence[Passage],
) -> tuple[Sequence[Passage], list[str | int], list[int]]:
    """Return passages on lines, with the title of each article above its own, and their lines."""
    lines: list[str | int] = []
    places: list[int] = []
    last: tuple[str | None, str] | None = None
    for at, one in enumerate(passages):
        if (one.path, one.title) != last:
            last = (one.path, one.title)
            lines.append(one.title)
        places.append(len(lines))
        lines.append(at)
    return passages, lines, places
