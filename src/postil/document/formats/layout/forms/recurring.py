"""A glance at lines that may begin with a name: whether anybody speaks twice, as in all speech."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from postil.lexicon.name_list import NameList
from postil.text.lazy_regex import lazily

FIELDS = NameList("words/field_labels")
"""What stands before a colon and names nobody who speaks, such as "Note" and "Subject"."""
ROLES = NameList("words/speaking_roles")
"""Who asks and answers wherever that is written down, such as "Interviewer"."""

_FIRST = lazily(r"[^\s:\uff1a\u300c\u300e.,(\[]+")
_BY_SIGN = "[(<"
"""Signs with which turns begin whose names need not recur."""
_FIGURES = "0123456789 .*_"
"""What is none of a name where it stands around one."""


def may_recur(lines: Sequence[str]) -> bool:
    """Tell whether the lines may be turns: by a sign or an hour, by a role, or a name that recurs.

    Names of fields before a colon, such as "Note", are nobody's; of roles it takes the first word.
    """
    seen: set[str] = set()
    for line in lines:
        text = line.lstrip()
        if not text or text[0] in _BY_SIGN or text[0].isdigit():
            return True
        found = _FIRST.match(text)
        word = found[0].casefold() if found else ""
        name = word.strip(_FIGURES)
        if name in _role_words():
            return True
        if found and word in FIELDS and text[found.end() : found.end() + 1] == ":":
            continue
        if name in seen:
            return True
        seen.add(name)
    return False


@cache
def _role_words() -> frozenset[str]:
    return frozenset(role.split(None, 1)[0].strip(_FIGURES) for role in ROLES)
