"""The list of hits: a line for each article, and below it one for each passage found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from rich.text import Text

from postil.model.article import JOINT
from postil.model.values import NamedTuple
from postil.text.clean import clean_line
from postil.tui.screens.listing.pointed_list import Ink
from postil.tui.screens.search.trail import Stop
from postil.tui.theme import SIGNS

if TYPE_CHECKING:
    from postil.library.catalogue.live_search import FoundArticle, Passage

FEW, SOME = 4, 12
"""Passages that are listed of an article where many articles, or some, have any."""

_LEAD = 0.3
"""Share of a line that is given to what stands before the words found."""

_WORDS = 62
"""Cells that a passage keeps before the name of its section is given more than a quarter."""


class Listed(NamedTuple):
    """A line of the list that can be pointed at."""

    article: FoundArticle
    number: int
    """Of the passage among those of its article, from 0."""

    @property
    def passage(self) -> Passage | None:
        """The passage, set out when it is first seen; None for an article found by itself."""
        return self.article.passages[self.number] if self.article.passages else None


class Lines(NamedTuple):
    """What is listed, as a list over the library takes it."""

    rows: Sequence[Listed]
    lines: Sequence[FoundArticle | int]
    places: Sequence[int]


def listed(articles: Sequence[FoundArticle], of: int, height: int) -> Lines:
    """Return the lines for what was found, so many cells high.

    ``of`` is the number of all articles that have some of it.
    """
    room = height // of - 1 if of else 0
    most = None if of == 1 else max(room, SOME if of <= 3 else FEW)
    hits: list[Listed] = []
    lines: list[FoundArticle | int] = []
    places: list[int] = []
    for article in articles:
        count = len(article.passages)
        rows = [Listed(article, at) for at in range(count if most is None else min(most, count))]
        if rows:
            lines.append(article)
        for row in rows or [Listed(article, 0)]:
            places.append(len(lines))
            lines.append(len(hits))
            hits.append(row)
    return Lines(hits, lines, places)


def row_of(stop: Stop | None, rows: Sequence[Listed], otherwise: int) -> int:
    """Return the number of the row that lists a stop of the trail."""
    for at, row in enumerate(rows):
        spans, note = (row.passage.spans, row.passage.note) if row.passage else ((), "")
        if stop and (stop.path, stop.spans, stop.note) == (row.article.path, spans, note):
            return at
    return otherwise


class HitDrawing:
    """Draws hits, and above them the article they are in."""

    def key(self, row: Listed, /) -> str:
        """Return what tells a hit from all others."""
        passage, where = row.passage, row.article.path or row.article.title
        if passage is None:
            return where
        at = passage.note or ",".join(f"{span.start}:{span.end}" for span in passage.spans)
        return f"{where}\n{at}"

    def row(self, row: Listed, width: int, ink: Ink, /) -> Text:
        """Draw a passage, or an article of which nothing but itself was asked."""
        if row.passage is None:
            return self.head(row.article, width, ink)
        # Where a section is called as the article is, the line above names both.
        section = row.article.section_of(row.passage)
        section = "" if section == row.article.title else clean_line(section)
        return self._passage(row.passage, section, width, ink)

    def head(self, head: FoundArticle, width: int, ink: Ink, /) -> Text:
        """Draw the title of an article, and what is known of it at the right."""
        facts = clean_line(", ".join(one for one in (head.outlet, head.date) if one))
        count = len(head.passages)
        counted = hits_counted(count) if count else ""
        room = width - 1
        told = "  ".join(one for one in (facts, counted) if one)
        if cell_len(told) > room // 2:
            told = counted
        title = Text(clean_line(head.title), no_wrap=True)
        title.truncate(room - cell_len(told) - 2 if told else room, overflow="ellipsis")
        gap = max(1, room - title.cell_len - cell_len(told))
        title.stylize(ink("title"))
        return title.append(" " * gap).append(told, style=ink("quiet"))

    def _passage(self, passage: Passage, section: str, width: int, ink: Ink) -> Text:
        """Draw a passage so that the words found are in sight, and behind it its section.

        A note bears its sign, and its tags.
        """
        drawn = Text(no_wrap=True)
        tags = ""
        if passage.note:
            drawn.append(f"{SIGNS[passage.colour]} ", style=ink(str(passage.colour)))
            tags = clean_line(" ".join(f"#{tag}" for tag in passage.tags))
        aside = section_room(width) if section else 0
        room = width - drawn.cell_len - 1 - (aside + 2 if aside else 0)
        if tags and cell_len(tags) > room // 3:
            tags = set_cell_size(tags, room // 3 - 1) + "…"
        room -= cell_len(tags) + 2 if tags else 0
        at = passage.marks[0].start if passage.marks else 0
        begin = _begin(passage.around, at)
        end = passage.around.find(JOINT, at)
        # What is far from the words has no room: to measure it would take most of the time.
        near = max(begin, at - room), at + room + 2
        words = passage.around[near[0] : near[1] if end < 0 else min(end, near[1])]
        # A line end within a block of code would lead out of the row.
        words, left_out = in_sight(words.replace("\n", " "), at - near[0], room)
        before = len(drawn)
        drawn.append(words)
        moved, match = before - near[0] - left_out, ink("match")
        for mark in passage.marks:
            drawn.stylize(match, mark.start + moved, mark.end + moved)
        if tags:
            drawn.append(" " * (room - cell_len(words) + 2)).append(tags, style=ink("quiet"))
        if section:
            drawn.append(" " * (width - 1 - aside - drawn.cell_len))
            name = Text(f"§ {section}", style=ink("quiet"), no_wrap=True)
            name.truncate(aside, overflow="ellipsis")
            drawn.append_text(name)
        return drawn


def section_room(width: int) -> int:
    """Return the cells for the name of a section, in lines of so many: from a quarter to a third.

    The sign before it is counted.
    """
    return min(max(width // 4, width - _WORDS), width // 3)


def hits_counted(count: int) -> str:
    """Return how many hits there are, in words."""
    return "1 hit" if count == 1 else f"{count} hits"


def marked(passage: Passage, match: Style) -> Text:
    """Return the words around a passage with those found picked out."""
    words = Text(passage.around)
    for mark in passage.marks:
        words.stylize(match, mark.start, mark.end)
    return words


def _begin(around: str, at: int) -> int:
    """Return where the block begins that a place lies in."""
    before = around.rfind(JOINT, 0, at)
    return 0 if before < 0 else before + len(JOINT)


def in_sight(words: str, at: int, room: int) -> tuple[str, int]:
    """Return as much of a text as there is room for, in cells, so that a place in it is seen.

    With it, how many code points all that is left is moved to the left.
    """
    left_out = 0
    if cell_len(words) > room and cell_len(words[:at]) > room * _LEAD:
        begin = at
        lead = round(room * _LEAD)
        while begin and cell_len(words[begin - 1 : at]) <= lead:
            begin -= 1
        blank = words.find(" ", begin, at)
        begin = blank + 1 if blank >= 0 else begin
        words, left_out = f"…{words[begin:]}", begin - 1
    if cell_len(words) > max(1, room):
        words = set_cell_size(words, max(1, room) - 1) + "…"
    return words, left_out
