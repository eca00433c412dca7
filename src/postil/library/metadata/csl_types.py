"""The types of CSL 1.0.2, and the everyday words by which readers call them."""

from __future__ import annotations

from postil.errors import BadRequest
from postil.text.clean import clean_line

_TYPES = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic
collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
paper-conference patent performance periodical personal_communication post post-weblog
regulation report review review-book software song speech standard thesis treaty webpage
"""
TYPES = tuple(_TYPES.split())
"""What a record can be, by the names of CSL 1.0.2."""

_CALLED = {
    "article-journal": "journal article",
    "article-magazine": "magazine article",
    "article-newspaper": "newspaper article",
    "entry-dictionary": "dictionary entry",
    "entry-encyclopedia": "encyclopedia entry",
    "motion_picture": "film",
    "paper-conference": "conference paper",
    "personal_communication": "personal communication",
    "post-weblog": "blog post",
    "review-book": "book review",
    "webpage": "web page",
}
"""Types of CSL that are not called by their own names."""

_COMMON = "newspaper article, journal article, book, report or web page"


_FIRST_LIST = """
article-newspaper article-magazine article-journal book chapter report webpage post post-weblog
interview personal_communication broadcast motion_picture graphic speech thesis paper-conference
entry-encyclopedia legal_case legislation dataset
"""
_FIRST = tuple(_FIRST_LIST.split())
"""What readers quote most, in the order in which it is offered."""


def offered_types() -> tuple[str, ...]:
    """Return all types in the order in which they are offered: the common ones, then by name."""
    return (*_FIRST, *sorted(set(TYPES) - set(_FIRST), key=type_label))


def type_label(csl_type: str) -> str:
    """Return a type of CSL as readers call it: ``newspaper article``; "" for ""."""
    return _CALLED.get(csl_type, csl_type.replace("-", " ").replace("_", " "))


def type_called(words: str) -> str:
    """Return the type of CSL with this name or that readers call so; "" where there is none."""
    return _names().get(_plain(words), "")


def checked_type(typed: str) -> str:
    """Return the type of CSL that was typed; BadRequest names those with names like it."""
    wanted = clean_line(typed)
    if csl_type := type_called(wanted):
        return csl_type
    # Loaded for a mistake alone.
    from difflib import get_close_matches

    names = _names()
    near = get_close_matches(_plain(wanted), names, 3)
    guesses = list(dict.fromkeys(type_label(names[name]) for name in near))
    remedy = f"did you mean {' or '.join(guesses)}?" if guesses else f"use one such as {_COMMON}"
    raise BadRequest(f"“{clean_line(typed, 40)}”", "there is no such type", remedy)


def _names() -> dict[str, str]:
    """Return the type of each name and each everyday word."""
    own = {_plain(csl_type): csl_type for csl_type in TYPES}
    return own | {_plain(type_label(csl_type)): csl_type for csl_type in TYPES}


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").replace("_", " ").split())
