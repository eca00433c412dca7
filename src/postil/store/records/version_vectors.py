"""Version vectors and stamps: when each field was changed, and what its writer knew of.

A stamp is the time of a hybrid clock on one device. A writer knew of a change if its version vector
has a stamp of that device at least as great; of two changes neither of which knew of the other,
both hold as far as they can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from postil.model.values import NamedTuple
from postil.store.disk.clock import DEVICE_LENGTH, EARLY, STAMP_FORM
from postil.store.ledger.ledger_format import alive
from postil.store.records.fields import (
    ALSO,
    CLOCK,
    DELETED,
    GONE,
    SEEN,
    STAMP,
    Fields,
    MergeRules,
    fields_of,
    rules_of,
)
from postil.store.types import Doc

LIFE = "life"
"""Path of the field that changes when a record comes back after a deletion."""
ALL = ""
"""Stands for every device in a version vector, and for every field not named in a clock."""

VersionVector = dict[str, str]
"""By device, the greatest stamp that was known of."""


class TextVersion(NamedTuple):
    """One text of a record that was edited in several places: a value of its register."""

    stamp: str
    text: str


class Deletion(NamedTuple):
    """A deletion, and what was known of the record when it was deleted."""

    stamp: str
    seen: Mapping[str, str]

    def covers(self, stamps: Iterable[str]) -> bool:
        """Tell whether all of these changes were known."""
        return all(knows(self.seen, stamp) for stamp in stamps)


def device_of(stamp: str) -> str:
    """Return the device that gave a stamp."""
    return stamp[-DEVICE_LENGTH:]


def writer_of(stamp: str) -> str:
    """Return whose entry in a version vector a stamp belongs to.

    A clock that runs ahead counts as a device of its own: what it gave tells nothing of what was
    known of the same device while its clock was right.
    """
    return f"{EARLY}{device_of(stamp)}" if stamp.startswith(EARLY) else device_of(stamp)


def knows(seen: Mapping[str, str], stamp: str) -> bool:
    """Tell whether a change was known of."""
    return stamp <= max(seen.get(writer_of(stamp), ""), seen.get(ALL, ""))


def stamp_of(doc: Mapping[str, object]) -> str:
    """Return when a record was changed last; empty where it does not say."""
    found = doc.get(STAMP)
    return found if isinstance(found, str) else ""


def clock_of(doc: Mapping[str, object]) -> dict[str, str]:
    """Return the stamps of a record's fields, under "" that of all that are not named."""
    found = doc.get(CLOCK)
    stamps = found.items() if isinstance(found, dict) else ()
    clock = {path: stamp for path, stamp in stamps if isinstance(stamp, str)}
    clock.setdefault(ALL, stamp_of(doc))
    return clock


def text_versions(rules: MergeRules, doc: Mapping[str, object]) -> list[TextVersion]:
    """Return the text of a record, then those that lost against it; none where it has no text."""
    found = doc.get(ALSO)
    text = doc.get(rules.text) if rules.text else None
    clock = clock_of(doc)
    own = [TextVersion(clock.get(rules.text, clock[ALL]), text)] if isinstance(text, str) else []
    return own + [
        TextVersion(*one)
        for one in (found if isinstance(found, list) else ())
        if isinstance(one, list) and len(one) == 2 and all(isinstance(each, str) for each in one)
    ]


def deletions_of(doc: Mapping[str, object]) -> list[Deletion]:
    """Return the deletions of a record; a bare tombstone knew of all that was before it."""
    found = doc.get(GONE)
    deletions = [
        Deletion(one[0], {key: said for key, said in one[1].items() if isinstance(said, str)})
        for one in (found if isinstance(found, list) else ())
        if isinstance(one, list)
        and len(one) == 2
        and isinstance(one[0], str)
        and isinstance(one[1], dict)
    ]
    if not deletions and not alive(doc):
        return [Deletion(stamp_of(doc), {ALL: stamp_of(doc)})]
    return deletions


def changes_of(table: str, doc: Mapping[str, object]) -> set[str]:
    """Return the stamps of all that was changed in a record, its deletions left out."""
    rules, clock = rules_of(table), clock_of(doc)
    fields = fields_of(rules, doc)
    stamps = {clock.get(path, clock[ALL]) for path in fields}
    stamps.update(stamp for path, stamp in clock.items() if path != ALL)
    stamps.update(version.stamp for version in text_versions(rules, doc))
    return stamps


def version_vector(rules: MergeRules, doc: Mapping[str, object]) -> VersionVector:
    """Return what the writer of a record knew of it: what it shows, and what is written beside."""
    seen = implied_vector(rules, doc)
    found = doc.get(SEEN)
    for device, stamp in found.items() if isinstance(found, dict) else ():
        if isinstance(stamp, str):
            seen[device] = max(seen.get(device, ""), stamp)
    return seen


def implied_vector(rules: MergeRules, doc: Mapping[str, object]) -> VersionVector:
    """Return the version vector that the stamps in a record prove by themselves."""
    seen: VersionVector = {}
    stamps = {stamp_of(doc), *clock_of(doc).values()}
    if ALSO in doc:
        stamps.update(version.stamp for version in text_versions(rules, doc))
    for one in deletions_of(doc):
        stamps.add(one.stamp)
        stamps.update(stamp for device, stamp in one.seen.items() if device != ALL)
    for stamp in stamps:
        # What is no stamp proves nothing: anybody may have written into the file.
        if STAMP_FORM.fullmatch(stamp.removeprefix(EARLY)):
            writer = writer_of(stamp)
            seen[writer] = max(seen.get(writer, ""), stamp)
    return seen


def beyond(seen: Mapping[str, str], shown: Mapping[str, str]) -> VersionVector:
    """Return the entries of a version vector that go beyond those that a record shows."""
    return {key: seen[key] for key in sorted(seen) if seen[key] > shown.get(key, "")}


def written(table: str, held: Doc, new: Mapping[str, object], tick: Callable[[], str]) -> Doc:
    """Return the version of a record that follows ``held``: what differs has a new stamp.

    ``new`` has no stamps but those of the texts that lost. Fields that only ``held`` has stay. A
    record that was deleted comes back.
    """
    rules = rules_of(table)
    lost = [TextVersion(*one) for one in _pairs(new.get(ALSO))]
    if not held:
        doc = {name: said for name, said in new.items() if name != ALSO}
        if lost:
            doc[ALSO] = [[tick(), one.text] for one in lost]
        return doc | {STAMP: tick()}
    kept = {name: said for name, said in held.items() if name not in (DELETED, GONE, SEEN)}
    doc = {**kept, **{name: said for name, said in new.items() if name != ALSO}}
    clock = clock_of(held)
    known = {version.stamp for version in text_versions(rules, held)}
    also = [[one.stamp if one.stamp in known else tick(), one.text] for one in lost]
    fresh = any(one.stamp not in known for one in lost)
    stamp = tick()
    before, after = fields_of(rules, held), fields_of(rules, doc)
    changed = _differing(rules, before, after)
    if fresh and rules.text:
        # What is set against the text is older than the text itself.
        changed.append(rules.text)
    if not alive(held):
        changed.append(LIFE)
    clock |= dict.fromkeys(changed, stamp)
    doc[STAMP] = stamp
    doc.pop(ALSO, None)
    if also:
        doc[ALSO] = also
    return _stamped(rules, doc, clock, version_vector(rules, held))


def deleted(table: str, held: Doc, stamp: str) -> Doc:
    """Return the version that follows ``held`` by a deletion; all that it said stays in it."""
    rules = rules_of(table)
    seen = version_vector(rules, held)
    doc = {name: said for name, said in held.items() if name not in (SEEN, GONE)}
    doc |= {DELETED: True, GONE: [[stamp, dict(sorted(seen.items()))]], STAMP: stamp}
    return _stamped(rules, doc, clock_of(held), seen)


def with_clock(doc: Doc, clock: Mapping[str, str]) -> Doc:
    """Return a record with the stamps of its fields; those that are the base are left out."""
    base = clock[ALL]
    later = {path: clock[path] for path in sorted(clock) if path != ALL and clock[path] != base}
    doc = {name: said for name, said in doc.items() if name != CLOCK}
    if later or base != doc.get(STAMP):
        doc[CLOCK] = {ALL: base, **later}
    return doc


def _stamped(rules: MergeRules, doc: Doc, clock: Mapping[str, str], seen: Mapping[str, str]) -> Doc:
    doc = with_clock(doc, clock)
    if rest := beyond(seen, implied_vector(rules, doc)):
        doc[SEEN] = rest
    return doc


def _differing(rules: MergeRules, before: Fields, after: Fields) -> list[str]:
    """Return the fields that came, went or changed, and an item that has become the last."""
    changed = [path for path in after if before.get(path, before) != after[path]]
    changed += [path for path in before if path not in after]
    for name in rules.lists:
        old, new = (
            [path for path in side if path.startswith(f"{name}/")] for side in (before, after)
        )
        if old and new and old[-1] != new[-1] and new[-1] not in changed:
            changed.append(new[-1])
    return changed


def _pairs(found: object) -> list[list[str]]:
    return [one for one in found if len(one) == 2] if isinstance(found, list) else []
