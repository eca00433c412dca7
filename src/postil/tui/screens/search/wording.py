"""What the search screen says where there is nothing to list, and of what it has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from postil.text.clean import clean_line
from postil.text.quotes import in_marks

if TYPE_CHECKING:
    from postil.library.catalogue.live_search import Found

ASK = (
    ("harbour ice", "both words, in one article or one note"),
    ('"the harbour froze"', "these words in a row"),
    ("ferry OR boat  -winter", "either word, but not the third"),
    ("harb*  harbuor~  /18[0-9]+/", "beginnings, near misses, patterns"),
    ("tag:weather  has:note", "by what you have noted"),
    ("author:hart  date:2009..2015", "by what is known of the article"),
    ("in:notes  in:text", "only notes, or only articles"),
)
"""How to ask, in a few lines."""


def how_to_ask(help_key: str) -> str:
    """Return a few lines of the query language."""
    width = max(cell_len(asked) for asked, _ in ASK)
    lines = [f"{asked.ljust(width)}   {finds}" for asked, finds in ASK]
    more = f"{help_key} lists every key and every field." if help_key else ""
    return "\n".join(
        ["Search everything that you have read, and your notes:", "", *lines, "", more]
    )


LOOKING = "Looking for what is new or changed …"
"""What is said before all that is known was looked through."""

NOTHING_KNOWN = (
    "Nothing is known yet. What you open becomes known; folders do by:\n\n"
    "postil add PATH…            once\n"
    "postil add --watch FOLDER   also what comes there later\n\n"
    "postil guide                opens the guide to Postil"
)


def nothing_found(typed: str) -> str:
    """Return what is said where nothing has what was asked for."""
    said = f"Nothing that is known has {in_marks(clean_line(typed, 60))}."
    ways = []
    words = [one for one in typed.split() if ":" not in one and not one.startswith("-")]
    if len(words) > 1 and "OR" not in words:
        ways.append("All words must stand in one article, or in one note: OR asks for either.")
    if ":" in typed:
        ways.append("A field narrows the search: leave it out to look everywhere.")
    if "~" not in typed and '"' not in typed:
        ways.append("word~ also finds words that are spelled a little differently.")
    return "\n".join([said, *ways])


def nothing(found: Found | None, typed: str, known: int | None, fresh: bool, help_key: str) -> str:
    """Return what is said where nothing is listed, with so many ``known`` articles.

    ``fresh`` tells whether what is new or changed has been read.
    """
    if known == 0:
        return NOTHING_KNOWN
    if found is None:
        return how_to_ask(help_key)
    return nothing_found(typed) if fresh else LOOKING


def counted_of(found: Found | None) -> str:
    """Return how much was found; "" for nothing."""
    if found is None or not found.articles:
        return ""
    hits = sum(max(1, len(one.passages)) for one in found.articles)
    return counted(len(found.articles), hits, more=found.of > len(found.articles))


def rereading(done: int, of: int) -> str:
    """Return how much is read again that another version of Postil has read."""
    return f"reading again: {done:,} of {of:,}"


def counted(articles: int, hits: int, more: bool) -> str:
    """Return how much was found; ``more`` where that is not all."""
    some = "+" if more else ""
    found = "1 article" if articles == 1 and not more else f"{articles:,}{some} articles"
    passages = "1 hit" if hits == 1 and not more else f"{hits:,}{some} hits"
    return f"{passages} in {found}"
