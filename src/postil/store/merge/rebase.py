"""Three-way rebase: a change made on an older version, redone on what the record is now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from postil.errors import CannotWrite
from postil.model.note import Note, OtherText
from postil.model.values import fields, replace
from postil.store.records.fields import ALSO, RULES
from postil.store.records.records import Record

T = TypeVar("T")
Joining = Callable[[Any, Any, Any], object]
"""Joins the values of a field before, on this side and on the other side."""


def alike(one: Record | None, other: Record | None) -> bool:
    """Tell whether two versions say the same, whenever they were written."""
    return _timeless(one) == _timeless(other)


def rebased(before: Record | None, after: Record | None, current: Record | None) -> Record | None:
    """Return what ``current`` becomes when the step from ``before`` to ``after`` is taken on it.

    Only what the step changed is changed. Words are never lost: of a body that both have written
    the other one is kept beside it, and what was changed elsewhere is not deleted.

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
    changed: dict[str, Any] = {}
    for name in (field.name for field in fields(after)):
        old, new, other = (getattr(version, name) for version in (before, after, current))
        if new == old:
            changed[name] = other
        elif other != old and name in _JOINED:
            changed[name] = _JOINED[name](old, new, other)
    merged = replace(after, **changed)
    if isinstance(merged, Note) and isinstance(before, Note) and isinstance(current, Note):
        return _with_other(before, merged, current)
    return merged


def fits(start: Record | None, goal: Record | None, current: Record | None) -> bool:
    """Tell whether ``current`` is the start of a step, in all that the step changes."""
    if start is None or goal is None or current is None:
        return alike(start, current)
    return all(_said(name, current) == _said(name, start) for name in _differing(start, goal))


def stepped(start: Record | None, goal: Record | None, current: Record | None) -> Record | None:
    """Take a step that fits; what it does not change stays as it is."""
    if start is None or goal is None or current is None:
        return goal
    return replace(current, **{name: getattr(goal, name) for name in _differing(start, goal)})


def _said(name: str, record: Record) -> object:
    """Return the value of a field; a list whose order means nothing as a set."""
    value = getattr(record, name)
    return frozenset(value) if _JOINED.get(name) is _sets else value


def _differing(start: Record, goal: Record) -> list[str]:
    names = (field.name for field in fields(goal))
    return [n for n in names if n != "modified" and getattr(start, n) != getattr(goal, n)]


def _timeless(record: Record | None) -> Record | None:
    return replace(record, modified="") if isinstance(record, Note) else record


def _sets(
    was: tuple[object, ...], mine: tuple[object, ...], theirs: tuple[object, ...]
) -> tuple[object, ...]:
    """Both sides' additions and removals, in the order of the other side."""
    gone = (set(was) - set(mine)) | (set(was) - set(theirs))
    return tuple(item for item in dict.fromkeys((*theirs, *mine)) if item not in gone)


def _with_other(before: Note, merged: Note, current: Note) -> Note:
    """Keep the body that was written elsewhere, unless one of both says all that the other says."""
    mine, theirs = merged.body, current.body
    if before.body in (mine, theirs) or not theirs.strip() or theirs in mine:
        return merged
    if mine in theirs:
        return replace(merged, body=theirs)
    return replace(merged, also=(*merged.also, OtherText(theirs)))


def _mappings(was: Mapping[str, T], mine: Mapping[str, T], theirs: Mapping[str, T]) -> dict[str, T]:
    """Return the other side, less what this side took out, with what it put in."""
    gone = was.keys() - mine.keys()
    kept = {name: said for name, said in theirs.items() if name not in gone}
    return kept | {name: said for name, said in mine.items() if was.get(name) != said}


def _keyed(key: str) -> Joining:
    """Return what joins lists of objects that this attribute tells apart."""

    def joined(*sides: tuple[object, ...]) -> tuple[object, ...]:
        was, mine, theirs = ({getattr(one, key): one for one in side} for side in sides)
        return tuple(_mappings(was, mine, theirs).values())

    return joined


def _joinings() -> dict[str, Joining]:
    joined: dict[str, Joining] = {ALSO: _sets}
    for rules in RULES.values():
        joined |= dict.fromkeys(rules.lists, _sets)
        joined |= dict.fromkeys(rules.mappings, _mappings)
        joined |= {name: _keyed(key) for name, key in rules.keyed.items()}
    return joined


_JOINED: Mapping[str, Joining] = _joinings()
"""By the name of a field whose items come and go on their own, in a record as in its document."""
