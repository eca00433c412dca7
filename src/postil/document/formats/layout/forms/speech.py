"""Speech: whether a text is a play, an interview or a chat, told by the cues in its head.

One line that begins with a name and a colon proves nothing: prose, notes, glossaries and the heads
of letters have such lines. Names that come again and again, one after the other, do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from postil.document.formats.layout.forms.chat_lines import is_hour, names_recur
from postil.document.formats.layout.forms.cues import MAY_BE, Cue, CueKind, cue_of, is_numeral
from postil.document.formats.layout.forms.recurring import FIELDS, ROLES, may_recur
from postil.document.formats.layout.line_layout import LineLayout
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_SAYING = (
    *(" said", " says", " asked", " wrote", " replied", " answered", " added", " that", " is"),
    *("\u8bf4", "\u9053", "\u66f0", "\u8a00", "\u8aaa", "\u95ee", "\u554f", "\u558a", "\u53eb"),
)
"""With what a sentence ends that a quotation follows, in prose."""
_STOPS = ".?!…:;\u2014\u2013-\"'”’»)]。！？」』）；：*\u061f\u06d4\u0964"
"""Signs behind which a line may end because a turn does."""
_ENDS = '….?!"”’»)]。！？」』）—\u061f\u06d4\u0964'
"""Signs with which a sentence ends."""
_SILENT = 60
"""Code points of a paragraph from which it is one without a cue, and no direction or scene."""
_FEWEST = {
    CueKind.STAMPED: 3,
    CueKind.NICK: 3,
    CueKind.HEADED: 3,
    CueKind.UNDATED: 5,
    CueKind.LABEL: 4,
    CueKind.BRACKET: 3,
    CueKind.DOTTED: 3,
    CueKind.ALONE: 4,
    CueKind.NAMED: 6,
    CueKind.LOUD: 4,
}
"""Cues of a kind that a text of speech has at least."""
_DENSE = {CueKind.NAMED: 0.6, CueKind.LOUD: 0.5, CueKind.UNDATED: 0.6, CueKind.LABEL: 0.3}
_THIN = 0.25
"""Share of the paragraphs that have a cue: of kinds not named above, this one."""
_MOST = 150
"""Lines that are looked at for that, from the first one on."""
_SELDOM = 0.02
"""Share of the lines that may have a cue below which no text is looked at more closely."""
_RECURRING = 0.6
"""Share of the cues whose name stands before another one, too."""
_ALTERNATE = 0.5
"""Share of the turns that somebody else takes."""

ACT = lazily(
    r"(?i)(?:(?P<act>act|acte|akt|aufzug|atto|acto|ato|prologue?|prolog|epilogue?|epilog|actus"
    r"|induction|действие|акт|пролог|эпилог)"
    r"|(?P<scene>scene|scène|szene|scena|escena|cena|auftritt|bild|tableau|scaena"
    r"|явление|сцена|картина))(?:\b|(?<=\W))[^\n]{0,90}$"
    r"|(?:premier|deuxième|second|troisième|quatrième|cinquième|erster|zweiter|dritter|vierter"
    r"|fünfter|erste|zweite|dritte|vierte|fünfte|первое|второе|третье)"
    r" (?:(?P<act2>acte|akt|aufzug|действие)|(?P<scene2>auftritt|szene|scène|явление))\.?$"
    r"|第[一二三四五六七八九十\d]{1,3}(?:(?P<act3>幕)|(?P<scene3>[場场景]))[^\n]{0,30}$",
    opens="act|akt|aufzug|atto|ato|prolog|epilog|induction|действие|акт|пролог|эпилог|scen|scèn"
    "|szen|escena|cena|auftritt|bild|tableau|scaena|явление|сцена|картина|premier|deuxième|second"
    "|troisième|quatrième|cinquième|erste|zweite|dritte|vierte|fünfte|первое|второе|третье|第",
)
"""A line that begins a part of a play."""
_PART_NUMBER = lazily(r"(?i)\w+[ .:]*(?:[ivxlc]{1,7}|\d{1,3}|[a-zà-ÿа-я]{2,12})?\b")


BY_SIGN = (CueKind.STAMPED, CueKind.NICK, CueKind.UNDATED, CueKind.HEADED)
"""Kinds that show by a sign or an hour that they begin a line, wherever it stands."""


class Speech(NamedTuple):
    """By what the turns of a text are known."""

    kinds: frozenset[CueKind]
    names: frozenset[str]
    """Who speaks, as ``name_key`` gives it."""
    width: int
    """Code points at which lines are broken; 0 where they are not."""

    @property
    def play(self) -> bool:
        """Whether there may be acts and scenes."""
        return bool(self.kinds.difference(BY_SIGN))

    @property
    def chat(self) -> bool:
        """Whether there may be lines that name the day."""
        return not self.kinds.isdisjoint(BY_SIGN)

    def cue(self, line: str) -> Cue | None:
        """Return the cue with which a line begins, if it is of this text's kinds."""
        if CueKind.HEADED in self.kinds and is_hour(line):
            return Cue(CueKind.UNDATED, "", len(line))
        found = cue_of(line)
        if found is None or found.kind not in self.kinds or act_level(line):
            return None
        if found.kind in BY_SIGN or name_key(found.who) in self.names:
            return found
        if len(found.who) == 1 or is_numeral(found.who):
            return None
        # Whoever first speaks behind the head is known by a form that says it alone.
        sure = found.kind in (CueKind.DOTTED, CueKind.BRACKET)
        label = found.kind is CueKind.LABEL and found.who[0].isupper() and found.who.count(" ") < 2
        if label and "q" in self.names and CueKind.DOTTED in self.kinds:
            label = found.who.isupper()
        return found if (sure or label) and not _is_field(found.who) else None


class _Found(NamedTuple):
    line: int
    cue: Cue


def name_key(who: str) -> str:
    """Return a name as those that mean the same are written."""
    key = who.casefold().strip(" .*_")
    # The number of a question is none of the name; that of the second speaker is.
    return key if " " in key else key.strip("0123456789 .*_")


def act_level(line: str) -> int:
    """Return the level of a line that begins an act, 1, or a scene, 2; 0 for any other."""
    text = line.strip()
    first = text[:1]
    if not (first.isupper() or not first.isascii()) or not (found := ACT.match(text)):
        return 0
    groups = found.groupdict()
    act = groups["act"] or groups["act2"] or groups["act3"]
    return 1 if act else 2


def has_room(line: str, after: str, width: int) -> bool:
    """Tell whether a line was ended although the next word had room, or a sentence ends with it."""
    if line[-1] in _STOPS or not width:
        return True
    return len(line) + 1 + len(after.split(None, 1)[0]) <= width


def speech_in(head: str, layout: LineLayout) -> Speech | None:
    """Return by what the turns of a text are known; None for one that has none."""
    may_be = _may_be(head)
    if len(may_be) < max(min(_FEWEST.values()), _SELDOM * head.count("\n")):
        return None
    width = layout.width if layout.wrapped else 0
    lines = [line.rstrip() for line in head.split("\n")]
    if not may_recur([lines[at] for at in may_be[:_MOST]]):
        return None
    cues = _cues(lines, may_be[:_MOST], width)
    kinds = {kind for kind, found in cues.items() if _is_speech(kind, found, lines)}
    if not kinds:
        return None
    names = {name_key(one.cue.who) for kind in kinds for one in cues[kind]}
    if {"q", "a"} <= names:
        # In records of courts others break in, by name.
        kinds.add(CueKind.LABEL)
    else:
        names -= {"q", "a"}
    return Speech(frozenset(kinds), frozenset(names), width)


def _may_be(head: str) -> list[int]:
    """Return the indices of the lines that may begin with a cue."""
    found = []
    at = line = 0
    for match in MAY_BE.finditer(head):
        line += head.count("\n", at, match.start())
        at = match.start()
        found.append(line)
    return found


def _cues(lines: Sequence[str], may_be: Sequence[int], width: int) -> dict[CueKind, list[_Found]]:
    """Return the cues of each kind that stand where a turn may begin."""
    found: dict[CueKind, list[_Found]] = defaultdict(list)
    for at in may_be:
        line = lines[at]
        cue = cue_of(line) if line else None
        if cue is None or act_level(line) or (cue.kind not in BY_SIGN and _is_field(cue.who)):
            continue
        if cue.kind is CueKind.DOTTED and is_numeral(cue.who):
            continue
        above = lines[at - 1] if at else ""
        if above and cue.kind not in BY_SIGN and not has_room(above, line, width):
            continue
        below = lines[at + 1] if at + 1 < len(lines) else ""
        over = cue.kind in (CueKind.ALONE, CueKind.HEADED)
        if over and (not below or not any(map(str.isalnum, below)) or below.isupper()):
            continue
        found[cue.kind].append(_Found(at, cue))
    return found


def _is_field(who: str) -> bool:
    """Tell whether what stands before a colon is the name of a field, or says that one speaks."""
    key = name_key(who)
    if key in ROLES:
        return False
    return key.rstrip(" 0123456789") in FIELDS or key.endswith(_SAYING)


def _is_speech(kind: CueKind, found: Sequence[_Found], lines: Sequence[str]) -> bool:
    names = [name_key(one.cue.who) for one in found]
    counts = Counter(names)
    if (counts["q"] > 0) != (counts["a"] > 0):
        # By itself it is a letter that numbers, or an article.
        names = [name for name in names if len(name) > 1]
        found = [one for one in found if len(name_key(one.cue.who)) > 1]
        counts = Counter(names)
    if not found:
        return False
    asked = len(counts) > 1 and all(name in ROLES for name in counts)
    few = len(found) < (2 if asked else _FEWEST[kind])
    if few and not (kind is CueKind.UNDATED and _is_signed(found, lines)):
        return False
    if kind in (CueKind.STAMPED, CueKind.NICK):
        return len(found) >= _THIN * sum(map(bool, lines[found[0].line : found[-1].line + 1]))
    if len(found) < _DENSE.get(kind, _THIN) * (len(found) + _silent(found, lines)):
        return False
    if kind is CueKind.UNDATED:
        return True
    recurring = sum(counts[name] > 1 for name in names)
    known = sum(counts[name] > 1 or name in ROLES for name in names)
    if asked:
        return True
    if recurring < 2 or known < _RECURRING * len(names) or len(counts) < 2:
        return False
    if (
        kind in (CueKind.NAMED, CueKind.ALONE, CueKind.LOUD)
        and sum(n > 1 for n in counts.values()) < 2
    ):
        return False
    turns = sum(one != other for one, other in pairwise(names))
    if turns < _ALTERNATE * (len(names) - 1) or _is_record(names):
        return False
    return kind is not CueKind.LABEL or _is_said(found, lines)


def _is_signed(found: Sequence[_Found], lines: Sequence[str]) -> bool:
    """Tell whether names that recur stand behind hours: then fewer of these are a chat."""
    behind = [lines[one.line][one.cue.end :] for one in found]
    return len(found) >= _FEWEST[CueKind.STAMPED] and names_recur(behind)


def _silent(found: Sequence[_Found], lines: Sequence[str]) -> int:
    """Return how many paragraphs have no cue, from the first that has one to the last."""
    cued = {one.line for one in found}
    silent = size = 0
    spoken = False
    for at in range(found[0].line, found[-1].line + 1):
        line = lines[at]
        if not line:
            silent += size > _SILENT and not spoken
            size, spoken = 0, False
            continue
        spoken = spoken or at in cued or line.lstrip()[0] in "([（"
        size += len(line)
    return silent


def _is_record(names: Sequence[str]) -> bool:
    """Tell whether three names or more stand in one order all the time, as fields do."""
    order = dict(pairwise(names))
    fixed = all(order[one] == other for one, other in pairwise(names))
    return fixed and len(order) > 2 and len(names) > len(order)


def _is_said(found: Sequence[_Found], lines: Sequence[str]) -> bool:
    """Tell whether sentences stand behind the names, or at least several words."""
    ended = words = 0
    for one in found:
        end = one.line
        while end + 1 < len(lines) and lines[end + 1] and end < one.line + 20:
            if cue_of(lines[end + 1]):
                break
            end += 1
        said = lines[one.line][one.cue.end :]
        ended += lines[end][-1] in _ENDS
        words += len(said.split()) > 2 or (not said.isascii() and len(said) > 3) or end > one.line
    every = len(found)
    if ended >= every / 2 and words >= every / 5:
        return True
    return words >= every * 2 / 3 and len({name_key(one.cue.who) for one in found}) <= every / 2
