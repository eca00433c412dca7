"""Chapter of a book written as blocks: its elements are pushed as they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from postil.document.bytes.pictures import is_picture
from postil.document.formats.epub.chapter.blocks_of_part import Chapter, has_words
from postil.document.formats.epub.chapter.left_out import doubled, emptied, unread
from postil.document.formats.epub.chapter.note_words import sign_of, without_sign
from postil.document.formats.epub.chapter.notes import (
    Load,
    Note,
    loose_notes,
    notes_of,
)
from postil.document.formats.epub.chapter.page_breaks import listed_label, page_label
from postil.document.formats.epub.chapter.verse import line_number, verse_of
from postil.document.formats.epub.elements.events import END, START, TEXT, Event
from postil.document.formats.epub.elements.parts import Part
from postil.document.formats.epub.package.addresses import Target, outside
from postil.document.formats.markup.block_writer import BlockWriter
from postil.document.formats.markup.tags import PICTURED
from postil.model.article import PICTURE
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress

_STEP = 500
"""Events between two reports of progress."""
SCREENFUL = 80
"""Blocks of a long part after which its beginning is shown."""
LONG = 5000
"""Events of such a part."""
_NO_ALT = lazily(
    r"(?i)\s*(?:\S*\.(?:jpe?g|png|gif|svg|webp|bmp)|(?:(?:cover|front|book|title|page|image|img|"
    r"picture|pic|photo|figure|graphic|null|untitled|alt)[\s_-]*){1,2}\d{0,5})\s*"
)
"""What a program wrote in place of the words for a picture."""


class Sense(NamedTuple):
    """What is known of the book that a chapter stands in."""

    inside: Callable[[str, str], Target | None]
    """What an address in a part means."""
    read: Callable[[str], bool]
    """Whether the article has the text of a part."""
    load: Load
    later: Callable[[str, str], bool]
    """Whether notes on the first of two parts may stand in the second."""
    pages: Mapping[str, str]
    """The book's list of printed pages, by the names of places."""


def written(
    part: Part,
    sense: Sense,
    wanted: Mapping[str, bool] | None = None,
    progress: Progress | None = None,
) -> Iterator[Chapter]:
    """Yield the blocks of a part, of a long one the first ones before.

    ``wanted`` are the fragments whose places are asked for, and whether a chapter begins there:
    footnotes are put at the end of the chapter before.
    """
    return _Writing(part, sense, wanted or {}, progress).chapters()


class _Kept(NamedTuple):
    """A footnote that is put at the end of its chapter."""

    at: int
    """Where the part refers to it, or where it stands."""
    label: str
    part: Part
    start: int
    events: Sequence[Event]


class _Writing:
    """One part on its way."""

    def __init__(
        self, part: Part, sense: Sense, wanted: Mapping[str, bool], progress: Progress | None
    ) -> None:
        self._part = part
        self._sense = sense
        self._wanted = wanted
        self._progress = progress
        self._writer = BlockWriter(lambda href: self._resolved(href, part.name))
        self._places: dict[str, int] = {}
        self._kept: list[_Kept] = []
        self._pictured = ""
        """The address of a picture whose words its caption has, until that comes."""

    def chapters(self) -> Iterator[Chapter]:
        """Yield what is written."""
        part, writer, resolve = self._part, self._writer, self._sense.inside
        found = notes_of(
            part, resolve, self._sense.load, lambda name: self._sense.later(part.name, name)
        )
        gone = {note.start: note.end for note in found.notes if note.part is part}
        for note in found.notes:
            events = without_sign(note.part, note.start, note.end, note.sign, resolve)
            self._kept.append(_Kept(note.reference, note.label, note.part, note.start, events))
        for start, end in list(loose_notes(part, gone)):
            sign = sign_of(part, start, end)
            events = without_sign(part, start, end, sign, resolve)
            self._kept.append(_Kept(start, sign or "*", part, start, events))
            gone[start] = end
        self._kept.sort(key=lambda kept: -kept.at)
        emptied(part, gone)
        writer.name(part.name)
        if label := self._sense.pages.get(part.name):
            writer.page(label)
        begun = len(part.events) < LONG
        for at in self._write(gone, found.references):
            if not begun and len(writer.blocks) > SCREENFUL:
                begun = True
                yield self._chapter(found.notes, at)
        self._put(len(part.events))
        writer.close()
        yield self._chapter(found.notes, len(part.events))

    def _chapter(self, notes: Sequence[Note], read: int) -> Chapter:
        """Return what is written so far, up to an event."""
        writer = self._writer
        blocks = tuple(writer.blocks)
        said = dict(self._places), writer.anchors(), writer.pages()
        whole = read == len(self._part.events)
        return Chapter(blocks, *said, notes, any(map(has_words, blocks)), read, whole)

    def _put(self, before: int) -> None:
        """Put the footnotes to what stands before an event."""
        self._writer.flush()
        while self._kept and self._kept[-1].at < before:
            kept = self._kept.pop()
            self._footnote(kept.label, kept.part, kept.start, kept.events)
        self._writer.put_footnotes()

    def _footnote(self, label: str, part: Part, start: int, events: Sequence[Event]) -> None:
        writer = self._writer
        writer.begin_footnote(label)
        if name := part.events[start].attributes.get("id"):
            writer.name(f"{part.name}#{name}")
        writer.resolve = lambda href: self._resolved(href, part.name)
        self._plain(part, events)
        writer.resolve = lambda href: self._resolved(href, self._part.name)
        writer.end_footnote()

    def _resolved(self, href: str, part: str) -> str:
        """Return an address that a reader can follow, "" for none."""
        if address := outside(href):
            return address
        target = self._sense.inside(href, part)
        if target and is_picture(target.part):
            return f"{PICTURE}{target.part}"
        return f"#{target.name}" if target and self._sense.read(target.part) else ""

    def _plain(self, part: Part, events: Sequence[Event]) -> None:
        """Write events in which nothing is sought any more."""
        silent = 0
        for event in events:
            if silent:
                silent += (event.kind == START) - (event.kind == END)
            elif event.kind == TEXT:
                self._writer.text(event.name)
            elif event.kind == END:
                self._end(event.name)
            elif unread(event):
                silent = 1
            else:
                self._start(part, event)

    def _write(self, gone: Mapping[int, int], references: Mapping[int, str]) -> Iterator[int]:
        """Write the part; yield now and then how far."""
        part, writer, listed = self._part, self._writer, self._sense.pages
        events = part.events
        verse = verse_of(part)
        lines = verse.lines
        line_ends = {part.ends[at]: line.last for at, line in lines.items()}
        verse_ends = {part.ends[at] for at in verse.holders}
        at = told = next((at for at in part.elements() if events[at].name == "body"), 0)
        while at < len(events):
            if self._kept and self._begins_chapter(events[at]):
                self._put(at)
            if at - told >= _STEP:
                if self._progress:
                    self._progress(at / len(events))
                yield at
                told = at
            event = events[at]
            if event.kind == TEXT:
                writer.text(event.name)
            elif event.kind == END:
                if at not in line_ends:
                    self._end(event.name)
                elif line_ends[at]:
                    writer.end("p")
                else:
                    writer.start("br")
                if at in verse_ends:
                    writer.verse -= 1
            elif (behind := gone.get(at)) is not None:
                self._note_ids(part, at, behind)
                at = behind
                continue
            elif unread(event):
                at = part.ends[at] + 1
                continue
            elif event.attributes and (label := page_label(part, at, listed)):
                writer.page(label)
                self._named(part, event)
                at = part.ends[at] + 1
                continue
            elif at in references:
                self._named(part, event)
                writer.refer(references[at])
                at = part.ends[at] + 1
                continue
            elif at in lines:
                if lines[at].first:
                    writer.start("p")
                self._named(part, event)
            elif lines and line_number(part, at):
                at = part.ends[at] + 1
                continue
            elif event.name == "img" and doubled(part, at):
                self._named(part, event)
                self._pictured = event.attributes.get("src", "")
            elif event.name == "figcaption" and self._pictured:
                self._start(part, event)
                writer.start("img", {PICTURED: writer.resolve(self._pictured)})
                self._pictured = ""
            elif listed and event.attributes and (label := listed_label(part, at, listed)):
                self._start(part, event, label)
            else:
                self._start(part, event)
                if at in verse.holders:
                    writer.verse += 1
            at += 1

    def _begins_chapter(self, event: Event) -> bool:
        held = event.attributes
        return bool(held) and self._wanted.get(held.get("id") or held.get("name", ""), False)

    def _named(self, part: Part, event: Event) -> None:
        held = event.attributes
        if name := held.get("id") or held.get("name"):
            self._writer.name(f"{part.name}#{name}")
            if name in self._wanted:
                self._places.setdefault(name, len(self._writer.blocks))

    def _end(self, tag: str) -> None:
        if tag == "rt":
            self._writer.text(")")
        self._writer.end(tag)

    def _start(self, part: Part, event: Event, page: str = "") -> None:
        held = event.attributes
        if event.name == "figure":
            self._pictured = ""
        if event.name == "rt":
            self._writer.text("(")
        if not held:
            self._writer.start(event.name)
            return
        name = held.get("id") or (held.get("name") if event.name == "a" else "")
        if name:
            held = {**held, "id": f"{part.name}#{name}"}
        if event.name == "img" and _NO_ALT.fullmatch(held.get("alt", "")):
            held = {**held, "alt": ""}
        if event.name == "img" and not held.get("alt"):
            self._pictured = held.get("src", "")
        self._writer.start(event.name, held)
        if page:
            self._writer.page(page)
        if name and name in self._wanted:
            self._places.setdefault(name, len(self._writer.blocks))

    def _note_ids(self, part: Part, start: int, end: int) -> None:
        """Let the links that lead to what is left out lead to where it stood."""
        for at in part.elements(start, min(end, start + 1)):
            event = part.events[at]
            name = event.attributes.get("id", "")
            if name in self._wanted:
                self._places.setdefault(name, len(self._writer.blocks))
