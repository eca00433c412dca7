"""Local state: what this machine alone keeps, its home, the appearance and unfinished notes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from postil.config import Places
from postil.errors import CannotWrite
from postil.model.note import Note
from postil.model.span import Span
from postil.model.values import fields
from postil.store.disk.glances import Glances
from postil.store.home.home import Home, open_home
from postil.store.machine.spare import Elsewhere
from postil.store.machine.state import Appearance, State

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle

__all__ = [
    "Appearance",
    "Elsewhere",
    "Glances",
    "Home",
    "chosen",
    "correction",
    "description",
    "draft",
    "drop_correction",
    "drop_description",
    "drop_draft",
    "glances",
    "keep_appearance",
    "keep_correction",
    "keep_description",
    "keep_draft",
    "open_home",
]


def glances(home: Home) -> Glances:
    """Return what tells, by one stat at a time, whether others may have written in the home."""
    return Glances(home.places.home / "notes", f"{home.device}.json", ".json")


def chosen(places: Places) -> tuple[dict[str, str], Path]:
    """Return the settings that were chosen in the app, and the file that keeps them.

    They come before those of the settings file until the reader chooses again.
    """
    state = State(places.state)
    appearance = state.appearance()
    values = {name: getattr(appearance, name) for name in ("measure", "theme", "citation")}
    settings = {name: str(value) for name, value in values.items() if value is not None}
    return settings, state.appearance_file


def keep_appearance(home: Home, appearance: Appearance) -> None:
    """Keep the appearance; says nothing where it cannot be kept."""
    with suppress(CannotWrite):
        home.state.put_appearance(appearance)


def draft(home: Home, open_article: OpenArticle, target: Span | Note) -> str | None:
    """Return the text that was left unfinished on a passage or a note; None where there is none."""
    return home.state.draft(draft_key(open_article, target))


def keep_draft(
    home: Home, open_article: OpenArticle, target: Span | Note, text: str
) -> Elsewhere | None:
    """Keep an unfinished text through a crash, elsewhere if its place takes nothing.

    Raises CannotWrite where no place does.
    """
    about = _about(open_article, target)
    return home.state.put_draft(draft_key(open_article, target), text, about)


def drop_draft(home: Home, open_article: OpenArticle, target: Span | Note) -> None:
    """Let go of an unfinished text: it has become a note, or is not wanted."""
    _drop(home, draft_key(open_article, target))


def correction(home: Home, open_article: OpenArticle, span: Span) -> str:
    """Return the correction of a source that was left unfinished on a passage, "" for none."""
    return home.state.draft(_correction_key(open_article, span)) or ""


def keep_correction(
    home: Home, open_article: OpenArticle, span: Span, text: str
) -> Elsewhere | None:
    """Keep an unfinished correction through a crash, elsewhere if its place takes nothing.

    Raises CannotWrite where no place does.
    """
    return home.state.put_draft(_correction_key(open_article, span), text)


def drop_correction(home: Home, open_article: OpenArticle, span: Span) -> None:
    """Let go of an unfinished correction: it is stored, or is not wanted."""
    _drop(home, _correction_key(open_article, span))


def description(home: Home, open_article: OpenArticle) -> str:
    """Return what was left unfinished of a correction of the article itself, "" for nothing."""
    return home.state.draft(_description_key(open_article)) or ""


def keep_description(home: Home, open_article: OpenArticle, text: str) -> Elsewhere | None:
    """Keep an unfinished correction of the article itself, elsewhere if its place takes nothing.

    Raises CannotWrite where no place does.
    """
    return home.state.put_draft(_description_key(open_article), text)


def drop_description(home: Home, open_article: OpenArticle) -> None:
    """Let go of an unfinished correction of the article itself."""
    _drop(home, _description_key(open_article))


def _description_key(open_article: OpenArticle) -> str:
    return f"article:{open_article.article.digest}"


def _correction_key(open_article: OpenArticle, span: Span) -> str:
    return f"source:{open_article.article.digest}:{span.start}:{span.end}"


def _drop(home: Home, name: str) -> None:
    if home.state.draft(name) is not None:
        with suppress(CannotWrite):
            home.state.put_draft(name, "")


def _about(open_article: OpenArticle, target: Span | Note) -> dict[str, object]:
    """Return by what the words are found again if the article is edited in the meantime."""
    if isinstance(target, Note):
        return {}
    # A home is opened by every command, a draft is begun in the app alone.
    from postil.anchoring import describe

    article = open_article.article
    anchor = describe(article.text, target, article.digest)
    path = "" if open_article.path is None else str(open_article.path)
    kept = {one.name: getattr(anchor, one.name) for one in fields(anchor)}
    return {**kept, "path": path}


def draft_key(open_article: OpenArticle, target: Span | Note) -> str:
    """Return under what an unfinished text on a passage or a note is kept."""
    if isinstance(target, Note):
        return note_key(target)
    return f"passage:{open_article.article.digest}:{target.start}:{target.end}"


def note_key(note: Note) -> str:
    """Return under what an unfinished text of a note is kept, whichever article is open."""
    return f"note:{note.id}"
