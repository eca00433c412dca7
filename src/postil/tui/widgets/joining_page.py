"""The page while several passages are chosen, to be joined into one quotation."""

from __future__ import annotations

from collections.abc import Sequence

from postil import caret
from postil.caret import Selection
from postil.model.article import Article
from postil.model.span import Span
from postil.tui.widgets.page_keys import JOINING
from postil.tui.widgets.selecting_page import SelectingPage

NOTHING_TO_JOIN = "No words are left here to join to what is chosen."


class JoiningPage(SelectingPage):
    """Keeps what was chosen while more is; only copying and citing take all of it."""

    BINDINGS = JOINING

    def __init__(self, article: Article, measure: int) -> None:
        super().__init__(article, measure)
        self.kept: tuple[Span, ...] = ()
        """The passages that were chosen before the one of the selection, as they came."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a passage be joined only to another one."""
        if action == "join":
            return self.selection is not None
        return super().check_action(action, parameters)

    @property
    def passages(self) -> tuple[Span, ...]:
        """All that is chosen; nothing in reading mode."""
        return () if self.passage is None else (*self.kept, self.passage)

    def chosen(self) -> Sequence[Span]:
        """Return what is shown as chosen: what is kept as well."""
        return (*self.kept, *super().chosen())

    def select(self, selection: Selection | None) -> None:
        """Choose a passage beside those that are kept, or nothing at all."""
        if selection is None:
            self.kept = ()
        super().select(selection)

    def drop(self) -> None:
        """Drop the passage chosen last; the one before it may be changed again."""
        if not self.kept:
            self.select(None)
            return
        *before, last = self.kept
        self.kept = tuple(before)
        self.select(Selection.over(last, extended=True))
        self.reveal(last.start)

    def action_join(self) -> None:
        """Keep what is chosen, and choose the next sentence beside it."""
        if self.passage is None:
            return
        following = self._following(self.passage)
        if following is None:
            self.post_message(self.Nothing(NOTHING_TO_JOIN))
            return
        self.kept = (*self.kept, self.passage)
        self.select(Selection.over(following))
        self.reveal(following.start)

    def action_select(self) -> None:
        """Choose a sentence; when one is chosen already, begin to extend.

        A sentence that another is to be joined by gives way to one that the reader has gone to
        since: to that of a match, or to the first one in sight.
        """
        selection = self.selection
        if self.kept and selection is not None and not selection.extended and self._has_gone():
            self.select_sentence()
        else:
            super().action_select()

    def _has_gone(self) -> bool:
        """Tell whether the reader has found words elsewhere, or left what is chosen behind."""
        if self.passage is None:
            return False
        if self.match_now is not None and self._in_sight(self.match_now.start):
            return not self.passage.covers(self.match_now)
        return not self._in_sight(self.passage.start)

    def _following(self, passage: Span) -> Span | None:
        """Return the sentence behind a passage, or at the end the one before it.

        Attributions are passed over: a quotation does without them.
        """
        for step, at in ((1, passage.end - 1), (-1, passage.start)):
            found = at
            while (further := caret.sentence(self.article, found, step)) != found:
                found = further
                span = caret.sentence_at(self.article, found)
                quiet = any(one.covers(span) for one in self.quiet_spans)
                if not quiet and not any(span.overlaps(one) for one in (*self.kept, passage)):
                    return span
        return None
