"""Lists the styles to cite in: the reader's own, and the official ones from memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from postil.cite.styles.catalogue import (
    ALIASES,
    StyleSummary,
    official_state,
    official_styles,
    style_summary,
    styles_of,
)
from postil.cite.styles.zotero import SUFFIX
from postil.config import Settings
from postil.library.citation.citing import FORMATS
from postil.library.citation.favourites import WELL_KNOWN, in_a_list
from postil.store.machine.cache import Cache

__all__ = ["ALIASES", "StyleSummary", "every_style", "named", "offered", "styles"]

CACHE_FILE = "styles.json"

_MAKER = "postil styles 1"
SPELLED_OUT = {
    "ama": "American Medical Association",
    "apa": "American Psychological Association",
    "ieee": "Institute of Electrical and Electronics Engineers",
    "mhra": "Modern Humanities Research Association",
    "mla": "Modern Language Association",
    "nlm": "National Library of Medicine",
}
"""What the short names stand for by which styles are called."""

_PARTS = 3
"""What is remembered of a style: its name, its title, and how it cites."""


def every_style(settings: Settings) -> tuple[StyleSummary, ...]:
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


def styles(settings: Settings, words: Sequence[str] = ()) -> tuple[StyleSummary, ...]:
    """Return the styles whose names hold all of these words, whatever their case.

    The names that people have for a style count as well. Styles that everybody knows come first.
    """
    wanted = [word.casefold() for word in words]
    found = [
        one
        for one in every_style(settings)
        if not wanted or all(word in _names(one) for word in wanted)
    ]
    order = {name: at for at, name in enumerate(WELL_KNOWN)}
    return tuple(sorted(found, key=lambda one: order.get(one.id, len(order))))


def named(settings: Settings, name: str) -> str:
    """Return the name of the style that has this title, unless a style has it for its name.

    Of the official ones only titles that are remembered are known.
    """
    if name.endswith(SUFFIX) or style_summary(name, settings.zotero) is not None:
        return name
    known = [*styles_of(settings.zotero), *_remembered(_cache(settings), official_state())]
    wanted = " ".join(name.casefold().split())
    return next((one.id for one in known if one.title.casefold() == wanted), name)


def _names(style: StyleSummary) -> str:
    """Return everything that a style is called, to be searched."""
    known = [style.id, style.title, WELL_KNOWN.get(style.id, "")]
    known += [alias for alias, name in ALIASES.items() if name == style.id]
    known += [SPELLED_OUT[part] for part in style.id.split("-") if part in SPELLED_OUT]
    return " ".join(known).casefold()


def _cache(settings: Settings) -> Cache:
    return Cache(settings.places.cache / CACHE_FILE, _MAKER)


def _official(settings: Settings) -> Iterable[StyleSummary]:
    cache, state = _cache(settings), official_state()
    if remembered := _remembered(cache, state):
        return remembered
    found = tuple(official_styles())
    cache.write({"official": {"state": state, "styles": [[o.id, o.title, o.kind] for o in found]}})
    return found


def _remembered(cache: Cache, state: str) -> Sequence[StyleSummary]:
    """Return the official styles, if they are remembered as they are now."""
    kept = cache.read().get("official", {})
    return _listed(kept.get("styles")) if kept.get("state") == state else ()


def _listed(kept: object) -> Sequence[StyleSummary]:
    """Return what was kept; nothing where any of it has another form than it should have."""
    rows = kept if isinstance(kept, list) else []
    if not all(isinstance(row, list) and len(row) == _PARTS for row in rows):
        return ()
    if not all(isinstance(part, str) for row in rows for part in row):
        return ()
    return [StyleSummary(*row) for row in rows]
