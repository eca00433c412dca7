"""Types that every part of the store shares, and values of a record that anybody may have written.

What is of a wrong type is not there.
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence

from postil.text.clean import clean, clean_line

Doc = dict[str, object]
"""A record as JSON has it."""
Table = MutableMapping[str, Doc]
"""Records by their keys in a table."""
Tables = dict[str, Table]
"""The records of each table, by their keys there."""
RecordKey = tuple[str, str]
"""Identifies a record in all ledgers: its table, and its document id there in decimal digits."""


def safe(text: str) -> str:
    """Make the words of a file that anybody may have written safe for a terminal."""
    return text if text.isprintable() else clean(text)


def one_line(text: str) -> str:
    """Return the words of a file on one line, safe for a terminal."""
    return text if text.isprintable() and text == text.strip() else clean_line(text)


def line_of(doc: Doc, name: str) -> str:
    """Return the words under a name on one line; empty where there are none."""
    text = text_of(doc, name)
    return one_line(text)


def text_of(doc: Doc, name: str) -> str:
    """Return the words under a name as they are; empty where there are none."""
    found = doc.get(name)
    return found if isinstance(found, str) else ""


def texts_of(doc: Doc, name: str) -> Sequence[str]:
    """Return the words in the list under a name; what is no word is left out."""
    found = doc.get(name)
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else ()


def words_of(doc: Doc, name: str) -> dict[str, str]:
    """Return the words in the mapping under a name; what is no word is left out."""
    found = doc.get(name)
    if not isinstance(found, dict):
        return {}
    return {key: item for key, item in found.items() if isinstance(item, str)}


def share_of(found: object) -> float | None:
    """Return a share as a number from 0 to 1; None for what is none."""
    if not isinstance(found, (int, float)) or found != found:
        return None
    return float(min(max(found, 0), 1))


def count_of(doc: Doc, name: str) -> int:
    """Return the number under a name, 0 at the least."""
    found = doc.get(name)
    return max(0, found) if isinstance(found, int) else 0
