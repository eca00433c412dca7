"""Walks through the articles of a folder, in the order in which lists of them have them."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from postil.document.bytes.read_file import shown
from postil.document.formats.registry import doubtful_suffixes, known_suffixes, spoken_suffixes
from postil.errors import CannotOpen, NotAnArticle, NothingFound, NotReadable, NotText, NotThere
from postil.model.values import NamedTuple
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

DEPTH = 3
"""Folders within the folder that are looked into, one inside the other."""

SHUT = "its list of files cannot be read"
"""Why a folder shows no articles."""

_LOOK = 4096
"""Bytes by which it is told whether a file is a text."""
_FIGURES = lazily(r"([0-9]{1,18})")


class Shut(NamedTuple):
    """Stands for the files of a folder that cannot be looked into."""

    folder: Path


def articles_in(folder: Path) -> Iterator[Path | Shut]:
    """Yield the files of a folder that Postil reads, then those of the folders in it.

    Paths begin with the folder as it is given. Raises, before the first one, NotThere,
    NotAnArticle for what is no folder, and NotReadable.
    """
    _check(folder)
    yield from _files(folder, DEPTH)


def nothing_in(folder: Path) -> NothingFound:
    """Return the error that there is no article in a folder."""
    return NothingFound(
        shown(folder),
        "there is no article in this folder",
        f"give one that holds files in {spoken_suffixes()}",
    )


def shut(folder: Path) -> NotReadable:
    """Return the error that a folder cannot be looked into."""
    return NotReadable(shown(folder), SHUT, "ask its owner for leave")


def natural(name: str) -> tuple[tuple[bool, int, str], ...]:
    """Return a key that sorts names as people do: ``part 2`` before ``part 10``, in any case."""
    pieces = _FIGURES.split(name.casefold())
    return tuple(
        (False, int(piece), "") if piece.isdecimal() else (True, 0, piece)
        for piece in pieces
        if piece
    )


def _check(folder: Path) -> None:
    try:
        found = folder.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        found = None
    except OSError as error:
        if error.errno not in (errno.ENAMETOOLONG, errno.ELOOP):
            why = clean_line(error.strerror or "it cannot be looked at").lower()
            raise NotReadable(shown(folder), why, "ask its owner for leave") from None
        found = None
    if found is None:
        raise NotThere(shown(folder), "there is no such folder", "check the spelling")
    if not stat.S_ISDIR(found.st_mode):
        raise NotAnArticle(shown(folder), "this is no folder", "give the folder it is in")


def _files(folder: Path, depth: int) -> Iterator[Path | Shut]:
    suffixes, doubtful = known_suffixes(), doubtful_suffixes()
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: natural(entry.name))
    except OSError as error:
        if depth == DEPTH:
            raise shut(folder) from error
        yield Shut(folder)
        return
    folders = []
    for entry in inside:
        if entry.name.startswith("."):
            continue
        # A linked folder is passed over: it may lead back to where the walk came from.
        if entry.is_dir(follow_symlinks=False):
            folders.append(Path(entry.path))
        elif entry.name.lower().endswith(suffixes) and os.path.isfile(entry.path):
            path = Path(entry.path)
            if not entry.name.lower().endswith(doubtful) or _holds_text(path):
                yield path
    if depth > 0:
        for one in folders:
            yield from _files(one, depth - 1)


def _holds_text(path: Path) -> bool:
    """Tell whether a file is a text by its first bytes; one that cannot be read may be one.

    Libraries of programs, logs and copies bear the numbers by which manual pages are told.
    """
    # Folders without such files are spared what reads them.
    from postil.document.pipeline import check_head

    try:
        with path.open("rb") as file:
            check_head(file.read(_LOOK), path.name, path.name)
    except NotText:
        return False
    except (CannotOpen, OSError):
        return True
    return True
