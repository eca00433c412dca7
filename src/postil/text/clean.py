"""Makes any text safe to show in a terminal and fit to be a canonical text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from itertools import chain

from postil.text.lazy_regex import lazily

_PIECE = 1 << 18
"""Code points cleaned in one go, so that no single call holds up a screen."""

_MARKS = 8
"""Combining marks that may follow one another; more climb over the lines above."""

_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"

_STRING = r"[^\x00-\x1f\x7f-\x9f]{0,4096}(?:\x07|\x1b\\|\x9c)"
_SEQUENCE = lazily(
    rf"(?:\x1b[PX^_\]]|[\x90\x98\x9d-\x9f]){_STRING}"
    r"|(?:\x1b\[|\x9b)[0-?]{0,256}[ -/]{0,16}[@-~]"
    r"|\x1b[ -/]{0,16}[0-OQ-WYZ\\`-~]"
)
"""Terminal commands with their arguments; of what is left unfinished only the introducer goes."""

_SUSPECT = lazily(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u061c\u180e\u2007\u200b-\u200f\u2028-\u202f\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_TAGGED = "\U000e0000"
"""Up to here nothing is suspect that can be seen."""
_PAGE_BREAK = lazily(r"(?m)^\x0c+|\x0c+$")
_EMOJI = "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_VIRAMA = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca"
_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06fa-\u06ff\u0750-\u077f\u0904-\u0939"
    "\u0958-\u0961\u0972-\u0980\u0985-\u09b9\u0a05-\u0a39\u0a85-\u0ab9\u0b05-\u0b39\u0b83-\u0bb9"
    "\u0c05-\u0c39\u0c85-\u0cb9\u0d05-\u0d3a\u0d85-\u0dc6"
)
"""Of Arabic and Indic scripts, in whose words signs of no width tell how letters are joined."""
_LOOSE_JOINER = lazily(
    f"(?<![{_LETTERS}{_VIRAMA}])\u200c|\u200c(?![{_LETTERS}])"
    f"|(?<![{_EMOJI}\ufe0f{_LETTERS}{_VIRAMA}])\u200d"
    f"|(?<![{_LETTERS}])\u200d(?=[{_VIRAMA}])|\u200d(?![{_EMOJI}{_LETTERS}{_VIRAMA}])"
)
_TAGS = lazily(
    "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f)"
    "|[\U000e0000-\U000e0fff]"
)
"""Tag characters carry hidden words, except in the flags of regions."""
_MARK_RUN = lazily(rf"[^\w\s!-~]{{{_MARKS + 1},}}")

_DROPPED = (
    *(range(9), range(0x0E, 0x20), range(0x7F, 0x85), range(0x86, 0xA0), range(0xAD, 0xAE)),
    *(range(0x61C, 0x61D), range(0x180E, 0x180F), range(0x200B, 0x200C), range(0x200E, 0x2010)),
    *(range(0x202A, 0x202F), range(0x2060, 0x2070), range(0xFEFF, 0xFF00), range(0xFFF9, 0xFFFC)),
)
_BROKEN = (range(0xD800, 0xE000), range(0xFDD0, 0xFDF0), range(0xFFFE, 0x10000))

_REPLACED: dict[int, str | None] = dict.fromkeys(chain.from_iterable(_DROPPED))
_REPLACED |= dict.fromkeys(chain.from_iterable(_BROKEN), "\ufffd")
_REPLACED |= dict.fromkeys([0x0B, 0x0C, 0x0D, 0x85, 0x2028], "\n")
_REPLACED |= dict.fromkeys([0xA0, 0x2007, 0x202F], " ")
_REPLACED[0x2029] = "\n\n"


def clean(text: str) -> str:
    """Return the text in NFC with LF line ends and without anything a terminal obeys or hides.

    Escape sequences, control characters, bidirectional controls and zero-width characters go, but
    for those within words of scripts that want them;
    lone surrogates become U+FFFD; tabs become spaces; runs of combining marks are cut short.
    Cleaning what is clean changes nothing.
    """
    if len(text) <= _PIECE:
        return _clean_piece(text)
    return "".join(_clean_piece(piece) for piece in _pieces(text))


def is_clean(coded: bytes) -> bool:
    """Tell whether a text is clean as it is, by its bytes in UTF-8; most texts are.

    It takes a fifth of the time that cleaning does, which must have the text in pieces.
    """
    pieces = (coded[at : at + _PIECE] for at in range(0, len(coded), _PIECE))
    odd = b"".join([piece.translate(None, _PLAIN) for piece in pieces])
    strange = odd.decode("utf-8", "surrogatepass")
    letters = set(strange)
    return not _is_suspect(letters) and all(map(_settled, letters))


def clean_line(text: str, limit: int = 0) -> str:
    """Return the text made safe on one line, blanks run together; ``limit`` is in code points."""
    line = " ".join(clean(text).split())
    if limit and len(line) > limit:
        return line[: limit - 1].rstrip() + "…"
    return line


def _pieces(text: str) -> Iterator[str]:
    """Cut behind line ends: nothing that is cleaned reaches across one."""
    start, size = 0, len(text)
    while start < size:
        end = text.find("\n", start + _PIECE) + 1 or size
        yield text[start:end]
        start = end


def _clean_piece(text: str) -> str:
    # Only what is not plain ASCII needs a look, and it is mostly little.
    odd = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    if not odd:
        return text
    letters = set(odd.decode("utf-8", "surrogatepass"))
    if not _is_suspect(letters):
        return text if all(map(_settled, letters)) else _composed(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _SEQUENCE.sub("", text)
    text = _PAGE_BREAK.sub("", text)
    text = text.translate(_REPLACED)
    if not text.isascii():
        text = _TAGS.sub(r"\1", text)
        text = _LOOSE_JOINER.sub("", text)
        text = _composed(text)
    return text.expandtabs(4) if "\t" in text else text


def _is_suspect(letters: Set[str]) -> bool:
    """Tell whether any of the letters of a text is none, or one that may have to go."""
    together = "".join(letters)
    # Nearly all texts are told by Python's own table; tags and selectors have a place in it.
    if together.isprintable() and max(together, default="") < _TAGGED:
        return False
    return bool(_SUSPECT.search(together))


def _settled(character: str) -> bool:
    """Tell whether the character is in NFC whatever stands beside it."""
    if "\u1160" <= character <= "\u11ff" or unicodedata.category(character)[0] == "M":
        return False
    return unicodedata.is_normalized("NFC", character)


def _composed(text: str) -> str:
    return _MARK_RUN.sub(_cut_marks, unicodedata.normalize("NFC", text))


def _cut_marks(found: re.Match[str]) -> str:
    kept = []
    run = 0
    for character in found[0]:
        run = run + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if run <= _MARKS:
            kept.append(character)
    return "".join(kept)
