"""Citations of an article's text, each with the works that its lists and notes say it names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from postil.attribution.references.dated import DatedWork, dated, families
from postil.attribution.references.lists import ReferenceList, find_lists
from postil.attribution.references.notes import CitedWork, NotedWork, noted_works
from postil.attribution.references.numbers import numbered
from postil.lexicon.dates_in_text import YEAR
from postil.model.article import Article, Block, InlineKind
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_LETTERED = lazily(rf"(?<!\d){YEAR}(?P<letter>[a-z])(?![a-z\d])")
_BETWEEN = " ,;"
_BACK = 12
"""Blocks before one that says "ibid." in which the work is sought that it points to."""
_BRACKETS = {"[": "]", "(": ")"}


class Call(NamedTuple):
    """A place in a block that cites works; offsets are code points of the block."""

    start: int
    end: int
    works: tuple[CitedWork, ...]
    locator: str = ""
    narrative: bool = False
    """The sentence goes on with what the work says: "Falk (1998) says …"."""


class Citations:
    """The places of an article that cite works, found block by block when they are asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._known: dict[int, tuple[Call, ...]] = {}

    @cached_property
    def _all(self) -> list[ReferenceList]:
        return find_lists(self._article)

    @cached_property
    def _lists(self) -> list[ReferenceList]:
        return [one for one in self._all if not one.notes]

    @cached_property
    def _notes(self) -> ReferenceList | None:
        return next((one for one in self._all if one.notes), None)

    @cached_property
    def _in_lists(self) -> frozenset[int]:
        return frozenset(entry.place.block for one in self._all for entry in one.entries)

    @cached_property
    def _noted(self) -> dict[int, NotedWork]:
        if self._notes is None:
            return {}
        known = [
            CitedWork(work.source, entry.place)
            for one in self._lists
            for number, entry in enumerate(one.entries)
            if (work := one.work(number)) is not None
        ]
        return noted_works(self._notes, known)

    @cached_property
    def _by_year(self) -> dict[int, list[DatedWork]]:
        found: dict[int, list[DatedWork]] = {}
        for at, one in enumerate(self._lists):
            for number in range(len(one.entries)):
                work = one.work(number)
                if work is None or work.source.issued is None or not work.source.author:
                    continue
                lettered = _LETTERED.search(one.text(number))
                letter = lettered["letter"] if lettered is not None else ""
                names = families(work.source.author)
                mine = found.setdefault(work.source.issued.year, [])
                if all(self._work(one.number).source != work.source for one in mine):
                    mine.append(DatedWork((at, number), names, letter))
        return found

    def calls(self, index: int) -> tuple[Call, ...]:
        """Return the places of a block that cite works, in order; they do not overlap."""
        if not self._all:
            return ()
        if index not in self._known:
            self._known[index] = () if index in self._in_lists else self._find(index, _BACK)
        return self._known[index]

    def _find(self, index: int, back: int) -> tuple[Call, ...]:
        block = self._article.blocks[index]
        found = [*self._linked(block), *self._numbered(block, index)]
        text = block.text
        if self._lists and ("(" in text or "（" in text):
            found += self._dated(index, found, back)
        found.sort(key=lambda call: (call.start, -call.end))
        kept: list[Call] = []
        for call in found:
            if _is_code(block, call):
                continue
            if kept and call.start < kept[-1].end:
                continue
            if kept and not (call.narrative or kept[-1].narrative):
                between = text[kept[-1].end : call.start]
                if len(between) <= 2 and not between.strip(_BETWEEN):
                    kept[-1] = _joined(kept[-1], call)
                    continue
            kept.append(call)
        return tuple(kept)

    def _linked(self, block: Block) -> list[Call]:
        """Return the citations that are links to a note, or to an entry of a list."""
        found = []
        for one in block.inlines:
            noted = _NONE
            if one.kind is InlineKind.FOOTNOTE and self._notes is not None:
                number = self._notes.by_label.get(one.target)
                noted = _NONE if number is None else self._noted.get(number, _NONE)
            elif one.kind is InlineKind.LINK and one.target.startswith("#") and self._lists:
                noted = self._linked_to(one.target[1:], block.text[one.start : one.end])
            if noted.works:
                start, end = _with_brackets(block.text, one.start, one.end)
                found.append(Call(start, end, noted.works, noted.locator))
        return found

    def _linked_to(self, anchor: str, words: str) -> NotedWork:
        """Return the work of the entry to which a link leads whose words could cite it."""
        offset = self._article.anchors.get(anchor)
        if offset is None or not any(map(str.isdigit, words)) or len(words) > 60:
            return _NONE
        index = self._article.block_at(offset)
        if index not in self._in_lists:
            return _NONE
        within = offset - self._article.starts[index]
        for one in self._lists:
            starts = [(entry.place.block, entry.place.start) for entry in one.entries]
            at = bisect_right(starts, (index, max(within, starts[0][1]))) - 1
            if at >= 0 and starts[at][0] == index and (work := one.work(at)) is not None:
                return NotedWork((CitedWork(work.source, one.entries[at].place),), work.locator)
        return _NONE

    def _numbered(self, block: Block, index: int) -> list[Call]:
        found = []
        for one in numbered(block, lambda label: self._labelled(label, index) is not None):
            works = [work for label in one.labels if (work := self._labelled(label, index))]
            found.append(Call(one.start, one.end, tuple(dict.fromkeys(works)), one.locator))
        return found

    def _labelled(self, label: str, index: int) -> CitedWork | None:
        """Return the work with a label, of the nearest list behind a block, or else of the last."""
        fits = [one for one in self._lists if label in one.by_label]
        if not fits:
            return None
        nearest = next((one for one in fits if one.first > index), fits[-1])
        number = nearest.by_label[label]
        work = nearest.work(number)
        return None if work is None else CitedWork(work.source, nearest.entries[number].place)

    def _dated(self, index: int, before: Sequence[Call], back: int) -> list[Call]:
        found: list[Call] = []
        for one in dated(self._article.blocks[index].text, self._by_year):
            works: tuple[CitedWork, ...] = ()
            if one.again:
                last = [call for call in (*before, *found) if call.end <= one.start]
                last = last or self._last_before(index, back)
                if last:
                    works = max(last, key=lambda call: call.start).works
                works = works if len(works) == 1 else ()
            else:
                works = tuple(self._work(number) for number in one.works)
            if works:
                found.append(Call(one.start, one.end, works, one.locator, one.narrative))
        return found

    def _work(self, number: tuple[int, int]) -> CitedWork:
        one = self._lists[number[0]]
        work = one.work(number[1])
        if work is None:
            raise LookupError(number)
        return CitedWork(work.source, one.entries[number[1]].place)

    def _last_before(self, index: int, back: int) -> list[Call]:
        """Return the citations of the nearest block before one that has any, within its section."""
        section = self._article.section_at(self._article.starts[index])
        first = max(section.first if section is not None else 0, index - back, 0)
        for at in range(index - 1, first - 1, -1):
            if at in self._known:
                calls = self._known[at]
            else:
                calls = () if at in self._in_lists else self._find(at, at - first)
            if calls:
                return list(calls)
        return []


_NONE = NotedWork(())


def _joined(one: Call, other: Call) -> Call:
    works = tuple(dict.fromkeys((*one.works, *other.works)))
    return Call(one.start, other.end, works, one.locator if len(works) == 1 else "")


def _is_code(block: Block, call: Call) -> bool:
    return any(
        one.kind is InlineKind.CODE and one.start < call.end and call.start < one.end
        for one in block.inlines
    )


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the brackets that stand right around it."""
    closing = _BRACKETS.get(text[start - 1 : start])
    if closing and text[end : end + 1] == closing:
        return start - 1, end + 1
    return start, end
