"""The records of several ledgers as one: of each, the version with the newest stamp."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from postil.model.note import Note
from postil.store.clock import STAMP as STAMP_FORM
from postil.store.ledger import LedgerStorage
from postil.store.lines import Doc, alive
from postil.store.records import STAMP, ArticleRecord, Mark, Place, Record, TagDefinition, from_doc

TABLES = ("notes", "articles", "tags", "marks")


class Gathered:
    """What all ledgers say together.

    The mappings are replaced and never changed, so that whoever holds one may go through it while
    another thread writes.
    """

    def __init__(self) -> None:
        self.docs: dict[Place, Doc] = {}
        """The newest version of each record, tombstones included."""
        self.newest = ""
        """The greatest stamp of all."""
        self.notes: dict[str, Note] = {}
        self.articles: dict[str, ArticleRecord] = {}
        self.tags: dict[str, TagDefinition] = {}
        self.marks: dict[str, Mark] = {}
        self._records: dict[Place, Record] = {}

    def record(self, place: Place) -> Record | None:
        """Return the live record in a place."""
        return self._records.get(place)

    def rebuild(self, ledgers: Iterable[LedgerStorage]) -> bool:
        """Gather everything anew; True if anything is not as it was."""
        old = self._records
        self.docs = {}
        for ledger in ledgers:
            for table in TABLES:
                for key, doc in ledger.table(table).items():
                    self._offer((table, key), doc)
        found = ((place, _record(place, doc)) for place, doc in self.docs.items())
        self._records = {place: record for place, record in found if record is not None}
        self._show(TABLES)
        return self._records != old

    def update(self, ledgers: Collection[LedgerStorage], touched: Iterable[Place]) -> bool:
        """Gather the records in some places anew; True if any is not as it was."""
        changed = {}
        for place in touched:
            self.docs.pop(place, None)
            for ledger in ledgers:
                doc = ledger.table(place[0]).get(place[1])
                if doc is not None:
                    self._offer(place, doc)
            record = _record(place, self.docs[place]) if place in self.docs else None
            if record != self._records.get(place):
                changed[place] = record
        for place, record in changed.items():
            if record is None:
                self._records.pop(place, None)
            else:
                self._records[place] = record
        self._show({table for table, _ in changed})
        return bool(changed)

    def _offer(self, place: Place, doc: Doc) -> None:
        stamp = _stamp(doc)
        if stamp > self.newest and STAMP_FORM.fullmatch(stamp):
            self.newest = stamp
        known = self.docs.get(place)
        if known is None or stamp > _stamp(known):
            self.docs[place] = doc

    def _show(self, tables: Collection[str]) -> None:
        records = self._records.values()
        if "notes" in tables:
            self.notes = {note.id: note for note in records if isinstance(note, Note)}
        if "articles" in tables:
            self.articles = {item.id: item for item in records if isinstance(item, ArticleRecord)}
        if "tags" in tables:
            self.tags = {item.tag: item for item in records if isinstance(item, TagDefinition)}
        if "marks" in tables:
            self.marks = {
                f"{mark.article} {mark.letter}": mark for mark in records if isinstance(mark, Mark)
            }


def _record(place: Place, doc: Doc) -> Record | None:
    return from_doc(place[0], doc) if alive(doc) else None


def _stamp(doc: Doc) -> str:
    found = doc.get(STAMP)
    return found if isinstance(found, str) else ""
