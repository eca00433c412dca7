"""Marks: letters that lead back to a place, a to z in one article, A to Z in the library."""

from __future__ import annotations

import os
import string
from pathlib import Path

from postil.errors import BadRequest, NothingFound
from postil.library.articles import following
from postil.library.articles.quick_open import within
from postil.library.base.open_article import OpenArticle
from postil.library.identity import article_identity
from postil.model.position import ReadingPosition
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.machine.state import LibraryMark
from postil.store.records.records import Mark
from postil.text.clean import clean_line


def set_mark(home: Home, open_article: OpenArticle, letter: str, where: ReadingPosition) -> None:
    """Let a letter lead to a place in the article; a to z are undoable.

    Raises BadRequest for anything but one letter, or for A to Z in what is no file, and
    CannotWrite.
    """
    _check(letter)
    if letter in string.ascii_uppercase:
        if open_article.path is None:
            raise BadRequest(
                f"the mark {letter}",
                f"{open_article.article.name} is no file that could be opened again",
                "use a mark from a to z",
            )
        record = article_identity.stored(home, open_article)
        mark = LibraryMark(str(open_article.path), record.id, where.top, where.current)
        home.state.put_library_mark(letter, mark)
        return
    record = article_identity.stored(home, open_article)
    old = home.marks(record.id).get(letter)
    new = Mark(record.id, letter, where.top, where.current, open_article.article.digest)
    if new != old:
        before = (old,) if old is not None else ()
        home.apply(Change(f"mark {letter}", before, (new,)))


def mark(home: Home, open_article: OpenArticle, letter: str) -> tuple[Path | None, ReadingPosition]:
    """Return where a letter leads: a path, or None for the article that is open, and a place.

    A mark of the article that was set on another text of it leads to the same words. It looks
    whether the file is still there, which takes a while on a slow drive. Raises BadRequest for
    anything but one letter, NothingFound where it leads nowhere.
    """
    _check(letter)
    found = marks(home, open_article).get(letter)
    if found is None:
        raise NothingFound(f"mark {letter}", "it is not set", f"M {letter} sets it")
    path, where = found
    far = home.state.library_marks().get(letter)
    if path is not None and far is not None and not os.path.exists(path):
        record = home.articles().get(far.article)
        path = (article_identity.path_of(home, record) if record is not None else None) or path
    if path is None and letter in string.ascii_lowercase:
        where = _as_it_is_now(home, open_article, letter, where)
    return path, where


def marks(home: Home, open_article: OpenArticle) -> dict[str, tuple[Path | None, ReadingPosition]]:
    """Return every letter that leads somewhere, in the order of the alphabet, small ones first.

    The paths are those under which the marks were set, whether or not the files are still there.
    """
    found: dict[str, tuple[Path | None, ReadingPosition]] = {}
    mine = article_identity.same_article(home, open_article.record)
    for near in reversed(mine):
        for letter, one in home.marks(near.id).items():
            found[letter] = (
                None,
                within(open_article.article, ReadingPosition(one.offset, one.current)),
            )
    ids = {near.id for near in mine}
    for letter, far in home.state.library_marks().items():
        path = Path(far.path)
        where = ReadingPosition(far.offset, far.current)
        if far.article in ids or path == open_article.path:
            found[letter] = (None, within(open_article.article, where))
        else:
            found[letter] = (path, where)
    return dict(sorted(found.items(), key=lambda one: (one[0].isupper(), one[0])))


def _as_it_is_now(
    home: Home, open_article: OpenArticle, letter: str, where: ReadingPosition
) -> ReadingPosition:
    """Return where the words are that a mark of the article was set on, if its text is another.

    A mark of an earlier release does not say on which text it was set. Where the home does not
    know the present one yet, it was the last that it knows.
    """
    article = open_article.article
    for near in article_identity.same_article(home, open_article.record):
        if (one := home.marks(near.id).get(letter)) is None:
            continue
        new = article.digest not in near.digests
        digest = one.digest or (near.digests[-1] if new and near.digests else "")
        led = following.since(home, open_article, digest) if digest else None
        if led is not None:
            where = led.place(ReadingPosition(one.offset, one.current))
        return within(article, where)
    return where


def _check(letter: str) -> None:
    if len(letter) != 1 or letter not in string.ascii_letters:
        raise BadRequest(
            f"“{clean_line(letter)}”",
            "a mark is one letter",
            "use a to z, or A to Z for the library",
        )
