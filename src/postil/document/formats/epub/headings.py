"""Headings of a book, brought to the levels that its table of contents gives them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from postil.document.article.builder import Place
from postil.document.formats.epub.package.titles import Title
from postil.model.article import Block, BlockKind
from postil.model.values import NamedTuple, replace
from postil.text.clean import clean_line

AHEAD = 12
"""Blocks from a place on among which its heading is looked for."""
_OPENING = 4
"""Blocks behind a place of which one may be its heading without being marked as such."""
_LONGEST = 200
"""Code points of a paragraph that may be a heading."""
_MUCH = 0.6
"""Share of a title that a line has which is no more than a heading."""
_MOTTO = 80
"""Code points that may stand between the beginning of a chapter and its heading."""
_SHORTEST = 3
"""Letters of a title that may be a part of another."""
_DEEPEST = 6
_NEAR = 400
"""Blocks by whose headings it is judged what level a title has that is not marked."""
_COMPARED = 600
"""Code points of a title that are compared."""
_NEXT = 20
"""Titles after one that may have a claim to the same heading."""


class Level(NamedTuple):
    """A heading as its chapter marks it, and the level that the contents give it."""

    marked: int
    listed: int


class Agreed(NamedTuple):
    """The blocks of a chapter with their headings as they should be."""

    blocks: Sequence[Block]
    put: Sequence[int]
    """Where headings were put in, as indexes of the blocks before, ascending."""
    last: Level | None
    """By which the headings of what follows are judged."""


def agreed(
    blocks: Sequence[Block],
    titles: Sequence[tuple[int, Title]],
    last: Level | None,
) -> Agreed:
    """Return the blocks with the levels of the contents.

    ``titles`` are the lines of the contents that lead into the chapter, each with the index of the
    block that it leads to. A title whose text has no heading is put before it.
    """
    levels: dict[int, int] = {}
    missing: list[tuple[int, Title]] = []
    squashed = [_letters(title.words) for _, title in titles]
    furthers = _furthers([place for place, _ in titles], len(blocks))
    for which, (place, title) in enumerate(titles):
        further = furthers[which]
        found = _heading(blocks, place, further, squashed, which, levels)
        if found is not None:
            levels[found] = title.level
            _add_halves(blocks, found, title, levels)
        elif title.words and place < len(blocks) and (title.level == 1 or not which):
            missing.append((place, title))
    kept: list[Block] = []
    put: list[int] = []
    missing.reverse()
    for at, block in enumerate(blocks):
        while missing and missing[-1][0] <= at:
            _, title = missing.pop()
            put.append(at)
            last = Level(_raw(blocks, at, title.level), title.level)
            words = clean_line(title.words)
            kept.append(Block(BlockKind.HEADING, words, block.line, title.level))
        if at in levels:
            marked = block.level if block.kind is BlockKind.HEADING else levels[at]
            last = Level(marked, levels[at])
            kept.append(_titled(block, levels[at]))
        elif block.kind is BlockKind.HEADING and last is not None:
            kept.append(_below(block, last))
        else:
            kept.append(block)
    return Agreed(kept, put, last)


def opening_level(blocks: Sequence[Block]) -> Level | None:
    """Return by what headings are judged without contents: the first of them is a chapter's."""
    first = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    return Level(first.level - 1, 0) if first else None


def moved(
    places: Iterable[tuple[str, Place]], put: Sequence[int], base: int
) -> Sequence[tuple[str, Place]]:
    """Return places of a chapter as they are in the book, in which headings were put in.

    What led to the beginning of a block leads to the heading that was put before it.
    """

    def block(place: Place) -> int:
        before = (bisect_right if place.offset else bisect_left)(put, place.block)
        return base + place.block + before

    return [(name, Place(block(place), place.offset)) for name, place in places]


def _furthers(places: Sequence[int], end: int) -> Sequence[int]:
    """Return the next place behind each, of places in ascending order."""
    furthers = [end] * len(places)
    for at in range(len(places) - 2, -1, -1):
        after = places[at + 1]
        furthers[at] = after if after > places[at] else furthers[at + 1]
    return furthers


def _add_halves(blocks: Sequence[Block], at: int, title: Title, levels: dict[int, int]) -> None:
    """Give the level to the heading right before or behind that is the title's other half."""
    letters, own = _letters(title.words), _letters(blocks[at].text)
    for beside in at - 1, at + 1:
        if not 0 <= beside < len(blocks) or beside in levels:
            continue
        block = blocks[beside]
        other = _letters(block.text)
        half = bool(other) and own != letters and other in letters
        if block.kind is BlockKind.HEADING:
            if half or (beside < at and block.level != blocks[at].level):
                levels[beside] = title.level
        elif half and block.kind in _PLAIN and letters in (own + other, other + own):
            levels[beside] = title.level


def _titled(block: Block, level: int) -> Block:
    """Return a block as a heading."""
    return replace(block, kind=BlockKind.HEADING, level=level, marker="", breaks=(), quoted=0)


def _below(block: Block, last: Level) -> Block:
    """Return a heading that the contents do not list, below or beside the one that they do."""
    step = block.level - last.marked
    level = last.listed + (step or 1)
    level = min(max(level, 1), _DEEPEST)
    return block if level == block.level else replace(block, level=level)


def _heading(
    blocks: Sequence[Block],
    place: int,
    further: int,
    squashed: Sequence[str],
    which: int,
    taken: Mapping[int, int],
) -> int | None:
    """Return the block that is the heading of a title, None if there is none."""
    end = min(len(blocks), max(further, place + 1), place + AHEAD)
    begin = place - 1 if place and place - 1 not in taken else place
    free = [at for at in range(begin, end) if at not in taken]
    marked = [at for at in free if blocks[at].kind is BlockKind.HEADING]
    for at in marked:
        if _agree(_letters(blocks[at].text), squashed[which]):
            return at
    if marked and marked[0] >= place and _opens(blocks, place, marked[0]):
        letters = _letters(blocks[marked[0]].text)
        if not any(_agree(letters, one) for one in squashed[which + 1 : which + _NEXT]):
            return marked[0]
    for at in free:
        block = blocks[at]
        if at < place or at >= place + _OPENING or len(block.text) > _LONGEST:
            continue
        if block.kind not in _PLAIN:
            continue
        letters = _letters(block.text)
        behind = _letters(blocks[at + 1].text) if at + 1 < len(blocks) else ""
        if _nearly(letters, squashed[which]) or (letters and letters + behind == squashed[which]):
            return at
    return None


_PLAIN = (BlockKind.PARAGRAPH, BlockKind.VERSE)


def _opens(blocks: Sequence[Block], place: int, heading: int) -> bool:
    """Tell whether a heading comes first behind a place, but for a picture or a motto."""
    before = blocks[place:heading]
    return len(before) <= 2 and sum(len(block.text) for block in before) <= _MOTTO


def _raw(blocks: Sequence[Block], at: int, level: int) -> int:
    """Return the level that a chapter would mark its title with, by those that it does mark."""
    near = blocks[at : at + _NEAR]
    marked = [block.level for block in near if block.kind is BlockKind.HEADING]
    return max(0, min(marked) - 1) if marked else level


def _agree(one: str, other: str) -> bool:
    """Tell whether two titles are the same, or one has the other in it."""
    if not one or not other:
        return False
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST and not shorter.isdigit() and shorter in longer


def _nearly(one: str, other: str) -> bool:
    """Tell whether two titles agree but for a number or a word."""
    return _agree(one, other) and min(len(one), len(other)) >= _MUCH * max(len(one), len(other))


def _letters(words: str) -> str:
    return "".join(letter for letter in words[:_COMPARED].casefold() if letter.isalnum())
