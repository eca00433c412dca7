"""What is known on this machine: made known by the reader, or met in a folder that is watched."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from postil.config import Places
from postil.document.bytes.read_file import shown
from postil.errors import CannotOpen, NotAnArticle, NothingFound, NotThere
from postil.library.articles.folders import Shut, articles_in, nothing_in
from postil.library.catalogue.standings import Standings
from postil.store.catalogue.known_files import Known, KnownFiles, below
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


def forget(places: Places, home: Home, path: Path) -> tuple[int, int]:
    """Know a file no more, or all files of a folder, which is watched no more; notes stay.

    Return how many files, and how many watched folders. Raises NothingFound where nothing there
    is known, and CannotWrite.
    """
    listed, standings = known(places), Standings(home)
    met = (one for one in standings.by_path if not _hidden(listed, one, standings))
    files, folders = KnownFiles(places.state).forget(os.path.realpath(path), now(), met)
    if not files and not folders:
        why = "nothing that is known lies there"
        raise NothingFound(shown(path), why, "see what is known: postil shelf")
    return files, folders


def everything(places: Places, home: Home, kept: Collection[str] = ()) -> Iterator[Path]:
    """Yield every file that is known: made known, watched, or opened once; each once, by path.

    Of a watched folder that is gone, as a drive may be, what is ``kept`` is known still.
    """
    standings = Standings(home)
    found = set(opened(places, standings))
    for folder, inside in watched_now(places, standings):
        if inside is None:
            found.update(path for path in kept if below(path, str(folder)))
        else:
            found.update(map(str, inside))
    yield from map(Path, sorted(found))


def opened(places: Places, standings: Standings, kept: Iterable[str] = ()) -> list[str]:
    """Return what is known without a look at any folder: what was opened or made known.

    Of what is ``kept`` those files are known as well that lay in watched folders.
    """
    listed = known(places)
    found = {*listed.files, *standings.by_path}
    found.update(path for path in kept if any(below(path, top) for top in listed.watched))
    return sorted(path for path in found if not _hidden(listed, path, standings))


def watched_now(places: Places, standings: Standings) -> Iterator[tuple[Path, list[Path] | None]]:
    """Yield each watched folder with the files in it that are known; None where it is gone."""
    listed = known(places)
    for folder in listed.watched:
        inside = None
        with suppress(CannotOpen):
            inside = [
                one
                for one in articles_in(Path(folder))
                if isinstance(one, Path) and not _hidden(listed, str(one), standings)
            ]
        yield Path(folder), inside


def _hidden(listed: Known, path: str, standings: Standings) -> bool:
    """Tell whether a file was forgotten, and not opened since."""
    at = listed.forgotten.get(path)
    return at is not None and standings.opened(path) <= at
