"""The page while passages are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.message import Message

from postil import caret
from postil.caret import Selection, Unit
from postil.model.article import Article
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.widgets.keyed_page import KeyedPage
from postil.tui.widgets.page_keys import FURTHER, READING, SELECTING
from postil.tui.widgets.paint import Layer

MOTIONS: dict[str, Callable[[Article, int, int], int]] = {
    "character": caret.character,
    "word": caret.word_start,
    "end": caret.word_end,
}
"""What moves the end of a selection: article, offset, count to offset."""

NO_QUOTATION = "No quotation is in sight."
NO_WIDER = "No wider quotation is around these words."

UNITS: dict[str, Unit] = {
    "sentence": "sentence",
    "paragraph": "paragraph",
    "section": "section",
}
"""What a selection is stretched by as a whole."""


class SelectingPage(KeyedPage):
    """Reading mode and selecting mode, by keyboard alone."""

    BINDING_GROUP_TITLE = "Page"
    # A key of a class hides the same key of the class it derives from, so both tables stand here.
    BINDINGS = [*READING, *SELECTING]
    FURTHER_KEYS = FURTHER

    class Selected(Message):
        """Something else, or nothing any more, is chosen."""

    @dataclass
    class MarkWanted(Message):
        """The reader wants a passage marked."""

        span: Span
        colour: Colour | None
        """None for the colour used last."""

    def __init__(self, article: Article, measure: int) -> None:
        super().__init__(article, measure)
        self.selection: Selection | None = None
        self._wanted_cell: int | None = None
        self._quoted: Span | None = None
        """The words that ``iq`` has chosen last."""

    # -- modes

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys that mean two things mean the one of the present mode."""
        del parameters
        if action in {"extend", "extend_rows", "extend_to", "sentences", "swap"}:
            return self.selection is not None
        if action in {"rows", "first", "last", "paragraphs", "sections", "pages", "halves"}:
            return self.selection is None or action == "halves"
        return True

    @property
    def passage(self) -> Span | None:
        """The passage that is chosen, without blanks at its ends; None in reading mode."""
        if self.selection is None:
            return None
        span = caret.whole_characters(self.article, self.selection.span)
        text = self.words(span)
        start = span.start + len(text) - len(text.lstrip())
        end = span.end - (len(text) - len(text.rstrip()))
        return Span(start, end) if start < end else span

    def chosen(self) -> Sequence[Span]:
        """Return what is shown as chosen."""
        return () if self.selection is None else (self.selection.span,)

    def words(self, span: Span) -> str:
        """Return the words of a span."""
        return self.article.text[span.start : span.end]

    def select(self, selection: Selection | None) -> None:
        """Choose a passage, or nothing; what was chosen before is dropped."""
        self.selection = selection
        self._wanted_cell = None
        if selection is not None:
            self.current = self.article.block_at(selection.head)
        self.redraw()
        self.refresh_bindings()
        self.post_message(self.Selected())

    # -- selecting

    def digit(self, digit: str) -> bool:
        """While words are chosen, 1 to 5 mark them; other digits mean nothing."""
        if self.selection is None:
            return False
        if digit in "12345":
            self._mark(list(Colour)[int(digit) - 1])
        return True

    def completed(self, prefix: str, letter: str) -> None:
        """Choose the words inside the quotation by ``iq``."""
        if prefix == "i" and letter == "q":
            self._inside_quotation()

    def overlays(self, block: int) -> list[Layer]:
        """Lay the selection and its caret over everything else."""
        out = super().overlays(block)
        for chosen in self.chosen():
            span = caret.whole_characters(self.article, chosen)
            if span.overlaps(self.article.block_span(block)):
                out += self.laid(span, self.inks.chosen, block)
        if self.selection is not None:
            head = self.selection.head
            caret_span = caret.whole_characters(self.article, Span(head, head + 1))
            out.append(Layer(caret_span.start, caret_span.end, self.inks.caret))
        return out

    def is_current(self, block: int) -> bool:
        """While words are chosen, they and no paragraph are what keys act on."""
        return self.selection is None and super().is_current(block)

    def action_select(self) -> None:
        """Choose a sentence; when one is chosen already, begin to extend."""
        if not self.article.blocks:
            return
        if self.selection is not None:
            self.select(self.selection.extending())
            return
        self.select_sentence()

    def select_sentence(self) -> None:
        """Choose the sentence of a match that is in sight, or the first one that is."""
        if self.match_now is not None and self._in_sight(self.match_now.start):
            at = self.match_now.start
        else:
            at = max(self.article.starts[self.current], self.top_offset())
            if self.article.block_at(at) != self.current:
                at = self.article.starts[self.current]
            at = self._first_whole_sentence(at)
        self.select(Selection.over(caret.sentence_at(self.article, at)))

    def _first_whole_sentence(self, at: int) -> int:
        span = caret.sentence_at(self.article, at)
        if span.start >= at:
            return at
        following = caret.sentence(self.article, at, 1)
        return following if self._in_sight(following) else at

    def _in_sight(self, offset: int) -> bool:
        return 0 <= self.row_on_screen(offset) < self.rows_on_screen

    def action_select_paragraph(self) -> None:
        """Choose the whole of the current paragraph."""
        if self.article.blocks:
            at = self.selection.head if self.selection else self.article.starts[self.current]
            self.select(Selection.over(caret.paragraph_at(self.article, at)))

    def action_extend(self, motion: str, direction: int) -> None:
        """Move the end of the selection by a motion."""
        if self.selection is None:
            return
        count = direction * self.take_count()
        if motion in UNITS:
            moved = caret.stretch(self.article, self.selection, UNITS[motion], count)
            self.select(moved)
            self.reveal(moved.head)
        else:
            self._head_to(MOTIONS[motion](self.article, self.selection.head, count))

    def action_extend_to(self, end: int) -> None:
        """Move the end of the selection to an end of the article."""
        self._head_to(caret.article_end(self.article) if end else 0)

    def action_extend_rows(self, direction: int) -> None:
        """Move the end of the selection by screen lines."""
        if self.selection is None:
            return
        head, cell = caret.screen_line(
            self.article,
            self.typeset,
            self.selection.head,
            direction * self.take_count(),
            self._wanted_cell,
        )
        self._head_to(head)
        self._wanted_cell = cell

    def action_sentences(self, direction: int) -> None:
        """Before the selection is first extended, move the whole of it; then its end."""
        if self.selection is None:
            return
        if self.selection.extended:
            self.action_extend("sentence", direction)
            return
        moved = caret.select_sentence(self.article, self.selection, direction * self.take_count())
        self.select(moved)
        self.reveal(moved.span.start)

    def action_swap(self) -> None:
        """Go on from the other end."""
        if self.selection is not None:
            self.select(self.selection.swapped())
            self.reveal(self.selection.head)

    def _head_to(self, offset: int) -> None:
        if self.selection is not None:
            self.select(self.selection.to(offset))
            self.reveal(offset)

    def _inside_quotation(self) -> None:
        """Choose the quotation around what is chosen, or around the match; then a wider one."""
        if not self.article.blocks:
            return
        found = self._quotation_wanted()
        if found is None:
            self.post_message(self.Nothing(NO_WIDER if self.selection else NO_QUOTATION))
            return
        self.select(Selection.over(found, extended=True))
        self._quoted = self.passage
        self.reveal(found.start)

    def _quotation_wanted(self) -> Span | None:
        passage, match = self.passage, self.match_now
        if self.selection is None or passage is None:
            return self._quotation_near()
        if match is not None and not self.selection.extended and passage.covers(match):
            around = caret.quotation_around(self.article, match)
            if around is not None:
                return around
        wider = caret.quotation_around(self.article, passage)
        if wider is not None or self._quoted == passage:
            return wider
        at = caret.quotation_at(self.article, passage.start)
        return at or caret.first_quotation(self.article, passage)

    def _quotation_near(self) -> Span | None:
        """Return the quotation at the match, or the first one in sight from the current paragraph.

        Where none follows on the screen, it is the first one on the screen.
        """
        match = self.match_now
        if match is not None and self._in_sight(match.start):
            around = caret.quotation_around(self.article, match)
            if around is not None:
                return around
        first, last = self.visible_blocks()
        starts = self.article.starts
        here, end = starts[self.current], self.article.block_span(last).end
        return caret.first_quotation(self.article, Span(here, max(here, end))) or (
            caret.first_quotation(self.article, Span(starts[first], end))
        )

    def _mark(self, colour: Colour) -> None:
        if (passage := self.passage) is not None:
            self.post_message(self.MarkWanted(passage, colour))
