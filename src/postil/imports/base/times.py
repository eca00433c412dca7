"""Times of other programs as RFC 3339 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

from postil.text.lazy_regex import lazily

_ISO = lazily(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?"
    r" ?(Z|z|[+-]\d\d:?\d\d)?$"
)


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


def local(moment: datetime) -> str:
    """Return a time without a zone, which is local, as RFC 3339, UTC."""
    try:
        return _written(moment.astimezone().astimezone(UTC), 0)
    except (ValueError, OverflowError, OSError):
        return ""


def _written(moment: datetime, thousandths: int) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{thousandths:03}Z" if moment.year > 999 else ""
