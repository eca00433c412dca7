"""Segments: the words of scripts that part them by no blank, as BudouX's models tell them.

The models are small linear ones: each place between two letters is judged by the three on either
side, so that a word is the same from wherever it is looked at. There are models for Japanese,
Chinese in both scripts, and Thai; of other such scripts the syllables are walked, as written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import category

from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from budoux.parser import Parser

_AROUND = 3
"""Letters on either side of a place that a model looks at."""
_PIECE = 256
"""Letters that are judged at once."""
_MOST = 2000
"""Ideographs of a text by which it is told how they are written."""
_JOINING = "\u200c\u200d\u30fc"
"""Signs that belong to the letter before: joiners, and the sign of a long vowel."""
_KANA = lazily("[\u3041-\u30ff]")
_IDEOGRAPHS = lazily("[\u3400-\u9fff]")


def places(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets between two at which a word ends and the next one begins.

    Letters are judged a piece at a time: whoever wants the next word is spared a whole chapter.
    """
    if end - start < 2:
        return
    parser = _parser(_model(text, text[start]))
    for begin in range(start, end, _PIECE):
        at = max(0, begin - _AROUND)
        last = min(end, begin + _PIECE)
        for chunk in parser.parse(text[at : last + _AROUND]):
            if start < at < last and at >= begin and not _joins(text[at]):
                yield at
            at += len(chunk)


def _joins(letter: str) -> bool:
    """Tell whether a word never begins with a sign, which belongs to what stands before it."""
    return letter in _JOINING or category(letter)[0] == "M"


def _model(text: str, letter: str) -> str:
    """Return the name of the model for a letter in a text."""
    if "\u0e00" <= letter <= "\u0e7f":
        return "th"
    return _eastern(text)


@lru_cache(maxsize=4)
def _eastern(text: str) -> str:
    """Return the name of the model for ideographs by what else the text has: kana, or which."""
    if _KANA.search(text):
        return "ja_word"
    ideographs = "".join(found[0] for found in islice(_IDEOGRAPHS.finditer(text), _MOST))
    lost = {name: _lost(ideographs, name) for name in ("gb2312", "big5")}
    return "zh-hant" if lost["big5"] < lost["gb2312"] else "zh-hans"


def _lost(text: str, encoding: str) -> int:
    """Return how many letters an encoding lacks, which holds those of one script alone."""
    return len(text) - len(text.encode(encoding, "ignore").decode(encoding, "ignore"))


@cache
def _parser(model: str) -> Parser:
    from budoux.parser import Parser  # Only who moves by words of such a script needs it.

    path = files("budoux") / "models" / f"{model}.json"
    return Parser(json.loads(path.read_text("utf-8")))
