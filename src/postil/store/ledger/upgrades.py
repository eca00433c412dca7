"""The steps that make a record of an older schema one of the present: pure, each for one record."""

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
    """Let a deleted record say when it was deleted, and what its deleter had seen: schema 2."""
    stamp = doc.get("modified")
    if doc.get("deleted") is not True or "gone" in doc:
        return doc
    if not isinstance(stamp, str) or not STAMP_FORM.fullmatch(stamp):
        return doc
    # Whole records won by their stamps: a deletion held against all that was before it.
    return {**doc, "gone": [[stamp, {"": stamp}]]}


STEPS: tuple[Callable[[Doc], Doc], ...] = (_when_it_went,)
"""Each makes a record of one schema a record of the next; the first is for schema 1."""
