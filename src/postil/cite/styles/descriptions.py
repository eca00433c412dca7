"""Descriptions of works: what a style prints in brackets beside a title, or in place of one.

Publication Manual of the American Psychological Association, 7th edition, 9.21 and 9.22; an
interview without a title is called one in every style (MLA Handbook, 9th edition, 5.29; The
Chicago Manual of Style, 18th edition, 14.108).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from postil.cite.export.csl_json import Json
from postil.cite.styles.csl_data import lowers
from postil.csl import Style

_BESIDE_A_TITLE: Mapping[str, str] = MappingProxyType({"motion_picture": "Film"})
"""Kinds of works that bear a description beside their title, by their types in CSL."""

_POSTS: Mapping[str, str] = MappingProxyType(
    {"facebook": "Status update", "twitter": "Tweet", "x": "Post"}
)
"""What a post is called, by the site on which it stands."""

_FOR_A_TITLE: Mapping[str, str] = MappingProxyType(
    {
        "article-journal": "Journal article",
        "article-magazine": "Magazine article",
        "article-newspaper": "Newspaper article",
        "broadcast": "Broadcast",
        "manuscript": "Manuscript",
        "paper-conference": "Conference paper",
        "report": "Report",
        "review": "Review",
        "review-book": "Book review",
        "speech": "Speech",
        "thesis": "Thesis",
    }
)
"""What stands for the title of a work that has none, by its type in CSL."""


def described(data: dict[str, Json], style: Style) -> dict[str, Json]:
    """Return a record with the description that the style asks for, in its variable ``genre``."""
    titled = bool(data.get("title"))
    words = _of_apa(data, titled=titled) if style.belongs_to("apa") else ""
    if data["type"] == "interview" and not titled:
        # English styles give it a large letter where they want one; German nouns have it.
        words = "interview" if lowers(style) else "Interview"
    return {**data, "genre": words} if words and "genre" not in data else data


def _of_apa(data: Mapping[str, Json], *, titled: bool) -> str:
    kind = str(data["type"])
    site = str(data.get("container-title", "")).casefold().removesuffix(".com")
    if kind == "post" and site in _POSTS:
        return _POSTS[site]
    if kind == "article-newspaper" and not (titled or site):
        # The words of an agency are in many papers, or in none.
        return "News article"
    return _BESIDE_A_TITLE.get(kind, "") or ("" if titled else _FOR_A_TITLE.get(kind, ""))
