"""Reads the bytes of a path without hanging, and without reading what is no article."""

from __future__ import annotations

import errno
import os
import select
import stat
import time
from pathlib import Path
from typing import IO

from postil.errors import CannotOpen, NotAnArticle, NotReadable, NotThere
from postil.text.clean import clean_line

HEAD = 1 << 16
"""Bytes of a file from which a first screenful is made."""

MOST = 512 << 20
"""Bytes beyond which nothing is opened."""
MOST_TEXT = 64 << 20
"""Bytes of a text beyond which it is not opened; with one of that size Postil takes 400 MB."""

_BITE = 1 << 20
"""Bytes read at once."""
_PAUSE = 0.02
"""Seconds between two looks at a pipe that nobody has opened for writing."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def shown(path: Path) -> str:
    """Return the path as it may be shown in a terminal."""
    return clean_line(str(path), limit=400) or "(no name)"


def read_bytes(path: Path, *, seconds: float = 2.0, most: int = MOST) -> bytes:
    """Return all bytes of a file, or of a pipe that somebody writes to.

    Raises NotThere, NotReadable, or NotAnArticle: a folder, a socket, a device, or a pipe that
    nobody has opened for writing after so many seconds. NotReadable also for more bytes than
    ``most``; of a file that is told before any is read.
    """
    mode = _mode(path)
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        raise _refusal(path, error) from None
    try:
        if stat.S_ISFIFO(mode):
            return _read_pipe(path, descriptor, seconds, most)
        return _read_all(path, descriptor, most)
    except OSError as error:
        raise _refusal(path, error) from None
    finally:
        os.close(descriptor)


def head_bytes(path: Path, size: int = HEAD) -> bytes | None:
    """Return the first ``size`` bytes of a regular file that is larger, else None.

    Raises what ``read_bytes`` raises.
    """
    if not stat.S_ISREG(_mode(path)):
        return None
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        raise _refusal(path, error) from None
    try:
        if os.fstat(descriptor).st_size <= size:
            return None
        head = os.read(descriptor, size)
    except OSError as error:
        raise _refusal(path, error) from None
    finally:
        os.close(descriptor)
    return head if len(head) == size else None


def _mode(path: Path) -> int:
    """Return the file's mode once its kind is one that can be read."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None
    if stat.S_ISDIR(mode):
        raise NotAnArticle(shown(path), "it is a folder", "give the name of a file in it")
    if stat.S_ISSOCK(mode):
        raise NotAnArticle(shown(path), "it is a socket, not a file", "give the name of a file")
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        raise NotAnArticle(
            shown(path), "it is a device, not a file", "give a file, or - for standard input"
        )
    return mode


def _refusal(path: Path, error: OSError | ValueError) -> CannotOpen:
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    if number == errno.ENOENT and path.is_symlink():
        return NotThere(shown(path), "it is a link to a file that is gone", "check the link")
    if number in (errno.ENOENT, errno.ENOTDIR, errno.EINVAL, errno.ENAMETOOLONG):
        return NotThere(shown(path), "there is no such file", "check the name")
    if number == errno.ELOOP:
        return NotThere(shown(path), "its links lead in a circle", "check the link")
    if number in (errno.EACCES, errno.EPERM):
        return NotReadable(shown(path), "you are not allowed to read it", "check its permissions")
    reason = (error.strerror if isinstance(error, OSError) else None) or "it cannot be read"
    return NotReadable(shown(path), clean_line(reason).lower(), "try again or copy it elsewhere")


def read_stream(stream: IO[bytes], name: str) -> bytes:
    """Return all bytes of a stream that has a name; raises NotReadable for more than MOST."""
    data = stream.read(MOST + 1)
    if len(data) > MOST:
        raise too_large(name, MOST)
    return data


def _read_all(path: Path, descriptor: int, most: int) -> bytes:
    expected = os.fstat(descriptor).st_size
    if expected > most:
        raise too_large(shown(path), most)
    bites = []
    size = 0
    # Most are whole in one bite, which needs no joining.
    while bite := os.read(descriptor, max(_BITE, expected + 1 - size)):
        bites.append(bite)
        size += len(bite)
        if size > most:
            raise too_large(shown(path), most)
    return b"".join(bites)


def _read_pipe(path: Path, descriptor: int, seconds: float, most: int) -> bytes:
    """Read to the end; without a writer a read returns nothing, with an idle one it would block."""
    deadline = time.monotonic() + seconds
    bites: list[bytes] = []
    size = 0
    written = False
    while True:
        try:
            bite = os.read(descriptor, _BITE)
        except BlockingIOError:
            written = True
            select.select([descriptor], [], [])
            continue
        if bite:
            written = True
            bites.append(bite)
            size += len(bite)
            if size > most:
                raise too_large(shown(path), most)
        elif written:
            return b"".join(bites)
        elif time.monotonic() >= deadline:
            raise NotAnArticle(
                shown(path), "it is a pipe that nobody writes to", "start the writing command first"
            )
        else:
            time.sleep(_PAUSE)


def too_large(name: str, most: int) -> NotReadable:
    """Return the refusal of what has more bytes than it may."""
    text = "of text " if most == MOST_TEXT else ""
    return NotReadable(
        name, f"it is larger than {most >> 20} MB {text}".strip(), "split it into parts"
    )
