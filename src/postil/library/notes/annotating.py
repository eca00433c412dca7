"""Notes in the margin: made, changed, deleted, and found again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from postil.anchoring import describe
from postil.errors import BadRequest, NoSuchNote
from postil.library.base.open_article import OpenArticle, check_passage
from postil.library.identity import article_identity
from postil.library.notes.note_names import ID_LENGTH, SHORTEST, by_either_end, named, typed_id
from postil.library.notes.placing import HEAD, Placing, by_place
from postil.library.notes.tagging import clean_tags
from postil.model.article import Article
from postil.model.note import Anchor, Colour, Note, NoteLink, PlacedNote, Placement
from postil.model.span import Span
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.records.records import ArticleRecord
from postil.text.clean import clean
from postil.text.progress import Progress


def of(
    home: Home, open_article: OpenArticle, progress: Progress | None = None
) -> tuple[PlacedNote, ...]:
    """Return the notes of the article that is open: by start, then by length, orphans last.

    For a long article that was edited this takes a while; ``progress`` is called meanwhile.
    """
    article = open_article.article
    finder = Placing(home, article.text, article.digest)
    return finder.find(mine(home, open_article), records_of(home, open_article), progress)


def mine(home: Home, open_article: OpenArticle) -> list[Note]:
    """Return the notes of the article that is open, in no order, wherever they stand."""
    return home.notes_of({record.id for record in records_of(home, open_article)})


def records_of(home: Home, open_article: OpenArticle) -> Sequence[ArticleRecord]:
    """Return all that is kept of the article that is open."""
    return article_identity.same_article(home, open_article.record)


def scan_notes(home: Home, article: Article) -> tuple[PlacedNote, ...]:
    """Return the notes on an article that has not changed, before the home is read.

    It finds nothing where reading the home takes no time, or where it was read already.
    """
    found = home.scan_notes(article.digest) if article.complete and article.length else []
    placed = []
    for note in found:
        anchor = note.anchor
        there = article.text[anchor.start : anchor.end]
        if note.whole:
            placed.append(PlacedNote(note, HEAD))
        elif anchor.digest == article.digest and there == anchor.quote != "":
            placed.append(PlacedNote(note, Placement(Span(anchor.start, anchor.end), "same")))
    return tuple(sorted(placed, key=by_place))


def annotate(
    home: Home,
    open_article: OpenArticle,
    span: Span | None,
    *,
    body: str = "",
    tags: Sequence[str] = (),
    colour: Colour = Colour.YELLOW,
    links: Sequence[NoteLink] = (),
) -> Note:
    """Put a note on a passage, or on the whole article, and return it once on disk; undoable.

    Raises NoSuchPassage for a span with no words of the article, BadRequest for a tag that cannot
    be one, and CannotWrite.
    """
    article = open_article.article
    if span is not None:
        check_passage(article, span)
    kept = clean_tags(tags)
    record = article_identity.stored(home, open_article)
    note = Note(
        id=new_id(),
        article=record.id,
        anchor=_anchor(article, span),
        colour=colour,
        tags=kept,
        body=clean(body).strip(),
        links=tuple(links),
    )
    return _only(home.apply(Change(f"new {named(note)}", after=(note,))), note)


def _anchor(article: Article, span: Span | None) -> Anchor:
    if span is None:
        return Anchor("", "", "", 0, 0, article.digest)
    return describe(article.text, span, article.digest)


def change(
    home: Home,
    note: Note,
    *,
    body: str | None = None,
    tags: Sequence[str] | None = None,
    colour: Colour | None = None,
    links: Sequence[NoteLink] | None = None,
) -> Note:
    """Change what is given and return the note as stored; undoable.

    What another process has changed of the note since stays as it is. Raises NoSuchNote where the
    note has been deleted, BadRequest for a tag that cannot be one, and CannotWrite.
    """
    current = live(home, note)
    if current is None:
        raise NoSuchNote(named(note), "it has been deleted", "undo that first")
    wanted = replace(
        note,
        body=note.body if body is None else clean(body).strip(),
        tags=note.tags if tags is None else clean_tags(tags),
        colour=note.colour if colour is None else colour,
        links=note.links if links is None else tuple(links),
    )
    if wanted == note:
        return current
    return _only(home.apply(Change(_changed(note, wanted), (note,), (wanted,))), note)


def _changed(before: Note, after: Note) -> str:
    """Say what differs between two versions of a note."""
    parts = [
        word
        for word, differs in (
            ("text", before.body != after.body),
            ("tags", before.tags != after.tags),
            ("colour", before.colour != after.colour),
            ("links", before.links != after.links),
        )
        if differs
    ]
    return f"{' and '.join(parts)} of the {named(before)}"


def place(home: Home, open_article: OpenArticle, note: Note, span: Span) -> Note:
    """Put a note on another passage, as for an orphan whose words have changed; undoable.

    Raises NoSuchNote, NoSuchPassage, BadRequest for a note of another article, and CannotWrite.
    """
    article = open_article.article
    check_passage(article, span)
    if live(home, note) is None:
        raise NoSuchNote(named(note), "it has been deleted", "undo that first")
    if note.article not in {record.id for record in records_of(home, open_article)}:
        raise BadRequest(
            f"the {named(note)}",
            f"{article.name} is not the article that it was made on",
            "open that article under its new name first, with: postil PATH",
        )
    record = article_identity.stored(home, open_article)
    anchor = describe(article.text, span, article.digest)
    moved = replace(note, article=record.id, anchor=anchor)
    return _only(home.apply(Change(f"place of the {named(note)}", (note,), (moved,))), note)


def path_of(home: Home, note: Note) -> Path:
    """Return where this machine last saw the article of a note; BadRequest where it never has."""
    record = home.articles().get(note.article)
    for one in article_identity.same_article(home, record):
        if (path := article_identity.path_of(home, one)) is not None:
            return path
    raise BadRequest(
        f"the {named(note)}",
        "its article has not been read on this machine",
        "open the article first, with: postil PATH",
    )


def delete(home: Home, notes: Sequence[Note]) -> None:
    """Delete notes in one stroke; undoable. Those that are gone already are passed over."""
    once = {note.id: note for note in notes}
    gone = tuple(one for note in once.values() if (one := live(home, note)) is not None)
    if gone:
        label = f"the {named(gone[0])}" if len(gone) == 1 else f"{len(gone)} notes"
        home.apply(Change(f"deletion of {label}", before=gone))


def by_id(home: Home, typed: str) -> Note:
    """Return the note whose id begins or ends with these characters, in either case.

    Raises NoSuchNote where they are too few, or where no note or more than one answers.
    """
    wanted = typed_id(typed).lower()
    found: Sequence[Note] = ()
    if len(wanted) >= SHORTEST:
        found = home.some_notes(ending=wanted)
        if len(wanted) < ID_LENGTH:
            found = [*found, *home.some_notes(beginning=wanted)]
    notes = {note.id: note for note in found}
    return notes[by_either_end(notes, typed)]


def live(home: Home, note: Note) -> Note | None:
    """Return a note as the home has it now; None where it has been deleted."""
    return next(iter(home.some_notes(ending=note.id)), None)


def _only(change: Change, note: Note) -> Note:
    """Return a note as the home has stored it."""
    return next(one for one in change.after if isinstance(one, Note) and one.id == note.id)
