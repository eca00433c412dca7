"""Reads a file in the encoding that the reader chooses, from then on and wherever it is read."""

from __future__ import annotations

from pathlib import Path

from postil.config import Places
from postil.document.bytes.encoding_names import AUTO, canonical, known
from postil.errors import BadRequest
from postil.library.base.encodings import key
from postil.library.catalogue.refreshing import kept
from postil.store.machine.encodings import Encodings

__all__ = ["AUTO", "canonical", "choose", "known"]


def choose(places: Places, path: Path, encoding: str) -> bool:
    """Keep the encoding of a file, by any name it has; ``auto`` lets its bytes tell again.

    Return whether that is anything new. The catalogue reads the file anew. Raises BadRequest for
    an unknown encoding or a folder, and CannotWrite.
    """
    name = "" if encoding.strip().lower() == AUTO else canonical(encoding)
    if path.is_dir():
        raise BadRequest("--encoding", f"{path} is a folder", "name a file, which has one")
    if not Encodings(places.state).put(key(path), name):
        return False
    articles = kept(places)
    if articles.place().exists():
        articles.drop([key(path)])
    return True
