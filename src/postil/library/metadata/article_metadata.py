"""What the reader says of an article itself, checked and laid over what the document says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from postil.errors import BadRequest
from postil.lexicon.dates import parse_date
from postil.library.metadata.csl_types import checked_type, type_called
from postil.model.source import Date, Metadata, Origin, Source
from postil.model.values import replace
from postil.text.clean import clean_line

Record = TypeVar("Record", Metadata, Source)

METADATA_FIELDS = (
    "title",
    "author",
    "issued",
    "container-title",
    "publisher",
    "URL",
    "language",
    "type",
)
"""What can be said of an article, by the names of CSL-JSON."""

_ALIASES = {
    "date": "issued",
    "authors": "author",
    "container_title": "container-title",
    "container": "container-title",
}

_ATTRIBUTES = {"container-title": "container_title", "URL": "url", "DOI": "doi"}
"""The fields whose names differ in :class:`Metadata` and :class:`Source`."""


def field_name(typed: str, allowed: Sequence[str]) -> str:
    """Return the CSL name of the field that was typed; BadRequest lists those there are."""
    wanted = clean_line(typed).lower()
    wanted = _ALIASES.get(wanted, wanted)
    for field in allowed:
        if field.lower() == wanted:
            return field
    raise BadRequest(
        f"“{clean_line(typed)}”", "there is no such field", f"use {', '.join(allowed)}"
    )


def attribute(field: str) -> str:
    """Return the name of the attribute that holds a field."""
    return _ATTRIBUTES.get(field, field)


def checked_date(typed: str) -> Date:
    """Return the date that was typed; BadRequest where the calendar has none like it."""
    wanted = clean_line(typed)
    if (date := parse_date(wanted)) is None:
        raise BadRequest(
            f"“{wanted}”",
            "Postil cannot read this as a date",
            "write it as 2015-01-24, 24 January 2015, January 2015 or 2015",
        )
    return date


def with_field(record: Record, field: str, value: str) -> Record:
    """Return a record in which a field, by its CSL name, is what was typed; "" clears it.

    Of authors what is known stays known; a date that cannot be read clears the field.
    """
    known: Any = value
    if field == "author":
        # What knows the names of many languages is slow to load, and few readers correct one.
        from postil.library.metadata.bylines import parse_names

        known = parse_names(value, record.author)
    elif field == "issued":
        known = parse_date(value) if value else None
    return replace(record, **{attribute(field): known})


def laid_over(document: Metadata, told: Mapping[str, str]) -> Metadata:
    """Return what the document says, with the reader's word in each field where there is one."""
    origins: dict[str, Origin] = dict(document.origins)
    merged = document
    for field, value in told.items():
        if field not in METADATA_FIELDS or (field == "issued" and parse_date(value) is None):
            continue
        known = type_called(value) if field == "type" else value
        if not known:
            continue
        merged = with_field(merged, field, known)
        if field == "issued":
            merged = replace(merged, updated=False)
        origins[attribute(field)] = "reader"
    return replace(merged, origins=tuple(origins.items()))


def as_csl(metadata: Metadata) -> dict[str, object]:
    """Return what is known of an article under the names of CSL-JSON, ready for JSON."""
    # Nearly all that is said of an article is never asked for under these names.
    from postil.cite.export.csl_json import fields as csl_fields

    known = Source(
        type=metadata.type,
        author=metadata.author,
        title=metadata.title,
        container_title=metadata.container_title,
        publisher=metadata.publisher,
        issued=metadata.issued,
        accessed=metadata.accessed,
        url=metadata.url,
    )
    language = {"language": metadata.language} if metadata.language else {}
    return {**csl_fields(known), **language}


def said(told: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, str]:
    """Return the reader's word with some fields changed; an empty value takes it back.

    Raises BadRequest for an unknown field, a date that cannot be read, or an unknown type.
    """
    changed = dict(told)
    for typed, value in fields.items():
        name = field_name(typed, METADATA_FIELDS)
        wanted = clean_line(value)
        if name == "issued" and wanted:
            checked_date(wanted)
        elif name == "type" and wanted:
            wanted = checked_type(wanted)
        if wanted:
            changed[name] = wanted
        else:
            changed.pop(name, None)
    return {field: changed[field] for field in METADATA_FIELDS if field in changed}
