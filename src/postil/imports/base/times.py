"""Times of other programs as RFC 3339 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

from postil.lexicon.dates_in_text import month_of
from postil.text.lazy_regex import lazily

_ISO = lazily(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?"
    r" ?(Z|z|[+-]\d\d:?\d\d)?$"
)

_TIME = lazily(
    r"(\d{1,2})(?::|\s?h\s?)(\d\d)(?:(?::|\s?min\s?)(\d\d))?(?:\s?([ap])\.?\s?m\b)?", 2
)  # re.IGNORECASE
_LATE = ("\u4e0b\u5348", "\u5348\u5f8c", "\uc624\ud6c4")
_EARLY = ("\u4e0a\u5348", "\u5348\u524d", "\uc624\uc804")
"""Afternoon and morning, as they stand before a time in Chinese, Japanese and Korean."""

_YEAR_FIRST = lazily(r"(\d{4})\s?[-/\u5e74\ub144]\s?(\d{1,2})\s?[-/\u6708\uc6d4]\s?(\d{1,2})(?!\d)")
_NUMBERS_ALONE = lazily(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_DAY_FIRST = lazily(r"(\d{1,2})\.?\s(?:de\s)?([^\W\d_]{3,15})\.?,?\s(?:de\s)?(\d{4})")
_MONTH_FIRST = lazily(r"([^\W\d_]{3,15})\.?\s(\d{1,2}),?\s(\d{4})")


def iso(text: str) -> str:
    """Return a time in ISO 8601 as RFC 3339, UTC; one without a zone is local. "" for no time."""
    found = _ISO.match(text.strip())
    if found is None:
        return ""
    year, month, day, hour, minute, second = (int(found[at] or 0) for at in range(1, 7))
    thousandths = int((found[7] or "0")[:3].ljust(3, "0"))
    zone = found[8]
    try:
        if not zone:
            moment = datetime(year, month, day, hour, minute, second).astimezone()
        elif zone in "Zz":
            moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        else:
            sign = zone.replace(":", "")
            text = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{sign}"
            moment = datetime.fromisoformat(text)
        return _written(moment.astimezone(UTC), thousandths)
    except (ValueError, OverflowError, OSError):
        return ""


def epoch(seconds: float) -> str:
    """Return seconds since 1970 as RFC 3339, UTC; "" for a time that no calendar has."""
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return ""
    return _written(moment, int(seconds * 1000) % 1000)


def worded(said: str) -> str:
    """Return a time as programs write it for people, in any language, as RFC 3339, UTC.

    It is local, for nothing of this kind has a zone. "" where there is no date.
    """
    day = _day(said)
    if day is None:
        return ""
    time = _TIME.search(said)
    hour, minute, second = (int(time[at] or 0) for at in (1, 2, 3)) if time else (0, 0, 0)
    half = (time[4] or "").lower() if time else ""
    if (half == "p" or any(sign in said for sign in _LATE)) and hour < 12:
        hour += 12
    elif (half == "a" or any(sign in said for sign in _EARLY)) and hour == 12:
        hour = 0
    try:
        return local(datetime(*day, hour, minute, second))  # noqa: DTZ001
    except ValueError:
        return ""


def _day(said: str) -> tuple[int, int, int] | None:
    if found := _YEAR_FIRST.search(said):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMBERS_ALONE.search(said):
        return int(found[3]), int(found[2]), int(found[1])
    for pattern, order in ((_DAY_FIRST, (1, 2, 3)), (_MONTH_FIRST, (2, 1, 3))):
        for found in pattern.finditer(said):
            day, month, year = (found[at] for at in order)
            if number := month_of(month):
                return int(year), number, int(day)
    return None


def local(moment: datetime) -> str:
    """Return a time without a zone, which is local, as RFC 3339, UTC."""
    try:
        return _written(moment.astimezone().astimezone(UTC), 0)
    except (ValueError, OverflowError, OSError):
        return ""


def _written(moment: datetime, thousandths: int) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{thousandths:03}Z" if moment.year > 999 else ""
