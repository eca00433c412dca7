"""Lines of chats that are no turn by themselves: days, hours, and names below which one writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from postil.lexicon.dates import parse_date
from postil.text.lazy_regex import lazily

_LONGEST_DAY = 60
"""Code points of a line that is nothing but a day."""
_NUMBERED_DAY = lazily(
    r"(?:\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}|\d{1,2}[-./]\s?\d{1,2}[-./]\s?\d{4}"
    r"|\d{4}\s?[년年]\s?\d{1,2}\s?[월月]\s?\d{1,2}\s?[일日])(?P<rest>[^\d:]{0,14})$"
)
_WORDS_AROUND = lazily(
    r"(?i)(?:day changed(?: to)?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?),?\s"
)
_HOUR = lazily(r"[\[(]?\d{1,2}:\d\d(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?[\])]?$")
_RECURRING = 0.6
"""Share of the hours behind which a name stands that stands behind another one, too."""
_AROUND = "-\u2013\u2014=*[] "
"""Signs around the line of a day."""


def is_day(line: str) -> bool:
    """Tell whether a line is nothing but a day, with its name or signs around it."""
    if len(line) > _LONGEST_DAY or not any(map(str.isdecimal, line)):
        return False
    text = line.strip(_AROUND)
    if found := _NUMBERED_DAY.match(text):
        return found["rest"].count(" ") <= 2
    words = _WORDS_AROUND.sub("", text, 2).strip()
    return ":" not in words and words.count(" ") <= 3 and parse_date(words) is not None


def is_hour(line: str) -> bool:
    """Tell whether a line is nothing but an hour, at which the same one goes on writing."""
    return _HOUR.match(line.strip()) is not None


def names_recur(behind: Sequence[str]) -> bool:
    """Tell whether what stands behind hours begins with the names of two people or more."""
    firsts = Counter(words[0].casefold() for text in behind if (words := text.split(None, 1)))
    recurring = [times for times in firsts.values() if times > 1]
    return len(firsts) > 1 and sum(recurring) >= _RECURRING * len(behind) and bool(recurring)
