"""Citations by author and year in brackets, and sentences that only look like attributions."""

from __future__ import annotations

from postil.lexicon import outlet_rules, person_names
from postil.lexicon.dates_in_text import YEAR, month_of, read_date
from postil.model.source import Date, Name, Source
from postil.text.lazy_regex import lazily

_AUTHOR = r"[A-ZÀ-ÖØ-Þ][^\W\d_]{1,30}(?:[-'’][^\W\d_]{1,30})?"
_AUTHOR_YEAR = lazily(
    rf"(?:(?:see(?:\salso)?|cf\.|(?:quoted|cited|qtd\.)\sin|vgl\.|voir|véase|e\.g\.,?|zit\.\snach)\s)?"
    rf"((?:(?:van|von|de|der|den|la|le|al)\s){{0,2}}{_AUTHOR})"
    rf"(?:\s(?:and|&|und|et|y|e|en|och|og)\s({_AUTHOR})|\s(et\sal\.?))?,?\s"
    rf"({YEAR})[a-z]?(?:\s?[:,]\s?(?:(?:pp?|S)\.\s?)?(\d{{1,4}}(?:\s?[-–]\s?\d{{1,4}})?)|(?(3)|(?!)))"
)
"""An author's family name, a year and a page: "Brack 1998: 45"."""
_BEFORE_YEAR = lazily(rf"({_AUTHOR})\s\(({YEAR})[a-z]?\)")
"""A name alone before its year: "Brack (1998)"; whether a person's is left open."""
_PARTICLES = frozenset(
    ("va", "vo", "de", "la", "le", "al", "se", "cf", "qu", "ci", "qt", "vg", "vé", "e.", "zi")
)
"""How the small words begin that may stand before such a name: "van", "see"."""
_MOST_COMMAS = 2
"""Commas of such a citation: before its year, and before its page."""
_SENTENCE = lazily(
    r"(?:is|are|was|were|lies|lie|has|have|had|will|would|can|could|may|might|does|did|differ|say"
    r"|says|said|told|claim|claims|close)"
)
_PAGE_BEHIND = lazily(r",\s*pp?\.\s*[\w-]{1,9}$")
_LEAST_WORDS = 5
_LONGEST = 160
"""Code points of a bracket without a label that is looked at."""


def is_author_year(words: str) -> bool:
    """Tell whether words begin with an author's family name, a year and a page."""
    # Nearly all brackets begin otherwise, which is seen sooner without the pattern.
    return (words[:1].isupper() or words[:2] in _PARTICLES) and bool(_AUTHOR_YEAR.match(words))


def author_year(words: str) -> Source | None:
    """Return the source of a citation by author, year and page; None for other words.

    | words                   | authors     | year | page  |
    |-------------------------|-------------|------|-------|
    | Brack 1998: 45          | Brack       | 1998 | 45    |
    | Hale and Rook 2004, 7–9 | Hale, Rook  | 2004 | 7–9   |
    | June 1998: 45           | (none)      |      |       |
    | Brack 1998              | (none)      |      |       |
    """
    if words.count(",") > _MOST_COMMAS:
        return None
    if bare := _BEFORE_YEAR.fullmatch(words.strip()):
        name = bare[1]
        if outlet_rules.is_publication(name) or month_of(name):
            return None
        return Source(type="article", author=(Name(literal=name),), issued=Date(int(bare[2])))
    match = _AUTHOR_YEAR.fullmatch(words.strip())
    if match is None or month_of(match[1]):
        return None
    names = [Name(family=name) for name in (match[1], match[2]) if name]
    page = (match[5] or "").replace(" ", "")
    return Source(type="article", author=tuple(names), issued=Date(int(match[4])), page=page)


def brought(words: str) -> Source | None:
    """Return the source of an agency's report that another brought: "Kyodo via AP"."""
    first, via, last = words.partition(" via ")
    if not via:
        first, via, last = words.partition("/")
    if not via or not (outlet_rules.is_agency(first) and outlet_rules.is_known(last)):
        return None
    kind = outlet_rules.csl_type(last)
    return Source(type=kind, author=(Name(literal=first),), container_title=last)


def _is_slashed(first: str, second: str) -> bool:
    """Tell whether two names are those of an agency and of a person of it."""
    agency = outlet_rules.is_known(first) or outlet_rules.is_known(first.removesuffix(" Photo"))
    return bool(agency and person_names.parse_names(second))


def is_sentence(words: str) -> bool:
    """Tell whether words are a whole sentence, with a verb, that ends with a full stop.

    | words                                    | sentence |
    |------------------------------------------|----------|
    | The source of the Rhine is in the Alps.  | yes      |
    | Mary Lamb, Quay Herald, 3 May 2001.      | no       |
    | Lamb, “What is rope?”, Quay Herald.      | no       |
    """
    if not words.rstrip().endswith(".") or any(mark in words for mark in '“"«„'):
        return False
    tokens = words.rstrip(" .").split()
    small = sum(token.isalpha() and token.islower() for token in tokens)
    if small > 1 and len(tokens) > 3 and "," not in words and not any(map(str.isdigit, words)):
        return True
    return len(tokens) >= _LEAST_WORDS and any(map(_SENTENCE.fullmatch, tokens[1:]))


def names_print(words: str) -> bool:
    """Tell whether brackets without a label hold a publication and a date, and little else.

    | words                          | told |
    |--------------------------------|------|
    | Quay Herald, May 3, 2001       | yes  |
    | Quay Herald, May 3, 2001, p. 4 | yes  |
    | Mary Lamb, Reuters             | yes  |
    | Rook, 1994                     | no   |
    | South Quay, July 3, 2005       | no   |
    | born June 4, 1961, in Leith    | no   |
    """
    words = _PAGE_BEHIND.sub("", words.strip())
    parts = [part.strip() for part in words.split(",")]
    if len(parts) == 1 and words.count("/") == 1:
        return any(map(_is_slashed, *zip(words.split("/"), words.split("/")[::-1], strict=True)))
    if len(words) > _LONGEST or not 2 <= len(parts) <= 5:
        return False
    first, last = parts[0], parts[-1]
    if len(parts) == 2 and outlet_rules.is_known(last) and person_names.parse_names(first):
        return not outlet_rules.is_publication(first)
    for count in (1, 2):
        date, _ = read_date(", ".join(parts[-count:]))
        body = parts[-count - 1] if len(parts) > count else ""
        if date and date.month and body[:1].isupper() and outlet_rules.is_publication(body):
            return not any(character.isdigit() for character in body)
    return False
