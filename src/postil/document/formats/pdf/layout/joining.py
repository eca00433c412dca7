"""Lines joined to running text: blanks between them, and hyphens at their ends undone."""

from __future__ import annotations

from collections.abc import Container

from postil.text.lazy_regex import lazily

_WIDE = (
    "[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff…—―“”]"
)
_ENDS_WIDE = lazily(rf"{_WIDE}$")
_BEGINS_WIDE = lazily(rf"^{_WIDE}")
_HYPHENED = lazily(r"([^\W\d_][\w'’]{0,60})[-\u00ad\u2010]$")
_WORD = lazily(r"^[^\W\d_]+")
_HANGUL = lazily("[\uac00-\ud7a3]")
_HYPHENS = "-\u2010\u00ad"
_PREFIXES = frozenset(("self", "well", "non", "half", "quasi"))
"""What hyphens are kept behind at the end of a line."""


def joint(
    before: str, after: str, known: Container[str] = (), *, parted: bool = True
) -> tuple[int, str]:
    """Return how many letters to take off the end of a line, and what comes before the next.

    ``known`` are words that stand whole elsewhere in the document, in small letters. A line that
    is not ``parted`` from the next lacks the blank that the document draws behind others; Korean
    breaks words where it likes.
    """
    if not before or not after:
        return 0, ""
    if before[-1] in _HYPHENS and (found := _HYPHENED.search(before)):
        word = _WORD.match(after)
        if word is None:
            return 0, ""
        return (1, "") if _is_soft(found[1], word[0], before[-1], known) else (0, "")
    if before[-1] in "-–" and before[-2:-1].isdigit() and after[0].isdigit():
        return 0, ""
    if before[-1] in "—–/" and not before.endswith((" —", " –")):
        return 0, ""
    if _ENDS_WIDE.search(before) and _BEGINS_WIDE.match(after):
        return 0, ""
    if not parted and _HANGUL.match(before[-1]) and _HANGUL.match(after):
        return 0, ""
    return 0, " "


def _is_soft(first: str, second: str, hyphen: str, known: Container[str]) -> bool:
    """Tell whether a word was parted only for the end of its line."""
    if hyphen == "\u00ad":
        return True
    whole, parted = (first + second).lower(), f"{first}-{second}".lower()
    if whole in known:
        return True
    if parted in known:
        return False
    # A name or a number behind the hyphen, as in "mid-Atlantic".
    if second[0].isupper() and not (first + second).isupper():
        return False
    return first.lower() not in _PREFIXES
