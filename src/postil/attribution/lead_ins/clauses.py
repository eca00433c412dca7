"""LeadInCache of running text that lead in to the words of a source, found by their verbs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, islice

from postil.attribution.lead_ins.languages import says_abroad
from postil.attribution.lead_ins.parse import REACH, parse_dateline, parse_lead_in
from postil.attribution.lead_ins.quote_reach import OuterQuotations
from postil.attribution.lead_ins.verbs import ACCORDING, TELLING, VERB
from postil.attribution.parsing import labels
from postil.attribution.scripts.marks import with_latin_marks
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Source
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_SENTENCE = lazily(r"(?:[.?!…]['\"”’)\]]*|\])\s+(?=['\"“‘(\[]?[A-Z])")
_SHORTENED = lazily(
    r"(?:\b[A-Z]|\b(?:Mrs?|Ms|Dr|Prof|St|Gen|Col|Sen|Rep|Gov|Lt|Jr|Sr|vs|No|U\.S|U\.N|U\.K))$"
)
_QUOTE_AFTER = lazily(r"\s*+(?::\s*+)?[“„«\"‘']")
_TELLS = lazily(rf"\b(?:{TELLING})\s+[^,]{{2,60}}$")
_OPENING = lazily(r"[:“\"](?:(?<=:)(?!//|\d)|(?<=[\w,]\s[“\"]))")
"""A sign first, by which it is found several times as fast as by what stands before it."""
_COMMA_BEFORE_QUOTE = lazily(r",\s{0,2}(?=[“„«\"「『])")
_FEWEST_TRIES = 50
"""LeadInCache of a block that are looked at, besides one for each hundred code points."""

LeadInCache = dict[str, Source | None]
"""What clauses have been found to name, by their words."""


class LeadIn(NamedTuple):
    """Words that name where what follows comes from; offsets are code points of the block."""

    start: int
    end: int
    """Behind the colon or comma, before any quotation mark."""
    source: Source
    quoting: bool
    """A quotation mark follows."""


def find_lead_ins(
    text: str,
    quotes: OuterQuotations | None = None,
    seen: LeadInCache | None = None,
    overrides: NameOverrides = NO_OVERRIDES,
) -> list[LeadIn]:
    """Return the lead-ins of a block that name a source, outside its quotations, in order.

    ``seen`` holds what has been read of clauses before, and is added to; ``overrides`` is what the
    reader has said of names.
    """
    quotes = quotes or OuterQuotations(text)
    seen = {} if seen is None else seen
    found: list[LeadIn] = []
    done = 0
    if wire := labels.dateline(text):
        source = parse_dateline(wire)
        if source is not None:
            done = wire.end()
            found.append(LeadIn(0, done, source, quoting=False))
    clauses = _clauses(with_latin_marks(text))
    for start, end, quoting in islice(clauses, _FEWEST_TRIES + len(text) // 100):
        if start < done:
            continue
        clause = text[start:end]
        if clause not in seen:
            seen[clause] = parse_lead_in(clause, overrides)
        source = seen[clause]
        if source and source.identified and not quotes.inside(start):
            found.append(LeadIn(start, end, source, quoting))
            done = end
    return found


def opening_lead_in(
    text: str, start: int, overrides: NameOverrides = NO_OVERRIDES, *, unnamed: bool
) -> int:
    """Return where the lead-in ends that stands at ``start``; ``start`` itself if there is none.

    With ``unnamed`` one counts that names no source, as in "In May 1987, reported:", where a
    quotation mark follows it.
    """
    words = text[start : start + REACH + 2]
    if _QUOTE_AFTER.match(words):
        return start
    for at, colon in _openings(words):
        clause = words[:at]
        if _sentence_start(clause):
            break
        if not (_says(clause) if colon else _ends_in_saying(clause) or _ends_in_verb(clause)):
            continue
        end = at + colon
        if unnamed and _QUOTE_AFTER.match(words, end):
            return start + end
        source = parse_lead_in(words[:end], overrides)
        if source is not None and source.identified:
            return start + end
    return start


def _says(clause: str) -> bool:
    return bool(VERB.search(clause) or ACCORDING.search(clause))


def _ends_in_verb(clause: str) -> bool:
    return any(verb.end() == len(clause) for verb in VERB.finditer(clause))


def _openings(text: str) -> Iterator[tuple[int, bool]]:
    """Yield where what somebody says may begin: at a colon, or at the blank before a mark."""
    for match in _OPENING.finditer(text):
        colon = match[0] == ":"
        yield match.start() - (not colon), colon


def _clauses(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield sentences, up to a colon or a quotation mark, in which somebody says something."""
    # Far fewer blocks open what somebody says than have a verb, which takes longer to look for.
    openings = list(_openings(text))
    if not openings:
        if not text.isascii():
            yield from _clauses_abroad(text, openings)
        return
    saying = [match.start() for match in chain(VERB.finditer(text), ACCORDING.finditer(text))]
    if not saying:
        yield from _clauses_abroad(text, openings)
        return
    saying.sort()
    for at, colon in openings:
        last = bisect_left(saying, at) - 1
        if last < 0 or saying[last] < at - REACH:
            continue
        floor = max(0, at - REACH)
        start = floor + _sentence_start(text[floor:at])
        if saying[last] < start:
            continue
        if colon or _ends_in_saying(text[start:at]):
            end = at + 1 if colon else at
            yield start, end, bool(_QUOTE_AFTER.match(text, end))


def _clauses_abroad(text: str, openings: list[tuple[int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """Yield sentences up to a colon, in which somebody says something in another language."""
    colons = {at for at, colon in openings if colon}
    commas = {match.start() for match in _COMMA_BEFORE_QUOTE.finditer(text)}
    for at in sorted(colons | commas):
        floor = max(0, at - REACH)
        start = floor + _sentence_start(text[floor:at])
        if says_abroad(text[start:at]):
            yield start, at + 1, at in commas or bool(_QUOTE_AFTER.match(text, at + 1))


def _ends_in_saying(clause: str) -> bool:
    """Tell whether a mark without a colon opens what the clause says, not a title in it."""
    return clause.endswith(",") or bool(_TELLS.search(clause))


def _sentence_start(before: str) -> int:
    start = 0
    for match in _SENTENCE.finditer(before):
        if not _SHORTENED.search(before, max(0, match.start() - 6), match.start()):
            start = match.end()
    return start
