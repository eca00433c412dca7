"""Metadata of an article, from the document, from a file beside it, and from its own words."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from postil.document.article.back_matter import updated
from postil.document.bytes.decode import decode
from postil.document.bytes.read_file import read_bytes, shown
from postil.errors import CannotOpen
from postil.lexicon.dates import parse_date
from postil.model.article import Block, BlockKind
from postil.model.source import Date, Metadata, Name, Origin
from postil.model.values import replace
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

SIDECAR = ".meta.toml"
"""Added to an article's file name, this names the file with what its reader knows of it."""

NAMES = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "creator": "author",
    "date": "issued",
    "issued": "issued",
    "published": "issued",
    "updated": "updated",
    "url": "url",
    "link": "url",
    "container-title": "container_title",
    "container_title": "container_title",
    "publication": "container_title",
    "journal": "container_title",
    "publisher": "publisher",
    "language": "language",
    "lang": "language",
    "type": "type",
    "accessed": "accessed",
}
"""The names by which documents call the fields of Metadata."""

_LONGEST = 1000
"""Code points that are kept of a value."""
_MOST_AUTHORS = 100
_SIDECAR_SIZE = 1 << 20
"""Bytes beyond which a sidecar is not read."""

_GUTENBERG_LINES = 60
"""Lines among which the fields of a Project Gutenberg text stand."""
_GUTENBERG = lazily(
    r"(?P<name>Title|Author|Release Date|Language|Translator|Editor):\s+(?P<value>\S.*)"
)


def from_mapping(values: Mapping[str, object], origin: Origin) -> tuple[Metadata, tuple[str, ...]]:
    """Return what the fields say, and a sentence for each value that cannot be used.

    Names of fields are those of CSL-JSON and of front matter; unknown ones are passed over.
    """
    found: dict[str, Any] = {}
    problems = []
    for name, value in values.items():
        field = NAMES.get(str(name).strip().lower())
        if field is None or value is None or value == "" or field in found:
            continue
        read = _value(field, value)
        if read is None:
            problems.append(f"The {clean_line(str(name), 40)} given cannot be used.")
        else:
            found[field] = read
    if (date := found.pop("updated", None)) and "issued" not in found:
        found |= {"issued": date, "updated": True}
    origins = tuple((field, origin) for field in found if field != "updated")
    return Metadata(**found, origins=origins), tuple(problems)


def merged(*records: Metadata) -> Metadata:
    """Return one record in which each field has the value of the first record that has one."""
    values: dict[str, Any] = {}
    origins: list[tuple[str, Origin]] = []
    for record in records:
        for field, origin in record.origins:
            if field in values:
                continue
            values[field] = getattr(record, field)
            origins.append((field, origin))
            if field == "issued":
                values["updated"] = record.updated
    return Metadata(**values, origins=tuple(origins))


def sidecar(path: Path) -> tuple[Metadata, tuple[str, ...]]:
    """Return what the file beside an article says of it, and what is wrong with that file."""
    names = (path.name + SIDECAR, path.stem + SIDECAR) if path.name else ()
    beside = next((file for each in names if os.path.isfile(file := path.with_name(each))), None)
    if beside is None:
        return Metadata(), ()
    # Takes 3 ms to load, and few articles have such a file beside them.
    import tomllib

    name = shown(Path(beside.name))
    try:
        if beside.stat().st_size > _SIDECAR_SIZE:
            return Metadata(), (f"{name} is too large to be read.",)
        values = tomllib.loads(decode(read_bytes(beside), name).text)
    except (CannotOpen, OSError, RecursionError):
        return Metadata(), (f"{name} cannot be read.",)
    except tomllib.TOMLDecodeError as error:
        return Metadata(), (f"{name} is no TOML: {clean_line(str(error), 120)}.",)
    found, problems = from_mapping(values, "sidecar")
    return found, tuple(f"{name}: {problem}" for problem in problems)


def from_text(head: str, back_matter: Sequence[str]) -> Metadata:
    """Return what a plain text says of itself, where its words leave no doubt."""
    found, _ = from_mapping(_gutenberg(head), "text")
    if found.issued is None and (date := updated(back_matter)):
        origins = (*found.origins, ("issued", "text"))
        found = replace(found, issued=date, updated=True, origins=origins)
    return found


def titled(metadata: Metadata, blocks: Sequence[Block]) -> Metadata:
    """Take the only heading of the first level for the title, where it opens the text."""
    if metadata.title or not blocks or blocks[0].kind is not BlockKind.HEADING:
        return metadata
    tops = sum(block.kind is BlockKind.HEADING and block.level == 1 for block in blocks)
    if blocks[0].level != 1 or tops != 1:
        return metadata
    origins = (*metadata.origins, ("title", "text"))
    return replace(metadata, title=blocks[0].text, origins=origins)


def _value(field: str, value: object) -> object:
    """Return a value as its field holds it, or None if it cannot be one."""
    if field == "author":
        return _authors(value) or None
    if field in ("issued", "updated", "accessed"):
        return parse_date(str(value)) if not isinstance(value, Date) else value
    if isinstance(value, (str, int, float)):
        return clean_line(str(value), _LONGEST) or None
    return None


def _authors(value: object) -> tuple[Name, ...]:
    # What tells persons from organisations is loaded for an article that names an author only.
    from postil.lexicon.bylines import author, authors

    if not isinstance(value, list):
        value = [value]
    found: list[Name] = []
    for entry in value[:_MOST_AUTHORS]:
        if isinstance(entry, str):
            found += authors(entry)
        elif isinstance(entry, Mapping) and (name := _from_parts(entry, author)):
            found.append(name)
    return tuple(found)


def _from_parts(value: Mapping[object, object], author: Callable[[str], Name]) -> Name | None:
    parts = {
        part: clean_line(said, _LONGEST)
        for part in ("family", "given", "literal", "name")
        if isinstance(said := value.get(part), str)
    }
    if parts.get("name"):
        return author(parts["name"])
    name = Name(parts.get("family", ""), parts.get("given", ""), parts.get("literal", ""))
    return name if name.display else None


def _gutenberg(head: str) -> dict[str, object]:
    """Read the fields before a Project Gutenberg text, which never stand alone."""
    if "Title:" not in head:
        return {}
    values: dict[str, object] = {}
    lines = head.split("\n", _GUTENBERG_LINES)[:_GUTENBERG_LINES]
    for at, line in enumerate(lines):
        if line.startswith("*** START"):
            break
        if not (found := _GUTENBERG.match(line)) or found["name"] in values:
            continue
        value = [found["value"].strip()]
        for further in lines[at + 1 :]:
            if not further.startswith("  ") or not further.strip():
                break
            value.append(further.strip())
        values[found["name"]] = " ".join(value)
    if "Title" not in values or len(values) < 2:
        return {}
    return {
        name.lower(): values[name] for name in ("Title", "Author", "Language") if name in values
    }
