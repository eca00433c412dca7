"""Notes: which of them name a work, and which point to one that was named before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postil.attribution.references.dated import IBID, families
from postil.attribution.references.lists import Place, ReferenceList
from postil.attribution.works.figures import PAGE_MARK
from postil.attribution.works.read import SEE, read_work
from postil.lexicon.name_list import NameList, bare_letters
from postil.model.source import Source
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

OP_CIT = NameList("references/op_cit_words")
"""Words behind a name that point to a work of that person cited before, in small letters."""
_LOCATOR = lazily(
    rf"(?:{PAGE_MARK}\s?|at\s)?(?P<page>\d{{1,5}}(?:\s?[-–—]\s?\d{{1,5}})?(?:\s?f{{1,2}}\.?)?)\.?"
)
_SHORT = lazily(
    rf"(?P<name>[^\W\d_][^,.;:()“”\"«]{{1,40}}?)(?:,\s{{1,2}}|\s)(?P<title>[^;()]{{2,80}}?)"
    rf"(?:[,:]\s{{1,2}}(?:{PAGE_MARK}\s?)?(?P<page>\d{{1,5}}(?:\s?[-–—]\s?\d{{1,5}})?(?:\s?f{{1,2}}\.?)?))?\.?"
)
_MARKS = ' .,:;“”"«»„*_'
_PARTS = lazily(r";\s{1,2}")
_LEAST = 4
"""Letters of a short title at the least."""
_LONGEST_SHORT = 140


class CitedWork(NamedTuple):
    """A work that is cited, and the entry or the note that names it in full."""

    source: Source
    entry: Place


class NotedWork(NamedTuple):
    """What a note names."""

    works: tuple[CitedWork, ...]
    locator: str = ""


_NOTHING = NotedWork(())


def noted_works(notes: ReferenceList, known: Sequence[CitedWork]) -> dict[int, NotedWork]:
    """Return by their numbers what the notes name; notes that name nothing are left out.

    ``known`` are the works of the article's lists, of which a note may give a short form.
    """
    found: dict[int, NotedWork] = {}
    by_family: dict[str, list[CitedWork]] = {}
    for one in known:
        _remember(one, by_family)
    last = _NOTHING
    for number in range(len(notes.entries)):
        noted = _again(notes.text(number), last) or _full(notes, number)
        if not noted.works:
            noted = _short(notes.text(number), by_family)
        if noted.works:
            found[number] = noted
            for one in noted.works:
                _remember(one, by_family)
        last = noted
    return found


def _remember(one: CitedWork, by_family: dict[str, list[CitedWork]]) -> None:
    for family in families(one.source.author)[:1]:
        mine = by_family.setdefault(family, [])
        if not any(_alike(one.source, old.source) for old in mine):
            mine.append(one)


def _alike(one: Source, other: Source) -> bool:
    return bare_letters(one.title) == bare_letters(other.title) and one.issued == other.issued


def _again(text: str, last: NotedWork) -> NotedWork | None:
    """Return what a note names that points to the one before; None where it points elsewhere."""
    plain = text.strip()
    small = plain.casefold()
    word = max((one for one in IBID if small.startswith(one)), key=len, default="")
    if not word or small[len(word) : len(word) + 1].isalnum():
        return None
    rest = plain[len(word) :].strip(" .,:;")
    if len(last.works) != 1:
        return _NOTHING
    if not rest:
        return last
    match = _LOCATOR.match(rest)
    if match is None or (match.end() < len(rest) and rest[match.end()] not in ",.;"):
        return _NOTHING
    return NotedWork(last.works, "".join(match["page"].split()))


def _full(notes: ReferenceList, number: int) -> NotedWork:
    """Return what a note names in full: one work, or several between semicolons."""
    text, place = notes.text(number), notes.entries[number].place
    parts = _PARTS.split(text)
    if len(parts) > 1:
        read = [read_work(part) for part in parts]
        several = tuple(
            CitedWork(work.source, place) for work in read if work is not None and work.sure
        )
        if len(several) == len(parts):
            return NotedWork(several)
    work = notes.work(number)
    if work is not None and work.sure and "; " not in work.source.title:
        return NotedWork((CitedWork(work.source, place),), work.locator)
    small = text.casefold()
    for word in ("see ", "siehe ", "vgl. ", "voir ", "véase ", "см. ", "cf. "):
        at = small.find(f" {word}", 8)
        if at > 0 and (work := read_work(text[at + 1 :])) is not None and work.sure:
            return NotedWork((CitedWork(work.source, place),), work.locator)
    return _NOTHING


def _short(text: str, by_family: Mapping[str, Sequence[CitedWork]]) -> NotedWork:
    """Return the work of which a note gives a short form: "Lamb, Ropes, 45.", "Lamb, op. cit."."""
    plain = text.strip()
    if len(plain) > _LONGEST_SHORT or not by_family:
        return _NOTHING
    small = plain.casefold()
    lead = max((one for one in SEE if small.startswith(f"{one} ")), key=len, default="")
    match = _SHORT.fullmatch(plain[len(lead) :].strip())
    if match is None:
        return _NOTHING
    name = bare_letters(match["name"].strip())
    mine = by_family.get(name) or by_family.get(name.rsplit(" ", 1)[-1], ())
    title = match["title"].strip(_MARKS)
    page = "".join((match["page"] or "").split())
    if title.casefold() in OP_CIT or f"{title.casefold()}." in OP_CIT:
        fits = list(mine)
    elif title.isdecimal() and len(title) == 4:
        fits = [one for one in mine if one.source.issued and one.source.issued.year == int(title)]
    elif len(title) < _LEAST:
        return _NOTHING
    else:
        wanted = bare_letters(title)
        fits = [one for one in mine if wanted in bare_letters(one.source.title)]
    return NotedWork((fits[0],), page) if len(fits) == 1 else _NOTHING
