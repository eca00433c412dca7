"""Types that every part of the store shares: a record as JSON has it, and its key."""

from __future__ import annotations

from collections.abc import MutableMapping

Doc = dict[str, object]
"""A record as JSON has it."""
Table = MutableMapping[str, Doc]
"""Records by their keys in a table."""
Tables = dict[str, Table]
"""The records of each table, by their keys there."""
RecordKey = tuple[str, str]
"""Identifies a record in all ledgers: its table, and its document id there in decimal digits."""
