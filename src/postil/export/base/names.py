"""Names and dates in the forms that other programs allow: UUIDs, plain tags, ISO 8601."""

from __future__ import annotations

from uuid import UUID

from postil.model.source import Date
from postil.store.disk.clock import number
from postil.text.lazy_regex import lazily

_NOT_OBSIDIANS = lazily(r"[^\w-]{1,200}")
_NOT_ORGS = lazily(r"[^\w@#%]")


def uuid_of(identity: str) -> str:
    """Return the UUID that the id of a note is another spelling of."""
    return str(UUID(int=number(identity)))


def hyphenated(tag: str) -> str:
    """Return a tag as Obsidian allows it: letters, digits, ``_``, ``-`` and ``/`` alone.

    One of digits alone would be none there; it is led by an underscore.
    """
    kept = "/".join(
        part for raw in tag.split("/") if (part := _NOT_OBSIDIANS.sub("-", raw).strip("-"))
    )
    return f"_{kept}" if kept.replace("/", "").isdigit() else kept


def underscored(tag: str) -> str:
    """Return a tag as Org allows it: letters, digits, ``_``, ``@``, ``#`` and ``%`` alone."""
    return _NOT_ORGS.sub("_", tag)


def dotted(tag: str) -> str:
    """Return a tag as Taguette nests it: by dots."""
    return tag.replace("/", ".")


def iso(date: Date) -> str:
    """Return a date as ISO 8601, as far as it is known; a range with a slash."""
    parts = [f"{date.year:04d}", *(f"{one:02d}" for one in (date.month, date.day) if one)]
    return "-".join(parts) + (f"/{iso(date.until)}" if date.until else "")
