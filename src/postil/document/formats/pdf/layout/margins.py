"""Running heads and feet, and page numbers: what recurs at the edge of page after page."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise

from postil.document.formats.pdf.layout.lines import Line, lines
from postil.document.formats.pdf.process.wire import Fragment, Sheet
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

AROUND = 4
"""Pages before and behind one that show what recurs."""
_DEEP = 4
"""Lines at the upper and at the lower edge that are looked at."""
_EDGE = 0.2
"""Share of the height of a page in which such lines stand."""
_SAME_HEIGHT = 3.0
"""Points by which a running head may stand higher or lower on another page."""
_FEW = 8
"""Words of a line that bears the number of a page."""
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_APART = 1.25
"""Steps from line to line beyond which there is a gap."""
_LARGER = 1.12
"""Share of the size of the text from which a line is rather a heading."""
_LONGEST = 160
"""Code points of a running head."""
_DIGITS = lazily(r"\d+")
_ROMAN = lazily(r"^[ivxlcdm]+$")
_LETTER = lazily(r"[^\W\d_]")
_NUMBER = lazily(
    r"(?i)^[\s\-–—·•|\[(]{0,40}(?:page|p\.|pg\.?|seite|s\.|página|pagina|strana|стр\.?|第)?\s{0,9}"
    r"([a-z]{0,2}-?\d{1,4}|[ivxlc]{1,8})"
    r"(?:\s{0,9}(?:/|of|von|sur|de|di|из|\|)\s{0,9}\d{1,4})?\s{0,9}(?:頁|ページ|页)?[\s\-–—·•|\])]{0,40}$"
)
_COUNT = lazily(r"^\d{1,4}\s*/\s*\d{1,4}$")
_ADDRESS = lazily(r"^(?:https?://|file://|www\.)\S+$")


class _Edge(NamedTuple):
    """A line at the edge of a page."""

    line: Line
    words: str
    """With signs for numbers."""
    pieces: frozenset[str]
    top: bool
    alone: bool
    """Nothing else stands on its page but another such line."""
    step: float
    """From one line of its page to the next, in points."""
    numbers: frozenset[int]
    """Those with which it begins or ends, as the numbers of pages do."""


class Margins:
    """Finds what recurs at the edges of pages."""

    def __init__(self, titles: Sequence[str] = (), size: float = 10.0) -> None:
        """Begin; ``titles`` are those of the document and of its chapters.

        ``size`` is that of its text, in points.
        """
        self._size = size
        self._titles = frozenset(_words(title) for title in titles if len(title) > 3)
        self._edges: dict[int, list[_Edge]] = {}

    def body(
        self, sheet: Sheet, around: Mapping[int, Sheet], label: str
    ) -> tuple[list[Fragment], list[Fragment]]:
        """Return what is no running head or foot of a page, and what is."""
        near = [
            self._of(around[at])
            for at in range(sheet.number - AROUND, sheet.number + AROUND + 1)
            if at in around and at != sheet.number
        ]
        self._edges = {at: one for at, one in self._edges.items() if at > sheet.number - 2 * AROUND}
        numbers = [
            (value - at, edge.line)
            for at in range(sheet.number - AROUND, sheet.number + AROUND + 1)
            if at in around and at != sheet.number
            for edge in self._of(around[at])
            for value in edge.numbers
        ]
        gone: set[int] = set()
        mine = self._of(sheet)
        for top in (True, False):
            outside = True
            inner = [edge for edge in mine if edge.top is top]
            for at, edge in enumerate(inner):
                if not outside:
                    break
                apart = _apart(inner[at : at + 3])
                outside = self._recurs(edge, near, label, sheet.number, apart=apart)
                outside = outside or (
                    apart
                    and _counts(edge, sheet.number, numbers)
                    and not (" " in edge.line.text.strip() and _is_within_text(edge, near))
                )
                if outside:
                    gone.update(id(part) for part in edge.line.parts)
        kept = [one for one in sheet.fragments if id(one) not in gone]
        return kept, [one for one in sheet.fragments if id(one) in gone]

    def _of(self, sheet: Sheet) -> list[_Edge]:
        """Return the lines at the edges of a page, each edge from outside in."""
        known = self._edges.get(sheet.number)
        if known is None:
            known = self._edges[sheet.number] = _edges(sheet)
        return known

    def _recurs(
        self,
        edge: _Edge,
        near: Sequence[Sequence[_Edge]],
        label: str,
        index: int,
        *,
        apart: bool,
    ) -> bool:
        text = edge.line.text.strip()
        if len(text) > _LONGEST:
            return False
        number = _NUMBER.match(text)
        if number and (number[1].lower() in (label.lower(), str(index + 1)) or _COUNT.match(text)):
            return True
        level = [
            other
            for page in near
            for other in page
            if other.top is edge.top
            and not other.alone
            and abs(other.line.y - edge.line.y) <= _SAME_HEIGHT
        ]
        if number:
            return any(_NUMBER.match(other.line.text.strip()) for other in level)
        if any(_ADDRESS.match(part.text) for part in edge.line.parts) and any(
            _NUMBER.match(part.text) for part in edge.line.parts
        ):
            return True
        if not level or not apart:
            return False
        if edge.line.size > _LARGER * self._size:
            # Headings at the top of two pages look alike; a running head is the same.
            return sum(other.line.text == text for other in level) > 1
        if any(other.words == edge.words or other.pieces & edge.pieces for other in level):
            return _LETTER.search(edge.words) is not None
        # The title of a short chapter, with the number of the page.
        numbered = label.lower() in text.lower().split() or str(index + 1) in text.split()
        standing = sum(
            abs(other.line.y - edge.line.y) <= 1 and other.line.look == edge.line.look
            for other in level
        )
        titled = any(piece in self._titles for piece in edge.pieces) or edge.words in self._titles
        return (titled or (numbered and not _is_within_text(edge, near))) and standing > 0


def _is_within_text(edge: _Edge, near: Sequence[Sequence[_Edge]]) -> bool:
    """Tell whether a line stands where the text of another page begins, or ends.

    Running heads and feet stand outside of the text on all pages. A heading that comes to stand at
    the edge of a page, with a number that is by chance the page's, does not.
    """
    for page in near:
        mine = [other for other in page if other.top is edge.top][:3]
        if (
            len(mine) > 2
            and abs(mine[0].line.y - edge.line.y) <= _SAME_HEIGHT
            and not mine[0].numbers
            and not _apart(mine)
        ):
            return True
    return False


def _counts(edge: _Edge, index: int, numbers: Sequence[tuple[int, Line]]) -> bool:
    """Tell whether a short line bears the number that pages beside its own lead to.

    ``numbers`` are those of pages less their indexes, with the lines that bear them. With words
    beside it a line must stand where those do, as headings are numbered too.
    """
    words = edge.line.text.split()
    return len(words) <= _FEW and any(
        value - index == other
        and (
            len(words) == 1
            or (abs(line.y - edge.line.y) <= 1 and abs(line.size - edge.line.size) < 0.5)
        )
        for value in edge.numbers
        for other, line in numbers
    )


def _numbers(text: str) -> frozenset[int]:
    """Return the numbers with which a line begins or ends; Roman ones stand alone in capitals."""
    words = text.strip(" -–—·•|[]()").split()
    found = set()
    for word in {*words[:1], *words[-1:]}:
        if word.isdecimal() and len(word) < 5:
            found.add(int(word))
        elif _ROMAN.match(word.lower()) and (word.islower() or len(words) == 1):
            values = [_VALUES[letter] for letter in word.lower()]
            pairs = zip(values, [*values[1:], 0], strict=True)
            found.add(sum(-one if one < other else one for one, other in pairs))
    return frozenset(found)


def _apart(edges: Sequence[_Edge]) -> bool:
    """Tell whether the outermost of some lines is set apart from what lies further in.

    By a gap, which may be that below a second line of a head, or by another look.
    """
    if len(edges) < 2 or edges[0].line.look != edges[1].line.look:
        return True
    return any(
        abs(one.line.y - other.line.y) > _APART * max(one.step, one.line.size)
        for one, other in pairwise(edges)
    )


def _edges(sheet: Sheet) -> list[_Edge]:
    standing = lines(sheet.fragments, sheet.number)
    found = []
    steps = sorted(one.y - other.y for one, other in pairwise(standing))
    step = steps[len(steps) // 2] if steps else 0.0
    for top in (True, False):
        ordered = standing if top else standing[::-1]
        for line in ordered[:_DEEP]:
            from_edge = sheet.height - line.y if top else line.y
            if from_edge > _EDGE * sheet.height:
                break
            pieces = {_words(part.text) for part in line.parts}
            telling = frozenset(
                piece for piece in pieces if len(_LETTER.findall(piece)) > 2 and piece != "#"
            )
            found.append(
                _Edge(
                    line,
                    _words(line.text),
                    telling,
                    top,
                    len(standing) < 3,
                    step,
                    _numbers(line.text),
                )
            )
    return found


def _words(text: str) -> str:
    """Return the words of a line as they recur, numbers as signs."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = ("#" if _ROMAN.match(word) else _DIGITS.sub("#", word) for word in plain.split())
    return " ".join(words).strip("# ") or "#"
