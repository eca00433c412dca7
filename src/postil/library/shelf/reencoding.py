"""The encoding of a file, chosen by how it reads in each, and kept wherever it is read."""

from __future__ import annotations

import os
from pathlib import Path

from postil.config import Places
from postil.document.bytes.decode import needs_no_encoding
from postil.document.bytes.encoding_names import AUTO, candidates, canonical, known, spoken
from postil.document.bytes.guess.best import guesses, read_as
from postil.document.bytes.gunzip import unpacked
from postil.document.bytes.read_file import read_bytes
from postil.errors import BadRequest
from postil.library.base.encodings import key
from postil.library.catalogue.refreshing import kept
from postil.model.values import NamedTuple
from postil.store.machine.encodings import Encodings
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily_bytes

__all__ = ["AUTO", "canonical", "choose", "known", "readings"]

_LIKELY = 6
"""Encodings that are offered before all others, as a guess finds them."""
_LINES, _WIDTH = 12, 160
"""Lines of a text that are shown, and code points of each."""
_BEFORE, _BYTES = 200, 2000
"""Bytes before the first odd one among which its line begins, and of what is read."""
_ODD = lazily_bytes(rb"[^\x09-\x7e]")


def choose(places: Places, path: Path, encoding: str) -> bool:
    """Keep the encoding of a file, by any name it has; ``auto`` lets its bytes tell again.

    Return whether that is anything new. The catalogue reads the file anew. Raises BadRequest for
    an unknown encoding or a folder, and CannotWrite.
    """
    name = "" if encoding.strip().lower() == AUTO else canonical(encoding)
    if os.path.isdir(path):
        raise BadRequest("--encoding", f"{path} is a folder", "name a file, which has one")
    if not Encodings(places.state).put(key(path), name):
        return False
    articles = kept(places)
    if os.path.exists(articles.place()):
        articles.drop([key(path)])
    return True


class Reading(NamedTuple):
    """A file in one encoding."""

    encoding: str
    """Python's name, or ``auto``."""
    name: str
    lines: tuple[str, ...]
    """The first ones that are not the same in all encodings, as they read in this one."""


def readings(path: Path, now: str) -> list[Reading]:
    """Return how a file reads in each encoding, the likeliest first; none where all are alike.

    The one in which it is read ``now`` comes first, then those that a guess finds likely. Raises
    CannotOpen in its forms.
    """
    data = unpacked(read_bytes(path), path.name, path.name).data
    if needs_no_encoding(data):
        return []
    piece = _piece(data)
    likely = [one.encoding for one in guesses(data)]
    order = dict.fromkeys([canonical(now), *likely[:_LIKELY], "utf_8", *likely, *candidates()])
    found = [Reading(AUTO, "as its bytes tell", ())]
    for encoding in order:
        lines = tuple(filter(None, map(_shown, read_as(piece, encoding).splitlines())))
        found.append(Reading(encoding, spoken(encoding), lines[:_LINES]))
    return [*found[1 : _LIKELY + 2], found[0], *found[_LIKELY + 2 :]]


def _shown(line: str) -> str:
    return clean_line(line.strip(), limit=_WIDTH)


def _piece(data: bytes) -> bytes:
    """Return the lines that begin with the first one that has bytes outside ASCII."""
    odd = _ODD.search(data)
    at = odd.start() if odd else 0
    start = data.rfind(b"\n", max(0, at - _BEFORE), at) + 1 or max(0, at - _BEFORE)
    # Of what is written in units of two or four bytes none is parted.
    start -= start % 4 if 0 in data[:_BEFORE] else 0
    return data[start : start + _BYTES]
