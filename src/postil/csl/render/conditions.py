"""Tells which branch of a choice holds: CSL 1.0.2, "Choose"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

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
    # Each is tested, whatever the others say: how many ask for disambiguation is counted.
    tests = [
        any(test(word, context) for word in words) if single else test(words[0], context)
        for test, words, single in _tests(branch)
    ]
    match = branch.get("match", "all")
    if match == "any":
        return any(tests)
    if match == "none":
        return not any(tests)
    return all(tests)


@lru_cache(maxsize=2048)
def _tests(branch: Node) -> Sequence[tuple[Callable[[str, Context], bool], Sequence[str], bool]]:
    """Return the tests of a branch, each with its words, and whether one of these is enough."""
    made: list[tuple[Callable[[str, Context], bool], Sequence[str], bool]] = []
    for attribute, value in branch.attributes.items():
        test = _TESTS.get(attribute)
        if test is None:
            continue
        words = value.split()
        if attribute in _SINGLE:
            # An item has but one type, and a locator one label, so one of them is enough.
            made.append((test, words, True))
        else:
            made += [(test, (word,), False) for word in words]
    return made


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
