"""Proofs of ledgers, kept in the cache: which lines were read whole, and found sound, before."""

from __future__ import annotations

from pathlib import Path

from postil.model.values import NamedTuple
from postil.store.ledger.lazy_table import Proof
from postil.store.ledger.ledger_format import SCHEMA
from postil.store.machine.cache import Cache

_FORM = 3
"""Counts up when records are checked otherwise: what was found sound before may be no more."""


class Latest(NamedTuple):
    """The records of proven lines that were changed last; all others were changed before."""

    stamps: dict[str, str]
    """The greatest stamp of each, by its key."""
    floor: str
    """No other record has a greater stamp; empty where there is no other."""


class Proven(NamedTuple):
    """A proof, on which articles the notes are, and which of them were changed last."""

    proof: Proof
    articles: frozenset[str]
    latest: Latest | None
    """None where that is not known for certain."""


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
                name: {
                    **dict(zip(Proof._fields, proven.proof, strict=True)),
                    "articles": sorted(proven.articles),
                    "latest": proven.latest,
                }
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
    numbers = [doc.get(name) for name in ("length", "lines", "records", "ordered")]
    length, lines, records, ordered = (n if isinstance(n, int) else -1 for n in numbers)
    digest, newest, articles = doc.get("digest"), doc.get("newest"), doc.get("articles")
    if min(length, lines, records, ordered) < 0:
        return None
    if not isinstance(digest, str) or not isinstance(newest, str):
        return None
    if not isinstance(articles, list) or not all(isinstance(one, str) for one in articles):
        return None
    proof = Proof(length, digest, lines, records, ordered, newest)
    return Proven(proof, frozenset(articles), _latest(doc.get("latest")))


def _latest(found: object) -> Latest | None:
    if not isinstance(found, list) or len(found) != 2:
        return None
    stamps, floor = found
    if not isinstance(stamps, dict) or not isinstance(floor, str):
        return None
    good = all(isinstance(stamp, str) for stamp in stamps.values())
    return Latest(stamps, floor) if good else None
