"""Mutations of a home: bytes, JSON values, types, stamps, kinds of files, sizes and names."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

EVIL = "\x1b]52;c;cm0gLXI=\x07\x1b[2J\x9b31m\x1b]0;t\x07\u202e\u2066\x00\x08\x7f\x85\ud800"
LARGE = 1 << 36
"""Bytes that a sparse file seems to have."""
_READ = 1 << 24
"""Bytes of a file beyond which it is not spoilt further."""
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-f]{4}-([0-9a-z]{10})")
_STAMPS = (
    *(b"", b"zzzz", b"~" * 41, b"2026", b"!", b"2026-02-30T00:00:00.000Z-0000-%s"),
    *(b"2099-13-45T99:99:99.999Z-ffff-%s", b"8999-12-31T23:59:59.999Z-ffff-%s"),
    *(b"0000-00-00T00:00:00.000Z-0000-%s", b"1970-01-01T00:00:00.000Z-0000-%s"),
    *(b"!8999-12-31T23:59:59.999Z-ffff-%s", b"9999-12-31T23:59:59.999Z-ffff-%s"),
)
_VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1 << 31, 1 << 63, 10**30, 10**4200, 0.5, -0.0, 1e308),
    *(float("nan"), float("inf"), float("-inf"), "", "x", "zzzz", EVIL, "\ud800", "a\n}}\n"),
    *([], [[]], [None], ["a", 7], {}, {"": ""}, {"a": {}}, [["zzzz", {"": "zzzz"}]], "y" * 100_000),
    *([["zzzz", "text"]], {EVIL: EVIL}, "../../outside/victim", "/dev/zero", "/dev/stdin", "a\0b"),
)
_NAMES = (
    *("x\ny.json", "\x1b[31mred.json", "..json", "-rf.json", " .json", "a" * 200 + ".json"),
    *("\udcff.json", "\u202e.json", "$(touch x).json", "bbbbbbbbbb (1).json", "bbbbbbbbbb.json"),
)

Mutation = Callable[[Path, Random], None]


def files(root: Path) -> list[Path]:
    """Return the files of the home and of the state of the first machine, always in one order.

    What a mutation before made endless is not read again.
    """
    found = [*(root / "home").rglob("*"), *(root / "one" / "state").rglob("*")]
    kept = (path for path in found if path.is_file() and path.suffix != ".lock")
    return sorted(path for path in kept if path.stat().st_size <= _READ)


def mutate(root: Path, random: Random) -> str:
    """Spoil the home in one to three ways; return what was done, to be read by people."""
    told = []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        paths = files(root)
        if not paths:
            break
        (path,) = random.choices(paths, [_weight(path) for path in paths])
        name, mutation = random.choice(MUTATIONS)
        with contextlib.suppress(OSError, ValueError, RecursionError):
            mutation(path, random)
            told.append(f"{name} {str(path.relative_to(root))!a}")
    return ", ".join(told)


def _weight(path: Path) -> int:
    """Return how often a file is spoilt: what travels between machines more than all else."""
    return 6 if "notes" in path.parts else 3 if "history" in path.parts else 1


# Bytes


def _bytes(path: Path, random: Random) -> None:
    raw = bytearray(path.read_bytes())
    for _ in range(random.choice((1, 1, 3, 30))):
        at = random.randrange(len(raw) + 1)
        span = random.choice((1, 1, 7, 300))
        way = random.randrange(5)
        if way == 0:
            raw[at:at] = random.randbytes(span)
        elif way == 1:
            del raw[at : at + span]
        elif way == 2:
            raw[at : at + span] = random.randbytes(len(raw[at : at + span]))
        elif way == 3:
            raw[at : at + span] = bytes(span)
        else:
            raw[at:at] = raw[max(0, at - span) : at]
    path.write_bytes(bytes(raw))


def _cut(path: Path, random: Random) -> None:
    raw = path.read_bytes()
    at = random.randrange(len(raw) + 1)
    path.write_bytes(random.choice((raw[:at], raw[at:], b"", raw + raw, raw[:at] + bytes(5000))))


def _nest(path: Path, random: Random) -> None:
    raw, depth = path.read_bytes(), random.choice((40, 900, 100_000))
    at = raw.find(random.choice((b'"body":', b'"title":', b'"tags":', b'"id":')))
    deep = random.choice((b"[" * depth + b"]" * depth, b'{"a":' * depth + b"1" + b"}" * depth))
    path.write_bytes(raw[:at] + b'"deep":' + deep + b"," + raw[at:] if at >= 0 else deep)


def _stamps(path: Path, random: Random) -> None:
    stamp, share = random.choice(_STAMPS), random.choice((0.05, 0.5, 1.0))

    def other(found: re.Match[bytes]) -> bytes:
        if random.random() > share:
            return found[0]
        return stamp % found[1] if b"%s" in stamp else stamp

    path.write_bytes(_STAMP.sub(other, path.read_bytes()))


# JSON


def _json(path: Path, random: Random) -> None:
    """Change some values, wherever they stand, in a file of JSON or of lines of it."""
    text = path.read_text("utf-8").rstrip(" \0\n")
    lines = text.splitlines() if path.suffix == ".jsonl" else [text]
    number = random.randrange(len(lines))
    whole = json.loads(lines[number])
    for _ in range(random.choice((1, 1, 2, 8))):
        _change(random, list(_spots(whole)))
    lines[number] = json.dumps(whole, separators=(",", ":"))
    path.write_text("\n".join(lines) + "\n", "utf-8", "surrogatepass")


def _record(path: Path, random: Random) -> None:
    """Change some values of one record where it stands, its file in the form of Postil."""
    lines = path.read_text("utf-8").split("\n")
    rows = [n for n, line in enumerate(lines) if re.match(r'[ ,]?"\d+":\{', line)]
    number = random.choice(rows or [0])
    head, _, text = lines[number].partition(":")
    text = text.rstrip(", ")
    doc = json.loads(text)
    for _ in range(random.choice((1, 1, 3))):
        _change(random, list(_spots(doc)))
    lines[number] = f"{head}:{json.dumps(doc, separators=(',', ':'))}"
    path.write_text("\n".join(lines), "utf-8", "surrogatepass")


def _spots(value: object) -> Iterator[tuple[dict[str, object] | list[object], str | int]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield value, key
            yield from _spots(each)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield value, number
            yield from _spots(each)


def _change(
    random: Random, spots: list[tuple[dict[str, object] | list[object], str | int]]
) -> None:
    if not spots:
        return
    held, key = random.choice(spots)
    way = random.randrange(6)
    if isinstance(held, dict):
        name = str(key)
        if way == 0:
            held.pop(name, None)
        elif way == 1:
            held[random.choice(("x", "", EVIL, "deleted", "seen", "also"))] = held.pop(name, None)
        elif way == 2:
            other, there = random.choice(spots)
            held[name] = other.get(str(there)) if isinstance(other, dict) else None
        else:
            held[name] = random.choice(_VALUES)
    elif isinstance(key, int) and key < len(held):
        held[key] = random.choice(_VALUES)


# Kinds, sizes and names


def _kind(path: Path, random: Random) -> None:
    root = next(one for one in path.parents if (one / "outside").is_dir())
    raw = path.read_bytes()
    path.unlink()
    _lay(path, random, root, raw)


def _lay(path: Path, random: Random, root: Path, raw: bytes) -> None:
    """Lay something else in the place of a file or a folder."""
    victim = root / "outside" / "victim"
    way = random.randrange(9)
    if way == 0:
        os.mkfifo(path)
    elif way == 1:
        path.mkdir()
    elif way == 2:
        path.symlink_to("/dev/zero")
    elif way == 3:
        path.symlink_to(path.parent / "nowhere")
    elif way == 4:
        path.symlink_to(victim)
    elif way == 5:
        path.symlink_to(path.name)
    elif way == 6:
        path.write_bytes(raw)
        os.truncate(path, LARGE)
    elif way == 7:
        _socket(path)
    else:
        path.symlink_to(root / "outside" / "new")


def _socket(path: Path) -> None:
    made = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        made.bind(path.name)
    finally:
        os.chdir(here)
        made.close()


def _folder(path: Path, random: Random) -> None:
    """Lay something else in the place of a whole folder."""
    root = next(one for one in path.parents if (one / "outside").is_dir())
    folder = random.choice([one for one in path.parents if root in one.parents])
    shutil.rmtree(folder)
    way = random.randrange(4)
    if way == 0:
        folder.write_bytes(b"file")
    elif way == 1:
        os.mkfifo(folder)
    elif way == 2:
        folder.symlink_to(folder.parent / "nowhere")


def _name(path: Path, random: Random) -> None:
    to = path.with_name(random.choice(_NAMES))
    random.choice((shutil.copy, shutil.move))(path, to)


def _beside(path: Path, random: Random) -> None:
    """Lay something beside a file that a writer might use on its way."""
    root = next(one for one in path.parents if (one / "outside").is_dir())
    name = random.choice(
        (f"{path.name}.tmp", f".{path.name}", f"{path.stem}.lock", f"{path.name}~")
    )
    _lay(path.with_name(name), random, root, b"")


def _swap(path: Path, random: Random) -> None:
    """Put the bytes of another file in the place of one."""
    root = next(one for one in path.parents if (one / "outside").is_dir())
    path.write_bytes(random.choice(files(root)).read_bytes())


MUTATIONS: tuple[tuple[str, Mutation], ...] = (
    *(("values of", _json), ("values of a record of", _record), ("values of a record in", _record)),
    *(("bytes of", _bytes), ("the end of", _cut), ("depth in", _nest), ("stamps of", _stamps)),
    *(("the kind of", _kind), ("the folder of", _folder), ("the name of", _name)),
    *(("something beside", _beside), ("another's bytes in", _swap)),
)
