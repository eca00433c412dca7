"""Notes on demand: of large ledgers that were read whole before, only the notes that are needed.

A command about one note takes in that note, and those on its article, and reads of the others not
more than their bytes. What must know all notes has them all read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postil.model.note import Note
from postil.store.disk.clock import ID_FORM, latest, number
from postil.store.home.conflict_copies import copied_from
from postil.store.home.history import StoredLines
from postil.store.home.lazy_notes import LazyNotes, tags_of
from postil.store.home.merged import TABLES, MergedRecords
from postil.store.home.prescan import WORTH
from postil.store.home.proofs import Latest, Proofs, Proven
from postil.store.home.recent import Recent, latest_of
from postil.store.ledger import line_scan
from postil.store.ledger.lazy_table import (
    LazyTable,
    of_article,
    of_id_beginning,
    of_id_ending,
    proof_of,
)
from postil.store.ledger.ledger_format import alive
from postil.store.ledger.ledger_parser import finished
from postil.store.ledger.ledger_reader import NOTES
from postil.store.ledger.storage import LedgerStorage
from postil.store.machine.tag_counts import KeptTagCounts, TagCounts
from postil.store.merge.crdt import joined
from postil.store.records.intake import Intake, UnsoundRecordError
from postil.store.records.records import Record
from postil.store.types import Doc, RecordKey
from postil.text.clean import clean_line
from postil.text.progress import Progress

if TYPE_CHECKING:
    from postil.store.ledger.word_scan import Needs

MOST = 512
"""Records behind the proven lines of one ledger; with more, all is read and proven anew."""
_OTHERS = tuple(table for table in TABLES if table != NOTES)


class NotesOnDemand:
    """Takes notes into merged records when they are asked for; the caller holds the lock."""

    def __init__(self, merged: MergedRecords, proofs: Proofs, kept_tags: KeptTagCounts) -> None:
        self._merged = merged
        self._proofs = proofs
        self._kept_tags = kept_tags
        self._ledgers: Sequence[LedgerStorage] = ()
        self._taken: set[str] = set()
        self._merging = False
        self._loaded = False
        self.active = False
        """Whether notes are still to be asked for; else all of them are there."""

    def begin(self, ledgers: Sequence[LedgerStorage], size: int) -> bool:
        """Merge all but the notes; False where the notes have to be read, for all that is known.

        ``size`` is that of all ledgers, in bytes.
        """
        self.active = size >= WORTH and self._begin(ledgers)
        self._ledgers, self._taken = ledgers if self.active else (), set()
        return self.active

    def read_all(
        self, ledgers: Sequence[LedgerStorage], size: int, progress: Progress | None = None
    ) -> bool:
        """Merge everything; True if anything is not as it was. Keeps proof of large ledgers."""
        self.active = False
        changed = self._merged.rebuild(ledgers, progress)
        if progress is None and size >= WORTH:
            self._prove(ledgers)
        return changed

    def merge(
        self,
        ledgers: Sequence[LedgerStorage],
        size: int,
        touched: Collection[RecordKey] | None,
        progress: Progress | None,
    ) -> bool:
        """Merge what was touched, or all anew for None; True if anything is not as it was."""
        # A change is drained but once: where merging it was broken off, all is merged anew.
        anew, self._merging = touched is None or self._merging, True
        few = progress is None and (self.active or not self._loaded)
        if not anew and touched is not None:
            changed = self._merged.update(ledgers, touched)
        else:
            changed = (few and self.begin(ledgers, size)) or self.read_all(ledgers, size, progress)
        self._merging, self._loaded = False, True
        return changed

    def recent(self, stored: StoredLines) -> Recent | None:
        """Return the records that were changed last; None where that takes reading all notes.

        ``stored`` has what rewrites have dropped.
        """
        latest: dict[Path, Latest] = {}
        for ledger in self._ledgers:
            if isinstance(ledger.newest(NOTES), LazyTable):
                proven = self._proofs.find(ledger.path)
                if proven is None or proven.latest is None:
                    return None
                latest[ledger.path] = proven.latest
        return Recent(self._ledgers, latest, stored) if self.active else None

    def record(self, key: RecordKey) -> Record | None:
        """Return the live record with a key."""
        if key[0] == NOTES:
            self.take([key[1]])
        return self._merged.record(key)

    def _begin(self, ledgers: Sequence[LedgerStorage]) -> bool:
        intake, newest, articles = Intake(), "", set[str]()
        lazy = False
        for ledger in ledgers:
            table, proven = ledger.newest(NOTES), self._proofs.find(ledger.path)
            since: Mapping[str, Doc] = table
            if isinstance(table, LazyTable) and proven is not None:
                lazy, since = True, table.since
                newest = max(newest, proven.proof.newest)
                articles |= proven.articles
            if ledger.trouble is not None or len(since) > MOST or copied_from(ledger.path):
                return False
            if not all(_sound(intake, key, doc) for key, doc in since.items()):
                return False
            articles |= _articles(since)
        if not lazy or newest > latest():
            return False
        self._merged.rebuild(ledgers, tables=_OTHERS)
        self._merged.newest = max(self._merged.newest, newest, intake.newest)
        return articles <= self._merged.articles.keys()

    def take(self, keys: Iterable[str]) -> None:
        """Take in the notes with these keys."""
        new = [key for key in keys if key not in self._taken]
        if self.active and new:
            self._taken.update(new)
            self._merged.update(self._ledgers, [(NOTES, key) for key in new])

    def any_notes(self) -> bool:
        """Tell whether there may be a note."""
        return self.active or bool(self._merged.notes)

    def state(self) -> tuple[object, object]:
        """Return the articles and the notes, which are replaced where anything is changed."""
        return self._merged.articles, self._merged.notes

    def notes_of(self, article: str) -> list[Note]:
        """Return the live notes on an article."""
        if self.active:
            self._take_holding(of_article(article))
        notes = self._merged.notes
        return [notes[one] for one in self._merged.noted(article)]

    def notes_ending(self, tail: str) -> list[Note]:
        """Return the live notes whose ids end so; of a whole id it is one, or none."""
        if ID_FORM.fullmatch(tail):
            self.take([str(number(tail))])
            note = self._merged.notes.get(tail)
            return [] if note is None else [note]
        if self.active:
            self._take_holding(of_id_ending(tail))
        notes = self._merged.notes
        return [notes[one] for one in notes if one.endswith(tail)]

    def notes_beginning(self, head: str) -> list[Note]:
        """Return the live notes whose ids begin so."""
        if self.active:
            self._take_holding(of_id_beginning(head))
        notes = self._merged.notes
        return [notes[one] for one in notes if one.startswith(head)]

    def tagged(self, tag: str) -> list[Note]:
        """Return the live notes that have a tag, or one below it."""
        from postil.text.tag_tree import under  # few commands ask for a tag

        wanted, known = clean_line(tag), dict[str, bool]()

        def alike(other: str) -> bool:
            if other not in known:
                known[other] = under(clean_line(other), wanted)
            return known[other]

        for ledger in self._ledgers if self.active else ():
            table = ledger.newest(NOTES)
            self.take(table.tagged(alike) if isinstance(table, LazyTable) else list(table))
        notes = self._merged.notes
        return [notes[one] for one in notes.tagged(alike)]

    def worded(self, needs: Needs, may: Callable[[str], bool], most: int | None) -> LazyNotes:
        """Return the notes that may have words, and others."""
        for ledger in self._ledgers if self.active else ():
            table = ledger.newest(NOTES)
            some = table.worded(needs, may, most) if isinstance(table, LazyTable) else table
            self.take(list(some))
        return self._merged.notes

    def tag_counts(self) -> TagCounts | None:
        """Return how many notes bear each tag; None where all of them have to be read for that."""
        if not self.active:
            return self._merged.notes.tag_counts()
        found = (ledger.newest(NOTES) for ledger in self._ledgers)
        tables = [table for table in found if isinstance(table, LazyTable)]
        counts = self._kept_tags.find(_digests(self._ledgers, self._proofs))
        if counts is None or len(tables) < len(self._ledgers):
            return None
        touched = {key for table in tables for key in table.since}
        self.take(touched)
        before: dict[str, Doc] = {}
        for table in tables:
            for key, doc in dict(table.versions_of(touched)).items():  # the newest comes last
                before[key] = joined(NOTES, before[key], doc) if key in before else doc
        after = [self._merged.docs.get((NOTES, key), {}) for key in touched]
        gone, come = (
            [tags_of(doc) for doc in side if doc and alive(doc)]
            for side in (before.values(), after)
        )
        return counts.changed(gone, come)

    def _take_holding(self, needle: bytes) -> None:
        for ledger in self._ledgers:
            table = ledger.newest(NOTES)
            self.take(table.holding(needle) if isinstance(table, LazyTable) else list(table))

    def _prove(self, ledgers: Sequence[LedgerStorage]) -> None:
        """Keep proof of the ledgers that were read whole, for the next run."""
        odd = {one.path for several in self._merged.odd.values() for one in several}
        found, known = {}, 0
        for ledger in ledgers:
            table = ledger.newest(NOTES)
            known += (as_read := isinstance(table, LazyTable) and not table.since)
            if as_read or ledger.path in odd or ledger.trouble is not None:
                continue
            if (proven := _proven(ledger, self._merged.newest)) is not None:
                found[ledger.path] = proven
        if found:
            self._proofs.keep(found)
        if known + len(found) == len(ledgers) and not odd:  # all that was counted is proven
            counts = self._merged.notes.tag_counts()
            self._kept_tags.keep(_digests(ledgers, self._proofs), counts)


def _digests(ledgers: Iterable[LedgerStorage], proofs: Proofs) -> dict[str, str]:
    """Return the digests of the lines that are proven, by the names of their ledgers."""
    proven = ((one.path.name, proofs.proof(one.path)) for one in ledgers)
    return {name: proof.digest for name, proof in proven if proof is not None}


def _sound(intake: Intake, key: str, doc: Doc) -> bool:
    try:
        return intake.taken((NOTES, key), doc) is doc
    except UnsoundRecordError:
        return False


def _articles(table: Mapping[str, Doc]) -> set[str]:
    """Return the articles of the notes in a table that are not deleted."""
    return {str(doc.get("article")) for doc in table.values() if alive(doc)}


def _proven(ledger: LedgerStorage, newest: str) -> Proven | None:
    """Return the proof of the lines that were read; None if they are not regular, or changed."""
    table = ledger.newest(NOTES)
    with ledger.lock.threads(), ledger.lock.shared():
        contents = ledger.file.contents
        if not contents.appendable or contents.torn or not ledger.file.unchanged(surely=True):
            return None
        lines = ledger.file.raw()[contents.start : contents.end]
        lapsed = contents.lines > len(table)
    older = _older(lines) if lapsed else []
    intake = Intake()
    sound = all(_sound(intake, key, doc) for key, doc in older)
    proof = proof_of(lines, len(table), max(newest, intake.newest))
    if proof is None:
        return None
    latest = latest_of((*table.items(), *older)) if sound else None
    return Proven(proof, frozenset(_articles(table)), latest)


def _older(lines: bytes) -> list[tuple[str, Doc]]:
    """Return the versions in lines behind which newer ones of their records stand."""
    _, older = finished(line_scan.sorted_out(lines, 0, len(lines)))
    return list(line_scan.read_lines(lines, older))
