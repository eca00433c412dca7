"""Reads an article for the catalogue: its text, and what can be asked for besides."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from postil.document.bytes.read_file import shown
from postil.errors import CannotOpen
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.sources.article_sources import originals, words_of
from postil.library.sources.quoted import as_text, quoted
from postil.model.article import Article
from postil.model.source import Date
from postil.store.catalogue import kept_sections
from postil.store.catalogue.kept_article import FileStamp, KeptArticle
from postil.store.home.home import Home
from postil.text.word_count import count_words

HYPHENS = "-\u2010"


def read(home: Home, path: Path) -> tuple[KeptArticle, str]:
    """Read an article with its sources; one that cannot be read says why."""
    stamp = _stamp(path) or FileStamp(0, 0)
    name = shown(Path(path.name))
    try:
        open_article = opening.read(home, path)
    except CannotOpen as error:
        return KeptArticle(str(path), stamp, "", name, trouble=error.why), ""
    article = open_article.article
    about = article.metadata
    found = KeptArticle(
        path=str(path),
        stamp=stamp,
        digest=article.digest,
        title=about.title or name,
        authors=tuple(one.display for one in about.author),
        outlet=about.container_title or about.publisher,
        issued=issued(about.issued),
        sources=tuple(dict.fromkeys(_sources(open_article))),
        words=count_words(article.text),
        line_ends=tuple(_line_ends(article)),
        quoted=as_text(quoted(open_article)),
        sections=kept_sections.as_text(article.sections),
    )
    return found, article.text


def _line_ends(article: Article) -> Iterator[int]:
    """Yield the offsets of hyphens within words at which a line of the file ends."""
    for block, start in zip(article.blocks, article.starts, strict=False):
        text = block.text
        for at in block.breaks:
            if 0 < at < len(text) and text[at - 1] in HYPHENS and text[at].isalpha():
                yield start + at - 1


def _sources(open_article: OpenArticle) -> Iterator[str]:
    for source in originals(open_article):
        if words := words_of(source):
            yield words


def issued(date: Date | None) -> str:
    """Return a date as queries compare it: ``2015-01-24``, as far as it is known, or a range."""
    if date is None:
        return ""
    first = "-".join(
        f"{part:0{width}}"
        for part, width in ((date.year, 4), (date.month, 2), (date.day, 2))
        if part
    )
    return first if date.until is None else f"{first}/{issued(date.until)}"


def _stamp(path: Path) -> FileStamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116  (as everywhere in the catalogue)
    except (OSError, ValueError):
        return None
    return FileStamp(found.st_size, found.st_mtime_ns)
