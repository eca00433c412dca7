"""Means of a reader besides the document itself: what was kept of it, and the password to it."""

from __future__ import annotations

from typing import Protocol

from postil.model.values import NamedTuple


class Keeping(Protocol):
    """Keeps what was made of the bytes of documents; it may lose any of it at any time."""

    def get(self, data: bytes, name: str) -> bytes | None:
        """Return what was kept for the bytes of a document of this name."""

    def put(self, data: bytes, name: str, packed: bytes) -> None:
        """Keep something for them."""


class Means(NamedTuple):
    """What helps to read a document that is no text."""

    kept: Keeping | None = None
    password: str = ""
    """What it opens is kept nowhere."""


NO_MEANS = Means()
