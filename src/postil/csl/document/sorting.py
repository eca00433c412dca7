"""Sorts cites and entries by the keys of a style: CSL 1.0.2, "Sorting"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cmp_to_key
from typing import TypeVar

from postil.csl.data.items import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from postil.csl.document.collation import collated
from postil.csl.ground.rich import plain_text
from postil.csl.ground.xml import Node
from postil.csl.render.context import Context, Disambiguators
from postil.csl.render.elements import render_children, render_element, sort_form
from postil.csl.text.markup import read_markup

_FIGURES = re.compile(r"[0-9]{1,18}")

T = TypeVar("T")
Value = tuple[int, int, str]
"""A number sorts before words: 0 and the number, or 1 and the words as they are collated."""


def ordered(items: Sequence[T], sort: Node | None, context: Callable[[T], Context]) -> list[T]:
    """Return the items by the keys of a cs:sort element; what lacks a key comes last."""
    if sort is None or len(items) < 2:
        return list(items)
    keys = list(sort.every("key"))
    valued = [(one, [sort_value(key, context(one)) for key in keys]) for one in items]
    down = [key.get("sort") == "descending" for key in keys]

    def compare(left: tuple[T, list[Value | None]], right: tuple[T, list[Value | None]]) -> int:
        for one, other, reverse in zip(left[1], right[1], down, strict=True):
            if one == other:
                continue
            if one is None or other is None:
                return 1 if one is None else -1
            return (-1 if one < other else 1) * (-1 if reverse else 1)
        return 0

    return [one for one, _ in sorted(valued, key=cmp_to_key(compare))]


def sort_value(key: Node, context: Context) -> Value | None:
    """Return what an item has for a key, None where it has nothing."""
    overriding: dict[str, str] = {}
    for name, option in (
        ("names-min", "et-al-min"),
        ("names-use-first", "et-al-use-first"),
        ("names-use-last", "et-al-use-last"),
    ):
        if key.get(name):
            overriding[option] = key.get(name)
            overriding[f"et-al-subsequent-{option.removeprefix('et-al-')}"] = key.get(name)
    # What tells cites apart depends on their order, so it is no part of it.
    plain = Disambiguators(year_suffix=context.disambiguators.year_suffix)
    context = replace(
        context,
        sorting=True,
        overriding=overriding,
        suppressed=set(),
        used=[],
        disambiguators=plain,
    )
    lang = context.locale.lang
    variable = key.get("variable")
    if not variable:
        macro = context.style.macros.get(key.get("macro"))
        found = plain_text(render_children(macro, context).pieces) if macro is not None else ""
        return collation_key(found, lang)
    if variable in NAME_VARIABLES:
        node = Node("names", {"variable": variable}, (Node("name", {"form": "long"}),))
        return collation_key(plain_text(render_element(node, context).pieces), lang)
    if variable in DATE_VARIABLES:
        date = context.item.dates.get(variable)
        return collation_key(sort_form(date)) if date is not None else None
    words = context.text(variable)
    if variable in NUMBER_VARIABLES and _FIGURES.fullmatch(words):
        return (0, int(words), "")
    return collation_key(plain_text(read_markup(words)).replace(",", ""), lang)


def collation_key(words: str, lang: str = "") -> Value | None:
    """Return words as a dictionary compares them, whatever their accents, case and quotes."""
    return (1, 0, collated(words, lang)) if words.strip() else None
