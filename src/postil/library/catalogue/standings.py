"""Standings: what the home knows of each article in the catalogue, set out once for a search."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from postil.library.catalogue.subjects import LastReading, Noted, Standing
from postil.store.home.home import Home
from postil.store.machine.state import LastRead
from postil.store.records.records import ArticleRecord

if TYPE_CHECKING:
    from postil.library.identity.article_identity import SameArticleIndex


class Standings:
    """Finds the standing of an article by its path or by its text.

    Notes and places are gone through when a query asks for them: there may be very many.
    """

    def __init__(self, home: Home) -> None:
        self._home = home
        self._joined = _joined(home)
        self.by_path: dict[str, ArticleRecord] = {}
        """The records of articles that were on this machine, by where they lay last."""
        self.unplaced: list[ArticleRecord] = []
        """Articles whose records are lost, of which nothing tells where they lie."""
        self._by_digest: dict[str, ArticleRecord] = {}
        lost = []
        devices = home.state.devices[::-1]
        for record in sorted(home.articles().values(), key=lambda one: (one.read, one.id)):
            for device in devices:
                if written := record.paths.get(device):
                    self.by_path[written] = record
            for digest in record.digests:
                self._by_digest[digest] = record
            if not record.paths and not record.title:
                lost.append(record)
        if lost:
            self._place(lost)

    def _place(self, lost: Iterable[ArticleRecord]) -> None:
        """Find out where articles lie whose records are lost, by where they were left off.

        A place is kept under all names of an article at once: its text, its id and its path.
        """
        paths = {last: key for key, last in self._positions.items() if key.startswith(os.sep)}
        for record in lost:
            left = (self._positions.get(key) for key in (record.id, *record.digests))
            path = next((paths[last] for last in left if last in paths), None)
            if path is not None and path not in self.by_path:
                self.by_path[path] = record
            elif path is None:
                self.unplaced.append(record)

    @staticmethod
    def none(home: Home) -> Standing:
        """Return the standing of an article of which nothing is stored."""
        return Standing(joined=_joined(home))

    def retitled(self) -> list[str]:
        """Return the paths of the articles to which the reader has given another title."""
        return [path for path, record in self.by_path.items() if record.metadata.get("title")]

    def id_of(self, path: str, digest: str) -> str | None:
        """Return the id of the record of an article."""
        record = self._record(path, digest)
        return None if record is None else record.id

    def opened(self, path: str) -> str:
        """Return when the file at a path was open last: RFC 3339, UTC; "" for never."""
        place, record = self._positions.get(path), self.by_path.get(path)
        return max(place.at if place else "", record.read if record else "")

    def of(self, path: str, digest: str) -> Standing:
        """Return what the reader has done with an article."""
        record = self._record(path, digest)
        if record is not None:
            return self.of_record(record, path)
        reading = partial(self._last_reading, (path,), LastReading())
        return Standing(reading=reading, joined=self._joined)

    def of_record(self, record: ArticleRecord, path: str = "") -> Standing:
        """Return what the reader has done with an article of which there is a record."""
        # It loads what reads articles, which a search does without where nothing is stored.
        from postil.library.identity.article_identity import reader_metadata

        records = self._same.records_of(record)
        stored = LastReading(record.progress, record.read)
        return Standing(
            said=reader_metadata(records),
            state=next((one.state for one in records if one.state is not None), None),
            noted=partial(self._noted_on, records),
            reading=partial(self._last_reading, (path, record.id), stored),
            joined=self._joined,
        )

    def _record(self, path: str, digest: str) -> ArticleRecord | None:
        return self.by_path.get(path) or (self._by_digest.get(digest) if digest else None)

    def _noted_on(self, records: Sequence[ArticleRecord]) -> Noted:
        notes, used, own = 0, Counter[str](), dict[str, None]()
        for one in records:
            own.update(self._tagged.get(one.id, {}))
            if one.id in self._noted:
                count, carried = self._noted[one.id]
                notes += count
                used.update(carried)
        tags = sorted(used, key=lambda tag: (-used[tag], tag.casefold()))
        bodies = tuple(body for one in records for body in self._written.get(one.id, ()))
        return Noted(notes, tuple(tags), tuple(own), bodies)

    def _last_reading(self, keys: Iterable[str], last: LastReading) -> LastReading:
        for place in map(self._positions.get, keys):
            if place is not None and place.at >= last.opened:
                last = LastReading(place.progress, place.at)
        return last

    @cached_property
    def _same(self) -> SameArticleIndex:
        from postil.library.identity.article_identity import SameArticleIndex

        return SameArticleIndex(self._home)

    @cached_property
    def _noted(self) -> Mapping[str, tuple[int, Counter[str]]]:
        return self._home.notes().per_article()

    @cached_property
    def _tagged(self) -> Mapping[str, Mapping[str, None]]:
        return self._home.notes().tags_of_whole()

    @cached_property
    def _written(self) -> Mapping[str, Sequence[str]]:
        return self._home.notes().words_on_whole()

    @cached_property
    def _positions(self) -> Mapping[str, LastRead]:
        return self._home.state.positions()


def _joined(home: Home) -> Mapping[str, Collection[str]]:
    if not home.joined_sources():
        return {}
    # Few have joined any; the others do without what reads and words sources.
    from postil.library.sources.joining import other_words

    return other_words(home)
