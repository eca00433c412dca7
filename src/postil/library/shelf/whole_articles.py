"""What a reader says of whole articles: whether they are read, their tags, and a note on each.

Of many articles at once it is one change, which is undone as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from postil.errors import BadRequest
from postil.library.articles import opening
from postil.library.base.labels import counted, shortened
from postil.library.base.open_article import OpenArticle
from postil.library.identity import article_identity
from postil.library.notes.note_names import named
from postil.library.notes.tagging import clean_tags
from postil.model.note import Anchor, Colour, Note
from postil.model.reading_state import ReadingState, by_progress
from postil.model.values import dataclass, replace
from postil.store.disk.clock import new_id
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.records.records import ArticleRecord
from postil.text.clean import clean
from postil.text.quotes import in_marks

SAID = {
    ReadingState.TODO: "to be read",
    ReadingState.READING: "being read",
    ReadingState.DONE: "read",
}
"""The states in words that go on after a title."""


@dataclass(frozen=True, slots=True)
class Target:
    """An article that something is said of."""

    path: Path | None
    id: str | None
    """Of its record; None where nothing is stored about it."""


def target(open_article: OpenArticle) -> Target:
    """Return an open article as one that something is said of."""
    record = open_article.record
    return Target(open_article.path, None if record is None else record.id)


def set_state(home: Home, targets: Sequence[Target], state: ReadingState | None) -> str:
    """Say of articles whether they are read, or no more; return what was done; undoable.

    Raises CannotOpen for one that is new and cannot be read, and CannotWrite.
    """
    before = _records(home, targets)
    after = [replace(one, state=state) for one in before]
    done = "as their progress says" if state is None else SAID[state]
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    label = f"{_named(before)} marked as {done}"
    if changed:
        home.apply(Change(label, tuple(old for old, _ in changed), tuple(n for _, n in changed)))
    return label


def state_of(home: Home, target: Target) -> tuple[ReadingState, bool]:
    """Return whether an article is read, and whether that is the reader's word."""
    record = home.articles().get(target.id or "")
    records = article_identity.same_article(home, record)
    said = next((one.state for one in records if one.state is not None), None)
    return said or by_progress(None if record is None else record.progress), said is not None


def own_tags(home: Home, targets: Iterable[Target]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags that all of these articles bear themselves, and those that only some do."""
    borne = [
        dict.fromkeys(tag for note in notes_on(home, target) for tag in note.tags)
        for target in targets
    ]
    every = dict.fromkeys(tag for tags in borne for tag in tags)
    shared = tuple(tag for tag in every if all(tag in tags for tags in borne))
    return shared, tuple(tag for tag in every if tag not in shared)


def retag(home: Home, targets: Sequence[Target], on: Sequence[str], off: Sequence[str] = ()) -> str:
    """Put tags on whole articles and take others off; return what was done; undoable.

    Raises BadRequest for a tag that cannot be one, CannotOpen for an article that is new and
    cannot be read, and CannotWrite.
    """
    wanted, gone = clean_tags(on), {tag.casefold() for tag in off}
    before: list[Note] = []
    after: list[Note] = []
    records = _records(home, targets)
    for record in records:
        notes = _notes(home, record)
        has = {tag.casefold() for note in notes for tag in note.tags} - gone
        new = tuple(tag for tag in wanted if tag.casefold() not in has)
        for at, note in enumerate(notes):
            left = tuple(tag for tag in note.tags if tag.casefold() not in gone)
            left += new if at == 0 else ()
            if left != note.tags:
                before.append(note)
                after += [replace(note, tags=left)] if left or note.body else []
        if not notes and new:
            after.append(_bare(record, tags=new))
    if before or after:
        home.apply(Change("tags of the whole article", tuple(before), tuple(after)))
    put, taken = ", ".join(wanted), ", ".join(off)
    return f"{_named(records)} {f'tagged {put}' if put else f'no more tagged {taken}'}"


def note_on(home: Home, target: Target) -> Note | None:
    """Return the note on the whole of an article, the first one with words; None for none."""
    notes = notes_on(home, target)
    return next((note for note in notes if note.body), notes[0] if notes else None)


def notes_on(home: Home, target: Target) -> list[Note]:
    """Return the notes on the whole of an article, the oldest first."""
    record = None if target.id is None else home.articles().get(target.id)
    return [] if record is None else _notes(home, record)


def write(home: Home, target: Target, body: str) -> str:
    """Write the note on the whole of an article, or change it; return what was done; undoable.

    Raises CannotOpen for an article that is new and cannot be read, and CannotWrite.
    """
    (record,) = _records(home, [target])
    old = note_on(home, replace(target, id=record.id))
    new = replace(old or _bare(record), body=clean(body).strip())
    if new != old:
        label = f"{'text of the' if old else 'new'} {named(new)}"
        home.apply(Change(label, (old,) if old else (), (new,)))
    return f"note on {_named([record])} saved"


def has_notes(home: Home, targets: Iterable[Target]) -> int:
    """Return how many notes there are on these articles, or in them."""
    return len(notes_within(home, targets))


def notes_within(home: Home, targets: Iterable[Target]) -> list[str]:
    """Return the ids of the notes on these articles, or in them."""
    known = home.articles()
    ids: dict[str, None] = {}
    for target in targets:
        record = known.get(target.id or "")
        ids.update(dict.fromkeys(one.id for one in article_identity.same_article(home, record)))
    return [note.id for note in home.notes_of(ids)]


def _records(home: Home, targets: Iterable[Target]) -> list[ArticleRecord]:
    """Return the records of articles; of one that is new its file is read, and it is stored."""
    found: dict[str, ArticleRecord] = {}
    for target in targets:
        record = home.articles().get(target.id or "")
        if record is None and target.path is not None:
            open_article = opening.read(home, target.path)
            record = article_identity.stored(home, open_article, text=False)
        if record is None:
            raise BadRequest("the article", "nothing is known of it by now", "look at it again")
        found[record.id] = record
    return list(found.values())


def _notes(home: Home, record: ArticleRecord) -> list[Note]:
    ids = [one.id for one in article_identity.same_article(home, record)]
    return sorted(
        (note for note in home.notes_of(ids) if note.whole),
        key=lambda note: (note.created, note.id),
    )


def _bare(record: ArticleRecord, tags: tuple[str, ...] = ()) -> Note:
    digest = record.digests[-1] if record.digests else ""
    anchor = Anchor("", "", "", 0, 0, digest)
    return Note(new_id(), record.id, anchor, Colour.YELLOW, tags)


def _named(records: Sequence[ArticleRecord]) -> str:
    if len(records) == 1:
        return in_marks(shortened(records[0].title))
    return counted(len(records), "article")
