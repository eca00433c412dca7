"""Messages about versions: what became of an article's notes in one that was not met before."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from postil.document.bytes.read_file import shown
from postil.library.base.open_article import OpenArticle
from postil.library.identity import article_identity
from postil.model.note import PlacedNote, State
from postil.store.home.home import Home

_ORDER: tuple[State, ...] = ("same", "moved", "changed", "orphan")
_SAID: dict[State, str] = {
    "same": "as they were",
    "moved": "moved",
    "changed": "on changed words",
    "orphan": "without a place",
}


def met(home: Home, open_article: OpenArticle) -> bool:
    """Tell whether this machine has shown this very text before, where it is kept now."""
    return open_article.article.digest in home.state.positions() and not _old_name(
        home, open_article
    )


def message(home: Home, open_article: OpenArticle, placed: Sequence[PlacedNote]) -> str:
    """Return what happened to an article and its notes, in a sentence; "" where nothing did."""
    if not placed:
        return ""
    digest = open_article.article.digest
    edited = any(one.note.anchor.digest != digest and not one.note.whole for one in placed)
    old = _old_name(home, open_article)
    if not old and not edited:
        return ""
    happened = f"This was {old} before" if old else "This article has changed"
    if old and edited:
        happened += ", and has changed"
    return f"{happened}. {counted(placed)}."


def known_as(home: Home, open_article: OpenArticle) -> str:
    """Return the sentence that says by which name an edited article was known."""
    return f"this was {_old_name(home, open_article) or 'read elsewhere'} before, and has changed"


def renewed(
    name: str, before: Sequence[PlacedNote], placed: Sequence[PlacedNote], why: str = ""
) -> str:
    """Return what happened to an article that has changed while it was open, and to its notes.

    ``why`` is a sentence that is told in the place of its having changed.
    """
    if before and not placed:
        return f"{name} holds another article now; the notes stay with the one that was there."
    why = why or f"{name} has changed."
    return f"{why} {counted(placed)}." if placed else why


def counted(placed: Sequence[PlacedNote]) -> str:
    """Return how notes stand, as in ``12 notes: 9 as they were, 2 moved, 1 without a place``."""
    states = [one.placement.state for one in placed]
    total = f"{len(states)} note{'s' * (len(states) != 1)}"
    parts = [(states.count(state), _SAID[state]) for state in _ORDER if state in states]
    if len(parts) == 1:
        every = "all " if len(states) > 1 else ""
        only = "as it was" if len(states) == 1 and states[0] == "same" else parts[0][1]
        return f"{total}: {every}{only}"
    return f"{total}: {', '.join(f'{count} {said}' for count, said in parts)}"


def _old_name(home: Home, open_article: OpenArticle) -> str:
    """Return under which name the article was read last, if its file has another one now."""
    if open_article.record is None or open_article.path is None:
        return ""
    before = article_identity.path_of(home, open_article.record)
    if before is None or before == open_article.path or os.path.exists(before):
        return ""
    moved = before.name == open_article.path.name
    return shown(before if moved else Path(before.name))
