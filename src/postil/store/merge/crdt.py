"""The CRDT join of two versions of a record: the newest wins by field, and no text is lost."""

from __future__ import annotations

from collections.abc import Mapping

from postil.store.ledger.ledger_format import dump
from postil.store.records.fields import (
    ALSO,
    DELETED,
    GONE,
    SEEN,
    STAMP,
    Fields,
    MergeRules,
    doc_of,
    field_names,
    fields_of,
    rules_of,
)
from postil.store.records.version_vectors import (
    ALL,
    Deletion,
    TextVersion,
    beyond,
    changes_of,
    clock_of,
    deletions_of,
    implied_vector,
    knows,
    stamp_of,
    text_versions,
    version_vector,
    with_clock,
)
from postil.store.types import Doc


def joined(table: str, one: Doc, other: Doc) -> Doc:
    """Return what two versions of a record say together, in whichever order they are given.

    Of each field the newest value holds, items of lists and mappings each on their own. A text that
    was edited on both sides, neither knowing of the other, keeps the newer, and the older beside
    it. A deletion holds only if it knew of every change. It is the join of a semilattice:
    commutative, associative and idempotent, over whatever machines that read each other can write.
    (Shapiro and others, "A comprehensive study of convergent and commutative replicated data
    types", 2011: registers by last writer, multi-value registers and sets with causal contexts.)
    """
    if one == other:
        return one
    rules = rules_of(table)
    sides = ((fields_of(rules, one), clock_of(one)), (fields_of(rules, other), clock_of(other)))
    base = min(clock[ALL] for _, clock in sides)
    stamps: dict[str, str] = {}
    fields: Fields = {}
    for path in sorted({name for fields, clock in sides for name in (*fields, *clock)} - {ALL}):
        stamps[path], held = max(
            (
                _weighed(path, fields, clock)
                for fields, clock in sides
                if path in fields or path in clock
            ),
            key=lambda found: (found[0], len(found[1]), dump(found[1])),
        )
        if held:
            fields[path] = held[0]
    seens = [version_vector(rules, side) for side in (one, other)]
    texts = _texts(rules, one, other, *seens)
    if texts:
        stamps[rules.text], fields[rules.text] = texts[-1]
    ordered = sorted(fields, key=lambda path: (stamps[path], path) if "/" in path else ("", path))
    names = {name: None for side in (one, other) for name in field_names(side)}
    doc = doc_of(rules, {path: fields[path] for path in ordered}, names)
    if texts[:-1]:
        doc[ALSO] = [list(text) for text in texts[:-1]]
    doc[STAMP] = max(stamp_of(one), stamp_of(other))
    return _weighed_deletions(table, with_clock(doc, {**stamps, ALL: base}), one, other, seens)


def _weighed(path: str, fields: Fields, clock: Mapping[str, str]) -> tuple[str, list[object]]:
    """Return the stamp of a field, and its value; no value where it was taken out."""
    return clock.get(path, clock[ALL]), [fields[path]] if path in fields else []


def _texts(
    rules: MergeRules, one: Doc, other: Doc, seen: Mapping[str, str], seen_there: Mapping[str, str]
) -> list[TextVersion]:
    """Return the texts that no other has replaced, the newest last."""
    here, there = set(text_versions(rules, one)), set(text_versions(rules, other))
    left = (here & there) | {text for text in here if not knows(seen_there, text.stamp)}
    left |= {text for text in there if not knows(seen, text.stamp)}
    # Of versions that each side claims to have replaced, which no two machines write, one stays.
    return sorted(left or {max(here | there)}) if here | there else []


def _weighed_deletions(
    table: str, doc: Doc, one: Doc, other: Doc, seens: list[dict[str, str]]
) -> Doc:
    """Return the record as deleted where a deletion knew of every change, and what was seen."""
    changes = changes_of(table, doc)
    found: dict[bytes, Deletion] = {}
    for deletion in (*deletions_of(one), *deletions_of(other)):
        if deletion.covers(changes):
            told = [deletion.stamp, dict(sorted(deletion.seen.items()))]
            found[dump(told)] = Deletion(deletion.stamp, deletion.seen)
    if found:
        doc[DELETED] = True
        doc[GONE] = [
            [one.stamp, dict(sorted(one.seen.items()))] for _, one in sorted(found.items())
        ]
    seen = dict(seens[0])
    for device, stamp in seens[1].items():
        seen[device] = max(seen.get(device, ""), stamp)
    if rest := beyond(seen, implied_vector(rules_of(table), doc)):
        doc[SEEN] = rest
    return doc
