"""Headings that no style marks: short lines, larger or heavier than the text that follows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from postil.document.formats.office.paragraphs import Item, Paragraph
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_LONGEST = 120
"""Code points of a heading."""
_MOST_WORDS = 16
_LARGER = 1.1
"""Times the size of the text from which a line is larger: 13 points beside 12 are not."""
_PROSE = 60
"""Code points of a paragraph that a heading can stand over."""
_RUN = 3
"""Lines of one look in a row that are an address or a list, and no headings."""
_SHARE = 0.3
"""Share of the letters beyond which a look is that of the text."""
_FEWEST_STYLED = 2
"""Headings by style from which a document is taken to mark its headings."""
_DEEPEST = 6

_NUMBER = lazily(r"(?:(?P<number>\d{1,3}(?:\.\d{1,3}){0,5})[.)]?\s|[IVXLC]{1,6}[.)]\s|[A-Z][.)]\s)")
_ENDING = lazily(r"(?:[.,;…]|[^.]:)[\"”’»)\]]*$")
_NO_OPENING = lazily(r"\s*[-–—•*·(\[\"“„«]")


class _Look(NamedTuple):
    """What a line looks like; the greater of two looks stands over the other."""

    size: float
    """0 where it is that of the text."""
    heavy: bool
    capitals: bool
    underlined: bool


def find_headings(items: Sequence[Item]) -> Mapping[int, int]:
    """Return the levels of the paragraphs that are headings by their looks, by their indices."""
    outer = _outermost(items)
    usual = _usual_size(outer)
    styled = sum(one.level > 0 for _, one in outer)
    found = {at: look for at, (_, one) in enumerate(outer) if (look := _look(one, usual))}
    found = _that_stand_over(found, outer)
    if styled >= _FEWEST_STYLED:
        found = _beside_styled(found, outer)
    if not found:
        return {}
    ranks = _ranks(found, outer)
    levels: dict[int, int] = {}
    above = 0
    sizes = _sizes_of_levels(outer, usual)
    for at, (index, one) in enumerate(outer):
        if one.level:
            above = one.level
        elif at in found:
            level = ranks[at]
            if styled >= _FEWEST_STYLED:
                level = _among(found[at], sizes, above, usual)
            levels[index] = min(level, _DEEPEST)
    return levels


def _outermost(items: Sequence[Item]) -> list[tuple[int, Paragraph]]:
    """Return the paragraphs that have any words and stand in no table, with their indices."""
    found = []
    deep = 0
    for index, item in enumerate(items):
        if not isinstance(item, Paragraph):
            if item.tag == "table":
                deep += 1 if item.begins else -1
                # What a table parts does not follow each other.
                found.append((index, Paragraph(role="table")))
        elif not deep and item.filled:
            found.append((index, item))
    return found


def _usual_size(outer: Sequence[tuple[int, Paragraph]]) -> float:
    """Return the size in points that most words have, 0 where none is known."""
    sizes: Counter[float] = Counter()
    for _, one in outer:
        if not one.level:
            for piece in one.pieces:
                if piece.size:
                    sizes[piece.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _look(one: Paragraph, usual: float) -> _Look | None:
    """Return the look of a line that may be a heading, None of any other paragraph."""
    if one.level or one.role or (one.depth and not one.marker[:1].isalnum()):
        return None
    text = one.text.strip()
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return None
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or _NO_OPENING.match(text):
        return None
    words = [piece for piece in one.pieces if piece.kind == "text" and piece.text.strip()]
    size = min(piece.size or usual for piece in words)
    large = bool(usual) and size >= usual * _LARGER
    heavy = all("strong" in piece.marks for piece in words)
    underlined = all("u" in piece.marks and not piece.link for piece in words)
    capitals = len(letters) > 3 and text.upper() == text and text.lower() != text
    if _ENDING.search(text) and not (large and heavy and text.endswith(":")):
        return None
    if not (large or heavy or underlined or capitals):
        return None
    if usual and size < usual:
        return None
    if one.depth and not (heavy or large):
        return None
    return _Look(size if large else 0.0, heavy, capitals, underlined)


def _that_stand_over(
    found: Mapping[int, _Look], outer: Sequence[tuple[int, Paragraph]]
) -> dict[int, _Look]:
    """Leave what text follows, in looks that are not those of the text itself."""
    letters: Counter[_Look] = Counter()
    for at, look in found.items():
        letters[look] += len(outer[at][1].text)
    most = _SHARE * sum(len(one.text) for _, one in outer)
    few = {look for look, count in letters.items() if count <= most}
    kept: dict[int, _Look] = {}
    for at in sorted(found, reverse=True):
        look = found[at]
        if look not in few or _in_a_run(at, found) or at + 1 >= len(outer):
            continue
        below = outer[at + 1][1]
        if at + 1 in kept:
            over = look >= kept[at + 1]
        elif at + 1 in found:
            over = look > found[at + 1] and bool(look.size)
        else:
            over = bool(below.level or below.role or below.depth) or (
                len(below.text) >= (_PROSE if not look.size else 1)
            )
        if over:
            kept[at] = look
    return kept


def _in_a_run(at: int, found: Mapping[int, _Look]) -> bool:
    """Tell whether lines of this look stand one under the other."""
    first, last = at, at
    while found.get(first - 1) == found[at]:
        first -= 1
    while found.get(last + 1) == found[at]:
        last += 1
    return last - first + 1 >= _RUN


def _beside_styled(
    found: Mapping[int, _Look], outer: Sequence[tuple[int, Paragraph]]
) -> dict[int, _Look]:
    """Leave what is larger than the text, or heavy more than once over whole paragraphs."""
    looks = Counter(look for look in found.values() if not look.size)
    kept = {}
    for at, look in found.items():
        prose = len(outer[at + 1][1].text) >= _LONGEST
        if look.size or (look.heavy and looks[look] > 1 and prose):
            kept[at] = look
    return kept


def _ranks(found: Mapping[int, _Look], outer: Sequence[tuple[int, Paragraph]]) -> dict[int, int]:
    """Return levels by the order of looks, and among equals by how deep they are numbered."""
    keys = {at: (look, -_numbered(outer[at][1])) for at, look in found.items()}
    order = sorted(set(keys.values()), reverse=True)
    return {at: 1 + order.index(key) for at, key in keys.items()}


def _numbered(one: Paragraph) -> int:
    """Return how many numbers stand before a heading: 2 for "1.2 Water"; 1 for none as well."""
    number = _NUMBER.match(f"{one.marker} {one.text.strip()}".strip())
    return 1 + number["number"].count(".") if number and number["number"] else 1


def _sizes_of_levels(outer: Sequence[tuple[int, Paragraph]], usual: float) -> dict[int, float]:
    """Return how large the headings of each level are that have a style."""
    sizes: dict[int, float] = {}
    for _, one in outer:
        if one.level and (known := [piece.size for piece in one.pieces if piece.size]):
            sizes.setdefault(one.level, max(known))
    return {level: size for level, size in sizes.items() if size > usual}


def _among(look: _Look, sizes: Mapping[int, float], above: int, usual: float) -> int:
    """Return the level of a heading among those with a style, by its size or by what is above."""
    size = look.size or usual
    for level in sorted(sizes):
        if size >= sizes[level]:
            return level
    return above + 1
