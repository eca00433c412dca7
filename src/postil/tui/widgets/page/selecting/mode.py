"""Selecting mode: the passage that is chosen, those kept to be joined to it, and its keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from postil import caret
from postil.caret import Selection
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.widgets.page.current_paragraph import CurrentParagraph
from postil.tui.widgets.page.key_sequence import Counts, Prefix, Verb
from postil.tui.widgets.page.selecting import choices
from postil.tui.widgets.page.selecting.asked import Findings, SelectingView, SelectionReports
from postil.tui.widgets.page.viewport import Viewport

NO_QUOTATION = "No quotation is in sight."
NO_WIDER = "No wider quotation is around these words."
NOTHING_TO_JOIN = "No words are left here to join to what is chosen."

EXTENSIONS = {f"extend_{motion}": motion for motion in choices.MOTIONS | choices.UNITS}
"""The motions by their verbs, such as ``extend_word``."""

EXTENDING = EXTENSIONS.keys() | {"extend_rows", "extend_to", "sentences", "swap", "join"}
"""Verbs of keys that mean something only while words are chosen."""

READING = frozenset({"rows", "first", "last", "paragraphs", "sections", "pages"})
"""Verbs of keys that mean something else while words are chosen."""


class SelectionMode:
    """Chooses words by keyboard alone; only copying and citing take all that is kept."""

    def __init__(
        self,
        view: SelectingView,
        viewport: Viewport,
        paragraph: CurrentParagraph,
        findings: Findings,
        counts: Counts,
        reports: SelectionReports,
    ) -> None:
        self._view = view
        self._viewport = viewport
        self._paragraph = paragraph
        self._findings = findings
        self._counts = counts
        self._reports = reports
        self.selection: Selection | None = None
        """What is being chosen; None in reading mode."""
        self.kept: tuple[Span, ...] = ()
        """The passages that were chosen before it, to be joined, as they came."""
        self.last: tuple[Span, ...] = ()
        """All that was chosen when the mode was left last."""
        self._wanted_cell: int | None = None
        self._quoted: Span | None = None
        """The words that ``iq`` has chosen last."""

    @property
    def verbs(self) -> dict[str, Verb]:
        """What its keys are bound to."""
        return {
            "select": self.begin,
            "select_paragraph": self.choose_paragraph,
            **{verb: partial(self.extend, motion) for verb, motion in EXTENSIONS.items()},
            "extend_rows": self.extend_rows,
            "extend_to": self.extend_to,
            "sentences": self.sentences,
            "swap": self.swap,
            "join": self.join,
        }

    @property
    def prefix(self) -> Prefix:
        """The prefix of ``iq``."""
        return Prefix(lambda: "q inside the quotation", self._inside)

    def allows(self, verb: str) -> bool:
        """Let keys that mean two things mean the one of the present mode."""
        if verb in EXTENDING:
            return self.selection is not None
        return verb not in READING or self.selection is None

    # -- what is chosen

    @property
    def passage(self) -> Span | None:
        """The passage that is chosen, without blanks at its ends; None in reading mode."""
        if self.selection is None:
            return None
        return choices.without_blanks(self._viewport.article, self.selection.span)

    @property
    def passages(self) -> tuple[Span, ...]:
        """All that is chosen; nothing in reading mode."""
        passage = self.passage
        return () if passage is None else (*self.kept, passage)

    @property
    def shown(self) -> tuple[Span, ...]:
        """What is drawn as chosen, in whole characters."""
        now = () if self.selection is None else (self.selection.span,)
        article = self._viewport.article
        return tuple(caret.whole_characters(article, span) for span in (*self.kept, *now))

    @property
    def caret(self) -> Span | None:
        """The character at the end that moves; None in reading mode."""
        if self.selection is None:
            return None
        head = self.selection.head
        return caret.whole_characters(self._viewport.article, Span(head, head + 1))

    def choose(self, selection: Selection | None) -> None:
        """Choose a passage beside those that are kept, or nothing at all."""
        if selection is None:
            self.last = self.passages or self.last
        self.selection = selection
        self._wanted_cell = None
        if selection is None:
            self.kept = ()
        else:
            self._paragraph.follow(selection.head)
        self._view.redraw()
        self._view.refresh_bindings()
        self._reports.selected()

    def drop(self) -> None:
        """Drop the passage chosen last; the one before it may be changed again."""
        if not self.kept:
            self.choose(None)
            return
        *before, last = self.kept
        self.kept = tuple(before)
        self._show(Selection.over(last, extended=True), last.start)

    def digit(self, digit: str) -> bool:
        """Mark the passage by 1 to 5; tell whether digits are no counts, as in reading mode."""
        passage = self.passage
        if passage is not None and digit in "12345":
            self._reports.mark_wanted(passage, list(Colour)[int(digit) - 1])
        return passage is not None

    # -- beginning

    def take(self, passages: Sequence[Span]) -> None:
        """Choose some passages as they were chosen before, the last of them to be changed."""
        *before, last = passages
        self.last = self.passages or self.last
        self.kept = tuple(before)
        self._show(Selection.over(last, extended=True), last.start)

    def begin(self) -> None:
        """Choose a sentence; when one is chosen already, begin to extend.

        A sentence that another is to be joined by gives way to one that the reader has gone to
        since: to that of a match, or to the first one in sight.
        """
        selection = self.selection
        if not self._viewport.article.blocks:
            return
        if selection is None or (self.kept and not selection.extended and self._has_gone()):
            self._choose_sentence()
        else:
            self.choose(selection.extending())

    def _choose_sentence(self) -> None:
        """Choose the sentence of a match that is in sight, or the first one that is."""
        viewport, match = self._viewport, self._match_in_sight()
        if match is not None:
            at = match.start
        else:
            start, top = self._paragraph.start, viewport.top_offset()
            at = choices.first_sentence(viewport.article, start, top, viewport.in_sight)
        self.choose(Selection.over(caret.sentence_at(viewport.article, at)))

    def _has_gone(self) -> bool:
        """Tell whether the reader has found words elsewhere, or left what is chosen behind."""
        passage, match = self.passage, self._match_in_sight()
        if passage is None:
            return False
        if match is not None:
            return not passage.covers(match)
        return not self._viewport.in_sight(passage.start)

    def _match_in_sight(self) -> Span | None:
        match = self._findings.match_now
        return match if match is not None and self._viewport.in_sight(match.start) else None

    def choose_paragraph(self) -> None:
        """Choose the whole of the current paragraph."""
        if self._viewport.article.blocks:
            at = self.selection.head if self.selection else self._paragraph.start
            self.choose(Selection.over(caret.paragraph_at(self._viewport.article, at)))

    # -- extending

    def extend(self, motion: str, direction: int) -> None:
        """Move the end of the selection by a motion."""
        if self.selection is not None:
            count = direction * self._counts.take_count()
            moved = choices.moved(self._viewport.article, self.selection, motion, count)
            self._show(moved, moved.head)

    def extend_to(self, end: int) -> None:
        """Move the end of the selection to an end of the article."""
        if self.selection is not None:
            offset = caret.article_end(self._viewport.article) if end else 0
            self._show(self.selection.to(offset), offset)

    def extend_rows(self, direction: int) -> None:
        """Move the end of the selection by screen lines."""
        if self.selection is None:
            return
        article, typeset = self._viewport.article, self._viewport.typeset
        head, count = self.selection.head, direction * self._counts.take_count()
        head, cell = caret.screen_line(article, typeset, head, count, self._wanted_cell)
        self._show(self.selection.to(head), head)
        self._wanted_cell = cell

    def sentences(self, direction: int) -> None:
        """Before the selection is first extended, move the whole of it; then its end."""
        if self.selection is None:
            return
        article, count = self._viewport.article, direction * self._counts.take_count()
        if self.selection.extended:
            moved = caret.stretch(article, self.selection, "sentence", count)
            self._show(moved, moved.head)
        else:
            moved = caret.select_sentence(article, self.selection, count)
            self._show(moved, moved.span.start)

    def swap(self) -> None:
        """Go on from the other end."""
        if self.selection is not None:
            swapped = self.selection.swapped()
            self._show(swapped, swapped.head)

    def join(self) -> None:
        """Keep what is chosen, and choose the next sentence beside it."""
        passages = self.passages
        if not passages:
            return
        quiet = self._findings.quiet_spans
        following = choices.sentence_to_join(self._viewport.article, passages, quiet)
        if following is None:
            self._reports.nothing(NOTHING_TO_JOIN)
            return
        self.kept = passages
        self._show(Selection.over(following), following.start)

    def _inside(self, letter: str) -> None:
        """By ``iq`` choose the quotation around what is chosen, or around the match."""
        if letter != "q" or not self._viewport.article.blocks:
            return
        found = self._quotation()
        if found is None:
            self._reports.nothing(NO_WIDER if self.selection else NO_QUOTATION)
            return
        self.choose(Selection.over(found, extended=True))
        self._quoted = self.passage
        self._viewport.reveal(found.start)
        self._viewport.sideways.follow(found.start)

    def _quotation(self) -> Span | None:
        viewport, passage = self._viewport, self.passage
        if self.selection is not None and passage is not None:
            match, extended = self._findings.match_now, self.selection.extended
            return choices.quotation_meant(viewport.article, passage, extended, match, self._quoted)
        blocks, match = viewport.visible_blocks(), self._match_in_sight()
        return choices.quotation_in_sight(viewport.article, blocks, self._paragraph.index, match)

    def _show(self, selection: Selection, offset: int) -> None:
        """Choose a passage, and bring a code point of it into sight."""
        self.choose(selection)
        self._viewport.reveal(offset)
        self._viewport.sideways.follow(offset)
