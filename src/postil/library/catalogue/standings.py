"""Standings: what the home knows of each article in the catalogue, set out once for a search."""

from __future__ import annotations

from collections.abc import Mapping

from postil.library.catalogue.subjects import Standing
from postil.library.identity import article_identity
from postil.store.home.home import Home
from postil.store.machine.state import LastRead
from postil.store.records.records import ArticleRecord


class Standings:
    """Finds the standing of an article by its path or by its text."""

    def __init__(self, home: Home) -> None:
        self._by_path: dict[str, ArticleRecord] = {}
        self._by_digest: dict[str, ArticleRecord] = {}
        for record in sorted(home.articles().values(), key=lambda one: (one.read, one.id)):
            for device in reversed(home.state.devices):
                if written := record.paths.get(device):
                    self._by_path[written] = record
            for digest in record.digests:
                self._by_digest[digest] = record
        self._same = article_identity.SameArticleIndex(home)
        self._noted = home.notes().per_article()
        self._tagged = home.notes().tags_of_whole()
        self._positions: Mapping[str, LastRead] = home.state.positions()

    @staticmethod
    def none() -> Standing:
        """Return the standing of an article of which nothing is stored."""
        return Standing()

    def retitled(self) -> list[str]:
        """Return the paths of the articles to which the reader has given another title."""
        return [path for path, record in self._by_path.items() if record.metadata.get("title")]

    def id_of(self, path: str, digest: str) -> str | None:
        """Return the id of the record of an article."""
        record = self._record(path, digest)
        return None if record is None else record.id

    def of(self, path: str, digest: str) -> Standing:
        """Return what the reader has done with an article."""
        record = self._record(path, digest)
        place = self._positions.get(path)
        if record is None:
            progress, opened = (place.progress, place.at) if place else (None, "")
            return Standing(progress=progress, opened=opened)
        notes, tags, own = 0, dict[str, None](), dict[str, None]()
        records = self._same.records_of(record)
        for one in records:
            own.update(self._tagged.get(one.id, {}))
            if one.id in self._noted:
                count, carried = self._noted[one.id]
                notes += count
                tags.update(dict.fromkeys(carried))
        progress, opened = record.progress, record.read
        if place is not None and place.at >= opened:
            progress, opened = place.progress, place.at
        return Standing(
            notes=notes,
            tags=tuple(tags),
            own_tags=tuple(own),
            progress=progress,
            opened=opened,
            said=article_identity.reader_metadata(records),
        )

    def _record(self, path: str, digest: str) -> ArticleRecord | None:
        return self._by_path.get(path) or (self._by_digest.get(digest) if digest else None)
