"""Citations by author and year: "(Falk 1998: 45)", "(Rook & Hale, 2003)", "Falk (1998)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from postil.attribution.works.figures import PAGE_MARK
from postil.attribution.works.read import SEE
from postil.lexicon.name_list import NameList, bare_letters
from postil.model.source import Name
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

IBID = NameList("references/ibid_words")
"""Words that point to the work cited before, in small letters."""
_BRACKETS = lazily(r"[(（](?P<inside>[^()（）]{3,300})[)）]")
_CITE = lazily(
    r"(?P<names>[^;]{0,120}?)[,，]?\s{0,2}(?P<year>(?:1[4-9]|20)\d\d)(?P<letter>[a-z](?![a-z]))?年?"
    r"(?:\s?[,:，：]\s{0,2}(?P<locator>[^;]{1,80}))?"
)
_LOCATOR = lazily(
    rf"(?:{PAGE_MARK}\s?|at\s|第)?(?P<page>[A-Za-z]?\d{{1,5}}(?:\s?[-–—]\s?\d{{1,5}})?(?:\s?f{{1,2}}\.?)?)"
    r"(?:\s?[쪽頁页면])?(?:,\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?){0,6}"
)
_YEAR_SIGNS = frozenset("12")
_AND = lazily(r"\s(?:and|&|und|et|y|e|och|og|en|i|и)\s")
_OTHERS = lazily(
    r",?\s(?:et al\.?|u\.\s?a\.|и др\.|and others|and colleagues|等|ほか|외)$"
    r"|(?<=[^\W\d_])(?:等|ほか|외)$"
)
_EARLIEST, _LATEST = 1700, 2100
_FARTHEST = 70
"""Code points before a year in brackets in which its authors' names stand."""


class DatedWork(NamedTuple):
    """A work that can be cited by author and year."""

    number: tuple[int, int]
    """That of its list, and that of its entry in it."""
    families: tuple[str, ...]
    """The family names in bare letters, or the names of bodies."""
    letter: str
    """The letter behind the year: 2001a."""


class Dated(NamedTuple):
    """A place that cites by author and year."""

    start: int
    end: int
    works: tuple[tuple[int, int], ...]
    locator: str = ""
    narrative: bool = False
    """The names stand in the sentence, and the year in brackets."""
    again: bool = False
    """It points to the work that was cited before: "(ibid., 45)"."""


def families(names: Sequence[Name]) -> tuple[str, ...]:
    """Return the family names by which works are cited, in bare letters."""
    return tuple(bare_letters(one.family or one.literal) for one in names)


def dated(text: str, works: Mapping[int, Sequence[DatedWork]]) -> Iterator[Dated]:
    """Yield the places of a text that cite works by author and year; ``works`` are by year."""
    for match in _BRACKETS.finditer(text):
        inside = match["inside"]
        small = inside.strip().casefold()
        if any(small.startswith(word) for word in IBID):
            again = _again(inside)
            if again is not None:
                yield Dated(match.start(), match.end(), (), again, again=True)
            continue
        if not any(map(str.isdigit, inside)):
            continue
        found: list[tuple[int, int]] = []
        names, locator = "", ""
        parts = inside.replace("；", ";").split(";")
        begins = match.start()
        narrative = False
        for at, part in enumerate(parts):
            cite = _CITE.fullmatch(part.strip())
            if cite is None:
                continue
            # What is no page stands behind the year too: "Chapter 2", "archived in Leith".
            page = _page(cite["locator"]) or ""
            years = works.get(int(cite["year"]), ())
            called = cite["names"].strip(" ,，")
            if not called and at == 0:
                start = _named_before(text, match.start(), years, cite["letter"] or "")
                if start is not None:
                    begins, one = start
                    narrative = True
                    found.append(one)
                    locator = page
                continue
            names = called or names
            cited = _cited(_unled(names), years, cite["letter"] or "")
            if cited and _is_year(page):
                # "(Moulton 1986, 1990)": another work of the same persons, and no page.
                cited += _cited(_unled(names), works.get(int(page), ()), "")
                page = ""
            found += cited
            if cited:
                locator = page if len(parts) == 1 else ""
        if found:
            yield Dated(
                begins, match.end(), tuple(dict.fromkeys(found)), locator, narrative=narrative
            )


def _again(inside: str) -> str | None:
    """Return the pages behind "ibid."; None where other words follow."""
    small = inside.strip()
    word = max((one for one in IBID if small.casefold().startswith(one)), key=len)
    rest = small[len(word) :].strip(" .,:")
    if not rest:
        return ""
    match = _LOCATOR.fullmatch(rest)
    return None if match is None else "".join(match["page"].split())


def _page(words: str | None) -> str | None:
    """Return the pages that a citation names, "" for none; None for words that are none."""
    if not words:
        return ""
    match = _LOCATOR.fullmatch(words.strip())
    return None if match is None else "".join(match["page"].split())


def _is_year(page: str) -> bool:
    """Tell whether what stands where pages do is more likely another year."""
    return len(page) == 4 and page.isdecimal() and _EARLIEST <= int(page) < _LATEST


def _unled(names: str) -> str:
    """Return names without what stands before them, such as "see"."""
    small = names.casefold()
    found = max((one for one in SEE if small.startswith(f"{one} ")), key=len, default="")
    return names[len(found) :].strip(" ,") if found else names


def _cited(names: str, works: Sequence[DatedWork], letter: str) -> list[tuple[int, int]]:
    """Return the one work of some names; none where there are two, or none."""
    if not names or not names[0].isalpha():
        return []
    plain = _OTHERS.sub("", names)
    others = plain != names
    named = [
        bare_letters(one.strip(" ,")) for one in _AND.sub(",", plain).replace("，", ",").split(",")
    ]
    named = [one for one in named if one]
    fits = [
        one
        for one in works
        if _same(named, one.families, others=others) and (not letter or one.letter == letter)
    ]
    return [fits[0].number] if len(fits) == 1 else []


def _same(named: Sequence[str], families_: Sequence[str], *, others: bool) -> bool:
    """Tell whether names that are cited are those of a work, in its order."""
    if not named or len(named) > len(families_):
        return False
    if not others and len(named) != len(families_) and not (len(named) == 1 and len(families_) > 2):
        return False
    return all(
        one == family or _of_eastern(one, family) or _last_word(one, family)
        for one, family in zip(named, families_, strict=False)
    )


def _of_eastern(name: str, whole: str) -> bool:
    """Tell whether a name is the family name of a whole one in eastern letters."""
    return name[0] > "\u3000" and whole.startswith(name) and len(name) < len(whole)


def _last_word(name: str, family: str) -> bool:
    """Tell whether a name is a family name with initials before it, or without its particle."""
    return len(name) > 3 and (family.endswith(f" {name}") or name.endswith(f" {family}"))


def _named_before(
    text: str, at: int, works: Sequence[DatedWork], letter: str
) -> tuple[int, tuple[int, int]] | None:
    """Return where the names begin that stand before a year in brackets, and the work of these."""
    if not works:
        return None
    before = text[max(0, at - _FARTHEST) : at].rstrip()
    first = at - len(text[max(0, at - _FARTHEST) : at])
    fits: list[tuple[int, tuple[int, int]]] = []
    for one in works:
        if letter and one.letter != letter:
            continue
        start = _begins(before, one.families)
        if start is not None:
            fits.append((first + start, one.number))
    fits.sort()
    if len(fits) > 1 and fits[0][0] == fits[1][0]:
        return None
    return fits[0] if fits else None


def _begins(before: str, families_: Sequence[str]) -> int | None:
    """Return where the names of a work begin with which words end; None where they do not."""
    plain = _OTHERS.sub("", before)
    others = plain != before
    plain = plain.removesuffix("’s").removesuffix("'s")
    words = bare_letters(plain)
    # Letters are folded one by one, but for a few: the offset is looked for in the text itself.
    if others or len(families_) > 2 or len(families_) == 1:
        if not (words.endswith(families_[0])) or (len(families_) == 2 and not others):
            return None
        if len(families_) > 1 and not others:
            return None
        return _place(plain, len(families_[0]))
    for joint in (" and ", " & ", " und ", " et ", " y ", " e ", " och ", " og ", " en ", " и "):
        tail = f"{families_[0]}{joint}{families_[1]}"
        if words.endswith(tail):
            return _place(plain, len(tail))
    return None


def _place(plain: str, size: int) -> int | None:
    """Return where the last letters of words begin, if a word begins there."""
    start = len(plain) - size
    if start < 0 or (start > 0 and plain[start - 1].isalnum()) or not plain[start].isalpha():
        return None
    return (
        start if plain[start].isupper() or plain[start] > "\u0590" or " " in plain[start:] else None
    )
