"""What was changed of notes and all other records: when, on which device, and from what."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from itertools import count

from postil.library.base.labels import shortened
from postil.library.notes.change_words import in_words
from postil.library.notes.note_names import by_either_end, named
from postil.model.note import Note
from postil.model.values import NamedTuple, dataclass
from postil.store.disk.clock import time_of
from postil.store.home.home import Home
from postil.store.home.recent import Dated
from postil.store.merge.versions import Changed, changes
from postil.store.records.records import (
    ArticleRecord,
    JoinedSource,
    Mark,
    Record,
    SavedQuery,
    TagDefinition,
    from_doc,
)
from postil.store.records.version_vectors import stamp_of
from postil.store.types import Doc, RecordKey
from postil.text.quotes import in_marks


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one field of a record."""

    time: str
    """RFC 3339, UTC."""
    device: str
    here: bool
    """Whether it was changed on this machine."""
    id: str
    """Of the note or the article; of a tag or a query its name, of a mark its letter."""
    name: str
    """What a sentence calls the record: ``note on “Most of the trade…”``."""
    article: str
    """The title of the article that it is of; empty for a tag."""
    field: str
    """``created``, ``deleted``, or what was changed."""
    old: object
    new: object

    def as_json(self) -> dict[str, object]:
        """Return what ``postil history --json`` prints, in its order."""
        return {name: getattr(self, name) for name in _KEYS}

    def in_words(self) -> str:
        """Return what was changed, in words for one line."""
        return in_words(self.field, self.old, self.new)


_KEYS = ("time", "device", "id", "field", "old", "new")


class _Newer(NamedTuple):
    """A moment, and the id of what was changed then: the greatest comes first."""

    time: str
    id: str

    def __lt__(self, other: tuple[str, ...]) -> bool:
        return tuple(self) > tuple(other)


def history(home: Home, tail: str | None = None) -> Iterator[HistoryEntry]:
    """Yield what was changed, the newest first: of one note, deleted or not, or of everything.

    ``tail`` is either end of a note's id, as ``notes.by_id`` takes it. Raises NoSuchNote.
    """
    if tail is None:
        return _newest_first(home, home.versions.newest_first())
    found = home.versions.by_key()
    ids = {
        identity: place
        for place, docs in found.items()
        if place[0] == "notes"
        for identity in {doc.get("id") for doc in docs}
        if isinstance(identity, str)
    }
    place = ids[by_either_end(ids, tail)]
    return _newest_first(home, [Dated("", place, found[place])])


def _newest_first(home: Home, records: Iterable[Dated]) -> Iterator[HistoryEntry]:
    """Yield the changes of records that are given by their last change, the newest first.

    A record is looked at no sooner than one of its changes may be next.
    """
    waiting: list[tuple[_Newer, int, HistoryEntry]] = []
    number = count()
    for stamp, place, docs in records:
        time = time_of(stamp)
        while waiting and waiting[0][0].time > time:
            yield heapq.heappop(waiting)[-1]
        for past in _told(home, place, docs):
            heapq.heappush(waiting, (_Newer(past.time, past.id), next(number), past))
    while waiting:
        yield heapq.heappop(waiting)[-1]


def _told(home: Home, place: RecordKey, docs: Iterable[Doc]) -> Iterator[HistoryEntry]:
    docs = sorted(docs, key=stamp_of)
    record = next((one for doc in reversed(docs) if (one := from_doc(place[0], doc))), None)
    if record is None:
        return
    identity, name, article = _described(home, record)
    for change in reversed(changes(place[0], docs)):
        yield _past(home, change, identity, name, article)


def _past(home: Home, change: Changed, identity: str, name: str, article: str) -> HistoryEntry:
    return HistoryEntry(
        time=change.time,
        device=change.device,
        here=change.device in home.state.devices,
        id=identity,
        name=name,
        article=article,
        field=change.field,
        old=change.old,
        new=change.new,
    )


def _described(home: Home, record: Record) -> tuple[str, str, str]:
    """Return the id of a record, what a sentence calls it, and the title of its article."""
    match record:
        case Note():
            return record.id, named(record), _title(home, record.article)
        case ArticleRecord():
            return record.id, f"article {in_marks(record.title)}", record.title
        case TagDefinition():
            return record.tag, f"tag {in_marks(record.tag)}", ""
        case SavedQuery():
            return record.name, f"saved query @{record.name}", ""
        case JoinedSource():
            return record.spelling, f"source {in_marks(shortened(record.spelling))}", ""
        case Mark():
            return record.letter, f"mark {record.letter}", _title(home, record.article)


def _title(home: Home, article: str) -> str:
    known = home.articles().get(article)
    return known.title if known is not None else ""
