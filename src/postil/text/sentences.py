"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postil.text.lazy_regex import lazily

_CLOSERS = "\"'”’»›)\\]）】」』〉》"
_SURE = "。｡！？।॥۔؟։።፧။។៕༎"
"""Stops of scripts without capitals, that end nothing else: also Greek asks with a semicolon."""
_STOP = lazily(
    rf"(?P<sure>(?:[{_SURE}]|(?<=[\u0370-\u03ff\u1f00-\u1fff]);)[{_SURE}!?…]*)[{_CLOSERS}]*"
    rf"|(?P<stop>[.!?…‥]+)[{_CLOSERS}]*(?:\[\d{{1,3}}\]|[¹²³⁴-⁹⁰*†‡])*(?P<apart>(?=\s|$))?"
    r"|(?P<source>\[\s*(?:\w+\s+){0,2}sources?\s*:)"
    r"|(?P<line>\n)",
    re.IGNORECASE,
)
_OPENERS = lazily(r"[\s\"'“‘«‹„(\[（「『¿¡—–-]*")
_TOKEN = lazily(r"[^\s“”\"‘(\[]*$")
_WORD = lazily(r"\w+")
_TRAILING = (".", ",", ";")
_BRACKETS = lazily(r"[\[\]\n]")

_REACH = 40
"""Code points looked at before a stop: no abbreviation is longer."""

_DEEPEST = 3
"""Brackets within one another; more are no attribution."""

_BRACKET_REACH = 2000
"""Code points within which a bracket must close to count as one."""

_NEVER_LAST = (
    " mr mrs ms messrs dr prof st rev hon gen col lt sgt capt maj cmdr adm rep sen gov pres "
    "vs v cf e.g i.e viz fig figs no nos nr vol vols pp p ch sec art ed eds trans ibid op "
    "ca c approx est dept univ assn bros mt ft al "
)
"""Abbreviations, without their stop, that go on to what they belong to; each between blanks."""

_SELDOM_LAST = (
    " etc inc ltd co corp jr sr a.m p.m b.c a.d ph.d m.a b.a m.d "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
)
"""Abbreviations that end a sentence when what follows looks like the start of one."""

_BEFORE_NUMBERS = " no nos nr vol vols pp p fig figs ch sec art "

_STARTERS = (
    " a after all also although an and as at but by during each even every for from he her his how "
    "however i if in it its many most my no not now of on one or our she since so some such that "
    "the their then there these they this those though to under until we what when where while "
    "who why with yet you "
)
"""Words that, with a capital, rather begin a sentence than follow an abbreviated name."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the runs of code points of the sentences of a block, in order, without blanks around.

    A line end ends a sentence: it stands only in verse, code and tables, where lines are the units.
    An attribution in brackets is a sentence of its own.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for cut in _cuts(text):
        _add(found, text, start, cut)
        start = cut
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _cuts(text: str) -> Iterator[int]:
    """Yield where sentences end, ascending."""
    at = start = 0
    lead = _lead_end(text, 0)
    while match := _STOP.search(text, at):
        at = match.end()
        if match["line"]:
            cut = at
        elif match["source"]:
            cut = match.start()
            closed = _closing(text, cut)
            if closed < 0:
                continue
            if text[start:cut].strip():
                yield cut
            at = cut = closed + (1 if text[closed : closed + 1] in _TRAILING else 0)
        elif match["sure"]:
            if text[at : at + 1] in ("と", "、", "，", ","):
                continue
            cut = at
        else:
            if match["apart"] is None or not _ends(text, start, lead, match):
                continue
            cut = at
        yield cut
        start = cut
        lead = _lead_end(text, start)


def _closing(text: str, opening: int) -> int:
    """Return the offset behind the bracket that closes one; -1 where none does."""
    depth = 0
    for bracket in _BRACKETS.finditer(text, opening, opening + _BRACKET_REACH):
        if bracket[0] == "\n":
            break
        depth += 1 if bracket[0] == "[" else -1
        if depth == 0:
            return bracket.end()
        if depth > _DEEPEST:
            break
    return -1


def _ends(text: str, start: int, lead: int, match: re.Match[str]) -> bool:
    """Tell whether a stop that a blank follows ends a sentence that began at ``start``.

    ``lead`` is where its first word stands; looked for at each stop, it would be found again and
    again behind the same blanks.
    """
    stop = match["stop"]
    following = _lead_end(text, match.end())
    if following >= len(text):
        return True
    head = text[following]
    if head.islower():
        return False
    if _within_parentheses(text, lead, match.end()):
        return False
    before = match.start()
    if stop == ".":
        return _full_stop_ends(text, start, lead, before, following)
    if stop.strip("….‥") == "" and len(stop) < 4:
        # An ellipsis that stands alone leaves words out; one that hangs on a word trails off.
        return before > start and not text[before - 1].isspace()
    return True


def _full_stop_ends(text: str, start: int, lead: int, before: int, following: int) -> bool:
    token = _TOKEN.search(text[max(start, before - _REACH) : before])
    word = token[0] if token else ""
    head = text[following]
    if word.isdigit() and lead >= before - len(word):
        return False
    # A single capital is an initial, never "p." or "c.".
    lowered = word if len(word) == 1 else word.casefold()
    if _among(lowered, _NEVER_LAST):
        return not head.isdigit() and _among(lowered, _BEFORE_NUMBERS)
    if _among(lowered, _SELDOM_LAST):
        return not head.isdigit() and _looks_like_a_start(text, following)
    if len(word) == 1 and word.isalpha() and word.isupper() and word != "I":
        return _looks_like_a_start(text, following)
    parts = word.split(".")
    if len(parts) > 1 and all(len(part) == 1 and part.isalpha() for part in parts):
        return _looks_like_a_start(text, following)
    return True


def _among(word: str, words: str) -> bool:
    return f" {word} " in words


def _looks_like_a_start(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    return word is not None and _among(word[0].casefold(), _STARTERS)


def _within_parentheses(text: str, lead: int, end: int) -> bool:
    """Tell whether a parenthesis that opened within a sentence, not before it, is still open."""
    floor = max(lead, end - _BRACKET_REACH)
    opened = text.rfind("(", floor, end)
    if opened < 0 or text.find(")", opened, end) >= 0:
        return False
    return text.find(")", end, end + _BRACKET_REACH) >= 0


def _lead_end(text: str, start: int) -> int:
    """Return where the first word of what begins at an offset stands, behind marks and blanks."""
    lead = _OPENERS.match(text, start)
    return lead.end() if lead else start
