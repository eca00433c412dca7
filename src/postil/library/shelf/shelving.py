"""The shelf: the articles of a folder, or all that are known, with what has been done with each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from pathlib import Path

from postil.config import Places
from postil.document.article.metadata import sidecar
from postil.document.bytes.read_file import shown
from postil.document.formats.registry import format_of
from postil.document.heads import glance
from postil.errors import NothingFound
from postil.lexicon.dates import parse_date
from postil.library.articles.folders import SHUT, Shut, articles_in, natural, nothing_in
from postil.library.base import encodings
from postil.library.catalogue.knowing import opened, watched_now
from postil.library.catalogue.reading import issued
from postil.library.catalogue.refreshing import kept
from postil.library.catalogue.standings import Standings
from postil.library.identity import article_identity
from postil.model.reading_state import ReadingState
from postil.model.values import dataclass, replace
from postil.store.catalogue.kept_article import FileStamp, KeptArticle
from postil.store.home.home import Home
from postil.store.records.records import ArticleRecord

MOST = 5000
"""Articles that a folder's shelf shows at most."""

GONE = "its file is not there any more"
FOLDER_GONE = "its folder is not there"


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article as the shelf shows it."""

    path: Path | None
    """As the system spells it, not yet fit for showing."""
    title: str
    progress: float | None
    """How much was seen, 0 to 1, as the reader's bar last said; None for one never opened."""
    notes: int
    tags: tuple[str, ...]
    """Its own and those of its notes, the most used first."""
    read: str | None
    """When it was open last: RFC 3339, UTC."""
    id: str | None
    """The id of its record; None where nothing is stored about it."""
    missing: bool = False
    """Its file is not where it was, or cannot be looked at there."""
    trouble: str = ""
    """Why it cannot be opened; of a folder that cannot be looked into, nothing else is said."""
    state: ReadingState = ReadingState.TODO
    told: bool = False
    """Whether the reader has said so, and not only how far it is read."""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    date: str = ""
    """When it was published, as queries compare it."""
    words: int | None = None
    """None where that is not known yet."""
    size: int = 0
    """Bytes of text; 0 where that is not known."""
    own_tags: tuple[str, ...] = ()
    """Of the article itself."""
    whole: tuple[str, ...] = ()
    """What the reader has written on the whole of it."""
    sources: tuple[str, ...] = ()
    """Each source that it quotes or cites, in words, as far as that is known."""

    @property
    def key(self) -> str:
        """By which it is known among others."""
        return str(self.path or self.id or self.title)


def shelf(home: Home, folder: Path | None) -> Iterator[Shelved]:
    """Yield the articles of a folder in the order of their names, those of folders in it last.

    Without a folder, yield all that is known on this machine, what was read last first. Raises,
    before the first one, NotThere, NotAnArticle for what is no folder, NotReadable, and
    NothingFound where there is no article.
    """
    rows = _everything(home) if folder is None else _folder(home, folder)
    first = next(rows, None)
    if first is None and folder is not None:
        raise nothing_in(folder)
    if first is None:
        remedy = "open an article, postil PATH, or make some known, postil add"
        raise NothingFound("the shelf", "nothing is known yet", remedy)
    return chain([first], rows)


def _everything(home: Home) -> Iterator[Shelved]:
    known = {row.key: row for row in known_rows(home)}
    known.update((row.key, row) for row in looked_up(home))
    rows = sorted(known.values(), key=lambda row: natural(row.title))
    rows.sort(key=lambda row: row.read or "", reverse=True)
    yield from rows


def known_rows(home: Home) -> list[Shelved]:
    """Return all that is known, as it was last, in any order; no file of an article is looked at.

    So it is quick however slow the drives are, and says nothing of what is missing.
    """
    shelves = _Shelf(home)
    rows = [shelves.row(path) for path in shelves.known()]
    return rows + [shelves.lost(record) for record in shelves.standings.unplaced]


def looked_up(home: Home) -> Iterator[Shelved]:
    """Yield, of all that is known, what is new, changed or missing, folder by folder.

    A drive that does not answer holds this up: a thread is the place for it.
    """
    shelves = _Shelf(home)
    there: set[str] = set()
    for folder, inside in watched_now(home.places, shelves.standings):
        if inside is None:
            yield _trouble(folder, FOLDER_GONE)
            continue
        for path in map(str, inside):
            there.add(path)
            if not shelves.has(path):
                yield shelves.row(path, present=True)
    for path in shelves.known():
        if path not in there and not os.path.isfile(path):
            yield shelves.checked(path)


def rows_at(home: Home, paths: Iterable[Path]) -> list[Shelved]:
    """Return the rows of some articles as they are by now."""
    shelves = _Shelf(home)
    return [shelves.checked(str(path)) for path in paths]


class _Shelf:
    """What is known of articles, set out once for all rows."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.standings = Standings(home)
        articles = kept(home.places)
        try:
            self._kept: Mapping[str, KeptArticle] = articles.abouts()
        finally:
            articles.close()

    def known(self) -> list[str]:
        """Return the paths of all that is known without looking into folders."""
        return opened(self.home.places, self.standings, self._kept)

    def has(self, path: str) -> bool:
        """Tell whether a file is known without looking into folders."""
        return path in self._kept or path in self.standings.by_path

    def checked(self, path: str) -> Shelved:
        """Return the row of an article, which says if it is missing."""
        if os.path.isfile(path):
            return self.row(path, present=True)
        gone = GONE if os.path.isdir(Path(path).parent) else FOLDER_GONE
        return replace(self.row(path), missing=True, trouble=gone)

    def row(self, path: str, *, present: bool = False) -> Shelved:
        """Return the row of an article; its file is read for its title only where it is there."""
        known, size = self._kept.get(path), 0
        if known is None:
            known, size = _head(path, self.home.places) if present else (_by_name(path), 0)
            if (record := self.standings.by_path.get(path)) is not None and record.title:
                known = replace(known, title=record.title)
        return self._row(Path(path), known, size)

    def _row(self, path: Path | None, known: KeptArticle, size: int) -> Shelved:
        standing = self.standings.of(known.path, known.digest)
        said = standing.said
        author = said.get("author", "")
        return Shelved(
            path=path,
            title=said.get("title") or known.title,
            progress=standing.progress,
            notes=standing.notes,
            tags=standing.tags,
            read=standing.opened or None,
            id=self.standings.id_of(known.path, known.digest),
            state=standing.read,
            told=standing.state is not None,
            authors=(author,) if author else known.authors,
            outlet=said.get("container-title") or known.outlet,
            date=issued(parse_date(said.get("issued", ""))) or known.issued,
            words=known.words or None,
            size=_text_size(path, size or known.stamp.size),
            own_tags=standing.own_tags,
            whole=standing.bodies,
            sources=known.sources,
        )

    def lost(self, record: ArticleRecord) -> Shelved:
        """Return the row of an article of which only the notes are left."""
        standing = self.standings.of_record(record)
        return Shelved(
            None,
            article_identity.NAMELESS,
            standing.progress,
            standing.notes,
            standing.tags,
            standing.opened or None,
            record.id,
            missing=True,
            trouble="nobody knows where it lay",
            state=standing.read,
            own_tags=standing.own_tags,
            whole=standing.bodies,
        )


def _by_name(path: str) -> KeptArticle:
    return KeptArticle(path, FileStamp(0, 0), "", shown(Path(Path(path).name)))


def _folder(home: Home, folder: Path) -> Iterator[Shelved]:
    found = articles_in(folder)
    first = next(found, None)
    if first is None:
        return
    shelves = _Shelf(home)
    for one in islice(chain([first], found), MOST):
        if isinstance(one, Shut):
            yield _trouble(one.folder, SHUT)
        else:
            yield shelves.row(os.path.realpath(one), present=True)


def _text_size(path: Path | None, size: int) -> int:
    """Return the bytes that are text, as far as the name tells: 0 where most may be something else.

    Pictures and fonts make a book of two hours a file of ten megabytes.
    """
    return 0 if path is not None and format_of(path.name).binary else size


def _trouble(folder: Path, why: str) -> Shelved:
    name = f"{shown(Path(folder.name))}/"
    return Shelved(None, name, None, 0, (), None, None, trouble=why)


def _head(path: str, places: Places) -> tuple[KeptArticle, int]:
    """Return what a sidecar or the head of a file says of it, and how many bytes it has."""
    where = Path(path)
    name = shown(Path(where.name))
    try:
        size = where.stat().st_size
    except (OSError, ValueError):
        size = 0
    about, _ = sidecar(where)
    if not about.title:
        about = glance(where, partial(encodings.chosen, places, where)) or about
    found = KeptArticle(
        path,
        FileStamp(0, 0),
        "",
        about.title or name,
        tuple(one.display for one in about.author),
        about.container_title or about.publisher,
        issued(about.issued),
    )
    return found, size
