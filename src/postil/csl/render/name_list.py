"""Lists of names: and, et al., labels, substitutes: CSL 1.0.2, "Names"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postil.csl.data.items import Name
from postil.csl.ground.rich import Pieces, Run, Span, joined, plain
from postil.csl.ground.xml import Node
from postil.csl.render.context import Context, Listed, Result
from postil.csl.render.name import Habit, is_static, render, spaced
from postil.csl.text.decoration import decorated, dressed
from postil.csl.text.textcase import apply as in_case

Renderer = Callable[[Node, Context], Result]

_LEAST = 2
_AFFIXES = frozenset({"prefix", "suffix"})


def render_names(node: Node, context: Context, element: Renderer) -> Result:
    """Return the names of the variables of an element, or what stands in for them."""
    parent = context.names_parent
    name = node.first("name") or (parent.first("name") if parent is not None else None)
    et_al = node.first("et-al") or (parent.first("et-al") if parent is not None else None)
    label = node.first("label")
    shorthand = parent is not None and not node.children
    if shorthand and parent is not None:
        label = parent.first("label")
    style = (
        node
        if not shorthand or parent is None
        else Node("names", {**parent.attributes, **node.attributes})
    )
    options = _options(context, name)
    lists = [
        (variable, people)
        for variable in _merged(node.get("variable").split(), context)
        if (people := _people(variable, context))
    ]
    if lists and context.hides_names and not context.names_shown:
        # The author is named elsewhere, so what would join the name to the rest goes with it.
        context.hides_names = False
        return Result([], True, True)
    if lists:
        before = label is not None and _stands_before(
            label, node if not shorthand else parent, name
        )
        parts = []
        count = 0
        for variable, people in lists:
            words, shown = _listed(people, options, name, et_al, context)
            count += shown
            if label is not None and not context.sorting and options.get("form") != "count":
                marked = _label(label, variable, people, context)
                words = [*marked, *words] if before else [*words, *marked]
            parts.append(words)
            context.used.extend(variable.split("+"))
        if options.get("form") == "count":
            return Result([Run(str(count))] if count else [], True, bool(count))
        pieces = joined(parts, style.get("delimiter") or context.options.get("names-delimiter", ""))
        whole = Span("part", dressed(pieces, style), key="names")
        return Result([whole], True, True)
    substitute = node.first("substitute")
    if substitute is None:
        return Result([], True, False)
    return _substituted(node, substitute, context, element)


def _substituted(node: Node, substitute: Node, context: Context, element: Renderer) -> Result:
    before, context.names_parent = context.names_parent, node
    try:
        for child in substitute.children:
            mark = len(context.used)
            found = element(child, context)
            if found.pieces or found.filled:
                context.suppressed |= set(context.used[mark:])
                inner = [p for p in found.pieces if isinstance(p, Span) and p.key == "names"]
                whole: Pieces = [Span("part", found.pieces, key="names")]
                pieces = found.pieces if inner else whole
                return Result(pieces, True, True)
        return Result([], True, False)
    finally:
        context.names_parent = before


def _options(context: Context, name: Node | None) -> dict[str, str]:
    out = dict(context.options)
    out["form"] = out.get("name-form", "long")
    if "name-delimiter" in out:
        out["delimiter"] = out["name-delimiter"]
    if name is not None:
        out.update(name.attributes)
    if context.position and not context.in_bibliography:
        for key in ("min", "use-first"):
            if f"et-al-subsequent-{key}" in out:
                out[f"et-al-{key}"] = out[f"et-al-subsequent-{key}"]
    return out


def _merged(variables: list[str], context: Context) -> list[str]:
    """Let editors who are the translators too stand once."""
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


def _stands_before(label: Node, node: Node | None, name: Node | None) -> bool:
    children = list(node.children) if node is not None else []
    if label not in children or name not in children:
        return False
    return children.index(label) < children.index(name)


def _listed(
    people: Sequence[Name],
    options: dict[str, str],
    name: Node | None,
    et_al: Node | None,
    context: Context,
) -> tuple[Pieces, int]:
    """Return a list of names, and how many of them are shown."""
    at = context.names_shown
    context.names_shown += 1
    more = context.told.names[at] if at < len(context.told.names) else 0
    levels = context.told.givens[at] if at < len(context.told.givens) else ()
    style, lang = context.style, context.locale.lang
    habit = Habit(options, name, style.demotes, style.hyphenates, lang)
    if context.sorting:
        habit.order = "all"
    shown = _shown(len(people), options, more)
    context.lists.append(Listed(people, shown, habit))
    if options.get("form") == "count":
        return [], shown
    node = _bare(name)
    fonts = Node("name", {k: v for k, v in node.attributes.items() if k not in _AFFIXES})
    parts: list[Pieces] = [
        [
            Span(
                "part",
                dressed(
                    _person(one, index, habit, levels, context), fonts if one.literal else node
                ),
                key="name",
            )
        ]
        for index, one in enumerate(people[:shown])
    ]
    delimiter = options.get("delimiter", ", ")
    turned = shown > 0 and habit.inverted(shown - 1) and not is_static(people[shown - 1])
    if shown == len(people):
        pieces = _all(parts, options, delimiter, habit, people, context)
    elif options.get("et-al-use-last") == "true" and len(people) >= shown + _LEAST:
        last = render(people[-1], len(people) - 1, habit, 0, sorting=context.sorting)
        last = dressed(last, node)
        pieces = [*joined(parts, delimiter), Run(delimiter, own=False), Run("… ", own=False), *last]
    else:
        pieces = joined(parts, delimiter)
        words = [] if context.sorting else _et_al(et_al, context)
        if words and parts:
            rule = options.get("delimiter-precedes-et-al", "contextual")
            close = rule == "always" or (rule == "contextual" and shown >= _LEAST)
            close = close or (rule == "after-inverted-name" and turned)
            gap = " " if spaced(plain(words)) else ""
            pieces = [*pieces, Run(delimiter if close else gap, own=False), *words]
            pieces = decorated(pieces, fonts)
    return [Span("part", pieces, key="people")], shown


def _person(one: Name, index: int, habit: Habit, levels: Sequence[int], context: Context) -> Pieces:
    level = levels[index] if index < len(levels) else 0
    return render(one, index, habit, level, sorting=context.sorting)


def _bare(name: Node | None) -> Node:
    attributes = name.attributes if name is not None else {}
    kept = {k: v for k, v in attributes.items() if k not in ("form", "delimiter")}
    return Node("name", kept)


def _shown(count: int, options: dict[str, str], more: int) -> int:
    """Return how many of ``count`` names stand before "et al.", which replaces at least one."""
    least, first = _number(options.get("et-al-min")), _number(options.get("et-al-use-first"))
    if not least or count < least or first >= count:
        return count
    return min(count, max(first, 0) + more)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _all(
    parts: list[Pieces],
    options: dict[str, str],
    delimiter: str,
    habit: Habit,
    people: Sequence[Name],
    context: Context,
) -> Pieces:
    sign = {"text": context.locale.term("and"), "symbol": "&"}.get(options.get("and", ""))
    if len(parts) < _LEAST or not sign or context.sorting:
        return joined(parts, delimiter)
    rule = options.get("delimiter-precedes-last", "contextual")
    inverted = habit.inverted(len(parts) - 2) and not is_static(people[len(parts) - 2])
    close = rule == "always" or (rule == "contextual" and len(parts) > _LEAST)
    close = close or (rule == "after-inverted-name" and inverted)
    if sign != "&" and not spaced(sign):
        # Such a word brings its own blanks.
        return [*joined(parts[:-1], delimiter), Run(sign, own=False), *parts[-1]]
    joint = f"{delimiter.rstrip() if close else ''} {sign} "
    if close and not delimiter.strip():
        joint = f"{delimiter}{sign} "
    return [*joined(parts[:-1], delimiter), Run(joint, own=False), *parts[-1]]


def _et_al(node: Node | None, context: Context) -> Pieces:
    term = node.get("term", "et-al") if node is not None else "et-al"
    words = context.locale.term(term) or context.locale.term(term.replace(" ", "-")) or ""
    pieces: Pieces = [Run(words)] if words else []
    return dressed(pieces, node) if node is not None else pieces


def _label(node: Node, variable: str, people: Sequence[Name], context: Context) -> Pieces:
    habit = node.get("plural", "contextual")
    plural = habit == "always" or (habit == "contextual" and len(people) > 1)
    words = context.locale.term(variable.replace("+", ""), node.get("form", "long"), plural)
    if not words:
        return []
    if node.get("strip-periods") == "true":
        words = words.replace(".", "")
    pieces: Pieces = [Run(words)]
    if node.get("text-case"):
        pieces = in_case(pieces, node.get("text-case"), "en")
    return dressed(pieces, node)
