"""The types that every part of the store speaks of: a record as JSON has it, and where it lies."""

from __future__ import annotations

Doc = dict[str, object]
"""A record as JSON has it."""
Tables = dict[str, dict[str, Doc]]
"""The records of each table, by their keys there."""
RecordKey = tuple[str, str]
"""What one record is told from all others by: its table, and its key there."""
