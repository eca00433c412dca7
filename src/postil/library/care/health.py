"""Health checks of a home, and what is mended where that is safe."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from postil.errors import CannotOpen, PostilError
from postil.library.articles import opening
from postil.library.base.labels import counted
from postil.library.identity import article_identity
from postil.model.values import dataclass
from postil.store.home.home import Home
from postil.store.records.intake import Odd
from postil.text.clean import clean_line

_NAMED = 10
"""Odd records of one ledger that are named; there may be thousands."""
_KEY_SHOWN = 40
"""Code points that are shown of a record's key."""
_MEND = "mend or remove it on the machine that wrote it; until then nothing of it is used"
_RESET = "set the clock of the machine that wrote it; any other change holds against it"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and mended if it could be."""

    check: str
    result: str
    repair: str | None = None
    """What is left for the reader to do; None where all is well."""
    path: str | None = None


def examined(home: Home) -> Iterator[Finding]:
    """Look at the ledgers, the texts, the history and the backups, and mend what is safe to mend.

    That is: a ledger that a dying Postil left open, a damaged one of which all that can be had is
    written anew, copies that a synchroniser made, and texts that can be read from their articles
    again. All else is told and left alone.
    """
    yield from _ledgers(home)
    yield _texts(home)
    yield from _odd_records(home.versions.odd())
    yield _kept(home, "history", "what was replaced")
    yield _kept(home, "backups", "copies of this home's ledgers")


def _ledgers(home: Home) -> Iterator[Finding]:
    path = str(home.places.home / "notes")
    try:
        count = counted(len(home.notes()), "note")
        copies = home.copies()
        trouble = home.trouble
        if trouble is None:
            home.tidy()
    except PostilError as error:
        yield Finding("notes", _said(error), error.remedy or "restore them from a copy", path)
        return
    for sentence in home.messages():
        yield Finding("repaired", sentence)
    if copies and trouble is None:
        many = counted(len(copies), "copy of a ledger", "copies of ledgers")
        yield Finding("copies", f"{many} that a synchroniser made taken in and kept as backups")
    for found in home.troubles():
        yield Finding("notes", _said(found), found.remedy or "see above", path)
    if trouble is not None and trouble not in home.troubles():
        yield Finding("notes", _said(trouble), trouble.remedy or "see above", path)
    yield from _odd_records(home.odd_records())
    if trouble is None and not home.troubles():
        machines = counted(home.machines, "machine")
        yield Finding("notes", f"{count}, from {machines}" if home.machines else count, None, path)


def _odd_records(odd: list[Odd]) -> Iterator[Finding]:
    """Name the records that are left aside, or dated before all others, file by file."""
    for path, found in groupby(odd, lambda one: one.path):
        records = list(found)
        for one in records[:_NAMED]:
            table, key = one.key
            told = "dated before all others" if one.late else "left aside"
            repair = _RESET if one.late else _MEND
            result = f"{clean_line(key, _KEY_SHOWN)} of “{table}” is {told}: {one.why}"
            yield Finding("record", result, repair, str(path))
        if (more := len(records) - _NAMED) > 0:
            yield Finding("record", f"{counted(more, 'record')} more like these", _MEND, str(path))


def _texts(home: Home) -> Finding:
    """Look whether each text that a note was made on is whole."""
    path = str(home.places.home / "texts")
    wanted = {note.anchor.digest for note in home.notes().values()}
    held = home.snapshots()
    damaged = [digest for digest in sorted(held) if home.snapshot(digest) is None]
    lacking = {*damaged, *(digest for digest in wanted if digest not in held)}
    found = _restored(home, lacking) if lacking else set()
    left = [digest for digest in damaged if digest not in found]
    result = f"{counted(len(held) - len(damaged), 'text')} whole"
    if found:
        result += f", {len(found)} read again from the articles"
    if missing := len(wanted & (lacking - found) - set(left)):
        # No fault: a note is found by its own words then, as it is on the text of another reader.
        result += f", {missing} not kept here"
    if not left:
        return Finding("texts", result, None, path)
    repair = f"remove {clean_line(left[0], 12)}….gz, or bring it back from another machine"
    return Finding("texts", f"{result}, {counted(len(left), 'text')} damaged", repair, path)


def _restored(home: Home, lacking: set[str]) -> set[str]:
    """Read texts again from the articles that still have them; return which were found."""
    found: set[str] = set()
    for record in home.articles().values():
        path = article_identity.path_of(home, record)
        if path is None or not lacking & set(record.digests) or not os.path.isfile(path):
            continue
        with suppress(CannotOpen, PostilError):
            article = opening.read(home, path).article
            if article.digest in lacking:
                home.keep_snapshot(article.text, article.digest)
                found.add(article.digest)
    return found


def _kept(home: Home, name: str, what: str) -> Finding:
    folder = home.places.home / name
    files = [path for path in _files(folder) if os.path.isfile(path)]
    if not files:
        return Finding(name, "none yet", None, str(folder))
    size = sum(_size(path) for path in files)
    return Finding(
        name, f"{counted(len(files), 'file')}, {size / 1e6:.1f} MB: {what}", None, str(folder)
    )


def _size(path: Path) -> int:
    """Return the bytes of a file; 0 for one that has gone meanwhile."""
    with suppress(OSError):
        return path.stat().st_size
    return 0


def _files(folder: Path) -> list[Path]:
    with suppress(OSError):
        return list(folder.rglob("*"))
    return []


def _said(error: PostilError) -> str:
    return f"{error.what}: {error.why}"
