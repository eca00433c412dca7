"""Tag counts: how many notes bear each tag, and how many bear it or one below it.

They are kept by adding and taking away, so that a change of one note costs no look at the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from postil.store.machine.cache import Cache


class TagCounts:
    """Counts of the notes of a home; whoever adds to them owns them."""

    def __init__(self) -> None:
        self.spelled: Counter[str] = Counter()
        """Notes that bear a tag, as it is spelled on disk."""
        self.within: Counter[str] = Counter()
        """Notes that bear a tag or one below it, each once, by the tag with its case folded."""

    def add(self, tags: Iterable[str], by: int = 1) -> None:
        """Count the tags of one note, or with -1 no longer."""
        above = set[str]()
        for tag in dict.fromkeys(tags):
            self.spelled[tag] += by
            key = tag.casefold()
            above.add(key)
            while (at := key.rfind("/")) > 0:
                key = key[:at]
                above.add(key)
        for key in above:
            self.within[key] += by

    def changed(self, gone: Iterable[Iterable[str]], come: Iterable[Iterable[str]]) -> TagCounts:
        """Return the counts after some notes have gone and others come, each by its tags."""
        new = TagCounts()
        new.spelled, new.within = self.spelled.copy(), self.within.copy()
        for tags in gone:
            new.add(tags, -1)
        for tags in come:
            new.add(tags)
        new.spelled, new.within = +new.spelled, +new.within
        return new


class KeptTagCounts:
    """Counts in the cache, with what proves them: the digests of all lines that were counted."""

    def __init__(self, folder: Path, home: str) -> None:
        self._cache = Cache(folder / "ledgers" / f"{home}-tags.json", "1")

    def find(self, digests: Mapping[str, str]) -> TagCounts | None:
        """Return the counts of the lines with these digests, by ledger; None if not kept."""
        kept = self._cache.read()
        if kept.get("digests") != dict(digests):
            return None
        counts = TagCounts()
        for name, counter in ("spelled", counts.spelled), ("within", counts.within):
            for tag, count in kept.get(name, {}).items():
                if not isinstance(count, int) or count < 1:
                    return None
                counter[tag] = count
        return counts

    def keep(self, digests: Mapping[str, str], counts: TagCounts) -> None:
        """Keep counts for the next run."""
        self._cache.write(
            {
                "digests": dict(digests),
                "spelled": dict(counts.spelled),
                "within": dict(counts.within),
            }
        )
