"""A record taken to the parts that are changed each on their own, and put together again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from postil.store.types import Doc

STAMP = "modified"
"""The name under which every record has the hybrid clock of its newest change."""
CLOCK = "clock"
"""The stamps of parts that were changed later than others; under "" that of all the others."""
SEEN = "seen"
"""By device, its greatest stamp that whoever wrote the record knew of."""
ALSO = "also"
"""Texts that lost against one written elsewhere, each with its stamp."""
DELETED = "deleted"
GONE = "gone"
"""The deletions, each with its stamp and, by device, the greatest stamp that it knew of."""

_RESERVED = frozenset((STAMP, CLOCK, SEEN, ALSO, DELETED, GONE))

Parts = dict[str, object]
"""The value of each part; an item of a list or a mapping is ``field/item``."""


@dataclass(frozen=True, slots=True)
class Form:
    """What belongs together in the records of a table, and what does not."""

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Fields that mean something only together, by the name of their part."""
    lists: tuple[str, ...] = ()
    """Lists of words of which each comes and goes on its own."""
    mappings: tuple[str, ...] = ()
    keyed: Mapping[str, str] = field(default_factory=dict)
    """Lists of objects, by the field that tells one from another."""
    text: str = ""
    """The field whose text is never given up for another's."""


FORMS: Mapping[str, Form] = {
    "notes": Form(
        groups={"anchor": ("quote", "prefix", "suffix", "start", "end", "digest")},
        lists=("tags",),
        text="body",
    ),
    "articles": Form(
        lists=("digests",),
        mappings=("paths", "metadata"),
        keyed={"corrections": "evidence"},
    ),
    "marks": Form(groups={"place": ("offset", "current")}),
}
_PLAIN = Form()


def form_of(table: str) -> Form:
    """Return what belongs together in the records of a table."""
    return FORMS.get(table, _PLAIN)


def taken_apart(form: Form, doc: Mapping[str, object]) -> Parts:
    """Return the parts of a record; a list or a mapping that is none is left out."""
    parts: Parts = {}
    grouped = {name for names in form.groups.values() for name in names}
    for part, names in form.groups.items():
        if found := {name: doc[name] for name in names if name in doc}:
            parts[part] = found
    for name, value in doc.items():
        if name in _RESERVED or name in grouped:
            continue
        if name in form.lists:
            parts.update((f"{name}/{item}", True) for item in _words(value))
        elif name in form.mappings:
            parts.update((f"{name}/{key}", said) for key, said in _mapping(value).items())
        elif name in form.keyed:
            key = form.keyed[name]
            parts.update((f"{name}/{entry[key]}", entry) for entry in _entries(value, key))
        else:
            parts[name] = value
    return parts


def put_together(form: Form, parts: Mapping[str, object], names: Iterable[str]) -> Doc:
    """Return a record of these parts; items stand in their order, and ``names`` are its fields."""
    doc: Doc = {}
    for name in names:
        if name in form.mappings:
            doc[name] = {}
        elif name in form.lists or name in form.keyed:
            doc[name] = []
    for part, value in parts.items():
        name, _, item = part.partition("/")
        if part in form.groups:
            doc.update(_mapping(value))
        elif name in form.mappings:
            _mapping(doc.setdefault(name, {}))[item] = value
        elif name in form.lists or name in form.keyed:
            held = doc.setdefault(name, [])
            if isinstance(held, list):
                held.append(item if name in form.lists else value)
        else:
            doc[part] = value
    return doc


def fields_of(doc: Mapping[str, object]) -> list[str]:
    """Return the fields of a record that say something of what it is about."""
    return [name for name in doc if name not in _RESERVED]


def _words(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _entries(value: object, key: str) -> list[dict[str, object]]:
    found = value if isinstance(value, list) else []
    return [one for one in found if isinstance(one, dict) and isinstance(one.get(key), str)]
