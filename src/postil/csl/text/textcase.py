"""Upper and lower case: CSL 1.0.2, "Text-case"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from postil.csl.ground.rich import Piece, Pieces, Run, copied
from postil.csl.ground.wordlists import STOP_WORDS

_WORD = re.compile(r"[^\s\-–—/:]+|[\s\-–—/:]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINTS = re.compile(r"([\s\-–—/]+)")
_JOINTS_AND_STOPS = re.compile(r"([\s.\-–—/]+)")
_OPENED = re.compile(r"[:?!][\"'’”)\]]*\s+[\"'“‘(\[]*$")
"""After a colon or a stop, and whatever closes and opens between, a word is the first again."""
_SYMBOL = re.compile("[\u0370-\u03ff]")
"""Greek letters, which stand for a quantity where they stand alone."""

_ELIDED = re.compile(r"[^\W\d_]['’]")
_KEPT = re.compile(r"\.|^[^\W\d_](?:$|['’])")
"""Words that title case leaves as they are: abbreviations, letters and what is elided."""

_LONGEST = 50_000
"""Characters beyond which the case of a text is left as it is; no title is a book."""

_DOTLESS = frozenset({"tr", "az"})
"""Languages with an i without a dot, which keep the dot of the other one in capitals."""


def in_case(pieces: Sequence[Piece], case: str, lang: str = "") -> Pieces:
    """Return the pieces in a case, as their language has it; title case is for English alone."""
    out = copied(pieces)
    found = list(_changeable(out))
    if not found or sum(len(run.text) for run, _ in found) > _LONGEST:
        return out
    if case == "lowercase":
        _each(found, _lower_dotless if lang[:2] in _DOTLESS else str.lower)
    elif case == "uppercase":
        _each(found, _upper_dotted if lang[:2] in _DOTLESS else str.upper)
    elif case == "capitalize-first":
        _first(found, lang)
    elif case == "capitalize-all":
        _capitalize_all(found)
    elif case == "sentence":
        _sentence(found)
    elif case == "title" and lang.startswith("en"):
        _title(found)
    return out


def _changeable(pieces: Sequence[Piece], fixed: bool = False) -> list[tuple[Run, bool]]:
    """Return the runs in order, and whether each is kept as it is."""
    out: list[tuple[Run, bool]] = []
    for piece in pieces:
        if isinstance(piece, Run):
            out.append((piece, fixed))
        else:
            kept = fixed or piece.kind in ("nocase", "nodecor", "sup", "sub", "small-caps")
            out += _changeable(piece.pieces, kept)
    return out


def _each(found: list[tuple[Run, bool]], change: Callable[[str], str]) -> None:
    for run, fixed in found:
        if not fixed:
            run.text = change(run.text)


def _upper_dotted(text: str) -> str:
    return text.replace("i", "İ").upper()


def _lower_dotless(text: str) -> str:
    return text.replace("I", "ı").replace("İ", "i").lower()


def style_lang(lang: str, case: str) -> str:
    """Return the language by whose rules words of a style are set in a case.

    It is English, in which titles have capitals, but for letters that another language has.
    """
    return lang if lang[:2] in _DOTLESS and case != "title" else "en"


def upper_first(word: str, lang: str = "") -> str:
    """Return a word with its first letter large; marks before the letter stay."""
    for at, sign in enumerate(word):
        if sign.isalpha():
            if len(word) == 1 and _SYMBOL.match(sign):
                return word
            large = _upper_dotted(sign) if lang[:2] in _DOTLESS else sign.upper()
            return word[:at] + large + word[at + 1 :]
        if sign.isdigit():
            return word
    return word


def _first(found: list[tuple[Run, bool]], lang: str) -> None:
    for run, fixed in found:
        if run.text.strip():
            word = run.text.split()[0]
            if not fixed and not (len(word) > 1 and _mixed(word)):
                run.text = upper_first(run.text, lang)
            return


def _mixed(word: str) -> bool:
    """Whether a word has its own use of large letters, as ``iPod`` has."""
    return word[0].islower() and any(sign.isupper() for sign in word)


def _shouted(found: list[tuple[Run, bool]]) -> bool:
    words = _LETTERS.findall("".join(run.text for run, _ in found))
    return len(words) > 1 and all(word.isupper() for word in words)


def _sentence(found: list[tuple[Run, bool]]) -> None:
    shouted = _shouted(found)
    first = True
    for run, fixed in found:
        words = []
        for word in _JOINTS.split(run.text):
            if not word or fixed or not any(map(str.isalnum, word)):
                words.append(word)
                first = first and not any(map(str.isalnum, word))
            elif first:
                words.append(upper_first(word.lower() if shouted else word))
                first = False
            else:
                words.append(word.lower())
        run.text = "".join(words)


def _capitalize_all(found: list[tuple[Run, bool]]) -> None:
    for run, fixed in found:
        if not fixed:
            run.text = "".join(
                upper_first(word) if word.islower() and not _ELIDED.match(word) else word
                for word in _JOINTS_AND_STOPS.split(run.text)
            )


def _title(found: list[tuple[Run, bool]]) -> None:
    places: list[tuple[int, int]] = []
    split: list[list[str]] = []
    for at, (run, _) in enumerate(found):
        words = _WORD.findall(run.text)
        split.append(words)
        places += [(at, index) for index, word in enumerate(words) if any(map(str.isalnum, word))]
    for number, (at, index) in enumerate(places):
        word = split[at][index]
        before = "".join(split[at][max(0, index - 3) : index]) or (
            "" if at == 0 else "".join(split[at - 1])
        )
        opened = number == 0 or bool(_OPENED.search(before))
        last = number == len(places) - 1
        if not found[at][1]:
            # The "e" of "e-mail" and the "in" of "in-house" begin a word and are no prepositions.
            begins = split[at][index + 1 : index + 2] == ["-"] and not before.endswith("-")
            split[at][index] = _titled(word, opened or begins, last)
    for (run, _), words in zip(found, split, strict=True):
        run.text = "".join(words)


def _titled(word: str, opened: bool, last: bool) -> str:
    bare = word.strip("\"'“”‘’()[].,;!?…")
    if not bare.islower() or word.startswith(("#", "@")):
        return word
    if not opened and (_KEPT.search(bare) or (bare in STOP_WORDS and not last)):
        return word
    return upper_first(word)
