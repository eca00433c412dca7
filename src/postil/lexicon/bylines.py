"""Reads authors as front matter, files beside an article and readers write them."""

from __future__ import annotations

from collections.abc import Container

from postil.lexicon.outlet_rules import is_known, is_publication
from postil.lexicon.person_names import is_suffix, parse_name
from postil.lexicon.wordlists import BODIES, BODY_ADJECTIVES, COMPANIES, GROUPS, PARTICLES, PRINT
from postil.model.source import Name
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

_LONGEST = 1000
_JOINED = lazily(r"\s*;\s*")
_AND = lazily(r"\s+(and|&)\s+")
_NICKNAME = "Al"
"""Persons are called so; an Arabic article before the name of a newspaper looks the same."""
_OPENS = frozenset(("of", "for", "on"))
"""Words that begin what a body is about, which an "and" may go on with."""


def authors(text: str, known: Container[str] = ()) -> tuple[Name, ...]:
    """Return the authors that the text names; they are parted by ``;``, ``and`` or ``&``.

    An "and" within the name of an organisation parts nothing: "Ministry of Ice and Water" is
    one. A piece that is among the ``known`` ones is kept whole.
    """
    return tuple(name for piece in pieces(text, known) if (name := author(piece)).display)


def pieces(text: str, known: Container[str] = ()) -> list[str]:
    """Return the parts of a text that name one author each, as :func:`authors` reads them."""
    found: list[str] = []
    for piece in _JOINED.split(clean_line(text, _LONGEST)):
        whole = piece in known or _braced(piece)
        found += [piece] if whole else _parted(piece)
    return [kept for piece in found if (kept := piece.strip(" ,"))]


def author(text: str) -> Name:
    """Return the one author that the text names: a person unless it looks like an organisation.

    ``Family, Given`` is always a person's, unless "Family" is an organisation's or "Given" says
    what kind of firm it is; ``{...}`` is always an organisation's. A single word is not parted.
    """
    text = " ".join(text.split()).strip(" ,")
    if _braced(text):
        return Name(literal=text[1:-1].strip())
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and is_suffix(given):
        return parse_name(f"{family} {given}") or Name(family, given)
    if comma:
        firm = _plain(given) in COMPANIES or (" " in family and is_organisation(family))
        return Name(literal=text) if firm else Name(family, given)
    words = text.split()
    if len(words) < 2 or is_organisation(text):
        return Name(literal=text)
    return parse_name(text) or _split(words)


def is_organisation(name: str) -> bool:
    """Tell whether something in the name is evidence that it is no person's.

    Evidence is, in this order: that it is a well-known name; a form of company at its end (LLC,
    GmbH); a word for a group of people (contributors, staff); "The" at its beginning, or a
    well-known acronym in capitals ("BBC Sport"); a word that bodies or publications have in their
    names (ministry, fund, news), or one that joins others in them (of, for, sans). A family name
    that is such a word does not count in an Eastern name ("Sun Yat-sen"); elsewhere it does, and
    ``Family, Given`` tells the person.
    """
    words = name.split()
    if is_known(name):
        return True
    if len(words) < 2:
        return is_publication(name)
    if _plain(words[-1]) in COMPANIES or any(_plain(word) in GROUPS for word in words):
        return True
    if words[0].isupper() and is_known(words[0]) and not name.isupper():
        return True
    if words[0] == _NICKNAME:
        return is_publication(" ".join(words[1:]))
    person = parse_name(name)
    return is_publication(name) and not (person is not None and person.family_first)


def _parted(piece: str) -> list[str]:
    """Cut a piece at each "and" that does not stand within the name of an organisation."""
    first, *rest = _AND.split(piece)
    found = [first]
    for joint, part in zip(rest[::2], rest[1::2], strict=True):
        if _goes_on(found[-1], part):
            found[-1] = f"{found[-1]} {joint} {part}"
        else:
            found.append(part)
    return found


def _goes_on(before: str, part: str) -> bool:
    """Tell whether the "and" between two parts stands within one organisation's name."""
    words, others = before.split(), part.split()
    if "," in before or "," in part or not words or not others:
        return False
    if others[0] == "The" or is_known(part):
        return False
    if len(others) == 1 and _plain(part) in BODIES:  # W. W. Norton & Company
        return True
    if is_known(before) or not is_organisation(f"{before} {part}"):
        return False
    if is_organisation(before):
        return not _is_word_for_body(words[-1]) or not _OPENS.isdisjoint(words[1:-1])
    adjectives = len(words) == 2 and _plain(words[0]) in BODY_ADJECTIVES
    return len(words) == 1 or adjectives or not parse_name(before)


def _is_word_for_body(word: str) -> bool:
    return any(_plain(word) in words for words in (BODIES, PRINT, GROUPS, COMPANIES))


def _split(words: list[str]) -> Name:
    """Return a person whose name has something unusual in it."""
    last = len(words) - 1
    at = next((at for at in range(1, last) if words[at] in PARTICLES), last)
    return Name(" ".join(words[at:]), " ".join(words[:at]))


def _plain(word: str) -> str:
    return word.replace(".", "").strip(",()").casefold()


def _braced(piece: str) -> bool:
    return piece.startswith("{") and piece.endswith("}")
