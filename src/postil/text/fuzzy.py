"""Ranks short names, such as tags and headings, by the letters typed so far.

Libraries were measured on 20 queries (``tests/bench/fuzzy.py``), in milliseconds of processor time
for a key, median and most:

=====================  =============  ===========  ===========================================
way                    10,844 styles  10,000 tags  what comes first
=====================  =============  ===========  ===========================================
this                   19, 35         10, 14       beginnings, starts of words, initials
``fuzzy_index``        5, 6           4, 5         the same; no scattered letters
``textual.fuzzy``      322, 2842      47, 151      for "nature" Bourgogne-Franche-Comté Nature
rapidfuzz ``WRatio``   56, 65         18, 20       for "apa" AAPS Open; no letters are marked
=====================  =============  ===========  ===========================================

Edit distance serves whoever mistypes a whole name; here the beginnings of some words are typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

Ranked = tuple[int, tuple[int, ...]]
"""The index of a choice, and the code points of it that were matched, ascending."""

_SCATTER = 4
"""Letters that lie scattered over more than this many times their number are no match."""

_PREFIX, _WORD_START, _INITIALS, _INSIDE, _SCATTERED = range(5)

_ACCENTED = (range(0xC0, 0x250), range(0x1E00, 0x1F00))
_PLAIN = {
    code: parts[0]
    for codes in _ACCENTED
    for code in codes
    if len(parts := unicodedata.normalize("NFD", chr(code))) > 1
}


def rank(typed: str, choices: Sequence[str], *, scattered: bool = True) -> list[Ranked]:
    """Return the choices that hold every typed word, the best first.

    A word is held at the beginning, at the start of a word, as initials, inside a word, or with
    its letters scattered from the start of a word on, in this order of worth. Choices that hold one
    only with its letters scattered are left out where another holds all of them otherwise, and
    altogether unless ``scattered``. Case and Latin accents do not count. With nothing typed every
    choice is returned in the order given.
    """
    words = folded(typed).split()
    if not words:
        return [(index, ()) for index in range(len(choices))]
    found = []
    sound = False
    for index, choice in enumerate(choices):
        name = folded(choice)
        worth = 0
        loose = False
        marked: list[int] = []
        for word in words:
            held = _held(word, name)
            if held is None:
                break
            worth += held[0]
            marked += held[1]
            loose = loose or held[0] >= _SCATTERED * 100
        else:
            sound = sound or not loose
            found.append((loose, worth, len(name), index, marked))
    if sound or not scattered:
        found = [entry for entry in found if not entry[0]]
    found.sort(key=lambda entry: entry[:4])
    return [(index, tuple(sorted(set(marked)))) for *_, index, marked in found]


def holding(typed: str, choices: Sequence[str]) -> list[Ranked]:
    """Return the choices that hold every typed word as it stands, in the order given.

    This is for long texts, in which scattered letters would be found everywhere.
    """
    words = folded(typed).split()
    found: list[Ranked] = []
    for index, choice in enumerate(choices):
        name = folded(choice)
        marked: set[int] = set()
        for word in words:
            at = name.find(word)
            if at < 0:
                break
            marked.update(range(at, at + len(word)))
        else:
            found.append((index, tuple(sorted(marked))))
    return found


def folded(text: str) -> str:
    """Return the text in plain lower case, as many code points long."""
    if text.isascii():
        return text.lower()
    lowered = text.translate(_PLAIN).lower()
    if len(lowered) != len(text):
        lowered = "".join(character.translate(_PLAIN).lower()[0] for character in text)
    return lowered.replace("ς", "σ")


def _held(word: str, name: str) -> tuple[int, Sequence[int]] | None:
    """Return the worth (less is better) and the places of a word in a name."""
    at = name.find(word)
    if at == 0:
        return _PREFIX * 100 + (len(name) > len(word)), range(len(word))
    inside = at
    while at > 0:
        if not name[at - 1].isalnum():
            return _WORD_START * 100 + min(at, 99), range(at, at + len(word))
        at = name.find(word, at + 1)
    if inside < 0 and not _in_order(word, name):
        return None
    if len(word) > 1 and (initials := _initials(word, name)):
        return _INITIALS * 100 + min(initials[-1], 99), initials
    if inside > 0:
        return _INSIDE * 100 + min(inside, 99), range(inside, inside + len(word))
    places = _scattered(word, name)
    width = places[-1] - places[0] + 1
    inside_a_word = places[0] > 0 and name[places[0] - 1].isalnum()
    if inside_a_word or width > _SCATTER * len(word):
        return None
    return _SCATTERED * 100 + width, places


def _in_order(word: str, name: str) -> bool:
    at = -1
    for letter in word:
        at = name.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _initials(word: str, name: str) -> list[int]:
    """Return where the letters stand if each begins a word of the name, else nothing."""
    places: list[int] = []
    at = -1
    for letter in word:
        at = name.find(letter, at + 1)
        while at > 0 and name[at - 1].isalnum():
            at = name.find(letter, at + 1)
        if at < 0:
            return []
        places.append(at)
    return places


def _scattered(word: str, name: str) -> list[int]:
    """Return places of the letters in order, as close together as the first end allows."""
    end = -1
    for letter in word:
        end = name.find(letter, end + 1)
    places = []
    end += 1
    for letter in reversed(word):
        end = name.rfind(letter, 0, end)
        places.append(end)
    places.reverse()
    return places
