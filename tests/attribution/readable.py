"""Shows the signs that stand in an attribution for what has been taken out of it."""

from __future__ import annotations

from typing import Any

from postil.attribution.parsing.extraction import BOOK, DATE, GONE, TITLE, Extraction
from postil.model.source import Date, Name, Source

SIGNS = {"T": TITLE, "B": BOOK, "D": DATE, "-": GONE}


def readable(rest: str) -> str:
    """Return the rest of an attribution with letters for its signs, its blanks as they matter."""
    for letter, sign in SIGNS.items():
        rest = rest.replace(sign, letter)
    return " ".join(rest.split()).replace(" ,", ",")


def extraction(rest: str, title: str = "", url: str = "") -> Extraction:
    """Return an extraction whose rest is written with T, B and D for its signs."""
    signs = [SIGNS.get(word, word) for word in rest.split(" ")]
    return Extraction(" ".join(signs), title=title, url=url)


def source_of(record: dict[str, Any]) -> Source:
    """Return the source that a CSL-JSON record holds, with what the tables compare."""
    people = tuple(
        Name(one.get("family", ""), one.get("given", ""), one.get("literal", ""))
        for one in record.get("author", ())
    )
    date = record.get("issued", {}).get("date-parts", [[]])[0]
    return Source(
        author=people,
        title=record.get("title", ""),
        container_title=record.get("container-title", ""),
        publisher=record.get("publisher", ""),
        issued=Date(*date) if date else None,
        page=record.get("page", ""),
        url=record.get("URL", ""),
    )
