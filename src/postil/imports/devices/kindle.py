"""Kindle: "My Clippings.txt" in the languages that devices write it in, and notebooks in HTML."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files

from postil.errors import BadRequest
from postil.imports.base.colours import nearest
from postil.imports.base.fields import decoded, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import local
from postil.lexicon.dates_in_text import month_of
from postil.model.values import NamedTuple, replace
from postil.text.fold import fold_key
from postil.text.lazy_regex import lazily

_RULE = lazily(r"^={6,}[ \t\r]{0,9}$", 8)  # re.MULTILINE
_NUMBERS = lazily(r"(\d{1,7})(?:\s?[-–]\s?(\d{1,7}))?")
_TIME = lazily(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
_EAST = lazily(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY_FIRST = lazily(r"(\d{1,2})\.?\s(?:de\s)?([^\W\d_]{3,15})\.?\s(?:de\s)?(\d{4})")
_MONTH_FIRST = lazily(r"([^\W\d_]{3,15})\.?\s(\d{1,2}),?\s(\d{4})")
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


def looks_notebook(file: ImportFile) -> bool:
    """Tell whether a file is a notebook in HTML."""
    head = file.data[: 1 << 16]
    return b"noteHeading" in head and b"noteText" in head


def read(file: ImportFile) -> Imported:
    """Read clippings: the last form of a resized highlight counts, and a note joins its own."""
    kept: list[_Clipping] = []
    skipped = 0
    for entry in _RULE.split(decoded(file.data).replace("\r", "")):
        found = _clipping(entry.strip("\ufeff\n "))
        if found is None or found.kind == "bookmark" or not found.text:
            skipped += bool(entry.strip("\ufeff\n "))
            continue
        if found.kind == "highlight":
            kept = [one for one in kept if not _resized(one, found)]
        kept.append(found)
    return Imported(tuple(_joined(kept)), skipped)


def _resized(old: _Clipping, new: _Clipping) -> bool:
    """Tell whether a highlight is an earlier form of another: it begins or ends as that does."""
    if old.kind != "highlight" or old.title != new.title:
        return False
    if old.last < new.first or new.last < old.first:
        return False
    one, other = fold_key(old.text), fold_key(new.text)
    return one in other or other in one


def _joined(kept: list[_Clipping]) -> list[ImportedNote]:
    notes: list[ImportedNote] = []
    places: list[_Clipping] = []
    for one in kept:
        if one.kind == "note":
            at = next(
                (
                    index
                    for index in range(len(places) - 1, -1, -1)
                    if places[index].title == one.title
                    and places[index].first <= one.first <= places[index].last
                    and places[index].kind == "highlight"
                ),
                None,
            )
            if at is not None:
                body = "\n\n".join(filter(None, (notes[at].body, one.text)))
                notes[at] = replace(notes[at], body=body)
                continue
        notes.append(_note(one))
        places.append(one)
    return notes


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
    kind = _kind(about)
    *places, dated = about.split("|") if "|" in about else [about, ""]
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
        _moment(dated or about),
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


def _kind(about: str) -> str:
    head = about.split("|")[0].lower()
    return next((kind for said, kind in _kinds() if said in head), "highlight")


def _moment(said: str) -> str:
    """Return a time as it is written there, which is local, as RFC 3339, UTC; "" for none."""
    time = _TIME.search(said)
    hour, minute, second = (int(time[at] or 0) for at in (1, 2, 3)) if time else (0, 0, 0)
    low = said.lower()
    late = any(sign in low for sign in ("pm", "p.m", "下午", "午後", "오후"))
    early = any(sign in low for sign in ("am", "a.m", "上午", "午前", "오전"))
    if late and hour < 12:
        hour += 12
    elif early and hour == 12 and not late:
        hour = 0
    day = _day(said)
    if day is None:
        return ""
    try:
        # What a device writes has no zone: it is the reader's own time.
        return local(datetime(*day, hour, minute, second))  # noqa: DTZ001
    except ValueError:
        return ""


def _day(said: str) -> tuple[int, int, int] | None:
    if found := _EAST.search(said):
        return int(found[1]), int(found[2]), int(found[3])
    for pattern, order in ((_DAY_FIRST, (1, 2, 3)), (_MONTH_FIRST, (2, 1, 3))):
        for found in pattern.finditer(said):
            day, month, year = (found[at] for at in order)
            if number := month_of(month):
                return int(year), number, int(day)
    return None


class _Notebook(HTMLParser):
    """Gathers the texts of a notebook by the class of what they stand in."""

    NAMES = frozenset(("bookTitle", "authors", "noteHeading", "noteText", "sectionHeading"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[str, str, str]] = []
        """Class, text, and the class of a colour within."""
        self._open = ""
        self._text: list[str] = []
        self._colour = ""

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        names = (dict(attrs).get("class") or "").split()
        found = next((name for name in names if name in self.NAMES), "")
        if found:
            self._close()
            self._open = found
        for name in names:
            if name.startswith("highlight_"):
                self._colour = name.removeprefix("highlight_")

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        self._close()

    def _close(self) -> None:
        if self._open:
            self.rows.append((self._open, "".join(self._text), self._colour))
        self._open, self._text, self._colour = "", [], ""


def read_notebook(file: ImportFile) -> Imported:
    """Read a notebook as Kindle's app sends it. Raises BadRequest for one without any notes."""
    reader = _Notebook()
    reader.feed(decoded(file.data))
    reader.close()
    title = author = head = colour = ""
    notes: list[ImportedNote] = []
    for name, text, said in reader.rows:
        if name == "bookTitle":
            title = word(text)
        elif name == "authors":
            author = word(text)
        elif name == "noteHeading":
            head, colour = text, said
        elif name == "noteText":
            kind, body = _kind(head), words(text)
            if not body or kind == "bookmark":
                continue
            if kind == "note" and notes and notes[-1].quote and not notes[-1].body:
                notes[-1] = replace(notes[-1], body=body)
                continue
            quote = body if kind == "highlight" else ""
            notes.append(
                ImportedNote(
                    id=made_up_id(title, kind, body[:80]),
                    article=ImportedArticle(title=title, author=author),
                    quote=quote,
                    body="" if quote else body,
                    colour=nearest(colour) if colour else None,
                    colour_name=colour,
                )
            )
    if not notes:
        raise BadRequest("the notebook", "there are no notes in it")
    return Imported(tuple(notes))
