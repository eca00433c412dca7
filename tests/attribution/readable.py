"""Shows the signs that stand in an attribution for what has been taken out of it."""

from __future__ import annotations

from postil.attribution.parsing.extraction import BOOK, DATE, GONE, TITLE, Extraction

SIGNS = {"T": TITLE, "B": BOOK, "D": DATE, "-": GONE}


def readable(rest: str) -> str:
    """Return the rest of an attribution with letters for its signs, its blanks as they matter."""
    for letter, sign in SIGNS.items():
        rest = rest.replace(sign, letter)
    return " ".join(rest.split()).replace(" ,", ",")


def extraction(rest: str, title: str = "", url: str = "") -> Extraction:
    """Return an extraction whose rest is written with T, B and D for its signs."""
    signs = [SIGNS.get(word, word) for word in rest.split(" ")]
    return Extraction(" ".join(signs), title=title, url=url)
