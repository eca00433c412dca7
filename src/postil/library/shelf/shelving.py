"""The shelf: the articles of a folder, or all that the home knows, with how far each is read."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path

from postil.document.article.metadata import sidecar
from postil.document.bytes.read_file import head_bytes, read_bytes, shown
from postil.document.formats.registry import format_of
from postil.document.pipeline import parse
from postil.errors import CannotOpen, NothingFound
from postil.library.articles.folders import SHUT, Shut, articles_in, natural, nothing_in
from postil.library.identity import article_identity
from postil.model.values import dataclass
from postil.store.home.home import Home
from postil.store.machine.state import LastRead
from postil.store.records.records import ArticleRecord
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily_bytes

MOST = 5000
"""Articles that a folder's shelf shows at most."""

_HEAD = 8192
"""Bytes from the beginning of a file among which its title must be."""

_UP_TO_HEADING = lazily_bytes(
    rb"\A(?>(?:---\r?\n.*?\n---[ \t]*\r?\n)?).*?^#{1,6} [^\n]*\n", re.MULTILINE | re.DOTALL
)
"""Front matter and all up to the first heading: what stands behind it cannot be the title."""


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
    """Of its notes, the most used first."""
    read: str | None
    """When it was open last: RFC 3339, UTC."""
    id: str | None
    """The id of its record; None where nothing is stored about it."""
    missing: bool = False
    """Its file is not where it was, or cannot be looked at there."""
    trouble: str = ""
    """Why nothing more can be said: the row stands for a folder that cannot be looked into."""


def shelf(home: Home, folder: Path | None) -> Iterator[Shelved]:
    """Yield the articles of a folder in the order of their names, those of folders in it last.

    Without a folder, yield all that the home knows and that has been on this machine, what was
    read last first. Raises, before the first one, NotThere, NotAnArticle for what is no folder,
    NotReadable, and NothingFound where there is no article.
    """
    rows = _everything(home) if folder is None else _folder(home, folder)
    first = next(rows, None)
    if first is None and folder is not None:
        raise nothing_in(folder)
    if first is None:
        raise NothingFound("the shelf", "nothing has been read yet", "open an article: postil PATH")
    return chain([first], rows)


class _Shelf:
    """What the home knows of articles, set out once for all rows."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.positions: Mapping[str, LastRead] = home.state.positions()
        self.noted = home.notes().per_article()
        self.by_path: dict[str, ArticleRecord] = {}
        self.unplaced: list[ArticleRecord] = []
        """Articles whose records are lost, of which nothing tells where they lie."""
        lost: list[ArticleRecord] = []
        for record in sorted(home.articles().values(), key=lambda one: (one.read, one.id)):
            if (path := record.paths.get(home.device)) is not None:
                self.by_path[path] = record
            elif not record.paths and not record.title:
                lost.append(record)
        self._place(lost)
        self._same_article = article_identity.SameArticleIndex(home)

    def _place(self, lost: Sequence[ArticleRecord]) -> None:
        """Find out where articles lie whose records are lost, by where they were left off.

        A place is kept under all names of an article at once: its text, its id and its path.
        """
        paths = {last: key for key, last in self.positions.items() if key.startswith(os.sep)}
        for record in lost:
            left = (self.positions.get(key) for key in (record.id, *record.digests))
            path = next((paths[last] for last in left if last in paths), None)
            if path is not None and path not in self.by_path:
                self.by_path[path] = record
            elif path is None:
                self.unplaced.append(record)

    def row(self, path: Path | None, record: ArticleRecord | None, title: str) -> Shelved:
        """Return the row of one article."""
        count, tags = self._noted(record) if record is not None else (0, Counter[str]())
        keys = [str(path)] if path is not None else []
        keys += [record.id] if record is not None else []
        places = [self.positions[key] for key in keys if key in self.positions]
        progress = record.progress if record is not None else None
        read = record.read if record is not None else ""
        if places:
            last = max(places, key=lambda one: one.at)
            if last.at >= read:
                progress, read = last.progress, last.at
        return Shelved(
            path,
            title,
            progress,
            count,
            tuple(sorted(tags, key=lambda tag: (-tags[tag], tag.casefold()))),
            read or None,
            record.id if record is not None else None,
            missing=path is None or not os.path.isfile(path),
        )

    def _noted(self, record: ArticleRecord) -> tuple[int, Counter[str]]:
        """Return how many notes an article has, on whichever machine's record, and their tags."""
        count, tags = 0, Counter[str]()
        for one in self._same_article.records_of(record):
            if one.id in self.noted:
                number, carried = self.noted[one.id]
                count += number
                tags.update({clean_line(tag): uses for tag, uses in carried.items()})
        return count, tags


def _everything(home: Home) -> Iterator[Shelved]:
    on_it = _Shelf(home)
    rows = [
        on_it.row(Path(path), record, record.title or shown(Path(Path(path).name)))
        for path, record in on_it.by_path.items()
    ]
    rows += [on_it.row(None, record, article_identity.NAMELESS) for record in on_it.unplaced]
    rows.sort(key=lambda row: natural(row.title))
    rows.sort(key=lambda row: row.read or "", reverse=True)
    yield from rows


def _folder(home: Home, folder: Path) -> Iterator[Shelved]:
    found = articles_in(folder)
    first = next(found, None)
    if first is None:
        return
    on_it = _Shelf(home)
    for one in islice(chain([first], found), MOST):
        if isinstance(one, Shut):
            yield _shut(one.folder)
            continue
        path = Path(os.path.realpath(one))
        record = on_it.by_path.get(str(path))
        title = record.title if record is not None and record.title else _title(path)
        yield on_it.row(path, record, title)


def _shut(folder: Path) -> Shelved:
    return Shelved(None, f"{shown(Path(folder.name))}/", None, 0, (), None, None, trouble=SHUT)


def _title(path: Path) -> str:
    """Return the title that a sidecar or the head of a file gives, else the name of the file."""
    beside, _ = sidecar(path)
    if beside.title:
        return beside.title
    name = shown(Path(path.name))
    if format_of(path.name).label == "plain text":
        return name
    try:
        head = head_bytes(path, _HEAD) or read_bytes(path)
        upper = _UP_TO_HEADING.match(head)
        *_, article = parse(upper[0] if upper else head, path.name, path=path)
    except CannotOpen:
        return name
    return article.metadata.title or name
