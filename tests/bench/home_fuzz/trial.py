"""A trial: the verbs that a reader uses, on a spoilt home, in a process of its own with limits."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import resource
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TextIO

from postil.cli.main import run
from postil.store.home.home import open_home
from tests.bench.home_fuzz.homes import (
    SECOND,
    USED,
    article,
    build,
    drawn,
    environ,
    places,
    victims,
)
from tests.bench.home_fuzz.mutations import mutate

BUSY = 2.0
"""Seconds of the processor that a verb may take."""
ASLEEP = 8.0
"""Seconds without any work after which a trial hangs."""
MEMORY = 3 << 30
"""Bytes that a trial may have."""
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What no verb may print: it acts on a terminal."""
READING = (
    *(["notes"], ["notes", "--json"], ["notes", "ARTICLE"], ["tags"], ["tags", "--json"]),
    *(["shelf"], ["shelf", "--json"], ["history"], ["history", "--json"], ["history", "ID"]),
    *(["doctor"], ["doctor", "--json"], ["sources", "ARTICLE"], ["meta", "ARTICLE"]),
    *(["cite", "ARTICLE", "--at", "30:50"], ["bibliography", "--noted"], ["config"]),
    *(["notes", "--state", "orphan"], ["outline", "ARTICLE"]),
)


class Known(NamedTuple):
    """What is known of a home before it is spoilt."""

    ledger: Path
    """The file of the machine that tries, below the root."""
    notes: dict[str, str]
    """The bodies of the notes that this machine alone has written, by their ids."""


def known(pristine: Path) -> Known:
    """Return what the first machine has acknowledged in a home."""
    home, other = open_home(places(pristine)), open_home(places(pristine, SECOND))
    theirs = {path: path.read_text("utf-8") for path in (pristine / "home" / "notes").iterdir()}
    ledger = pristine / "home" / "notes" / f"{home.device}.json"
    del theirs[ledger]
    assert other.device != home.device
    notes = {
        identity: note.body
        for identity, note in home.notes().items()
        if not any(identity in text for text in theirs.values())
    }
    assert notes
    return Known(ledger.relative_to(pristine), notes)


class Trials:
    """Trials in one place: the path of a home says which home it is, so it must stay the same."""

    def __init__(self, root: Path) -> None:
        self._place, self._pristine = root / "place", root / "pristine"
        self._place.mkdir(parents=True)
        build(self._place)
        self._known = known(self._place)
        self._place.rename(self._pristine)

    def attempt(self, seed: int) -> tuple[str, list[str]]:
        """Spoil the home by a seed, and use it; return what was done, and what was wrong."""
        root, before = self._place, self._known
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self._pristine, root, symlinks=True)
        random = Random(seed)
        told = mutate(root, random)
        ledger = root / before.ledger
        whole = not ledger.is_symlink() and ledger.is_file()
        whole = whole and _same(ledger, self._pristine / before.ledger)
        outside = _outside(root)
        wrong = _forked(root, random, before.notes if whole else {})
        if _outside(root) != outside:
            wrong.append("something was written outside the home")
        return told, wrong


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _outside(root: Path) -> dict[str, bytes]:
    found = [*victims(root).iterdir(), article(root), *(root / "h").iterdir()]
    return {path.name: path.read_bytes() for path in found}


def _forked(root: Path, random: Random, kept: dict[str, str]) -> list[str]:
    """Use the home in a process of its own; return what was wrong, hanging and dying included."""
    log = root / "log"
    child = os.fork()
    if not child:
        try:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            told = log.open("a", encoding="utf-8", errors="backslashreplace")
            with told as file, drawn(random, USED):
                _Use(root, random, kept, file).all()
        finally:
            os._exit(0)
    why = _watched(child)
    lines = log.read_text("utf-8").splitlines()
    wrong = [line.removeprefix("wrong ") for line in lines if line.startswith("wrong ")]
    if why or lines[-1:] != ["done"]:
        verbs = [line for line in lines if line.startswith("verb ")]
        wrong.append(f"{why or 'died'} in {verbs[-1:]}")
    return wrong


def _watched(child: int) -> str:
    """Wait for a process; return why it was killed, if it was."""
    spent, woke = -1.0, time.monotonic()
    while True:
        ended, _ = os.waitpid(child, os.WNOHANG)
        if ended:
            return ""
        with contextlib.suppress(OSError, IndexError):
            words = Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()
            now = int(words[11]) + int(words[12])
            if now > spent or words[0] in ("R", "D"):
                spent, woke = now, time.monotonic()
            if time.monotonic() - woke > ASLEEP or now > 60 * os.sysconf("SC_CLK_TCK"):
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return "hangs"
        time.sleep(0.005)


class _Use:
    """The verbs on one home, and what was wrong with them, written to a log."""

    def __init__(self, root: Path, random: Random, kept: dict[str, str], log: TextIO) -> None:
        self._root = root
        self._random = random
        self._kept = kept
        self._log = log
        self._environ = environ(root)

    def all(self) -> None:
        """Read, write, change and take back; what was acknowledged is looked for after each."""
        some = [*self._kept, "0000"]
        for words in self._random.sample(READING, 4):
            self._say(*(self._random.choice(some) if word == "ID" else word for word in words))
        kept = dict(self._kept)
        if fresh := self._note("fresh"):
            kept[fresh] = "fresh"
        self._look_for(kept)
        for identity, body in list(kept.items())[-2:]:
            if self._say("edit", identity, "--body", f"{body}, changed")[0] == 0:
                kept[identity] = f"{body}, changed"
        self._look_for(kept)
        if fresh and self._say("delete", fresh)[0] == 0:
            if fresh in self._bodies():
                self._wrong("a deleted note is still there")
            if self._say("undo")[0] == 0:
                self._look_for(kept)
            self._say("redo")
        self._say(*self._random.choice(READING))
        self._log.write("done\n")

    def _note(self, body: str) -> str:
        status, out = self._say(
            *("note", "ARTICLE", "--at", "30:50", "--body", body, "--tag", "a/b", "--json")
        )
        found = [row["id"] for row in _rows(out)] if status == 0 else []
        return found[0] if found else ""

    def _bodies(self) -> dict[str, str]:
        return {row["id"]: row["body"] for row in _rows(self._say("notes", "--json")[1])}

    def _look_for(self, kept: dict[str, str]) -> None:
        found = self._bodies()
        lost = [body for identity, body in kept.items() if body not in found.get(identity, "")]
        if lost:
            self._wrong(f"lost: {lost}")

    def _say(self, *words: str) -> tuple[int, str]:
        given = [str(article(self._root)) if word == "ARTICLE" else word for word in words]
        self._log.write(f"verb {words}\n")
        self._log.flush()
        before = time.process_time()
        with _captured() as (out, err):
            try:
                status = run(given, self._environ)
            except BaseException:  # noqa: BLE001  (whatever comes out of it is what is looked for)
                status = -1
                last = traceback.format_exc().strip().splitlines()
                where = [line.strip() for line in last if "src/postil" in line]
                self._wrong(f"traceback of {words}: {last[-1][:300]} {where[-1:]}")
        spent = time.process_time() - before
        said = _read(out) + _read(err)
        if spent > BUSY:
            self._wrong(f"{words} took {spent:.1f} s of the processor")
        if "Traceback" in said:
            self._wrong(f"{words} told of a traceback")
        if found := CONTROL.search(said):
            shown = said[max(0, found.start() - 20) : found.start() + 20]
            self._wrong(f"{words} sends the terminal {shown!a}")
        return status, _read(out)

    def _wrong(self, what: str) -> None:
        self._log.write(f"wrong {ascii(what)[1:-1]}\n")
        self._log.flush()


@contextlib.contextmanager
def _captured() -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Let what is printed go to these bytes, as encoded as it would go to a terminal."""
    out, err, held = io.BytesIO(), io.BytesIO(), (sys.stdout, sys.stderr)
    sys.stdout = io.TextIOWrapper(out, "utf-8")
    sys.stderr = io.TextIOWrapper(err, "utf-8", "backslashreplace")
    try:
        yield out, err
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            stream.detach()
        sys.stdout, sys.stderr = held


def _read(stream: io.BytesIO) -> str:
    return stream.getvalue().decode("utf-8", "replace")


def _rows(out: str) -> Sequence[dict[str, str]]:
    return [json.loads(line) for line in out.splitlines()]
