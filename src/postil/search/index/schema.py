"""The schema of the index: of an article its number and its words."""

from __future__ import annotations

from tantivy import Schema, SchemaBuilder

NUMBER = "number"
TEXT = "text"


def schema() -> Schema:
    """Return the schema; words are put into a row by :mod:`postil.search.index.entries`."""
    builder = SchemaBuilder()
    builder.add_unsigned_field(NUMBER, indexed=True, fast=True)
    builder.add_text_field(TEXT, tokenizer_name="whitespace", index_option="position")
    return builder.build()
