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
    kept: list[_Clipping] = []
    skipped = 0
    for entry in _RULE.split(decoded(file.data).replace("\r", "")):
        found = _clipping(entry.strip("\ufeff\n "))
        if found is None or found.kind == "bookmark" or not _has_words(found.text):
            skipped += bool(entry.strip("\ufeff\n "))
            continue
        if found.kind == "highlight":
            kept = [one for one in kept if not _resized(one, found)]
        kept.append(found)
    return Imported(tuple(_joined(kept)), skipped)


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


def _joined(kept: list[_Clipping]) -> list[ImportedNote]:
    """Return the notes, in which what is said of a highlight stands with it."""
    said: dict[int, list[str]] = {}
    alone: set[int] = set()
    for at, one in enumerate(kept):
        if one.kind != "note":
            alone.add(at)
            continue
        near = [
            (kept[place].last != one.first, abs(place - at), place > at, place)
            for place in range(len(kept))
            if kept[place].kind == "highlight" and _holds(kept[place], one)
        ]
        if not near:
            alone.add(at)
            continue
        texts = said.setdefault(min(near)[-1], [])
        # A note that was written on stands there once more, whole.
        texts[:] = [text for text in texts if text not in one.text]
        if not any(one.text in text for text in texts):
            texts.append(one.text)
    return [
        replace(note, body="\n\n".join(said[at])) if at in said else note
        for at, note in ((at, _note(kept[at])) for at in sorted(alone))
    ]


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
