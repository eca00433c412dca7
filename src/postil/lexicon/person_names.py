"""Names of persons, read as bylines write them: which words are the surname."""

from __future__ import annotations

import re

from postil.lexicon.name_list import lookup_key
from postil.lexicon.wordlists import (
    CAPITAL_PARTICLES,
    CHINESE,
    FREQUENT,
    GIVEN,
    KOREAN,
    PARTICLES,
    ROLES,
    SUFFIXES,
    SYLLABLES,
    VIETNAMESE,
)
from postil.model.source import Name
from postil.text.lazy_regex import lazily

_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|"
    "un|uo|a|e|i|o|u)"
)
_TWO_SYLLABLES = lazily(rf"{_SYLLABLE}'?{_SYLLABLE}")
_HYPHENATED = lazily(r"[A-Z][a-z]{1,6}[-‑][A-Za-z][a-z]{1,6}")
_KOREAN_SYLLABLE = lazily(r"[A-Z][a-z]{1,5}")

_TOKEN = lazily(
    r"(?:[dlDLO]['’]|[A-Z]\.[ -]?){0,3}[^\W\d_](?:[^\W\d_]|['’‑-](?=[^\W\d_]))*\.?|[A-Z]\."
)
_JOINTS = lazily(r"(?:(?<!\s)\s+)?(?:,\s*and\b|,|\band\b|&|\bund\b|\bet\b)\s*")
_OTHERS = lazily(
    r"(?:,|(?<!\s))\s+(?:et al\.?|and others|and colleagues|u\.\s?a\.)$", re.IGNORECASE
)
_ARTICLED = lazily(r"(?:al|el|as|ash|an|ar|at|ul)-[^\W\d_]")
"""An Arabic article that is joined to a family name."""
_LONGEST = 120
"""Code points beyond which nothing is taken for a byline."""


def looks_like_person(text: str) -> bool:
    """Tell whether two to five capitalised words, with particles or initials, could be a name."""
    tokens = text.split()
    if not 2 <= len(tokens) <= 5 or len(text) > _LONGEST:
        return False
    capitals = 0
    for token in tokens:
        if token in PARTICLES:
            continue
        if not _TOKEN.fullmatch(token) or (
            not token[0].isupper() and token[1:2] not in "'’" and not _ARTICLED.match(token)
        ):
            return False
        capitals += 1
    return capitals >= 2 and tokens[-1] not in PARTICLES


def without_roles(text: str) -> str:
    """Return a name without what stands before it: an article, a description, a title."""
    tokens = text.split()
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token[0].islower() and token not in PARTICLES and token[1:2] not in ("'", "’"):
            tokens = tokens[index + 1 :]
            break
    while tokens and (tokens[0].rstrip(".,").casefold() in ROLES or tokens[0] == "The"):
        tokens = tokens[1:]
    while tokens and tokens[0] in PARTICLES and tokens[0] not in ("de", "van", "von", "du", "al"):
        tokens = tokens[1:]
    return " ".join(tokens)


def parse_name(text: str) -> Name | None:
    """Return the person that the text names, or None where it is no name of one.

    | text                | surname     | given name | surname first |
    |---------------------|-------------|------------|---------------|
    | Mary Lamb           | Lamb        | Mary       |               |
    | Professor Mary Lamb | Lamb        | Mary       |               |
    | Ana de la Torre     | de la Torre | Ana        |               |
    | Ursula K. Le Guin   | Le Guin     | Ursula K.  |               |
    | John Rook Jr.       | Rook Jr.    | John       |               |
    | Choe Sang-Hun       | Choe        | Sang-Hun   | yes           |
    | Nguyen Thanh Ha     | Nguyen      | Thanh Ha   | yes           |
    | mary lamb           | (no person) |            |               |
    | Lamb                | (no person) |            |               |
    """
    tokens = text.replace("\u2011", "-").split()
    while tokens and tokens[0].rstrip(".").casefold() in ROLES:
        tokens = tokens[1:]
    if not looks_like_person(" ".join(tokens)):
        return None
    suffix: list[str] = []
    while len(tokens) > 2 and is_suffix(tokens[-1]):
        suffix.insert(0, tokens.pop())
    if _family_first(tokens):
        return Name(family=tokens[0], given=" ".join(tokens[1:]), family_first=True)
    at = len(tokens) - 1
    for index in range(1, len(tokens) - 1):
        if tokens[index] in PARTICLES or tokens[index] in CAPITAL_PARTICLES:
            at = index
            break
    return Name(family=" ".join([*tokens[at:], *suffix]), given=" ".join(tokens[:at]))


def _family_first(tokens: list[str]) -> bool:
    """Tell whether a name has its surname first, as Eastern names mostly have.

    | rule                          | name            | surname first |
    |-------------------------------|-----------------|---------------|
    | Vietnamese, of three or four  | Nguyen Thanh Ha | yes           |
    | three syllables               | Kwon Min Ho     | yes           |
    | the last is a surname too     | Han Min Kim     | no            |
    | hyphenated given name         | Bae Soo-min     | yes           |
    | Korean syllables in one word  | Bae Soomin      | yes           |
    | two Chinese surnames          | Wang Fan        | yes           |
    | both are frequent             | Wang Li         | no            |
    | Chinese syllables in one word | Xu Lihua        | yes           |
    | other given name              | Lee Miller      | no            |
    """
    first = lookup_key(tokens[0]).replace("đ", "d")
    if len(tokens) in (3, 4) and (first in VIETNAMESE or tokens[0].casefold() in VIETNAMESE):
        return True
    if not _is_eastern(first):
        return False
    if len(tokens) == 3:
        return all(_KOREAN_SYLLABLE.fullmatch(token) for token in tokens[1:]) and (
            not _is_eastern(tokens[2].casefold()) or tokens[0].casefold() in ("kim", "park", "ban")
        )
    if len(tokens) != 2:
        return False
    given = tokens[1]
    if _HYPHENATED.fullmatch(given):
        return True
    folded = given.casefold()
    if first in KOREAN and _is_korean(folded):
        return True
    if folded in CHINESE:
        return first in FREQUENT and folded not in FREQUENT
    return first in CHINESE and bool(_TWO_SYLLABLES.fullmatch(folded))


def _is_eastern(surname: str) -> bool:
    """Tell whether a family name stands first where the given name has two syllables."""
    return surname in KOREAN or surname in CHINESE


def _is_korean(given: str) -> bool:
    """Tell whether a given name is two syllables of Korean ones, written as one word."""
    return any(given[:at] in SYLLABLES and given[at:] in SYLLABLES for at in range(2, len(given)))


def has_known_given_name(name: Name) -> bool:
    """Tell whether the first given name of a person is in the list, with or without accents."""
    first = name.given.split()[0] if name.given else ""
    return first.casefold() in GIVEN or lookup_key(first) in GIVEN


def is_suffix(text: str) -> bool:
    """Tell whether the text is what follows a whole name, as "Jr." does."""
    return text.rstrip(".").casefold() in SUFFIXES


def parse_names(text: str) -> tuple[Name, ...]:
    """Return the persons in a byline, in its order; empty where any part of it is no person."""
    text = _OTHERS.sub("", text.strip())
    text = text if is_suffix(text.rpartition(" ")[2]) else text.strip(" .")
    if not text or len(text) > 4 * _LONGEST:
        return ()
    names: list[Name] = []
    for part in _JOINTS.split(text):
        if is_suffix(part) and names:
            last = names[-1]
            names[-1] = Name(f"{last.family} {part}", last.given, last.literal, last.family_first)
            continue
        name = parse_name(part)
        if name is None:
            return ()
        names.append(name)
    return tuple(names)


def parse_surnames(text: str) -> tuple[Name, ...]:
    """Return the persons of whom only family names are given, as in "Hale & Romero"."""
    parts = _JOINTS.split(text.strip(" ."))
    if all(part and part[0].isupper() and _TOKEN.fullmatch(part) for part in parts):
        return tuple(Name(family=part) for part in parts)
    return ()


def split_names(text: str) -> list[str]:
    """Return the parts of a byline between its commas and its "and"."""
    return _JOINTS.split(text)


def could_be_given(text: str) -> bool:
    """Tell whether the text could be the given name behind "Family, "."""
    tokens = text.split()
    return 1 <= len(tokens) <= 3 and all(
        _TOKEN.fullmatch(token) and token[0].isupper() for token in tokens
    )
