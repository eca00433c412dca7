"""Captions: what is said in a film or a talk, below a line with nothing but the time of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postil.document.formats.layout.line_groups import Form, LineGroup
from postil.text.lazy_regex import lazily

_TIME = r"\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_TIMED = lazily(
    rf"(?m)^[ \t]{{0,12}}[\[(]?{_TIME}[\])]?"
    rf"(?:[ \t]{{1,3}}(?:-->|-|–)[ \t]{{1,3}}{_TIME}[^\n]{{0,60}}+)?[ \t]{{0,3}}$\n[ \t]{{0,12}}\S"
)
"""A line of nothing but a time, or of two between which something is said, above another."""
_HOUR = lazily(r"\d:\d\d")
_FEWEST = 3
"""Such lines in a text of captions; two may stand anywhere."""
_ABOVE = 2
"""Lines of a caption among which the time stands: its number, or the title of a part, may be first.
"""


def has_captions(head: str) -> bool:
    """Tell whether a text has captions, by its beginning."""
    if ":" not in head or not _HOUR.search(head):
        return False
    found = _TIMED.finditer(head)
    return sum(1 for _ in zip(range(_FEWEST), found, strict=False)) == _FEWEST


def captions(groups: Iterable[LineGroup]) -> Iterator[LineGroup]:
    """Yield the groups, those with a time above them as one that is spoken."""
    for group in groups:
        lines = group.lines
        if lines[0].startswith("WEBVTT"):
            yield group._replace(form=Form.DIRECTION)
            continue
        timed = len(lines) > 1 and any(
            _TIMED.match(f"{line}\n.") for line in lines[: min(_ABOVE, len(lines) - 1)]
        )
        yield group._replace(form=Form.TURN) if timed else group
