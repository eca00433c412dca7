"""Names records by keys that stay the same from one bibliography to the next."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence

from postil.model.source import MONTHS, Date, Name, Source
from postil.model.values import replace
from postil.text.lazy_regex import lazily

_LETTERS = lazily(r"[^a-z0-9]+")
_ARTICLES = ("the ", "a ", "an ")
_SHORTEST = 4
"""Letters of a word of a title that is worth naming a record by."""


def keys(records: Sequence[Source]) -> dict[Source, str]:
    """Return a key for every record: its first name and its year, as in ``choe2015``.

    Of several records that would share one, the first keeps it; the others add what tells them
    apart, the day first. So a key changes neither with what is chosen of these records nor with
    records that come after it.
    """
    found: dict[Source, str] = {}
    taken: set[str] = set()
    for record in records:
        if record not in found:
            found[record] = next(key for key in _candidates(record) if key not in taken)
            taken.add(found[record])
    return found


def _candidates(record: Source) -> Iterator[str]:
    year = str(record.issued.year) if record.issued else ""
    short = (_name(record) or "source") + year.replace("-", "bc")
    yield short
    day = _day(record.issued)
    if day:
        yield short + day
    for words in (record.title, record.container_title):
        if word := _word_of(words):
            yield short + word
            if day:
                yield short + word + day
    content = repr(replace(record, accessed=None)).encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(content).hexdigest()
    for length in range(4, len(digest) + 1):
        yield f"{short}-{digest[:length]}"


def _day(date: Date | None) -> str:
    if date is None or date.month is None:
        return ""
    return f"{MONTHS[date.month - 1][:3].lower()}{date.day or ''}"


def _name(record: Source) -> str:
    """Return what a record is called by: its first author, else its publication or publisher."""
    first = record.author[0] if record.author else Name()
    for name in (first.family or first.literal, record.container_title, record.publisher):
        if named := _plain(name):
            return named
    return _word_of(record.title) or ("" if record.identified else "unidentified")


def _plain(name: str) -> str:
    """Return the plain small letters of a name, without a leading article."""
    small = name.casefold()
    for article in _ARTICLES:
        small = small.removeprefix(article)
    spelled = unicodedata.normalize("NFKD", small.replace("ø", "o").replace("ł", "l"))
    return _LETTERS.sub("", spelled)


def _word_of(title: str) -> str:
    """Return a word that tells a title from others; the name of a file without its ending."""
    words = [_plain(word.partition(".")[0]) for word in title.split()]
    return next((word for word in words if len(word) >= _SHORTEST), "") or "".join(words[:3])
