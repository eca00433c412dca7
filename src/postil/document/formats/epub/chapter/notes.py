"""Footnotes of a book: where its text refers to them, and where they stand.

A reference is a link that says so, or a short sign that links to a place which links back. The
notes may stand behind the chapter or in a part of their own; they are taken from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from postil.document.formats.epub.chapter.note_words import (
    BACK,
    LARGEST_SIGN,
    Resolve,
    bare,
    is_sign,
    sign_of,
)
from postil.document.formats.epub.elements.parts import BLOCKS, HEADINGS, Part, kinds
from postil.document.formats.epub.package.addresses import Target
from postil.model.values import NamedTuple

Load = Callable[[str], Part | None]
"""The part of a name, None if it cannot be read."""

NOTE_KINDS = frozenset(("footnote", "endnote", "rearnote", "note"))
_REFERENCE = frozenset(("noteref",))
_NEAR = 8
"""Events between a reference and the place that its note links back to."""
_LARGEST = 2000
"""Events in a note beyond which it is taken for a chapter."""
_MOST_REFERENCES = 10_000
"""References in one part that are looked at, and notes without any."""
_DEEPEST = 100
"""Elements around a place among which its note is looked for."""
_MOST_BACKS = 20
"""Links in a note that are looked at."""
_MOST_FURTHER = 5
"""Paragraphs that may follow the first one of a note that is only a paragraph."""
_MOST_BLOCKS = 60
"""Elements in a note beyond which it is taken for a chapter."""


class Note(NamedTuple):
    """A note that is referred to."""

    label: str
    """As it is shown: the sign that refers to it, or a number where several share one sign."""
    sign: str
    part: Part
    start: int
    """Index of its first event."""
    end: int
    """Index behind its last event."""
    reference: int
    """Where the chapter refers to it first."""


class Notes(NamedTuple):
    """The notes of one chapter."""

    references: Mapping[int, str]
    """Labels, by the indexes of the links."""
    notes: Sequence[Note]
    """In the order in which they are referred to."""


class _Candidate(NamedTuple):
    """What may be a note."""

    start: int
    end: int
    backs: tuple[Target, ...]
    """Where the links in it lead."""
    sign: str
    """With which it begins."""


def notes_of(part: Part, resolve: Resolve, load: Load, later: Callable[[str], bool]) -> Notes:
    """Return the notes that a chapter refers to; ``later`` tells which parts may hold them."""
    referred: dict[int, tuple[str, int]] = {}
    notes: dict[tuple[str, int], Note] = {}
    looked_at: dict[tuple[str, int], _Candidate | None] = {}
    for at in part.elements():
        event = part.events[at]
        if event.name != "a" or not event.attributes.get("href"):
            continue
        if part.ends[at] - at > LARGEST_SIGN or len(referred) >= _MOST_REFERENCES:
            continue
        said = kinds(event) | kinds(part.events[part.around[at]])
        certain = bool(said & _REFERENCE)
        words = part.words(at)
        if said & BACK or not (certain or is_sign(words)):
            continue
        target = resolve(event.attributes["href"], part.name)
        if target is None or not target.fragment:
            continue
        own = target.part == part.name
        if not own and not certain and not later(target.part):
            continue
        home = part if own else load(target.part)
        if home is None or (place := home.ids.get(target.fragment)) is None:
            continue
        if own and place <= at and not certain:
            continue
        if (home.name, place) not in looked_at:
            looked_at[home.name, place] = _looked_at(home, place, resolve)
        found = looked_at[home.name, place]
        if found is None or (own and found.start <= at < found.end):
            continue
        if not certain and not _belong(part, at, words, found):
            continue
        key = home.name, found.start
        label = bare(words) or str(len(notes) + 1)
        notes.setdefault(key, Note(label, label, home, found.start, found.end, at))
        referred[at] = key
    return _labelled(referred, notes)


def _labelled(
    referred: Mapping[int, tuple[str, int]], notes: Mapping[tuple[str, int], Note]
) -> Notes:
    """Return the notes of a chapter with labels by which they are told apart."""
    labels = [note.label for note in notes.values()]
    if len(set(labels)) < len(labels):
        labels = [str(number) for number in range(1, len(notes) + 1)]
    named = {
        key: note._replace(label=label)
        for (key, note), label in zip(notes.items(), labels, strict=True)
    }
    references = {at: named[key].label for at, key in referred.items()}
    return Notes(references, _with_further_paragraphs(list(named.values())))


def _with_further_paragraphs(notes: Sequence[Note]) -> Sequence[Note]:
    """Return notes with the paragraphs that follow them before the next one begins."""
    ordered = sorted(notes, key=lambda note: (note.part.name, note.start))
    behind = {(one.part.name, one.start): following for one, following in pairwise(ordered)}
    return [_lengthened(note, behind.get((note.part.name, note.start))) for note in notes]


def _lengthened(note: Note, following: Note | None) -> Note:
    part = note.part
    if following is None or following.part is not part or part.events[note.start].name != "p":
        return note
    if part.around[note.start] != part.around[following.start]:
        return note
    between = list(part.elements(note.end, following.start))
    outer = [at for at in between if part.around[at] == part.around[note.start]]
    if len(outer) > _MOST_FURTHER or any(part.events[at].name != "p" for at in outer):
        return note
    return note._replace(end=following.start)


def loose_notes(part: Part, taken: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield where notes begin and end that say what they are, and that nothing refers to.

    ``taken`` is where the others begin and end.
    """
    behind = found = 0
    for at in part.elements():
        behind = max(behind, taken.get(at, 0))
        if found >= _MOST_REFERENCES:
            break
        if at >= behind and kinds(part.events[at]) & NOTE_KINDS and _note(part, at):
            behind = part.ends[at] + 1
            found += 1
            yield at, behind


def _note(home: Part, place: int) -> tuple[int, int] | None:
    """Return where the note begins and ends that a place belongs to; None if it is none."""
    start = _said(home, place)
    if start < 0:
        start = home.block(_behind_anchor(home, place))
    if start < 0 or home.events[start].name in ("body", "ul", "ol", "dl", "table", "hr"):
        return None
    if home.events[start].name in ("td", "th"):
        start = home.around[start]
    end = home.ends[start] + 1
    if home.events[start].name == "dt":
        end = _behind_definition(home, end)
    if end - start > _LARGEST:
        return None
    inside = [home.events[at].name for at in home.elements(start, end)]
    if sum(name in BLOCKS for name in inside) > _MOST_BLOCKS or HEADINGS & set(inside):
        return None
    return start, end


def _behind_anchor(home: Part, place: int) -> int:
    """Return where the block begins behind an empty element between blocks; else the place."""
    name = home.events[home.around[place]].name
    if home.ends[place] - place > 1 or name not in ("body", "div", "section", "aside"):
        return place
    behind = home.ends[place] + 1
    following = next(home.elements(behind, min(behind + 3, len(home.events))), place)
    return following if home.events[following].name in ("p", "div", "li") else place


def _said(home: Part, at: int) -> int:
    """Return the element around a place that says it is a note, -1 if there is none."""
    for _ in range(_DEEPEST):
        if at < 0 or kinds(home.events[at]) & NOTE_KINDS:
            return at
        at = home.around[at]
    return -1


def _behind_definition(home: Part, end: int) -> int:
    """Return the index behind the definition that follows a term."""
    for at in home.elements(end, min(end + 4, len(home.events))):
        if home.events[at].name == "dd":
            return home.ends[at] + 1
    return end


def _looked_at(home: Part, place: int, resolve: Resolve) -> _Candidate | None:
    """Return what may be the note that a place belongs to, None for what is none."""
    if (found := _note(home, place)) is None:
        return None
    backs: list[Target] = []
    for link in home.elements(*found):
        event = home.events[link]
        if event.name == "a" and (href := event.attributes.get("href")):
            if back := resolve(href, home.name):
                backs.append(back)
            if len(backs) >= _MOST_BACKS:
                break
    return _Candidate(*found, tuple(backs), sign_of(home, *found))


def _belong(part: Part, at: int, words: str, found: _Candidate) -> bool:
    """Tell whether a sign and a place belong together as a reference and its note do."""
    for back in found.backs:
        to = part.ids.get(back.fragment) if back.part == part.name else None
        if to is not None and (abs(to - at) <= _NEAR or to <= at <= part.ends[to]):
            return True
    inside = (part.events[one].name for one in part.elements(at, part.ends[at]))
    raised = part.events[part.around[at]].name == "sup" or "sup" in inside
    label = bare(words)
    return raised and bool(label) and found.sign == label
