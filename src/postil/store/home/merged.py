"""Merged records: of each, the CRDT join of what all ledgers say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from postil.store.disk.clock import ID_FORM
from postil.store.home.lazy_notes import LazyNotes
from postil.store.ledger.ledger_format import alive
from postil.store.ledger.ledger_reader import NOTES
from postil.store.ledger.storage import LedgerStorage
from postil.store.merge.crdt import joined
from postil.store.records.intake import LATE, Intake, Odd, UnsoundRecordError, is_late
from postil.store.records.records import (
    ArticleRecord,
    JoinedSource,
    Mark,
    Record,
    SavedQuery,
    TagDefinition,
    from_doc,
)
from postil.store.types import Doc, RecordKey
from postil.text.progress import Progress

TABLES = (NOTES, "articles", "tags", "marks", "queries", "sources")
_SLICE = 500
"""Records between two pauses."""

_Small = ArticleRecord | TagDefinition | Mark | SavedQuery | JoinedSource
_R = TypeVar("_R", ArticleRecord, TagDefinition, Mark, SavedQuery, JoinedSource)


class MergedRecords:
    """The join of all ledgers, kept up to date record by record.

    ``notes``, ``articles``, ``tags`` and the others are replaced and never changed, so
    that a thread may go through one while another writes; the rest is for the holder of the lock.
    """

    def __init__(self) -> None:
        self.docs: dict[RecordKey, Doc] = {}
        """What the ledgers say of each record, deleted ones included."""
        self.newest = ""
        """The greatest stamp of all."""
        self.notes = LazyNotes({}, {})
        self.articles: dict[str, ArticleRecord] = {}
        self.tags: dict[str, TagDefinition] = {}
        self.marks: dict[str, Mark] = {}
        self.queries: dict[str, SavedQuery] = {}
        self.sources: dict[str, JoinedSource] = {}
        self.odd: dict[RecordKey, list[Odd]] = {}
        """What is left aside, or dated before all others, by the key of the record."""
        self._records: dict[RecordKey, _Small] = {}
        self._noted: dict[str, dict[str, None]] = {}

    def doc(self, key: RecordKey) -> Doc:
        """Return a record as it is stored, live or not; an empty one for what is unknown."""
        return self.docs.get(key, {})

    def record(self, key: RecordKey) -> Record | None:
        """Return the live record with a key."""
        if key[0] == NOTES:
            return self.notes.get(_id(self.docs.get(key, {})))
        return self._records.get(key)

    def noted(self, article: str) -> list[str]:
        """Return the ids of an article's notes."""
        return list(self._noted.get(article, ()))

    def rebuild(
        self,
        ledgers: Iterable[LedgerStorage],
        progress: Progress | None = None,
        tables: Sequence[str] = TABLES,
    ) -> bool:
        """Merge everything anew, or these tables alone; True if anything is not as it was.

        ``progress``, where it is given, is called every few milliseconds; what was merged before
        holds until all of it is done.
        """
        docs: dict[RecordKey, Doc] = {}
        notes: dict[str, Doc] = {}
        self.odd, intake = {}, Intake()
        for ledger in ledgers:
            for table in tables:
                for number, (key, doc) in enumerate(ledger.newest(table).items()):
                    self._offer(docs, (table, key), doc, ledger.path, intake)
                    if progress is not None and number % _SLICE == 0:
                        progress(1.0)
        self.newest = max(self.newest, intake.newest)
        for number, ((table, _), doc) in enumerate(docs.items()):
            if table == NOTES and _is(doc):
                notes[_id(doc)] = doc
            if progress is not None and number % _SLICE == 0:
                progress(1.0)
        changed, self.docs = docs != self.docs, docs
        self.notes = LazyNotes({}, {}).patched([], notes)
        self._noted = {}
        for identity, doc in notes.items():
            self._noted.setdefault(str(doc.get("article")), {})[identity] = None
        self._records = {
            key: record
            for key, doc in docs.items()
            if key[0] != NOTES and (record := _record(key[0], doc)) is not None
        }
        self.articles, self.tags, self.marks = {}, {}, {}
        self.queries, self.sources = {}, {}
        self._show((), self._records.values())
        self._stand_in(self._noted)
        return changed

    def update(self, ledgers: Collection[LedgerStorage], touched: Iterable[RecordKey]) -> bool:
        """Merge some records anew; True if any is not as it was."""
        gone, come = [], []
        notes_gone: list[str] = []
        notes_come: dict[str, Doc] = {}
        intake = Intake()
        for key in touched:
            before = self.docs.pop(key, {})
            self.odd.pop(key, None)
            for ledger in ledgers:
                doc = ledger.newest(key[0]).get(key[1])
                if doc is not None:
                    self._offer(self.docs, key, doc, ledger.path, intake)
            doc = self.docs.get(key, {})
            if doc == before:
                continue
            if key[0] == NOTES:
                self._renote(before, doc, notes_gone, notes_come)
                continue
            record = _record(key[0], doc)
            old = self._records.get(key)
            if record is not None and record != old:
                self._records[key] = record
                come.append(record)
            elif record is None and old is not None:
                gone.append(self._records.pop(key))
        self.newest = max(self.newest, intake.newest)
        self._show(gone, come)
        if notes_gone or notes_come:
            self.notes = self.notes.patched(notes_gone, notes_come)
            self._stand_in({str(doc.get("article")) for doc in notes_come.values()})
        return bool(gone or come or notes_gone or notes_come)

    def _stand_in(self, articles: Iterable[str]) -> None:
        """Stand in for articles whose records were lost to damage, though their notes were not.

        They are listed, and recognised by the texts on which the notes were made.
        """
        made = {}
        for article in articles:
            if article not in self.articles and ID_FORM.fullmatch(article):
                notes = (self.notes[one] for one in self.noted(article))
                digests = dict.fromkeys(note.anchor.digest for note in notes)
                made[article] = ArticleRecord(article, tuple(digests))
        if made:
            self.articles = self.articles | made

    def _renote(self, before: Doc, doc: Doc, gone: list[str], come: dict[str, Doc]) -> None:
        """Sort a note that changed into those that go and those that come."""
        was, now = _is(before), _is(doc)
        if was:
            self._noted.get(str(before.get("article")), {}).pop(_id(before), None)
        if now:
            self._noted.setdefault(str(doc.get("article")), {})[_id(doc)] = None
            come[_id(doc)] = doc
        elif was:
            gone.append(_id(before))

    def _offer(
        self, docs: dict[RecordKey, Doc], key: RecordKey, doc: Doc, path: Path, intake: Intake
    ) -> None:
        """Join a version of a record with what other ledgers say of it, if it is sound."""
        try:
            taken = intake.taken(key, doc)
        except UnsoundRecordError as error:
            self.odd.setdefault(key, []).append(Odd(path, key, str(error)))
            return
        if taken is not doc:
            doc = taken
            if is_late(doc):
                self.odd.setdefault(key, []).append(Odd(path, key, LATE, late=True))
        known = docs.get(key)
        docs[key] = doc if known is None else joined(key[0], known, doc)

    def _show(self, gone: Collection[Record], come: Collection[Record]) -> None:
        self.articles = _patched(self.articles, ArticleRecord, gone, come)
        self.tags = _patched(self.tags, TagDefinition, gone, come)
        self.marks = _patched(self.marks, Mark, gone, come)
        self.queries = _patched(self.queries, SavedQuery, gone, come)
        self.sources = _patched(self.sources, JoinedSource, gone, come)


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


def _name(record: _Small) -> str:
    match record:
        case ArticleRecord():
            return record.id
        case TagDefinition():
            return record.tag
        case SavedQuery():
            return record.name
        case JoinedSource():
            return record.spelling
        case Mark():
            return f"{record.article} {record.letter}"


def _id(doc: Doc) -> str:
    found = doc.get("id")
    return found if isinstance(found, str) else ""


def _is(doc: Doc) -> bool:
    """Tell whether a record is a note that is not deleted."""
    return alive(doc) and ID_FORM.fullmatch(_id(doc)) is not None


def _record(table: str, doc: Doc) -> _Small | None:
    record = from_doc(table, doc) if alive(doc) else None
    return record if isinstance(record, _Small) else None
