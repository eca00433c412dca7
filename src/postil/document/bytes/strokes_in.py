"""Strokes in bytes: whether a text was made for a terminal, or is a printed manual page."""

from __future__ import annotations

from postil.text.lazy_regex import lazily_bytes

_STROKES = lazily_bytes(rb"(?:[^\x00-\x1f]\x08[^\x00-\x1f]|\x1b\[[0-9;]{0,20}m)")
_FEWEST = 3
"""Strokes of a text that has them on purpose."""
_HEAD = lazily_bytes(
    rb"\s{0,200}(?:(?P<name>[^\s(]{1,80}\([0-9nlo]\w{0,9}\))[ \t][^\n]{0,300}(?P=name)[ \t\r]*\n"
    rb"|\S[^\n]{0,300}\w\([0-9nlo]\w{0,9}\)[ \t\r]{0,40}\n(?:[ \t\r]{0,40}\n){1,4}"
    rb"[^\s\x00-\x1f][^\n]{0,60}\n[ \t]{2,16}\S)"
)
"""A line with the title of a page at both ends, or with one and above a heading at the edge."""
_NAME = lazily_bytes(
    rb"[A-Z]{3,20}[ \t\r]{0,40}\n {3,16}\S[^\n]{0,200} (?:-|\xe2\x80[\x90-\x94]) \S"
)
"""A heading in capitals over a name and what is done under it: a page without its head."""
_HEADING = lazily_bytes(rb"\n[A-Z][A-Z ]{2,40}[ \t\r]{0,40}\n {3,16}\S")
_SAMPLE = 1 << 14


def is_printed(head: bytes) -> bool:
    """Tell whether a text has letters struck over one another, or begins as a manual page does."""
    sample = head[:_SAMPLE]
    if b"\x08" in sample or b"\x1b[" in sample:
        found = _STROKES.finditer(sample)
        return sum(1 for _ in zip(found, range(_FEWEST), strict=False)) == _FEWEST
    if sample[:3].isupper() and _NAME.match(sample):
        return bool(_HEADING.search(sample))
    return b")" in sample[:400] and bool(_HEAD.match(sample))
