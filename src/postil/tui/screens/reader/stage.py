"""What a part of the reader screen may ask of the screen, and how it brings its keys along."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from postil.config import Settings
from postil.errors import PostilError
from postil.model.article import Article

if TYPE_CHECKING:
    from textual.screen import Screen

    from postil.library.base.open_article import OpenArticle
    from postil.library.care.local_state import Home
    from postil.tui.widgets.page.view import ArticleView

Answer = TypeVar("Answer")
Seen = TypeVar("Seen")

Verb = Callable[[], Coroutine[Any, Any, None] | None]
"""What a key does; a coroutine is awaited before the next key is obeyed."""

Verbs = Mapping[str, Verb]
"""What the keys of a part do, by the ids of the keys."""


class Key(NamedTuple):
    """A key of the reader screen; its id is the name of the verb that it does, too."""

    id: str
    keys: str
    """As Textual names them; several are joined by commas."""
    name: str
    tooltip: str
    shown: bool = False


class Notice(NamedTuple):
    """What the status line says instead of where the reader is."""

    left: str
    right: str | None = None
    """None leaves the source of the words in its place."""


class Stoppable(Protocol):
    """Something that is done again and again until it is stopped."""

    def stop(self) -> None:
        """Do it no more."""


class Stage(Protocol):
    """The reader screen as its parts see it: what is open, and means to speak, ask and work.

    Every function may be called on the event loop alone, but for ``later``.
    """

    @property
    def settings(self) -> Settings:
        """The settings, which do not change while the app runs."""

    @property
    def home(self) -> Home:
        """The notes; opening them takes a while, so a thread does it first."""

    @property
    def page(self) -> ArticleView:
        """The article as it is drawn, with all that is chosen in it."""

    @property
    def width(self) -> int:
        """The cells of a row of the terminal."""

    @property
    def article(self) -> Article:
        """The article that is shown, which may be a first screenful."""

    @property
    def open_article(self) -> OpenArticle | None:
        """The article with what the home knows of it; None until that is known."""

    async def loaded(self) -> OpenArticle:
        """Return the article with what the home knows of it, as soon as that is known."""

    def give_up_loading(self, error: PostilError) -> None:
        """Tell why the article will not be known to the home; what waits for that is given up."""

    # -- speaking

    def say(self, text: str, trouble: bool = False, seconds: float = 4) -> None:
        """Tell the reader something in passing, instead of what was told before."""

    def complain(self, error: PostilError) -> None:
        """Tell the reader what could not be done, and the way out."""

    def hush(self) -> None:
        """Take away what was told in passing."""

    async def ask(self, dialog: Screen[Answer], about: int | None = None) -> Answer | None:
        """Open a dialog and return its answer; the words it is ``about`` stay in sight."""

    def update_status(self) -> None:
        """Say in the status line where the reader is now."""

    def show_hints(self) -> None:
        """Name in the bottom line what can be done now."""

    def key(self, verb: str) -> str:
        """Return the plainest key of a verb, as readers know it."""

    # -- working

    def in_thread(
        self,
        group: str,
        function: Callable[..., object],
        *arguments: object,
        exclusive: bool = False,
        description: str = "",
    ) -> None:
        """Do something in a thread; ``exclusive`` gives up what the group does already."""

    def glance(self, look: Callable[[], Seen], seen: Callable[[Seen], object]) -> None:
        """Take a look in a thread, and hand on what was seen; for what is done for ever."""

    def in_background(
        self,
        function: Callable[..., Coroutine[Any, Any, None]],
        *arguments: object,
        group: str = "default",
        description: str = "",
        opens: bool = False,
    ) -> None:
        """Do something on the event loop that waits for the reader or for a thread.

        Where it ``opens`` a dialog, the keys that come next are meant for that.
        """

    def later(self, function: Callable[..., object], *arguments: object) -> None:
        """Do something on the event loop, after all that was handed in before; threads call it."""

    def after(self, seconds: float, function: Callable[[], object]) -> None:
        """Do something some seconds from now."""

    def every(self, seconds: float, function: Callable[[], object]) -> Stoppable:
        """Do something again and again, some seconds apart, while no other screen lies over."""

    def whenever_back(self, function: Callable[[], object]) -> None:
        """Do something whenever the terminal gets the focus again, if it tells."""

    def after_refresh(self, function: Callable[[], object]) -> None:
        """Do something when what has changed is drawn."""
