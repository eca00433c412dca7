"""Bylines: authors as front matter, files beside an article and readers write them."""

from __future__ import annotations

from collections.abc import Container

from postil.lexicon.outlet_rules import is_known, is_publication
from postil.lexicon.person_names import is_suffix, parse_name
from postil.lexicon.wordlists import BODIES, BODY_ADJECTIVES, COMPANIES, GROUPS, PARTICLES, PRINT
from postil.model.source import Name
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

_LONGEST = 1000
_JOINED = lazily(r"(?:(?<!\s)\s+)?;\s*")
_AND = lazily(r"(?<!\s)\s+(and|&)\s+")
_NICKNAME = "Al"
"""Persons are called so; an Arabic article before the name of a newspaper looks the same."""
_OPENS = frozenset(("of", "for", "on"))
"""Words that begin what a body is about, which an "and" may go on with."""


def authors(text: str, whole: Container[str] = ()) -> tuple[Name, ...]:
    """Return the authors that the text names; ``;``, ``and`` and ``&`` part them.

    | text                           | authors                                        |
    |--------------------------------|------------------------------------------------|
    | Jane Doe and Bo Ek             | Jane Doe (person); Bo Ek (person)              |
    | Doe, Jane; Ek, Bo              | Jane Doe (person); Bo Ek (person)              |
    | Jane Doe & Postil contributors | Jane Doe (person); Postil contributors (group) |
    | Ministry of Ice and Water      | Ministry of Ice and Water (group)              |
    | {Doe and Sons}                 | Doe and Sons (group)                           |

    What stands in ``whole`` names one author, whatever it looks like.
    """
    return tuple(name for one in split_authors(text, whole) if (name := author(one)).display)


def split_authors(text: str, whole: Container[str] = ()) -> list[str]:
    """Return the words of each author that a text names, as :func:`authors` reads them."""
    found: list[str] = []
    for words in _JOINED.split(clean_line(text, _LONGEST)):
        found += [words] if words in whole or _braced(words) else _split_at_and(words)
    return [kept for words in found if (kept := words.strip(" ,"))]


def author(text: str) -> Name:
    """Return the one author that the text names: a person unless it looks like an organisation.

    | text                   | author           | because                             |
    |------------------------|------------------|-------------------------------------|
    | Mary Lamb              | person, Lamb     |                                     |
    | Lamb, Mary             | person, Lamb     | the comma says it                   |
    | Lamb, Jr.              | person, Lamb Jr. | a suffix follows                    |
    | Quay, Inc.             | organisation     | a form of company follows           |
    | Ministry of Ice, Leith | organisation     | what stands before the comma is one |
    | {Doe and Sons}         | organisation     | the braces say it                   |
    | Lamb                   | as it stands     | a single word is not parted         |
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


def _split_at_and(words: str) -> list[str]:
    """Cut some words at each "and" that does not stand within the name of an organisation."""
    first, *rest = _AND.split(words)
    found = [first]
    for joint, behind in zip(rest[::2], rest[1::2], strict=True):
        if _is_one_organisation(found[-1], behind):
            found[-1] = f"{found[-1]} {joint} {behind}"
        else:
            found.append(behind)
    return found


def _is_one_organisation(before: str, behind: str) -> bool:
    """Tell whether an "and" stands within one organisation's name.

    | before                    | behind     | one |
    |---------------------------|------------|-----|
    | Ministry of Ice           | Water      | yes |
    | W. W. Norton              | Company    | yes |
    | Reuters                   | Jane Doe   | no  |
    | World Health Organization | World Bank | no  |
    | Jane Doe                  | Bo Ek      | no  |
    """
    words, others = before.split(), behind.split()
    if "," in before or "," in behind or not words or not others:
        return False
    if others[0] == "The" or is_known(behind):
        return False
    if len(others) == 1 and _plain(behind) in BODIES:
        return True
    if is_known(before) or not is_organisation(f"{before} {behind}"):
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


def _braced(words: str) -> bool:
    return words.startswith("{") and words.endswith("}")
