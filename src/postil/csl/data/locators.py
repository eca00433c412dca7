"""Reads the kind of a locator where its words state it, as in ``fol. 12`` or ``ch. 3``."""

from __future__ import annotations

import re

from postil.csl.data.items import Cite

_LABELS = {
    "art": "article", "bk": "book", "ch": "chapter", "chap": "chapter", "cl": "clause",
    "col": "column", "fig": "figure", "fol": "folio", "l": "line", "ll": "line", "n": "note",
    "nn": "note", "no": "issue", "nos": "issue", "op": "opus", "p": "page", "pp": "page",
    "para": "paragraph", "paras": "paragraph", "pt": "part", "r": "rule", "sec": "section",
    "tit": "title-locator", "vrs": "verse", "vol": "volume",
}  # fmt: skip
_STATED = re.compile(rf"({'|'.join(_LABELS)})\.\s+(?=\S)")


def read_locator(cite: Cite) -> Cite:
    """Return the cite with the label that its locator begins with, or as it is."""
    label, rest = read_label(cite.locator)
    return cite._replace(locator=rest, label=label) if label else cite


def read_label(text: str) -> tuple[str, str]:
    """Return the label that a text begins with, "" for none, and what stands behind it."""
    match = _STATED.match(text)
    return (_LABELS[match[1]], text[match.end() :]) if match is not None else ("", text)
