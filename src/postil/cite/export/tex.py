"""Writes words, names and titles so that TeX and its bibliographies take them as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from postil.cite.record.items import Item
from postil.cite.record.protected_case import protected_runs
from postil.model.source import Date, Name, Source
from postil.text.lazy_regex import lazily

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SIGNS = lazily(r"[\\{}&%$#_~^]")
_JOINED_NAMES = lazily(r"\band\b|,", re.IGNORECASE)
_UNSAFE_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}


def entry(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """Return an entry of a bibliography file; values that are no bare words bring their braces."""
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields)
    return f"@{kind}{{{key},\n{lines}\n}}"


def braced(value: str) -> str:
    """Return a value in braces."""
    return "{" + value + "}"


def body(name: str) -> str:
    """Return the name of a publisher or a place in braces, kept whole: biblatex parts at "and"."""
    whole = tex(name)
    return braced(braced(whole) if _JOINED_NAMES.search(whole) else whole)


def described(
    record: Source, container: str, publisher: str, place: str
) -> Iterator[tuple[str, str]]:
    """Yield what names a record, under the names that an entry has for what printed it."""
    if record.author:
        yield "author", authors(record.author)
    if record.title:
        yield "title", braced(protected(record.title))
    if record.container_title:
        listed = container == "organization"
        named = record.container_title
        yield container, body(named) if listed else braced(tex(named))
    if record.publisher:
        yield publisher, body(record.publisher)
    if record.publisher_place:
        yield place, body(record.publisher_place)


def found_at(record: Source) -> Iterator[tuple[str, str]]:
    """Yield where a record is found: volume and pages, its address and when that was read."""
    for name, value in (("volume", record.volume), ("number", record.issue)):
        if value:
            yield name, braced(tex(value))
    if record.page:
        yield "pages", pages(record.page)
    if record.doi:
        yield "doi", address(record.doi)
    if record.url:
        yield "url", address(record.url)
    if record.accessed:
        yield "urldate", braced(edtf(record.accessed))


def authors(names: Sequence[Name]) -> str:
    """Return a list of names, in braces; names of bodies are kept whole by braces of their own."""
    return braced(" and ".join(_name(name) for name in names))


def cited_in(item: Item) -> str:
    """Return the words that say in which other records a record is quoted or cited."""
    keys = ",".join(article.id for article in item.read_in)
    return f"{{{item.verb} in \\cite{{{keys}}}}}"


def address(url: str) -> str:
    """Return a web address in braces, without signs that would end them."""
    return braced("".join(_UNSAFE_IN_ADDRESS.get(sign, sign) for sign in url))


def pages(page: str) -> str:
    """Return pages in braces, with the dash of TeX in ranges."""
    return braced(tex(page.replace("–", "--")))


def edtf(date: Date) -> str:
    """Return a date or a range as ISO 8601-2 writes it: ``2015-01-24``, ``2021-07/2021-09``."""
    return f"{_single(date)}/{_single(date.until)}" if date.until else _single(date)


def _single(date: Date) -> str:
    year = f"{date.year:04}" if date.year >= 0 else f"-{-date.year:04}"
    parts = [year, *(f"{part:02}" for part in (date.month, date.day) if part is not None)]
    return "-".join(parts)


def _name(name: Name) -> str:
    if name.literal or not name.given:
        whole = tex(name.literal or name.family)
        return braced(whole) if name.literal or " " in whole or "," in whole else whole
    family = tex(name.family)
    if _JOINED_NAMES.search(family):
        family = braced(family)
    return f"{family}, {tex(name.given)}"


def protected(title: str) -> str:
    """Return a title in TeX, its proper names in braces so that no style makes them small."""
    pieces: list[str] = []
    done = 0
    for start, end in protected_runs(title):
        pieces += (tex(title[done:start]), braced(tex(title[start:end])))
        done = end
    return "".join((*pieces, tex(title[done:])))


def tex(words: str) -> str:
    """Return words in which nothing is a command to TeX, on one line."""
    flat = " ".join(words.split()) if words.strip() else words
    lead = " " if words[:1].isspace() and words.strip() else ""
    tail = " " if words[-1:].isspace() and words.strip() else ""
    return lead + _SIGNS.sub(lambda sign: _SPECIAL[sign[0]], flat) + tail
