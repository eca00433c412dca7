"""Means of a reader besides the document itself: what was kept of it, a password, an encoding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from postil.model.values import NamedTuple


class Keeping(Protocol):
    """Keeps what was made of the bytes of documents; it may lose any of it at any time."""

    def get(self, data: bytes, name: str) -> bytes | None:
        """Return what was kept for the bytes of a document of this name."""

    def put(self, data: bytes, name: str, packed: bytes) -> None:
        """Keep something for them."""


class Means(NamedTuple):
    """What helps to read a document."""

    kept: Keeping | None = None
    password: str = ""
    """What it opens is kept nowhere."""
    encoding: Callable[[], str] | None = None
    """Returns the encoding that the reader has chosen for the document, "" for none."""
    most: Callable[[], int] | None = None
    """Returns how many paragraphs are read of a document that has very many tiny ones."""


NO_MEANS = Means()
