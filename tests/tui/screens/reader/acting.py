"""A stage and a page without a screen, on which one part of the reader screen is tried."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from rich.style import Style

from postil import config
from postil.errors import PostilError
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.model.article import Article
from postil.model.note import Anchor, Colour, Note, OtherText, PlacedNote, Placement, State
from postil.model.placed_notes import PlacedNotes
from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.tui.dialogs.frame.saving import Saving
from postil.tui.screens.reader.stage import Seen
from postil.tui.startup.key_priority import BackgroundTask, KeyPriority
from postil.tui.widgets.margin_text import MarginText

ROWS = 6
"""Rows that the page of the stage has on screen."""


class ActingPage:
    """A page of which every paragraph is one row; it keeps what it was told to show.

    It is all of its parts at once.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.top = 0
        self.current = 0
        self.count = 1
        """The count that is typed before the next key."""
        self.counted = False
        self.has_focus = True
        self.selection: object = None
        self.passage: Span | None = None
        self.passages: tuple[Span, ...] = ()
        self.note_now = ""
        self.lost: tuple[str, ...] = ()
        self.noted: tuple[Any, ...] = ()
        self.pending: tuple[Any, ...] = ()
        self.matches: Any = None
        self.match_now: Span | None = None
        self.mark_letters = ""
        self.quiet_spans: list[Span] = []
        self.rows_on_screen = ROWS
        self.typeset = self
        self.viewport = self.paragraph = self.marks = self.overlays = self
        self.keys = self.selecting = self.reading = self
        self.done: list[object] = []
        """What was done that leaves no other trace."""

    # -- places

    def here(self) -> ReadingPosition:
        return ReadingPosition(self.top_offset(), self.article.starts[self.current])

    def come_to(self, where: ReadingPosition) -> None:
        self.top = self.article.block_at(where.top)
        self.current = self.article.block_at(where.top if where.current is None else where.current)

    def place_offset(self, offset: int, above: int = 0) -> None:
        self.top = max(0, self.article.block_at(offset) - above)

    def arrive(self, offset: int) -> None:
        self.make_current(self.article.block_at(offset))

    jump = arrive

    def reveal(self, offset: int) -> None:
        self.done.append(("reveal", offset))

    def make_current(self, block: int) -> None:
        self.current = block

    def top_offset(self) -> int:
        return self.article.starts[self.top]

    def row_on_screen(self, offset: int) -> int:
        return self.article.block_at(offset) - self.top

    def position_at(self, row: int) -> tuple[int, int]:
        return min(row, len(self.article.blocks) - 1), 0

    def rows(self, block: int) -> list[Span]:
        return [Span(0, len(self.article.blocks[block].text))]

    # -- what is shown

    def show_attributions(self, spans: list[Span]) -> None:
        self.quiet_spans = spans

    def show_matches(self, matches: Any, now: Span | None = None) -> None:
        self.matches, self.match_now = matches, now

    def show(self, highlights: tuple[Any, ...]) -> None:
        self.noted = highlights

    def show_pending(self, pending: list[Any]) -> None:
        self.pending = tuple(pending)

    @property
    def highlights(self) -> tuple[Any, ...]:
        return tuple(sorted((*self.noted, *self.pending), key=lambda mark: mark.span))

    def show_now(self, note: str) -> None:
        self.note_now = note

    def choose(self, selection: Any) -> None:
        self.selection = selection
        self.passage = None if selection is None else selection.span

    def begin(self) -> None:
        self.done.append("select")

    def focus(self) -> None:
        self.has_focus = True

    def take_count(self, otherwise: int = 1) -> int:
        return self.count if self.counted else otherwise

    def words(self, span: Span) -> str:
        return self.article.text[span.start : span.end]

    def notes(self) -> list[str]:
        span = self.article.block_span(self.current)
        return [one.note for one in self.highlights if one.note and one.span.overlaps(span)]


@dataclass
class ActingMargin:
    """A margin that keeps what it was told to show."""

    current: str = ""
    notes: tuple[PlacedNote, ...] = ()

    loading: bool = True
    text: MarginText = field(default_factory=lambda: MarginText(lambda _: Style(), lambda _: []))

    def show(self, notes: PlacedNotes, stood: object, end: int, *, loading: bool) -> None:
        self.notes, self.loading = notes.all, loading


@dataclass
class Repeated:
    """Something that is done again and again."""

    seconds: float
    function: Callable[[], object]
    stopped: bool = False

    def stop(self) -> None:
        self.stopped = True


@dataclass
class ActingStage:
    """Does at once what a thread would do, unless it is told to hold it back."""

    article: Article
    home: Home
    open_article: OpenArticle | None
    page: Any
    settings: Any
    width: int = 160
    said: list[str] = field(default_factory=list)
    complained: list[PostilError] = field(default_factory=list)
    answers: list[Any] = field(default_factory=list)
    """What the dialogs will answer, in their order."""
    asked: list[Any] = field(default_factory=list)
    not_stored: list[PostilError] = field(default_factory=list)
    """What dialogs were told that would not have closed."""
    groups: list[str] = field(default_factory=list)
    """The groups of what was done in threads, as it came."""
    holding: bool = False
    held: list[Callable[[], object]] = field(default_factory=list)
    waiting: list[tuple[float, Callable[[], object]]] = field(default_factory=list)
    repeated: list[Repeated] = field(default_factory=list)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    back: Callable[[], object] = lambda: None
    """What is done when the terminal gets the focus again."""
    hushed: int = 0
    updates: int = 0
    """How often the status line was drawn."""

    async def loaded(self) -> OpenArticle:
        while self.open_article is None:
            await asyncio.sleep(0)
        return self.open_article

    def say(self, text: str, trouble: bool = False, seconds: float = 4) -> None:
        self.said.append(text)

    def complain(self, error: PostilError) -> None:
        self.complained.append(error)

    def give_up_loading(self, error: PostilError) -> None:
        self.complain(error)

    def hush(self) -> None:
        self.hushed += 1

    async def ask(self, dialog: Any, about: int | None = None) -> Any:
        """Answer as it is prepared, once that is stored; what cannot be stored is left."""
        self.asked.append(dialog)
        answer = self.answers.pop(0)
        if answer is not None and isinstance(saving := getattr(dialog, "saving", None), Saving):
            if (error := await saving.store(answer)) is None:
                return answer
            self.not_stored.append(error)
            return None
        return answer

    def update_status(self) -> None:
        self.updates += 1

    def show_hints(self) -> None:
        pass

    def key(self, verb: str) -> str:
        return f"<{verb}>"

    def in_thread(
        self,
        group: str,
        function: Callable[..., object],
        *arguments: object,
        exclusive: bool = False,
        description: str = "",
    ) -> None:
        self.groups.append(group)
        if self.holding:
            self.held.append(partial(function, *arguments))
        else:
            function(*arguments)

    def glance(self, look: Callable[[], Seen], seen: Callable[[Seen], object]) -> None:
        self.in_thread("glance", lambda: seen(look()))

    def let_go(self) -> None:
        """Do what was held back, and hold nothing back any more."""
        self.holding = False
        held, self.held = self.held, []
        for work in held:
            work()

    def in_background(
        self,
        function: Callable[..., Coroutine[Any, Any, None]],
        *arguments: object,
        group: str = "default",
        description: str = "",
        opens: bool = False,
    ) -> None:
        self.tasks.append(asyncio.ensure_future(function(*arguments)))

    async def settle(self) -> None:
        """Wait until nothing goes on in the background."""
        while self.tasks:
            await self.tasks.pop(0)

    def later(self, function: Callable[..., object], *arguments: object) -> None:
        function(*arguments)

    def after(self, seconds: float, function: Callable[[], object]) -> None:
        self.waiting.append((seconds, function))

    def every(self, seconds: float, function: Callable[[], object]) -> Repeated:
        self.repeated.append(Repeated(seconds, function))
        return self.repeated[-1]

    def whenever_back(self, function: Callable[[], object]) -> None:
        self.back = function

    def after_refresh(self, function: Callable[[], object]) -> None:
        function()


def task() -> BackgroundTask:
    """Return work that no key keeps waiting."""
    return BackgroundTask(KeyPriority())


def acting(home: Home, open_article: OpenArticle) -> ActingStage:
    """Return a stage on which an article is open."""
    article = open_article.article
    settings = config.load(os.environ)
    return ActingStage(article, home, open_article, ActingPage(article), settings)


def span_of(article: Article, words: str) -> Span:
    """Return where words stand first in an article."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def placed(
    ident: str,
    span: Span | None,
    state: State = "same",
    quote: str = "some words",
    **others: Any,
) -> PlacedNote:
    """Return a note that no home knows, in its place."""
    start, end = (span.start, span.end) if span is not None else (0, len(quote))
    anchor = Anchor(quote, "", "", start, end, "")
    note = Note(ident, "article", anchor, **{"colour": Colour.YELLOW, **others})
    return PlacedNote(note, Placement(span, state))


def written_twice(ident: str, span: Span) -> PlacedNote:
    """Return a note that was given two texts at once."""
    return placed(ident, span, body="here", also=(OtherText("there"),))


def again(stage: ActingStage) -> OpenArticle:
    """Return the article of a stage as its home knows it by now."""
    assert stage.open_article is not None
    stage.open_article = opening.refreshed(stage.home, stage.open_article)
    return stage.open_article
