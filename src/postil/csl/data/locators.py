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
    match = _STATED.match(cite.locator)
    if match is None:
        return cite
    return cite._replace(locator=cite.locator[match.end() :], label=_LABELS[match[1]])
