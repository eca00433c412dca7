"""Lists of an ODT: styles of lists, and the numbers of items and headings."""

from __future__ import annotations

from postil.document.formats.odt.names import count_of
from postil.document.formats.office.counters import LEVELS, Counter, ListLevel
from postil.document.formats.office.symbols import readable
from postil.document.formats.office.xml_parts import Element
from postil.model.values import dataclass, field

OUTLINE = "\x00outline"
"""The style of lists by which headings are numbered."""
_FORMS = ("1", "a", "A", "i", "I")


@dataclass(slots=True)
class Lists:
    """Styles of lists, and the lists that were begun."""

    styles: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    _last: dict[str, Counter] = field(default_factory=dict)
    """The counter of each style that counted last."""
    _named: dict[str, Counter] = field(default_factory=dict)

    def add(self, one: Element) -> None:
        """Take a style of lists."""
        if one.tag in ("text:list-style", "text:outline-style"):
            name = OUTLINE if one.tag == "text:outline-style" else one.get("style:name")
            levels: dict[int, ListLevel] = {}
            for each in one.elements():
                at = count_of(each.get("text:level"), 0) - 1
                if 0 <= at < LEVELS:
                    levels[at] = _level(each, at)
            self.styles[name] = levels

    def begin(self, one: Element, style: str) -> Counter:
        """Begin a list, or go on with one that was begun; return its counter."""
        follows = one.get("text:continue-list")
        counter = self._named.get(follows) if follows else None
        if counter is None and one.get("text:continue-numbering") == "true":
            counter = self._last.get(style)
        if counter is None:
            counter = Counter(self.styles.get(style, _BULLETS))
        self._last[style] = counter
        if name := one.get("xml:id"):
            self._named[name] = counter
        return counter

    def heading(self, level: int, start: int | None) -> str:
        """Count a heading; return its number, "" where headings have none."""
        if not any(each.form for each in self.styles.get(OUTLINE, {}).values()):
            return ""
        counter = self._last.get(OUTLINE)
        if counter is None:
            counter = self._last[OUTLINE] = Counter(self.styles[OUTLINE])
        return counter.marker(level - 1, start)


_BULLETS = {at: ListLevel("", "•") for at in range(LEVELS)}


def _level(one: Element, at: int) -> ListLevel:
    """Return how a level counts; numbers of those above it can stand before its own."""
    if one.tag == "text:list-level-style-bullet":
        return ListLevel("", readable(one.get("text:bullet-char", "•")) or "•")
    if one.tag == "text:list-level-style-image":
        return ListLevel("", "•")
    form = one.get("style:num-format")
    if not form:
        return ListLevel("", "")
    shown = min(count_of(one.get("text:display-levels"), 1), at + 1)
    numbers = ".".join(f"%{each + 1}" for each in range(at + 1 - shown, at + 1))
    pattern = f"{one.get('style:num-prefix')}{numbers}{one.get('style:num-suffix')}"
    form = form if form in _FORMS else "1"
    return ListLevel(form, pattern, count_of(one.get("text:start-value"), 1))
