"""Reads one entry of a list of references, or one note, into the record of its work."""

from __future__ import annotations

from collections.abc import Sequence

from postil.attribution.works.eastern import EASTERN, read_eastern
from postil.attribution.works.latin import read_latin
from postil.attribution.works.marked import read_marked
from postil.attribution.works.scan import Scan, Work
from postil.lexicon.name_list import NameList
from postil.model.source import Source
from postil.model.values import replace
from postil.text.lazy_regex import lazily

LONGEST = 900
"""Code points beyond which nothing is one entry."""
SEE = NameList("references/see_words")
"""Words before what a note or a bracket points to, in small letters."""
_BACKLINKS = lazily(r"\s{0,2}[↑^]\s?(?:(?:Jump up to:|Jump up|a b|[a-z](?=\s))\s?){0,12}")
_YEAR = lazily(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_SPECIAL = lazily(
    r"(?i)\b(?:personal communication|interview by|interview with the author|unpublished letter)\b"
)


def read_work(entry: str, emphasised: Sequence[tuple[int, int]] = ()) -> Work | None:
    """Return the work that an entry names, as far as it is sure; None where it names none.

    ``emphasised`` are the runs of the entry that are set in italics, which tell titles and names
    of periodicals. What is read is no part of another field: a title may hold more than the title
    where its end is not known, and then the work is not ``sure``.
    """
    if not 12 <= len(entry) <= LONGEST or _SPECIAL.search(entry):
        return None
    if not (_YEAR.search(entry) or "http" in entry or "doi" in entry or "n.d." in entry):
        return None
    start = _lead(entry)
    text = entry[start:].replace("\u00a0", " ").replace("\u202f", " ").replace("\n", " ")
    runs = [(first - start, last - start) for first, last in emphasised if first >= start]
    work = read_marked(Scan(text, runs))
    if work is None and EASTERN.search(text[:24]):
        work = read_eastern(Scan(text, runs))
    elif work is None:
        work = read_latin(Scan(text, runs))
    if work is None or not _says_enough(work.source):
        return None
    return work


def _says_enough(source: Source) -> bool:
    """Tell whether a record names a work: more than a name and words."""
    facts = (source.issued, source.container_title, source.publisher, source.url, source.doi)
    return bool(source.title) and bool(source.author or source.container_title) and any(facts)


def _lead(entry: str) -> int:
    """Return where an entry begins behind links back to the text, and words such as "See"."""
    match = _BACKLINKS.match(entry)
    at = match.end() if match is not None else 0
    at += len(entry[at:]) - len(entry[at:].lstrip())
    small = entry[at : at + 40].casefold()
    found = max((words for words in SEE if small.startswith(f"{words} ")), key=len, default="")
    return at + len(found) + 1 if found else at


def whole_entry(entry: str) -> Source:
    """Return an entry of a list that is not understood: all of it is its title."""
    return replace(Source(type="document"), title=" ".join(entry[_lead(entry) :].split()))
