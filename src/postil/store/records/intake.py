"""Intake: a record that anybody may have written, checked once where it comes in.

What no Postil writes is left aside whole: the file that it stands in stays as it is, and everything
goes on as if that version were not there. A record from a clock that runs far ahead is used, though
dated before all others, or nothing that is written here would hold against it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from postil.model.values import NamedTuple
from postil.store.disk.clock import EARLY, latest, sound_stamp
from postil.store.ledger.ledger_format import DEEPEST, alive
from postil.store.records.fields import ALSO, CLOCK, DELETED, GONE, SEEN, STAMP
from postil.store.records.records import named_key
from postil.store.records.version_vectors import ALL, writer_of
from postil.store.types import Doc, RecordKey

_WORDS = frozenset((str,))
_COUNT = frozenset((int,))
_LIST = frozenset((list,))
_MAPPING = frozenset((dict,))
_NOTHING = type(None)
_STAMPS: Mapping[str, frozenset[type]] = {
    STAMP: _WORDS,
    CLOCK: _MAPPING,
    SEEN: _MAPPING,
    ALSO: _LIST,
    GONE: _LIST,
    DELETED: frozenset((bool,)),
}
_KINDS: Mapping[str, Mapping[str, frozenset[type]]] = {
    "notes": {
        **dict.fromkeys(("id", "article", "quote", "prefix", "suffix", "digest"), _WORDS),
        **dict.fromkeys(("colour", "body", "created", "maker"), _WORDS),
        **dict.fromkeys(("start", "end"), _COUNT),
        **dict.fromkeys(("tags", "links"), _LIST),
        "origin": frozenset((dict, _NOTHING)),
        **_STAMPS,
    },
    "articles": {
        **dict.fromkeys(("id", "title", "read", "state"), _WORDS),
        **dict.fromkeys(("digests", "corrections"), _LIST),
        **dict.fromkeys(("paths", "metadata"), _MAPPING),
        "progress": frozenset((int, float, _NOTHING)),
        **_STAMPS,
    },
    "tags": {
        **dict.fromkeys(("tag", "definition"), _WORDS),
        "colour": frozenset((str, _NOTHING)),
        **_STAMPS,
    },
    "sources": {"spelling": _WORDS, "words": _WORDS, "source": _MAPPING, **_STAMPS},
    "queries": {**dict.fromkeys(("name", "query"), _WORDS), **_STAMPS},
    "marks": {
        **dict.fromkeys(("article", "letter", "digest"), _WORDS),
        "offset": _COUNT,
        "current": frozenset((int, _NOTHING)),
        **_STAMPS,
    },
}
"""The types of each name that Postil writes; another may be a later Postil's, and is kept."""
_LARGEST = 1 << 53
"""Beyond it a whole number is not the same in all programs that read JSON."""
_SEVERAL = frozenset((CLOCK, SEEN, ALSO, GONE))
"""Names under which stamps stand besides that of the record."""


LATE = "its clock ran days ahead"
"""Why a version of a record is dated before all others."""


class UnsoundRecordError(ValueError):
    """A record is to be left aside; says why."""


class Odd(NamedTuple):
    """A version of a record that is left aside, or dated before all others, and why."""

    path: Path
    """The file that it stands in."""
    key: RecordKey
    why: str
    late: bool = False
    """Whether it is used all the same: the clock that dated it ran ahead."""


class Intake:
    """The check of records, as of one moment."""

    def __init__(self) -> None:
        self.newest = ""
        """The greatest stamp of those in time, wherever in a record it stood."""
        self._latest = latest()

    def taken(self, key: RecordKey, doc: Doc) -> Doc:
        """Return a record as it is to be used: the very same, unless a stamp in it is late.

        Raises UnsoundRecordError for one that is to be left aside.
        """
        table, name = key
        kinds = _KINDS.get(table)
        if kinds is None:
            raise UnsoundRecordError("there is no such table")
        several = False
        for field, value in doc.items():
            kind = kinds.get(field)
            if kind is None:
                if not _plain(value):
                    raise UnsoundRecordError("a number in it is none, or it is nested too deep")
            elif type(value) not in kind:
                raise UnsoundRecordError(f"its “{field}” is of a wrong kind")
            elif field in _SEVERAL:
                several = True
        _check_values(table, doc)
        _check_key(table, name, doc)
        stamp = _word(doc.get(STAMP, ""))
        if several or self._sound(stamp) != stamp:
            return self._restamped(doc)
        return doc

    def _sound(self, stamp: str) -> str:
        """Return a stamp, marked where it is late; raises UnsoundRecordError if it is none."""
        found = sound_stamp(stamp, self._latest)
        if found is None:
            raise UnsoundRecordError("what should say when it was changed is no stamp")
        if found > self.newest:
            self.newest = found
        return found

    def _restamped(self, doc: Doc) -> Doc:
        """Return a record of which every stamp was looked at; the very same if all stay."""
        new = dict(doc)
        if STAMP in doc:
            new[STAMP] = self._sound(_word(doc[STAMP]))
        if CLOCK in doc:
            new[CLOCK] = {path: self._sound(said) for path, said in _words(doc[CLOCK])}
        if SEEN in doc:
            new[SEEN] = self._vector(doc[SEEN])
        if ALSO in doc:
            new[ALSO] = [[self._sound(_word(at)), _word(text)] for at, text in _pairs(doc[ALSO])]
        if GONE in doc:
            new[GONE] = [[self._sound(_word(at)), self._vector(it)] for at, it in _pairs(doc[GONE])]
        return doc if new == doc else new

    def _vector(self, found: object) -> dict[str, str]:
        """Return a version vector, in which a clock that runs ahead stands by itself."""
        vector: dict[str, str] = {}
        for device, said in _words(found):
            stamp = self._sound(said)
            writer = writer_of(stamp) if device != ALL else ALL
            vector[writer] = max(vector.get(writer, ""), stamp)
        return vector


def sound_versions(table: str, versions: Iterable[tuple[str, Doc]]) -> Iterator[tuple[str, Doc]]:
    """Yield the key and the record of those that can be used, as they are to be used."""
    intake = Intake()
    for key, doc in versions:
        with suppress(UnsoundRecordError):
            yield key, intake.taken((table, key), doc)


def together(versions: Iterable[tuple[str, str, Doc]]) -> dict[RecordKey, list[Doc]]:
    """Return the versions that can be used of each record, given with their tables and keys."""
    intake = Intake()
    found: dict[RecordKey, list[Doc]] = {}
    for table, key, doc in versions:
        with suppress(UnsoundRecordError):
            sound = intake.taken((table, key), doc)
            found.setdefault((table, key), []).append(sound)
    return found


def is_late(doc: Mapping[str, object]) -> bool:
    """Tell whether a record that was taken in is dated later than any clock may be."""
    return _word(doc.get(STAMP, "")).startswith(EARLY)


def _check_values(table: str, doc: Doc) -> None:
    """Raise UnsoundRecordError for what is wrong within the values of a record."""
    if table == "notes":
        _check_count(doc, "start")
        _check_count(doc, "end")
        _check_words(doc, "tags")
        _check_words(doc, "links")
        _check("origin", _plain(doc.get("origin")))
    elif table == "sources":
        _check("source", _plain(doc.get("source")))
    elif table == "marks":
        _check_count(doc, "offset")
        _check_count(doc, "current")
    elif table == "articles":
        _check_words(doc, "digests")
        progress = doc.get("progress")
        if not _plain(progress):
            raise UnsoundRecordError("its “progress” is no number")
        for name in ("paths", "metadata"):
            _check(name, all(isinstance(said, str) for _, said in _items(doc.get(name, {}))))
        for entry in _listed(doc.get("corrections", [])):
            good = isinstance(entry, dict) and isinstance(entry.get("evidence"), str)
            _check("corrections", good and _plain(entry))


def _check_count(doc: Doc, name: str) -> None:
    found = doc.get(name)
    if isinstance(found, int) and not 0 <= found <= _LARGEST:
        raise UnsoundRecordError(f"its “{name}” is no place in a text")


def _check_words(doc: Doc, name: str) -> None:
    for item in _listed(doc.get(name, [])):
        if type(item) is not str:
            raise UnsoundRecordError(f"its “{name}” holds something else than words")


def _check(name: str, good: bool) -> None:
    if not good:
        raise UnsoundRecordError(f"its “{name}” holds something of a wrong kind")


def _check_key(table: str, name: str, doc: Doc) -> None:
    """Raise UnsoundRecordError where a record does not stand under its own key.

    Under another it would be shown beside the one that is changed.
    """
    try:
        found = named_key(table, doc)
    except ValueError:
        raise UnsoundRecordError("its id is none") from None
    if found is None and alive(doc):
        raise UnsoundRecordError("it does not say what it is")
    if found is not None and found != name:
        raise UnsoundRecordError("it stands in the place of another")


def _plain(value: object, depth: int = 0) -> bool:
    """Tell whether every reader of JSON reads a value alike, and none gets lost in its depth."""
    if value is None or isinstance(value, (str, bool)):
        return True
    if isinstance(value, int):
        return abs(value) <= _LARGEST
    if isinstance(value, float):
        return math.isfinite(value)
    if depth == DEEPEST:
        return False
    if isinstance(value, dict):
        return all(_plain(each, depth + 1) for each in value.values())
    return isinstance(value, list) and all(_plain(each, depth + 1) for each in value)


def _word(found: object) -> str:
    if not isinstance(found, str):
        raise UnsoundRecordError("among its stamps stands something else")
    return found


def _words(found: object) -> Iterator[tuple[str, str]]:
    return ((name, _word(said)) for name, said in _items(found))


def _items(found: object) -> Iterator[tuple[str, object]]:
    if not isinstance(found, dict):
        raise UnsoundRecordError("among its stamps stands something else")
    return iter(found.items())


def _listed(found: object) -> list[object]:
    return found if isinstance(found, list) else []


def _pairs(found: object) -> Iterator[list[object]]:
    for one in _listed(found):
        if not isinstance(one, list) or len(one) != 2:
            raise UnsoundRecordError("among its stamps stands something else")
        yield one
