"""What is known on this machine: made known by the reader, or met in a folder that is watched."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from postil.config import Places
from postil.document.bytes.read_file import shown
from postil.errors import NotAnArticle, NothingFound, NotThere
from postil.library.articles.folders import Shut, articles_in, nothing_in
from postil.store.catalogue.known_files import Known, KnownFiles
from postil.store.disk.clock import now
from postil.store.home.home import Home


def known(places: Places) -> Known:
    """Return what is known on this machine."""
    return KnownFiles(places.state).read()


def add(places: Places, given: Iterable[Path], *, watch: bool = False) -> tuple[list[Path], int]:
    """Make files known, and all articles of folders; return them, and how many are new.

    With ``watch`` also what comes to the folders later. Raises NotThere, NotAnArticle for what is
    neither file nor folder, NotReadable, NothingFound for a folder without articles, CannotWrite.
    """
    files: dict[Path, None] = {}
    folders = []
    for path in given:
        real = Path(os.path.realpath(path))
        if os.path.isfile(real):
            files[real] = None
        elif os.path.lexists(real) and not os.path.isdir(real):
            raise NotAnArticle(shown(path), "this is neither a file nor a folder", "give one")
        else:
            inside = _in_folder(path, real)
            if not inside and not watch:
                raise nothing_in(path)
            files.update(dict.fromkeys(inside))
            folders.append(str(real))
    new = KnownFiles(places.state).add(map(str, files), now(), watched=folders if watch else ())
    return list(files), new


def _in_folder(path: Path, real: Path) -> list[Path]:
    if not os.path.lexists(real):
        raise NotThere(shown(path), "there is no such file or folder", "check the spelling")
    return [one for one in articles_in(real) if not isinstance(one, Shut)]


def forget(places: Places, path: Path) -> tuple[int, int]:
    """Know a file no more, or all files of a folder, which is watched no more; notes stay.

    Return how many files, and how many watched folders. Raises NothingFound where nothing there
    is known, and CannotWrite.
    """
    files, folders = KnownFiles(places.state).forget(os.path.realpath(path))
    if not files and not folders:
        why = "nothing that is known lies there"
        raise NothingFound(shown(path), why, "see what is known: postil shelf")
    return files, folders


def everything(places: Places, home: Home) -> Iterator[Path]:
    """Yield every file that is known: made known, watched, or opened once; each once, by path."""
    listed = known(places)
    found = set(listed.files)
    for folder in listed.watched:
        if os.path.isdir(folder):
            found.update(str(one) for one in articles_in(Path(folder)) if isinstance(one, Path))
    for record in home.articles().values():
        for device in home.state.devices:
            if written := record.paths.get(device):
                found.add(written)
                break
    yield from map(Path, sorted(found - listed.forgotten))
