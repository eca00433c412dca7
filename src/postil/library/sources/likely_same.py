"""Likely the same: sources that differ in the spelling of a name, or of an outlet, alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from postil.library.base.labels import iso_date
from postil.model.source import Name, Source
from postil.text.fold import fold_key

_ARTICLES = ("the ", "le ", "la ", "les ", "der ", "die ", "das ", "el ", "il ")
"""What the name of an outlet may begin with, or not."""

_CROWD = 60
"""Sources with all else alike beyond which none is proposed: they are a series."""


def likely_same(sources: Sequence[Source]) -> dict[int, int]:
    """Return for some sources, by their number, another one that is likely the same."""
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        if source.author or source.title:
            alike[_key(source)].append(number)
    found: dict[int, int] = {}
    for numbers in alike.values():
        if 1 < len(numbers) <= _CROWD:
            for one, other in _pairs(sources, numbers):
                found.setdefault(one, other)
                found.setdefault(other, one)
    return found


def _key(source: Source) -> tuple[str, ...]:
    """Return all of a source but its people, in letters that are compared."""
    outlet = _plain(source.container_title or source.publisher)
    title = _plain(source.title)
    if not outlet and not title:
        title = source.url
    return outlet, title, iso_date(source.issued)


def _plain(name: str) -> str:
    key = fold_key(name)
    for article in _ARTICLES:
        key = key.removeprefix(article)
    return "".join(sign for sign in key if sign.isalnum())


def _pairs(sources: Sequence[Source], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(numbers):
        for other in numbers[at + 1 :]:
            if _same_people(sources[one].author, sources[other].author):
                yield one, other


def _same_people(some: Sequence[Name], others: Sequence[Name]) -> bool:
    return len(some) == len(others) and all(
        _same_person(one, other) for one, other in zip(some, others, strict=True)
    )


def _same_person(one: Name, other: Name) -> bool:
    """Tell whether two names may be one: word by word, in any order, initials for words."""
    left, right = (sorted(_parts(name), key=len, reverse=True) for name in (one, other))
    if not left or not right:
        return left == right
    shorter, longer = sorted((left, right), key=len)
    if len(longer) - len(shorter) > 1 or not set(shorter) & set(longer):
        return False
    rest = list(longer)
    for word in shorter:
        fit = next((one for one in rest if one == word), None) or next(
            (one for one in rest if min(len(one), len(word)) == 1 and one[0] == word[0]), None
        )
        if fit is None:
            return False
        rest.remove(fit)
    return True


def _parts(name: Name) -> list[str]:
    """Return the words of a name in letters that are compared, an initial as one letter."""
    return fold_key(name.display).replace("-", " ").replace(".", " ").split()
