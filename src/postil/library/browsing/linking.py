"""Passage links: a note points to another, and says whether it supports or contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from postil.errors import BadQuery, BadRequest
from postil.library.base.labels import shortened
from postil.library.catalogue.note_subjects import PlainNote
from postil.library.catalogue.saved_queries import asked
from postil.library.notes.annotating import by_id
from postil.library.notes.note_names import SHORTEST, named, typed_id
from postil.model.note import LinkKind, Note, NoteLink
from postil.model.values import dataclass
from postil.search.judging.judge import holds
from postil.search.query.tree import EVERYTHING
from postil.store.home.home import Home
from postil.text.clean import clean_line
from postil.text.quotes import in_marks

SAID = {
    LinkKind.SUPPORTS: ("supports", "supported by"),
    LinkKind.CONTRADICTS: ("contradicts", "contradicted by"),
    LinkKind.SEE_ALSO: ("see also", "seen from"),
}
"""What a link says from where it starts, and from where it leads to."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A link as it is seen from one of its two notes."""

    kind: LinkKind
    id: str
    """Of the other note."""
    note: Note | None
    """The other note; None where it has been deleted."""
    back: bool = False
    """Whether it comes from the other note."""

    @property
    def said(self) -> str:
        """What the link says, in words."""
        return SAID[self.kind][self.back]

    @property
    def sentence(self) -> str:
        """The link as lists show it: an arrow from or to the note, what it says, and of what."""
        words = in_marks(shortened(self.words)) if self.note is not None else self.words
        arrow = "\u2190" if self.back else "\u2192"
        return f"{arrow} {self.said} {words}"

    @property
    def words(self) -> str:
        """The words by which a reader knows the other note."""
        if self.note is None:
            return "a note that was deleted"
        return clean_line(self.note.anchor.quote or self.note.body or "the whole article")


Backlinks = Mapping[str, Sequence[NoteLink]]
"""By the id of a note the links to it, each with the note that it comes from."""


def backlinks(home: Home) -> Backlinks:
    """Return all links, by where they lead to."""
    notes = home.notes()
    return backlinks_of(notes[one] for one in notes.linking())


def backlinks_of(notes: Iterable[Note]) -> Backlinks:
    """Return the links of some notes, by where they lead to."""
    found: defaultdict[str, list[NoteLink]] = defaultdict(list)
    for note in notes:
        for link in note.links:
            found[link.to].append(NoteLink(link.kind, note.id))
    return found


def linked(home: Home, note: Note, back: Backlinks) -> list[Linked]:
    """Return the links of a note, and then those to it."""
    found = [Linked(link.kind, link.to, _there(home, link.to)) for link in note.links]
    theirs = [
        Linked(one.kind, one.to, _there(home, one.to), back=True) for one in back.get(note.id, ())
    ]
    return found + [one for one in theirs if one.note is not None]


def _there(home: Home, identity: str) -> Note | None:
    return next(iter(home.some_notes(ending=identity)), None)


def parse_link(typed: str) -> tuple[LinkKind, str]:
    """Read ``KIND:ID`` as it is typed; raises BadRequest for what is none."""
    kind, colon, identity = typed.partition(":")
    known = {str(one): one for one in LinkKind}
    wanted = known.get(kind.strip().lower().replace(" ", "-"))
    if wanted is None or not colon or not identity.strip():
        raise BadRequest(
            f"\u201c{clean_line(typed, 60)}\u201d",
            "it is no link",
            f"write it as KIND:ID, and KIND is {', '.join(known)}",
        )
    return wanted, identity.strip()


def ends(home: Home, typed: Iterable[str]) -> tuple[NoteLink, ...]:
    """Return links that are typed as ``KIND:ID``; raises BadRequest, and NoSuchNote for an end."""
    read = map(parse_link, typed)
    return tuple(dict.fromkeys(NoteLink(kind, by_id(home, to).id) for kind, to in read))


def changed(
    home: Home, note: Note, added: Iterable[str], taken: Iterable[str] = ()
) -> tuple[NoteLink, ...]:
    """Return the links of a note with others added and some taken off.

    What is taken off is named by the id of the other note, also of one that is gone, or as
    ``KIND:ID``. Raises NoSuchNote, and BadRequest for a link to itself or one that there is not.
    """
    left = list(note.links)
    for typed in taken:
        kind, identity = parse_link(typed) if ":" in typed else (None, typed)
        wanted = typed_id(identity).lower()
        gone = [
            one
            for one in left
            if len(wanted) >= SHORTEST
            and (one.to.startswith(wanted) or one.to.endswith(wanted))
            and kind in (None, one.kind)
        ]
        if not gone:
            why = f"the {named(note)} does not point to it"
            raise BadRequest(f"\u201c{clean_line(typed, 60)}\u201d", why, "see postil notes --json")
        left = [one for one in left if one not in gone]
    new = ends(home, added)
    if any(one.to == note.id for one in new):
        raise BadRequest(f"the {named(note)}", "it cannot point to itself", "name another note")
    return tuple(dict.fromkeys([*left, *new]))


CANDIDATES = 3000
"""Notes among which an end of a link is chosen, the newest; all others can be named by their id."""


def candidates(home: Home, note: Note) -> list[Note]:
    """Return the notes that a note may point to, the newest first."""
    notes = home.notes()
    ids = [one for one in sorted(notes, reverse=True) if one != note.id]
    return [notes[one] for one in ids[:CANDIDATES]]


def fitting(home: Home, typed: str, notes: Sequence[Note]) -> list[int]:
    """Return which of some notes a query finds that is typed still; none for one with a mistake."""
    try:
        query = asked(home, typed, typing=True)
    except BadQuery:
        return []
    if query == EVERYTHING:
        return list(range(len(notes)))
    return [at for at, note in enumerate(notes) if holds(query, PlainNote(note))]
