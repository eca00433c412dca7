"""Drafts: notes left unfinished on an article, found again though it was edited since."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from postil.anchoring import align
from postil.errors import CannotWrite
from postil.library.base.open_article import OpenArticle
from postil.library.care import local_state
from postil.library.identity import article_identity
from postil.model.note import Anchor, Note
from postil.model.span import Span
from postil.model.values import dataclass
from postil.store.home.home import Home
from postil.text.progress import Progress


@dataclass(frozen=True, slots=True)
class Draft:
    """A note that was begun on a passage, and is on no disk but this machine's."""

    text: str
    quote: str
    """The words that it was begun on."""
    span: Span | None
    """Where they are in the article that is open; None if they are gone."""


def left(home: Home, open_article: OpenArticle, progress: Progress | None = None) -> list[Draft]:
    """Return the unfinished notes on the passages of an article, by place.

    Those that were begun on another version of it are kept from now on with the words as they are
    in this one. That takes a while for a long text, so a thread is the place for it.
    """
    article = open_article.article
    known = {article.digest}
    for record in article_identity.same_article(home, open_article.record):
        known.update(record.digests)
    found = []
    for key, text, about in list(home.state.drafts()):
        anchor = _anchor(about)
        there = open_article.path is not None and about.get("path") == str(open_article.path)
        if anchor is None or not (there or anchor.digest in known):
            continue
        span: Span | None = Span(anchor.start, anchor.end)
        if anchor.digest != article.digest:
            span = align(article.text, home.snapshot(anchor.digest), progress).resolve(anchor).span
            if span is not None:
                _carry(home, open_article, key, span, text)
        found.append(Draft(text, anchor.quote, span))
    return sorted(found, key=lambda one: (one.span is None, one.span or Span(0, 0)))


def of_note(home: Home, note: Note) -> str | None:
    """Return the text that a note was left with, unfinished; None where there is none."""
    return home.state.draft(local_state.note_key(note))


def keep_of_note(home: Home, note: Note, text: str) -> local_state.Elsewhere | None:
    """Keep the unfinished text of a note, elsewhere if its place takes nothing.

    Raises CannotWrite where no place does.
    """
    return home.state.put_draft(local_state.note_key(note), text, {})


def drop_of_note(home: Home, note: Note) -> None:
    """Let go of the unfinished text of a note: it is stored, or is not wanted."""
    if of_note(home, note) is not None:
        with suppress(CannotWrite):
            home.state.put_draft(local_state.note_key(note), "")


def near(home: Home, open_article: OpenArticle, span: Span) -> Span | None:
    """Return the passage of an unfinished note that shares words with a span.

    An unfinished note on exactly these words comes first, then the first in the text.
    """
    spans = [
        Span(anchor.start, anchor.end)
        for _, _, about in home.state.drafts()
        if (anchor := _anchor(about)) is not None and anchor.digest == open_article.article.digest
    ]
    if span in spans:
        return span
    shared = [one for one in spans if one.start < span.end and span.start < one.end]
    return min(shared, key=lambda one: (one.start, one.end), default=None)


def _carry(home: Home, open_article: OpenArticle, key: str, span: Span, text: str) -> None:
    """Keep an unfinished note with its words as they are now; where that fails, as it was."""
    with suppress(CannotWrite):
        if home.state.draft(local_state.draft_key(open_article, span)) is None:
            local_state.keep_draft(home, open_article, span, text)
            home.state.put_draft(key, "")


def _anchor(about: Mapping[str, object]) -> Anchor | None:
    words = [about.get(name) for name in ("quote", "prefix", "suffix", "digest")]
    start, end = about.get("start"), about.get("end")
    quote, prefix, suffix, digest = (one if isinstance(one, str) else "" for one in words)
    if not quote or not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        return None
    return Anchor(quote, prefix, suffix, start, end, digest)
