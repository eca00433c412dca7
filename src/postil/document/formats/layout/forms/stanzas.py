"""Stanzas: how much lines look like verse, in counts that add up over the stanzas of a poem."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from unicodedata import category

from postil.document.formats.layout.line_layout import indent_of
from postil.lexicon.dates import parse_date
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

LONGEST = 120
"""Code points of a line of verse; a group with a longer one is a paragraph."""
_NARROW, _NARROWEST, _SHORTEST = 60, 45, 32
"""Code points: prose is seldom broken at less than the first, and hardly ever at the others."""
QUOTES = '“"«„‘—–-「『'
"""Signs with which somebody's speech begins in a dialogue."""
_SHORT = 0.65
"""Share of the page's width to which most stanzas keep."""
_STOPS = ".?!…”\"’')]。！？」』»"
_AROUND = ",;:–—-" + _STOPS + "“‘«([0123456789"
"""Signs that stand at the ends of words."""
_PAUSES = ",;:—–-，、；：" + _STOPS
_FIELDS = 12
"""Lines of fields, each a name and what it is, at most."""
_FAREWELL = 5
"""Lines of the end of a letter, at most."""
_PARTED = 0.15
"""Share of the lines that end within a word from which they are prose."""
_RHYMES_WITHIN = 3
"""Lines between two that rhyme, and one more."""
_FIELD = lazily(r"[^\W\d_][\w .-]{0,24}[:\uff1a](?:\s|\uff1a|\w|$)")
_TECHNICAL = lazily(r"[0-9<>{}\[\]=|@#\\*_/~^&$%+`]")
_VOWELS = "aeiouyäöüåæøáéíóúàèìòùâêîôûëïаеёиоуыэюяіїєαεηιουω"


class Look(NamedTuple):
    """What is counted of lines; several looks are one when they are added up."""

    groups: int = 0
    small: int = 0
    """Groups that begin with a small letter, as no paragraph does.

    In a script that has no capitals, those that end without a stop.
    """
    even: int = 0
    """Groups with as many lines, two or more, as the one before."""
    pairs: int = 0
    """Lines that another one follows."""
    loose: int = 0
    """Those that had room for the next one's first word, on a page as wide as their group."""
    short: int = 0
    """Groups that keep to two thirds of the page."""
    open: int = 0
    """Those behind which a sentence goes on, before a letter that could be a capital."""
    capital: int = 0
    """Those of them before one."""
    paused: int = 0
    """Lines that end with a stop or a pause, of those that another one follows."""
    rhymed: int = 0
    """Lines that rhyme with a near one."""
    staggered: int = 0
    """Groups in which every second line is set in, or the last one."""
    last: int = 0
    """Lines of the last group."""

    @property
    def lines(self) -> int:
        """Lines of all the groups."""
        return self.pairs + self.groups

    def __add__(self, other: object) -> Look:
        """Return the sum; that of two groups tells whether they have as many lines."""
        if not isinstance(other, Look):
            return NotImplemented
        even = self.last == other.last and self.last > 1
        sums = [one + two for one, two in zip(self[:-1], other[:-1], strict=True)]
        sums[2] += even
        return Look._make([*sums, other.last])


def look(lines: Sequence[str], width: int) -> Look:
    """Return what is counted of the lines of one group, of a text broken at a width.

    Rhymes are not yet: most lines are known to be prose without them.
    """
    pairs = loose = open_ends = capital = paused = 0
    longest = max(map(len, lines))
    for line, after in pairwise(lines):
        pairs += 1
        begin = after.lstrip()
        first = begin.split(None, 1)[0]
        # A script without blanks breaks its lines anywhere.
        room = len(first) if first[0] < "\u2e80" else 1
        loose += len(line) + 1 + room <= longest
        end = line[-1]
        paused += end in _PAUSES
        if end not in _STOPS:
            letter = next((sign for sign in first if sign.isalpha()), "")
            if (letter.isupper() and not begin.isupper()) or letter.islower():
                open_ends += 1
                capital += letter.isupper()
    return Look(
        groups=1,
        small=lines[0].lstrip()[0].islower() or _is_unstopped(lines[-1]),
        pairs=pairs,
        loose=loose,
        short=longest <= _SHORT * width,
        open=open_ends,
        capital=capital,
        paused=paused,
        staggered=_is_staggered(lines),
        last=len(lines),
    )


def verse_score(found: Look, width: int) -> float:
    """Return how much lines look like verse: 2 and more is verse, below 0 is prose."""
    if not found.pairs:
        return 0.0
    score = 0.0
    loose = found.loose / found.pairs
    score += 3 if loose >= 0.6 else 2 if loose >= 0.4 else 0.5 if loose > 0.2 else 0
    # Of two lines the first is the longer one by chance.
    score -= 0 if loose > 0.2 else 1.5 if found.pairs > 1 else 0.5
    score += 1 if found.short >= 0.6 * found.groups else 0
    if found.open >= 2:
        capital = found.capital / found.open
        score += 2.5 if capital >= 0.8 else 1 if capital >= 0.6 else -2 if capital <= 0.3 else 0
    paused = found.paused / found.pairs
    score += 1 if paused >= 0.5 else -0.5 if paused <= 0.15 else 0
    if found.lines >= 4:
        share = found.rhymed / found.lines
        score += 1.5 if share >= 0.6 else 0.5 if share >= 0.4 else 0
    if found.groups > 1 and found.even >= 0.6 * (found.groups - 1):
        score += 1 if found.groups > 2 else 0.5
    score += 1.5 if found.staggered >= 0.6 * found.groups else 0
    small = found.small >= 0.5 * found.groups
    score += 1.5 if small else 0
    # Where no capitals tell, hardly anything but verse has lines so short and no stop at its end.
    score += 1 if small and not found.open and width < _SHORTEST else 0
    return score + (1.5 if width < _NARROWEST else 0.5 if width < _NARROW else 0)


def parts_words(lines: Sequence[str]) -> bool:
    """Tell whether words go on from line to line, as they do where a page ends and not a verse."""
    parted = sum(
        line[-1] in "-\u2010" and line[-2:-1].isalpha() and after.lstrip()[0].islower()
        for line, after in pairwise(lines)
    )
    return parted > 0 and parted >= _PARTED * len(lines)


def is_line_list(lines: Sequence[str], width: int) -> bool:
    """Tell whether lines stand by themselves: names, an address, what a dish takes, a farewell."""
    if max(map(len, lines)) > min(_NARROW, max(30, 0.75 * width)):
        return False
    texts = [line.strip() for line in lines]
    if texts[0][-1] == "," and _are_names(texts[1:]) and len(texts) <= _FAREWELL:
        return True
    if len(texts) <= _FIELDS and all(map(_FIELD.match, texts)):
        return True
    if sum(text[-1] in ",;.!?…" for text in texts[:-1]) > len(texts) / 3:
        return False
    figures = sum(_is_figure(text) for text in texts)
    if figures >= 0.4 * len(texts) and len(texts) > 2:
        return True
    return _are_names(texts)


def is_technical(lines: Sequence[str], share: float = 0.35) -> bool:
    """Tell whether a share of lines has signs and numbers in it that hardly any verse has."""
    signs = sum(1 for line in lines if _TECHNICAL.search(line) or line.lstrip()[0] == ".")
    return signs >= share * len(lines)


def _are_names(texts: Sequence[str]) -> bool:
    """Tell whether lines are names or places, which are written with capitals throughout."""
    words = [word for text in texts for word in text.split() if len(word) > 3]
    high = sum(word[0].isupper() or word[0].isdigit() for word in words)
    few = sum(len(text.split()) for text in texts) <= 4 * len(texts)
    return few and bool(words) and high >= 0.85 * len(words)


def dialogue(lines: Sequence[str], width: int) -> list[int]:
    """Return where the speeches in lines begin, none where they are not dialogue."""
    starts = [at for at, line in enumerate(lines) if line.lstrip()[0] in QUOTES]
    if len(starts) < 2 or len(starts) < 0.5 * len(lines):
        return []
    every = len(starts) == len(lines)
    begun = []
    for at in starts:
        if at and lines[at - 1][-1] not in _STOPS + "—":
            continue
        if at and not every and len(lines[at - 1]) + 1 + len(lines[at].split(None, 1)[0]) > width:
            continue
        begun.append(at)
    ended = sum(lines[at - 1][-1] in _STOPS + "—" for at in starts if at)
    inner = sum(at > 0 for at in starts)
    return [0, *(at for at in begun if at)] if ended == inner and len(begun) >= 2 else []


def _is_unstopped(line: str) -> bool:
    """Tell whether no stop ends a line of letters of which there are no capitals."""
    last = line[-1]
    # In many scripts the sign of a vowel is a mark on the letter before.
    letter = last.isalpha() or (last > "\u02ff" and category(last)[0] == "M")
    return letter and line.lower() == line.upper()


def _is_figure(text: str) -> bool:
    """Tell whether a line is a quantity, the number of a house, or a date."""
    return text[0].isdigit() or text[0] in "½¼¾⅓⅔" or parse_date(text) is not None


def _is_staggered(lines: Sequence[str]) -> bool:
    """Tell whether every second line is set in, or nothing but the last."""
    if len(lines) < 3 or not any(line[0].isspace() for line in (*lines[:2], lines[-1])):
        return False
    indents = [indent_of(line) for line in lines]
    if len(set(indents)) == 1:
        return False
    if all(indents[at] == indents[at - 2] for at in range(2, len(indents))):
        return True
    return len(set(indents[:-1])) == 1 and indents[-1] > indents[0]


def rhymed(lines: Iterable[str]) -> int:
    """Return how many lines end like another one near to them, in another word."""
    tails = [line.rsplit(None, 1)[-1].strip(_AROUND).casefold() for line in lines]
    sounds = [_sound(tail) for tail in tails]
    found = 0
    for at, sound in enumerate(sounds):
        near = range(max(0, at - _RHYMES_WITHIN), min(len(sounds), at + _RHYMES_WITHIN + 1))
        found += bool(sound) and any(
            sounds[other] == sound and tails[other] != tails[at] for other in near if other != at
        )
    return found


def _sound(word: str) -> str:
    """Return the end of a word that another one rhymes with: its last two letters."""
    if len(word) < 2:
        return ""
    # From the Hebrew script on vowels are marks, or not written at all.
    return word[-2:] if word[-1] > "\u0590" or any(one in _VOWELS for one in word[-3:]) else ""
