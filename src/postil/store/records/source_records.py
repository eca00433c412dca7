"""Bibliographic records as documents, with the names and the shape of CSL-JSON."""

from __future__ import annotations

from collections.abc import Mapping

from postil.model.source import Correction, Date, Name, Source
from postil.store.types import Doc
from postil.text.clean import clean_line

_FIELDS = (
    ("type", "type"),
    ("title", "title"),
    ("container_title", "container-title"),
    ("publisher", "publisher"),
    ("publisher_place", "publisher-place"),
    ("url", "URL"),
    ("page", "page"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("doi", "DOI"),
)


def source_to(source: Source) -> Doc:
    """Return a source as CSL-JSON has it; what is not known is left out."""
    doc: Doc = {there: said for here, there in _FIELDS if (said := getattr(source, here))}
    if source.author:
        doc["author"] = [_name_to(name) for name in source.author]
    for field in ("issued", "accessed"):
        if date := getattr(source, field):
            parts = [_parts(date)] + ([_parts(date.until)] if date.until else [])
            doc[field] = {"date-parts": parts}
    return doc


def source_from(doc: Mapping[str, object]) -> Source:
    """Read a source; whatever is not as it should be is left out."""
    words = {
        here: clean_line(said)
        for here, there in _FIELDS
        if isinstance(said := doc.get(there), str) and said
    }
    authors = doc.get("author")
    names = authors if isinstance(authors, list) else []
    return Source(
        **words,
        author=tuple(_name_from(name) for name in names if isinstance(name, dict)),
        issued=_date_from(doc.get("issued")),
        accessed=_date_from(doc.get("accessed")),
    )


def corrections_from(doc: Doc) -> list[Correction]:
    """Read the corrections of an article's record; whatever is none is left out."""
    found = doc.get("corrections")
    corrections = []
    for entry in found if isinstance(found, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("evidence"), str):
            source = entry.get("source")
            record = source_from(source) if isinstance(source, dict) else None
            corrections.append(Correction(entry["evidence"], record))
    return corrections


def _name_to(name: Name) -> Doc:
    words = {"family": name.family, "given": name.given, "literal": name.literal}
    doc: Doc = {field: said for field, said in words.items() if said}
    if name.family_first:
        doc["family-first"] = True
    return doc


def _name_from(doc: Mapping[str, object]) -> Name:
    words = {
        field: clean_line(said)
        for field in ("family", "given", "literal")
        if isinstance(said := doc.get(field), str)
    }
    return Name(**words, family_first=doc.get("family-first") is True)


def _parts(date: Date) -> list[int]:
    parts = [date.year]
    for part in (date.month, date.day):
        if part is None:
            break
        parts.append(part)
    return parts


def _date_from(found: object) -> Date | None:
    parts = found.get("date-parts") if isinstance(found, dict) else None
    dates = [date for part in parts if (date := _date(part))] if isinstance(parts, list) else []
    if not dates:
        return None
    first = dates[0]
    return Date(first.year, first.month, first.day, dates[1] if len(dates) > 1 else None)


def _date(parts: object) -> Date | None:
    if not isinstance(parts, list) or not 1 <= len(parts) <= 3:
        return None
    numbers = [part for part in parts if isinstance(part, int)]
    if len(numbers) != len(parts):
        return None
    year, month, day = (*numbers, None, None)[:3]
    return Date(year, month, day) if year is not None else None
