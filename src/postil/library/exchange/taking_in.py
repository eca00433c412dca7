"""Takes a record that comes in again into the note it became: by field, and nothing overwritten."""

from __future__ import annotations

from hashlib import sha256

from postil.imports.base.colours import nearest
from postil.imports.base.records import Imported, ImportedNote
from postil.library.notes.tagging import clean_tags
from postil.model.note import Colour, Note, Origin, OtherText
from postil.model.values import replace
from postil.store.home.home import Home
from postil.text.clean import clean

DOTTED = ("taguette",)
"""Programs in which a tag is parted from the one above it by a dot."""


def body_of(record: ImportedNote) -> str:
    """Return the text of a record as a note has it."""
    return clean(record.body).strip()


def tags_of(record: ImportedNote) -> tuple[str, ...]:
    """Return the tags of a record as notes have them; one that cannot be a tag is left out."""
    found: list[str] = []
    for tag in record.tags:
        bare = " ".join(tag.strip(" /").split())
        while "//" in bare:
            bare = bare.replace("//", "/")
        if bare:
            found += clean_tags([bare])
    return tuple(dict.fromkeys(found))


def as_tagged_here(home: Home, program: str, found: Imported) -> Imported:
    """Return what a file holds with the tags that are known here, where it cannot tell them.

    Taguette nests by dots: ``3.11`` and ``3/11`` are one to it, and what it is here is meant.
    """
    if program not in DOTTED:
        return found
    here = {tag for note in home.notes().values() for tag in note.tags}
    dotted = {tag.replace("/", ".").casefold(): tag for tag in sorted(here)}
    if not dotted:
        return found

    def known(tag: str) -> str:
        return tag if tag in here else dotted.get(tag.replace("/", ".").casefold(), tag)

    notes = tuple(replace(one, tags=tuple(map(known, one.tags))) for one in found.notes)
    return replace(found, notes=notes)


def origin_of(program: str, record: ImportedNote) -> Origin:
    """Return what is remembered of a record, so that it is known when it comes in again."""
    return Origin(program, record.id, _digest(body_of(record)), tags_of(record), record.colour_name)


def taken_in(note: Note, program: str, record: ImportedNote) -> Note:
    """Return a note with what was changed of its record since it came in last.

    A three-way merge by field: what the record said last is the base. Words that were changed on
    both sides stand side by side, as after two machines have written.
    """
    base, now = note.origin, origin_of(program, record)
    if base is None or base == now:
        return note
    body, also = note.body, note.also
    theirs = body_of(record)
    if now.body != base.body and theirs not in (body, *(one.text for one in also)):
        if _digest(body) == base.body:
            body = theirs
        elif theirs and theirs not in body:
            also = (*also, OtherText(theirs))
    gone = set(base.tags) - set(now.tags)
    added = [tag for tag in now.tags if tag not in base.tags]
    tags = tuple(dict.fromkeys([*(tag for tag in note.tags if tag not in gone), *added]))
    colour = note.colour
    if now.colour != base.colour and colour == (nearest(base.colour) or Colour.YELLOW):
        colour = record.colour or colour
    return replace(note, body=body, also=also, tags=tags, colour=colour, origin=now)


def _digest(body: str) -> str:
    return sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:16] if body else ""
