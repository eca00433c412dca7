"""Writes records as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from postil.cite.record.items import Item, without_repeats
from postil.model.source import Date, Name, Source

Json = str | int | list["Json"] | dict[str, "Json"]


def csl_json(items: Sequence[Item]) -> str:
    """Return a list of records, indented, that every program with CSL reads."""
    return json.dumps([_item(item) for item in items], ensure_ascii=False, indent=2)


def _item(item: Item) -> dict[str, Json]:
    made: dict[str, Json] = {"id": item.id, **fields(without_repeats(item.record))}
    if item.read_in:
        made["note"] = f"{item.verb} in {where_read(item)}"
        first, *more = [article.id for article in item.read_in]
        made["custom"] = {"quoted-in": [first, *more] if more else first}
    return made


def fields(record: Source) -> dict[str, Json]:
    """Return the fields of a record that have something in them, by their names in CSL-JSON."""
    made: dict[str, Json] = {"type": record.type}
    if record.title:
        made["title"] = record.title
    if record.author:
        made["author"] = [_name(name) for name in record.author]
    named = (
        ("container-title", record.container_title),
        ("publisher", record.publisher),
        ("publisher-place", record.publisher_place),
        ("volume", record.volume),
        ("issue", record.issue),
        ("page", record.page),
        ("DOI", record.doi),
    )
    made |= {name: value for name, value in named if value}
    if record.issued:
        made["issued"] = _date(record.issued)
    if record.accessed:
        made["accessed"] = _date(record.accessed)
    if record.url:
        made["URL"] = record.url
    return made


def _name(name: Name) -> dict[str, Json]:
    parts = (("family", name.family), ("given", name.given), ("literal", name.literal))
    return {key: value for key, value in parts if value}


def _date(date: Date) -> dict[str, Json]:
    dates = [date, date.until] if date.until else [date]
    return {"date-parts": [_parts(one) for one in dates if one]}


def _parts(date: Date) -> list[Json]:
    return [part for part in (date.year, date.month, date.day) if part is not None]


def where_read(item: Item) -> str:
    """Return the articles in which a record is quoted or cited, in words."""
    return "; ".join(_described(article.record) for article in item.read_in)


def _described(record: Source) -> str:
    """Return author, year and title of the article, as far as they are known."""
    names = [name.family or name.literal for name in record.author]
    who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    year = f"({record.issued.year})" if record.issued else ""
    head = " ".join(part for part in (who, year) if part) if who else ""
    title = f"“{record.title}”"
    return f"{head}, {title}" if head else " ".join(part for part in (title, year) if part)
