"""Lists the styles to cite in: the reader's own, and the official ones from memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from postil.cite.styles import Listed, official_state, official_styles, styles_of
from postil.config import Settings
from postil.library.citing import FORMATS
from postil.store.cache import Cache

__all__ = ["Listed", "every_style", "in_a_list", "offered", "styles"]

CACHE_FILE = "styles.json"

_MAKER = "postil styles 1"
_PARTS = 3
"""What is remembered of a style: its name, its title, and how it cites."""


def every_style(settings: Settings) -> tuple[Listed, ...]:
    """Return every style by its name; one of the reader's own hides an official one.

    The titles of the official ones are remembered in the cache: to read them anew takes seconds
    on a machine that has not read those ten thousand files lately.
    """
    own = {one.id: one for one in styles_of(settings.zotero)}
    official = (one for one in _official(settings) if one.id not in own)
    return tuple(sorted([*own.values(), *official], key=lambda one: one.id))


def offered(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return every style with its title, as a list offers them: the reader's own first.

    A style that has the name of a format is not among them: that name means the format.
    """
    known = (one for one in every_style(settings) if one.id not in FORMATS)
    listed = sorted(known, key=lambda one: (not one.own, one.title.casefold()))
    return tuple((one.id, in_a_list(one)) for one in listed)


def in_a_list(style: Listed) -> str:
    """Return the title of a style, which may be another one than the official one of its name."""
    return f"{style.title} (your own)" if style.own else style.title


def styles(settings: Settings, words: Sequence[str] = ()) -> tuple[Listed, ...]:
    """Return the styles whose names hold all of these words, whatever their case."""
    wanted = [word.casefold() for word in words]
    return tuple(
        one
        for one in every_style(settings)
        if all(word in f"{one.id} {one.title}".casefold() for word in wanted)
    )


def _official(settings: Settings) -> Iterable[Listed]:
    cache = Cache(settings.places.cache / CACHE_FILE, _MAKER)
    state = official_state()
    kept = cache.read().get("official", {})
    remembered = _remembered(kept.get("styles")) if kept.get("state") == state else ()
    if remembered:
        return remembered
    found = tuple(official_styles())
    cache.write({"official": {"state": state, "styles": [[o.id, o.title, o.kind] for o in found]}})
    return found


def _remembered(kept: object) -> Sequence[Listed]:
    """Return what was kept; nothing where any of it has another form than it should have."""
    rows = kept if isinstance(kept, list) else []
    if not all(isinstance(row, list) and len(row) == _PARTS for row in rows):
        return ()
    if not all(isinstance(part, str) for row in rows for part in row):
        return ()
    return [Listed(*row) for row in rows]
