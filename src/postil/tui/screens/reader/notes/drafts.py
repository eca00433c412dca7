"""Notes that were begun and not finished: they are told of, and follow their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from postil import library
from postil.errors import CannotWrite
from postil.model.article import Block
from postil.model.span import Span
from postil.text.quotes import in_marks
from postil.tui.screens.reader.stage import Stage
from postil.tui.startup.key_priority import BackgroundTask, Cancelled

if TYPE_CHECKING:
    from postil.library.articles.following import Following
    from postil.library.base.open_article import OpenArticle
    from postil.library.notes.drafts import Draft


TOLD_FIRST = 4.0
"""Seconds that a reader has for what is told before."""


class Drafts:
    """Knows where a note was left unfinished in the article that is shown."""

    def __init__(self, stage: Stage, task: BackgroundTask) -> None:
        self._stage = stage
        self._task = task
        self.passages: list[Span] = []
        """Where a note was left unfinished while this article is open."""
        self._looked_in: tuple[Block, ...] = ()
        """The article in which unfinished notes were looked for last."""

    def look_for(self, open_article: OpenArticle) -> None:
        """Look once for notes that were begun on this article before."""
        if self._looked_in is not open_article.article.blocks:
            self._looked_in = open_article.article.blocks
            self._stage.in_thread("drafts", self._look_for, open_article)

    def _look_for(self, open_article: OpenArticle) -> None:
        # What became of the notes of a new version is told first.
        home = self._stage.home
        wait = 0.0 if library.versions.met(home, open_article) else TOLD_FIRST
        with suppress(Cancelled):
            if left := library.drafts.left(home, open_article, self._task.step):
                tell = partial(self._stage.say, left_unfinished(left))
                self._stage.later(self._stage.after, wait, tell)

    def carry(self, old: OpenArticle, new: OpenArticle, following: Following) -> None:
        """Take unfinished notes along to where their words are in another version."""
        places = {span: following.span(span) for span in self.passages}
        carried = {span: there for span, there in places.items() if there is not None}
        self.passages = list(carried.values())
        if carried:
            self._stage.in_thread("carry drafts", self._carry, carried, old, new)

    def _carry(self, carried: Mapping[Span, Span], old: OpenArticle, new: OpenArticle) -> None:
        home = self._stage.home
        for span, there in carried.items():
            if text := library.local_state.draft(home, old, span):
                try:
                    library.local_state.keep_draft(home, new, there, text)
                except CannotWrite as error:
                    self._stage.later(self._stage.complain, error)
                else:
                    library.local_state.drop_draft(home, old, span)


def left_unfinished(left: Sequence[Draft]) -> str:
    """Return a sentence about where a note was begun and not finished."""
    first = left[0]
    words = in_marks(library.labels.shortened(first.quote))
    more = f", and {len(left) - 1} more" if len(left) > 1 else ""
    if first.span is None:
        return f"An unfinished note is kept on words that are gone: {words}{more}."
    return f"An unfinished note is kept on {words}{more}: a there opens it."
