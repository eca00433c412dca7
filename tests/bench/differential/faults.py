"""Names the fault of the other side that a difference shows; README.md says why each is one.

A rule takes both texts to what they have in common but for the fault: a difference that more than
one fault makes is known when all the rules together make the texts equal.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from typing import NamedTuple

Texts = tuple[str, str]


class Fault(NamedTuple):
    """A fault of the other side."""

    name: str
    mended: Callable[[str, str], Texts]
    """Takes their text and ours to texts that no longer show it."""


def _both(pattern: str, by: str) -> Callable[[str, str], Texts]:
    """Return a rule that changes both texts alike."""
    found = re.compile(pattern)
    return lambda theirs, ours: (found.sub(by, theirs), found.sub(by, ours))


def _theirs(pattern: str, by: str) -> Callable[[str, str], Texts]:
    """Return a rule that changes their text alone."""
    found = re.compile(pattern)
    return lambda theirs, ours: (found.sub(by, theirs), ours)


def _failed(theirs: str, ours: str) -> Texts:
    """Take what we give for what they would have given."""
    return (ours, ours) if theirs.startswith("ERROR") else (theirs, ours)


def _brackets(theirs: str, ours: str) -> Texts:
    """Make a bracket that closes another kind than was opened close its own."""
    if _closes(theirs) or not _closes(ours):
        return theirs, ours
    return theirs.replace("[", "(").replace("]", ")"), ours.replace("[", "(").replace("]", ")")


def _closes(text: str) -> bool:
    open_: list[str] = []
    for sign in text:
        if sign in "([":
            open_.append(sign)
        elif sign in ")]" and (not open_ or open_.pop() + sign not in ("()", "[]")):
            return False
    return not open_


def _last_stop(theirs: str, ours: str) -> Texts:
    return (f"{theirs}.", ours) if ours == f"{theirs}." else (theirs, ours)


def _order(theirs: str, ours: str) -> Texts:
    """Take cites as a set."""
    cites = [sorted(re.split("[;,] | ; ", text.strip("()[]. "))) for text in (theirs, ours)]
    return (ours, ours) if cites[0] == cites[1] else (theirs, ours)


FAULTS = (
    Fault("a text that the other side fails on", _failed),
    Fault("the blank behind a stop that gave way", _theirs(
        r"(?<=[^\W\d_])\.(?=[^\W_])|(?<=[\u2019\u201d])\.(?=[^\W_])", ". ")),
    Fault("a bracket closed by another kind", _brackets),
    Fault("no stop behind an entry whose first part is a block", _last_stop),
    Fault("a semicolon and a stop turned round", _theirs(r"\.;", ";")),
    Fault("a stop that stands twice", _theirs(r"\.\.", ".")),
    Fault("a question mark before a stop, now and then", _both(r"(?<=[?!])\.", "")),
    Fault("small words before hyphens", _both(r"\b[Ii]n-Shore\b", "In-Shore")),
    Fault("the day of access in an open date", _theirs(
        r"(?<=\u2013)\s?[\[(]?(?:[^\W\d_]+:? ){0,3}(\d{4})[\])]?", r"\1")),
    Fault("the blank in a date of days in two months", _both(
        r"(\u2013May|\u20136)\.? ?(?=Ma[iy]|6)", r"\1 ")),
    Fault("a name that stands twice", _theirs(r"((?:F\. )?A(?:bara|BARA)(?: F\.)?)\1", r"\1")),
    Fault("a letter behind the year of a cite that no other looks like", _theirs(
        r"(?<=\d{4})[a-z](?=[,.)]|$)", "")),
    Fault("a block and what follows in one line", _both(r"\s+", "")),
    Fault("a label whose variable is empty", _theirs(
        r" ?\b(?:p|[Nn]o)\.? ?(?=[.,)]|\d|$)", "")),
    Fault("a label whose variable is empty", _both(r"[ ,.:]*(?:\bp\.?)?[ ,.]*$", "")),
    Fault("a mark that opens nothing", _theirs(r"(?<=;):|(?<=,),", "")),
    Fault("full stops that the style takes away", _both(r"(?<=[a-z])\.(?=[a-z])|\.$", "")),
    Fault("cites without a name joined to the one before", _both(r" ?[;,] ", "; ")),
    Fault("a comma behind quotation marks", _both(
        r",([\u2019\u201d])|([\u2019\u201d]),", ",\u201d")),
    Fault("marks of a title turned over", _both(
        r"[\u2018\u2019\u201c\u201d]|\u00ab\s?|\s?\u00bb", "'")),
    Fault("what a style says twice stands once", _both(r"(?<= )(\S+) \1\b", r"\1")),
    Fault("cites without a name all together", _order),
)  # fmt: skip
_AT_ONCE = 3
"""Faults that are looked for in one text."""


def known(theirs: str, ours: str) -> str:
    """Return the faults that explain a difference whole, the fewest; "" where none do."""
    for count in range(1, _AT_ONCE + 1):
        for faults in combinations(FAULTS, count):
            texts = (theirs, ours)
            for fault in faults:
                texts = fault.mended(*texts)
            if texts[0] == texts[1]:
                return " and ".join(fault.name for fault in faults)
    return ""
