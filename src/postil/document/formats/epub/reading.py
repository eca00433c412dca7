"""The chapters of a book one after another, and what is to be said about those that fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import islice

from postil.document.bytes.archive import Archive
from postil.document.formats.epub.chapter.blocks_of_part import Chapter
from postil.document.formats.epub.chapter.left_out import (
    emptied,
    only_titles,
    unread,
    words_of_drawing,
)
from postil.document.formats.epub.chapter.writing import Sense, written
from postil.document.formats.epub.elements import events as of_part
from postil.document.formats.epub.elements.events import START, TEXT, Event, events_of
from postil.document.formats.epub.elements.parts import HEADINGS, Part
from postil.document.formats.epub.package.addresses import inside
from postil.document.formats.epub.package.opf import Book, Place, foreign
from postil.document.formats.epub.package.titles import Contents, Title
from postil.errors import BadMember, NotText
from postil.text.clean import clean_line
from postil.text.progress import Progress, within

LARGEST = 24 << 20
"""Bytes that one chapter may have."""
MOST_ELEMENTS = 2_000_000
"""Elements and runs of words that are read of one book."""
_KEPT_PARTS = 4
"""Parts with notes that are held while chapters refer to them."""
_MOST_SAID = 5
"""Faults that are told one by one."""
_COVER_WORDS = 40
_LINKED = 0.6
"""Share of the letters of a page that stand in links, from which it is a table of contents."""
_SURE = 2000
"""Letters after which a page with few links is no table of contents."""
_FEWEST_LINKS = 3


class NoWords(NotText):
    """A rendition of a book has nothing to be read."""


class Reading:
    """One book on its way."""

    def __init__(
        self, archive: Archive, book: Book, contents: Contents, progress: Progress | None
    ) -> None:
        self._archive = archive
        self._book = book
        self._contents = contents
        self._progress = progress
        self._titles: dict[str, list[Title]] = defaultdict(list)
        for title in contents.titles:
            if title.target:
                self._titles[title.target.part].append(title)
        parts = [place.item.part for place in self._ordered()]
        self._order = {part: at for at, part in enumerate(parts)}
        self._loaded: dict[str, Part | None] = {}
        self._taken: dict[str, dict[int, int]] = defaultdict(dict)
        """Where notes begin and end that were put elsewhere, by their parts."""
        self._faults = dict.fromkeys(
            f"{clean_line(name, 200)} is not in the archive" for name in book.missing
        )
        self._cut: dict[str, None] = {}
        """Parts of which only the beginning is read."""
        self._elements = 0
        self._sense = Sense(
            lambda href, part: inside(href, part, archive),
            self._order.__contains__,
            self._load,
            self._later,
            contents.pages,
        )

    def chapters(self) -> Iterator[tuple[float, Sequence[tuple[int, Title]], Chapter]]:
        """Yield each chapter with what the contents say of it, and the share that is done.

        The first blocks of a long one come before it.
        """
        count = len(self._order)
        for part, at in self._order.items():
            loaded = self._load(part)
            self._loaded.pop(part, None)
            if loaded is None or self._unread(loaded):
                continue
            if part in self._taken and only_titles(loaded := self._rest(loaded)):
                continue
            titles = self._titles.get(part, [])
            wanted: dict[str, bool] = {}
            for title in titles:
                if title.target and (fragment := title.target.fragment):
                    wanted[fragment] = wanted.get(fragment, False) or title.level == 1
            share = (at + 1) / count
            progress = within(self._progress, at / count, share)
            for chapter in written(loaded, self._sense, wanted, progress):
                if not chapter.whole:
                    behind = [name for name, where in loaded.ids.items() if where >= chapter.read]
                    yield at / count, _placed(titles, chapter, frozenset(behind)), chapter
            for note in chapter.taken:
                if note.part.name != part:
                    self._taken[note.part.name][note.start] = note.end
            if chapter.blocks:
                yield share, _placed(titles, chapter), chapter

    def remarks(self) -> tuple[str, ...]:
        """Return sentences on what is missing or odd."""
        faults = [f"Left out: {fault}." for fault in islice(self._faults, _MOST_SAID)]
        if (more := len(self._faults) - _MOST_SAID) > 0:
            faults.append(f"Left out as well: {more} more parts that are missing or damaged.")
        faults += [
            f"Only the first {of_part.MOST_ELEMENTS:,} elements of {part} are shown."
            for part in islice(self._cut, _MOST_SAID)
        ]
        if self._book.fixed:
            faults.append("The pages of this book have a fixed layout; only their words are shown.")
        return (*self._archive.remarks, *faults)

    def nothing(self) -> NoWords:
        """Return what to raise for a book without a word."""
        name = self._archive.name
        if self._faults:
            why = f"none of its chapters can be read: {next(iter(self._faults))}"
            return NoWords(name, why, "fetch or copy it again")
        if not self._order and not self._book.spine:
            return NoWords(name, "the EPUB has no chapters: there is nothing to read in it", "")
        return NoWords(name, "there is no text in it, only pictures", "open it in a picture viewer")

    def _ordered(self) -> Sequence[Place]:
        """Return the chapters in the order of reading: what stands beside the text comes last."""
        places = [place for place in self._book.spine if not foreign(place.item)]
        beside = [place for place in places if not place.linear]
        return [*(place for place in places if place.linear), *beside]

    def _later(self, one: str, other: str) -> bool:
        """Tell whether the second of two parts may hold notes on the first."""
        return self._order.get(other, len(self._order)) > self._order.get(one, -1)

    def _load(self, part: str) -> Part | None:
        """Return a part, None if it cannot be read; a fault is kept."""
        if part in self._loaded:
            return self._loaded[part]
        loaded = None
        try:
            data = self._archive.read(part, LARGEST)
            events, whole = events_of(data, part, within(self._progress, 0, 0))
            self._elements += len(events)
            if self._elements > MOST_ELEMENTS:
                self._faults[
                    f"{clean_line(part, 200)}, the book has more elements than are read"
                ] = None
            else:
                loaded = Part(part, words_of_drawing(events))
            if not whole:
                self._cut[clean_line(part, 200)] = None
        except BadMember as error:
            self._faults[error.why.removeprefix("its part ")] = None
        except NotText as error:
            self._faults[f"{clean_line(part, 200)}, {error.why}"] = None
        while len(self._loaded) >= _KEPT_PARTS:
            del self._loaded[next(iter(self._loaded))]
        self._loaded[part] = loaded
        return loaded

    def _unread(self, part: Part) -> bool:
        """Tell whether a part is no text: a cover, or a table of contents."""
        marks = self._contents.landmarks
        if marks.get("cover") == part.name and len(part.all_words.split()) <= _COVER_WORDS:
            return True
        marked = part.name in (self._book.nav, marks.get("toc"))
        return self._is_contents(part, 0 if marked else _FEWEST_LINKS)

    def _is_contents(self, part: Part, fewest: int) -> bool:
        """Tell whether a part does nothing but lead to others, by so many links at the least."""
        linked = letters = links = 0
        at = 0
        events = part.events
        while at < len(events) and (letters < _SURE or linked >= letters * _LINKED / 2):
            event = events[at]
            if event.kind == START:
                if event.name in HEADINGS or event.name == "head" or unread(event):
                    at = part.ends[at] + 1
                    continue
                if event.name == "a" and (href := event.attributes.get("href")):
                    own = sum(map(str.isalnum, part.words(at)))
                    letters += own
                    target = inside(href, part.name, self._archive)
                    if target and target.part in self._order and target.part != part.name:
                        links += 1
                        linked += own
                    at = part.ends[at] + 1
                    continue
                if event.name == "img":
                    return False
            elif event.kind == TEXT:
                letters += sum(map(str.isalnum, event.name))
            at += 1
        return links >= fewest and linked >= _LINKED * letters

    def _rest(self, part: Part) -> Part:
        """Return a part without the notes in it that were put elsewhere."""
        taken = self._taken[part.name]
        emptied(part, taken)
        kept: list[Event] = []
        at = 0
        while at < len(part.events):
            if at in taken:
                at = taken[at]
                continue
            kept.append(part.events[at])
            at += 1
        return Part(part.name, kept)


def _placed(
    titles: Sequence[Title], chapter: Chapter, later: Container[str] = ()
) -> Sequence[tuple[int, Title]]:
    """Return titles in the order of the contents, with the blocks that they lead to.

    What is not there yet and comes ``later`` stands behind all blocks.
    """
    placed = []
    least = 0
    for title in titles:
        fragment = title.target.fragment if title.target else ""
        missing = len(chapter.blocks) if fragment in later else least
        at = chapter.places.get(fragment, missing) if fragment else 0
        least = max(least, at)
        placed.append((at, title))
    return placed
