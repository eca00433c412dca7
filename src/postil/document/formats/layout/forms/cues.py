"""Cues: how a line begins with which somebody's turn does, by a name, an hour, or a letter."""

from __future__ import annotations

import re
from enum import Enum, auto

from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily


class CueKind(Enum):
    """By which signs a cue is known."""

    STAMPED = auto()
    """``[00:12] ANNA: …``, ``12:03 <bo> …``"""
    NICK = auto()
    """``<bo> …``"""
    UNDATED = auto()
    """``00:12 …``: an hour, and nobody's name"""
    HEADED = auto()
    """``Anna Berg  0:12`` over what she says"""
    LABEL = auto()
    """``Anna: …``"""
    DOTTED = auto()
    """``ANNA. …``"""
    NAMED = auto()
    """``Anna. …``"""
    ALONE = auto()
    """``ANNA`` over what she says"""
    LOUD = auto()
    """``ANNA …``: the name is told by its capitals alone"""
    BRACKET = auto()
    """A name and a corner bracket"""


class Cue(NamedTuple):
    """Who speaks, and where that is said."""

    kind: CueKind
    who: str
    """As it is written; "" where an hour stands alone."""
    end: int
    """The offset in the line at which what is said begins."""


_STAMP = (
    r"(?:(?:\d{1,4}[-./]\d{1,2}[-./]\d{2,4}"
    r"|\d{4}[년年] ?\d{1,2}[월月] ?\d{1,2}[일日]),?[ T]{0,2})?"
    r"(?:(?:오전|오후|上午|下午|午前|午後) ?)?"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d{1,3})?)?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
)
_UPPER = "A-ZÀ-ÖØ-ÞΆ-ΫЀ-Я"
_ASIDE = r"(?:[ ]?[(\[][^()\[\]\n]{1,80}[)\]])"

MAY_BE = lazily(
    r"(?m)^[ \t]{0,40}+(?:[\[(]?\d{1,4}[:.\-/년年] ?\d|<\S{1,30}>|\[[^\]\n]{1,40}\] ?\["
    r"|[^\W\d_][^\n:\uff1a\u300c]{0,40}+[:\uff1a\u300c]"
    rf"|(?:\d\w\w )?[{_UPPER}][{_UPPER}'’.]|[{_UPPER}][^\W\d_]{{1,11}}(?:\.[ \n]| \()|[QA]\.? )"
)
"""Finds the lines that are looked at at all; most of a text of prose are not."""

_AFTER_HOUR = "])mM."
"""What an hour may end with beside a figure."""
_MOST_BLANKS = 4
"""Blanks before the colon behind a name: three within it, and one behind."""
_NO_NAME = ',;!?"'
"""Signs that no name has."""
_LONGEST_NAMED = 21
"""Code points among which a name ends of which the first letter alone is a capital."""

_STAMPED = lazily(rf"\s*[\[(]?{_STAMP}[\])]?(?:\s?[-–—|]|,)?(?:\s+|(?=<))(?=\S)")
_SPOKE = lazily(
    r"<[@+%~& ]?(?P<nick>[^\s>]{1,30}(?: [^\s>]{1,30}){0,2})>\s*"
    r"|(?P<who>[^\W_][^:\uff1a\n]{0,40}?)[ ]?[:\uff1a](?:\s+|$|(?<=\uff1a))"
    r"|(?P<event>\*{1,3} |-!-|-->|<--|={2,3} )"
)
_BRACKETED = lazily(rf"\s{{0,4}}\[(?P<who>[^\[\]\n]{{1,40}})\] ?\[{_STAMP}\][ ]?")
"""A name and an hour, each in brackets, as in exports of KakaoTalk."""
_NICK = lazily(r"\s*<[@+%~& ]?(?P<nick>[^\W\d_][^\s<>/]{0,30})>\s+(?=\S)")
_WORD = (
    r"[^\s:,;!?\"()\[\]|=<>{}/\u201c\u201d\u3001-\u3003\u3008-\u3011\uff01\uff0c\uff1a\uff1b\uff1f]"
)
_LABEL = lazily(
    rf"\s{{0,12}}(?P<who>[^\W\d_]{_WORD}{{0,24}}(?: {_WORD}{{1,24}}){{0,3}})"
    rf"{_ASIDE}?[ \u00a0\u202f]?[:\uff1a](?:\s+|$|(?<=\uff1a))"
)
_DOTTED = lazily(
    rf"\s{{0,40}}(?P<who>(?:\d{{1,2}}(?:ST|ND|RD|TH) )?[{_UPPER}][{_UPPER}'’\-]{{1,24}}\.?"
    rf"(?: (?:[{_UPPER}\d][{_UPPER}'’\-]{{0,24}}\.?|AND|OF)){{0,3}}?)"
    rf"(?:\.{_ASIDE}?|{_ASIDE}\.?|\.?{_ASIDE}?[—–-])(?:\s+|$|(?<=[—–]))"
)
_QUESTION = lazily(r"\s{0,12}(?P<who>[QA])(?:\.|\d{1,3}\.?|(?=\s{3}))\s+(?=\S)")
_NAMED = lazily(
    rf"\s{{0,12}}(?P<who>(?:(?:1st|2nd|3rd|First|Second) )?[{_UPPER}][^\W\d_]{{1,11}})"
    rf"(?:\.{_ASIDE}?|{_ASIDE}\.)(?:\s+|$)(?=$|[\"“‘'\[(—{_UPPER}])"
)
_HEADED = lazily(
    rf"\s{{0,4}}(?P<who>[^\W\d_][^\n:]{{1,40}}?)(?:,|\s+[-–—|])?\s{{1,8}}[\[(]?{_STAMP}[\])]?$"
)
_ALONE = lazily(
    rf"\s{{0,40}}(?P<who>(?:\d{{1,2}}(?:ST|ND|RD|TH) )?[{_UPPER}][{_UPPER}'’.\-]{{1,24}}"
    rf"(?: [{_UPPER}#\d][{_UPPER}'’.\-\d]{{0,24}}){{0,3}})(?: ?\((?:[^()\n]{{1,30}})\)){{0,2}}$"
)
_LOUD = lazily(
    rf"\s{{0,4}}(?P<who>[{_UPPER}][{_UPPER}'’\-]{{2,24}}"
    rf"(?: [{_UPPER}][{_UPPER}'’\-]{{1,24}}){{0,2}})"
    rf"{_ASIDE}?\s{{1,24}}(?=[\"“‘'(¿¡]?[^\W\d_][^\W\d_{_UPPER}]|[{_UPPER}] [^\W\d_{_UPPER}])"
)
_CORNER = lazily(r"(?P<who>[^\W\d_]{1,8})(?=[\u300c\u300e])")


_NUMERAL = lazily(r"(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$")


def is_numeral(who: str) -> bool:
    """Tell whether what may be a name is the number of a part, as in ``IV. Snow``."""
    return _NUMERAL.match(who) is not None


def cue_of(line: str) -> Cue | None:
    """Return the cue with which a line begins, None for one that has none."""
    first = line.lstrip()[:1]
    if (first.isdigit() or first in "[(") and (stamp := _STAMPED.match(line)):
        if spoke := _SPOKE.match(line, stamp.end()):
            return Cue(CueKind.STAMPED, spoke["nick"] or spoke["who"] or "*", spoke.end())
        # With a full stop between its figures it is the number of a section by itself.
        hour = ":" in stamp[0] or first in "[("
        return Cue(CueKind.UNDATED, "", stamp.end()) if hour else None
    if first == "[" and (found := _BRACKETED.match(line)):
        return _cue(CueKind.STAMPED, found)
    if first == "<":
        found = _NICK.match(line)
        return Cue(CueKind.NICK, found["nick"], found.end()) if found else None
    text = line.lstrip()
    if first.isalnum() and not first.isdecimal() and (named := _named(line, text)):
        return named
    return _in_capitals(line, text) if first.isupper() or first.isdigit() else None


def _named(line: str, text: str) -> Cue | None:
    """Read a name of any script and a sign that stands behind it, the surer kind first.

    What a line has of signs rules out most patterns, here and below, before any is tried.
    """
    at = text.find(":")
    hour = at > 0 and (text[-1] in _AFTER_HOUR or text[-1].isdecimal())
    if hour and (found := _HEADED.match(line)):
        return _cue(CueKind.HEADED, found)
    if ("\u300c" in text or "\u300e" in text) and (found := _CORNER.match(line)):
        return _cue(CueKind.BRACKET, found)
    wide = text.find("\uff1a")
    at = wide if at < 0 or 0 < wide < at else at
    if at > 0 and _may_be_label(text, at) and (found := _LABEL.match(line)):
        return _cue(CueKind.LABEL, found)
    return None


def _may_be_label(text: str, at: int) -> bool:
    """Tell whether what stands before the first colon may be a name of four words at most."""
    name = text[:at]
    if "(" in name or "[" in name:
        return True
    behind = text[at + 1 : at + 2]
    if text[at] == ":" and behind and not behind.isspace():
        return False
    return name.count(" ") <= _MOST_BLANKS and not any(sign in name for sign in _NO_NAME)


def _in_capitals(line: str, text: str) -> Cue | None:
    """Read a name that begins with a capital, or has nothing else."""
    capitals, named = _may_be_capitals(text), text[:_LONGEST_NAMED]
    if capitals and (found := _DOTTED.match(line)):
        return _cue(CueKind.DOTTED, found)
    if text[0] in "QA" and (found := _QUESTION.match(line)):
        return _cue(CueKind.DOTTED, found)
    if capitals and _may_be_alone(text) and (found := _ALONE.match(line)):
        return _cue(CueKind.ALONE, found)
    if ("." in named or "(" in named or "[" in named) and (found := _NAMED.match(line)):
        return _cue(CueKind.NAMED, found)
    if capitals and (found := _LOUD.match(line)):
        return _cue(CueKind.LOUD, found)
    return None


def _may_be_capitals(text: str) -> bool:
    """Tell whether another capital, a stop, or a mark of a name stands behind the first one."""
    second = text[1:2]
    if text[0].isdigit():
        return any(ending in text[:5] for ending in ("ST ", "ND ", "RD ", "TH "))
    return second.isupper() or second in "'-." or not second.isascii()


def _may_be_alone(text: str) -> bool:
    """Tell whether a line has no small letter but in brackets."""
    name = text.partition("(")[0]
    return not name.isascii() or name.upper() == name


def _cue(kind: CueKind, found: re.Match[str]) -> Cue:
    return Cue(kind, found["who"].rstrip("."), found.end())
