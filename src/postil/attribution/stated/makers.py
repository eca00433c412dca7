"""Makers and helpers of a work: "directed by" names an author, "translated by" does not."""

from __future__ import annotations

from postil.lexicon import outlet_rules, person_names, wordlists
from postil.lexicon.name_list import NameList
from postil.text.lazy_regex import lazily

_BOUNDARY = lazily(r"(?:^|[,;(·])[”\"’»\s]{0,3}(?=[^\W\d_])")
_NEXT = lazily(r"[,;()]|$")
_LONGEST = 5
"""Words of the longest phrase in the lists."""
_REACH = 60
"""Code points within which such a phrase stands."""
_QUOTES = frozenset('“”"„«»『』「」')
_NAMED = lazily(r"[^,;:(){}“”\"]{2,90}")


def without_makers(words: str) -> str:
    """Return words without what says who made a work how, and without who only helped.

    | words                                        | result                       |
    |----------------------------------------------|------------------------------|
    | Salt Tide, directed by Mary Lamb, 2014       | “Salt Tide”, Mary Lamb, 2014 |
    | “Salt Tide” (dir. Mary Lamb, 2014)           | “Salt Tide” , Mary Lamb, 2014 |
    | Tom Rook, Knots, translated by Mary Lamb     | Tom Rook, Knots              |
    | Translation: Mary Lamb                       | (empty)                      |
    | Mary Lamb, Quay Herald                       | (as it is)                   |
    """
    at, given = 0, words
    # Each turn takes a phrase out or steps behind a boundary; a bracket of many commas ends it.
    for _ in range(2 * _REACH):
        match = _BOUNDARY.search(words, at)
        if match is None:
            break
        at = max(match.end(), 1)
        place = match.end()
        phrase = _phrase(words, place, wordlists.HELPERS) or (
            _label(words, place) if match.start() else ""
        )
        if phrase:
            end = _NEXT.search(words, place + len(phrase))
            stop = end.start() if end else len(words)
            start = match.start()
            opening = words[start] == "("
            closing = stop < len(words) and words[stop] == ")" and opening
            kept = "".join(sign for sign in match[0] if sign in '”"’»')
            words = words[:start] + kept + words[stop + closing :].removeprefix(" ")
            at = start + len(kept)
            continue
        if match.start() and (phrase := _phrase(words, place, wordlists.MAKERS)):
            words, at = _joined(words, match.start(), place, len(phrase))
    return words if words == given else words.strip(" ,;")


def _joined(words: str, start: int, at: int, size: int) -> tuple[str, int]:
    """Return words without a phrase before a maker, and where to go on."""
    before, behind = words[:start], words[at + size :].lstrip(": ")
    name = _NEXT.split(behind, maxsplit=1)[0].strip()
    if not name[:1].isupper():
        return words, at
    kept = "".join(sign for sign in words[start:at] if sign in '”"’»')
    if words[start] == "(":
        behind = behind.replace(")", ",", 1).rstrip(", ")
    if not kept and _is_bare_title(before):
        before = f"“{before.strip()}”"
    person = person_names.parse_names(name) and not outlet_rules.is_publication(name)
    made = f"{before}{kept}, " if person else f"{before}{kept} by "
    return made + behind, len(made)


def _is_bare_title(before: str) -> bool:
    """Tell whether what stands before a maker is the title of a work, without its marks."""
    plain = before.strip()
    return (
        _NAMED.fullmatch(plain) is not None
        and _QUOTES.isdisjoint(plain)
        and not outlet_rules.is_known(plain)
        and plain[:1].isupper()
    )


def _label(words: str, at: int) -> str:
    """Return the second label of a credit line, whose picture or text is another: "Fotos:"."""
    label, colon, _ = words[at : at + _REACH].partition(":")
    return label + colon if colon and label.casefold() in wordlists.CREDIT_LABELS else ""


def _phrase(words: str, at: int, phrases: NameList) -> str:
    """Return the longest phrase of a list that stands at a place; a name or a colon follows it."""
    tokens = words[at : at + _REACH].split(" ")
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        phrase = " ".join(tokens[:size])
        if phrase.rstrip(":").casefold() in phrases:
            behind = words[at + len(phrase) :].lstrip(" ")
            return phrase if behind and (phrase.endswith(":") or not behind[0].islower()) else ""
    return ""
