"""The contents of a shelf: its articles, put there by one thread and read by others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from postil import library
from postil.library.shelf.filtering import ShelfEntry
from postil.text.clean import clean_line

if TYPE_CHECKING:
    from postil.library.shelf.ordering import Order
    from postil.library.shelf.shelving import Shelved


class ShelfContents:
    """Articles by their keys; what is put there takes the place of what has the same key."""

    def __init__(self, folder: str = "") -> None:
        """``folder`` ends with a separator: from there paths are shown."""
        self._folder = folder
        own = os.path.expanduser("~")  # noqa: PTH111  (Path.home raises where there is none)
        self._own = "" if own in ("~", os.sep) else own
        self._entries: dict[str, ShelfEntry] = {}
        self._lock = Lock()
        self._sorted: tuple[Order, Sequence[ShelfEntry]] | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def replace(self, rows: Iterable[Shelved]) -> None:
        """Have these articles alone; what has not changed is kept as it is."""
        with self._lock:
            before, self._entries = self._entries, {}
            for row in rows:
                held = before.get(row.key)
                same = held is not None and (held.shelved is row or held.shelved == row)
                self._entries[row.key] = held if held and same else self._entry(row)
            self._sorted = None

    def put(self, rows: Iterable[Shelved]) -> None:
        """Have these articles as well."""
        with self._lock:
            self._entries |= {row.key: self._entry(row) for row in rows}
            self._sorted = None

    def drop(self, keys: Iterable[str]) -> None:
        """Have these articles no more."""
        with self._lock:
            for key in keys:
                self._entries.pop(key, None)
            self._sorted = None

    def sorted(self, order: Order) -> Sequence[ShelfEntry]:
        """Return all articles in an order."""
        with self._lock:
            if self._sorted is None or self._sorted[0] != order:
                entries = list(self._entries.values())
                self._sorted = (order, library.ordering.ordered(entries, order))
            return self._sorted[1]

    def _entry(self, row: Shelved) -> ShelfEntry:
        where = "" if row.path is None else os.fspath(row.path)
        if self._folder:
            where = where.removeprefix(self._folder)
        elif self._own and where.startswith(self._own):
            where = f"~{where.removeprefix(self._own)}"
        return ShelfEntry(row, clean_line(where))
