"""Names at hand: tags, notes and saved queries by name alone, as quickly as a shell wants them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from postil import __version__
from postil.config import Places
from postil.model.values import NamedTuple
from postil.store.machine.cache import Cache

if TYPE_CHECKING:
    from postil.store.home.home import Home

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
    return Names(*_kept(places, Names._fields, lambda home: _read(home)._asdict()))


def makers_at_hand(places: Places) -> tuple[str, ...]:
    """Return the names of those who made notes, as quickly; raises what reading the home raises."""
    return _kept(places, ("makers",), _read_makers)[0]


def _kept(
    places: Places, kinds: Sequence[str], read: Callable[[Home], Mapping[str, Iterable[str]]]
) -> list[tuple[str, ...]]:
    cache = Cache(places.cache / FILE, f"postil names {__version__} {_stamp(places)}")
    kept = cache.read().get("names", {})
    found = [kept.get(kind) for kind in kinds]
    if not all(isinstance(one, str) for one in found):
        # What is in the cache is known without what reads a home.
        from postil.store.home.home import open_home

        # One text a kind: a hundred thousand strings take ten times as long to read.
        made = {kind: "\n".join(some) for kind, some in read(open_home(places)).items()}
        cache.write({"names": {**kept, **made}})
        found = [made[kind] for kind in kinds]
    return [tuple(str(one).split("\n")) if one else () for one in found]


def _read_makers(home: Home) -> Mapping[str, Iterable[str]]:
    from postil.library.base.makers import makers

    return {"makers": sorted(makers(home), key=str.casefold)}


def _read(home: Home) -> Names:
    from postil.library.notes.tagging import tags

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
