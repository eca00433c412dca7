"""Renders the elements of a style: CSL 1.0.2, "Rendering Elements"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from postil.csl.data.items import NUMBER_VARIABLES, Date
from postil.csl.ground.rich import Pieces, Run, Span, join_pieces
from postil.csl.ground.xml import Node
from postil.csl.render import dates
from postil.csl.render.conditions import holds
from postil.csl.render.context import NOTHING, Context, Result
from postil.csl.render.names import render_names
from postil.csl.render.numbers import format_number, is_plural, page_range
from postil.csl.text.decoration import dressed, drop_display, strip_periods
from postil.csl.text.markup import read_markup
from postil.csl.text.textcase import in_case, style_lang

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")

_DEEPEST = 60
"""Macros within macros, beyond which a style is taken to call itself."""

_PAGES = frozenset({"page", "locator", "page-first"})
_ADDRESSES = frozenset({"DOI", "URL"})
"""Variables that lead nowhere when a sign of theirs is changed."""

_ORDINALS = frozenset({"ordinal", "long-ordinal"})
_COUNTS = frozenset({"number-of-pages", "number-of-volumes"})
_RANGES = NUMBER_VARIABLES - _PAGES - {"number", "citation-number", "version"}
"""Variables in which a hyphen between numbers means all from one to the other."""


def render_element(node: Node, context: Context) -> Result:
    """Return what an element gives; one that is unknown gives nothing."""
    render = _ELEMENTS.get(node.tag)
    return render(node, context) if render is not None else NOTHING


def render_children(node: Node, context: Context, delimiter: str = "") -> Result:
    """Return what the children of an element give, with a delimiter between them."""
    return _joined([*_parts(node, context)], delimiter)


def _joined(found: Sequence[Result], delimiter: str = "") -> Result:
    """Return what parts give together."""
    called = filled = False
    for one in found:
        called |= one.called
        filled |= one.filled
    return Result(join_pieces([one.pieces for one in found], delimiter), called, filled)


def _parts(node: Node, context: Context) -> Iterator[Result]:
    """Yield what each child gives; those of a choice stand as if there were no choice."""
    for child in node.children:
        if child.tag == "choose":
            yield from _chosen(child, context)
        else:
            yield render_element(child, context)


def _text(node: Node, context: Context) -> Result:
    if name := node.get("macro"):
        return _macro(name, node, context)
    if name := node.get("variable"):
        pieces = _variable(name, node, context)
        if pieces:
            context.used.append(name)
            if context.names_parent is not None:
                # What stands in for names stands there once.
                context.suppressed.add(name)
        # The letter behind the year is no part of the item, so its absence hides nothing.
        filled = bool(pieces) or name == "year-suffix"
        return Result(_finished(pieces, node, context), True, filled)
    if name := node.get("term"):
        words = context.locale.term(name, node.get("form", "long"), node.get("plural") == "true")
        key = "" if node.get("text-case") else "term"
        runs: Pieces = [Run(_typographic(words), key=key)] if words else []
        return Result(_finished(runs, node, context), is_term=bool(runs))
    return Result(_finished(read_markup(node.get("value")), node, context))


def _typographic(words: str) -> str:
    """Return a term with its apostrophes as a printer sets them."""
    return _APOSTROPHE.sub("\u2019", words) if "'" in words else words


def _macro(name: str, node: Node, context: Context) -> Result:
    macro = context.style.macros.get(name)
    if macro is None or context.depth > _DEEPEST:
        return NOTHING
    context.depth += 1
    parts = list(_parts(macro, context))
    found = _joined(parts)
    context.depth -= 1
    if (
        found.called
        and not found.filled
        and (
            any(one.called and not one.left_out for one in parts)
            or not any(one.is_term for one in parts)
        )
    ):
        # Like a group, it is not there without its variables; but a term of its own may say so.
        return Result([], True, False)
    if found.pieces and not found.filled:
        # A macro that only sets words has chosen them, so they stand for what is missing.
        return Result(_finished(found.pieces, node, context), True, True)
    return Result(_finished(found.pieces, node, context), found.called, found.filled)


def _variable(name: str, node: Node, context: Context) -> Pieces:
    if node.get("form") == "short":
        words = context.text(f"{name}-short") or context.text(name)
    else:
        words = context.text(name)
    if not words:
        return []
    if name in _PAGES:
        delimiter = context.locale.term("page-range-delimiter") or "–"
        if name != "locator" or context.cite.label == "page":
            words = page_range(words, context.style.page_range_format, delimiter)
        else:
            words = page_range(words, "", delimiter)
        words = words.replace(" & ", f" {context.locale.term('and', 'symbol') or '&'} ")
    elif name in _RANGES:
        words = format_number(words, "numeric", context.locale)
    if (
        name == "citation-label"
        and context.disambiguators.year_suffix
        and not context.style.places_year_suffix
    ):
        return [Run(words), Run(context.disambiguators.year_suffix, key="year-suffix")]
    if name in ("citation-number", "year-suffix"):
        return [Run(words, key=name)]
    if name in _ADDRESSES:
        return [Run(words)]
    return read_markup(words)


def _finished(pieces: Pieces, node: Node, context: Context) -> Pieces:
    if not pieces:
        return []
    if node.get("strip-periods") == "true" and node.get("variable") not in _ADDRESSES:
        pieces = strip_periods(pieces)
    if node.get("text-case") and not node.get("macro"):
        case, lang = node.get("text-case"), context.item.language.lower() or context.locale.lang
        if node.get("term") or node.tag == "label" or node.get("form") in _ORDINALS:
            # A term, and an ordinal made of one, has words of the style, which knows its language.
            lang = style_lang(context.locale.lang, case)
        pieces = in_case(pieces, case, lang)
    return dressed(pieces, node)


def _number(node: Node, context: Context) -> Result:
    name = node.get("variable")
    words = context.text(name)
    if not words:
        return Result([], True, False)
    context.used.append(name)
    gender = ""
    term = context.locale.entry(name if name != "locator" else context.cite.label)
    if term is not None:
        gender = term.gender
    shown = format_number(words, node.get("form", "numeric"), context.locale, gender)
    if name in _PAGES:
        delimiter = context.locale.term("page-range-delimiter") or "–"
        shown = page_range(shown, context.style.page_range_format, delimiter)
    pieces: Pieces = [Run(shown, key=name)] if name == "citation-number" else read_markup(shown)
    return Result(_finished(pieces, node, context), True, True)


def _label(node: Node, context: Context) -> Result:
    name = node.get("variable")
    words = context.text(name)
    if not words and name == "locator" and context.in_bibliography and context.text("page"):
        # Entries have no locator: a style that asks for its label means that of the pages.
        words, name = "1", "page"
    if not words:
        return NOTHING
    term = _locator_term(context) if name == "locator" else name
    rule = node.get("plural", "contextual")
    conjunction = context.locale.term("and") or "and"
    counted = name in _COUNTS and words.isdecimal()
    several = words != "1" if counted else is_plural(words, conjunction)
    plural = rule == "always" or (rule == "contextual" and several)
    shown = context.locale.term(term, node.get("form", "long"), plural)
    return Result(_finished([Run(shown)] if shown else [], node, context))


def _locator_term(context: Context) -> str:
    """Return the name of the term of a locator; some locales write it with a blank."""
    label = context.cite.label
    spellings = (label, label.replace("-", " "), label.replace(" ", "-"))
    return next((one for one in spellings if context.locale.entry(one) is not None), label)


def _date(node: Node, context: Context) -> Result:
    name = node.get("variable")
    date = None if name in context.suppressed else context.item.dates.get(name)
    if date is None or (context.comparing and name == "accessed"):
        return Result([], True, False)
    if context.sorting:
        return Result([Run(sort_form(date, node))], True, True)
    parts, delimiter = dates.parts_of(node, context.locale)
    if date.begin is None and not any(part.get("name") == "year" for part in parts):
        # What is only written out stands where its year would.
        return Result([], True, False)
    pieces = dates.render_date(date, parts, delimiter, context.locale)
    if node.get("text-case"):
        pieces = in_case(pieces, node.get("text-case"), context.locale.lang)
    if pieces:
        context.used.append(name)
        _add_year_suffix(pieces, context)
    return Result(dressed(pieces, node), True, bool(pieces))


def _add_year_suffix(pieces: Pieces, context: Context) -> None:
    """Put the letter that tells an item from others behind the first year."""
    style = context.style
    if not context.disambiguators.year_suffix or context.dated:
        return
    if style.places_year_suffix or style.cites_by_label:
        return
    for at, piece in enumerate(pieces):
        if isinstance(piece, Run) and piece.key == "year":
            pieces.insert(at + 1, Run(context.disambiguators.year_suffix, key="year-suffix"))
            context.dated = True
            return
        if isinstance(piece, Span):
            _add_year_suffix(piece.pieces, context)


def sort_form(date: Date, node: Node | None = None) -> str:
    """Return a date as figures that sort as it does; a part that is not asked for is nought."""
    if date.begin is None:
        return date.literal
    shown = {"year", "month", "day"}
    if node is not None and node.get("form"):
        shown = set(node.get("date-parts", "year-month-day").split("-"))
    elif node is not None and node.children:
        shown = {part.get("name") for part in node.every("date-part")}
    out = []
    for day in (date.begin, date.end):
        if day is None:
            out.append("00000000")
            continue
        year = day.year if "year" in shown else 0
        month = day.month if "month" in shown else 0
        number = day.day if "day" in shown else 0
        # Years before Christ count down, so that figures compare as the years do.
        mark = "0" if year < 0 else "1"
        out.append(f"{mark}{(9999 + year) if year < 0 else year:04d}{month:02d}{number:02d}")
    return "-".join(out)


def _names(node: Node, context: Context) -> Result:
    return render_names(node, context, render_element)


def _group(node: Node, context: Context) -> Result:
    found = render_children(node, context, node.get("delimiter"))
    if (found.called and not found.filled) or not found.pieces:
        return Result([], True, False, left_out=True)
    # For what is around it a group is a variable, which is there when the group is.
    return Result(dressed(drop_display(found.pieces), node), True, True)


def _chosen(node: Node, context: Context) -> Iterator[Result]:
    for branch in node.children:
        if branch.tag == "else" or holds(branch, context):
            yield from _parts(branch, context)
            return


def _choose(node: Node, context: Context) -> Result:
    found = list(_chosen(node, context))
    return Result(
        join_pieces([one.pieces for one in found], ""),
        any(one.called for one in found),
        any(one.filled for one in found),
    )


_ELEMENTS: Mapping[str, Callable[[Node, Context], Result]] = {
    "text": _text,
    "number": _number,
    "label": _label,
    "date": _date,
    "names": _names,
    "group": _group,
    "choose": _choose,
}
