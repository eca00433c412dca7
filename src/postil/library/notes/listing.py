"""Lists notes across the library, with where each stands and whose words it is on."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypedDict

from postil.errors import NotThere
from postil.library.articles import opening
from postil.library.base.labels import describe
from postil.library.base.open_article import OpenArticle
from postil.library.identity import article_identity
from postil.library.notes.placement_cache import Sourced
from postil.library.notes.sourced_notes import SourcedNotes
from postil.library.notes.tagging import named_tag
from postil.library.sources.sourcing import as_csl
from postil.model.note import Colour, Note, State
from postil.model.source import Source
from postil.model.values import dataclass
from postil.store.home.home import Home
from postil.store.records.records import ArticleRecord
from postil.text.fold import fold_key
from postil.text.tag_tree import under


@dataclass(frozen=True, slots=True)
class Listed:
    """A note as lists show it."""

    id: str
    article: str
    """The id of the article's record."""
    path: str | None
    """Where this machine last saw the article; as the system spells it, not yet fit for showing."""
    start: int | None
    """In the article as last seen; None for an orphan, and for a note on the whole article."""
    end: int | None
    state: State
    quote: str
    body: str
    tags: tuple[str, ...]
    colour: Colour
    source: Source | None
    """Where its words come from; None for the article's own, and where it was not asked for."""
    created: str
    modified: str
    title: str
    """Of the article."""
    note: Note
    page: str | None = None
    """As it is printed; None where the article has no pages, or is not at hand."""
    by: str = ""
    """Who made it, as readers are told; "" for the reader whose home it is."""

    def as_json(self) -> dict[str, object]:
        """Return what ``postil notes --json`` prints, in its order.

        As in what is found, ``page`` is named for articles that have such alone, and ``links``
        for notes that point to others.
        """
        shown = {name: getattr(self, name) for name in _KEYS}
        return {
            **shown,
            "tags": list(self.tags),
            "colour": str(self.colour),
            "source": as_csl(self.source),
            "maker": self.note.maker,
            **({} if not self.note.links else {"links": self._links()}),
            **({} if self.page is None else {"page": self.page}),
        }

    def _links(self) -> list[dict[str, str]]:
        return [{"kind": str(one.kind), "to": one.to} for one in self.note.links]


class Filters(TypedDict, total=False):
    """Which notes, as :func:`listing` explains."""

    tag: str | None
    text: str | None
    source: str | None
    state: str | None
    by: str | None
    among: Collection[str] | None


_KEYS = (
    *("id", "article", "path", "start", "end", "state", "quote", "body", "tags", "colour"),
    *("source", "created", "modified"),
)


def _listed(home: Home, sourced: Sourced, record: ArticleRecord, path: Path | None) -> Listed:
    one = sourced.placed
    note, span = one.note, None if one.note.whole else one.span
    return Listed(
        id=note.id,
        article=note.article,
        path=None if path is None else str(path),
        start=None if span is None else span.start,
        end=None if span is None else span.end,
        state=one.placement.state,
        quote=note.anchor.quote,
        body=note.body,
        tags=note.tags,
        colour=note.colour,
        source=sourced.source,
        created=note.created,
        modified=note.modified,
        title=record.title or article_identity.NAMELESS,
        note=note,
        page=sourced.page,
        by=home.maker.other(note),
    )


def listing(
    home: Home,
    *,
    path: Path | None = None,
    tag: str | None = None,
    text: str | None = None,
    source: str | None = None,
    state: str | None = None,
    by: str | None = None,
    sources: bool = True,
    only: str | None = None,
    among: Collection[str] | None = None,
) -> Iterator[Listed]:
    """Yield the notes of one article, or of all by title, that pass every filter that is given.

    ``tag`` holds what is below it, ``text`` is looked for in the quote and the body, ``source`` in
    the author, title, publication and date, ``by`` in the name of the maker; ``only`` is the id of
    a note, ``among`` are those of some. Without ``path`` a file is opened only where it has changed
    since it was listed last, and its sources are wanted or the home does not keep its text. Raises
    CannotOpen and its kinds for ``path``, and BadRequest for a tag that cannot be one.
    """
    wanted = fold_key(source) if source is not None else None
    passes = _filter(tag, text, by, among)
    asked = sources or wanted is not None
    candidates = partial(_candidates, home, only, tag, among)
    for record, where, notes in _articles(home, path, passes, asked, only, candidates):
        for one in notes:
            if state is not None and one.placed.placement.state != state:
                continue
            if wanted is not None and wanted not in fold_key(_spoken(one.source)):
                continue
            yield _listed(home, one, record, where)


def _filter(
    tag: str | None, text: str | None, by: str | None, among: Collection[str] | None
) -> Callable[[Note], bool]:
    """Return what tells whether a note has the tag, the words and the id that are asked for."""
    wanted_tag = named_tag(tag) if tag is not None else None
    wanted_text = fold_key(text) if text is not None else None
    wanted_maker = fold_key(by) if by is not None else None

    def passes(note: Note) -> bool:
        if among is not None and note.id not in among:
            return False
        if wanted_tag is not None and not any(under(one, wanted_tag) for one in note.tags):
            return False
        if wanted_maker is not None and wanted_maker not in fold_key(note.maker):
            return False
        return wanted_text is None or wanted_text in fold_key(f"{note.anchor.quote} {note.body}")

    return passes


def _articles(
    home: Home,
    path: Path | None,
    passes: Callable[[Note], bool],
    asked: bool,
    only: str | None,
    candidates: Callable[[], Iterable[Note]],
) -> Iterator[tuple[ArticleRecord, Path | None, Sequence[Sourced]]]:
    """Yield every article that has such notes, where it lies, and the notes.

    Unless sources are ``asked`` for, they are left out.
    """
    sourced = SourcedNotes(home)
    if path is not None:
        record, open_article = _asked(home, path)
        if record is not None:
            records = article_identity.same_article(home, record)
            mine = [note for note in home.notes_of(one.id for one in records) if passes(note)]
            mine = [note for note in mine if only in (None, note.id)]
            where = (
                article_identity.path_of(home, record)
                if open_article is None
                else open_article.path
            )
            yield record, where, sourced.in_open(open_article, records, mine)
            sourced.save()
        return
    by_article: defaultdict[str, list[Note]] = defaultdict(list)
    for note in candidates():
        if passes(note):
            by_article[note.article].append(note)
    same_article = article_identity.SameArticleIndex(home)
    try:
        for record in sorted(home.articles().values(), key=lambda o: (o.title.casefold(), o.id)):
            if wanted := by_article.get(record.id):
                where = article_identity.path_of(home, record)
                records = same_article.records_of(record)
                found = None if asked else sourced.in_snapshot(records, wanted)
                yield record, where, sourced.in_file(records, wanted) if found is None else found
    finally:
        sourced.save()


def _candidates(
    home: Home, only: str | None, tag: str | None, among: Collection[str] | None
) -> Iterable[Note]:
    """Return the notes that may be listed, all of them only where nothing tells which."""
    if among is not None:
        return [note for one in among for note in home.some_notes(ending=one)]
    if only is not None:
        return home.some_notes(ending=only)
    wanted = "" if tag is None else named_tag(tag)
    return home.some_notes(tag=wanted) if wanted else home.notes().values()


def _asked(home: Home, path: Path) -> tuple[ArticleRecord | None, OpenArticle | None]:
    """Return what lies at a path, or the record of what lay there last if nothing does now."""
    try:
        open_article = opening.read(home, path)
    except NotThere:
        if gone := article_identity.at_path(home, Path(os.path.realpath(path))):
            return gone[0], None
        raise
    return open_article.record, open_article


def _spoken(source: Source | None) -> str:
    """Return everything of a source that somebody may look for."""
    if source is None:
        return ""
    names = " ".join(name.display for name in source.author)
    return f"{describe(source)} {names} {source.title} {source.publisher} {source.url}"
