"""Reads items in CSL-JSON as they come: what is of the wrong kind is taken as well as can be."""

from __future__ import annotations

import re

from postil.csl.data.items import DATE_VARIABLES, NAME_VARIABLES, Date, Item, Json, Name
from postil.csl.data.read_dates import read_date
from postil.csl.data.read_names import read_name, text_of

_ALIASES = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short"}


def read_item(data: Json) -> Item:
    """Return an item; fields of the wrong kind are taken as well as can be, or left out."""
    texts: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Date] = {}
    for key, value in _with_note(data).items():
        name = _ALIASES.get(key, key)
        if isinstance(value, list) and name not in DATE_VARIABLES:
            people = tuple(person for one in value if (person := read_name(one)) is not None)
            if people:
                names[name] = people
        elif name in DATE_VARIABLES:
            date = read_date(value)
            if date is not None:
                dates[name] = date
        elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
            text = text_of(value)
            if text:
                texts[name] = text
    if "page" in texts and "page-first" not in texts:
        texts["page-first"] = _BEHIND_PAGE.split(texts["page"], maxsplit=1)[0].rstrip()
    return Item(
        text_of(data.get("id", "")), texts.pop("type", ""), texts, names, dates,
        texts.get("language", ""),
    )  # fmt: skip


_BEHIND_PAGE = re.compile(r"[-–—,&]")
_NOTE_FIELD = re.compile(r"\{:([-A-Za-z]+): *([^}]+)\}")
_NOTE_LINE = re.compile(r"^([-A-Za-z]+): *(.+)$")


def _with_note(data: Json) -> dict[str, object]:
    """Add the fields that a note carries, as Zotero and Mendeley have their users write them."""
    out = dict(data)
    note = data.get("note")
    if not isinstance(note, str):
        return out
    found = _NOTE_FIELD.findall(note)
    for line in note.splitlines():
        match = _NOTE_LINE.match(line)
        if match is None:
            break
        found.append((match[1], match[2]))
    for key, value in found:
        if key in NAME_VARIABLES:
            parts = value.split("||")
            name = {"family": parts[0].strip(), "given": parts[-1].strip()}
            literal = {"literal": value.strip()}
            people = out.get(key)
            known = list(people) if isinstance(people, list) and key not in data else []
            out[key] = [*known, name if len(parts) > 1 else literal]
        elif key in DATE_VARIABLES:
            out[key] = {"raw": value.strip()}
        elif key == "type" or key not in data:
            out[key] = value.strip()
    return out
