"""Choosing again what was chosen last, or else what was copied last, in this article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from postil import library
from postil.model.span import Span
from postil.tui.screens.reader.stage import Key, Stage, Verbs

if TYPE_CHECKING:
    from postil.library.articles.following import Following
    from postil.library.base.open_article import OpenArticle

NOTHING = "Nothing was chosen or copied in this article yet: v chooses words."
GONE = "The words chosen last are no longer in the article."


class Passage(NamedTuple):
    """Some words, and where they stood."""

    span: Span
    words: str


class Remembered(NamedTuple):
    """What was chosen and what was copied last in an article."""

    chosen: tuple[Passage, ...] = ()
    copied: tuple[Passage, ...] = ()


Memory = dict[str, Remembered]
"""What was done in each article since the app began, by its path."""


class Recall:
    """Remembers passages from one time to the next that an article is open."""

    KEYS = (
        Key(
            "select.again",
            "X",
            "Select again",
            "Choose again what was chosen last, or else what was copied last; then c cites it",
        ),
    )

    def __init__(self, stage: Stage, path: Path | None) -> None:
        """Remember what is chosen in the article of a path; None has no next time."""
        self._stage = stage
        self._name = "" if path is None else os.path.realpath(path)
        self.memory: Memory = {}
        """Outlives the screen."""
        self._copied: tuple[Span, ...] = ()

    def verbs(self) -> Verbs:
        """Return what the key does."""
        return {"select.again": self.take}

    def copied(self, spans: Sequence[Span]) -> None:
        """Take note of what was copied."""
        self._copied = tuple(spans)

    def take(self) -> None:
        """Choose again what was chosen last, or copied."""
        before = self.memory.get(self._name, Remembered())
        selecting, article = self._stage.page.selecting, self._stage.article
        passages = selecting.last or self._found(before.chosen)
        passages = passages or self._copied or self._found(before.copied)
        passages = tuple(span for span in passages if span.end <= article.length)
        if passages:
            paragraph = self._stage.page.paragraph
            if not self._stage.page.viewport.in_sight(passages[-1].start):
                paragraph.leave()
            selecting.take(passages)
        elif not article.complete:
            self._stage.say("The article is still being read.")
        else:
            self._stage.say(GONE if before.chosen or before.copied else NOTHING)

    def _found(self, passages: Iterable[Passage]) -> tuple[Span, ...]:
        """Return where words stand by now that stood somewhere before; none if some are gone."""
        text, found = self._stage.article.text, []
        for span, words in passages:
            by = library.passages.moved_by(text, words, span.start)
            if by is None:
                return ()
            found.append(Span(span.start + by, span.end + by))
        return tuple(found)

    def keep(self) -> None:
        """Remember it all for the next time that this article is opened."""
        before = self.memory.get(self._name, Remembered())
        selecting = self._stage.page.selecting
        chosen = self._with_words(selecting.passages or selecting.last)
        copied = self._with_words(self._copied)
        if self._name and (chosen or copied):
            self.memory[self._name] = Remembered(chosen or before.chosen, copied or before.copied)

    def _with_words(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        return tuple(Passage(span, self._stage.page.viewport.words(span)) for span in spans)

    def carry(self, old: OpenArticle, new: OpenArticle, following: Following) -> None:
        """Take the passages along to another version of the article, which is shown now."""
        del old, new
        selecting = self._stage.page.selecting
        selecting.last = tuple(filter(None, map(following.span, selecting.last)))
        self._copied = tuple(filter(None, map(following.span, self._copied)))
