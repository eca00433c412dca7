"""Turns: groups of lines parted where somebody else begins to speak, or a scene begins.

A turn is one group, with its further lines; a stage direction between turns is one by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from postil.document.formats.layout.forms.chat_lines import is_day
from postil.document.formats.layout.forms.cues import CueKind
from postil.document.formats.layout.forms.speech import (
    BY_SIGN,
    Speech,
    act_level,
    has_room,
    name_key,
)
from postil.document.formats.layout.line_groups import Form, LineGroup
from postil.document.formats.layout.line_layout import indent_of

_DEEP = 8
"""Blanks before an unclosed stage direction that stands at the right of the page, at least."""
_LONGEST_DIRECTION = 6
"""Lines up to which the bracket of a stage direction is looked for that closes it."""
_BRACKETS = {"[": "]", "(": ")", "（": "）", "［": "］"}


def turns(groups: Iterable[LineGroup], speech: Speech, *, cut: bool = False) -> Iterator[LineGroup]:
    """Yield groups with those parted that have turns in them, each of which says what it is.

    The last is not yielded of a text that is ``cut``: it may go on.
    """
    held: LineGroup | None = None
    for group in groups:
        for part in _parted(group, speech, spoken=_is_open(held)):
            joins = part.form is Form.TURN and not part.before and held is not None
            if joins and held is not None and held.form is Form.TURN and _goes_on(part, speech):
                held = held._replace(lines=[*held.lines, *part.lines])
                continue
            if held is not None:
                yield held
            held = part
    if held is not None and not cut:
        yield held


def _is_open(held: LineGroup | None) -> bool:
    return held is not None and held.form is Form.TURN


def _goes_on(part: LineGroup, speech: Speech) -> bool:
    return speech.cue(part.lines[0]) is None


def _parted(group: LineGroup, speech: Speech, *, spoken: bool) -> Iterator[LineGroup]:
    """Yield the turns, directions and scenes of a group, and what stands between them as it is.

    ``spoken`` tells that a turn stands above, which lines without a blank one between go on with.
    """
    lines = group.lines
    found = [(0, Form.TURN if spoken and not group.before else None, 0)]
    at = 0
    while at < len(lines):
        form, taken = _form(lines, at, speech)
        if form is not None:
            if not at:
                found.clear()
            found.append((at, form, taken))
            if taken and at + taken < len(lines):
                # What follows goes on with the turn that was interrupted.
                after = Form.TURN if form is Form.DIRECTION else None
                found.append((at + taken, after, 0))
        at += taken or 1
    starts = {start: form for start, form, _ in found}
    ends = [*list(starts)[1:], len(lines)]
    for (start, form), end in zip(starts.items(), ends, strict=True):
        before = 0 if start else group.before
        yield LineGroup(group.line + start, lines[start:end], before, form)


def _form(lines: Sequence[str], at: int, speech: Speech) -> tuple[Form | None, int]:
    """Return what begins with a line, and how many lines it takes; 0 where the next one ends it."""
    line = lines[at]
    if speech.play and (level := act_level(line)) and (not at or _breaks(lines, at, speech)):
        return (Form.ACT if level == 1 else Form.SCENE), 1
    if speech.chat and is_day(line):
        return Form.DIRECTION, 1
    if len(lines) == 1 and _are_present(line, speech):
        return Form.DIRECTION, 1
    cue = speech.cue(line)
    if cue is not None and (not at or cue.kind in BY_SIGN or _breaks(lines, at, speech)):
        return Form.TURN, 0
    text = line.lstrip()
    close = _BRACKETS.get(text[0])
    if close and at and (above := speech.cue(lines[at - 1])) and above.kind is CueKind.ALONE:
        # Below a name stands how it is said.
        close = None
    if close and (not at or _breaks(lines, at, speech)):
        for end in range(at, min(len(lines), at + _LONGEST_DIRECTION)):
            if lines[end].endswith((close, f"{close}.")):
                return Form.DIRECTION, end - at + 1
            if close in lines[end] or (end > at and speech.cue(lines[end])):
                break
        if indent_of(line) >= _DEEP and close not in line:
            return Form.DIRECTION, 1
    return None, 0


def _are_present(line: str, speech: Speech) -> bool:
    """Tell whether a line names who is on the stage, as plays in French do above a scene."""
    names = line.rstrip(".").split(",")
    return len(names) > 1 and sum(name_key(name) in speech.names for name in names) > len(names) / 2


def _breaks(lines: Sequence[str], at: int, speech: Speech) -> bool:
    """Tell whether the line above was ended on purpose."""
    return has_room(lines[at - 1], lines[at], speech.width)
