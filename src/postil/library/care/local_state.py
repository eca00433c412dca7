"""What lies on this machine's desk: the home itself, how Postil looks, and unfinished notes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from postil.anchoring import describe
from postil.config import Places
from postil.errors import CannotWrite
from postil.library.articles.opening import Reading
from postil.model.note import Note
from postil.model.span import Span
from postil.store.home.home import Home, open_home
from postil.store.machine.state import Look, State

__all__ = [
    "Home",
    "Look",
    "chosen",
    "draft",
    "drop_draft",
    "keep_draft",
    "keep_look",
    "look",
    "open_home",
]


def look(home: Home) -> Look:
    """Return how Postil looked last; None in a field means that the settings hold."""
    return home.state.look()


def chosen(places: Places) -> tuple[dict[str, str], Path]:
    """Return the settings that were chosen in the app, and the file that keeps them.

    They come before those of the settings file until the reader chooses again.
    """
    state = State(places.state)
    look = state.look()
    told = {"measure": look.measure, "theme": look.theme, "citation": look.citation}
    return {name: str(value) for name, value in told.items() if value is not None}, state.look_file


def keep_look(home: Home, look: Look) -> None:
    """Keep how Postil looks; says nothing where it cannot be kept."""
    with suppress(CannotWrite):
        home.state.put_look(look)


def draft(home: Home, reading: Reading, target: Span | Note) -> str | None:
    """Return the text that was left unfinished on a passage or a note; None where there is none."""
    return home.state.draft(draft_key(reading, target))


def keep_draft(home: Home, reading: Reading, target: Span | Note, text: str) -> None:
    """Keep an unfinished text through a crash. Raises CannotWrite."""
    home.state.put_draft(draft_key(reading, target), text, _about(reading, target))


def drop_draft(home: Home, reading: Reading, target: Span | Note) -> None:
    """Let go of an unfinished text: it has become a note, or is not wanted."""
    name = draft_key(reading, target)
    if home.state.draft(name) is not None:
        with suppress(CannotWrite):
            home.state.put_draft(name, "")


def _about(reading: Reading, target: Span | Note) -> dict[str, object]:
    """Return by what the words are found again if the article is edited in the meantime."""
    if isinstance(target, Note):
        return {}
    article = reading.article
    anchor = describe(article.text, target, article.digest)
    path = "" if reading.path is None else str(reading.path)
    return {**asdict(anchor), "path": path}


def draft_key(reading: Reading, target: Span | Note) -> str:
    """Return under what an unfinished text on a passage or a note is kept."""
    if isinstance(target, Note):
        return f"note:{target.id}"
    return f"passage:{reading.article.digest}:{target.start}:{target.end}"
