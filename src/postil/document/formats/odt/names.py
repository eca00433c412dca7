"""Name spaces of ODT, each with a prefix."""

from __future__ import annotations

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"

SPACES = {
    **{
        f"{_OASIS}{name}:1.0": name
        for name in ("office", "text", "table", "style", "meta", "manifest", "form", "script")
    },
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}svg-compatible:1.0": "svg",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://purl.org/dc/elements/1.1/": "dc",
}
"""The prefix of each name space; elements of others have ``?``."""

_MOST_REPEATED = 200


def count_of(value: str, usual: int = 1) -> int:
    """Return a number that is written out, within bounds."""
    if not value.isdecimal() or len(value) > 8:
        return usual
    return min(int(value), _MOST_REPEATED)
