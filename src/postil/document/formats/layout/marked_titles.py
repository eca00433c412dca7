"""Titles that signs mark: a line of signs below, or above too, or signs around the words.

Their levels are told by the order in which the signs are first used, and not here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from postil.document.base.cell_width import cells
from postil.document.formats.layout.line_groups import TITLE_SIGNS
from postil.document.formats.layout.line_layout import indent_of
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_UNDERLINE = lazily(rf"^\s*([{re.escape(''.join(TITLE_SIGNS))}.`:_'])\1+\s*$")
_OVERLINES = "=*#~"
"""Signs that may stand above a title too; both lines may then go on beyond its end."""
_RULES = "=-~"
"""Signs of which a line under a title may be eight longer than it; of others, two."""
_ACROSS = 40
"""Cells of a line across the page, under a title of any length that stands alone with it."""
_NO_TITLE = lazily(r"[$>#|+*]|\w+\$ ")
_LETTER = lazily(r"\w")
_CLOSED = ".,;:"
"""Signs that end no title over a line across the page."""
_LONGEST = 120
"""Code points of an underlined title: 121 are text over a rule."""
_ATX = lazily(r"(#{1,6}) +(?=\S)")
_BETWEEN = lazily(r"(={2,6}) {0,3}(?P<title>[^\s=][^=]{0,100}?) {0,3}\1$")
"""Titles as wikis have them."""


class MarkedTitle(NamedTuple):
    """A title, and how it is marked."""

    title: str
    at: int
    """Its line among those given."""
    signs: str
    """The sign under it, twice if it stands above it too; or the signs before it."""
    level: int
    taken: int = 1
    """Lines that it takes with its signs."""


def sign_led(text: str) -> MarkedTitle | None:
    """Return the title of a line that begins with its signs, None for any other."""
    if text[0] == "#" and (found := _ATX.match(text)):
        title = text[found.end() :].rstrip("#").rstrip() or text
        return MarkedTitle(title, 0, found[1], len(found[1]))
    if text[0] == "=" and (found := _BETWEEN.match(text)):
        level = len(found[1]) - 1
        return MarkedTitle(found["title"], 0, "#" * level, level)
    return None


def underlined(lines: Sequence[str]) -> MarkedTitle | None:
    """Return the title under which a line of signs stands, None if lines begin with none."""
    over = _UNDERLINE.match(lines[0])
    at = 1 if over else 0
    if at + 1 >= len(lines) or not (under := _UNDERLINE.match(lines[at + 1])):
        return None
    line, title, sign = lines[at], lines[at].strip(), under[1]
    if over and over[1] == sign and title[0] == title[-1] == sign and len(title) > 2:
        # It stands in a box of the sign.
        title = title.strip(sign).strip()
        if not title:
            return None
    if title.startswith("* ") and len(lines) == 2 and sign in _RULES:
        # Outlines begin a title with a star, and draw a line below it all the same.
        title = title[2:].lstrip()
    if _UNDERLINE.match(line) or not _LETTER.search(title) or _NO_TITLE.match(title):
        return None
    if len(title) > _LONGEST or sign not in TITLE_SIGNS:
        return None
    longer = len(lines[at + 1]) - cells(line)
    if over and over[1] == sign:
        if longer < -1 or not (sign in _OVERLINES or _is_framed(lines)):
            return None
    elif not (
        abs(longer) <= 2
        or (over and len(lines[0]) == len(lines[at + 1]))
        or (0 <= longer <= 8 and sign in _RULES)
        or (len(lines) == 2 and _is_across(lines[1], title, sign))
    ):
        return None
    return MarkedTitle(title, at, sign * (1 + at), TITLE_SIGNS[sign], at + 2)


def _is_framed(lines: Sequence[str]) -> bool:
    """Tell whether a title stands by itself between two lines of one length, and is no table's."""
    title = lines[1].strip()
    return (
        len(lines) == 3
        and len(lines[0]) == len(lines[2])
        and indent_of(lines[1]) > 0
        and "  " not in title
        and title[-1] not in _CLOSED
    )


def _is_across(rule: str, title: str, sign: str) -> bool:
    """Tell whether a rule across the page stands under a title, and not under a table's heads."""
    return (
        sign in _RULES
        and len(rule) >= _ACROSS
        and "  " not in title
        and title[-1] not in _CLOSED
        and not title[0].islower()
    )
