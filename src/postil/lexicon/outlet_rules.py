"""Rules that tell names of publications, agencies, publishers and bodies from persons' names."""

from __future__ import annotations

from functools import lru_cache

from postil.lexicon import outlets, wordlists
from postil.lexicon.name_list import lookup_key
from postil.text.lazy_regex import lazily

_ARTICLES = ("the ", "le ", "la ", "der ", "die ", "das ", "el ", "al ", "il ", "les ", "los ")
_WORD = lazily(r"[^\s,;:()“”\"/]+")
_NAMES = 256
"""Names of which it is kept how they are looked up."""
_CAPITALS = lazily(r"(?:[A-Z]\.?){2,}")


# Rules ask one after the other of the same name.
@lru_cache(maxsize=_NAMES)
def _words(name: str) -> tuple[str, ...]:
    return tuple([word.strip(".").casefold() for word in _WORD.findall(name)])


@lru_cache(maxsize=_NAMES)
def _bare(name: str) -> str:
    return lookup_key(name.strip(' ,;:()“”"/'))


def folded(name: str) -> str:
    """Return what a name has in common with its other spellings: no capitals, no leading "the"."""
    return name.casefold().removeprefix("the ").strip()


def is_agency(name: str) -> bool:
    """Tell whether the name is that of a news agency, whose reports others print."""
    return _bare(name) in outlets.AGENCIES


def is_known(name: str) -> bool:
    """Tell whether the name is that of a well-known publication, agency or organisation."""
    return _bare(name) in outlets.KNOWN


def is_printed(name: str) -> bool:
    """Tell whether a word of the name is one that publications have in theirs."""
    return is_known(name) or not wordlists.PRINT.isdisjoint(_words(name))


def is_institution(name: str) -> bool:
    """Tell whether the name is that of a body, such as a ministry or a university."""
    return any(word in wordlists.BODIES for word in _words(name))


def is_publication(name: str) -> bool:
    """Tell whether the name is one that persons do not have: that of a publication or a body.

    | rule             | name               | is one |
    |------------------|--------------------|--------|
    | in a list        | Le Monde           | yes    |
    | word of bodies   | Ministry of Ports  | yes    |
    | word of outlets  | Quay Herald        | yes    |
    | publishing house | Quay Books         | yes    |
    | capitals         | B.B.C., QNA        | yes    |
    | digit            | Channel 9          | yes    |
    | "The" in front   | The Quay           | yes    |
    | article in front | La Marea           | yes    |
    | linking word     | Friends of the Sea | yes    |
    | none             | Mary Lamb          | no     |
    """
    words = _words(name)
    if not words:
        return False
    if (
        is_known(name)
        or not wordlists.BODIES.isdisjoint(words)
        or not wordlists.PRINT.isdisjoint(words)
        or (len(words) > 1 and words[-1] in wordlists.HOUSES)
    ):
        return True
    if _CAPITALS.fullmatch(name.strip()) or any(character.isdigit() for character in name):
        return True
    first = name.strip().casefold()
    return first.startswith(_ARTICLES[:1]) or (
        len(words) > 1
        and (first.startswith(_ARTICLES[1:]) or not wordlists.LINKING.isdisjoint(words[:-1]))
    )


def telling_word(name: str) -> str:
    """Return the first word of a name that no person's has, as it is written; "" for none."""
    impersonal = wordlists.IMPERSONAL
    found = (word for word in _WORD.findall(name) if word.strip(".").casefold() in impersonal)
    return next(found, "")


def is_paper(name: str) -> bool:
    """Tell whether a word of the name is one that titles of what bodies publish have."""
    return not wordlists.PAPERS.isdisjoint(_words(name))


def is_news(name: str) -> bool:
    """Tell whether the name is surely that of a newspaper, an agency or a magazine."""
    return is_known(name) or not wordlists.NEWS_OR_MAGAZINES.isdisjoint(_words(name))


def is_periodical(name: str) -> bool:
    """Tell whether the name goes in italics, unlike those of agencies, stations and bodies."""
    words = _words(name)
    if not words or is_agency(name) or is_institution(name) or _CAPITALS.fullmatch(name.strip()):
        return _bare(name) in ("nyt", "wsj")
    return wordlists.STATIONS.isdisjoint(words) and "://" not in name


def is_station(name: str) -> bool:
    """Tell whether the name is that of a station of radio or television, which airs programmes."""
    if outlets.kind(name) == "broadcaster":
        return True
    words = _words(name)
    return len(words) > 1 and not wordlists.AIRING.isdisjoint(words)


def is_publisher(name: str) -> bool:
    """Tell whether the name is surely that of a publisher of books."""
    words = _words(name)
    if not wordlists.PUBLISHERS.isdisjoint(words) or bool(words and words[-1] == "press"):
        return True
    if len(words) > 1 and words[-1] in wordlists.HOUSES:
        return True
    return _bare(name) in outlets.PUBLISHERS


def is_place(name: str) -> bool:
    """Tell whether the name is that of a well-known city or land."""
    return name.strip(" .").casefold() in wordlists.PLACES


_CSL_TYPES = {
    "agency": "article-newspaper",
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "journal": "article-journal",
    "website": "webpage",
    "organisation": "report",
}
"""The CSL type of what each kind of outlet prints."""


def csl_type(name: str) -> str:
    """Return the CSL type of what such a publication prints.

    | rule           | name                    | type               |
    |----------------|-------------------------|--------------------|
    | a site by name | Wikipedia               | webpage            |
    | encyclopaedia  | Encyclopedia of the Sea | entry-encyclopedia |
    | kind in a list | Nature                  | article-journal    |
    | word of news   | Quay Herald             | article-newspaper  |
    | of magazines   | Quay Magazine           | article-magazine   |
    | a body         | Ministry of Ports       | report             |
    | otherwise      | Quayside                | article-newspaper  |
    """
    words = _words(name)
    if "wikipedia" in words or "website" in words or "blog" in words:
        return "webpage"
    if any(word.startswith("encyclop") or word in ("britannica", "encarta") for word in words):
        return "entry-encyclopedia"
    if kind := _CSL_TYPES.get(outlets.kind(name)):
        return kind
    if not wordlists.NEWS.isdisjoint(words):
        return "article-newspaper"
    if not wordlists.MAGAZINES.isdisjoint(words):
        return "article-magazine"
    if words and (words[0] in ("unesco", "unicef", "un", "cia") or is_institution(name)):
        return "report"
    return "article-newspaper"
