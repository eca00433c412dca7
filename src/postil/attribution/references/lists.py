"""Lists of references and notes of an article: found by title and form, cut into entries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from postil.attribution.references.titles import is_list_title, is_note
from postil.attribution.works.read import LONGEST, read_work, whole_entry
from postil.attribution.works.scan import Work
from postil.model.article import Article, Block, BlockKind, InlineKind
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_ENTRY_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.VERSE, BlockKind.FOOTNOTE)
_LABEL = lazily(
    r"\s{0,3}(?:[\[［](?P<square>\d{1,4}|[A-Za-z][\w.:+-]{1,24})[\]］]|\((?P<round>\d{1,3})\)"
    r"|(?P<plain>\d{1,3})[.)](?=\s)|(?P<raised>[¹²³⁰⁴-⁹]{1,4}))\s{0,3}(?=\S)"
)
_MARKER = lazily(r"[\[(［]?(?P<label>\d{1,4}|[A-Za-z][\w.:+-]{1,24})[\]).］]{0,2}")
_NAMED_LINE = lazily(r"[^\W\d_a-zß-öø-ÿ][\w'’-]{1,24},\s[^\W\d_a-zß-öø-ÿ]")
_YEAR = lazily(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TRIED = 40
"""Entries of a list that are read to tell whether it is one."""
_FEW = 0.5
"""Share of entries that name works from which on a list is one of references."""
_MOST = 0.8
"""Share from which on an entry that is not understood is a work all the same."""


class Place(NamedTuple):
    """Where an entry stands: the index of its block, and offsets within that."""

    block: int
    start: int
    end: int


class Entry(NamedTuple):
    """An entry of a list, or a note."""

    label: str
    """The number or the sign by which it is cited; "" where it has none."""
    place: Place


class ReferenceList:
    """A list of entries; their works are read when one is asked for."""

    def __init__(self, article: Article, entries: list[Entry], *, notes: bool = False) -> None:
        self._article = article
        self.entries = entries
        self.notes = notes
        """They are notes, of which many name no work."""
        self._works: dict[int, Work | None] = {}

    @property
    def first(self) -> int:
        """The index of the block with which it begins."""
        return self.entries[0].place.block

    @cached_property
    def by_label(self) -> dict[str, int]:
        """The number of the entry with each label; of two entries with one label there is none."""
        found: dict[str, int] = {}
        twice = set()
        for number, entry in enumerate(self.entries):
            if entry.label and found.setdefault(entry.label, number) != number:
                twice.add(entry.label)
        return {label: number for label, number in found.items() if label not in twice}

    @cached_property
    def known_share(self) -> float:
        """The share of its entries that name works, by the first of them."""
        tried = range(min(_TRIED, len(self.entries)))
        return sum(self._read(number) is not None for number in tried) / len(tried)

    def text(self, number: int) -> str:
        """Return the words of an entry."""
        block, start, end = self.entries[number].place
        return self._article.blocks[block].text[start:end]

    def work(self, number: int) -> Work | None:
        """Return the work that an entry names; None where it names none that is known.

        In a list nearly all of whose entries are works, one that is not understood is its words.
        """
        if not self.notes and self.known_share < _FEW:
            return None
        work = self._read(number)
        if work is None and not self.notes and self.known_share >= _MOST:
            words = self.text(number)
            if _YEAR.search(words) or "http" in words:
                return Work(whole_entry(words), sure=False)
        return work

    def _read(self, number: int) -> Work | None:
        if number not in self._works:
            block, start, end = self.entries[number].place
            runs = [
                (max(one.start, start) - start, min(one.end, end) - start)
                for one in self._article.blocks[block].inlines
                if one.kind is InlineKind.EMPHASIS and one.start < end and one.end > start
            ]
            self._works[number] = read_work(self.text(number), sorted(runs))
        return self._works[number]


def find_lists(article: Article) -> list[ReferenceList]:
    """Return the lists of an article, its notes first; most articles have none."""
    notes = [
        Entry(_bare(block.marker), Place(index, 0, len(block.text)))
        for index, block in enumerate(article.blocks)
        if is_note(block)
    ]
    found = [ReferenceList(article, notes, notes=True)] if notes else []
    done = 0
    for index, block in enumerate(article.blocks):
        if index < done or not is_list_title(block):
            continue
        done = _end(article, index)
        entries = [
            entry
            for at in range(index + 1, done)
            if article.blocks[at].kind in _ENTRY_KINDS
            for entry in _entries(article.blocks[at], at)
        ]
        if entries:
            found.append(ReferenceList(article, entries))
    return found


def _end(article: Article, title: int) -> int:
    """Return the index of the block behind a list: the next heading that is no part of it."""
    level = article.blocks[title].level
    heading = article.blocks[title].kind is BlockKind.HEADING
    for index in range(title + 1, len(article.blocks)):
        block = article.blocks[index]
        if block.kind is BlockKind.HEADING and not (heading and block.level > level):
            return index
    return len(article.blocks)


def _bare(marker: str) -> str:
    match = _MARKER.fullmatch(marker.strip())
    return match["label"] if match is not None else marker.strip("[]():. ")


def _entries(block: Block, at: int) -> Iterator[Entry]:
    """Yield the entries of a block: mostly one, but one a line where lines were run together."""
    if block.kind is BlockKind.FOOTNOTE or not block.breaks:
        cuts = [0]
    else:
        lines = [0, *block.breaks]
        labelled = [cut for cut in lines if _label(block.text, cut)[0]]
        cuts = labelled if labelled[:1] == [0] and len(labelled) > 1 else _named(block, lines)
    for cut, end in zip(cuts, [*cuts[1:], len(block.text)], strict=True):
        label, start = _label(block.text, cut)
        if not label and cut == 0 and block.marker:
            label = _bare(block.marker)
            label = label if any(map(str.isalnum, label)) else ""
        stop = end
        while stop > start and block.text[stop - 1].isspace():
            stop -= 1
        if start < stop <= start + LONGEST:
            yield Entry(label, Place(at, start, stop))


def _named(block: Block, lines: list[int]) -> list[int]:
    """Return where lines begin with a name behind one that ends with a full stop."""
    cuts = [0]
    for cut in lines[1:]:
        before = block.text[:cut].rstrip()
        begins = before.endswith((".", "/")) and _NAMED_LINE.match(block.text, cut)
        if begins and _YEAR.search(block.text[cuts[-1] : cut]):
            cuts.append(cut)
    return cuts


def _label(text: str, at: int) -> tuple[str, int]:
    """Return the label with which an entry begins, and where its words begin."""
    match = _LABEL.match(text, at)
    if match is None:
        return "", at
    label = match["square"] or match["round"] or match["plain"] or match["raised"]
    return label.translate(_RAISED), match.end()
