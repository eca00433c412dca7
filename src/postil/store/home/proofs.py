"""Proofs of ledgers, kept in the cache: which lines were read whole, and found sound, before."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from postil.store.ledger.lazy_table import Proof
from postil.store.ledger.ledger_format import SCHEMA
from postil.store.machine.cache import Cache

_FORM = 2
"""Counts up when records are checked otherwise: what was found sound before may be no more."""


class Proven(NamedTuple):
    """A proof, and on which articles the notes are."""

    proof: Proof
    articles: frozenset[str]


class Proofs:
    """A file for each home; losing it costs the reading of all notes once."""

    def __init__(self, cache: Path, home: str) -> None:
        self._cache = Cache(cache / "ledgers" / f"{home}.json", f"{SCHEMA} {_FORM}")
        self._found: dict[str, Proven] | None = None

    def find(self, ledger: Path) -> Proven | None:
        """Return what is known of a ledger."""
        return self._all().get(ledger.name)

    def proof(self, ledger: Path) -> Proof | None:
        """Return the proof of a ledger's lines."""
        proven = self.find(ledger)
        return None if proven is None else proven.proof

    def keep(self, new: dict[Path, Proven]) -> None:
        """Keep what was found out of some ledgers."""
        found = self._all()
        found.update({path.name: proven for path, proven in new.items()})
        self._cache.write(
            {
                name: {**proven.proof._asdict(), "articles": sorted(proven.articles)}
                for name, proven in found.items()
            }
        )

    def _all(self) -> dict[str, Proven]:
        if self._found is None:
            read = self._cache.read()
            found = {name: _proven(doc) for name, doc in read.items()}
            self._found = {name: proven for name, proven in found.items() if proven is not None}
        return self._found


def _proven(doc: dict[str, object]) -> Proven | None:
    numbers = [doc.get(name) for name in ("length", "lines", "records")]
    length, lines, records = (n if isinstance(n, int) else -1 for n in numbers)
    digest, newest, articles = doc.get("digest"), doc.get("newest"), doc.get("articles")
    if min(length, lines, records) < 0:
        return None
    if not isinstance(digest, str) or not isinstance(newest, str):
        return None
    if not isinstance(articles, list) or not all(isinstance(one, str) for one in articles):
        return None
    return Proven(Proof(length, digest, lines, records, newest), frozenset(articles))
