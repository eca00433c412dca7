"""What the notes browser says of what it lists, and where there is nothing to list."""

from __future__ import annotations

from postil.library.browsing.orders import Arrangement, Order
from postil.text.clean import clean_line
from postil.text.quotes import in_marks

ORDERS = {
    Order.PLACE: "by place",
    Order.DATE: "newest first",
    Order.TAG: "by tag",
    Order.SOURCE: "by source",
    Order.ARTICLE: "by article",
}

LOOKING = "Looking at the notes …"

NONE_HERE = (
    "There are no notes in this article yet.\n\n"
    "v    chooses words on the page\n"
    "1-5  mark them, t tags them, a writes a note on them\n\n"
    "{scope} lists the notes of all articles."
)

NONE_AT_ALL = (
    "There are no notes yet.\n\n"
    "In an article v chooses words; 1-5 mark them, t tags them,\n"
    "and a writes a note on them. All notes are found here."
)


def title(article: str | None) -> str:
    """Return what is listed: the notes of an article, by its title, or of all."""
    if article is None:
        return "Notes of the library"
    return f"Notes of {in_marks(clean_line(article))}"


def counted(notes: int, order: Arrangement, ticked: int) -> str:
    """Return how many notes are listed, in which order, and how many are ticked."""
    listed = "1 note" if notes == 1 else f"{notes:,} notes"
    said = f"{listed}, {ORDERS[order.by]}{', reversed' if order.turned else ''}" if notes else ""
    return f"{ticked:,} ticked of {said}" if ticked else said


def nothing(typed: str, *, in_article: bool, scope_key: str) -> str:
    """Return what is said where no note is found."""
    if not typed.strip():
        return NONE_HERE.format(scope=scope_key) if in_article else NONE_AT_ALL
    said = f"No note here has {in_marks(clean_line(typed, 60))}."
    ways = []
    if in_article:
        ways.append(f"{scope_key} looks in the notes of all articles.")
    if ":" not in typed:
        ways.append("Words are looked for in passages and notes; tag: finds tags, title: articles.")
    return "\n".join([said, *ways])
