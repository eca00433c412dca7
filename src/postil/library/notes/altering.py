"""Alters many notes together: tags and colour of all of them change in one step to be undone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from postil.library.base.labels import counted
from postil.library.notes.note_names import named
from postil.library.notes.tagging import clean_tags
from postil.model.note import Colour, Note
from postil.model.values import replace
from postil.store.home.home import Home
from postil.store.home.journal import Change

__all__ = ["by_ids", "common_tags", "recolour", "retag"]


def by_ids(home: Home, ids: Iterable[str]) -> list[Note]:
    """Return the live notes with these ids, in this order; those that are gone are left out."""
    return [note for one in ids for note in home.some_notes(ending=one)]


def common_tags(notes: Sequence[Note]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags that all of the notes have, and those that only some of them have.

    Tags that differ in case alone are one, spelt as on the first note that has it.
    """
    spelt: dict[str, str] = {}
    counts: dict[str, int] = {}
    for note in notes:
        for tag in clean_tags(note.tags):
            key = tag.casefold()
            spelt.setdefault(key, tag)
            counts[key] = counts.get(key, 0) + 1
    on_all = tuple(tag for key, tag in spelt.items() if counts[key] == len(notes))
    return on_all, tuple(tag for key, tag in spelt.items() if counts[key] < len(notes))


def retag(home: Home, notes: Sequence[Note], put: Iterable[str], taken: Collection[str]) -> int:
    """Put tags on notes, and take others off; undoable. Return how many notes have changed.

    Raises BadRequest for a tag that cannot be one, and CannotWrite.
    """
    wanted = clean_tags(put)
    gone = {tag.casefold() for tag in clean_tags(taken)}

    def tagged(note: Note) -> Note:
        left = [tag for tag in note.tags if tag.casefold() not in gone]
        return replace(note, tags=clean_tags((*left, *wanted)))

    return _alter(home, notes, tagged, "tags")


def recolour(home: Home, notes: Sequence[Note], colour: Colour) -> int:
    """Give notes a colour; undoable. Return how many had another one. Raises CannotWrite."""
    return _alter(home, notes, lambda note: replace(note, colour=colour), "colour")


def _alter(home: Home, notes: Sequence[Note], becomes: Callable[[Note], Note], what: str) -> int:
    pairs = [(note, new) for note in notes if (new := becomes(note)) != note]
    if pairs:
        label = f"{what} of {counted(len(pairs), 'note')}"
        if len(pairs) == 1:
            label = f"{what} of the {named(pairs[0][0])}"
        before, after = zip(*pairs, strict=True)
        home.apply(Change(label, before, after))
    return len(pairs)
