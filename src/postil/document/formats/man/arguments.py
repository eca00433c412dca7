"""Arguments of requests, and the strings and registers that every page may ask for."""

from __future__ import annotations

PREDEFINED = {
    "R": "®",
    "S": "",
    "Tm": "™",
    "lq": "“",
    "rq": "”",
    "aq": "'",
    "Aq": "'",
    'L"': "“",
    'R"': "”",
    "q": '"',
    "Gt": ">",
    "Lt": "<",
    "Le": "≤",
    "Ge": "≥",
    "Am": "&",
    "Ba": "|",
    "Ne": "≠",
    "Pm": "±",
    "Pi": "π",
    "If": "∞",
    "Na": "NaN",
    ".T": "utf8",
}
REGISTERS = {".g": "1", ".$": "0", ".x": "1", ".y": "22", "mS": "0", "F": "0", ".l": "4680"}


def arguments(words: str, most: int = 200) -> list[str]:
    """Return the arguments of a request: parted by blanks, with quotes around those with blanks."""
    found: list[str] = []
    at, size = 0, len(words)
    while len(found) < most:
        while at < size and words[at] in " \t":
            at += 1
        if at >= size:
            break
        quoted = words[at] == '"'
        at += quoted
        one: list[str] = []
        while at < size:
            sign = words[at]
            if sign == "\\" and at + 1 < size:
                one.append(words[at : at + 2])
                at += 2
                continue
            if quoted and sign == '"':
                if words[at + 1 : at + 2] != '"':
                    at += 1
                    break
                at += 1
            elif not quoted and sign in " \t":
                break
            one.append(sign)
            at += 1
        found.append("".join(one))
    return found
