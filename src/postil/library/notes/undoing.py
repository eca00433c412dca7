"""Takes back what was changed last, and does again what was taken back."""

from __future__ import annotations

from postil.library.base.labels import shortened
from postil.model.note import Note
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.records.records import Mark
from postil.text.progress import Progress
from postil.text.quotes import in_marks


def undo(home: Home, progress: Progress | None = None) -> str:
    """Take back the last change and return a sentence that says which, and in which article.

    Raises NothingToUndo where there is none, and CannotWrite.
    """
    return f"Undone: {_named(home, home.undo(progress))}."


def redo(home: Home, progress: Progress | None = None) -> str:
    """Make the change that was taken back last, and return a sentence that says which.

    Raises NothingToUndo where there is none, and CannotWrite.
    """
    return f"Done again: {_named(home, home.redo(progress))}."


def _named(home: Home, change: Change) -> str:
    """Return what a change did, with the article that its notes and marks are of."""
    ids = {
        record.article
        for record in (*change.before, *change.after)
        if isinstance(record, (Note, Mark))
    }
    known = home.articles()
    titles = {known[one].title for one in ids if one in known}
    if len(ids) > 1:
        return f"{change.label}, in {len(ids)} articles"
    if len(titles) == 1 and (title := titles.pop()):
        return f"{change.label}, in {in_marks(shortened(title))}"
    return change.label
