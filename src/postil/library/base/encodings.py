"""Encodings: the one that the reader has chosen for a file, and in words how a text was read."""

from __future__ import annotations

import os
from pathlib import Path

from postil.config import Places
from postil.document.bytes.encoding_names import spoken
from postil.model.article import Encoding, Evidence
from postil.store.machine.encodings import Encodings

__all__ = ["chosen", "evidence", "key", "spoken", "worth_saying"]

_EVIDENCE = {
    Evidence.MARK: "by the mark it begins with",
    Evidence.FORM: "by its form",
    Evidence.DECLARED: "as it says itself",
    Evidence.GUESSED: "a guess, by its language",
    Evidence.CHOSEN: "as you chose",
}


def chosen(places: Places, path: Path | None) -> str:
    """Return Python's name of the encoding chosen for a file, "" for none."""
    return "" if path is None else Encodings(places.state).get(key(path))


def key(path: Path) -> str:
    """Return the path of a file as its encoding is kept under: absolute and without links."""
    return os.path.realpath(path)


def evidence(encoding: Encoding) -> str:
    """Return in words what it rests on that a text was read so."""
    words = _EVIDENCE[encoding.evidence]
    return words if encoding.sure else f"{words}; another is as likely"


def worth_saying(encoding: Encoding | None) -> str:
    """Return an encoding with what it rests on, "" for what is UTF-8 as nearly all is."""
    if encoding is None or (encoding.evidence is Evidence.FORM and encoding.name == "utf-8"):
        return ""
    return f"{spoken(encoding.name)} ({evidence(encoding)})"
