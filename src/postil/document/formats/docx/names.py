"""Name spaces of DOCX, the usual ones and the strict ones of ISO 29500, under one prefix each."""

from __future__ import annotations

_USUAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"

SPACES = {
    f"{_USUAL}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_USUAL}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_USUAL}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_USUAL}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_USUAL}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_USUAL}markup-compatibility/2006": "mc",
    f"{_USUAL}package/2006/relationships": "rel",
    f"{_USUAL}package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
}
"""The prefix of each name space; elements of others have ``?``."""

_OFF = frozenset(("0", "false", "off", "no"))


def is_on(value: str) -> bool:
    """Tell whether a switch is on; one without a value is."""
    return value.lower() not in _OFF


def points(value: str, share: float) -> float:
    """Return a measure in points; a bare number counts so many of them each. 0 if it is none."""
    try:
        return float(value.removesuffix("pt")) if value.endswith("pt") else float(value) * share
    except ValueError:
        return 0.0
