"""Two versions of a record, from two machines, as one: newest wins by part, and no text is lost."""

from __future__ import annotations

from collections.abc import Mapping

from postil.store.ledger.ledger_format import dump
from postil.store.records.fields import (
    ALSO,
    DELETED,
    GONE,
    SEEN,
    STAMP,
    Form,
    Parts,
    fields_of,
    form_of,
    put_together,
    taken_apart,
)
from postil.store.records.version_vectors import (
    ALL,
    Deletion,
    Version,
    beyond,
    changes_of,
    clock_of,
    deletions_of,
    implied,
    knows,
    seen_in,
    stamp_of,
    versions_of,
    with_clock,
)
from postil.store.types import Doc


def joined(table: str, one: Doc, other: Doc) -> Doc:
    """Return what two versions of a record say together, in whichever order they are given.

    Of each part the newest value holds, items of lists and mappings each on their own. A text that
    was edited on both sides, neither knowing of the other, keeps the newer, and the older beside
    it. A deletion holds only if it knew of every change. It is the join of a semilattice:
    commutative, associative and idempotent, over whatever machines that read each other can write.
    (Shapiro and others, "A comprehensive study of convergent and commutative replicated data
    types", 2011: registers by last writer, multi-value registers and sets with causal contexts.)
    """
    if one == other:
        return one
    form = form_of(table)
    sides = ((taken_apart(form, one), clock_of(one)), (taken_apart(form, other), clock_of(other)))
    base = min(clock[ALL] for _, clock in sides)
    stamps: dict[str, str] = {}
    parts: Parts = {}
    for part in sorted({name for parts, clock in sides for name in (*parts, *clock)} - {ALL}):
        stamps[part], held = max(
            (
                _weighed(part, parts, clock)
                for parts, clock in sides
                if part in parts or part in clock
            ),
            key=lambda found: (found[0], len(found[1]), dump(found[1])),
        )
        if held:
            parts[part] = held[0]
    seens = [seen_in(form, side) for side in (one, other)]
    texts = _texts(form, one, other, *seens)
    if texts:
        stamps[form.text], parts[form.text] = texts[-1]
    ordered = sorted(parts, key=lambda part: (stamps[part], part) if "/" in part else ("", part))
    names = {name: None for side in (one, other) for name in fields_of(side)}
    doc = put_together(form, {part: parts[part] for part in ordered}, names)
    if texts[:-1]:
        doc[ALSO] = [list(text) for text in texts[:-1]]
    doc[STAMP] = max(stamp_of(one), stamp_of(other))
    return _weighed_deletions(table, with_clock(doc, {**stamps, ALL: base}), one, other, seens)


def _weighed(part: str, parts: Parts, clock: Mapping[str, str]) -> tuple[str, list[object]]:
    """Return the stamp of a part, and its value; no value where it was taken out."""
    return clock.get(part, clock[ALL]), [parts[part]] if part in parts else []


def _texts(
    form: Form, one: Doc, other: Doc, seen: Mapping[str, str], seen_there: Mapping[str, str]
) -> list[Version]:
    """Return the texts that no other has replaced, the newest last."""
    here, there = set(versions_of(form, one)), set(versions_of(form, other))
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
    if rest := beyond(seen, implied(form_of(table), doc)):
        doc[SEEN] = rest
    return doc
