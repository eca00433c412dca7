"""Keeps the notes that are shown up to date: their places, and what others have written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from postil import library
from postil.model.article import Article, Block
from postil.model.note import PlacedNote
from postil.tui.screens.reader.notes.changes import ChangeResult
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.stage import Stage
from postil.tui.startup.garbage import keep_what_is_loaded
from postil.tui.startup.key_priority import BackgroundTask, Cancelled

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.library.care.local_state import Glances
    from postil.library.notes.orphans import LastKnownPlace
    from postil.library.notes.placing import Placing


TOLD = 10.0
"""Seconds for which it is told what became of the notes of an article that has changed."""


class NoteUpdates:
    """Finds the places of the notes off the event loop, and shows what others write as well."""

    def __init__(
        self,
        stage: Stage,
        shown: ShownNotes,
        task: BackgroundTask,
        renewed: Callable[[OpenArticle], None],
    ) -> None:
        """Keep some notes up to date; ``renewed`` takes the article that is known with them."""
        self._stage = stage
        self._shown = shown
        self._task = task
        self._renewed = renewed
        self.note_wanted = ""
        """The id of the note to go to as soon as the notes are there."""
        self.changes = 0
        """How often the notes were others than before."""
        self._places: Placing | None = None
        """Knows where notes stand in the article that is shown."""
        self._told_of: tuple[Block, ...] | None = None
        """The article of which it was told last what became of its notes."""
        self._arrived = False
        """Whether all notes were shown once."""
        self._posting = Lock()
        self._looking = False
        self._glances: Glances | None = None

    # -- before all notes are read

    def prescan(self, article: Article) -> None:
        """Look for the notes of this article while the others are still read."""
        self._stage.in_thread("prescan", self._prescan, article)

    def _prescan(self, article: Article) -> None:
        if placed := library.annotating.scan_notes(self._stage.home, article):
            with suppress(Cancelled):
                self._task.wait_for_pause()
                self._stage.later(self._show_prescanned, placed)

    def _show_prescanned(self, placed: tuple[PlacedNote, ...]) -> None:
        if self._stage.open_article is None:
            self._shown.show(placed)

    # -- places, found in a thread

    def fetch(self) -> None:
        """Find the places of all notes; those that are known at once are shown meanwhile."""
        self._stage.in_thread("fetch", self._fetch, exclusive=True)

    def _fetch(self) -> None:
        open_article = self._stage.open_article
        if open_article is None:
            return
        home, blocks = self._stage.home, open_article.article.blocks
        told = self._told_of is blocks or library.versions.met(home, open_article)
        self._told_of = blocks
        places = self._places_in(open_article)
        stood = dict(self._shown.stood)
        try:
            if any(note.body for note in library.annotating.mine(home, open_article)):
                self._task.wait_for_pause()
                library.note_text.get_ready()
            while True:
                self._task.wait_for_pause()
                with self._posting:
                    notes = library.annotating.mine(home, open_article)
                    placed, others = places.now(notes)
                    lost = [one.note for one in placed if one.span is None]
                    lost = [note for note in lost if note.id not in stood]
                    if not others and not lost:
                        said = "" if told else library.versions.message(home, open_article, placed)
                        self._stage.later(self._arrive, blocks, placed, stood, 0, said)
                        return
                    self._stage.later(self._arrive, blocks, placed, {}, len(others))
                family = library.annotating.records_of(home, open_article)
                places.find(notes, family, self._task.step)
                stood |= library.orphans.last_known_places(home, lost, self._task.step)
        except Cancelled:
            return

    def _places_in(self, open_article: OpenArticle) -> Placing:
        article = open_article.article
        if self._places is None or self._places.digest != article.digest:
            home = self._stage.home
            self._places = library.placing.Placing(home, article.text, article.digest)
        return self._places

    def _arrive(
        self,
        blocks: tuple[Block, ...],
        placed: tuple[PlacedNote, ...],
        stood: Mapping[str, LastKnownPlace],
        unplaced: int,
        said: str = "",
    ) -> None:
        """Show notes in their places, and tell what became of them if that is news."""
        if blocks is not self._stage.article.blocks:
            return
        self._shown.learn(stood)
        self._shown.show(placed, unplaced)
        if not unplaced and not self._arrived:
            self._arrived = True
            keep_what_is_loaded()
        if not unplaced and self.note_wanted:
            self._shown.go_to(self.note_wanted)
            self.note_wanted = ""
        if said:
            lost = any(one.span is None for one in placed)
            way = " Tab comes to what has no place, and P puts it back." if lost else ""
            self._stage.say(f"{said}{way}", seconds=TOLD)

    def use_places(self, places: Placing, stood: Mapping[str, LastKnownPlace]) -> None:
        """Take where the notes stand in the version that is shown now, of which is told."""
        self._places = places
        self._shown.unplaced = 0
        self._shown.learn(stood)
        self._told_of = self._stage.article.blocks

    # -- notes that are others than before

    def look(self) -> None:
        """See by one stat whether others have written, and show it; a drive may be slow."""
        if self._stage.open_article is not None and not self._looking:
            self._looking = True
            self._stage.glance(self._glance, self._seen)

    def _glance(self) -> bool:
        if self._glances is None:
            self._glances = library.local_state.glances(self._stage.home)
        return self._glances.glance()

    def look_everywhere(self) -> None:
        """Show what another process or machine has written since."""
        if self._stage.open_article is not None and not self._looking:
            self._seen(news=True)

    def _seen(self, news: bool) -> None:
        self._looking = news
        if news:
            self._stage.in_thread("refresh", self._take_in)

    def _take_in(self) -> None:
        try:
            self.refresh()
        finally:
            self._looking = False

    def refresh(self) -> None:
        """Show what another process or machine has written since; a thread calls this."""
        if self._stage.home.refresh():
            self.reload(ChangeResult())

    def reload(self, result: ChangeResult) -> None:
        """Show the notes as they are now, and what a change came to; a thread calls this."""
        open_article = self._stage.open_article
        if open_article is None:
            return
        with self._posting:
            open_article = library.opening.refreshed(self._stage.home, open_article)
            notes = library.annotating.mine(self._stage.home, open_article)
            placed, others = self._places_in(open_article).now(notes)
            self._stage.later(self._changed, open_article, placed, len(others), result)

    def _changed(
        self,
        open_article: OpenArticle,
        placed: tuple[PlacedNote, ...],
        unplaced: int,
        result: ChangeResult,
    ) -> None:
        """Show the notes as they are on disk now."""
        self.changes += 1
        if open_article.article.blocks is not self._stage.article.blocks:
            # Another version has taken the place of this one meanwhile.
            self._stage.in_thread("note again", self.reload, result)
            return
        self._renewed(open_article)
        self._shown.show(placed, unplaced)
        lost = {one.note.id for one in placed if one.span is None}
        if unplaced or not lost <= self._shown.stood.keys():
            self.fetch()
        if result.note:
            self._shown.make_current(result.note)
        if result.message:
            self._stage.say(result.message)
