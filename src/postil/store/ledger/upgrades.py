"""Schema upgrades: pure steps, each from a record of one schema to one of the next."""

from __future__ import annotations

from collections.abc import Callable

from postil.store.disk.clock import STAMP_FORM
from postil.store.ledger.ledger_format import SCHEMA
from postil.store.types import Doc

FIRST = 1
"""The oldest schema there is; what has no number counts as of it."""


def upgraded(doc: Doc, schema: int) -> Doc:
    """Return a record of a schema as one of the present; the same one where nothing differs."""
    for step in STEPS[max(schema, FIRST) - FIRST :]:
        doc = step(doc)
    return doc


def upgrade(docs: dict[str, Doc], schema: int) -> dict[str, Doc]:
    """Return the records of a table, each upgraded; the table itself if it is of the present."""
    if schema >= SCHEMA:
        return docs
    return {key: upgraded(doc, schema) for key, doc in docs.items()}


def _when_it_went(doc: Doc) -> Doc:
    """Give a tombstone the stamp of its deletion and its deleter's version vector: schema 2."""
    stamp = doc.get("modified")
    if doc.get("deleted") is not True or "gone" in doc:
        return doc
    if not isinstance(stamp, str) or not STAMP_FORM.fullmatch(stamp):
        return doc
    # Whole records won by their stamps: a deletion held against all that was before it.
    return {**doc, "gone": [[stamp, {"": stamp}]]}


STEPS: tuple[Callable[[Doc], Doc], ...] = (_when_it_went,)
"""In order; the first is for records of schema 1."""
