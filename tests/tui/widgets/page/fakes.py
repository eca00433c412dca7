"""A page without a terminal: its parts, wired to a view that only remembers what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.style import Style

from postil.model.article import Article, Block, BlockKind, Inline, Section
from postil.model.note import Colour
from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.tui.widgets.page.current_paragraph import CurrentParagraph
from postil.tui.widgets.page.key_sequence import KeySequence
from postil.tui.widgets.page.link_labels import LinkLabels
from postil.tui.widgets.page.note_marks import Highlight, NoteMarks
from postil.tui.widgets.page.page_styles import PageStyles
from postil.tui.widgets.page.pointer import Pointer
from postil.tui.widgets.page.reading_mode import ReadingMode
from postil.tui.widgets.page.selecting.mode import SelectionMode
from postil.tui.widgets.page.viewport import Viewport

MEASURE = 40


QUIET, MATCH, CHOSEN = Style(dim=True), Style(bgcolor="blue"), Style(bgcolor="green")
CARET = Style(reverse=True)


class Made(NamedTuple):
    """Styles that tell layers apart."""

    now: PageStyles = PageStyles(
        attribution=QUIET,
        match=MATCH,
        chosen=CHOSEN,
        caret=CARET,
        marks=dict.fromkeys(Colour, Style(bgcolor="red")),
        signs=dict.fromkeys(Colour, Style()),
    )


@dataclass
class FakeView:
    """A widget of some cells by some rows, that scrolls at once and draws nothing."""

    room: tuple[int, int] = (60, 10)
    top: int = 0
    scrolled: Callable[[], None] = lambda: None
    """What follows a scroll."""
    timers: list[Callable[[], None]] = field(default_factory=list)
    drawn: int = 0
    """How often all was drawn anew."""
    landmarks: int = 0
    """How often what is told of landmarks was drawn anew."""
    forgotten: list[int] = field(default_factory=list)
    published: int = 0
    refreshed: int = 0

    def show_rows(self, top: int) -> None:
        if top != self.top:
            self.top = top
            self.scrolled()

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> None:
        assert delay > 0
        self.timers.append(callback)

    def run_timers(self) -> None:
        """Let all time pass that somebody waits for."""
        for _ in range(10_000):
            if not self.timers:
                return
            self.timers.pop(0)()
        raise AssertionError("the timers never end")

    def redraw(self, *, landmarks: bool = False) -> None:
        self.drawn += 1
        self.landmarks += landmarks

    def forget(self, *blocks: int) -> None:
        self.forgotten += blocks

    def publish_place(self) -> None:
        self.published += 1

    def refresh_bindings(self) -> None:
        self.refreshed += 1


@dataclass
class FakeReports:
    """Remembers what was reported, in order."""

    told: list[tuple[object, ...]] = field(default_factory=list)

    def jumping(self, place: ReadingPosition) -> None:
        self.told.append(("jumping", place.top))

    def nothing(self, said: str) -> None:
        self.told.append(("nothing", said))

    def waiting(self, shown: str) -> None:
        self.told.append(("waiting", shown))

    def letter_given(self, prefix: str, letter: str) -> None:
        self.told.append(("letter", prefix, letter))

    def selected(self) -> None:
        self.told.append(("selected",))

    def mark_wanted(self, span: Span, colour: Colour) -> None:
        self.told.append(("mark", span, colour))

    def note_pointed_at(self, note: str) -> None:
        self.told.append(("note", note))

    def link_wanted(self, link: Inline, words: str) -> None:
        self.told.append(("link", link.target, words))

    def taken(self) -> list[tuple[object, ...]]:
        """Return what was reported since this was asked last."""
        told, self.told = self.told, []
        return told


@dataclass
class FakeKeyboard:
    """Keys with their bindings' ids, and where they went."""

    bound: dict[str, str] = field(default_factory=dict)
    focused: bool = True
    ran: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    timers: list[Callable[[], None]] = field(default_factory=list)

    def binding_id(self, key: str) -> str | None:
        return self.bound.get(key)

    async def run_binding(self, key: str) -> bool:
        self.ran.append(key)
        return True

    def pass_on(self, key: str, character: str | None) -> None:
        self.passed.append(key)

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> None:
        self.timers.append(callback)


@dataclass
class Findings:
    """What was found on the page."""

    match_now: Span | None = None
    quiet_spans: Sequence[Span] = ()


class Parts:
    """The parts of a page, as the view wires them, without the view."""

    def __init__(self, article: Article, room: tuple[int, int] = (60, 10)) -> None:
        self.view = FakeView(room)
        self.reports = FakeReports()
        self.findings = Findings()
        self.keyboard = FakeKeyboard()
        self.viewport = Viewport(self.view, article, MEASURE)
        self.marks = NoteMarks(self.view, self.viewport)
        self.paragraph = CurrentParagraph(self.view, self.viewport, self.marks, self.reports)
        self.keys = KeySequence(self.keyboard, self.reports)
        self.links = LinkLabels(self.view, self.viewport, self.reports)
        self.reading = ReadingMode(
            self.viewport, self.paragraph, self.marks, self.keys, self.reports
        )
        self.selecting = SelectionMode(
            self.view, self.viewport, self.paragraph, self.findings, self.keys, self.reports
        )
        self.pointer = Pointer(
            self.viewport, self.paragraph, self.selecting, self.marks, self.links, self.reports
        )
        self.view.scrolled = self.paragraph.keep_in_sight
        self.viewport.fit()

    @property
    def article(self) -> Article:
        return self.viewport.article

    def at(self, words: str) -> int:
        """Return where words stand in the article."""
        return self.article.text.index(words)

    def words(self, span: Span | None) -> str | None:
        return None if span is None else self.viewport.words(span)

    def count(self, digits: str) -> None:
        """Type a count."""
        for digit in digits:
            self.keys.pending.add_digit(digit)

    def screen(self) -> list[str]:
        """Return the words of each row on screen."""
        found = []
        for row in range(self.viewport.top, self.viewport.top + self.viewport.rows_on_screen):
            position = self.viewport.position_if_any(row)
            if position is None or position[1] < 0:
                found.append("")
                continue
            block, within = position
            shown = self.viewport.typeset.rows(block)[within]
            found.append(self.article.blocks[block].text[shown.start : shown.end])
        return found


def article(*texts: str, complete: bool = True) -> Article:
    """Make an article of paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    return Article("made.txt", blocks, complete=complete)


def numbered(count: int, rows: int = 1, complete: bool = True) -> Article:
    """Make an article of paragraphs of some rows each, the first word of each being its number."""
    texts = [" ".join([str(at), *["abcdefgh"] * (4 * rows - 1)]) for at in range(count)]
    return article(*texts, complete=complete)


def sectioned(count: int, heads: Sequence[int], complete: bool = True) -> Article:
    """Make an article of paragraphs in which sections begin at some blocks."""
    plain = numbered(count, complete=complete)
    sections = tuple(
        Section(at, f"s{at}", 1, "body", Span(plain.starts[first], plain.length), first, last)
        for at, (first, last) in enumerate(zip(heads, [*heads[1:], count], strict=True))
    )
    return Article("made.txt", plain.blocks, sections, complete=complete)


def highlights(*spans: tuple[int, int]) -> tuple[Highlight, ...]:
    """Make highlights with notes n0, n1 and so on."""
    return tuple(
        Highlight(Span(*span), Colour.BLUE, f"n{index}") for index, span in enumerate(spans)
    )
