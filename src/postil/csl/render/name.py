"""One name: its parts in the order of the language and the style: CSL 1.0.2, "Name-part"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from postil.csl.data.items import Name
from postil.csl.ground.rich import Pieces, Run, affix, plain_text
from postil.csl.ground.wordlists import SPACED_LETTER
from postil.csl.ground.xml import Node
from postil.csl.render.initials import initials
from postil.csl.style.style import Style
from postil.csl.text.decoration import decorated
from postil.csl.text.markup import read_markup
from postil.csl.text.textcase import in_case, style_lang

_JOINING = ("'", "’", "-", "‐")
"""Marks at the end of a particle that join it to the name."""

INITIALS, GIVEN = 1, 2
"""How much of a given name is shown to tell it from others; 0 is as the style asks."""


@dataclass(frozen=True, slots=True)
class NameFormat:
    """How a style writes the names of one list."""

    form: str = "long"
    initialize_with: str | None = None
    """The sign behind initials, None where given names are not shortened."""
    initialize: bool = True
    hyphenates: bool = True
    """Whether initials of a compound name keep its hyphen."""
    sort_order: str = ""
    """Which names stand with the family name first: ``first``, ``all``, or "" for none."""
    sort_separator: str = ", "
    demotion: str = "display-and-sort"
    """When a non-dropping particle stands behind the name: never, sort-only or always."""
    particle_gap: str = " "
    """What stands between a particle and the name; in French no line may end there."""
    lang: str = ""
    """The language of the style, by whose rules letters are made large."""
    parts: Mapping[str, Node] = field(default_factory=dict)
    """The ``name-part`` elements for ``given`` and ``family``."""

    def inverted(self, index: int) -> bool:
        """Tell whether the name at an index stands with its family name first."""
        return self.sort_order == "all" or (self.sort_order == "first" and index == 0)

    def demoted(self, sorting: bool) -> bool:
        """Tell whether a particle stands behind an inverted name, or one that is sorted by."""
        return self.demotion == "display-and-sort" or (sorting and self.demotion == "sort-only")


def name_format(
    options: Mapping[str, str], name: Node | None, style: Style, lang: str, *, sorting: bool = False
) -> NameFormat:
    """Return how names are written by the options that hold, and by a ``name`` element.

    Keys of a sort have every family name first.
    """
    return NameFormat(
        form=options.get("form", "long"),
        initialize_with=options.get("initialize-with"),
        initialize=options.get("initialize", "true") != "false",
        hyphenates=style.hyphenates_initials,
        sort_order="all" if sorting else options.get("name-as-sort-order", ""),
        sort_separator=options.get("sort-separator", ", "),
        demotion=style.particle_demotion,
        lang=lang,
        particle_gap="\u00a0" if lang.startswith("fr") else " ",
        parts={part.get("name"): part for part in name.every("name-part")} if name else {},
    )


def is_spaced(words: str) -> bool:
    """Tell whether a word stands apart from the names around it; the Hebrew "and" is one letter."""
    return bool(SPACED_LETTER.search(words)) and words.strip() != "ו"


def is_static(name: Name) -> bool:
    """Tell whether the parts of a name keep the order in which its language has them."""
    return name.static or not SPACED_LETTER.search(name.family + name.given)


def render_name(
    name: Name, index: int, form: NameFormat, level: int, *, sorting: bool = False
) -> Pieces:
    """Return a name; ``level`` says how much of the given name must be shown."""
    if name.literal:
        return _bare(name.literal, form.parts.get("family"), form)
    if not name.family:
        return _bare(name.given, form.parts.get("given"), form)
    short = form.form == "short" and not level
    if is_static(name):
        return _static(name, form, level, short=short)
    if short:
        node = form.parts.get("family")
        hides = sorting and form.demoted(sorting)
        return _affixed(_bare(name.family, node, form) if hides else _last(name, form), node)
    given = _given(name.given, form, level)
    if form.inverted(index) or sorting:
        return _inverted(name, given, form, sorting)
    return _straight(name, given, form)


def _static(name: Name, form: NameFormat, level: int, *, short: bool) -> Pieces:
    """Return the family name and the given name, with a blank where the script has blanks."""
    family, given = form.parts.get("family"), form.parts.get("given")
    spaced = bool(SPACED_LETTER.search(name.family + name.given))
    # Affixes are for names whose parts stand apart.
    part = _part if spaced else _bare
    if short or not name.given:
        return part(name.family, family, form)
    words = _given(name.given, form, level) if spaced else name.given
    return [
        *part(name.family, family, form),
        *affix(" " if spaced else ""),
        *part(words, given, form),
    ]


def _straight(name: Name, given: str, form: NameFormat) -> Pieces:
    """Return the given name, then particles and family name: ``Ludwig van Beethoven``."""
    first, last = form.parts.get("given"), form.parts.get("family")
    before = _part(given, first, form)
    parts = [_bare(name.dropping, first, form), _last(name, form)]
    words = [name.dropping, _with_particle(name.non_dropping, name.family)]
    family = _side_by_side(parts, words, form.particle_gap)
    if name.suffix:
        family += [Run(", " if name.comma_suffix else " "), *_suffix(name, form)]
    family = _affixed(family, last)
    parted = plain_text(before)[-1:].isspace() or plain_text(family)[:1].isspace()
    return [*before, *affix("" if parted or not before else " "), *family]


def _inverted(name: Name, given: str, form: NameFormat, sorting: bool) -> Pieces:
    """Return the family name first: ``van Beethoven, Ludwig``, or ``Beethoven, Ludwig van``."""
    first, last = form.parts.get("given"), form.parts.get("family")
    demoted = form.demoted(sorting)
    out = _affixed(_bare(name.family, last, form) if demoted else _last(name, form), last)
    words = [given, name.dropping, name.non_dropping.rstrip() if demoted else ""]
    # The particle is still a part of the family name, so it looks like one.
    parts = [_bare(w, node, form) for w, node in zip(words, (first, first, last), strict=True)]
    behind = _side_by_side(parts, [word and f"{word} " for word in words])
    if behind:
        out = [*out, *affix(form.sort_separator), *_affixed(behind, first)]
    if name.suffix:
        out = [*out, *affix(form.sort_separator), *_suffix(name, form)]
    return out


def _suffix(name: Name, form: NameFormat) -> Pieces:
    """Return the suffix, which has no full stop where initials have none."""
    dotless = form.initialize_with is not None and "." not in form.initialize_with
    return read_markup(name.suffix.replace(".", "") if dotless else name.suffix)


def _last(name: Name, form: NameFormat) -> Pieces:
    """Return the family name with its particle, each in the fonts of the part."""
    words = [name.non_dropping, name.family]
    parts = [_bare(word, form.parts.get("family"), form) for word in words]
    return _side_by_side(parts, [word.rstrip(" ") for word in words], form.particle_gap)


def _side_by_side(parts: Sequence[Pieces], words: Sequence[str], gap: str = " ") -> Pieces:
    """Return parts in a row, with a gap where the words of one do not join the next."""
    out: Pieces = []
    before = ""
    for part, word in zip(parts, words, strict=True):
        if part:
            out += [*affix(gap if before and not before.endswith(_JOINING) else ""), *part]
            before = word
    return out


def _with_particle(particle: str, family: str) -> str:
    if not particle:
        return family
    gap = "" if particle.endswith((*_JOINING, " ")) else " "
    return f"{particle}{gap}{family}"


def _part(text: str, node: Node | None, form: NameFormat) -> Pieces:
    return _affixed(_bare(text, node, form), node)


def _bare(text: str, node: Node | None, form: NameFormat) -> Pieces:
    """Return a part in its fonts, without its affixes."""
    pieces = read_markup(text)
    if node is None or not pieces:
        return pieces
    if node.get("text-case"):
        case = node.get("text-case")
        pieces = in_case(pieces, case, style_lang(form.lang, case))
    return decorated(pieces, node)


def _affixed(pieces: Pieces, node: Node | None) -> Pieces:
    if not pieces or node is None:
        return pieces
    return [*affix(node.get("prefix")), *pieces, *affix(node.get("suffix"))]


def _given(given: str, form: NameFormat, level: int) -> str:
    if form.initialize_with is None or not given or level >= GIVEN:
        return given
    return initials(
        given, form.initialize_with, shortens=form.initialize, keeps_hyphens=form.hyphenates
    )
