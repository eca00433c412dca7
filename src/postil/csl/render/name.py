"""One name: its parts in the order of the language and the style, and initials."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postil.csl.data.items import Name
from postil.csl.ground.rich import Pieces, Run, affix
from postil.csl.ground.xml import Node
from postil.csl.text.decoration import decorated
from postil.csl.text.markup import read
from postil.csl.text.textcase import apply as in_case

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
        self,
        options: dict[str, str],
        name: Node | None,
        demotes: str,
        hyphenates: bool,
        lang: str = "",
    ) -> None:
        self.form = options.get("form", "long")
        self.with_ = options.get("initialize-with")
        self.initialize = options.get("initialize", "true") != "false"
        self.separator = options.get("sort-separator", ", ")
        self.order = options.get("name-as-sort-order", "")
        self.demotes = demotes
        self.hyphenates = hyphenates
        self.joint = "\u00a0" if lang.startswith("fr") else " "
        """What stands between a particle and the name; in French no line may end there."""
        self.parts = {part.get("name"): part for part in name.every("name-part")} if name else {}

    def inverted(self, index: int) -> bool:
        """Whether the name at an index stands with its family name first."""
        return self.order == "all" or (self.order == "first" and index == 0)

    def demoted(self, sorting: bool) -> bool:
        """Whether a particle stands behind the name that stands first, or that is sorted by."""
        return self.demotes == "display-and-sort" or (sorting and self.demotes == "sort-only")


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
        return _bare(name.given, habit.parts.get("given"))
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
        node = habit.parts.get("family")
        hides = sorting and habit.demoted(sorting)
        return _affixed(_bare(name.family, node) if hides else _last(name, habit), node)
    if habit.inverted(index) or sorting:
        return _inverted(name, given, habit, sorting)
    return _straight(name, given, habit)


def _straight(name: Name, given: str, habit: Habit) -> Pieces:
    first, last = habit.parts.get("given"), habit.parts.get("family")
    before = _part(given, first)
    parts = [_bare(name.dropping, first), _last(name, habit)]
    words = [name.dropping, _with(name.non_dropping, name.family)]
    family = _set(parts, words, habit.joint)
    if name.suffix:
        family += [Run(", " if name.comma_suffix else " "), *_suffix(name, habit)]
    return [*before, *(_gap(" ") if before else []), *_affixed(family, last)]


def _inverted(name: Name, given: str, habit: Habit, sorting: bool) -> Pieces:
    first, last = habit.parts.get("given"), habit.parts.get("family")
    demoted = habit.demoted(sorting)
    out = _affixed(_bare(name.family, last) if demoted else _last(name, habit), last)
    words = [given, name.dropping, name.non_dropping if demoted else ""]
    # The particle is still a part of the family name, so it looks like one.
    parts = [_bare(word, node) for word, node in zip(words, (first, first, last), strict=True)]
    behind = _set(parts, [word and f"{word} " for word in words])
    if behind:
        out = [*out, Run(habit.separator, own=False), *_affixed(behind, first)]
    if name.suffix:
        out = [*out, Run(habit.separator, own=False), *_suffix(name, habit)]
    return out


def _suffix(name: Name, habit: Habit) -> Pieces:
    """Return the suffix, which has no full stop where initials have none."""
    dotless = habit.with_ is not None and "." not in habit.with_
    return [Run(name.suffix.replace(".", "") if dotless else name.suffix)]


def _last(name: Name, habit: Habit) -> Pieces:
    """Return the family name with its particle, each in the fonts of the part."""
    words = [name.non_dropping, name.family]
    parts = [_bare(word, habit.parts.get("family")) for word in words]
    return _set(parts, words, habit.joint)


def _set(parts: Sequence[Pieces], words: Sequence[str], joint: str = " ") -> Pieces:
    """Set parts side by side, with a blank where the words of one do not join the next."""
    out: Pieces = []
    before = ""
    for part, word in zip(parts, words, strict=True):
        if part:
            out += [*_gap(joint if before and not before.endswith(_JOINING) else ""), *part]
            before = word
    return out


def _affixed(pieces: Pieces, node: Node | None) -> Pieces:
    if not pieces or node is None:
        return pieces
    return [*affix(node.get("prefix")), *pieces, *affix(node.get("suffix"))]


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
    return _affixed(_bare(text, node), node)


def _bare(text: str, node: Node | None) -> Pieces:
    """Return a part in its fonts, without its affixes."""
    pieces = read(text)
    if node is None or not pieces:
        return pieces
    if node.get("text-case"):
        pieces = in_case(pieces, node.get("text-case"), "en")
    return decorated(pieces, node)


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
