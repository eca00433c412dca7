"""Source code, known by how its lines begin and end and not by the name of its file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from postil.text.lazy_regex import lazily

_LOOKED_AT = 120
_LONGEST = 200
"""Code points of a line that is looked at."""
_FEWEST = 5
"""Lines of a program that has no line saying what runs it."""
_CODED = 0.6
"""Share of the lines that no prose has."""
_PROSE_LINES = 0.15
"""Share of the lines of a program that may read as prose, its comments aside."""
_LINE = lazily(
    r"(?:[{}\])][{}\]);,]*$|//|/\*|\*/|#!|#include\b|#define\b|#if|#endif|--\[\[|<\?php|;;)"
    r"|(?:import \w[\w.]*(?: as \w+)?;?$|from [\w.]+ import |package [\w.]+;?$|using [\w.:]+;"
    r"|use [\w:{}, ]+;|(?:async )?def \w+\(|class \w[\w(), .<>]{0,120}[:{]$|fn \w+|func \w*\(?"
    r"|(?:export |async )*function\b.*[({]|(?:public|private|protected|static|final) \w"
    r"|(?:const|let|var|auto|int|char|void|float|double|bool|string) [\w*&\[\]]+ ?[=;(\[]"
    r"|(?:if|for|while|switch|elif|else if|catch|foreach) ?\(.*|(?:if|elif|for|while|with) .*:$"
    r"|(?:else|try|finally|do)\b ?[:{]?$|except\b.*:$|return\b.*[;)\w\]]$|raise \w+\(|@\w+"
    r"|self\.\w+|end$|fi$|done$|esac$|then$|print\(|echo |export \w+=|local \w+=?|\w+\(\) ?\{"
    r"|(?:for|while|until|if) .*; ?(?:do|then)$|set -[a-z]"
    r"|\[{1,2}[\w .:/\"@-]{1,60}\]{1,2}$)"
    r"|(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|FROM|WHERE"
    r"|(?:GROUP|ORDER) BY|VALUES|(?:LEFT |RIGHT |INNER |OUTER )?JOIN|HAVING|LIMIT|BEGIN|COMMIT)\b"
    r"(?! [a-z]+ [a-z]+ [a-z]+ [a-z])"
    r"|\([\w*+/<>=!?-]{1,40}(?: .*|\))?$|[\w./-]{1,60}:(?: [^\n]{0,200}\$\(.*)?$|;{1,3} "
    r"|[\w.]{1,80}\([^)]{0,200}\)[;,:]?$"
)
_ASSIGNED = lazily(
    r"[\w)\]\"'] ?(?:[-+*/|&:]?=|=>|->) ?[^\s=]"
    r"|\$\(\w{1,30}\)|\"\$\w|\$\{\w|^\s*\"[^\"]{1,80}\"\s?: ?\S"
)
_KEYED = lazily(r"\s*(?:- )?(?:[\w.\"/-]{1,60}:(?: \S.*)?$|- \S|# |---$|\.\.\.$)")
"""A line of YAML."""
_FEWEST_NESTED = 4
_PROSE = lazily(r"(?:[^\W\d_]{1,30}[ ,;]{1,3}){6}[^\W\d_]")


def is_code(lines: Sequence[str]) -> bool:
    """Tell whether lines are those of a program, as far as the first ones tell."""
    some = [line for line in lines[:_LOOKED_AT] if line.strip()]
    if some and some[0].startswith("#!") and "/" in some[0]:
        return True
    if _is_nested(some):
        return True
    if len(some) < _FEWEST:
        return False
    # Of prose no more lines are looked at than it takes to know it.
    coded = len(some)
    least = _CODED * coded
    for line in some:
        coded -= not _is_coded(line)
        if coded < least:
            return False
    prose = sum(
        _PROSE.search(line[:200]) is not None and line.lstrip()[0] not in "#/*;-\"'"
        for line in some
    )
    return prose <= _PROSE_LINES * len(some)


def _is_nested(lines: Sequence[str]) -> bool:
    """Tell whether lines are JSON or YAML: keys with values, some within others."""
    if len(lines) < _FEWEST_NESTED:
        return False
    if lines[0].strip() in ("{", "[", "[{") and lines[-1].strip() in ("}", "]", "}]", "},"):
        return True
    if not all(map(_KEYED.match, lines)):
        return False
    indents = [len(line) - len(line.lstrip()) for line in lines]
    return any(
        line.endswith(":") and after > indent and ":" in later
        for (line, later), indent, after in zip(pairwise(lines), indents, indents[1:], strict=False)
    )


def _may_assign(line: str) -> bool:
    """Tell at a glance whether a line may give a value; most of prose cannot."""
    return "=" in line or "$" in line or "->" in line or ('"' in line and ":" in line)


def _is_coded(line: str) -> bool:
    """Tell whether a line begins or ends as no line of prose does."""
    if len(line) > _LONGEST:
        return False
    if line[-1] in "{};" or (_may_assign(line) and _ASSIGNED.search(line)):
        return True
    return _LINE.match(line.lstrip()) is not None
