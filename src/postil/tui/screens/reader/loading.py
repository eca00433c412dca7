"""Reads the rest of an article whose first screenful is shown, and what the home knows of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from postil import library
from postil.errors import PostilError
from postil.model.article import Article
from postil.tui.screens.reader.stage import Stage
from postil.tui.startup.key_priority import Cancelled
from postil.tui.startup.loading_article import LoadingArticle

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.tui.screens.laid_out import LaidOut

LayOut = Callable[[Article, Callable[[], None]], "LaidOut"]
"""Makes an article ready for the screen, in a thread; makes way now and then."""


class ArticleLoader:
    """Loads one article in a thread: all of its text first, then notes and sources."""

    def __init__(
        self,
        stage: Stage,
        opened: LoadingArticle,
        lay_out: LayOut,
        begun: Callable[[LaidOut], None],
        finished: Callable[[LaidOut], None],
        attached: Callable[[OpenArticle], None],
    ) -> None:
        """Hand on what is there by then.

        ``begun`` takes a first screenful that comes late, ``finished`` the text, ``attached`` all.
        """
        self._stage = stage
        self._opened = opened
        self.task = opened.task
        """The work of reading it, which ends with the screen."""
        self._lay_out = lay_out
        self._begun = begun
        self._finished = finished
        self._attached = attached

    def begin(self) -> None:
        """Read on, in the background."""
        self._stage.in_thread("load", self._load, self._stage.article)

    def give_up(self, said: Callable[[], PostilError]) -> bool:
        """Read no further, and tell what is ``said``; False where there is nothing to give up."""
        if self._stage.article.complete or self.task.dropped:
            return False
        self.task.drop()
        self._stage.give_up_loading(said())
        self._stage.update_status()
        return True

    def _load(self, article: Article) -> None:
        task = self.task
        try:
            task.let_keys_go_first()
            for following in self._opened.rest:
                if not article.blocks and not following.complete:
                    self._stage.later(self._begun, self._lay_out(following, task.yield_to_keys))
                article = following
            laid = self._lay_out(article, task.yield_to_keys)
            task.wait_for_pause()
            self._stage.later(self._finished, laid)
            task.step(0)
            home, path = self._stage.home, self._opened.path
            open_article = library.opening.attach_records(home, article, path, task.step)
            task.wait_for_pause()
        except PostilError as error:
            self._stage.later(self._stage.give_up_loading, error)
        except Cancelled:
            return
        else:
            self._stage.later(self._attached, open_article)
