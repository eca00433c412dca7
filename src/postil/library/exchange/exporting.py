"""Exports notes: gathered, written in a format, and put into a file all at once or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from postil.errors import BadRequest
from postil.export.base.dossier import GROUPS, Written
from postil.export.writers import WRITERS, Writer, write, writer_named
from postil.library.exchange.gathering import Wanted, gather
from postil.library.exchange.templates import SHIPPED, render, template_named
from postil.store.disk.durable import as_cannot_write
from postil.store.home.home import Home
from postil.text.progress import Progress

__all__ = [
    "GROUPS",
    "SHIPPED",
    "WRITERS",
    "Wanted",
    "Writer",
    "Written",
    "by_template",
    "export",
    "put",
    "writer_named",
]

BY_TEMPLATE = Writer("template", "templating", "", "as a template has it", cited=True)
"""What of a dossier a template is given."""


def export(
    home: Home, wanted: Wanted, format_name: str, progress: Progress | None = None
) -> Written:
    """Return what is wanted in a format, with what the format could not hold.

    Raises BadRequest for a format that there is not, and what :func:`gathering.gather` raises.
    """
    writer = writer_named(format_name)
    return write(writer, gather(home, wanted, writer, progress))


def by_template(
    home: Home, wanted: Wanted, template: str, progress: Progress | None = None
) -> Written:
    """Return what is wanted as a template has it, by the template's name or path.

    Raises BadRequest for a template that cannot be used, before anything is gathered where it is
    not there, and what :func:`gathering.gather` raises.
    """
    source = template_named(template)
    return render(gather(home, wanted, BY_TEMPLATE, progress), source, template)


def put(written: Written, target: Path, *, sidecars: bool = False) -> tuple[Path, ...]:
    """Write an exported file, and those that belong beside it where they are wanted.

    Raises BadRequest for a folder, and CannotWrite.
    """
    if os.path.isdir(target):
        raise BadRequest(str(target), "it is a folder", "name a file")
    paths = [target]
    _write(target, written.data)
    for suffix, make in written.sidecars.items() if sidecars else ():
        paths.append(target.with_suffix(suffix))
        _write(paths[-1], make())
    return tuple(paths)


def _write(path: Path, data: bytes) -> None:
    """Give a file new bytes, with the permissions that files of the reader's have.

    A crash leaves the old file or the new one; a link leads to the file that is meant, and what is
    no file, such as a pipe, is written to as it stands.
    """
    there = Path(os.path.realpath(path))
    with as_cannot_write(path):
        if os.path.exists(there) and not os.path.isfile(there):
            there.write_bytes(data)
            return
        mode = there.stat().st_mode & 0o777 if os.path.exists(there) else 0o666 & ~_umask()
        fd, beside = tempfile.mkstemp(dir=there.parent, prefix=f".{there.name[:60]}.")
        try:
            with os.fdopen(fd, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(fd)
            os.chmod(beside, mode)  # noqa: PTH101 - it is a name
            os.replace(beside, there)  # noqa: PTH105 - so that tests can let it fail
        except BaseException:
            with suppress(OSError):
                os.unlink(beside)  # noqa: PTH108 - it is a name
            raise


def _umask() -> int:
    """Return which permissions new files are refused; the system tells only who changes it."""
    now = os.umask(0o077)
    os.umask(now)
    return now
