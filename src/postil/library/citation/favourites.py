"""Knows the styles to offer first: used lately, named in the settings, or known to everybody."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from postil.cite.styles.catalogue import StyleSummary, style_summary
from postil.config import Settings
from postil.library.citation.citation_format import CitationFormat, parse_citation_format
from postil.library.citation.citing import FORMATS, LABELS
from postil.model.values import replace
from postil.store.machine.state import Appearance

__all__ = ["WELL_KNOWN", "current", "favourites", "in_a_list", "offered", "title", "used"]

WELL_KNOWN: Mapping[str, str] = MappingProxyType(
    {
        "apa": "APA 7",
        "modern-language-association": "MLA 9",
        "chicago-notes-bibliography": "Chicago note",
        "chicago-author-date": "Chicago author-date",
        "harvard-cite-them-right": "Harvard",
        "nlm-citation-sequence": "Vancouver",
        "ieee": "IEEE",
        "american-medical-association": "AMA",
        "mhra-notes": "MHRA",
        "nature": "Nature",
    }
)
"""Official styles that everybody knows, with the names that readers have for them."""

_KEPT = 12
"""Styles used lately that are remembered."""


def current(settings: Settings, appearance: Appearance) -> CitationFormat:
    """Return the format that was chosen last, or else the one that the settings name."""
    wanted = parse_citation_format(appearance.citation or settings.citation)
    found = style_summary(wanted.name, settings.zotero) if wanted.in_style else None
    return wanted if found is None else replace(wanted, name=found.id)


def offered(settings: Settings, appearance: Appearance) -> tuple[tuple[str, str], ...]:
    """Return what to offer at once, each with its title: the current format, styles, formats."""
    name = current(settings, appearance).name
    others = {one.id: in_a_list(one) for one in favourites(settings, appearance)}
    others.update((format_, LABELS[format_]) for format_ in FORMATS)
    first = {name: others[name] if name in others else title(settings, name)}
    return tuple({**first, **others}.items())


def favourites(settings: Settings, appearance: Appearance) -> tuple[StyleSummary, ...]:
    """Return the styles to offer first, with short titles; those used last are the first.

    A style that is no longer there is left out.
    """
    names = (*appearance.styles, *(settings.favourites or WELL_KNOWN))
    looked_up = (style_summary(name, settings.zotero) for name in dict.fromkeys(names))
    found = {one.id: _shortly(one) for one in looked_up if one is not None}
    return tuple(found.values())


def in_a_list(style: StyleSummary) -> str:
    """Return the title of a style, which may be another one than the official one of its name."""
    return f"{style.title} (your own)" if style.own else style.title


def title(settings: Settings, name: str) -> str:
    """Return what to call a style: its title, or the shorter name that readers have for it."""
    found = style_summary(name, settings.zotero)
    return name if found is None else _shortly(found).title


def used(appearance: Appearance, name: str) -> Appearance:
    """Return an appearance in which a style is the one used last."""
    others = (one for one in appearance.styles if one != name)
    return replace(appearance, styles=(name, *others)[:_KEPT])


def _shortly(style: StyleSummary) -> StyleSummary:
    """Return a style with the name that readers have for it; their own keeps its title."""
    short = None if style.own else WELL_KNOWN.get(style.id)
    return replace(style, title=short) if short else style
