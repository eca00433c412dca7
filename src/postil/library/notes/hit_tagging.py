"""Tags all that a search has found, or a choice of it: what would be tagged is shown first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path

from postil.anchoring import describe
from postil.caret.text_objects import sentence_at
from postil.errors import CannotOpen, NothingFound
from postil.library.articles import opening
from postil.library.base.labels import counted
from postil.library.base.open_article import OpenArticle
from postil.library.identity import article_identity
from postil.library.notes import annotating
from postil.library.notes.tagging import clean_tags
from postil.model.article import Article
from postil.model.note import Colour, Note
from postil.model.span import Span
from postil.model.values import NamedTuple, replace
from postil.store.disk.clock import new_id
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.text.quotes import in_marks

Told = Callable[[int, int], None]
"""Is told how many of how many articles were opened; may raise to end the work."""


class Unit(Enum):
    """How much of the text around the words found a tag is put on."""

    WORDS = "words"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Hit(NamedTuple):
    """A place at which a search has found something."""

    path: str
    """Of the article; as the system spells it."""
    spans: tuple[Span, ...]
    """Of the words found, in the canonical text."""
    words: str
    """What stood from the first of them to the last, or at the first, when it was found."""
    note: str = ""
    """The id of the note that was found; "" for words of the text."""


class Proposal(NamedTuple):
    """A passage on which tags would be put, by a note that is there or by a new one."""

    path: str
    span: Span | None
    """None for a note that has no place."""
    quote: str
    note: Note | None
    """What stands on exactly this passage already."""
    around: tuple[str, str] = ("", "")
    """What stands before it and behind it in its paragraph."""

    @property
    def key(self) -> str:
        """What tells it from all others."""
        where = "" if self.span is None else f"{self.span.start}:{self.span.end}"
        return f"{self.path}\n{self.note.id if self.note is not None else where}"


def proposals(
    home: Home, hits: Iterable[Hit], unit: Unit, told: Told | None = None
) -> list[Proposal]:
    """Return the passages that hits lie in, each once, in the order of the hits.

    A hit whose words stand there no longer, as the file has changed meanwhile, is left out, and
    so is one whose file cannot be read.
    """
    by_path: dict[str, list[Hit]] = {}
    for hit in hits:
        by_path.setdefault(hit.path, []).append(hit)
    found: dict[str, Proposal] = {}
    for number, (path, mine) in enumerate(by_path.items()):
        if told is not None:
            told(number, len(by_path))
        for one in _in_article(home, path, mine, unit):
            found.setdefault(one.key, one)
    return list(found.values())


def _in_article(home: Home, path: str, hits: Sequence[Hit], unit: Unit) -> Iterator[Proposal]:
    notes = [hit.note for hit in hits if hit.note]
    of_notes = _by_id(home, notes)
    texts = [hit for hit in hits if not hit.note]
    open_article: OpenArticle | None = None
    there: dict[Span, Note] = {}
    if texts:
        try:
            open_article = opening.read(home, Path(path))
        except CannotOpen:
            texts = []
        else:
            for placed in annotating.of(home, open_article):
                if placed.span is not None and not placed.note.whole:
                    there.setdefault(placed.span, placed.note)
    for hit in hits:
        if hit.note:
            if (note := of_notes.get(hit.note)) is not None:
                span = hit.spans[0] if hit.spans else None
                yield Proposal(path, span, note.anchor.quote, note)
        elif open_article is not None and hit.spans:
            article = open_article.article
            first = hit.spans[0]
            if article.text[first.start : first.start + len(hit.words)] != hit.words:
                continue
            for span in _passages(article, hit.spans, unit):
                block = article.block_span(article.block_at(span.start))
                around = article.text[block.start : span.start], article.text[span.end : block.end]
                quote = article.text[span.start : span.end]
                yield Proposal(path, span, quote, there.get(span), around)


def _passages(article: Article, spans: Sequence[Span], unit: Unit) -> Iterator[Span]:
    """Yield the passages of a hit: its words one by one, or all that is around them."""
    for span in spans:
        if unit is Unit.WORDS:
            yield span
        elif unit is Unit.SENTENCE:
            first, last = sentence_at(article, span.start), sentence_at(article, span.end - 1)
            yield Span(first.start, max(first.end, last.end))
        else:
            first = article.block_span(article.block_at(span.start))
            last = article.block_span(article.block_at(span.end - 1))
            yield Span(first.start, last.end)


def tag(
    home: Home,
    chosen: Sequence[Proposal],
    tags: Sequence[str],
    colour: Colour = Colour.YELLOW,
    told: Told | None = None,
) -> int:
    """Put tags on passages in one step that is undone as one; return on how many.

    A passage that bears a note gets them on that. Raises BadRequest for a tag that cannot be one,
    NothingFound where no passage is left to bear them, and CannotWrite.
    """
    kept = clean_tags(tags)
    if not kept:
        raise NothingFound("these hits", "no tag is given", "type one")

    def tagged(note: Note) -> Note:
        return replace(note, tags=clean_tags((*note.tags, *kept)))

    label = f"{', '.join(in_marks(one) for one in kept)} on"
    return _altered(home, chosen, tagged, colour, label, told)


def mark(home: Home, chosen: Sequence[Proposal], colour: Colour, told: Told | None = None) -> int:
    """Mark passages in a colour, in one step that is undone as one; return how many.

    A note that stands on one already gets that colour. Raises NothingFound where no passage is
    left to be marked, and CannotWrite.
    """
    return _altered(
        home, chosen, lambda note: replace(note, colour=colour), colour, f"{colour} on", told
    )


def _altered(
    home: Home,
    chosen: Sequence[Proposal],
    alter: Callable[[Note], Note],
    colour: Colour,
    label: str,
    told: Told | None,
) -> int:
    by_path: dict[str, list[Proposal]] = {}
    for one in chosen:
        by_path.setdefault(one.path, []).append(one)
    before: list[Note] = []
    after: list[Note] = []
    for number, (path, mine) in enumerate(by_path.items()):
        if told is not None:
            told(number, len(by_path))
        for was, bare in _borne(home, path, mine, colour):
            note = alter(bare)
            if was is None or note != was:
                before += [was] if was is not None else []
                after.append(note)
    if not after:
        why = "none of their passages is as it was, or all are so already"
        raise NothingFound("these hits", why, "search once more")
    label = f"{label} {counted(len(after), 'passage')}"
    home.apply(Change(label, tuple(before), tuple(after)))
    return len(after)


def _borne(
    home: Home, path: str, chosen: Sequence[Proposal], colour: Colour
) -> Iterator[tuple[Note | None, Note]]:
    """Yield each passage's note twice, as it was and to be altered; None for what is new."""
    now = _by_id(home, [one.note.id for one in chosen if one.note is not None])
    for note in now.values():
        yield note, note
    fresh = [one for one in chosen if one.note is None and one.span is not None]
    if not fresh:
        return
    try:
        open_article = opening.read(home, Path(path))
    except CannotOpen:
        return
    article = open_article.article
    # The record is stored with the first note alone: an article without one needs none.
    record = None
    for one in fresh:
        assert one.span is not None
        if article.text[one.span.start : one.span.end] != one.quote:
            continue
        record = record or article_identity.stored(home, open_article)
        anchor = describe(article.text, one.span, article.digest)
        yield None, Note(new_id(), record.id, anchor, colour)


def _by_id(home: Home, ids: Iterable[str]) -> dict[str, Note]:
    """Return the notes of these ids that are there."""
    return {note.id: note for one in ids for note in home.some_notes(ending=one)}
