"""What the shelf says of an article, and where there is nothing to list."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postil import library
from postil.model.reading_state import ReadingState
from postil.text.clean import clean_line
from postil.text.quotes import in_marks

if TYPE_CHECKING:
    from postil.library.shelf.shelving import Shelved

LOOKING = "Looking for articles …"
"""What an empty list says while there may be some."""

NOTHING_KNOWN = (
    "Nothing is known yet. What you open becomes known; folders do by:\n\n"
    "postil add PATH…            once\n"
    "postil add --watch FOLDER   also what comes there later\n\n"
    "postil guide                opens the guide to Postil"
)

BYTES_A_WORD = 6
"""By which the length of an article is guessed that has not been read yet."""

STATES = {
    ReadingState.TODO: "to read",
    ReadingState.READING: "reading",
    ReadingState.DONE: "read",
}


def standing(one: Shelved) -> str:
    """Return how far an article is read, as its column says it."""
    if one.path is None and one.id is None:
        return "shut"
    if one.missing:
        return "missing"
    if one.told and one.state != ReadingState.READING:
        return STATES[one.state]
    if one.progress is None:
        return STATES[one.state] if one.told else "new"
    return f"{one.progress:.0%}"


def length(one: Shelved, words_per_minute: int) -> str:
    """Return how long it takes to read an article; ``~`` where that is guessed."""
    words = one.words if one.words is not None else one.size // BYTES_A_WORD
    if not words:
        return ""
    minutes = max(1, round(words / words_per_minute))
    about = "" if one.words is not None else "~"
    return f"{about}{minutes} min" if minutes < 100 else f"{about}{minutes / 60:.0f} h"


def by_whom(authors: Iterable[str]) -> str:
    """Return authors, on one line."""
    return clean_line(", ".join(authors))


def tags_of(tags: Iterable[str]) -> str:
    """Return tags with their sign, on one line."""
    return clean_line(" ".join(f"#{tag}" for tag in tags))


def humane(moment: str) -> str:
    """Return a moment (RFC 3339) as a reader says it, such as ``today 14:05`` or ``3 Nov 2026``."""
    try:
        when = datetime.datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return ""
    now = datetime.datetime.now().astimezone()
    days = (now.date() - when.date()).days
    if days == 0:
        return f"today {when:%H:%M}"
    if days == 1:
        return "yesterday"
    return f"{when.day} {when:%b}" + ("" if when.year == now.year else f" {when.year}")


def nothing_found(typed: str, search_key: str, *, of_library: bool) -> str:
    """Return what is said where no article fits what is typed."""
    shown = in_marks(clean_line(typed, 60))
    if "in:" in typed:
        said = f"No article here has {shown}."
        if of_library:
            return said
        return f"{said}\nOnly texts that are known are looked through: postil add makes them so."
    said, more = (
        (f"No article here fits {shown}.", "A field narrows the list: leave it out to see more.")
        if any(piece.kind == "field" for piece in library.query_hints.pieces(typed))
        else (
            f"No article here is called {shown}.",
            "Words are looked for in titles, authors, outlets, tags and names of files.",
        )
    )
    texts = "Ask with in:text to look in the texts as well"
    if search_key:
        texts += f", or search them by {search_key}"
    return f"{said}\n{more}\n{texts}."
