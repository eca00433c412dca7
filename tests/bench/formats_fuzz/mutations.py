"""Mutations of a document: bytes spoilt, cut, repeated, exchanged; members of archives as well."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
import zlib
from collections.abc import Callable, Sequence

_TOKENS = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\x1b[2J", b"\x1b]52;c;x\x07", b"\xed\xa0\x80"),
    *(
        b"<",
        b"</",
        b"<!--",
        b"-->",
        b"]]>",
        b"<![CDATA[",
        b"&#0;",
        b"&#xD800;",
        b"<table>",
        b"<td>",
    ),
    *(
        b"<li>",
        b"<template>",
        b"<svg>",
        b"<a>",
        b"<p ",
        b'id="',
        b"\n\n",
        b"\n* ",
        b"\n  - ",
        b"\n| ",
    ),
    *(
        b"\n.. ",
        b"::",
        b"\n.. x::\n   ",
        b":r:`",
        b"`_",
        b"|s|",
        b"\n====\n",
        b"[#]_",
        b"\n.. [#] x\n",
    ),
    *(
        b"\n#+begin_x\n",
        b"\n#+end_x\n",
        b"[[",
        b"]]",
        b"[fn:",
        b"\n:A:\n",
        b"\n:END:\n",
        b"\\begin{x}",
    ),
    *(
        b"\n.de X\n",
        b"\n..\n",
        b"\n.X\n",
        b"\\f(",
        b"\\[",
        b"\\*[",
        b"\n.TS\n",
        b"\n.TE\n",
        b"\n.if ",
    ),
    *(
        b"\\{",
        b"\\}",
        b"\n.El\n",
        b"\n.It ",
        b"\n.Bl -column\n",
        b"\n.nf\n",
        b"\n.RE\n",
        b"\n.RS\n",
    ),
    *(
        b"{",
        b"}",
        b"{\\*",
        b"\\bin9999 ",
        b"\\u-1",
        b"\\'",
        b"\\trowd",
        b"\\cell",
        b"\\row",
        b"\\par",
    ),
    *(b"w:p", b"w:tbl", b"w:val", b"text:", b"-1", b"99999999999", b"0", b"\xc3", b"\xe2\x80\x8f"),
    *(b" 0 R", b"obj", b"endobj", b"stream", b"<<", b">>", b"/Kids", b"/Parent", b"\xcc\x81" * 20),
)
_MOST = 200_000
"""Bytes that a mutated document may have."""
_MEMBER = 1 << 20


def mutated(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Return a document spoilt in a few places, or bytes that were never one."""
    if chance.random() < 0.03:
        return chance.randbytes(chance.randrange(400))
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _in_archive(data, others, chance)
    if data.startswith(b"\x1f\x8b") and chance.random() < 0.6:
        return gzip.compress(_spoilt(gzip.decompress(data), others, chance), mtime=0)
    return _spoilt(data, others, chance)


def _spoilt(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 5, 12))):
        data = chance.choice(_WAYS)(data, others, chance)[:_MOST]
    return data


def _flip(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randrange(1, 8)):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _cut(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + data[end:]


def _end(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _insert(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_TOKENS) + data[at:]


def _many(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_TOKENS) * chance.choice((3, 40, 700, 4000)) + data[at:]


def _repeat(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 30, 500)) + data[end:]


def _swap(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[start:end] + data[at:]


def _splice(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start, end = _range(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def _lines(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


_WAYS: tuple[Callable[[bytes, Sequence[bytes], random.Random], bytes], ...] = (
    *(_flip, _cut, _end, _insert, _insert, _many, _repeat, _swap, _splice, _lines),
)


def _range(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 4, 20, 200, 2000)))


def _in_archive(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Return an archive with one member spoilt, left out, or twice in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            members = [(one.filename, old.read(one)[:_MEMBER]) for one in old.infolist()]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return _spoilt(data, others, chance)
    at = chance.randrange(len(members))
    name, content = members[at]
    way = chance.random()
    if way < 0.1:
        del members[at]
    elif way < 0.15:
        members.append((name, b""))
    else:
        members[at] = name, _spoilt(content, [one for _, one in members], chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members:
            if name in new.namelist():
                continue
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(name, content, kind)
    return made.getvalue()
