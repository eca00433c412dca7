"""Stray bytes in a text of two-byte characters: left out so that the ones behind them stay whole.

A byte too many makes a decoder take the second half of a character for the first half of the next
one, and so on to the next sign of ASCII. Where bytes decode to nothing, each way to go on is tried
on what follows, and the one that reads best is taken.
"""

from __future__ import annotations

from contextlib import suppress

from postil.document.bytes.guess.models import Model

_AHEAD = 48
"""Bytes behind a stray one on which a way to go on is tried."""
MOST = 1000
"""Stray bytes that are looked at one by one at most."""
_LOST, _RARE = -30.0, -14.0
_MARK = "\ufffd"


def decoded(data: bytes, encoding: str, model: Model, most: int = MOST) -> str:
    """Return the text, with one U+FFFD for each stray byte; so many are looked at."""
    parts: list[str] = []
    at = 0
    for _ in range(most):
        try:
            parts.append(data[at:].decode(encoding))
        except UnicodeDecodeError as error:
            stray = at + error.start
            parts.append(data[at:stray].decode(encoding))
            kept, at = _go_on(data, stray, encoding, model)
            parts.append(kept)
        else:
            return "".join(parts)
    return "".join([*parts, data[at:].decode(encoding, "replace")])


def _go_on(data: bytes, stray: int, encoding: str, model: Model) -> tuple[str, int]:
    """Return what stands for the stray byte, and where to go on."""
    ways = [(_MARK, stray + 1), (_MARK, stray + 2)]
    # The stray byte may stand within a character, whose halves belong together.
    halves = data[stray : stray + 1] + data[stray + 2 : stray + 3]
    with suppress(UnicodeDecodeError):
        ways.insert(0, (halves.decode(encoding) + _MARK, stray + 3))
    return max(ways, key=lambda way: _worth(way, data, encoding, model))


def _worth(way: tuple[str, int], data: bytes, encoding: str, model: Model) -> float:
    kept, at = way
    text = kept.replace(_MARK, "") + data[at : at + _AHEAD].decode(encoding, "replace")
    worth = 0.0
    for character in text.removesuffix(_MARK):
        if character == _MARK:
            worth += _LOST
        elif character > "\x7f":
            worth += model.letters.get(character, _RARE)
    return worth / max(1, len(text))
