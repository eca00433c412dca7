"""The list of hits: a line for each article, and below it one for each passage found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from postil.model.article import JOINT
from postil.model.note import Colour
from postil.model.values import NamedTuple, dataclass
from postil.text.clean import clean_line
from postil.tui.screens.search.language import language
from postil.tui.screens.search.search_keys import LIST
from postil.tui.theme import SIGNS

if TYPE_CHECKING:
    from postil.library.catalogue.live_search import FoundArticle, Passage

POINTER = "► "
FEW, SOME = 4, 12
"""Passages that are listed of an article where many articles, or some, have any."""

_LEAD = 0.3
"""Share of a line that is given to what stands before the words found."""


class Listed(NamedTuple):
    """A line of the list that can be pointed at."""

    article: FoundArticle
    passage: Passage | None
    """None for an article of which nothing but itself was asked."""
    number: int
    """Of the passage among those of its article, from 0."""


class HitList(ScrollView, can_focus=True):
    """Hits of which one is pointed at; it draws only those in view."""

    DEFAULT_CSS = """
    HitList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        background: transparent;
        color: $foreground;
        & > .hits--title { color: $heading; text-style: bold; }
        & > .hits--quiet { color: $text-muted; }
        & > .hits--match { color: $accent; text-style: bold underline; }
        & > .hits--yellow { color: $sign-yellow; }
        & > .hits--green { color: $sign-green; }
        & > .hits--blue { color: $sign-blue; }
        & > .hits--pink { color: $sign-pink; }
        & > .hits--orange { color: $sign-orange; }
        & > .hits--pointed { background: $pointed; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hits--title",
        "hits--quiet",
        "hits--match",
        "hits--pointed",
        *(f"hits--{colour}" for colour in Colour),
    }

    BINDINGS: ClassVar[list[BindingType]] = LIST

    FURTHER_KEYS = language()

    pointed: reactive[int] = reactive(0)
    """The number of the hit pointed at."""

    @dataclass
    class Pointed(Message):
        """Another hit is pointed at, or there are other hits."""

    @dataclass
    class Clicked(Message):
        """The hit pointed at was clicked again."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: Sequence[Listed] = ()
        """What can be pointed at, in the order of the lines."""
        self._lines: Sequence[FoundArticle | int] = ()
        """An article with passages below it, or the number of a hit."""
        self._places: Sequence[int] = ()
        """The line of each hit."""

    @property
    def hit(self) -> Listed | None:
        """The hit pointed at."""
        return self.hits[self.pointed] if self.hits else None

    def show(self, articles: Sequence[FoundArticle], of: int, pointed: int = 0) -> None:
        """List what was found; ``of`` is the number of all articles that have some of it."""
        room = self.size.height // of - 1 if of else 0
        most = None if of == 1 else max(room, SOME if of <= 3 else FEW)
        hits: list[Listed] = []
        lines: list[FoundArticle | int] = []
        places: list[int] = []
        for article in articles:
            rows = [Listed(article, one, at) for at, one in enumerate(article.passages[:most])]
            if rows:
                lines.append(article)
            for row in rows or [Listed(article, None, 0)]:
                places.append(len(lines))
                lines.append(len(hits))
                hits.append(row)
        self.hits, self._lines, self._places = hits, lines, places
        self.virtual_size = Size(self.size.width, len(lines))
        self.set_reactive(HitList.pointed, self.validate_pointed(pointed))
        self.follow()
        self.refresh(layout=True)
        self.post_message(self.Pointed())

    # -- pointing

    def validate_pointed(self, pointed: int) -> int:
        """Keep the pointer on a hit that exists."""
        return max(0, min(pointed, len(self.hits) - 1))

    def watch_pointed(self) -> None:
        """Show the hit pointed at, and tell."""
        self.follow()
        self.refresh()
        self.post_message(self.Pointed())

    def follow(self) -> None:
        """Scroll as little as brings the hit into view, and the article above it."""
        height = self.scrollable_content_region.height
        if not height or not self.hits:
            return
        at, top = self._places[self.pointed], round(self.scroll_y)
        first = at - 1 if at and not isinstance(self._lines[at - 1], int) else at
        if first < top or at >= top + height:
            self.scroll_to(
                y=first if first < top else at - height + 1, animate=False, immediate=True
            )

    @property
    def page(self) -> int:
        """Hits of a page, less one that is seen twice."""
        return max(1, self.size.height - 1)

    def on_resize(self) -> None:
        """Keep the hit pointed at in view."""
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.follow()

    def on_click(self, event: events.Click) -> None:
        """Point at the hit that was clicked; tell when it is clicked again."""
        event.stop()
        at = event.y + round(self.scroll_y)
        line = self._lines[at] if 0 <= at < len(self._lines) else None
        if isinstance(line, int):
            again, self.pointed = line == self.pointed, line
            if again:
                self.post_message(self.Clicked())

    def action_move(self, by: int) -> None:
        """Point at a hit further down, or up."""
        self.pointed += by

    def action_page(self, by: int) -> None:
        """Point a page further down, or up."""
        self.pointed += by * self.page

    def action_end(self, at: int) -> None:
        """Point at the first hit, or the last."""
        self.pointed = at % max(1, len(self.hits))

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.scrollable_content_region.width
        at = y + round(self.scroll_y)
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[at]
        pointed = line == self.pointed and isinstance(line, int)
        if isinstance(line, int):
            hit = self.hits[line]
            drawn = self._passage(hit, width) if hit.passage else self._article(hit.article, width)
            drawn = Text(POINTER if pointed else " " * len(POINTER)).append_text(drawn)
        else:
            drawn = self._article(line, width + len(POINTER))
        drawn.truncate(width, overflow="crop", pad=True)
        base = self.get_component_rich_style("hits--pointed") if pointed else self.rich_style
        drawn.stylize_before(base)
        return Strip(drawn.render(self.app.console), width)

    def ink(self, name: str) -> Style:
        """Return a style of the list without a background, as the line has its own."""
        style = self.get_component_rich_style(f"hits--{name}", partial=True)
        return Style(color=style.color, bold=style.bold, underline=style.underline)

    def _article(self, article: FoundArticle, width: int) -> Text:
        """Draw the title of an article, and what is known of it at the right."""
        facts = clean_line(", ".join(one for one in (article.outlet, article.date) if one))
        count = len(article.passages)
        counted = hits_counted(count) if count else ""
        room = width - len(POINTER) - 1
        told = "  ".join(one for one in (facts, counted) if one)
        if cell_len(told) > room // 2:
            told = counted
        title = Text(clean_line(article.title), style=self.ink("title"), no_wrap=True)
        title.truncate(room - cell_len(told) - 2 if told else room, overflow="ellipsis")
        gap = max(1, room - title.cell_len - cell_len(told))
        return title.append(" " * gap, style=Style(underline=False)).append(
            told, style=self.ink("quiet")
        )

    def _passage(self, hit: Listed, width: int) -> Text:
        """Draw a passage so that the words found are in sight, a note with its sign."""
        passage = hit.passage
        assert passage is not None
        drawn = Text(no_wrap=True)
        tags = ""
        if passage.note:
            drawn.append(f"{SIGNS[passage.colour]} ", style=self.ink(str(passage.colour)))
            tags = clean_line(" ".join(f"#{tag}" for tag in passage.tags))
        room = width - len(POINTER) - drawn.cell_len - 1
        if tags and cell_len(tags) > room // 3:
            tags = set_cell_size(tags, room // 3 - 1) + "…"
        room -= cell_len(tags) + 2 if tags else 0
        at = passage.marks[0].start if passage.marks else 0
        words = marked(passage, self.ink("match"))
        begin = _begin(passage.around, at)
        end = passage.around.find(JOINT, at)
        words = words[begin : len(words) if end < 0 else end]
        words = in_sight(words, at - begin, room)
        drawn.append_text(words)
        if tags:
            drawn.append(" " * (room - words.cell_len + 2)).append(tags, style=self.ink("quiet"))
        return drawn


def hits_counted(count: int) -> str:
    """Return how many hits there are, in words."""
    return "1 hit" if count == 1 else f"{count} hits"


def marked(passage: Passage, match: Style) -> Text:
    """Return the words around a passage, with those that were found picked out."""
    words = Text(passage.around)
    for mark in passage.marks:
        words.stylize(match, mark.start, mark.end)
    return words


def _begin(around: str, at: int) -> int:
    """Return where the block begins that a place lies in."""
    before = around.rfind(JOINT, 0, at)
    return 0 if before < 0 else before + len(JOINT)


def in_sight(words: Text, at: int, room: int) -> Text:
    """Return as much of a text as there is room for, in cells, so that a place in it is seen."""
    if words.cell_len > room and cell_len(words.plain[:at]) > room * _LEAD:
        begin = at
        lead = round(room * _LEAD)
        while begin and cell_len(words.plain[begin - 1 : at]) <= lead:
            begin -= 1
        blank = words.plain.find(" ", begin, at)
        begin = blank + 1 if blank >= 0 else begin
        words = Text("…", no_wrap=True).append_text(words[begin:])
    words.truncate(max(1, room), overflow="ellipsis")
    return words
