"""The reader screen while the file of the article changes: what is shown follows it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from postil import library
from postil.errors import CannotWrite, EmptyArticle, PostilError
from postil.library.articles import quick_open
from postil.model.article import Article
from postil.model.note import PlacedNote
from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.tui.messages import sentences
from postil.tui.screens.citing import CitingScreen
from postil.tui.screens.done import Done
from postil.tui.screens.laid_out import LaidOut
from postil.tui.screens.noted import TOLD
from postil.tui.startup.key_priority import Abandoned
from postil.tui.widgets.page import Page

if TYPE_CHECKING:
    from postil.library.articles.following import Following
    from postil.library.articles.watching import Watch
    from postil.library.base.open_article import OpenArticle
    from postil.library.notes.orphans import LastKnownPlace
    from postil.library.notes.placing import Placing


LOOK_EVERY = 1.0
"""Seconds between two looks at whether the file is still the one that was read."""


@dataclass(frozen=True)
class Version:
    """Another version of the article that is open, with all that is needed to show it."""

    before: Article
    """The version that it follows."""
    laid: LaidOut
    reading: OpenArticle
    following: Following
    places: Placing
    placed: tuple[PlacedNote, ...]
    stood: Mapping[str, LastKnownPlace]
    changes: int
    """How often notes had changed when these were placed."""


class FollowingScreen(CitingScreen):
    """Reads the article anew when its file changes, and shows it when nothing is in the way."""

    @dataclass
    class Renewed(Message):
        """The file has changed and was read anew."""

        version: Version

    @dataclass
    class Told(Message):
        """Something about the file is to be told."""

        said: str

    @dataclass
    class PlaceFound(Message):
        """The place where reading stopped is known in the present text."""

        landed: ReadingPosition
        """Where the page stood when it was looked for."""
        there: ReadingPosition

    watched: Watch | None = None
    version: Version | None = None
    """What is to be shown as soon as the reader is not in the middle of something."""
    _looking_at_file = False

    def begin(self) -> None:
        """Read on, and look at the file from time to time."""
        super().begin()
        path, stamp = self.path, self.opened.stamp
        if path is not None and stamp is not None:
            self.watched = library.watching.Watch(path, stamp)
            self.set_interval(LOOK_EVERY, self.look_at_file)

    # -- the place that was left in another version

    @on(CitingScreen.Settled)
    def find_place(self, event: CitingScreen.Settled) -> None:
        """Find the place where reading stopped, if it stopped in another version of the text."""
        start = self.start
        fresh = start is self.opened.start and start.top > 0
        if fresh and self.page.row_on_screen(start.top) == 0:
            self._find_place(event.reading, self.page.here())

    @work(thread=True, group="find place", description="find place")
    def _find_place(self, reading: OpenArticle, landed: ReadingPosition) -> None:
        with suppress(Abandoned):
            following = library.following.since_last(self.home, reading, self._looking.step)
            if following is not None:
                there = following.place(self.opened.start)
                self.post_message(self.PlaceFound(landed, there))

    @on(PlaceFound)
    def go_to_place(self, event: PlaceFound) -> None:
        """Go to the place where reading stopped, unless the reader has gone elsewhere."""
        if self.page.here() == event.landed and not self.in_the_way():
            self.page.come_to(quick_open.within(self.article, event.there))

    # -- reading anew, in a thread

    def look_at_file(self) -> None:
        """See whether the file has changed; one look at a time, for a drive may be slow."""
        if self.reading is not None and not self._looking_at_file:
            self._looking_at_file = True
            self._look_at_file(self.reading)
        self.take_up()

    @work(thread=True, group="watch", description="look at file")
    def _look_at_file(self, reading: OpenArticle) -> None:
        watched = self.watched
        try:
            news = watched.poll() if watched is not None else ""
            if watched is None or not news:
                return
            name = self.article.name
            if news == "gone":
                self.post_message(self.Told(f"{name} is gone; what was read of it stays open."))
            elif news == "back":
                self.post_message(self.Told(f"{name} is back."))
            else:
                self._read_anew(watched, reading)
        except Abandoned:
            return
        finally:
            self._looking_at_file = False

    def _read_anew(self, watched: Watch, reading: OpenArticle) -> None:
        path, before = watched.path, self.article
        stamp = library.watching.stamp(path)
        try:
            article = self._whole(path)
        except PostilError as error:
            watched.take(stamp)
            said = f"{sentences(error)} What was read of it before stays open."
            self.post_message(self.Told(said))
            return
        if library.watching.stamp(path) != stamp:
            return
        watched.take(stamp)
        if article.blocks == before.blocks:
            return
        laid = self._laid_out(article, self._looking.make_way)
        if library.annotating.refresh(self.home):
            self.post_notes(Done())
        now = library.opening.attach_records(self.home, article, path, self._looking.step)
        now = library.opening.following(self.home, now, reading)
        following = library.following.Following(before, article, self._looking.step)
        places = library.placing.Placing(self.home, article.text, article.digest)
        version = Version(before, laid, now, following, places, (), {}, self.changes)
        self.post_message(self.Renewed(self._placed_in(version)))

    def _placed_in(self, version: Version) -> Version:
        """Return a version with the notes as they are by now, in their places."""
        changes = self.changes
        reading = library.opening.again(self.home, version.reading)
        notes = library.annotating.mine(self.home, reading)
        family = library.annotating.records_of(self.home, reading)
        placed = version.places.find(notes, family, self._looking.step)
        lost = [one.note for one in placed if one.span is None]
        stood = library.orphans.last_known_places(self.home, lost, self._looking.step)
        return replace(version, reading=reading, placed=placed, stood=stood, changes=changes)

    @work(thread=True, group="place anew", description="place anew")
    def _place_anew(self, version: Version) -> None:
        """Place the notes once more, which others or the reader have changed meanwhile."""
        with suppress(Abandoned):
            self.post_message(self.Renewed(self._placed_in(version)))

    def _whole(self, path: Path) -> Article:
        """Read an article to its end. Raises EmptyArticle, and CannotOpen and its kinds."""
        *_, article = quick_open.opening(path, pause=self._looking.step)
        if not article.text.strip():
            raise EmptyArticle(article.name, "there is not one letter in it any more")
        return article

    # -- showing the new text

    @on(Told)
    def told(self, event: Told) -> None:
        """Tell about the file."""
        self.say(event.said, seconds=TOLD)

    @on(Renewed)
    def renewed(self, event: Renewed) -> None:
        """Show another version as soon as nothing is in the way."""
        self.version = event.version
        self.take_up()

    @on(Page.Selected)
    def take_up_later(self) -> None:
        """Show another version when a selection has ended, after what ended it is done."""
        self.call_after_refresh(self.take_up)

    def in_the_way(self) -> bool:
        """Tell whether the reader is in the middle of something that means the words shown."""
        return bool(
            self.page.engaged
            or self.asking
            or self.committing
            or self.to_place is not None
            or self.outline.filtering
            or (self.bar is not None and self.bar.box.has_focus)
        )

    def take_up(self) -> None:
        """Show the version that waits, the reader at the same words; tell what happened."""
        version, old = self.version, self.reading
        if version is None or old is None or self.in_the_way():
            return
        self.version = None
        if version.before.blocks is not self.article.blocks:
            return
        if version.changes != self.changes:
            self._place_anew(version)
            return
        here, note, before = self.page.here(), self.page.note_now, self.placed
        self._carry_drafts(version, old)
        self.note_now("")
        self.show_notes(())
        self.reading = version.reading
        self.page.show_matches(None)
        self.article = version.laid.article
        self.page.renew(self.article, version.laid.typeset, version.following.place(here))
        self.show_article(version.laid)
        self.carry(old, version.following)
        self.places, self.unplaced = version.places, 0
        self.stood.update(version.stood)
        self._told_of = self.article.blocks
        self.use(version.reading)
        # Only what is news against the notes before is told of them.
        self.placed = before
        self.show_notes(version.placed)
        if note and self.note(note) is not None:
            self.note_now(note)
        told = library.versions.renewed(self.article.name, before, version.placed)
        self.say(told, seconds=TOLD)

    def _carry_drafts(self, version: Version, reading: OpenArticle) -> None:
        """Take notes that were left unfinished along to where their words are now."""
        places = {span: version.following.span(span) for span in self.drafts}
        carried = {span: there for span, there in places.items() if there is not None}
        self.drafts = list(carried.values())
        if carried:
            self._keep_drafts(carried, reading, version.reading)

    @work(thread=True, group="carry drafts", description="carry drafts")
    def _keep_drafts(
        self, carried: Mapping[Span, Span], old: OpenArticle, new: OpenArticle
    ) -> None:
        for span, there in carried.items():
            if text := library.local_state.draft(self.home, old, span):
                try:
                    library.local_state.keep_draft(self.home, new, there, text)
                except CannotWrite as error:
                    self.post_message(self.Failed(error))
                else:
                    library.local_state.drop_draft(self.home, old, span)
