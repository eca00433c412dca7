"""What becomes of a record that was changed in two places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import cast

from postil.errors import CannotWrite
from postil.model.note import Note
from postil.model.source import Correction
from postil.store.records import Record


def alike(one: Record | None, other: Record | None) -> bool:
    """Tell whether two versions say the same, whenever they were written."""
    return _timeless(one) == _timeless(other)


def rebased(before: Record | None, after: Record | None, current: Record | None) -> Record | None:
    """Return what ``current`` becomes when the step from ``before`` to ``after`` is taken on it.

    Only what the step changed is changed. Words are never lost: a body that both have written
    keeps both, and what was changed elsewhere is not deleted.

    Raises CannotWrite for such a deletion.
    """
    if after is None:
        if current is None or alike(before, current):
            return None
        raise CannotWrite(
            "nothing was deleted", "it was changed elsewhere a moment ago", "look at it again"
        )
    if current is None or before is None or alike(before, current):
        return after
    changed = {}
    for name in (field.name for field in fields(after)):
        old, new, other = (getattr(version, name) for version in (before, after, current))
        if new == old:
            changed[name] = other
        elif other != old and name in _JOINED:
            changed[name] = _JOINED[name](old, new, other)
    return replace(after, **changed)


def fits(start: Record | None, goal: Record | None, current: Record | None) -> bool:
    """Tell whether ``current`` is the start of a step, in all that the step changes."""
    if start is None or goal is None or current is None:
        return alike(start, current)
    return all(getattr(current, name) == getattr(start, name) for name in _differing(start, goal))


def stepped(start: Record | None, goal: Record | None, current: Record | None) -> Record | None:
    """Take a step that fits; what it does not change stays as it is."""
    if start is None or goal is None or current is None:
        return goal
    return replace(current, **{name: getattr(goal, name) for name in _differing(start, goal)})


def _differing(start: Record, goal: Record) -> list[str]:
    names = (field.name for field in fields(goal))
    return [n for n in names if n != "modified" and getattr(start, n) != getattr(goal, n)]


def _timeless(record: Record | None) -> Record | None:
    return replace(record, modified="") if isinstance(record, Note) else record


def _sets(old: object, new: object, other: object) -> tuple[object, ...]:
    """Both sides' additions and removals, in the order of the other side."""
    was, mine, theirs = (cast("tuple[object, ...]", side) for side in (old, new, other))
    gone = (set(was) - set(mine)) | (set(was) - set(theirs))
    return tuple(item for item in dict.fromkeys((*theirs, *mine)) if item not in gone)


def _bodies(_old: object, new: object, other: object) -> str:
    mine, theirs = cast("str", new), cast("str", other)
    if mine in theirs or theirs in mine:
        return max(mine, theirs, key=len)
    return f"{theirs}\n\n{mine}"


def _words(old: object, new: object, other: object) -> dict[str, str]:
    was, mine, theirs = (cast("Mapping[str, str]", side) for side in (old, new, other))
    gone = was.keys() - mine.keys()
    kept = {name: said for name, said in theirs.items() if name not in gone}
    return kept | {name: said for name, said in mine.items() if was.get(name) != said}


def _corrections(old: object, new: object, other: object) -> tuple[Correction, ...]:
    was, mine, theirs = (
        {correction.evidence: correction for correction in cast("tuple[Correction, ...]", side)}
        for side in (old, new, other)
    )
    kept = {name: said for name, said in theirs.items() if name in mine or name not in was}
    return tuple((kept | {n: said for n, said in mine.items() if was.get(n) != said}).values())


_JOINED: Mapping[str, Callable[[object, object, object], object]] = {
    "tags": _sets,
    "digests": _sets,
    "body": _bodies,
    "paths": _words,
    "metadata": _words,
    "corrections": _corrections,
}
