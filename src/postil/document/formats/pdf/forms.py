"""Forms of lists and code: what their lines say of markers, indents and empty lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from postil.document.formats.pdf.layout.lines import Line
from postil.document.formats.pdf.layout.markers import BULLETS
from postil.text.lazy_regex import lazily

_NUMBERED = lazily(r"^(\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]$")


def list_of(marker: str) -> tuple[str, dict[str, str], str] | None:
    """Return the element of the list whose items are marked so, and the item's number.

    None for markers that no list of ours has, such as ``[12]``.
    """
    if marker in BULLETS:
        return "ul", {}, ""
    if not _NUMBERED.match(marker):
        return None
    sign, delimiter = marker[:-1], marker[-1]
    attributes = {"delimiter": delimiter}
    if sign.isdigit():
        return "ol", attributes, sign
    if len(sign) > 1 or sign in "ivxIVX":
        values = {"i": 1, "v": 5, "x": 10}
        numbers = [values.get(one, 0) for one in sign.lower()]
        total = sum(-one if one < max(numbers[at:]) else one for at, one in enumerate(numbers))
        return "ol", attributes | {"type": "I" if sign.isupper() else "i"}, str(total)
    kind = "A" if sign.isupper() else "a"
    return "ol", attributes | {"type": kind}, str(ord(sign.lower()) - 96)


def code_text(lines: Sequence[Line], left: float) -> str:
    """Return lines of code with their indents and empty lines."""
    wide = sum((line.x1 - line.x0) / max(1, len(line.text)) for line in lines) / len(lines)
    steps = sorted(one.y - other.y for one, other in pairwise(lines))
    usual = steps[len(steps) // 4] if steps else 0.0
    text = ""
    for at, line in enumerate(lines):
        if at:
            step = lines[at - 1].y - line.y
            text += "\n" * (2 if usual and step > 1.6 * usual else 1)
        text += " " * round((line.x0 - left) / wide if wide else 0) + line.text
    return text
