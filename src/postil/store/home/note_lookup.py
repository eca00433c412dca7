"""Looks notes up by what is known of them; of very many, no others are read for that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from postil.model.note import Note
from postil.store.disk.lock import Lock
from postil.store.home.lazy_notes import LazyNotes
from postil.store.home.notes_on_demand import NotesOnDemand
from postil.store.machine.tag_counts import TagCounts

if TYPE_CHECKING:
    from postil.store.ledger.word_scan import Needs


class NoteLookup:
    """The live notes that have something; it may be used from several threads."""

    def __init__(self, lock: Lock, demand: NotesOnDemand, load: Callable[[], None]) -> None:
        self._lock = lock
        self._demand = demand
        self._load = load

    def any(self) -> bool:
        """Tell whether there may be a note at all."""
        with self._lock.threads():
            self._load()
            return self._demand.any_notes()

    def state(self) -> tuple[object, object]:
        """Return two values that are others, and not equal, after any change of what is stored."""
        with self._lock.threads():
            self._load()
            return self._demand.state()

    def tag_counts(self) -> TagCounts | None:
        """Return how many notes bear each tag; None where all have to be read for that."""
        with self._lock.threads():
            self._load()
            return self._demand.tag_counts()

    def some(self, ending: str = "", beginning: str = "", tag: str = "") -> list[Note]:
        """Return the notes whose ids end or begin so, or with a tag or one below it."""
        with self._lock.threads():
            self._load()
            if beginning:
                return self._demand.notes_beginning(beginning)
            return self._demand.tagged(tag) if tag else self._demand.notes_ending(ending)

    def worded(self, needs: Needs, may: Callable[[str], bool], most: int | None) -> LazyNotes:
        """Return the notes, those among them that may have words: all, or ``most`` of a machine's.

        Of each of the ``needs`` one word must be there, in small letters and without accents;
        ``may`` tells of a text whether that may be so.
        """
        with self._lock.threads():
            self._load()
            return self._demand.worded(needs, may, most)

    def of(self, articles: Iterable[str]) -> list[Note]:
        """Return the notes on some articles, by their ids."""
        with self._lock.threads():
            self._load()
            return [note for article in articles for note in self._demand.notes_of(article)]
