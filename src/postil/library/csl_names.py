"""Sets a source out under the names of CSL-JSON, with nothing in it that is not known."""

from __future__ import annotations

from postil.model.source import Date, Name, Source


def as_csl(source: Source | None) -> dict[str, object] | None:
    """Return a source as CSL-JSON has it, ready for JSON; None for None."""
    if source is None:
        return None
    fields: dict[str, object] = {
        "type": source.type,
        "author": [_name(name) for name in source.author],
        "title": source.title,
        "container-title": source.container_title,
        "publisher": source.publisher,
        "publisher-place": source.publisher_place,
        "issued": _date(source.issued),
        "accessed": _date(source.accessed),
        "URL": source.url,
        "page": source.page,
    }
    return {field: value for field, value in fields.items() if value}


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    return {key: value for key, value in (("family", name.family), ("given", name.given)) if value}


def _date(date: Date | None) -> dict[str, object]:
    if date is None:
        return {}
    ends = [date] if date.until is None else [date, date.until]
    return {
        "date-parts": [
            [part for part in (end.year, end.month, end.day if end.month else None) if part]
            for end in ends
        ]
    }
