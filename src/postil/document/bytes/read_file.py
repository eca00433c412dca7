"""Reads the bytes of a path without hanging, and without reading what is no article."""

from __future__ import annotations

import errno
import os
import select
import stat
import time
from pathlib import Path

from postil.errors import CannotOpen, NotAnArticle, NotReadable, NotThere
from postil.text.clean import clean_line

HEAD = 1 << 16
"""Bytes of a file from which a first screenful is made."""

MOST = 512 << 20
"""Bytes beyond which nothing is opened."""

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


def read_bytes(path: Path, *, seconds: float = 2.0) -> bytes:
    """Return all bytes of a file, or of a pipe that somebody writes to.

    Raises NotThere, NotReadable, or NotAnArticle: a folder, a socket, a device, or a pipe that
    nobody has opened for writing after so many seconds.
    """
    mode = _mode(path)
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        raise _refusal(path, error) from None
    try:
        if stat.S_ISFIFO(mode):
            return _read_pipe(path, descriptor, seconds)
        return _read_all(path, descriptor)
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


def _read_all(path: Path, descriptor: int) -> bytes:
    expected = os.fstat(descriptor).st_size
    if expected > MOST:
        raise _too_large(path)
    bites = []
    size = 0
    # Most are whole in one bite, which needs no joining.
    while bite := os.read(descriptor, max(_BITE, expected + 1 - size)):
        bites.append(bite)
        size += len(bite)
        if size > MOST:
            raise _too_large(path)
    return b"".join(bites)


def _read_pipe(path: Path, descriptor: int, seconds: float) -> bytes:
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
            if size > MOST:
                raise _too_large(path)
        elif written:
            return b"".join(bites)
        elif time.monotonic() >= deadline:
            raise NotAnArticle(
                shown(path), "it is a pipe that nobody writes to", "start the writing command first"
            )
        else:
            time.sleep(_PAUSE)


def _too_large(path: Path) -> NotReadable:
    return NotReadable(shown(path), f"it is larger than {MOST >> 20} MB", "split it into parts")
