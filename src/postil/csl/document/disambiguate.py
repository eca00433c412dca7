"""Tells cites apart that would look alike: CSL 1.0.2, "Disambiguation"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from postil.csl.data.items import Name
from postil.csl.ground.rich import plain
from postil.csl.ground.xml import Node
from postil.csl.render.context import NOT_TOLD, Listed, Told
from postil.csl.render.name import GIVEN, INITIALS, Habit, render

_LETTERS = 26
_MOST = 15
"""Names beyond which nobody looks for what tells two works apart."""


class Look(NamedTuple):
    """A cite as it would look."""

    words: str
    lists: Sequence[Listed]
    """The lists of names in it."""


Show = Callable[[str, Told], Look]


class Disambiguation:
    """One way through the steps that a style asks for."""

    def __init__(self, citation: Node, show: Show) -> None:
        self._adds_names = citation.get("disambiguate-add-names") == "true"
        self._adds_givens = citation.get("disambiguate-add-givenname") == "true"
        self._adds_letters = citation.get("disambiguate-add-year-suffix") == "true"
        self._rule = citation.get("givenname-disambiguation-rule", "by-cite")
        # A cite looks the same whenever it is shown in the same way, and is shown very often.
        self._show = cache(show)
        self._known: dict[int, list[str]] = {}

    def tell(self, cited: Sequence[str], listed: Sequence[str]) -> dict[str, Told]:
        """Return how each item is told apart; letters follow the order of the bibliography."""
        told = dict.fromkeys(cited, NOT_TOLD)
        if len(told) == 1:
            return told
        if self._adds_givens and self._rule != "by-cite":
            told |= self._name_all(cited, told)
        left: list[list[str]] = []
        for group in self._alike(cited, told):
            left += list(self._separate(group, told))
        left = [group for one in left for group in self._by_condition(one, told)]
        if self._adds_letters:
            order = {one: at for at, one in enumerate(listed)}
            for group in left:
                ranked = sorted(group, key=lambda one: order.get(one, len(order)))
                for at, one in enumerate(ranked):
                    told[one] = told[one]._replace(suffix=letters(at))
        return told

    def _alike(self, ids: Sequence[str], told: Mapping[str, Told]) -> list[list[str]]:
        groups: dict[str, list[str]] = {}
        for one in ids:
            groups.setdefault(self._show(one, told[one]).words, []).append(one)
        return [group for group in groups.values() if len(group) > 1]

    def _separate(self, group: list[str], told: dict[str, Told]) -> Iterator[list[str]]:
        """Add names and given names until the cites differ; yield the groups that never do."""
        for config in self._configs(group, told[group[0]]):
            each = self._each(group, config, told)
            parts: dict[str, list[str]] = {}
            for one in group:
                parts.setdefault(self._show(one, each[one]).words, []).append(one)
            if len(parts) == 1:
                continue
            told |= each
            for part in parts.values():
                if len(part) > 1:
                    yield from self._separate(part, told)
            return
        yield group

    def _each(self, group: list[str], config: Told, told: Mapping[str, Told]) -> dict[str, Told]:
        """Return what a configuration means for each cite of a group."""
        if not self._adds_givens or self._rule == "by-cite":
            return dict.fromkeys(group, config)
        each = {one: told[one]._replace(names=config.names) for one in group}
        return self._name_all([*told], {**told, **each}, group)

    def _configs(self, group: list[str], config: Told) -> Iterator[Told]:
        """Yield what can be added to the cites of a group, the least first."""
        looks = [self._show(one, config) for one in group]
        lists = max(len(look.lists) for look in looks)
        if not lists or len({tuple(tuple(o.people) for o in look.lists) for look in looks}) == 1:
            # No name tells works of the same people apart.
            return
        base = config.names + (0,) * (lists - len(config.names))
        givens = config.givens + ((),) * (lists - len(config.givens))
        hidden = max(len(one.people) - one.shown for look in looks for one in look.lists)
        hidden = min(hidden, _MOST)
        expands = self._adds_givens and self._rule == "by-cite"
        for more in range(hidden + 1 if self._adds_names else 1):
            names = tuple(one + more for one in base)
            if more:
                yield config._replace(names=names, givens=givens)
            if expands:
                shown = max(one.shown for look in looks for one in look.lists) + more
                shown = min(shown, _MOST)
                habits = [one.habit for look in looks for one in look.lists]
                initials = any(habit.with_ is not None for habit in habits)
                wider = config._replace(names=names, givens=givens)
                yield from _expanded(wider, shown, INITIALS if initials else GIVEN)

    def _by_condition(self, group: list[str], told: dict[str, Told]) -> Iterator[list[str]]:
        """Let ``disambiguate="true"`` hold where that changes something."""
        changed = {one: told[one]._replace(condition=True) for one in group}
        if all(
            self._show(one, changed[one]).words == self._show(one, told[one]).words for one in group
        ):
            yield group
            return
        told |= changed
        yield from self._alike(group, told)

    # -- names that are told apart wherever they stand

    def _name_all(
        self,
        cited: Sequence[str],
        told: Mapping[str, Told],
        wanted: Sequence[str] | None = None,
    ) -> dict[str, Told]:
        """Return how the names of some cites are told from those of all, shown as they are."""
        primary = self._rule.startswith("primary-name")
        most = INITIALS if self._rule.endswith("with-initials") else GIVEN
        looks = {one: self._show(one, told[one]._replace(givens=())) for one in cited}
        alike: dict[str, set[Name]] = {}
        for look in looks.values():
            for each in look.lists:
                last = 1 if primary else each.shown
                for form, name in zip(self._forms(each), each.people[:last], strict=False):
                    alike.setdefault(form, set()).add(name)
        out = {}
        for one in cited if wanted is None else wanted:
            givens = tuple(
                tuple(
                    _level(name, index, each.habit, alike, most) if not (primary and index) else 0
                    for index, name in enumerate(each.people[: each.shown])
                )
                for each in looks[one].lists
            )
            out[one] = told[one]._replace(givens=givens)
        return out

    def _forms(self, each: Listed) -> list[str]:
        """Return how the names of a list look without given names; the list outlives this."""
        if id(each) not in self._known:
            shown = enumerate(each.people[: each.shown])
            self._known[id(each)] = [_form(name, at, each.habit, 0) for at, name in shown]
        return self._known[id(each)]


def _expanded(config: Told, shown: int, least: int) -> Iterator[Told]:
    """Yield what can be added to the given names of some that are shown, the least first."""
    for at in range(len(config.givens)):
        for index in range(shown):
            for level in range(least, GIVEN + 1):
                levels = list(config.givens[at]) + [0] * (index + 1 - len(config.givens[at]))
                if levels[index] >= level:
                    continue
                levels[index] = level
                givens = (*config.givens[:at], tuple(levels), *config.givens[at + 1 :])
                yield config._replace(givens=givens)


def _form(name: Name, index: int, habit: Habit, level: int) -> str:
    return plain(render(name, index, habit, level))


def _level(name: Name, index: int, habit: Habit, alike: Mapping[str, set[Name]], most: int) -> int:
    """Return how much of a given name tells it from all that look like it."""
    others = alike.get(_form(name, index, habit, 0), set()) - {name}
    if not others:
        return 0
    for level in range(INITIALS if habit.with_ is not None else GIVEN, most + 1):
        mine = _form(name, index, habit, level)
        if all(_form(other, index, habit, level) != mine for other in others):
            return level
    return 0


def letters(number: int) -> str:
    """Return the letters for a number from 0 on: a to z, then aa, ab and so on."""
    out = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        out = chr(ord("a") + rest) + out
    return out
