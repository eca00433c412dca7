"""Tells which branch of a choice holds: CSL 1.0.2, "Choose"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from postil.csl.ground.xml import Node
from postil.csl.render.context import Context, Position
from postil.csl.render.numbers import is_numeric

_POSITIONS: Mapping[str, Callable[[Context], bool]] = {
    "first": lambda context: context.position is Position.FIRST,
    "subsequent": lambda context: context.position >= Position.SUBSEQUENT,
    "ibid": lambda context: context.position >= Position.IBID_WITH_LOCATOR,
    "ibid-with-locator": lambda context: context.position is Position.IBID_WITH_LOCATOR,
    "near-note": lambda context: context.near_note,
}


def holds(branch: Node, context: Context) -> bool:
    """Tell whether the conditions of a branch hold, all, any or none of them as it asks."""
    tests = list(_tests(branch, context))
    match = branch.get("match", "all")
    if match == "any":
        return any(tests)
    if match == "none":
        return not any(tests)
    return all(tests)


def _tests(branch: Node, context: Context) -> Iterator[bool]:
    for attribute, value in branch.attributes.items():
        test = _TESTS.get(attribute)
        if test is not None:
            words = value.split()
            if attribute in _SINGLE:
                # An item has but one type, and a locator one label, so one of them is enough.
                yield any(test(word, context) for word in words)
                continue
            for word in words:
                yield test(word, context)


def _disambiguate(word: str, context: Context) -> bool:
    context.conditions_asked += 1
    return (context.conditions_asked <= context.disambiguators.conditions) == (word == "true")


def _numeric(word: str, context: Context) -> bool:
    text = context.known(word)
    return bool(text) and is_numeric(text)


def _uncertain(word: str, context: Context) -> bool:
    date = context.item.dates.get(word)
    return date is not None and date.circa


def _locator(word: str, context: Context) -> bool:
    return bool(context.cite.locator) and context.cite.label.replace(" ", "-") == word


def _position(word: str, context: Context) -> bool:
    test = _POSITIONS.get(word)
    return test is not None and not context.in_bibliography and test(context)


def _type(word: str, context: Context) -> bool:
    return context.item.type == word


def _variable(word: str, context: Context) -> bool:
    item = context.item
    return bool(context.known(word) or item.names.get(word) or item.dates.get(word))


_SINGLE = frozenset({"type", "locator"})

_TESTS: Mapping[str, Callable[[str, Context], bool]] = {
    "disambiguate": _disambiguate,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "type": _type,
    "variable": _variable,
}
