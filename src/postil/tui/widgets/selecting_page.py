"""The page while passages are chosen, and keys that wait for another key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message

from postil import caret
from postil.caret import Selection, Unit
from postil.model.article import Article
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.widgets.page_keys import READING, SELECTING
from postil.tui.widgets.paint import Layer
from postil.tui.widgets.reading_page import ReadingPage

MOTIONS: dict[str, Callable[[Article, int, int], int]] = {
    "character": caret.character,
    "word": caret.word_start,
    "end": caret.word_end,
}
"""What moves the end of a selection: article, offset, count to offset."""

UNITS: dict[str, Unit] = {
    "sentence": "sentence",
    "paragraph": "paragraph",
    "section": "section",
}
"""What a selection is stretched by as a whole."""


class SelectingPage(ReadingPage):
    """Reading mode and selecting mode, by keyboard alone."""

    BINDING_GROUP_TITLE = "Page"
    # A key of a class hides the same key of the class it derives from, so both tables stand here.
    BINDINGS = [*SELECTING, *READING]

    @dataclass
    class Selected(Message):
        """Something else, or nothing any more, is chosen."""

        selection: Selection | None

    @dataclass
    class MarkWanted(Message):
        """The reader wants a passage marked."""

        span: Span
        colour: Colour | None
        """None for the colour used last."""

    @dataclass
    class LetterGiven(Message):
        """A prefix has been completed by a letter."""

        prefix: str
        letter: str

    def __init__(self, article: Article, measure: int) -> None:
        super().__init__(article, measure)
        self.selection: Selection | None = None
        self.mark_letters = ""
        """The marks that are set, to be named when one is asked for."""
        self.labels: dict[int, str] = {}
        """Letters to draw over the links on screen, by code point."""
        self._wanted_cell: int | None = None
        self._held: list[events.Key] | None = None

    # -- modes

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys that mean two things mean the one of the present mode."""
        if action in {"extend", "extend_rows", "extend_to", "sentences", "swap"}:
            return self.selection is not None
        if action == "wait":
            return (parameters[0] == "i") == (self.selection is not None)
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
        self.post_message(self.Selected(selection))

    # -- waiting for a key

    async def on_key(self, event: events.Key) -> None:
        """Take digits, whatever follows a prefix, and every key that is bound.

        Textual would look a binding up only when its key has travelled up to the app; of keys that
        come in one burst the later ones would then be handled by this page before the first.
        """
        if self._held is not None:
            self._held.append(event)
        elif self.screen.focused is not self:
            self._pass_on(event)
        elif not await self._obey(event):
            return
        event.stop()
        event.prevent_default()

    async def _obey(self, event: events.Key) -> bool:
        """Do what a key is for; tell whether it is for anything here."""
        if self.pending.prefix:
            self._complete(event)
            return True
        digit = event.character if event.character and event.character in "0123456789" else ""
        if digit and self.selection is not None:
            if digit in "12345":
                self._mark(list(Colour)[int(digit) - 1])
            return True
        if digit and (digit != "0" or self.pending.count):
            self.pending.add_digit(digit)
            self.post_message(self.Waiting(self.pending.shown))
            return True
        found = self.screen.active_bindings.get(event.key)
        if self.pending.count and (found is None or found.binding.id not in self.COUNTED):
            self.cancel()
            return True
        return found is not None and await self.app.run_action(found.binding.action, found.node)

    def hold(self) -> None:
        """Keep the keys that come from now on, for a dialog that is about to open."""
        if self._held is None:
            self._held = []

    def release(self) -> None:
        """Hand the keys that were kept to whatever has the focus now."""
        held, self._held = self._held, None
        for event in held or ():
            self._pass_on(event)

    def _pass_on(self, event: events.Key) -> None:
        focused = self.app.focused
        if focused is not None:
            focused.post_message(events.Key(event.key, event.character))

    def cancel(self) -> bool:
        """Forget a prefix or a count; tell whether there was one."""
        waiting = bool(self.pending)
        self.pending.clear()
        if self.labels:
            self.labels = {}
            self.redraw()
        if waiting:
            self.post_message(self.Waiting(""))
        return waiting

    def action_wait(self, prefix: str) -> None:
        """Wait for the letter that completes a prefix."""
        hint = {
            "i": "q inside the quotation",
            "M": "a-z sets a mark in this article, A-Z in the library",
            "'": f"marks: {' '.join(self.mark_letters) or 'none is set, M sets one'}",
            "f": "",
        }[prefix]  # fmt: skip
        if prefix == "f":
            self._label_links()
            hint = (
                "a letter opens its link" if self.labels else "no link or footnote on this screen"
            )
        self.pending.begin(prefix, f"{hint}, Esc cancels")
        self.post_message(self.Waiting(self.pending.shown))

    def _complete(self, event: events.Key) -> None:
        prefix, letter = self.pending.prefix, event.character or ""
        labels = {sign: at for at, sign in self.labels.items()}
        self.cancel()
        if prefix == "i" and letter == "q":
            self._inside_quotation()
        elif prefix in ("M", "'") and letter.isascii() and letter.isalpha():
            self.post_message(self.LetterGiven(prefix, letter))
        elif prefix == "f" and letter in labels:
            self.follow(labels[letter])

    def _label_links(self) -> None:
        """Give a letter to each link on screen; overridden where links are known."""

    def follow(self, offset: int) -> None:
        """Open the link at a code point; overridden where links are known."""

    # -- selecting

    def overlays(self, block: int) -> list[Layer]:
        """Lay the selection and its caret over everything else."""
        out = super().overlays(block)
        if self.selection is not None:
            span = caret.whole_characters(self.article, self.selection.span)
            if span.overlaps(self.article.block_span(block)):
                out.append(Layer(span.start, span.end, self.inks.chosen))
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
        if self.selection is not None:
            found = caret.quotation_at(self.article, self.selection.head)
            if found is not None:
                self.select(Selection.over(found, extended=True))

    def _mark(self, colour: Colour) -> None:
        if (passage := self.passage) is not None:
            self.post_message(self.MarkWanted(passage, colour))
