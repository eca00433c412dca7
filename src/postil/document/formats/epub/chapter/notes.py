"""Footnotes of a book: where its text refers to them, and where they stand.

A reference is a link that says so, or a short sign that links to a place which links back. The
notes may stand behind the chapter or in a part of their own; they are taken from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from postil.document.formats.epub.elements.events import START, TEXT, Event
from postil.document.formats.epub.elements.parts import BLOCKS, HEADINGS, Part, kinds
from postil.document.formats.epub.package.addresses import Target
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

Resolve = Callable[[str, str], Target | None]
"""What an address in a part means."""
Load = Callable[[str], Part | None]
"""The part of a name, None if it cannot be read."""

NOTE_KINDS = frozenset(("footnote", "endnote", "rearnote", "note"))
_REFERENCE = frozenset(("noteref",))
_BACK = frozenset(("backlink",))
_SIGN = lazily(
    r"[\[({]?\s*(\d{1,4}|[*†‡§¶‖#]{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,7})(?![^\W_])[\])}.:]?\s*"
)
_HOLDERS = ("ul", "ol", "dl", "table")
_HELD = ("li", "dt", "dd", "tr", "td", "th")
_BEHIND = "".join((".", ")", ":", " ", "\t", "\n", "\u00a0"))
"""What may stand between the sign of a note and its words."""
_BACK_WORDS = ("back", "return", "zurück", "retour", "volver", "torna", "terug", "voltar")
_LONGEST_WAY_BACK = 30
"""Code points of the words of a link that leads back."""
_EDGES = "[](){}.: \t\n\u00a0"
_NEAR = 8
"""Events between a reference and the place that its note links back to."""
_LONGEST_SIGN = 12
_LARGEST_SIGN = 24
"""Events in a link that is a sign."""
_LARGEST = 2000
"""Events in a note beyond which it is taken for a chapter."""
_MOST_REFERENCES = 20_000
"""References in one part that are looked at."""
_DEEPEST = 100
"""Elements around a place among which its note is looked for."""
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


def notes_of(part: Part, resolve: Resolve, load: Load, later: Callable[[str], bool]) -> Notes:
    """Return the notes that a chapter refers to; ``later`` tells which parts may hold them."""
    referred: dict[int, tuple[str, int]] = {}
    notes: dict[tuple[str, int], Note] = {}
    for at in part.elements():
        event = part.events[at]
        if event.name != "a" or not event.attributes.get("href"):
            continue
        if part.ends[at] - at > _LARGEST_SIGN or len(referred) >= _MOST_REFERENCES:
            continue
        said = kinds(event)
        certain = bool(said & _REFERENCE)
        words = part.words(at)
        if said & _BACK or not (certain or _is_sign(words)):
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
        found = _note(home, place)
        if found is None or (own and found[0] <= at < found[1]):
            continue
        if not certain and not _belong(part, at, words, home, found, resolve):
            continue
        key = home.name, found[0]
        label = _label(words) or str(len(notes) + 1)
        notes.setdefault(key, Note(label, label, home, *found, at))
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
    behind = 0
    for at in part.elements():
        behind = max(behind, taken.get(at, 0))
        if at >= behind and kinds(part.events[at]) & NOTE_KINDS and _note(part, at):
            behind = part.ends[at] + 1
            yield at, behind


def content(note: Note, resolve: Resolve) -> Sequence[Event]:
    """Return what stands in a note, without its sign and without the way back."""
    return without_sign(note.part, note.start, note.end, note.sign, resolve)


def without_sign(part: Part, start: int, end: int, label: str, resolve: Resolve) -> Sequence[Event]:
    """Return some events without the sign at their beginning and the links that lead back.

    An item or a cell that holds the note is no longer one.
    """
    kept: list[Event] = []
    at = start
    depth = 0
    fresh, led = True, False
    while at < end:
        event = part.events[at]
        if event.kind == START and event.name == "a" and _leads_back(part, at, label, resolve):
            led = led or fresh
            at = part.ends[at] + 1
            continue
        if event.kind != TEXT:
            if event.name in _HOLDERS:
                depth += 1 if event.kind == START else -1
            elif event.name in _HELD and depth <= 0:
                event = event._replace(name="div")
        elif fresh and event.name.strip():
            words = event.name.lstrip(_BEHIND) if led else _beheaded(event.name, label)
            fresh = not words.strip(_EDGES)
            event = event._replace(name="" if fresh else words)
        kept.append(event)
        at += 1
    return kept


def sign_of(part: Part, start: int, end: int) -> str:
    """Return the sign with which a note begins, "" if it has none."""
    for event in part.events[start:end]:
        if event.kind == TEXT and (words := event.name.strip()):
            found = _SIGN.match(words)
            if found is None or (found.end() < len(words) and found[0][-1].isalnum()):
                return ""
            bare = found[1].isalpha() and found[0].strip() == found[1] != words
            return "" if bare else found[1]
    return ""


def _is_sign(words: str) -> bool:
    return len(words) <= _LONGEST_SIGN and _SIGN.fullmatch(words) is not None


def _label(words: str) -> str:
    return words.strip(_EDGES)


def _note(home: Part, place: int) -> tuple[int, int] | None:
    """Return where the note begins and ends that a place belongs to; None if it is none."""
    start = _said(home, place)
    if start < 0:
        start = home.block(place)
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


def _belong(
    part: Part, at: int, words: str, home: Part, found: tuple[int, int], resolve: Resolve
) -> bool:
    """Tell whether a sign and a place belong together as a reference and its note do."""
    for link in home.elements(*found):
        event = home.events[link]
        if event.name == "a" and (href := event.attributes.get("href")):
            back = resolve(href, home.name)
            if back is None or back.part != part.name:
                continue
            to = part.ids.get(back.fragment)
            if to is not None and (abs(to - at) <= _NEAR or to <= at <= part.ends[to]):
                return True
    raised = part.events[part.around[at]].name == "sup" if part.around[at] >= 0 else False
    raised = raised or any(
        part.events[one].name == "sup" for one in part.elements(at, part.ends[at])
    )
    label = _label(words)
    return raised and bool(label) and sign_of(home, *found) == label


def _leads_back(part: Part, at: int, label: str, resolve: Resolve) -> bool:
    """Tell whether a link in a note only leads back to where it is referred to."""
    event = part.events[at]
    words = part.words(at)
    if kinds(event) & _BACK:
        return True
    target = resolve(event.attributes.get("href", ""), part.name)
    if target is None or not target.fragment or len(words) > _LONGEST_WAY_BACK:
        return False
    plain = _label(words)
    if plain == label or not any(letter.isalnum() for letter in plain):
        return True
    return plain.casefold().startswith(_BACK_WORDS)


def _beheaded(words: str, label: str) -> str:
    """Return words without the sign of their note at the beginning."""
    bare = words.lstrip()
    for sign in (f"[{label}]", f"({label})", label):
        if label and bare.startswith(sign):
            rest = bare[len(sign) :]
            if not rest or rest[0] in _BEHIND or not sign[-1].isalnum():
                return rest.lstrip(_BEHIND)
    return words
