"""Levels: how deep each heading stands, by its signs, its number, its word and its look."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.headings.candidates import Candidates
from postil.document.formats.headings.labels import Label
from postil.document.formats.headings.numerals import readings
from postil.document.formats.headings.title_words import is_capitals, is_known
from postil.model.article import BlockKind

_DEEPEST = 6
_PART, _CHAPTER = 0, 1
"""Ranks among the words for parts."""
PartKind = tuple[int, str]
"""A rank, and the word itself where several of one rank may hold each other."""
_LONGEST_ENDING = 2
"""Letters of the ending of a plural."""
_TITLED = 3
"""Titles with signs from which the first may be that of the text."""


def settle(candidates: Candidates) -> dict[int, int]:
    """Return the level of each heading, the highest being 1, by index of its block."""
    found = sorted(candidates.levels)
    # A few lines with signs among many with labels are more likely commands or credits.
    if len(candidates.signed) > len(candidates.labels.keys() - candidates.signed.keys()):
        levels = _by_signs(candidates, found)
    else:
        levels = _Nesting(candidates, found).levels()
    lowest = min(levels.values(), default=1)
    return {index: min(level - lowest + 1, _DEEPEST) for index, level in levels.items()}


def _by_signs(candidates: Candidates, found: list[int]) -> dict[int, int]:
    """Rank the signs under titles by the order of their first use, as reStructuredText does."""
    styles: dict[str, int] = {}
    levels: dict[int, int] = {}
    current = 0
    signed = [index for index in found if index in candidates.signed]
    title = _title(candidates, signed)
    for index in found:
        style = candidates.signed.get(index)
        if index == title:
            levels[index] = 1
            continue
        if style is None:
            levels[index] = current + 1
            continue
        if style.startswith("#"):
            current = candidates.blocks[index].block.level
        else:
            # A style stands right below the one under which it is first used.
            current = styles.setdefault(style, current + 1)
        levels[index] = current
    return levels


def _title(candidates: Candidates, signed: list[int]) -> int | None:
    """Return the title of a text whose signs stand under lesser titles too, below others."""
    if len(signed) < _TITLED or signed[1] != signed[0] + 1:
        return None
    first, second = (candidates.signed[index] for index in signed[:2])
    later = [candidates.signed[index] for index in signed[2:]]
    is_reused = first != second and first in later and not first.startswith("#")
    return signed[0] if is_reused else None


class _Nesting:
    """Labelled headings as they stand one in another, and those without label among them."""

    def __init__(self, candidates: Candidates, found: list[int]) -> None:
        self._candidates = candidates
        self._found = found
        self._labelled = [index for index in found if index in candidates.labels]
        labels = [candidates.labels[index] for index in self._labelled]
        self._counts_chapters = any(
            label.rank == _CHAPTER
            and bool(label.numerals)
            and all(len(one.kind) > 1 for one in label.numerals)
            for label in labels
        )
        """There are chapters with numbers, and not appendices with letters alone."""
        self._kinds = _in_order([part for label in labels if (part := _kind_of_part(label))])
        """What words name, the greatest first."""
        self._holding = {kind for label in labels if (kind := _kind_of_root(label))}
        """What the first numbers count in of headings that are numbered as in 2.3."""
        self._open: list[tuple[str, int]] = []
        """Schemes of the headings that hold the current one, each with its level."""
        self._roots: set[str] = set()
        """Schemes whose headings hold such."""
        self._numbered: dict[tuple[str, ...], int] = {}
        """The level of the latest heading of each number."""

    def levels(self) -> dict[int, int]:
        """Return the level of each heading."""
        given: dict[int, int] = {}
        nested = self._nested_ones()
        current = 0
        above = ""
        for place, index in enumerate(self._found):
            label = self._candidates.labels.get(index)
            if self._candidates.blocks[index].block.kind is BlockKind.HEADING:
                # Acts and scenes come with their levels.
                level = current = self._candidates.levels[index]
                self._open = [("given", level)]
            elif label is None:
                below = self._found[place + 1] if place + 1 < len(self._found) else index
                above = self._is_plural_of(index, below)
                nest = index in nested and not above
                level = self._bare(index, current, nested=nest)
            elif label.rank is None:
                level = self._by_number(index, label)
            else:
                if label.scheme != above:
                    above = ""
                level = self._by_kind(_kind_of_part(label)) + bool(above)
            if label is not None:
                self._numbered[label.path] = level
                current = level
            given[index] = level
        return given

    def _by_kind(self, kind: PartKind | None) -> int:
        level = 1 + self._kinds.index(kind) if kind in self._kinds else 1
        self._open = [(f"part {kind}", level)]
        return level

    def _of_chapters(self) -> int:
        """Return the level of chapters, 0 if there are none."""
        kinds = self._kinds
        return next((at for at, (rank, _) in enumerate(kinds, 1) if rank == _CHAPTER), 0)

    def _by_number(self, index: int, label: Label) -> int:
        depth = len(label.path)
        if depth > 1:
            above = self._numbered.get(label.path[:-1])
            if above is None:
                whole = [level for scheme, level in self._open if scheme == f"depth {depth}"]
                above = (
                    whole[0] - 1 if whole else (self._open[0][1] if self._open else 0) + depth - 2
                )
            level = above + 1
            self._close(level)
            self._open.append((f"depth {depth}", level))
            return level
        scheme = self._candidates.schemes.get(index) or f"{label.scheme} {label.numerals[0].kind}"
        for at, (opened, level) in enumerate(self._open):
            if opened == scheme:
                del self._open[at + 1 :]
                return level
        kinds = {one.kind for one in label.numerals}
        if kinds & self._holding and self._open and self._open[0][0] in self._roots:
            # Behind the last of 1, 2, 3 with their 1.1 come A, B, C with their A.1.
            level = self._open[0][1]
            self._open = [(scheme, level)]
            self._roots.add(scheme)
            return level
        level = self._open[-1][1] + 1 if self._open else 1
        if kinds & self._holding:
            self._roots.add(scheme)
        self._open.append((scheme, level))
        return level

    def _close(self, level: int) -> None:
        while self._open and self._open[-1][1] >= level:
            self._open.pop()

    def _bare(self, index: int, current: int, *, nested: bool) -> int:
        """Return the level of a heading without a label, such as a preface."""
        text = self._candidates.texts[index]
        if chapters := self._of_chapters():
            level = chapters if current else 1
            if is_known(text):
                if self._counts_chapters:
                    self._open = [("chapter", level)]
                return level
            if index - 1 in self._candidates.labels or not is_capitals(text):
                return current + 1
            return level
        return current + 1 if nested and not is_known(text) else 1

    def _is_plural_of(self, index: int, below: int) -> str:
        """Return the word of the headings that "Amendments" stands above, "" where it is none."""
        label = self._candidates.labels.get(below)
        if label is None or label.rank is None:
            return ""
        text = self._candidates.texts[index].casefold()
        longer = len(text) - len(label.scheme)
        plural = text.startswith(label.scheme) and 0 < longer <= _LONGEST_ENDING
        return label.scheme if plural and text.isalpha() else ""

    def _nested_ones(self) -> set[int]:
        """Return the headings without label that stand within labelled ones, not beside them.

        Where some stand between labelled ones, so do those behind the last.
        """
        if not self._labelled:
            return set()
        first, last = self._labelled[0], self._labelled[-1]
        bare = [index for index in self._found if index not in self._candidates.labels]
        blocks = self._candidates.blocks
        deepest = max(blocks[index].indent for index in self._labelled)
        within = any(
            first < index < last and not is_known(self._candidates.texts[index]) for index in bare
        )
        return {
            index for index in bare if index > first and (within or blocks[index].indent > deepest)
        }


def _kind_of_part(label: Label) -> PartKind | None:
    """Return what the word of a label names; of the greatest parts, which stand in each other.

    None for a label without word.
    """
    if label.rank is None:
        return None
    return label.rank, label.scheme if label.rank == _PART and label.numbered else ""


def _in_order(kinds: Sequence[PartKind]) -> list[PartKind]:
    """Return each kind of parts once, the greatest first.

    Parts, books and volumes hold each other in the order of their first use. Elsewhere words tell
    which is the greater, but for one that comes before the other and behind it again: articles of
    treaties have sections, which in laws hold the articles.
    """
    order = sorted(dict.fromkeys(kinds), key=lambda kind: (kind[0], kinds.index(kind)))
    for at in range(1, len(order)):
        for place in range(at, 0, -1):
            greater, lesser = order[place - 1 : place + 1]
            begins = kinds.index(greater)
            if kinds.index(lesser) > begins or lesser not in kinds[begins:]:
                break
            order[place - 1 : place + 1] = [lesser, greater]
    return order


def _kind_of_root(label: Label) -> str:
    """Return what the first number counts in of a label such as 2.3; nothing if it has no dot."""
    if len(label.path) < 2:
        return ""
    first = next(readings(label.path[0]), None)
    return first.kind if first else ""
