"""Bytes to disk: written whole, synced, and replaced so that a crash leaves the old or the new."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from postil.errors import CannotWrite, NotesReadOnly
from postil.text.clean import clean_line

_TRIES = 50
_BETWEEN_TRIES = 0.02
"""Tries to replace a file on Windows, and seconds between two of them."""
_PIECE = 1 << 24
FILE_LIMIT = 1 << 30
"""Bytes of a file in the home beyond which it is not read: a thousand times what any has."""
LINKED = "it is a link, and Postil follows none in its folders; put the file itself there"
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)

# The calls of os are looked up each time they are made, so that tests can let them fail.


def flags(mode: int) -> int:
    """Return flags for ``os.open`` that also close on exec and, on Windows, leave bytes alone.

    Opening for reading never blocks, since a pipe may stand where a file should be. Nothing is
    opened through a link, which whoever shares the folder could have laid to any place.
    """
    reading = not mode & (os.O_WRONLY | os.O_RDWR)
    waiting = getattr(os, "O_NONBLOCK", 0) if reading else 0
    itself = getattr(os, "O_NOFOLLOW", 0)
    return mode | waiting | itself | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def is_file(path: Path) -> bool:
    """Tell whether a regular file lies here itself; a link to one does not count."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def read_file(path: Path, limit: int = FILE_LIMIT) -> bytes:
    """Read a file that others may have put there.

    Raises OSError for what is no regular file, for a link, and for more than ``limit`` bytes.
    """
    fd = open_file(path, limit)
    try:
        return read_from(fd)
    finally:
        os.close(fd)


def open_file(path: Path | str, limit: int = FILE_LIMIT) -> int:
    """Open a file that others may have put there for reading; raises as ``read_file`` does."""
    fd = os.open(path, flags(os.O_RDONLY))
    try:
        seen = os.fstat(fd)
        if not stat.S_ISREG(seen.st_mode):
            raise OSError(errno.EINVAL, "it is no file")
        if seen.st_size > limit:
            raise OSError(errno.EFBIG, "it is too large")
    except OSError:
        os.close(fd)
        raise
    return fd


def write_at(fd: int, data: bytes, offset: int) -> None:
    """Write all the bytes at an offset of the file, however many calls that takes."""
    view = memoryview(data)
    while view:
        if hasattr(os, "pwrite"):
            written = os.pwrite(fd, view, offset)
        else:
            os.lseek(fd, offset, os.SEEK_SET)
            written = os.write(fd, view)
        view = view[written:]
        offset += written


def read_from(fd: int, offset: int = 0) -> bytes:
    """Read from an offset to the end of the file."""
    os.lseek(fd, offset, os.SEEK_SET)
    pieces = []
    # What is there is asked for in one piece, which need not be copied again.
    most = min(max(os.fstat(fd).st_size - offset, _PIECE), FILE_LIMIT)
    while piece := os.read(fd, most):
        pieces.append(piece)
        most = _PIECE
    return b"".join(pieces)


def sync_data(fd: int) -> None:
    """Wait until the bytes of the file, and its length, are on the disk."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(fd)
    else:
        os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can do that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    # A folder may be a link: it is a place, and nothing is written into the link.
    fd = os.open(folder, flags(os.O_RDONLY | os.O_DIRECTORY) & ~os.O_NOFOLLOW)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, private to this user."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    sync_folder(folder.parent)


def replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Give a file new bytes; a crash at any moment leaves the old file or the new one.

    Callers hold the lock of the file: the temporary name is always the same, so that the next
    removes what a killed process left. The file beside is made anew, never opened: whoever shares
    the folder may have given that name to a file that lies elsewhere too.
    """
    beside = path.with_name(path.name + ".tmp")
    with contextlib.suppress(FileNotFoundError):
        os.unlink(beside)  # noqa: PTH108  (looked up in os, see above)
    fd = os.open(beside, flags(os.O_WRONLY | os.O_CREAT | os.O_EXCL), 0o600)
    try:
        try:
            at = 0
            for piece in pieces:
                write_at(fd, piece, at)
                at += len(piece)
            os.fsync(fd)
        finally:
            os.close(fd)
        _rename(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)  # noqa: PTH108
        raise
    sync_folder(path.parent)


def _rename(beside: Path, path: Path) -> None:
    # Windows refuses for as long as somebody has the file open, which no Postil has for long.
    tries = _TRIES if sys.platform == "win32" else 1
    for left in reversed(range(tries)):
        try:
            os.replace(beside, path)  # noqa: PTH105  (looked up in os, see above)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(_BETWEEN_TRIES)


@contextlib.contextmanager
def as_cannot_write(path: Path) -> Iterator[None]:
    """Turn an OSError into the CannotWrite that a reader understands.

    Raises NotesReadOnly where writing is forbidden, CannotWrite for anything else.
    """
    try:
        yield
    except OSError as error:
        name = clean_line(str(path), 200)
        if error.errno in FORBIDDEN:
            raise NotesReadOnly(
                f"cannot write {name}",
                "it must not be written to",
                "allow writing there, or set POSTIL_HOME and POSTIL_STATE to folders of your own",
            ) from error
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise CannotWrite(
                f"cannot write {name}", "the disk is full", "make room and try again"
            ) from error
        reason = clean_line(error.strerror or type(error).__name__)
        if error.errno == errno.ELOOP:
            reason, remedy = LINKED.split("; ")
            raise CannotWrite(f"cannot write {name}", reason, remedy) from error
        raise CannotWrite(f"cannot write {name}", reason, "nothing was changed") from error
