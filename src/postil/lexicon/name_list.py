"""Name lists: text files of names, one a line, read when a name is first looked up in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache, cached_property
from itertools import filterfalse
from pathlib import Path

from postil.text.lazy_regex import lazily

FOLDER = Path(__file__).parent / "data"
"""Holds the lists, ``FOLDER/<path>.txt``. To add a name, add a line: no code knows the names."""

_BEYOND_ASCII = lazily(r"[^\x00-\x7f]+")

Fold = Callable[[str], str]
"""Brings a list, all of it at once, to the form in which its names are looked up."""


class NameList(Set[str]):
    """The names of one data file or several; nothing is read before the first is looked up.

    Reading all that the app ships takes about a millisecond, and most runs need few of the files.
    """

    def __init__(self, *paths: str, fold: Fold = str) -> None:
        self.paths = paths
        """The files, from ``FOLDER`` on and without their suffix."""
        self._fold = fold

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in the form in which they are looked up."""
        return frozenset().union(*(lines(path, self._fold) for path in self.paths))

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def isdisjoint(self, other: Iterable[object]) -> bool:
        """Tell whether the list has none of some words."""
        return self.names.isdisjoint(other)


@cache
def lines(path: str, fold: Fold = str) -> tuple[str, ...]:
    """Return the lines of a data file, folded, without the blank ones and the ``# comments``."""
    text = (FOLDER / f"{path}.txt").read_text("utf-8")
    return tuple([line for line in fold(text).split("\n") if line and line[0] != "#"])


def bare_letters(text: str) -> str:
    """Return a text without capitals, accents and full stops; blanks and line ends stay."""
    small = text.casefold().replace("’", "'").replace(".", "")
    return small if small.isascii() else _BEYOND_ASCII.sub(_without_accents, small)


def _without_accents(letters: re.Match[str]) -> str:
    parts = filterfalse(unicodedata.combining, unicodedata.normalize("NFD", letters[0]))
    return unicodedata.normalize("NFC", "".join(parts))


def lookup_key(name: str) -> str:
    """Return a name as lists of outlets hold it: bare letters, single blanks, no leading "the"."""
    return " ".join(bare_letters(name).split()).removeprefix("the ")


def lookup_keys(names: str) -> str:
    """Return the :func:`lookup_key` of each line of a list; its blanks are single already."""
    return bare_letters(names).replace("\nthe ", "\n")
