"""Names of encodings: what people call them, what Python does, and those that are nearly meant."""

from __future__ import annotations

import codecs
from functools import cache

from postil.errors import BadRequest

AUTO = "auto"
"""Said in the place of a name: the encoding is to be told by the bytes again."""

_NAMES = {
    "cp874": "Windows-874",
    "cp949": "EUC-KR",
    "cp932": "Shift JIS",
    "big5hkscs": "Big5",
    "hz": "HZ",
    "iso2022_jp": "ISO-2022-JP",
    "iso2022_kr": "ISO-2022-KR",
    "utf_7": "UTF-7",
}
_LONGEST = 40
"""Code points of what may be a name."""


def canonical(name: str) -> str:
    """Return Python's name of an encoding; whatever its case, with hyphens or without.

    Raises BadRequest for one that is not known, or is none of text; it names those that are near.
    """
    found = _canonical(name.strip())
    if not found:
        from difflib import get_close_matches

        typed = name.strip().lower().replace("_", "-")[:_LONGEST]
        near = get_close_matches(typed, known(), 3, 0.5)
        why = "no encoding of text has this name"
        how = f"did you mean {' or '.join(near)}?" if near else "give a name such as utf-8 or gbk"
        raise BadRequest(f"--encoding {typed}", why, how)
    return found


def _canonical(name: str) -> str:
    """Return Python's name, "" for what is no encoding of text."""
    for tried in (name, name.replace("windows", "cp").replace("Windows", "cp").replace(" ", "")):
        try:
            codecs.lookup(tried)
            "".encode(tried)
            return _module(tried)
        except (LookupError, ValueError, TypeError, AttributeError):
            continue
    return ""


def _module(name: str) -> str:
    """Return the name by which all that Python knows is named alike."""
    from encodings import normalize_encoding
    from encodings.aliases import aliases

    plain = normalize_encoding(name).lower()
    return aliases.get(plain, aliases.get(plain.replace("_", ""), plain))


@cache
def known() -> tuple[str, ...]:
    """Return the names of all encodings of text, as they are usually written."""
    from encodings.aliases import aliases

    found = {one for one in {*aliases.values(), *aliases} if _canonical(one)}
    return (AUTO, *sorted(one.replace("_", "-") for one in found))


@cache
def candidates() -> tuple[str, ...]:
    """Return Python's names of all encodings of text, one for each."""
    from encodings.aliases import aliases

    return tuple(sorted({_canonical(one) for one in aliases.values()} - {""}))


def spoken(encoding: str) -> str:
    """Return an encoding by the name that people know it by."""
    if known_as := _NAMES.get(encoding):
        return known_as
    if encoding.startswith("cp125"):
        return f"Windows-{encoding.removeprefix('cp')}"
    if encoding.startswith("cp"):
        return f"DOS code page {encoding.removeprefix('cp')}"
    if encoding.startswith("mac_"):
        return f"Mac {encoding.removeprefix('mac_').capitalize()}"
    return encoding.upper().replace("ISO8859", "ISO-8859").replace("_", "-")
