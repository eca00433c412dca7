"""The names element: which lists stand in it, their labels, substitutes: CSL 1.0.2, "Names"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from postil.csl.data.items import Name
from postil.csl.ground.rich import Pieces, Run, Span, join_pieces
from postil.csl.ground.xml import Node
from postil.csl.render.conditions import holds
from postil.csl.render.context import Context, Result
from postil.csl.render.name_list import render_list
from postil.csl.text.brackets import LABEL
from postil.csl.text.decoration import dressed
from postil.csl.text.textcase import in_case, style_lang

STAND_IN = "stand-in"
"""The key of what stands in for names and has none in it."""

Renderer = Callable[[Node, Context], Result]


def render_names(node: Node, context: Context, element: Renderer) -> Result:
    """Return the names of the variables of an element, or what stands in for them."""
    names = _with_inherited(node, context.names_parent)
    options = _options(context, names.name)
    lists = [
        (variable, people)
        for variable in _merged(node.get("variable").split(), context)
        if (people := _people(variable, context))
    ]
    if not lists:
        found = _stand_in(node, context, element)
        counts = context.sorting and options["form"] == "count" and context.names_parent is None
        return Result([Run(_figures(0))], True, True) if counts and not found.filled else found
    if context.hides_names and not context.names_shown:
        # The author is named elsewhere, so what would join the name to the rest goes with it.
        context.hides_names = False
        return Result([], True, True)
    parts = []
    count = 0
    for variable, people in lists:
        words, shown = render_list(people, names.name, names.et_al, options, context)
        count += shown
        parts.append(_labelled(words, variable, people, names, context))
        context.used.extend(variable.split("+"))
        if context.names_parent is not None:
            # What stands in for names stands there once.
            context.suppressed |= set(variable.split("+"))
    if options["form"] == "count":
        shown_as = _figures(count) if context.sorting else str(count)
        return Result([Run(shown_as)] if count else [], True, bool(count))
    if not any(parts):
        return Result([], True, True)
    delimiter = names.own.get("delimiter") or context.options.get("names-delimiter", "")
    whole = Span("part", dressed(join_pieces(parts, delimiter), names.own), key="names")
    return Result([whole], True, True)


def _figures(count: int) -> str:
    """Return how many names there are, so that longer lists sort behind shorter ones."""
    return f"{count:03d}"


class _Names(NamedTuple):
    """A ``names`` element with what it takes over from the one in whose place it stands."""

    own: Node
    """Its attributes."""
    name: Node | None
    et_al: Node | None
    label: Node | None
    label_first: bool
    """Whether the label stands before the names."""


# What a ``names`` within ``substitute`` takes over from the ``names`` around it:
#
#   the inner one      name                             et-al, label        attributes
#   has no children    the outer one's                  the outer one's     its own before these
#   has children       the outer one's where it lacks   its own, or none    its own alone


@lru_cache(maxsize=1024)
def _with_inherited(node: Node, parent: Node | None) -> _Names:
    """Return an element with what holds for it, by the table above."""
    outer = parent if parent is not None else Node("names", {})
    is_shorthand = parent is not None and not node.children
    owner = outer if is_shorthand else node
    name = _with_parts(node.first("name"), outer.first("name"))
    label = owner.first("label")
    own = Node("names", {**outer.attributes, **node.attributes}) if is_shorthand else node
    return _Names(
        own, name, owner.first("et-al"), label,
        label_first=_stands_before(label, node.first("name") or outer.first("name"), owner),
    )  # fmt: skip


def _with_parts(name: Node | None, outer: Node | None) -> Node | None:
    """Return a ``name`` element, with the parts of the one around it where it has none."""
    if name is None or outer is None or next(name.every("name-part"), None) is not None:
        return name or outer
    return Node("name", name.attributes, tuple(outer.every("name-part")))


def _stands_before(label: Node | None, name: Node | None, owner: Node) -> bool:
    children = owner.children
    if label is None or name is None or name not in children:
        return False
    return children.index(label) < children.index(name)


def _stand_in(node: Node, context: Context, element: Renderer) -> Result:
    """Return the first element that gives something in place of names; its variables are used."""
    substitute = node.first("substitute")
    if substitute is None:
        return Result([], True, False)
    before, context.names_parent = context.names_parent, node
    try:
        for child in _candidates(substitute, context):
            mark = len(context.used)
            found = element(child, context)
            if found.pieces or found.filled:
                context.suppressed |= set(context.used[mark:])
                inner = [p for p in found.pieces if isinstance(p, Span) and p.key == "names"]
                # Words that are chosen for want of a name are no author that could be repeated.
                key = "names" if context.used[mark:] else STAND_IN
                whole: Pieces = [Span("part", found.pieces, key=key)] if found.pieces else []
                # A term alone, "anonymous", does not make the names be there.
                return Result(found.pieces if inner else whole, True, found.filled)
        return Result([], True, False)
    finally:
        context.names_parent = before


def _candidates(node: Node, context: Context) -> Iterator[Node]:
    """Yield what may stand in for names; of a choice each element by itself."""
    for child in node.children:
        if child.tag != "choose":
            yield child
            continue
        for branch in child.children:
            if branch.tag == "else" or holds(branch, context):
                yield from _candidates(branch, context)
                break


def _options(context: Context, name: Node | None) -> dict[str, str]:
    """Return the options of names that hold for an element; ``form`` is always among them."""
    out = dict(context.options)
    out["form"] = out.get("name-form", "long")
    if "name-delimiter" in out:
        out["delimiter"] = out["name-delimiter"]
    if name is not None:
        out.update(name.attributes)
    out.update(context.overriding)
    if context.position and not context.in_bibliography:
        for key in ("min", "use-first"):
            if f"et-al-subsequent-{key}" in out:
                out[f"et-al-{key}"] = out[f"et-al-subsequent-{key}"]
    return out


def _merged(variables: list[str], context: Context) -> list[str]:
    """Return the variables; editors who are the translators too stand once."""
    names = context.item.names
    if (
        set(variables) == {"editor", "translator"}
        and names.get("editor")
        and names.get("editor") == names.get("translator")
        and not {"editor", "translator"} & context.suppressed
        and context.locale.term("editortranslator")
    ):
        return ["editor+translator"]
    return variables


def _people(variable: str, context: Context) -> Sequence[Name]:
    first = variable.split("+")[0]
    if first in context.suppressed:
        return ()
    return context.item.names.get(first, ())


def _labelled(
    words: Pieces, variable: str, people: Sequence[Name], names: _Names, context: Context
) -> Pieces:
    """Return a list of names with its label, "editors", on the side where the style has it."""
    if names.label is None or context.sorting or not words:
        return words
    label = _label(names.label, variable, people, context)
    return [*label, *words] if names.label_first else [*words, *label]


def _label(node: Node, variable: str, people: Sequence[Name], context: Context) -> Pieces:
    rule = node.get("plural", "contextual")
    plural = rule == "always" or (rule == "contextual" and len(people) > 1)
    words = context.locale.term(variable.replace("+", ""), node.get("form", "long"), plural)
    if not words:
        return []
    if node.get("strip-periods") == "true":
        words = words.replace(".", "")
    pieces: Pieces = [Run(words)]
    if node.get("text-case"):
        case = node.get("text-case")
        pieces = in_case(pieces, case, style_lang(context.locale.lang, case))
    pieces = dressed(pieces, node)
    for piece in pieces:
        if isinstance(piece, Run) and not piece.own:
            piece.key = LABEL
    return pieces
