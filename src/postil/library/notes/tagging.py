"""Tags: how they are written, how often they are used, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable

from postil.errors import BadRequest
from postil.model.note import Colour
from postil.model.values import dataclass, replace
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.machine.tag_counts import TagCounts
from postil.store.records.records import TagDefinition
from postil.text.clean import clean_line

LONGEST = 80
"""Code points of a tag."""


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag, and the number of notes that carry it."""

    tag: str
    notes: int
    definition: str = ""
    colour: Colour | None = None


def clean_tag(typed: str) -> str:
    """Return a tag as it is kept; "" where nothing is left of it.

    Case is kept, but tags that differ in nothing else are one. Raises BadRequest for a comma,
    which parts tags where several are typed, and for a tag that is too long.
    """
    tag = clean_line(typed).removeprefix("#").strip()
    if "/" in tag:
        # What stands between two slashes is a tag by itself: one without a name is none.
        tag = "/".join(part for one in tag.split("/") if (part := one.strip()))
    if "," in tag:
        raise BadRequest(f"“{tag}”", "a tag has no comma in it", "give two tags one by one")
    if len(tag) > LONGEST:
        raise BadRequest(
            f"“{tag[:20]}…”", f"a tag has {LONGEST} characters at most", "write it in the note"
        )
    return tag


def clean_tags(typed: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they are kept, each once, in the order given."""
    kept: dict[str, str] = {}
    for one in typed:
        if tag := clean_tag(one):
            kept.setdefault(tag.casefold(), tag)
    return tuple(kept.values())


def tag_counts(home: Home) -> TagCounts:
    """Return how many notes bear each tag, as they were kept or else counted anew."""
    return home.lookup.tag_counts() or home.notes().tag_counts()


def tags(home: Home) -> tuple[TagUse, ...]:
    """Return every tag that a note carries or that is defined, most used first, then by name."""
    spellings: dict[str, dict[str, int]] = {}
    for spelled, count in tag_counts(home).spelled.items():
        for tag in clean_tags([spelled.replace(",", " ")]):
            used = spellings.setdefault(tag.casefold(), {})
            used[tag] = used.get(tag, 0) + count
    defined = {tag.casefold(): one for tag, one in home.tag_definitions().items()}
    found = []
    for key, used in spellings.items():
        # The commonest spelling, the first by name where two are as common.
        tag = min(used, key=lambda one: (-used[one], one)) if len(used) > 1 else next(iter(used))
        known = defined.pop(key, None)
        text, colour = ("", None) if known is None else (known.text, known.colour)
        found.append(TagUse(tag, sum(used.values()), text, colour))
    found += [TagUse(one.tag, 0, one.text, one.colour) for one in defined.values()]
    return tuple(sorted(found, key=lambda one: (-one.notes, one.tag.casefold())))


def define_tag(home: Home, tag: str, definition: str, colour: Colour | None = None) -> None:
    """Say what a tag means, whether or not a note carries it yet; undoable.

    An empty definition takes the old one away. Raises BadRequest and CannotWrite.
    """
    name = named_tag(tag)
    old = _definition(home, name)
    text = clean_line(definition)
    if old is not None:
        name, colour = old.tag, colour or old.colour
    new = TagDefinition(name, text, colour) if text or colour else None
    if new != old:
        label = f"tag “{name}” defined" if text else f"definition of the tag “{name}” deleted"
        home.apply(Change(label, (old,) if old else (), (new,) if new else ()))


def colour_tags(home: Home, wanted: Iterable[str], colour: Colour | None) -> None:
    """Give tags a colour, or None; undoable as one. Raises BadRequest and CannotWrite."""
    before, after = [], []
    names = [named_tag(one) for one in wanted]
    for name in names:
        old = _definition(home, name)
        new = replace(old or TagDefinition(name), colour=colour)
        if new != (old or TagDefinition(name)):
            before += [] if old is None else [old]
            after += [new] if new.text or new.colour else []
    if before or after:
        of = f"tag “{names[0]}”" if len(names) == 1 else f"{len(names)} tags"
        label = f"colour of {of} {'taken away' if colour is None else f'set: {colour}'}"
        home.apply(Change(label, tuple(before), tuple(after)))


def named_tag(typed: str) -> str:
    """Return a tag as it is kept; raises BadRequest also where nothing is left of it."""
    if not (tag := clean_tag(typed)):
        raise BadRequest("the tag", "there is nothing in its name", "give it a name")
    return tag


def _definition(home: Home, tag: str) -> TagDefinition | None:
    key = clean_tag(tag).casefold()
    for name, definition in home.tag_definitions().items():
        if name.casefold() == key:
            return definition
    return None
