"""The verbs that write notes or take changes back: note, edit, place, delete, undo, redo."""

from __future__ import annotations

from argparse import Namespace

from postil import library
from postil.cli.commands.listing import print_note
from postil.cli.context import Context
from postil.errors import BadRequest
from postil.model.note import Colour, Note


def note(given: Namespace, context: Context) -> int:
    """Write a note on a passage or on the whole article, and print it."""
    whole = given.quote is None and given.at is None
    if whole and not given.body.strip() and not given.tag:
        what = "give --quote or --at, or --body or --tag for the article; see postil note --help"
        raise BadRequest("note", "it says nothing, and marks nothing", what)
    open_article = context.open_article(given.path)
    span = None if whole else context.passage(given, open_article)
    ends = library.linking.ends(context.home, given.link)
    made = library.annotating.annotate(
        context.home,
        open_article,
        span,
        body=given.body,
        tags=_tags(given.tag),
        colour=Colour(given.colour),
        links=ends,
    )
    _show(made, context)
    return 0


def edit(given: Namespace, context: Context) -> int:
    """Change what is given of a note, and print the note."""
    changed_by = (given.body, given.colour, given.settle)
    listed = (given.tag, given.untag, given.link, given.unlink)
    if all(one is None for one in changed_by) and not any(listed):
        way = "give --body, --tag, --untag, --colour, --link, --unlink or --settle"
        raise BadRequest("edit", "nothing is to be changed", way)
    _show(context.agreed(given, lambda: _edited(given, context)), context)
    return 0


def _edited(given: Namespace, context: Context) -> Note:
    old = library.annotating.by_id(context.home, given.id)
    if given.settle is not None:
        body = (
            library.resolving.resolved_text(old, given.settle) if given.body is None else given.body
        )
        old = library.resolving.resolve(context.home, old, body)
    links = None
    if given.link or given.unlink:
        links = library.linking.changed(context.home, old, given.link, given.unlink)
    tags = None
    if given.tag or given.untag:
        dropped = _tags(given.untag)
        kept = [tag for tag in old.tags if tag not in dropped]
        tags = tuple(dict.fromkeys([*kept, *_tags(given.tag)]))
    return library.annotating.change(
        context.home,
        old,
        body=given.body,
        tags=tags,
        links=links,
        colour=None if given.colour is None else Colour(given.colour),
    )


def place(given: Namespace, context: Context) -> int:
    """Put a note on another passage of its article, and print the note."""
    found = library.annotating.by_id(context.home, given.id)
    open_article = context.open_article(str(library.annotating.path_of(context.home, found)))
    span = context.passage(given, open_article)
    place = library.annotating.place
    moved = context.agreed(given, lambda: place(context.home, open_article, found, span))
    _show(moved, context)
    return 0


def delete(given: Namespace, context: Context) -> int:
    """Delete notes: all that are named, or none where one of them is not there."""
    named = (library.annotating.by_id(context.home, tail) for tail in given.ids)
    found = {note.id: note for note in named}
    context.agreed(given, lambda: library.annotating.delete(context.home, list(found.values())))
    if context.output.as_json:
        for each in found:
            context.output.record({"id": each})
    else:
        what = "the note" if len(found) == 1 else f"{len(found)} notes"
        context.output.line(f"Deleted {what}; postil undo brings back what was deleted last.")
    return 0


def undo(_: Namespace, context: Context) -> int:
    """Take the last change back, and say which it was."""
    return _told("undone", library.undoing.undo(context.home), context)


def redo(_: Namespace, context: Context) -> int:
    """Repeat the change that was taken back last, and say which it was."""
    return _told("redone", library.undoing.redo(context.home), context)


def _told(key: str, sentence: str, context: Context) -> int:
    if context.output.as_json:
        context.output.record({key: sentence})
    else:
        context.output.line(sentence)
    return 0


def _tags(typed: list[str]) -> list[str]:
    """Return the tags that were typed, each clean and once."""
    return list(dict.fromkeys(map(library.tagging.named_tag, typed)))


def _show(note: Note, context: Context) -> None:
    """Print one note as the list of notes would."""
    for listed in library.listing.listing(context.home, only=note.id):
        if context.output.as_json:
            context.output.record(listed.as_json())
        else:
            print_note(listed, context.output)
