"""A synchronised home as two machines leave it: ledgers, copies, texts, history and drafts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from functools import partial
from io import StringIO
from itertools import count
from pathlib import Path
from random import Random
from unittest import mock

from postil.cli.main import run
from postil.config import Places
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care import local_state
from postil.library.shelf import marking
from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.store.disk import clock
from postil.store.disk.lock import Lock
from postil.store.home.history import History
from postil.store.home.home import Home, open_home
from postil.store.home.ledgers import Ledgers
from postil.store.ledger import backups

TEXT = """\
How the harbour froze

Boats lay in the ice for nine weeks, and the ferrymen sold bread from their decks to whoever
dared to walk out to them. [Source: Ada Lindqvist, Harbour Gazette, February 3, 1998]

The pilots

Nobody sold bread the year after, “and the lighthouse was reached by boat as always”.
"""
FIRST, SECOND = "one", "two"
BUILT = 1_795_428_000_000
"""When a home is built, and used: milliseconds since 1970, 23 November 2026."""
USED = BUILT + 60 * 60 * 1000


def places(root: Path, machine: str = FIRST) -> Places:
    """Return the folders of a machine; the home is the same for both."""
    there = root / machine
    return Places(root / "home", there / "state", there / "config", there / "cache")


def environ(root: Path, machine: str = FIRST) -> dict[str, str]:
    """Return the environment in which a machine runs Postil."""
    found = places(root, machine)
    names = ("home", "state", "config", "cache")
    return {
        **{f"POSTIL_{name.upper()}": str(getattr(found, name)) for name in names},
        "POSTIL_CLIPBOARD": "file",
        "HOME": str(root / "h"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PATH": os.environ.get("PATH", ""),
    }


def article(root: Path) -> Path:
    """Return the article that both machines have notes on."""
    return root / "harbour.txt"


def victims(root: Path) -> Path:
    """Return a folder outside the home, to which nothing must ever be written."""
    return root / "outside"


@contextmanager
def drawn(random: Random, since: int) -> Iterator[None]:
    """Draw ids from a generator, and let the time begin at a moment, so that a seed tells all.

    Each look at the clock finds it a millisecond later. Nothing waits for the disk: what is tried
    here is what lies on it.
    """
    ticks = count(since)

    def local() -> datetime:
        return datetime.fromtimestamp(next(ticks) / 1000, UTC)

    with (
        mock.patch.object(backups, "_local", local),
        mock.patch.object(os, "urandom", random.randbytes),
        mock.patch.object(clock, "_milliseconds", partial(next, ticks)),
        mock.patch.object(os, "fsync"),
        mock.patch.object(os, "fdatasync"),
    ):
        yield


def build(root: Path) -> None:
    """Let two machines write into one home, each after reading what the other wrote."""
    with drawn(Random(0), BUILT):
        _build(root)


def _build(root: Path) -> None:
    article(root).write_text(TEXT, "utf-8")
    victims(root).mkdir()
    (victims(root) / "victim").write_text("victim", "utf-8")
    (root / "h").mkdir()
    for turn in range(3):
        for machine in (FIRST, SECOND):
            for number in range(3):
                body = f"{machine} {turn} {number}"
                at = f"{24 + 9 * number}:{40 + 11 * number}"
                _say(root, machine, "note", article(root), "--at", at, "--body", body)
            for identity in list(_ids(root, machine))[:2]:
                _say(root, machine, "edit", identity, "--body", f"edited {turn} on {machine}")
                _say(root, machine, "edit", identity, "--tag", f"{machine}/{turn}")
    for machine in (FIRST, SECOND):
        _say(root, machine, "tags", "define", f"{machine}/1", f"what {machine} means")
        _say(root, machine, "meta", article(root), "--title", f"Ice, by {machine}")
        _say(root, machine, "delete", list(_ids(root, machine))[-1])
        _say(root, machine, "undo")
        home = open_home(places(root, machine))
        _leave_marks(home, opening.read(home, article(root)))
        ledgers = Ledgers(home.places.home, Lock(home.places.state / "locks" / "history.lock"))
        ledgers.refresh(home.device)
        versions = list(ledgers.versions())
        History(home.places.home / "history" / home.device).keep(versions[::2])
    other = root / "home" / "notes" / f"{open_home(places(root, SECOND)).device}.json"
    raw = other.read_bytes()
    _say(root, SECOND, "edit", next(_ids(root, SECOND)), "--body", "edited after the copy")
    other.with_name(f"{other.stem}.sync-conflict-20261123-101112-ABCDEFG.json").write_bytes(raw)


def _leave_marks(home: Home, opened: OpenArticle) -> None:
    """Leave what lies beside the notes: a place, marks, a draft, a way of citing."""
    opening.close(home, opened, ReadingPosition(30), 60)
    marking.set_mark(home, opened, "a", ReadingPosition(30))
    marking.set_mark(home, opened, "B", ReadingPosition(30))
    local_state.keep_draft(home, opened, Span(30, 50), "unfinished")


def _ids(root: Path, machine: str) -> Iterator[str]:
    home = open_home(places(root, machine))
    return iter(sorted(home.notes()))


def _say(root: Path, machine: str, *words: str | Path) -> None:
    with redirect_stdout(StringIO()):
        status = run([str(word) for word in words], environ(root, machine))
    assert status == 0, words
