"""The records of several ledgers as one: of each, what all its versions say together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

from postil.model.note import Note
from postil.store.clock import STAMP_FORM
from postil.store.joining import joined
from postil.store.ledger import LedgerStorage
from postil.store.lines import Doc, alive
from postil.store.records import ArticleRecord, Mark, Place, Record, TagDefinition, from_doc
from postil.store.stamps import stamp_of

TABLES = ("notes", "articles", "tags", "marks")

_R = TypeVar("_R", Note, ArticleRecord, TagDefinition, Mark)


class Gathered:
    """What all ledgers say together.

    The mappings by name are replaced and never changed, so that whoever holds one may go through it
    while another thread writes; the rest is for whoever holds the lock.
    """

    def __init__(self) -> None:
        self.docs: dict[Place, Doc] = {}
        """What the ledgers say of each record, deleted ones included."""
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
        self._records = {
            place: record
            for place, doc in self.docs.items()
            if alive(doc) and (record := from_doc(place[0], doc)) is not None
        }
        self.notes, self.articles, self.tags, self.marks = {}, {}, {}, {}
        self._show((), self._records.values())
        return self._records != old

    def update(self, ledgers: Collection[LedgerStorage], touched: Iterable[Place]) -> bool:
        """Gather the records in some places anew; True if any is not as it was."""
        gone, come = [], []
        for place in touched:
            self.docs.pop(place, None)
            for ledger in ledgers:
                doc = ledger.table(place[0]).get(place[1])
                if doc is not None:
                    self._offer(place, doc)
            doc = self.docs.get(place, {})
            record = from_doc(place[0], doc) if alive(doc) else None
            old = self._records.get(place)
            if record is not None and record != old:
                self._records[place] = record
                come.append(record)
            elif record is None and old is not None:
                gone.append(self._records.pop(place))
        self._show(gone, come)
        return bool(gone or come)

    def _offer(self, place: Place, doc: Doc) -> None:
        stamp = stamp_of(doc)
        if stamp > self.newest and STAMP_FORM.fullmatch(stamp):
            self.newest = stamp
        known = self.docs.get(place)
        self.docs[place] = doc if known is None else joined(place[0], known, doc)

    def _show(self, gone: Collection[Record], come: Collection[Record]) -> None:
        self.notes = _patched(self.notes, Note, gone, come)
        self.articles = _patched(self.articles, ArticleRecord, gone, come)
        self.tags = _patched(self.tags, TagDefinition, gone, come)
        self.marks = _patched(self.marks, Mark, gone, come)


def _patched(
    shown: dict[str, _R], kind: type[_R], gone: Collection[Record], come: Collection[Record]
) -> dict[str, _R]:
    less = [_name(record) for record in gone if isinstance(record, kind)]
    more = {_name(record): record for record in come if isinstance(record, kind)}
    if not less and not more:
        return shown
    patched = shown | more
    for name in less:
        patched.pop(name, None)
    return patched


def _name(record: Record) -> str:
    match record:
        case Note() | ArticleRecord():
            return record.id
        case TagDefinition():
            return record.tag
        case Mark():
            return f"{record.article} {record.letter}"
