"""Lists that stand open around the present place, and the markers of their items."""

from __future__ import annotations

from collections.abc import Mapping

from postil.model.values import dataclass
from postil.text.clean import clean_line

_DEEPEST = 99
"""Levels of a list that are told apart."""
_LETTERS = 26
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3999
_LONGEST = 40
"""Code points of a marker that the document has written."""
BOXES = OPEN, DONE, BEGUN = "\u2610", "\u2611", "\u25ea"
"""Marks of a task that is open, done, or done in part, in the place of a bullet."""
BULLET = "•"


@dataclass(slots=True)
class _Frame:
    """One list: how it counts, and the number that its next item bears."""

    form: str
    """"" for bullets, else the ``type`` of an ordered list: 1, a, A, i or I."""
    number: int = 1
    step: int = 1
    delimiter: str = "."


class ListFrames:
    """The open lists, from the outermost in."""

    def __init__(self) -> None:
        self._frames: list[_Frame] = []

    @property
    def depth(self) -> int:
        """How deep an item is nested, from 1; 0 outside of lists."""
        return min(len(self._frames), _DEEPEST)

    def open(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Open a list; ``start``, ``type`` and ``reversed`` are those of HTML.

        ``delimiter`` stands behind a number, a full stop if nothing else is said.
        """
        if tag != "ol":
            self._frames.append(_Frame(""))
            return
        form = attributes.get("type") or "1"
        frame = _Frame(form if form in ("1", "a", "A", "i", "I") else "1")
        frame.number = _integer(attributes.get("start"), 1)
        frame.step = -1 if "reversed" in attributes else 1
        frame.delimiter = attributes.get("delimiter") or "."
        self._frames.append(frame)

    def close(self) -> None:
        """Close the innermost list; nothing if none is open."""
        if self._frames:
            self._frames.pop()

    def marker(self, attributes: Mapping[str, str | None]) -> str:
        """Return the marker of the next item.

        ``value`` says its number where the item does, ``marker`` all of it as the document has it,
        and ``box`` whether a task is done.
        """
        if said := attributes.get("marker"):
            return clean_line(said, _LONGEST)
        box = attributes.get("box")
        marker = self._counted(attributes)
        return boxed(marker, box) if box and box in BOXES else marker

    def _counted(self, attributes: Mapping[str, str | None]) -> str:
        frame = self._frames[-1] if self._frames else _Frame("")
        if not frame.form:
            return BULLET
        number = _integer(attributes.get("value"), frame.number)
        frame.number = number + frame.step
        return f"{counted(number, frame.form)}{frame.delimiter}"


def boxed(marker: str, box: str) -> str:
    """Return the marker of an item that is a task: the box stands for its bullet."""
    return box if marker == BULLET else f"{marker} {box}"


def box_of(attributes: Mapping[str, str | None]) -> str:
    """Return the box that an ``input`` of HTML is, "" if it is none."""
    if (attributes.get("type") or "").lower() != "checkbox":
        return ""
    return DONE if "checked" in attributes else BEGUN if "indeterminate" in attributes else OPEN


def _integer(value: str | None, default: int) -> int:
    try:
        number = int(value or "")
    except ValueError:
        return default
    return number if abs(number) < 1_000_000_000 else default


def counted(number: int, form: str) -> str:
    """Return a number as a list of this form writes it: 1, a, A, i or I."""
    if number < 1 or form == "1":
        return str(number)
    if form in "iI":
        if number > _MOST_ROMAN:
            return str(number)
        said = ""
        for value, letters in _ROMAN:
            said += letters * (number // value)
            number %= value
    else:
        said = ""
        while number:
            number, rest = divmod(number - 1, _LETTERS)
            said = chr(ord("a") + rest) + said
    return said.upper() if form.isupper() else said
