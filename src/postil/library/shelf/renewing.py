"""Brings what is known up to date: reads what is new or changed, and finds again what was moved.

An article whose file is gone is found again by its content, in what is known beside it: in a
watched folder, say. Its notes and its place follow it there.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from postil.library.base.labels import counted
from postil.library.catalogue.background import caught_up
from postil.library.catalogue.knowing import known, opened, watched_now
from postil.library.catalogue.refreshing import kept
from postil.library.catalogue.standings import Standings
from postil.model.values import NamedTuple, replace
from postil.store.catalogue.kept_article import KeptArticle
from postil.store.catalogue.kept_articles import KeptArticles
from postil.store.catalogue.known_files import KnownFiles
from postil.store.home.home import Home


class Renewed(NamedTuple):
    """What has become of what is known."""

    read: int
    """Articles that were read, since they are new or changed."""
    moved: Mapping[str, str]
    """Where files lie now that are not where they were."""

    @property
    def said(self) -> str:
        """What the reader is told; "" for nothing."""
        if not self.moved:
            return ""
        if len(self.moved) == 1:
            return "1 article was moved, and found again; its notes are with it."
        many = f"{len(self.moved):,} articles"
        return f"{many} were moved, and found again; their notes are with them."


def renew(home: Home, told: Callable[[int, int], None] | None = None) -> Renewed:
    """Read what is new or changed, and follow what was moved.

    ``told`` is called with how many of how many articles are read, and may raise to end it. Raises
    CannotWrite.
    """
    articles = kept(home.places)
    try:
        read = caught_up(home.places, home, articles, told or _silent).read
        return Renewed(read, follow(home, articles))
    finally:
        articles.close()


def follow(home: Home, articles: KeptArticles) -> Mapping[str, str]:
    """Follow what was moved to where it lies among what was read; return from where to where.

    Raises CannotWrite.
    """
    moved = found_again(home, articles.abouts())
    articles.drop(list(moved))
    return moved


class LibraryHealth(NamedTuple):
    """Whether what is known is where it was."""

    result: str
    vanished: list[str]
    """Watched folders that are not there."""


def examined(home: Home) -> LibraryHealth:
    """Look for all that is known, and follow what was moved. Raises CannotWrite."""
    if not home.articles() and not known(home.places).files and not known(home.places).watched:
        return LibraryHealth("nothing is known yet", [])
    moved = renew(home).moved
    standings = Standings(home)
    folders = list(watched_now(home.places, standings))
    every = {str(path) for _, inside in folders for path in inside or ()}
    every.update(opened(home.places, standings))
    missing = sum(not os.path.isfile(path) for path in every)
    result = f"{counted(len(every), 'article')} known"
    if moved:
        result += f", {len(moved)} found again where {'it lies' if len(moved) == 1 else 'they lie'}"
    if missing:
        result += f", {missing} missing: postil shelf says which"
    return LibraryHealth(result, [str(folder) for folder, inside in folders if inside is None])


def found_again(home: Home, abouts: Mapping[str, KeptArticle]) -> dict[str, str]:
    """Follow files that were moved to where a file of the same content lies now.

    ``abouts`` are the articles that were read, by path.
    """
    standings = Standings(home)
    listed = known(home.places)
    by_digest: defaultdict[str, list[str]] = defaultdict(list)
    for path, one in abouts.items():
        if one.digest and path not in standings.by_path:
            by_digest[one.digest].append(path)
    moved = {}
    for path in sorted({*standings.by_path, *listed.files}) if by_digest else ():
        record, before = standings.by_path.get(path), abouts.get(path)
        digests = record.digests if record is not None else ()
        if not digests and before is not None:
            digests = (before.digest,)
        there = [one for digest in reversed(digests) for one in by_digest.get(digest, ())]
        if not there or os.path.lexists(path):
            continue
        if (now := next(_likeliest(path, there), None)) is not None:
            moved[path] = now
            if record is not None:
                paths = {**record.paths, home.state.claim(): now}
                home.put_article(replace(record, paths=paths))
    if moved:
        KnownFiles(home.places.state).move(moved)
    return moved


def _likeliest(path: str, there: list[str]) -> Iterator[str]:
    """Yield the files that are there, those of the same name first."""
    name = Path(path).name
    for one in sorted(there, key=lambda one: Path(one).name != name):
        if one != path and os.path.isfile(one):
            yield one


def _silent(read: int, of: int) -> None:
    """Tell nobody."""
