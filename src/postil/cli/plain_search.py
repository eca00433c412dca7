"""A plain search: the command line as it is mostly typed, read without argparse.

To load that, and the grammar of all verbs, takes a twentieth of the whole search.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from argparse import Namespace

LIMIT = 50
"""Rows that are printed at most where no number is given, as the grammar has it."""

_DIGITS = 9
"""Figures of a number that is taken here."""


def plain_search(arguments: Sequence[str]) -> Namespace | None:
    """Return what the grammar reads in the arguments of ``search``; None for what is not plain.

    Words stand together, before or behind ``--json`` and ``--limit N``.
    """
    words: list[str] = []
    limit, as_json, ended = LIMIT, False, False
    rest = iter(arguments)
    for one in rest:
        if not one.startswith("-"):
            if ended:
                return None
            words.append(one)
            continue
        ended = bool(words)
        if one == "--json":
            as_json = True
        elif one == "--limit":
            number = next(rest, "")
            if not (number.isascii() and number.isdigit() and len(number) <= _DIGITS):
                return None
            limit = int(number)
        else:
            return None
    if not words:
        return None
    return cast("Namespace", SimpleNamespace(query=words, limit=limit, json=as_json))
