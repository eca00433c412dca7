"""Logs: lines that each begin with when they were written, or how grave they are."""

from __future__ import annotations

from collections.abc import Sequence

from postil.text.lazy_regex import lazily

_LOOKED_AT = 80
_FEWEST = 4
"""Lines of a log, at least."""
_ALIKE = 0.7
"""Share of the lines that begin so; what is thrown at a program's end goes over several."""
_ENTRY = lazily(
    r"[\[(<]?\d{4}[-/.]\d\d[-/.]\d\d[T _]\d\d[:.]\d\d"
    r"|(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d "
    r"|\[ {0,6}\d{1,8}\.\d{3,6}\] "
    r"|[\w.:-]{2,45} \S{1,40} \S{1,40} \[\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:"
    r"|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b\]?[ :\t]"
    r"|(?:\d\d-\d\d )?\d\d:\d\d:\d\d[.,]\d{3} "
    r"|[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{3,6} "
)
_FURTHER = lazily(r"\s|Traceback |[\w.]{1,60}(?:Error|Exception|Warning)\b|Caused by: |\.\.\. \d")
"""Lines of what is thrown, which belong to the entry above."""
_SAID = lazily(r"^[^<]{8,30}<[@+%~& ]?[^\s<>/]{1,30}> ")
"""A time and the name of somebody in a chat."""


def is_log(lines: Sequence[str]) -> bool:
    """Tell whether lines are those of a log, as far as the first ones tell."""
    # Of prose no more lines are looked at than it takes to know it.
    left = (1 - _ALIKE) * sum(map(bool, lines[:_LOOKED_AT]))
    some = 0
    entries = []
    for line in lines[:_LOOKED_AT]:
        if not line or line.isspace():
            continue
        if _ENTRY.match(line):
            entries.append(line)
        elif _FURTHER.match(line):
            continue
        else:
            left -= 1
            if left < 0:
                return False
        some += 1
    if 2 * sum(_SAID.search(line) is not None for line in entries) > len(entries):
        return False
    return len(entries) >= max(_FEWEST, _ALIKE * some) and len(set(entries)) > 1
