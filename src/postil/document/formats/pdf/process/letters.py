"""Words of a line from its letters: blanks by the gaps between them, and wide gaps that part it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from postil.document.formats.pdf.process.glyphs import Glyph, Row
from postil.document.formats.pdf.process.wire import FIXED, Fragment, Run
from postil.text.lazy_regex import lazily

_BLANK = 0.16
"""Share of the size that lies between two words at the least."""
_CLOSEST = 0.1
"""The same where the words of a line stand close."""
_SPACED = 0.06
"""Share of the size between the letters of a word that is spaced out."""
_WIDE_BLANK = 0.6
"""The same between letters of a script without blanks."""
_PARTED = 0.95
"""Share of the size from which a gap parts a line into fragments."""
_PARTED_FIXED = 6
"""Letters of one width that a gap must hold to part a line."""

_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "^": "\u0302",
    "¨": "\u0308",
    "˜": "\u0303",
    "~": "\u0303",
    "¸": "\u0327",
    "ˇ": "\u030c",
    "˚": "\u030a",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "˝": "\u030b",
    "˛": "\u0328",
}
"""Accents that are drawn over a letter of their own."""
_CIRCLES = "\ufffd○"
_THIN = frozenset("iljtfrI")
_MIRRORED = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«"}
_LEADERS = ".·…_"
"""Signs of which rows lead from a title to the number of its page."""
_NARROW = "\u2e7f"
"""Letters behind this one may be as wide as they are high."""
_BLANKS = " \u00a0\t\u3000\u2002\u2003\u2009"
_WIDE = lazily(
    "[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff]"
)
_RIGHT_TO_LEFT = lazily("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT = lazily("[A-Za-z0-9\u00c0-\u058f\u0660-\u0669\u06f0-\u06f9]")


def fragments(row: Row) -> list[Fragment]:
    """Return what stands together on a line, from left to right."""
    glyphs, blanks = _ordered(row.glyphs)
    if not glyphs:
        return []
    usual = _usual_gap(glyphs, blanks)
    part, blank = _PARTED + usual, _least_blank(glyphs, blanks, usual)
    found: list[Fragment] = []
    trail = max(row.glyphs, key=lambda glyph: glyph[1])[0] in _BLANKS
    one = glyphs[0]
    group, spaces = [one], [0]
    for at in range(1, len(glyphs)):
        other = glyphs[at]
        # Type of two sizes on one line may be that of two columns.
        gap = (other[1] - one[2]) / (min(other[4], one[4]))
        if one[5] & other[5] & FIXED or one[0] > _NARROW or other[0] > _NARROW:
            count = _blanks_between(one, other, blanks[at])
        elif gap > part:
            count = -1
        else:
            count = 1 if gap > blank or blanks[at] else 0
        if count < 0:
            found.append(_fragment(group, spaces, row))
            group, spaces, count = [], [], 0
        group.append(other)
        spaces.append(count)
        one = other
    found.append(_fragment(group, spaces, row)._replace(trail=int(trail)))
    return [one for one in found if one.text]


def _ordered(drawn: list[Glyph]) -> tuple[list[Glyph], list[bool]]:
    """Return the letters from left to right without blanks, and where one was drawn before each."""
    glyphs: list[Glyph] = []
    blanks: list[bool] = []
    blank: Glyph | None = None
    last: Glyph | None = None
    ordered = all(one[1] <= other[1] for one, other in pairwise(drawn))
    order = range(len(drawn)) if ordered else sorted(range(len(drawn)), key=lambda at: drawn[at][1])
    for place, at in enumerate(order):
        glyph = drawn[at]
        char = glyph[0]
        if char in _BLANKS:
            # One without a width was not drawn: it is what PDFium takes a gap for.
            if glyph[2] - glyph[1] > 0.01 * glyph[4]:
                blank = blank or glyph
            continue
        if last is not None:
            accent = blank is None and (
                char in _ACCENTS or last[0] in _ACCENTS or char in _CIRCLES or last[0] in _CIRCLES
            )
            if accent and (again := _accented(last, glyph)):
                glyphs[-1] = last = again
                continue
            if not ordered and abs(at - order[place - 1]) > 1 and _doubled(last, glyph):
                continue
        glyphs.append(glyph)
        # A blank over which the next letter is drawn is none.
        blanks.append(blank is not None and glyph[1] - blank[1] > 0.5 * (blank[2] - blank[1]))
        blank, last = None, glyph
    return glyphs, blanks


def _doubled(one: Glyph, other: Glyph) -> bool:
    """Tell whether a letter was drawn again over itself, for weight or for a shadow."""
    return (
        one.char == other.char
        and other.x0 - one.x0 < 0.12 * one.size
        and other.x0 < one.x0 + 0.5 * (one.x1 - one.x0)
    )


def _accented(one: Glyph, other: Glyph) -> Glyph | None:
    """Return letter and accent as one, where the accent is drawn over the letter."""
    if one.char in _CIRCLES or other.char in _CIRCLES:
        return _circled(one, other)
    for accent, letter in ((one, other), (other, one)):
        mark = _ACCENTS.get(accent.char)
        if mark is None or not letter.char.isalpha():
            continue
        centre = (accent.x0 + accent.x1) / 2
        if letter.x0 - 0.02 * letter.size <= centre <= letter.x1 + 0.02 * letter.size:
            plain = {"ı": "i", "ȷ": "j"}.get(letter.char, letter.char)
            made = unicodedata.normalize("NFC", plain + mark)
            return letter._replace(char=made) if len(made) == 1 else None
    return None


def _circled(one: Glyph, other: Glyph) -> Glyph | None:
    """Return the sign that a letter in a circle is."""
    for circle, letter in ((one, other), (other, one)):
        sign = {"c": "©", "r": "®", "p": "℗"}.get(letter.char[:1].lower())
        alone = letter.char[1:2] in ("", " ") and circle.x0 <= letter.x0 < circle.x1
        if sign and alone and circle.char in _CIRCLES:
            return letter._replace(char=sign + letter.char[1:], x0=circle.x0)
    return None


def _usual_gap(glyphs: Sequence[Glyph], blanks: Sequence[bool]) -> float:
    """Return the gap between two letters of a word, as a share of the size: 0 unless spaced out."""
    if len(glyphs) < 4:
        return 0.0
    gaps = [
        (other[1] - one[2]) / other[4]
        for one, other, blank in zip(glyphs, glyphs[1:], blanks[1:], strict=False)
        if not blank and one[0] not in _LEADERS and other[0] not in _LEADERS
    ]
    gaps = [gap for gap in gaps if gap < _PARTED]
    if len(gaps) < 3 or sum(gap > _SPACED for gap in gaps) < 0.7 * len(gaps):
        return 0.0
    return sorted(gaps)[len(gaps) // 2]


def _least_blank(glyphs: Sequence[Glyph], blanks: Sequence[bool], usual: float) -> float:
    """Return the gap from which two words are apart: less where all words stand close."""
    if usual:
        return _BLANK + 1.3 * usual
    gaps = [
        gap
        for one, other, blank in zip(glyphs, glyphs[1:], blanks[1:], strict=False)
        if not blank
        and one[0] not in _LEADERS
        and other[0] not in _LEADERS
        and _CLOSEST < (gap := (other[1] - one[2]) / other[4]) < _PARTED
    ]
    if len(gaps) < 4:
        return _BLANK
    return min(_BLANK, max(_CLOSEST, 0.6 * sorted(gaps)[len(gaps) // 2]))


def _blanks_between(one: Glyph, other: Glyph, drawn: bool) -> int:
    """Return how many blanks stand between letters of one width, or of wide scripts; -1 parts."""
    size = max(one.size, other.size)
    if one.style & other.style & FIXED and one.char < _NARROW and other.char < _NARROW:
        width = max(one.x1 - one.x0, 0.3 * size)
        count = round((other.x0 - one.x1) / width)
        return -1 if count > _PARTED_FIXED else max(count, int(drawn))
    gap = (other.x0 - one.x1) / size
    if gap > _PARTED:
        return -1
    wide = _WIDE.match(one.char) is not None, _WIDE.match(other.char) is not None
    if all(wide):
        return int(gap > _WIDE_BLANK or (drawn and gap > _BLANK))
    if any(wide):
        return int(drawn and gap > _BLANK)
    return int(drawn or gap > _BLANK)


def _fragment(glyphs: list[Glyph], spaces: list[int], row: Row) -> Fragment:
    """Return letters that stand together."""
    text = "".join([" " * count + glyph[0] for glyph, count in zip(glyphs, spaces, strict=True)])
    x0, x1 = min([glyph[1] for glyph in glyphs]), max([glyph[2] for glyph in glyphs])
    size = max([glyph[4] for glyph in glyphs])
    if not text.isascii() and _RIGHT_TO_LEFT.search(text):
        glyphs, spaces = _logical(glyphs, spaces)
        text = "".join([" " * count + one[0] for one, count in zip(glyphs, spaces, strict=True)])
    if _is_fixed(glyphs):
        glyphs = [glyph._replace(style=glyph.style | FIXED) for glyph in glyphs]
    runs = _runs(glyphs, spaces) if any(glyph[5] or glyph[6] >= 0 for glyph in glyphs) else []
    return Fragment(text, round(x0, 1), round(x1, 1), round(row.y, 1), round(size, 1), runs)


def _is_fixed(glyphs: list[Glyph]) -> bool:
    """Tell whether narrow and wide letters are of one width, whatever their font is called."""
    first = glyphs[0]
    wide = first[2] - first[1]
    if len(glyphs) < 4 or abs(glyphs[1][2] - glyphs[1][1] - wide) > 0.01 * first[4]:
        return False
    if any(abs(one[2] - one[1] - wide) > 0.01 * one[4] or one[0] > _NARROW for one in glyphs):
        return False
    letters = {one[0] for one in glyphs if one[0].isalpha()}
    return len(letters) > 2 and bool(letters & _THIN) and bool(letters - _THIN)


def _runs(glyphs: list[Glyph], spaces: list[int]) -> list[Run]:
    """Return where letters are set apart."""
    runs: list[Run] = []
    start = 0
    for glyph, count in zip(glyphs, spaces, strict=True):
        end = start + count + len(glyph.char)
        if glyph.style or glyph.link >= 0:
            last = runs[-1] if runs else None
            if last and last[1:] == (start, glyph.style, glyph.link):
                runs[-1] = Run(last.start, end, glyph.style, glyph.link)
            else:
                runs.append(Run(start + count, end, glyph.style, glyph.link))
        start = end
    return runs


def _logical(glyphs: list[Glyph], spaces: list[int]) -> tuple[list[Glyph], list[int]]:
    """Return letters in the order of reading where some run from right to left."""
    units: list[tuple[Glyph, int]] = list(zip(glyphs, spaces, strict=True))
    kinds = []
    for glyph, _ in units:
        if _RIGHT_TO_LEFT.match(glyph.char) and not _LEFT_TO_RIGHT.match(glyph.char):
            kinds.append("R")
        else:
            kinds.append("L" if _LEFT_TO_RIGHT.match(glyph.char) else "N")
    backwards = kinds.count("R") >= kinds.count("L") or kinds[0] == "R" == kinds[-1]
    # A sign between two letters of one direction goes with them, others with the line.
    base = "R" if backwards else "L"
    for at, kind in enumerate(kinds):
        if kind == "N":
            before = next((one for one in reversed(kinds[:at]) if one != "N"), base)
            after = next((one for one in kinds[at + 1 :] if one != "N"), base)
            kinds[at] = before if before == after else base
    # Blanks belong to the gap before a letter; turned round they stand behind it.
    stretches: list[tuple[str, list[int]]] = []
    for at, kind in enumerate(kinds):
        if stretches and stretches[-1][0] == kind:
            stretches[-1][1].append(at)
        else:
            stretches.append((kind, [at]))
    if backwards:
        stretches.reverse()
    order = [at for kind, run in stretches for at in (reversed(run) if kind == "R" else run)]
    made: list[Glyph] = []
    gaps: list[int] = []
    for place, at in enumerate(order):
        glyph = glyphs[at]
        if kinds[at] == "R":
            glyph = glyph._replace(char=_MIRRORED.get(glyph.char, glyph.char))
        made.append(glyph)
        if not place:
            gaps.append(0)
            continue
        last = order[place - 1]
        between = spaces[max(at, last)] if abs(at - last) == 1 else max(spaces[at], spaces[last], 1)
        gaps.append(between)
    return made, gaps
