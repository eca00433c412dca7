"""Upper and lower case: CSL 1.0.2, "Text-case"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from postil.csl.rich import Piece, Pieces, Run, copied
from postil.csl.wordlists import STOP_WORDS

_WORD = re.compile(r"[^\s\-–—/:]+|[\s\-–—/:]+")


def apply(pieces: Sequence[Piece], case: str, english: bool) -> Pieces:
    """Return the pieces in a case; title case is for English alone."""
    out = copied(pieces)
    found = list(_changeable(out))
    if not found:
        return out
    if case == "lowercase":
        _each(found, str.lower)
    elif case == "uppercase":
        _each(found, str.upper)
    elif case == "capitalize-first":
        _first(found)
    elif case == "capitalize-all":
        _capitalize_all(found)
    elif case == "sentence":
        _sentence(found)
    elif case == "title" and english:
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


def upper_first(word: str) -> str:
    """Return a word with its first letter large; marks before the letter stay."""
    for at, sign in enumerate(word):
        if sign.isalpha():
            return word[:at] + sign.upper() + word[at + 1 :]
        if sign.isdigit():
            return word
    return word


def _first(found: list[tuple[Run, bool]]) -> None:
    for run, fixed in found:
        if run.text.strip():
            if not fixed:
                run.text = upper_first(run.text)
            return


def _shouted(found: list[tuple[Run, bool]]) -> bool:
    words = re.findall(r"[^\W\d_]+", "".join(run.text for run, _ in found))
    return len(words) > 1 and all(word.isupper() for word in words)


def _sentence(found: list[tuple[Run, bool]]) -> None:
    shouted = _shouted(found)
    first = True
    for run, fixed in found:
        words = []
        for word in re.split(r"(\s+)", run.text):
            if not word or word.isspace() or fixed:
                words.append(word)
                first = first and not word.strip()
                continue
            titled = word[:1].isupper() and word[1:].islower()
            changed = word.lower() if shouted or (titled and not first) else word
            words.append(upper_first(changed) if first and changed.islower() else changed)
            first = False
        run.text = "".join(words)


def _capitalize_all(found: list[tuple[Run, bool]]) -> None:
    for run, fixed in found:
        if not fixed:
            run.text = "".join(
                upper_first(word) if word.islower() else word
                for word in re.split(r"(\s+)", run.text)
            )


def _title(found: list[tuple[Run, bool]]) -> None:
    shouted = _shouted(found)
    places: list[tuple[int, int]] = []
    split: list[list[str]] = []
    for at, (run, _) in enumerate(found):
        words = _WORD.findall(run.text)
        split.append(words)
        places += [(at, index) for index, word in enumerate(words) if any(map(str.isalnum, word))]
    opened = True
    for number, (at, index) in enumerate(places):
        word = split[at][index]
        before = "".join(split[at][:index]) or ("" if at == 0 else "".join(split[at - 1]))
        opened = number == 0 or bool(re.search(r"[:?!.][\"'’”)\]]*\s+[\"'“‘(\[]*$", before))
        last = number == len(places) - 1
        if not found[at][1]:
            split[at][index] = _titled(word, opened or last, shouted, before)
    for (run, _), words in zip(found, split, strict=True):
        run.text = "".join(words)


def _titled(word: str, ends: bool, shouted: bool, before: str) -> str:
    bare = word.strip("\"'“”‘’()[].,;!?…")
    if shouted:
        word = word.lower()
        bare = bare.lower()
    if bare.lower() in STOP_WORDS and not ends and (bare.islower() or bare.istitle()):
        return word.lower() if not before.endswith("-") else word
    if not bare.islower() or (len(bare) > 1 and "." in bare):
        return word
    return upper_first(word)
