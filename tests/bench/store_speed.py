"""How quick a ledger is beside sqlite3 and TinyDB's own storage, taken in turns in one run.

From the root of the project:

    PYTHONPATH=src python -m tests.bench.store_speed --notes 100000

sqlite3 writes ahead and syncs fully, with each note as JSON in a column. Times are medians in
milliseconds; what is to be judged are the ratios.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Protocol

from tinydb import TinyDB

from postil.store.disk.clock import new_id
from postil.store.ledger.line_scan import scan
from postil.store.ledger.storage import LedgerStorage
from tests.store.ledgers import open_ledger

Record = dict[str, object]
WORDS = ("tide", "moon", "harbour", "keeper", "lamp", "rope", "salt", "north", "“Δ”", "등대")


def made(rnd: random.Random, number: int, articles: int) -> Record:
    """Invent a note of the usual size."""

    def words(count: int) -> str:
        return " ".join(rnd.choices(WORDS, k=count))

    start = rnd.randrange(200_000)
    return {
        "id": new_id(),
        "article": f"article-{number % articles:06d}",
        "quote": words(rnd.randrange(6, 40)),
        "prefix": words(5),
        "suffix": words(5),
        "start": start,
        "end": start + 100,
        "digest": f"{rnd.getrandbits(256):064x}",
        "colour": rnd.choice(("yellow", "green", "blue")),
        "tags": rnd.sample(WORDS, rnd.randrange(4)),
        "body": words(rnd.choice((0, 8, 20, 50))),
        "created": "2026-11-23T10:00:00.000Z",
        "modified": f"2026-11-23T10:00:00.000Z-{number % 65536:04x}-abcdefghjk",
    }


class Store(Protocol):
    """What is asked of each of the three."""

    def add(self, note: Record) -> object: ...
    def update(self, handle: object, fields: Record) -> object: ...
    def delete(self, handle: object) -> object: ...
    def close(self) -> None: ...


class Tiny:
    """Any TinyDB."""

    def __init__(self, db: TinyDB, notes: Sequence[Record]) -> None:
        self.table = db.table("notes")
        self.close = db.close
        self.handles: list[object] = list(self.table.insert_multiple(notes))

    def add(self, note: Record) -> object:
        return self.table.insert(note)

    def update(self, handle: object, fields: Record) -> object:
        return self.table.update(fields, doc_ids=[int(str(handle))])

    def delete(self, handle: object) -> object:
        return self.table.remove(doc_ids=[int(str(handle))])


class Sqlite:
    """The rival."""

    def __init__(self, path: Path, notes: Sequence[Record]) -> None:
        self.db = connect(path)
        self.db.execute("begin")
        self.handles = [self.add(note) for note in notes]
        self.db.execute("commit")

    def add(self, note: Record) -> object:
        row = note["id"], note["article"], json.dumps(note, ensure_ascii=False)
        self.db.execute("insert into notes values(?,?,?)", row)
        return note["id"]

    def update(self, handle: object, fields: Record) -> object:
        self.db.execute("begin immediate")
        (found,) = self.db.execute("select doc from notes where id=?", (handle,)).fetchone()
        doc = {**json.loads(found), **fields}
        row = json.dumps(doc, ensure_ascii=False), doc["article"], handle
        self.db.execute("update notes set doc=?, article=? where id=?", row)
        return self.db.execute("commit")

    def delete(self, handle: object) -> object:
        return self.db.execute("delete from notes where id=?", (handle,))

    def close(self) -> None:
        self.db.close()


def connect(path: Path) -> sqlite3.Connection:
    """Open the rival's file."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("pragma journal_mode=wal")
    db.execute("pragma synchronous=full")
    db.execute(
        "create table if not exists notes(id text primary key, article text, doc text)"
        " without rowid"
    )
    db.execute("create index if not exists by_article on notes(article)")
    return db


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def changes(
    stores: Mapping[str, tuple[Store, list[object], int]], rounds: int, rnd: random.Random
) -> dict[str, dict[str, list[float]]]:
    """Add, update and delete in turns; a slow store takes part in fewer rounds."""
    taken: dict[str, dict[str, list[float]]] = {name: {} for name in stores}
    for turn in range(rounds):
        note = made(rnd, turn, 2000)
        fields: Record = {"body": f"changed {turn}"}
        for name, (store, handles, most) in stores.items():
            if turn >= most:
                continue
            changed, gone = (handles.pop(rnd.randrange(len(handles))) for _ in range(2))
            acts: dict[str, Callable[[], object]] = {
                "add": partial(store.add, note),
                "update": partial(store.update, changed, fields),
                "delete": partial(store.delete, gone),
            }
            for what, act in acts.items():
                taken[name].setdefault(what, []).append(timed(act))
    return taken


def loads(folder: Path, rounds: int) -> dict[str, list[float]]:
    """List every note from a cold open, in turns."""

    def ledger() -> object:
        return [dict(note) for note in open_ledger(folder / "ledger.json").table("notes")]

    def held() -> object:
        storage = LedgerStorage(folder / "ledger.json")
        storage.refresh()
        return list(storage.newest("notes").values())

    def sqlite() -> object:
        with closing(connect(folder / "rival.db")) as db:
            return [json.loads(row[0]) for row in db.execute("select doc from notes")]

    ways = {"ledger": ledger, "ledger, as held": held, "sqlite": sqlite}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            gc.collect()
            taken[name].append(timed(way))
    return taken


def steps(path: Path, clock: Callable[[], float]) -> list[float]:
    """Return the milliseconds of each step of a refresh with pauses, shortest first."""
    ledger = LedgerStorage(path)
    gc.collect()
    ends = [clock()]
    ledger.refresh(lambda share: ends.append(clock()))
    ends.append(clock())
    return sorted((end - start) * 1000 for start, end in pairwise(ends))


def figures(folder: Path, notes: int, rounds: int, slow_rounds: int) -> Iterator[tuple[str, float]]:
    """Yield what was measured, by name; the names of ratios say of what."""
    rnd = random.Random(7)
    many = [made(rnd, number, max(10, notes // 50)) for number in range(notes)]
    ours = Tiny(open_ledger(folder / "ledger.json"), many)
    rival = Sqlite(folder / "rival.db", many)
    stores: dict[str, tuple[Store, list[object], int]] = {
        "ledger": (ours, ours.handles, rounds),
        "sqlite": (rival, rival.handles, rounds),
    }
    if slow_rounds:
        default = Tiny(TinyDB(folder / "default.json"), many)
        stores["default"] = (default, default.handles, slow_rounds)
    del many
    taken = changes(stores, rounds, rnd)
    for what in ("add", "update", "delete"):
        middle = {name: median(times[what]) for name, times in taken.items()}
        for name, found in middle.items():
            yield f"{what} {name} ms", found
        yield f"{what} ledger / sqlite", middle["ledger"] / middle["sqlite"]
        if "default" in middle:
            yield f"{what} default / ledger", middle["default"] / middle["ledger"]
    for store, *_ in stores.values():
        store.close()
    del ours, rival, stores, store
    listed = {name: median(times) for name, times in loads(folder, 5).items()}
    for name, found in listed.items():
        yield f"load {name} ms", found
    yield "load ledger / sqlite", listed["ledger"] / listed["sqlite"]
    for name, clock in (("", time.perf_counter), (", of its own", time.thread_time)):
        took = steps(folder / "ledger.json", clock)
        yield f"step p50{name} ms", median(took)
        yield f"step p99{name} ms", took[int(len(took) * 0.99)]
        yield f"step longest{name} ms", took[-1]
    yield "steps of a refresh", len(took)
    needle = b'"article":"article-000007"'
    prescans = [timed(lambda: scan(folder / "ledger.json", needle)) for _ in range(5)]
    yield "prescan ms", median(prescans)
    yield "prescan notes", len(scan(folder / "ledger.json", needle))
    yield "file MB", (folder / "ledger.json").stat().st_size / 1e6


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--slow-rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="on the disk to be measured")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        found = figures(Path(folder), given.notes, given.rounds, given.slow_rounds)
        for name, figure in found:
            print(f"{name:30}{figure:12.3f}", flush=True)


if __name__ == "__main__":
    main()
