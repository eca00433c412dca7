"""The byline of a text: who wrote it, where and when, as the lines below its title say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from postil.model.article import Block, BlockKind
from postil.model.source import Date, Metadata, Name
from postil.text.lazy_regex import lazily

_NEAR = 8
"""Blocks behind the title in which a byline is looked for."""
SUBTITLES = 3
"""Lines below the title of which one is the byline; those before it say more of the title."""
_LONGEST = 160
"""Code points of a line that may be part of one."""
_WORDS = 4
"""Words of an opening at most, and of what may stand beside the date in a line of its own."""
_COLONS = ":\uff1a\uff0f/="
_ENDS = ".!?:;\u2026\u3002\uff01\uff1f"
"""Signs at the end of a line that is no byline, but a sentence or what leads to more."""
_PARTS = lazily(
    r"\s?[,|/;\u00b7\u2022\u2013\u2014\u3001\uff0c\uff0f]\s?|\s-\s|\s&\s"
    r"|\s(?:and|und|et|y|e|och|og|en|\u0438)\s|\s(?=(?:for|in|of|at|on)\s)"
)
"""What stands between the names of persons, and between those and an outlet."""
_BEFORE = lazily(r"(?i)^(?:special(?: correspondent)? (?:to|for)|for|in|of|at|via|from)\s")


def from_byline(blocks: Sequence[Block], known: Metadata) -> Metadata:
    """Return what a byline below the title says that is not known, or nothing.

    The title is the heading with which the text begins. Where nobody is named below it, or what
    is named looks like no person and no outlet, nothing is taken: a heading alone may be that of
    a chapter.
    """
    if known.author or not blocks or blocks[0].kind is not BlockKind.HEADING:
        return Metadata()
    lines = list(_lines(blocks))
    at, said = next(
        ((at, name) for at, line in enumerate(lines[:SUBTITLES]) if (name := _named(line))),
        (0, ("", False)),
    )
    author, outlet = _names(*said)
    if not author:
        return Metadata()
    found: dict[str, Any] = {
        "title": blocks[0].text,
        "author": author,
        "container_title": outlet or _outlet(lines[at + 1 :]),
        "issued": _date(lines[at:]),
    }
    fresh = {name: value for name, value in found.items() if value and not getattr(known, name)}
    return Metadata(**fresh, origins=tuple((name, "text") for name in fresh))


def names_author(line: str) -> bool:
    """Tell whether a line below a title names who wrote the text."""
    said = _named(line) if len(line) <= _LONGEST else None
    return said is not None and bool(_names(*said)[0])


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the short lines between the title and the text."""
    for block in blocks[1 : 1 + _NEAR]:
        if block.kind is BlockKind.HEADING or len(block.text) > _LONGEST:
            return
        yield from filter(None, map(str.strip, block.text.split("\n")))


def _named(line: str) -> tuple[str, bool] | None:
    """Return what a line names as the author, and whether a colon says so; None for nothing."""
    if line[-1:] in _ENDS:
        return None
    # Most texts have sentences alone below their title, and are spared what it takes to load.
    from postil.lexicon.wordlists import AUTHOR_LABELS, AUTHOR_OPENINGS

    for at, sign in enumerate(line[:24]):
        if sign in _COLONS and line[:at].strip().casefold() in AUTHOR_LABELS:
            return line[at + 1 :].strip(), True
    words = line.split(None, _WORDS)
    for count in range(min(_WORDS, len(words) - 1), 0, -1):
        if " ".join(words[:count]).casefold() in AUTHOR_OPENINGS:
            return line.split(None, count)[count], False
    return None


def _names(said: str, labelled: bool) -> tuple[tuple[Name, ...], str]:
    """Return the persons that some words name first, and the well-known outlet behind them.

    An outlet is the author where no person is named. Behind a label anything that may be a name
    is taken for one, as scripts without capitals show no more.
    """
    if not said:
        return (), ""
    from postil.lexicon.bylines import author, is_organisation
    from postil.lexicon.outlet_rules import is_known
    from postil.lexicon.person_names import looks_like_person

    persons: list[str] = []
    outlet = ""
    for part in _PARTS.split(said):
        name = _BEFORE.sub("", part).strip(" .*_()")
        if is_known(name):
            outlet = name
            break
        person = looks_like_person(name) and not is_organisation(name)
        if person or (labelled and not persons and _may_be_name(name)):
            persons.append(name)
        elif not persons:
            return (), ""
    return tuple(map(author, persons or [outlet])), outlet if persons else ""


def _may_be_name(name: str) -> bool:
    return name.count(" ") < _WORDS and name.replace(" ", "").isalpha()


def _outlet(lines: Sequence[str]) -> str:
    """Return the well-known outlet that a line names, or ""."""
    from postil.lexicon.outlet_rules import is_known

    parts = (_BEFORE.sub("", part).strip(" .*_()") for line in lines for part in _PARTS.split(line))
    return next(filter(is_known, parts), "")


def _date(lines: Sequence[str]) -> Date | None:
    """Return the date that a line names and hardly anything beside it, or the byline itself."""
    from postil.lexicon.dates_in_text import dates, read_date

    for at, line in enumerate(lines):
        found = dates(line).search(line)
        if found is None or (
            at and len((line[: found.start()] + line[found.end() :]).split()) > _WORDS
        ):
            continue
        date, _ = read_date(found.group())
        if date is not None and date.month is not None:
            return date
    return None
