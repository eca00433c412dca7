"""Mergeable fields of a record: what two machines may change, each without the other's knowing.

    {"body": "b", "tags": ["x", "y"], "quote": "q", "start": 1, ...}
    -> {"body": "b", "tags/x": True, "tags/y": True, "anchor": {"quote": "q", "start": 1, ...}}

Most fields of the document merge as they are. Items of a list or a mapping merge one by one, and
fields that mean something only together merge as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postil.model.values import dataclass, field
from postil.store.types import Doc

STAMP = "modified"
"""The hybrid clock of the newest change, which every record has."""
CLOCK = "clock"
"""The stamps of fields that were changed later than others; under "" that of all the others."""
SEEN = "seen"
"""The version vector: by device, its greatest stamp that whoever wrote the record knew of."""
ALSO = "also"
"""Texts that lost against one written elsewhere, each with its stamp."""
DELETED = "deleted"
GONE = "gone"
"""The deletions, each with its stamp and the version vector of whoever deleted."""

_RESERVED = frozenset((STAMP, CLOCK, SEEN, ALSO, DELETED, GONE))

Fields = dict[str, object]
"""The value of each mergeable field, by its path; that of an item is ``list/item``."""


@dataclass(frozen=True, slots=True)
class MergeRules:
    """How the documents of a table split into mergeable fields."""

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names in the document that merge as one, by the path of their field."""
    lists: tuple[str, ...] = ()
    """Lists of words of which each comes and goes on its own."""
    mappings: tuple[str, ...] = ()
    keyed: Mapping[str, str] = field(default_factory=dict)
    """Lists of objects, by the name that tells one from another."""
    text: str = ""
    """The field whose value is never given up for another's: a multi-value register."""


RULES: Mapping[str, MergeRules] = {
    "notes": MergeRules(
        groups={"anchor": ("quote", "prefix", "suffix", "start", "end", "digest")},
        lists=("tags", "links"),
        text="body",
    ),
    "articles": MergeRules(
        lists=("digests",),
        mappings=("paths", "metadata"),
        keyed={"corrections": "evidence"},
    ),
    "marks": MergeRules(groups={"place": ("offset", "current", "digest")}),
}
_PLAIN = MergeRules()


def rules_of(table: str) -> MergeRules:
    """Return how the documents of a table split; plainly, where nothing is said of it."""
    return RULES.get(table, _PLAIN)


def fields_of(rules: MergeRules, doc: Mapping[str, object]) -> Fields:
    """Return the mergeable fields of a document; a list or a mapping that is none is left out."""
    fields: Fields = {}
    grouped = {name for names in rules.groups.values() for name in names}
    for path, names in rules.groups.items():
        if found := {name: doc[name] for name in names if name in doc}:
            fields[path] = found
    for name, value in doc.items():
        if name in _RESERVED or name in grouped:
            continue
        if name in rules.lists:
            fields.update((f"{name}/{item}", True) for item in _words(value))
        elif name in rules.mappings:
            fields.update((f"{name}/{key}", said) for key, said in _mapping(value).items())
        elif name in rules.keyed:
            key = rules.keyed[name]
            fields.update((f"{name}/{entry[key]}", entry) for entry in _entries(value, key))
        else:
            fields[name] = value
    return fields


def doc_of(rules: MergeRules, fields: Mapping[str, object], names: Iterable[str]) -> Doc:
    """Return the document of these fields; items stand in their order, empty lists by ``names``."""
    doc: Doc = {}
    for name in names:
        if name in rules.mappings:
            doc[name] = {}
        elif name in rules.lists or name in rules.keyed:
            doc[name] = []
    for path, value in fields.items():
        name, _, item = path.partition("/")
        if path in rules.groups:
            doc.update(_mapping(value))
        elif name in rules.mappings:
            _mapping(doc.setdefault(name, {}))[item] = value
        elif name in rules.lists or name in rules.keyed:
            held = doc.setdefault(name, [])
            if isinstance(held, list):
                held.append(item if name in rules.lists else value)
        else:
            doc[path] = value
    return doc


def field_names(doc: Mapping[str, object]) -> list[str]:
    """Return the names in a document that say something of what it is about, not of its changes."""
    return [name for name in doc if name not in _RESERVED]


def _words(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _entries(value: object, key: str) -> list[dict[str, object]]:
    found = value if isinstance(value, list) else []
    return [one for one in found if isinstance(one, dict) and isinstance(one.get(key), str)]
