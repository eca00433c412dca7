"""A manual page as nroff prints it, at any width, plain or with strokes, made without nroff."""

from __future__ import annotations

from textwrap import wrap

NAME = "lamp - tend the lamp of a harbour"
PROSE = (
    "lamp tends the lamp of a harbour, and writes down each ship that passes with the weather and "
    "the hour.  It goes on until the oil is used up, unless it was told to stop before, and leaves "
    "with 0 where no ship was missed."
)
OPTIONS = (
    ("-q", "Write nothing down."),
    ("-o, --oil=barrels", "Take the oil from so many barrels, of which each is emptied in turn."),
    ("-w", "Wait for the wick, which takes as long as it takes, and light the lamp after it."),
    ("--winter-time-of-the-harbour", "Take the hours of the winter."),
)
ITEMS = ("the first ship is written in red, as the law of the harbour has it;", "others in black.")
CODE = "if lamp -q; then\n    echo dark;\nfi"


def page(width: int, strike: str = "") -> str:
    """Return the page ``width`` cells wide; ``strike`` is "", ``overstrike`` or ``sgr``."""
    title = "LAMP(1)"
    between = "Harbour Manual".center(max(0, width - 2 * len(title)))
    lines = [f"{title}{between}{title}", ""]
    lines += [_bold("NAME", strike), "       " + NAME, ""]
    synopsis = f"{_bold('lamp', strike)} [{_bold('-q', strike)}] [{_under('barrels', strike)}]"
    lines += [_bold("SYNOPSIS", strike), "       " + synopsis, ""]
    lines += [_bold("DESCRIPTION", strike), *_filled(PROSE, width, 7), ""]
    lines += ["   " + _bold("How ships are written down", strike)]
    for item in ITEMS:
        first, *further = _filled(item, width, 9)
        lines += ["       • " + first[9:], *further, ""]
    lines += [_bold("OPTIONS", strike)]
    for term, told in OPTIONS:
        body = _filled(told, width, 14)
        if len(term) < 7:
            shown = _bold(term, strike) + " " * (7 - len(term))
            lines += ["       " + shown + body[0][14:], *body[1:], ""]
        else:
            lines += ["       " + _bold(term, strike), *body, ""]
    lines += [_bold("EXAMPLE", strike), *("           " + line for line in CODE.split("\n")), ""]
    foot = f"harbour 2{'May 2020'.center(max(10, width - 9 - len(title)))}{title}"
    return "\n".join([*lines, foot, ""])


def _filled(text: str, width: int, indent: int) -> list[str]:
    """Break lines as nroff does: filled to the edge, long words hyphenated."""
    room = width - indent
    lines = wrap(" ".join(text.split()), room, break_long_words=False, break_on_hyphens=False)
    return [" " * indent + _justified(line, room) for line in lines[:-1]] + [
        " " * indent + lines[-1]
    ]


def _justified(line: str, room: int) -> str:
    words = line.split(" ")
    missing = room - len(line)
    gaps = [" "] * (len(words) - 1)
    for at in range(missing):
        gaps[at % len(gaps)] += " "
    return "".join(part for pair in zip(words, [*gaps, ""], strict=True) for part in pair)


def _bold(text: str, strike: str) -> str:
    if strike == "sgr":
        return f"\x1b[1m{text}\x1b[0m"
    return "".join(f"{sign}\b{sign}" for sign in text) if strike else text


def _under(text: str, strike: str) -> str:
    if strike == "sgr":
        return f"\x1b[4m{text}\x1b[24m"
    return "".join(f"_\b{sign}" for sign in text) if strike else text
