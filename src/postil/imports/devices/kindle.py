"""Kindle: "My Clippings.txt" in the languages that devices write it in."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from postil.imports.base.fields import decoded, letters, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import worded
from postil.model.values import NamedTuple, replace
from postil.text.lazy_regex import lazily

_RULE = lazily(r"^={6,}[ \t\r]{0,9}$", 8)  # re.MULTILINE
_NUMBERS = lazily(r"(\d{1,7})(?:\s?[-–]\s?(\d{1,7}))?")
_LIMIT = lazily(r"<[^<>\n]{15,200}>$")
"""What a device writes for the words when a publisher\u2019s limit is reached, in any language."""

_STRETCH = 8
"""Locations of a stretch of a book, by which highlights are found."""

_WIDEST = 1000
"""Stretches that a highlight covers at most."""

_TITLE = lazily(r"^(.{1,500}?)(?:\s?\(([^()]{1,200})\))?$")


class _Clipping(NamedTuple):
    kind: str
    """highlight, note or bookmark."""
    title: str
    author: str
    first: int
    last: int
    when: str
    text: str


def looks(file: ImportFile) -> bool:
    """Tell whether a file is such a list of clippings."""
    text = decoded(file.data[:20_000])
    return _RULE.search(text) is not None and "\n- " in text.replace("\r", "")


def read(file: ImportFile) -> Imported:
    """Read clippings: the last form of a resized highlight counts, and a note joins its own."""
    kept = _Kept()
    skipped = 0
    for entry in _RULE.split(decoded(file.data).replace("\r", "")):
        found = _clipping(entry.strip("\ufeff\n "))
        if found is None or found.kind == "bookmark" or not _has_words(found.text):
            skipped += bool(entry.strip("\ufeff\n "))
            continue
        if found.kind == "highlight":
            for at in kept.near(found):
                if _resized(kept.entries[at], found):
                    del kept.entries[at]
        kept.add(found)
    return Imported(tuple(_joined(kept)), skipped)


class _Kept:
    """Entries by their number in the list, the highlights found by the locations they cover."""

    def __init__(self) -> None:
        self.entries: dict[int, _Clipping] = {}
        self._count = 0
        self._by_place: dict[tuple[str, int], list[int]] = {}

    def add(self, one: _Clipping) -> None:
        """Add an entry behind all others."""
        self.entries[self._count] = one
        for place in _stretches(one) if one.kind == "highlight" else ():
            self._by_place.setdefault((one.title, place), []).append(self._count)
        self._count += 1

    def near(self, one: _Clipping) -> list[int]:
        """Return the numbers of the highlights whose stretches an entry touches, in their order."""
        places = (self._by_place.get((one.title, place), ()) for place in _stretches(one))
        return sorted({at for found in places for at in found if at in self.entries})


def _stretches(one: _Clipping) -> range:
    """Return the numbers of the stretches of a book that an entry lies in, of one too wide some."""
    first = one.first // _STRETCH
    return range(first, min(one.last // _STRETCH, first + _WIDEST) + 1)


def _has_words(text: str) -> bool:
    """Tell whether an entry holds words, and not only that too many have been cut out."""
    return bool(text) and _LIMIT.match(text) is None


def _resized(old: _Clipping, new: _Clipping) -> bool:
    """Tell whether a highlight is an earlier form of another: it begins or ends as that does."""
    if old.kind != "highlight" or old.title != new.title:
        return False
    if old.last < new.first or new.last < old.first:
        return False
    # A device takes the signs at the ends of a passage with it, or does not.
    one, other = letters(old.text), letters(new.text)
    return one in other or other in one


def _joined(kept: _Kept) -> list[ImportedNote]:
    """Return the notes, in which what is said of a highlight stands with it."""
    said: dict[int, list[str]] = {}
    alone: list[int] = []
    for at, one in kept.entries.items():
        if one.kind != "note":
            alone.append(at)
            continue
        near = [
            (kept.entries[place].last != one.first, abs(place - at), place > at, place)
            for place in kept.near(one)
            if _holds(kept.entries[place], one)
        ]
        if not near:
            alone.append(at)
            continue
        texts = said.setdefault(min(near)[-1], [])
        # A note that was written on stands there once more, whole.
        texts[:] = [text for text in texts if text not in one.text]
        if not any(one.text in text for text in texts):
            texts.append(one.text)
    notes = ((at, _note(kept.entries[at])) for at in alone)
    return [replace(note, body="\n\n".join(said[at])) if at in said else note for at, note in notes]


def _holds(highlight: _Clipping, note: _Clipping) -> bool:
    return highlight.title == note.title and highlight.first <= note.first <= highlight.last


def _note(one: _Clipping) -> ImportedNote:
    quote = one.text if one.kind == "highlight" else ""
    return ImportedNote(
        id=made_up_id(one.title, one.kind, one.first, one.text[:40]),
        article=ImportedArticle(title=one.title, author=one.author),
        quote=quote,
        body="" if quote else one.text,
        created=one.when,
    )


def _clipping(entry: str) -> _Clipping | None:
    lines = entry.split("\n")
    if len(lines) < 2 or not lines[1].lstrip().startswith("-"):
        return None
    named = _TITLE.match(word(lines[0]))
    about = lines[1]
    *places, dated = about.split("|") if "|" in about else [about, ""]
    kind = kind_of(" ".join(places))
    numbers = _NUMBERS.findall(" ".join(places[-1:]))
    first, last = (int(numbers[-1][0]), int(numbers[-1][1] or 0)) if numbers else (0, 0)
    if last and last < first:
        # A Kindle writes 1234-36 for 1234 to 1236.
        last = int(str(first)[: -len(str(last))] + str(last))
    return _Clipping(
        kind,
        named[1].strip() if named else word(lines[0]),
        (named[2] or "") if named else "",
        first,
        last or first,
        worded(dated or about),
        words("\n".join(lines[2:])),
    )


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Return each word with the kind that it tells, the longest first."""
    found: list[tuple[str, str]] = []
    text = (files(__package__) / "kindle_words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        _, *columns = (part.strip() for part in line.split("|"))
        for kind, said in zip(("highlight", "note", "bookmark"), columns, strict=True):
            found += [(one.strip(), kind) for one in said.split(",")]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


def kind_of(about: str) -> str:
    """Return what an entry is by the words before its date: highlight, note or bookmark."""
    head = about.lower()
    return next((kind for said, kind in _kinds() if said in head), "highlight")
