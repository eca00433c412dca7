"""Time, and the ids and stamps made from it, which sort by it and never clash between machines."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache

from postil.text.lazy_regex import lazily

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32, in lower case."""
ID_LENGTH = 26
DEVICE_LENGTH = 10
RFC3339_LENGTH = 24
"""Characters of an id, of a device and of a time with milliseconds."""
STAMP_FORM = lazily(
    r"(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z-[0-9a-f]{4}-[0-9a-z]{10}"
)
"""Form of a stamp: time, counter and device, all of fixed width, so that stamps sort as text."""
EARLY = "!"
"""Stands before a stamp that is later than now and some days: so it sorts before all others.

A clock that follows it would be wrong for good, and nothing written elsewhere would ever hold
against it. When its time has come it is a stamp like any other.
"""
LEEWAY = 3 * 24 * 60 * 60 * 1000
"""Milliseconds by which clocks of several machines may be apart."""
_COUNTS = 1 << 16
"""Stamps that one millisecond has room for."""
_DAY = slice(8, 10)
"""Where in a stamp the day of the month stands."""
ID_FORM = lazily(rf"[0-7][{ALPHABET}]{{{ID_LENGTH - 1}}}")
_AS_PYTHON = str.maketrans(ALPHABET, "0123456789abcdefghijklmnopqrstuv")


def now() -> str:
    """Return the time in RFC 3339, UTC, with milliseconds."""
    return _written(_milliseconds())


def new_id() -> str:
    """Draw an id: a UUIDv7 in 26 characters of Crockford's base 32."""
    return spelled(new_number())


def new_number() -> int:
    """Draw the 128 bits of an id."""
    noise = int.from_bytes(os.urandom(10), "big")
    value = (_milliseconds() & (1 << 48) - 1) << 80 | 7 << 76 | (noise >> 62 & 0xFFF) << 64
    return value | 2 << 62 | noise & (1 << 62) - 1


def new_device() -> str:
    """Draw the id of a device: 50 random bits, which say nothing of the machine."""
    return "".join(ALPHABET[byte & 31] for byte in os.urandom(DEVICE_LENGTH))


def spelled(value: int) -> str:
    """Write 128 bits as an id."""
    return "".join(ALPHABET[value >> 5 * place & 31] for place in range(ID_LENGTH - 1, -1, -1))


@lru_cache(maxsize=1 << 16)
def number(identity: str) -> int:
    """Return the 128 bits of an id, as TinyDB's document id.

    Raises ValueError if it is no id.
    """
    if not ID_FORM.fullmatch(identity):
        raise ValueError("this is no id")
    return int(identity.translate(_AS_PYTHON), 32)


def time_of(stamp: str) -> str:
    """Return the time in a stamp, in RFC 3339."""
    return stamp.removeprefix(EARLY)[:RFC3339_LENGTH]


def latest() -> str:
    """Return the greatest time that a stamp may be of by now, wherever it was given."""
    return _written(_milliseconds() + LEEWAY)


def sound_stamp(stamp: str, until: str) -> str | None:
    """Return a stamp as it counts: marked as early if it is later than ``until``.

    None if it is no stamp; an empty one stands for a time that nobody knows.
    """
    if not stamp:
        return stamp
    bare = stamp.removeprefix(EARLY)
    if not STAMP_FORM.fullmatch(bare):
        return None
    if bare[_DAY] > "28":
        try:
            date.fromisoformat(bare[: _DAY.stop])
        except ValueError:
            return None
    return bare if bare <= until else EARLY + bare


class Clock:
    """A hybrid clock: its stamps only ever grow, past every stamp that was seen."""

    def __init__(self, device: str, milliseconds: Callable[[], int] | None = None) -> None:
        self.device = device
        self._milliseconds = milliseconds or _milliseconds
        self._last = 0
        self._count = 0

    def observe(self, stamp: str) -> None:
        """Advance past a stamp from elsewhere; what is none, or is late, is passed over."""
        until = _written(self._milliseconds() + LEEWAY)
        if not stamp or sound_stamp(stamp, until) != stamp or stamp.startswith(EARLY):
            return
        seen = datetime.fromisoformat(stamp[:RFC3339_LENGTH])
        moment = round(seen.timestamp() * 1000)
        self._last, self._count = max((self._last, self._count), (moment, int(stamp[25:29], 16)))

    def tick(self) -> str:
        """Return a stamp that is greater than all before it."""
        moment = self._milliseconds()
        if moment > self._last:
            self._last, self._count = moment, 0
        else:
            self._count += 1
            if self._count == _COUNTS:
                self._last, self._count = self._last + 1, 0
        return f"{_written(self._last)}-{self._count:04x}-{self.device}"


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000


def _written(milliseconds: int) -> str:
    moment = datetime.fromtimestamp(milliseconds // 1000, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{milliseconds % 1000:03d}Z"
