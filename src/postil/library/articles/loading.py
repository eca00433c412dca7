"""Loads an article from its file, from bytes or from a pipe, and asks no home about it.

The first page and the commands that only read need no more, and are spared the rest.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from postil.document import pipeline
from postil.document.bytes.read_file import HEAD, head_bytes, read_bytes, read_stream, shown
from postil.model.article import Article
from postil.text.progress import Progress

if TYPE_CHECKING:
    from postil.config import Places
    from postil.document.base.means import Means
    from postil.store.machine.kept_drafts import KeptDrafts

__all__ = ["check", "means_of", "opening", "read_bytes", "read_stream", "whole"]

STANDARD_INPUT = "standard input"
"""What an article is called that was given as bytes, without a path."""


def check(path: Path, means: Means | None = None) -> bytes | None:
    """Return None for a file that can be opened, or all bytes of a pipe: it is read only once.

    A screen is not taken over for what its first bytes refuse. Raises CannotOpen and its kinds.
    It waits 2 seconds for somebody to write to a pipe.
    """
    head = head_bytes(path)
    if head is None:
        head = read_bytes(path)
        if not stat.S_ISREG(path.stat().st_mode):
            return head
    pipeline.check_head(head[:HEAD], path.name, shown(path), means)
    return None


def opening(
    path: Path | None,
    data: bytes | None = None,
    progress: Progress | None = None,
    means: Means | None = None,
) -> Iterator[Article]:
    """Yield a first screenful of a big article, then the whole of it.

    ``progress`` is called every few milliseconds with the share of the reading that is done. Bytes
    that are given are taken as they are, and the path only tells their format. Raises
    CannotOpen and its kinds.
    """
    if data is None and path is not None:
        return pipeline.open_article(path, progress, means)
    name, given = _bytes(path, data)
    return pipeline.parse(given, name, path=path, progress=progress, means=means)


def whole(path: Path | None, data: bytes | None = None, means: Means | None = None) -> Article:
    """Return the whole article, without a first screenful; raises CannotOpen and its kinds."""
    name, given = _bytes(path, data)
    return pipeline.whole(given, name, path, means=means)


def means_of(
    places: Callable[[], Places], path: Path | None, password: str = "", encoding: str = ""
) -> Means:
    """Return what helps to read a document, on a machine with such places.

    They are asked for where they are needed alone: for what is no text, and for texts of which
    the reader may have chosen the encoding; what is said now beats what was chosen earlier.
    """
    from postil.document.base.means import Means

    def chosen() -> str:
        if encoding or path is None:
            return encoding
        from postil.library.base import encodings  # most texts are the same letters in all

        return encodings.chosen(places(), path)

    def most() -> int:
        from postil.config import most_paragraphs

        return most_paragraphs(places())

    return Means(_Kept(lambda: places().cache), password, chosen, most)


class _Kept:
    """The drafts that are kept in the cache; loaded for documents that are no text."""

    def __init__(self, cache: Callable[[], Path]) -> None:
        self._cache = cache

    def get(self, data: bytes, name: str) -> bytes | None:
        """Return what was kept."""
        return self._drafts().get(data, name)

    def put(self, data: bytes, name: str, packed: bytes) -> None:
        """Keep something."""
        self._drafts().put(data, name, packed)

    def _drafts(self) -> KeptDrafts:
        from postil.library.base.cache_version import cache_key
        from postil.store.machine.kept_drafts import KeptDrafts

        return KeptDrafts(self._cache() / "drafts", cache_key)


def _bytes(path: Path | None, data: bytes | None) -> tuple[str, bytes]:
    """Return what an article is called, and its bytes."""
    if data is not None:
        return STANDARD_INPUT if path is None else path.name, data
    if path is None:
        raise ValueError("an article is opened from a path or from bytes")
    return shown(Path(path.name)), pipeline.document_bytes(path)
