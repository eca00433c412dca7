"""One name: its parts in the order of the language and the style, and initials."""

from __future__ import annotations

import re

from postil.csl.decoration import decorated, dressed
from postil.csl.items import Name
from postil.csl.markup import read
from postil.csl.rich import Pieces, Run
from postil.csl.textcase import apply as in_case
from postil.csl.xml import Node

_SPACED = re.compile(
    r"[-0-9a-zA-Z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff\u0e01-\u0e5b\u1e00-\u1fff]"
)
"""Letters of scripts that put blanks between the parts of a name."""

_JOINING = ("'", "’", "-", "‐")
"""Marks at the end of a particle that join it to the name."""

INITIALS, GIVEN = 1, 2
"""How much of a given name tells it from others."""


class Habit:
    """How the names of a list are written."""

    def __init__(
        self, options: dict[str, str], name: Node | None, demotes: str, hyphenates: bool
    ) -> None:
        self.form = options.get("form", "long")
        self.with_ = options.get("initialize-with")
        self.initialize = options.get("initialize", "true") != "false"
        self.separator = options.get("sort-separator", ", ")
        self.order = options.get("name-as-sort-order", "")
        self.demotes = demotes
        self.hyphenates = hyphenates
        self.parts = {part.get("name"): part for part in name.every("name-part")} if name else {}

    def inverted(self, index: int) -> bool:
        """Whether the name at an index stands with its family name first."""
        return self.order == "all" or (self.order == "first" and index == 0)


def spaced(words: str) -> bool:
    """Whether a word stands apart from the names around it; the Hebrew "and" is one letter."""
    return bool(_SPACED.search(words)) and words.strip() != "ו"


def is_static(name: Name) -> bool:
    """Whether the parts of a name keep the order in which its language has them."""
    return name.static or not _SPACED.search(name.family + name.given)


def render(name: Name, index: int, habit: Habit, level: int, *, sorting: bool = False) -> Pieces:
    """Return a name; ``level`` says how much of the given name must be shown."""
    if name.literal:
        return _bare(name.literal, habit.parts.get("family"))
    if not name.family:
        return _part(name.given, habit.parts.get("given"))
    short = habit.form == "short" and not level
    if is_static(name):
        gap = " " if _SPACED.search(name.family + name.given) else ""
        family = _part(name.family, habit.parts.get("family"))
        if short or not name.given:
            return family
        given = _given(name.given, habit, level) if gap else name.given
        return [*family, *_gap(gap), *_part(given, habit.parts.get("given"))]
    given = _given(name.given, habit, level)
    if short:
        return _part(_with(name.non_dropping, name.family), habit.parts.get("family"))
    if habit.inverted(index) or sorting:
        return _inverted(name, given, habit, sorting)
    return _straight(name, given, habit)


def _straight(name: Name, given: str, habit: Habit) -> Pieces:
    dropping, family = name.dropping, _with(name.non_dropping, name.family)
    if dropping.endswith(_JOINING):
        dropping, family = "", _with(dropping, family)
    before = _part(_spaced(given, dropping), habit.parts.get("given"))
    last = _part(family, habit.parts.get("family"))
    out = [*before, *(_gap(" ") if before else []), *last]
    if name.suffix:
        out += [Run(", " if name.comma_suffix else " "), Run(name.suffix)]
    return out


def _inverted(name: Name, given: str, habit: Habit, sorting: bool) -> Pieces:
    demoted = habit.demotes == "display-and-sort" or (sorting and habit.demotes == "sort-only")
    first = name.family if demoted else _with(name.non_dropping, name.family)
    out = _part(first, habit.parts.get("family"))
    behind = _cased(_spaced(given, name.dropping), habit.parts.get("given"))
    if demoted and name.non_dropping:
        # The particle is still a part of the family name, so it looks like one.
        particle = _bare(name.non_dropping, habit.parts.get("family"))
        behind = [*behind, *(_gap(" ") if behind else []), *particle]
    if behind:
        node = habit.parts.get("given")
        shown = dressed(behind, node) if node is not None else behind
        out = [*out, Run(habit.separator, own=False), *shown]
    if name.suffix:
        out = [*out, Run(habit.separator, own=False), Run(name.suffix)]
    return out


def _gap(gap: str) -> Pieces:
    return [Run(gap, own=False)] if gap else []


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _with(particle: str, family: str) -> str:
    if not particle:
        return family
    gap = "" if particle.endswith(_JOINING) else " "
    return f"{particle}{gap}{family}"


def _part(text: str, node: Node | None) -> Pieces:
    pieces = _cased(text, node)
    return dressed(pieces, node) if node is not None else pieces


def _bare(text: str, node: Node | None) -> Pieces:
    """Return a part in its fonts, without its affixes."""
    pieces = _cased(text, node)
    return decorated(pieces, node) if node is not None and pieces else pieces


def _cased(text: str, node: Node | None) -> Pieces:
    pieces = read(text)
    if node is not None and node.get("text-case"):
        pieces = in_case(pieces, node.get("text-case"))
    return pieces


def _given(given: str, habit: Habit, level: int) -> str:
    if habit.with_ is None or not given or level >= GIVEN:
        return given
    return initials(given, habit.with_, habit.initialize, habit.hyphenates)


_WORD = re.compile(r"<[^>]*>|[(\[“\"‘«][^\s]*|[^\s.\-‐–<]+\.?|[-‐–]")


def initials(given: str, sign: str, shorten: bool, hyphens: bool) -> str:
    """Return given names as initials with ``sign`` behind each: CSL 1.0.2, "Name".

    What ends with a full stop is an abbreviation and stays whole. Without ``shorten`` only names
    that are initials already are written so.
    """
    out = ""
    hyphen = False
    for word in _WORD.findall(given):
        if word.startswith("</"):
            closed = out.rstrip(" ")
            out = closed + word + out[len(closed) :]
            continue
        if word.startswith("<"):
            out += word
            continue
        if word in {"-", "‐", "–"}:
            hyphen = True
            continue
        bare = word.rstrip(".")
        abbreviated = len(bare) == 1 or word.endswith(".")
        if (
            not bare[:1].isalpha()
            or not _SPACED.match(bare)
            or (bare[0].islower() and not abbreviated)
        ):
            # A particle or a byname stays as it is; the second half of a compound name goes.
            joint = "-" if hyphen else " "
            out = out if hyphen and shorten else f"{out.rstrip()}{joint if out else ''}{word} "
        elif shorten or abbreviated:
            if hyphen and hyphens and shorten:
                out = f"{out.rstrip()}-" if out else ""
            elif out and (
                (sign.strip() and not out.endswith((" ", ">", sign[-1])))
                or (not shorten and len(bare) > 1)
            ):
                out = f"{out.rstrip()} "
            out += (bare if abbreviated else _initial(bare)) + sign
        else:
            joint = "-" if hyphen else " "
            out = f"{out.rstrip()}{joint if out else ''}{word} "
        hyphen = False
    return re.sub(r"\s+", " ", out).strip()


def _initial(word: str) -> str:
    """Return the letter that stands for a name, or the letters that together stand for one."""
    large = next((at for at, sign in enumerate(word) if not sign.isupper()), len(word))
    return word[:large].capitalize() if 1 < large < len(word) else word[0].upper()
