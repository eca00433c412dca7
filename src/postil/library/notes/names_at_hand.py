"""Names at hand: tags, notes and saved queries by name alone, as quickly as a shell wants them."""

from __future__ import annotations

import os
from hashlib import sha256

from postil import __version__
from postil.config import Places
from postil.model.values import NamedTuple
from postil.store.machine.cache import Cache

FILE = "names.json"


class Names(NamedTuple):
    """What can be named."""

    tags: tuple[str, ...] = ()
    """By name."""
    notes: tuple[str, ...] = ()
    """Their ids, the newest note first."""
    queries: tuple[str, ...] = ()
    """The names of the saved ones, without ``@``."""


def names(places: Places) -> Names:
    """Return all names; from the cache for as long as nothing is written in the home.

    Raises what reading the home raises.
    """
    cache = Cache(places.cache / FILE, f"postil names {__version__} {_stamp(places)}")
    kept = cache.read().get("names", {})
    found = [kept.get(name) for name in Names._fields]
    if all(isinstance(one, str) for one in found):
        return Names(*(tuple(str(one).split("\n")) if one else () for one in found))
    made = _read(places)
    # One text a kind: a hundred thousand strings take ten times as long to read.
    cache.write({"names": {name: "\n".join(one) for name, one in made._asdict().items()}})
    return made


def _read(places: Places) -> Names:
    # What is in the cache is known without what reads a home.
    from postil.library.notes.tagging import tags
    from postil.store.home.home import open_home

    home = open_home(places)
    used = sorted((use.tag for use in tags(home)), key=str.casefold)
    return Names(
        tuple(used), tuple(sorted(home.notes(), reverse=True)), tuple(sorted(home.saved_queries()))
    )


def _stamp(places: Places) -> str:
    """Return what is another one as soon as anything is written in the home."""
    seen = []
    try:
        with os.scandir(places.home / "notes") as entries:
            for entry in entries:
                found = entry.stat()
                seen.append((entry.name, found.st_ino, found.st_size, found.st_mtime_ns))
    except OSError:
        return "none"
    return sha256(repr(sorted(seen)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
