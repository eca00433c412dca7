"""Writes records as BibTeX entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from postil.cite.items import Item, without_repeats
from postil.cite.proper import protected_runs
from postil.model.source import MONTHS, Date, Name, Source

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
_SIGNS = re.compile(r"[\\{}&%$#_~^]")
_JOINED_NAMES = re.compile(r"\band\b|,", re.IGNORECASE)
_UNSAFE_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}


def bibtex(items: Sequence[Item]) -> str:
    """Return entries that any BibTeX or biblatex takes, a blank line between them."""
    return "\n\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    record = without_repeats(item.record)
    kind = _kind(record) if item.read_in else "misc"
    fields = list(_fields(record, kind))
    if item.read_in:
        fields.append(("note", f"{{{item.verb} in \\cite{{{item.read_in.id}}}}}"))
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields)
    return f"@{kind}{{{item.id},\n{lines}\n}}"


def _kind(record: Source) -> str:
    if record.type == "book" and record.title and not record.container_title:
        return "book"
    return "article" if record.container_title and not record.url else "misc"


def _fields(record: Source, kind: str) -> Iterator[tuple[str, str]]:
    """Yield name and value of each field that has something in it."""
    if record.author:
        yield "author", _braced(" and ".join(_name(name) for name in record.author))
    if record.title:
        yield "title", _braced(protected(record.title))
    if record.container_title:
        where = "journal" if kind == "article" else "howpublished"
        yield where, _braced(tex(record.container_title))
    if record.publisher:
        yield "publisher", _braced(tex(record.publisher))
    if record.publisher_place:
        yield "address", _braced(tex(record.publisher_place))
    if record.issued:
        yield from _date(record.issued)
    if record.page:
        yield "pages", _braced(tex(record.page.replace("–", "--")))
    if record.url:
        safe = "".join(_UNSAFE_IN_ADDRESS.get(character, character) for character in record.url)
        yield "url", _braced(safe)


def _date(date: Date) -> Iterator[tuple[str, str]]:
    yield "year", _braced(str(date.year))
    if date.month:
        yield "month", MONTHS[date.month - 1][:3].lower()
    if date.day:
        last = date.until
        same = last and (last.year, last.month) == (date.year, date.month)
        yield "day", _braced(f"{date.day}--{last.day}" if last and same else str(date.day))


def _braced(value: str) -> str:
    return "{" + value + "}"


def _name(name: Name) -> str:
    if name.literal or not name.given:
        whole = tex(name.literal or name.family)
        return _braced(whole) if name.literal or " " in whole or "," in whole else whole
    family = tex(name.family)
    if _JOINED_NAMES.search(family):
        family = _braced(family)
    return f"{family}, {tex(name.given)}"


def protected(title: str) -> str:
    """Return a title in TeX, its proper names in braces so that no style makes them small."""
    pieces: list[str] = []
    done = 0
    for start, end in protected_runs(title):
        pieces += (tex(title[done:start]), _braced(tex(title[start:end])))
        done = end
    return "".join((*pieces, tex(title[done:])))


def tex(words: str) -> str:
    """Return words in which nothing is a command to TeX, on one line."""
    flat = " ".join(words.split()) if words.strip() else words
    lead = " " if words[:1].isspace() and words.strip() else ""
    tail = " " if words[-1:].isspace() and words.strip() else ""
    return lead + _SIGNS.sub(lambda sign: _SPECIAL[sign[0]], flat) + tail
