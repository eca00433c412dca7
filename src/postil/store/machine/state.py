"""Local state: this machine's id, reading positions, marks, drafts, and the look of the page."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from postil.errors import CannotWrite
from postil.model.digests import sha256
from postil.model.note import Colour
from postil.model.position import ReadingPosition
from postil.model.values import dataclass
from postil.store.disk.clock import now
from postil.store.disk.durable import as_cannot_write, flags, make_folder, read_file, replace
from postil.store.disk.lock import Lock
from postil.store.machine import spare
from postil.store.machine.device import Device
from postil.text.clean import clean, clean_line

VERSION = 1
_PLACES_KEPT = 5000
"""Positions of articles not opened for longest are dropped beyond this."""

_DRAFT_PATIENCE = 0.5
"""Seconds that a draft waits for its place: what is typed is on no disk meanwhile."""

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class LastRead:
    """Where reading stopped, and how far it had come."""

    position: ReadingPosition
    progress: float = 0.0
    """The share that was read, 0 to 1."""
    at: str = ""
    """RFC 3339, UTC; filled in when it is stored."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the reader chose last; None where nothing was chosen."""

    measure: int | None = None
    """Cells."""
    theme: str | None = None
    colour: Colour = Colour.YELLOW
    tags: tuple[str, ...] = ()
    citation: str | None = None
    styles: tuple[str, ...] = ()
    """Styles of citing, the one used last first."""


@dataclass(frozen=True, slots=True)
class LibraryMark:
    """A place in any article that a capital letter leads to."""

    path: str
    article: str
    offset: int
    current: int | None = None


class State:
    """The folder of the state; reading it never fails, writing raises CannotWrite.

    A file that is damaged, or of another version, counts as not there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = Lock(folder / "locks" / "state.lock")
        # Drafts have a lock of their own: nothing else is worth keeping one from the disk.
        self._draft_lock = Lock(folder / "locks" / "drafts.lock", _DRAFT_PATIENCE)
        self._device = Device(folder, self._lock)

    @property
    def device(self) -> str:
        """The random id of this machine; it may change until something is stored."""
        return self._device.id

    @property
    def devices(self) -> tuple[str, ...]:
        """The id of this machine, and those that it had before."""
        return (self._device.id, *self._device.former)

    def claim(self) -> str:
        """Return the id of this machine, which is stored from now on."""
        return self._device.claim()

    def knows(self, home: str) -> bool:
        """Tell whether this machine has written to a home, which is named by a digest."""
        return os.path.lexists(self.folder / "homes" / home)

    def know(self, home: str) -> None:
        """Take note that this machine has written to a home; says nothing where that fails."""
        if not self.knows(home):
            with contextlib.suppress(OSError):
                make_folder(self.folder / "homes")
                os.close(
                    os.open(self.folder / "homes" / home, flags(os.O_WRONLY | os.O_CREAT), 0o600)
                )

    def positions(self) -> Mapping[str, LastRead]:
        """Return where reading stopped, by whatever key it was stored under."""
        return {
            key: LastRead(
                ReadingPosition(max(0, offset), _offset(doc.get("current"))),
                _share(doc.get("progress")),
                _line(doc.get("at")),
            )
            for key, doc in self._read("positions").items()
            if isinstance(doc, dict) and isinstance(offset := doc.get("offset"), int)
        }

    def put_position(self, keys: Sequence[str], last: LastRead) -> None:
        """Store where reading stopped under several keys, such as an article's id and its path."""
        at = last.at or now()
        with self._lock.exclusive():
            stored = self._read("positions")
            for key in keys:
                stored.pop(key, None)
                stored[key] = {
                    "offset": last.position.top,
                    "progress": last.progress,
                    "at": at,
                    "current": last.position.current,
                }
            for key in list(stored)[:-_PLACES_KEPT]:
                del stored[key]
            self._write("positions", stored)

    def draft(self, key: str) -> str | None:
        """Return the unfinished note that was kept under a key."""
        found = self._read_draft(_draft(key))
        text = found.get("text")
        return clean(text) if found.get("key") == key and isinstance(text, str) else None

    def drafts(self) -> Iterator[tuple[str, str, Mapping[str, object]]]:
        """Yield the key and the text of every unfinished note, and what was kept about it."""
        stems = {path.stem for path in (self.folder / "drafts").glob("*.json")}
        stems.update(name.removesuffix(".json") for name in spare.names(self.folder))
        for stem in sorted(stems):
            found = self._read_draft(f"drafts/{stem}")
            key, about = _text(found.get("key")), found.get("about")
            if key and (text := clean(_text(found.get("text")))):
                yield key, text, about if isinstance(about, dict) else {}

    def put_draft(
        self, key: str, text: str, about: Mapping[str, object] | None = None
    ) -> spare.Elsewhere | None:
        """Keep an unfinished note, so that a crash does not lose it; without text, drop it.

        ``about`` says what it is on, in words that JSON can say. Returns where it is kept if this
        folder takes nothing, or another process keeps it waiting; raises CannotWrite if nothing
        else does either.
        """
        name = _draft(key)
        path = self._path(name)
        if not text:
            spare.drop(self.folder, path.name)
            if path.exists():
                with self._draft_lock.exclusive(), as_cannot_write(path):
                    path.unlink(missing_ok=True)
            return None
        kept: Json = {"key": key, "text": text, "about": dict(about or {})}
        try:
            with self._draft_lock.exclusive():
                self._write(name, kept)
        except CannotWrite as error:
            if (there := spare.put(self.folder, path.name, _encoded(kept))) is None:
                raise
            return spare.Elsewhere(there, error.why)
        spare.drop(self.folder, path.name)
        return None

    @property
    def appearance_file(self) -> Path:
        """Where what the reader chose last is kept, if anything was chosen."""
        return self._path("look")

    def appearance(self) -> Appearance:
        """Return what the reader chose last."""
        found = self._read("look")  # the name of the file from the first version on
        measure, colour = found.get("measure"), found.get("colour")
        return Appearance(
            measure=measure if isinstance(measure, int) and measure > 0 else None,
            theme=_line(found.get("theme")) or None,
            colour=next((each for each in Colour if each == colour), Colour.YELLOW),
            tags=_lines(found.get("tags")),
            citation=_line(found.get("citation")) or None,
            styles=_lines(found.get("styles")),
        )

    def put_appearance(self, appearance: Appearance) -> None:
        """Store what the reader chose."""
        with self._lock.exclusive():
            self._write(
                "look",
                {
                    "measure": appearance.measure,
                    "theme": appearance.theme,
                    "colour": str(appearance.colour),
                    "tags": list(appearance.tags),
                    "citation": appearance.citation,
                    "styles": list(appearance.styles),
                },
            )

    def library_marks(self) -> Mapping[str, LibraryMark]:
        """Return the marks A to Z, by letter."""
        return {
            letter: LibraryMark(
                _text(doc.get("path")),
                _text(doc.get("article")),
                max(0, offset),
                _offset(doc.get("current")),
            )
            for letter, doc in self._read("marks").items()
            if isinstance(doc, dict) and isinstance(offset := doc.get("offset"), int)
        }

    def put_library_mark(self, letter: str, mark: LibraryMark) -> None:
        """Store a mark under a letter."""
        with self._lock.exclusive():
            doc = {
                "path": mark.path,
                "article": mark.article,
                "offset": mark.offset,
                "current": mark.current,
            }
            self._write("marks", {**self._read("marks"), letter: doc})

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _read_draft(self, name: str) -> Json:
        """Return a draft; one in the second place is newer, since it is dropped with the next."""
        path = self._path(name)
        data = spare.get(self.folder, path.name)
        return (_decoded(data) if data is not None else {}) or self._read(name)

    def _read(self, name: str) -> Json:
        try:
            return _decoded(read_file(self._path(name)))
        except OSError:
            return {}

    def _write(self, name: str, kept: Json) -> None:
        path = self._path(name)
        with as_cannot_write(path):
            make_folder(path.parent)
            replace(path, (_encoded(kept),))


def _encoded(kept: Json) -> bytes:
    """Return what is kept as a file has it: ASCII, so that a lone surrogate does not stop it."""
    return json.dumps({"version": VERSION, "kept": kept}).encode()


def _decoded(data: bytes) -> Json:
    """Return what is kept in a file; nothing for one that is damaged, or of another version."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict) or found.get("version") != VERSION:
        return {}
    kept = found.get("kept")
    return kept if isinstance(kept, dict) else {}


def _draft(key: str) -> str:
    return f"drafts/{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _text(found: object) -> str:
    return found if isinstance(found, str) else ""


def _line(found: object) -> str:
    return clean_line(_text(found))


def _lines(found: object) -> tuple[str, ...]:
    return tuple(_line(one) for one in found) if isinstance(found, list) else ()


def _share(found: object) -> float:
    # Compared before it is made a float, which has no room for every whole number.
    return float(min(1, max(0, found))) if isinstance(found, (int, float)) else 0.0


def _offset(found: object) -> int | None:
    return max(0, found) if isinstance(found, int) else None
