"""Follows the file of the article that is open: another version of it takes the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from postil import library
from postil.errors import EmptyArticle, PostilError
from postil.library.articles import quick_open
from postil.model.article import Article
from postil.model.note import PlacedNote
from postil.model.position import ReadingPosition
from postil.model.values import dataclass, replace
from postil.tui.messages import sentences
from postil.tui.screens.reader.loading import LayOut
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.updates import TOLD, NoteUpdates
from postil.tui.screens.reader.stage import Stage
from postil.tui.startup.key_priority import BackgroundTask, Cancelled

if TYPE_CHECKING:
    from postil.library.articles.following import Following
    from postil.library.articles.watching import News, Stamp, Watch
    from postil.library.base.open_article import OpenArticle
    from postil.library.notes.orphans import LastKnownPlace
    from postil.library.notes.placing import Placing
    from postil.tui.screens.laid_out import LaidOut


@dataclass(frozen=True)
class Version:
    """Another version of the article that is open, with all that is needed to show it."""

    before: Article
    """The version that it follows."""
    laid: LaidOut
    open_article: OpenArticle
    following: Following
    places: Placing
    placed: tuple[PlacedNote, ...]
    stood: Mapping[str, LastKnownPlace]
    changes: int
    """How often notes had changed when these were placed."""


class Carrying(Protocol):
    """A part that remembers places in the text."""

    def carry(self, old: OpenArticle, new: OpenArticle, following: Following) -> None:
        """Take the places along to another version of the article, which is shown now."""


class FileFollower:
    """Reads the article anew when its file changes, and shows it when nothing is in the way."""

    def __init__(
        self,
        stage: Stage,
        shown: ShownNotes,
        updates: NoteUpdates,
        parts: Sequence[Carrying],
        task: BackgroundTask,
        lay_out: LayOut,
        show: Callable[[Version, ReadingPosition], None],
        use: Callable[[OpenArticle], None],
        in_the_way: Callable[[], bool],
    ) -> None:
        """Follow the file for the screen.

        ``show`` puts the text of a version in place, at a place in it; ``use`` takes what the
        home knows of it; ``parts`` are carried in between, in their order. ``in_the_way`` tells
        whether the reader is in the middle of something that means the words shown.
        """
        self._stage = stage
        self._shown = shown
        self._updates = updates
        self._parts = parts
        self._task = task
        self._lay_out = lay_out
        self._show = show
        self._use = use
        self._in_the_way = in_the_way
        self._watch: Watch | None = None
        self._looking = False
        self._password = ""
        self._why = ""
        """Why another version is read, where the file is the same."""
        self.version: Version | None = None
        """What is to be shown as soon as the reader is not in the middle of something."""

    def begin(self, path: Path | None, stamp: Stamp | None, password: str = "") -> None:
        """Follow a file that was read when it had this stamp, by a password if it is locked."""
        self._password = password
        if path is not None and stamp is not None:
            self._watch = library.watching.Watch(path, stamp)

    @property
    def settling(self) -> bool:
        """Whether the file was another one at the last look, and did not lie still yet."""
        return self._watch is not None and self._watch.settling

    # -- reading anew, in a thread

    def look(self) -> None:
        """See whether the file has changed; one look at a time, for a drive may be slow."""
        open_article = self._stage.open_article
        if self._watch is not None and open_article is not None and not self._looking:
            self._looking = True
            self._stage.glance(self._watch.poll, partial(self._seen, self._watch, open_article))

    def reread(self, why: str) -> None:
        """Read the file anew although it has not changed, and say ``why`` it looks otherwise."""
        open_article = self._stage.open_article
        if self._watch is not None and open_article is not None:
            self._why, self._looking = why, True
            self._stage.in_thread("watch", self._follow, self._watch, open_article)

    def _seen(self, watch: Watch, open_article: OpenArticle, news: News) -> None:
        self._looking = news == "changed"
        name = self._stage.article.name
        if news == "gone":
            self._tell(f"{name} is gone; what was read of it stays open.")
        elif news == "back":
            self._tell(f"{name} is back.")
        elif news == "changed":
            self._stage.in_thread("watch", self._follow, watch, open_article)

    def _follow(self, watch: Watch, open_article: OpenArticle) -> None:
        try:
            self._read_anew(watch, open_article)
        except Cancelled:
            return
        finally:
            self._looking = False

    def _tell(self, said: str) -> None:
        self._stage.say(said, seconds=TOLD)

    def _read_anew(self, watch: Watch, open_article: OpenArticle) -> None:
        home, path, before = self._stage.home, watch.path, self._stage.article
        stamp = library.watching.stamp(path)
        try:
            article = self._whole(path)
        except PostilError as error:
            watch.take(stamp)
            said = f"{sentences(error)} What was read of it before stays open."
            self._stage.later(self._tell, said)
            return
        if library.watching.stamp(path) != stamp:
            return
        watch.take(stamp)
        if article.blocks == before.blocks:
            if self._why:
                self._stage.later(self._tell, f"{self._why} It reads as before.")
                self._why = ""
            return
        laid = self._lay_out(article, self._task.yield_to_keys)
        self._updates.refresh()
        now = library.opening.attach_records(home, article, path, self._task.step)
        now = library.opening.as_next_version(home, now, open_article)
        following = library.following.Following(before, article, self._task.step)
        places = library.placing.Placing(home, article.text, article.digest)
        changes = self._updates.changes
        version = Version(before, laid, now, following, places, (), {}, changes)
        self._stage.later(self._renew, self._placed_in(version))

    def _placed_in(self, version: Version) -> Version:
        """Return a version with the notes as they are by now, in their places."""
        home, step, changes = self._stage.home, self._task.step, self._updates.changes
        open_article = library.opening.refreshed(home, version.open_article)
        notes = library.annotating.mine(home, open_article)
        family = library.annotating.records_of(home, open_article)
        placed = version.places.find(notes, family, step)
        lost = [one.note for one in placed if one.span is None]
        stood = library.orphans.last_known_places(home, lost, step)
        return replace(
            version, open_article=open_article, placed=placed, stood=stood, changes=changes
        )

    def _place_anew(self, version: Version) -> None:
        """Place the notes once more, which others or the reader have changed meanwhile."""
        with suppress(Cancelled):
            self._stage.later(self._renew, self._placed_in(version))

    def _whole(self, path: Path) -> Article:
        """Read an article to its end. Raises EmptyArticle, and CannotOpen and its kinds."""
        places = self._stage.settings.places
        means = quick_open.means_of(lambda: places, path, self._password)
        *_, article = quick_open.opening(path, progress=self._task.step, means=means)
        if not article.text.strip():
            raise EmptyArticle(article.name, "there is not one letter in it any more")
        return article

    # -- showing the new text

    def _renew(self, version: Version) -> None:
        """Show another version as soon as nothing is in the way."""
        self.version = version
        self.take_up()

    def take_up(self) -> None:
        """Show the version that waits, the reader at the same words; tell what happened."""
        version, old = self.version, self._stage.open_article
        if version is None or old is None or self._in_the_way():
            return
        self.version = None
        if version.before.blocks is not self._stage.article.blocks:
            return
        if version.changes != self._updates.changes:
            self._stage.in_thread("place anew", self._place_anew, version)
            return
        page, before = self._stage.page, self._shown.placed
        here, note = page.paragraph.here(), page.marks.note_now
        self._shown.clear()
        self._show(version, version.following.place(here))
        for part in self._parts:
            part.carry(old, version.open_article, version.following)
        self._updates.use_places(version.places, version.stood)
        self._use(version.open_article)
        # Only what is news against the notes before is told of them.
        self._shown.show_next_version(before, version.placed, note)
        name = self._stage.article.name
        told = library.versions.renewed(name, before, version.placed, self._why)
        self._why = ""
        self._stage.say(told, seconds=TOLD)
