"""One list of names: how many of them are shown, "and", "et al.": CSL 1.0.2, "Name"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postil.csl.data.items import Name
from postil.csl.ground.rich import Pieces, Run, Span, affix, join_pieces, plain_text
from postil.csl.ground.xml import Node
from postil.csl.render.context import Context, NameList
from postil.csl.render.name import NameFormat, is_spaced, is_static, name_format, render_name
from postil.csl.text.decoration import decorated, dressed

_TWO = 2
"""Names from which a list has a last one with others before it."""

_AFFIXES = frozenset({"prefix", "suffix"})
_NOT_OF_EACH = frozenset({"form", "delimiter"})
"""Attributes of cs:name that say nothing of how a single name looks."""


def render_list(
    people: Sequence[Name],
    name: Node | None,
    et_al: Node | None,
    options: Mapping[str, str],
    context: Context,
) -> tuple[Pieces, int]:
    """Return a list of names, and how many of them are shown."""
    more, levels = context.disambiguators.of_list(context.names_shown)
    context.names_shown += 1
    lang, sorting = context.locale.lang, context.sorting
    form = name_format(options, name, context.style, lang, sorting=sorting)
    shown = shown_count(len(people), options, more)
    context.lists.append(NameList(people, shown, form))
    if form.form == "count":
        return [], shown
    each, fonts = _looks(name)
    parts: list[Pieces] = []
    for index, one in enumerate(people[:shown]):
        level = levels[index] if index < len(levels) else 0
        words = render_name(one, index, form, level, sorting=sorting)
        parts.append([Span("part", dressed(words, fonts if one.literal else each), key="name")])
    if shown == len(people):
        pieces = _with_and(parts, people, form, options, context)
    elif options.get("et-al-use-last") == "true" and len(people) >= shown + _TWO:
        last = render_name(people[-1], len(people) - 1, form, 0, sorting=sorting)
        delimiter = options.get("delimiter", ", ")
        pieces = [
            *join_pieces(parts, delimiter),
            *affix(delimiter),
            *affix("… "),
            *dressed(last, each),
        ]
    else:
        words = [] if sorting else _et_al(et_al, context)
        pieces = _with_et_al(parts, people, form, options, words)
        pieces = decorated(pieces, fonts) if words and parts else pieces
    return [Span("part", pieces, key="people")] if pieces else [], shown


def _looks(name: Node | None) -> tuple[Node, Node]:
    """Return what each name is dressed in: all of it for people, for institutions fonts alone."""
    attributes = name.attributes if name is not None else {}
    each = {key: value for key, value in attributes.items() if key not in _NOT_OF_EACH}
    fonts = {key: value for key, value in each.items() if key not in _AFFIXES}
    return Node("name", each), Node("name", fonts)


# How many names stand before "et al.", which replaces at least one:
#
#   names   et-al-min   et-al-use-first   more to tell them apart   shown
#   3       -           -                 0                         3       no limit is set
#   3       4           1                 0                         3       too few for it
#   4       4           1                 0                         1
#   4       4           1                 2                         3
#   4       4           1                 9                         4
#   4       4           4                 0                         4       nothing to replace


def shown_count(count: int, options: Mapping[str, str], more: int = 0) -> int:
    """Return how many of ``count`` names are shown, by the table above."""
    least, first = _number(options.get("et-al-min")), _number(options.get("et-al-use-first"))
    if not least or count < least or first >= count or "et-al-use-first" not in options:
        return count
    return min(count, first + more)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


# Whether the delimiter stands before "and" and before "et al.":
#
#   rule                   stands
#   always                 always
#   never                  never
#   contextual             before "and" from three names on, before "et al." from two
#   after-inverted-name    behind a name with its family name first


def _delimits(rule: str, *, several: bool, inverted: bool) -> bool:
    """Tell whether the delimiter stands, by the table above."""
    return {"always": True, "contextual": several, "after-inverted-name": inverted}.get(rule, False)


def _is_inverted(people: Sequence[Name], index: int, form: NameFormat) -> bool:
    return index >= 0 and form.inverted(index) and not is_static(people[index])


def _with_and(
    parts: Sequence[Pieces],
    people: Sequence[Name],
    form: NameFormat,
    options: Mapping[str, str],
    context: Context,
) -> Pieces:
    """Return all names of a list, with the style's "and" before the last one."""
    delimiter = options.get("delimiter", ", ")
    sign = {"text": context.locale.term("and"), "symbol": "&"}.get(options.get("and", ""))
    if len(parts) < _TWO or not sign or context.sorting:
        return join_pieces(parts, delimiter)
    rule = options.get("delimiter-precedes-last", "contextual")
    if rule == "always" and len(parts) == _TWO and people[-1].literal:
        # An institution behind one person is joined as two of a kind are.
        rule = "contextual"
    delimits = _delimits(
        rule,
        several=len(parts) > _TWO,
        inverted=_is_inverted(people, len(parts) - _TWO, form),
    )
    before, last = join_pieces(parts[:-1], delimiter), parts[-1]
    return [*before, *affix(joint_before_last(sign, delimiter, delimits=delimits)), *last]


# What stands before the last name:
#
#   sign    delimiter   delimits   joint
#   and     ", "        no         " and "
#   and     ", "        yes        ", and "
#   &       "; "        yes        "; & "
#   and     " "         yes        " and "      a blank stands once
#   ו       ", "        either     "ו"          such a word brings its own blanks


def joint_before_last(sign: str, delimiter: str, *, delimits: bool) -> str:
    """Return what joins the last name to the others, by the table above."""
    if sign != "&" and not is_spaced(sign):
        return sign
    if delimits and not delimiter.strip():
        return f"{delimiter}{sign} "
    return f"{delimiter.rstrip() if delimits else ''} {sign} "


def _with_et_al(
    parts: Sequence[Pieces],
    people: Sequence[Name],
    form: NameFormat,
    options: Mapping[str, str],
    words: Pieces,
) -> Pieces:
    """Return the first names of a list with the words for the others behind them, if any."""
    delimiter = options.get("delimiter", ", ")
    shown = join_pieces(parts, delimiter)
    if not words or not parts:
        return shown
    delimits = _delimits(
        options.get("delimiter-precedes-et-al", "contextual"),
        several=len(parts) >= _TWO,
        inverted=_is_inverted(people, len(parts) - 1, form),
    )
    gap = " " if is_spaced(plain_text(words)) else ""
    return [*shown, *affix(delimiter if delimits else gap), *words]


def _et_al(node: Node | None, context: Context) -> Pieces:
    term = node.get("term", "et-al") if node is not None else "et-al"
    words = context.locale.term(term) or context.locale.term(term.replace(" ", "-")) or ""
    pieces: Pieces = [Run(words)] if words else []
    return dressed(pieces, node) if node is not None else pieces
