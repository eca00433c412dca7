"""Samples of a document: lines from all of it that have bytes outside ASCII."""

from __future__ import annotations

from postil.text.lazy_regex import lazily_bytes

_PLACES = 12
"""Places of a long document from which lines are taken, evenly far from one another."""
_ENOUGH = 1600
"""Bytes outside ASCII that tell enough; more only take longer."""
_LINE = 4000
"""Bytes that are taken of a line."""
_ODD = lazily_bytes(rb"[\x80-\xff]")
_TEXT = bytes(range(128))


def sample(data: bytes) -> bytes:
    """Return some whole lines, from the whole of the data, with enough bytes outside ASCII."""
    step = len(data) // _PLACES
    most = _ENOUGH // _PLACES if step > _LINE else _ENOUGH
    lines: list[bytes] = []
    odd = at = 0
    for place in range(_PLACES):
        taken = 0
        at = max(at, place * step if step > _LINE else 0)
        while taken < most and (found := _ODD.search(data, at)):
            start = max(at, data.rfind(b"\n", at, found.start()) + 1)
            end = data.find(b"\n", found.start()) + 1 or len(data)
            if end - start > _LINE:
                start = max(start, found.start() - _LINE // 8)
                start, end = _cut(data, start, min(end, start + _LINE))
            line = data[start:end]
            lines.append(line)
            taken += len(line.translate(None, _TEXT))
            at = end
        odd += taken
        if odd >= _ENOUGH or at >= len(data):
            break
    return b"".join(lines)


def _cut(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Return a piece of a long line, cut where no character can be cut in two.

    Behind a sign of ASCII below @ that no encoding has as a second byte a new character begins.
    """
    first = next((at + 1 for at in range(start, min(start + 200, end)) if data[at] < 48), start)
    last = next((at for at in range(end, max(end - 200, first), -1) if data[at - 1] < 48), end)
    return first, last
