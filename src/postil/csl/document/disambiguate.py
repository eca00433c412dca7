"""Adds to cites that would look alike what makes them differ: CSL 1.0.2, "Disambiguation"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from postil.csl.data.items import Name
from postil.csl.ground.rich import plain_text
from postil.csl.ground.xml import Node
from postil.csl.render.context import NO_DISAMBIGUATORS, Disambiguators, NameList
from postil.csl.render.name import GIVEN, INITIALS, NameFormat, render_name

_LETTERS = 26
_INITIAL = len("K.")
_MOST = 15
"""Names of a list that are added one by one: beyond them nobody looks for what differs."""


class Rendering(NamedTuple):
    """A cite as it looks with some disambiguators."""

    words: str
    lists: Sequence[NameList]
    """The lists of names in it."""
    conditions: int = 0
    """How many tests ``disambiguate="true"`` were met."""


Render = Callable[[str, Disambiguators], Rendering]
"""Renders the cite of an item, by its id, as though with these disambiguators."""


class Disambiguation:
    """One way through the steps that a style asks for."""

    def __init__(self, citation: Node, render: Render) -> None:
        self._adds_names = citation.get("disambiguate-add-names") == "true"
        self._adds_givens = citation.get("disambiguate-add-givenname") == "true"
        self._adds_letters = citation.get("disambiguate-add-year-suffix") == "true"
        self._rule = citation.get("givenname-disambiguation-rule", "by-cite")
        # The same cite is rendered in the same way very often.
        self._render = cache(render)
        self._bare_forms: dict[int, list[str]] = {}

    def assign(
        self, cited: Sequence[str], listed: Callable[[], Sequence[str]]
    ) -> dict[str, Disambiguators]:
        """Return the disambiguators of each item; letters follow the order of the bibliography.

        What is ``listed`` is asked for where there are letters to be given out.
        """
        chosen = dict.fromkeys(cited, NO_DISAMBIGUATORS)
        if len(chosen) == 1:
            return chosen
        if self._adds_givens and self._rule != "by-cite":
            chosen |= self._name_all(cited, chosen)
        left: list[list[str]] = []
        for group in self._alike(cited, chosen):
            left += list(self._separate(group, chosen))
        left = [group for one in left for group in self._by_condition(one, chosen)]
        if left and self._adds_letters:
            order = {one: at for at, one in enumerate(listed())}
            for group in left:
                ranked = sorted(group, key=lambda one: order.get(one, len(order)))
                for at, one in enumerate(ranked):
                    chosen[one] = chosen[one]._replace(year_suffix=letters(at))
        return chosen

    def _alike(self, ids: Sequence[str], chosen: Mapping[str, Disambiguators]) -> list[list[str]]:
        groups: dict[str, list[str]] = {}
        for one in ids:
            groups.setdefault(self._render(one, chosen[one]).words, []).append(one)
        return [group for group in groups.values() if len(group) > 1]

    def _separate(self, group: list[str], chosen: dict[str, Disambiguators]) -> Iterator[list[str]]:
        """Add names and given names until the cites differ; yield the groups that never do."""
        for config in self._configs(group, chosen[group[0]]):
            each = self._each(group, config, chosen)
            parts: dict[str, list[str]] = {}
            for one in group:
                parts.setdefault(self._render(one, each[one]).words, []).append(one)
            if len(parts) == 1:
                continue
            chosen |= each
            for part in parts.values():
                if len(part) > 1:
                    yield from self._separate(part, chosen)
            return
        yield group

    def _each(
        self, group: list[str], config: Disambiguators, chosen: Mapping[str, Disambiguators]
    ) -> dict[str, Disambiguators]:
        """Return what a configuration means for each cite of a group."""
        if not self._adds_givens or self._rule == "by-cite":
            return dict.fromkeys(group, config)
        each = {one: chosen[one]._replace(names=config.names) for one in group}
        return self._name_all([*chosen], {**chosen, **each}, group)

    def _configs(self, group: list[str], config: Disambiguators) -> Iterator[Disambiguators]:
        """Yield what can be added to the cites of a group, the least first."""
        rendered = [self._render(one, config) for one in group]
        lists = max(len(one.lists) for one in rendered)
        if (
            not lists
            or len({tuple(tuple(each.people) for each in one.lists) for one in rendered}) == 1
        ):
            # No name tells works of the same people apart.
            return
        base = config.names + (0,) * (lists - len(config.names))
        givens = config.givens + ((),) * (lists - len(config.givens))
        found = [each for one in rendered for each in one.lists]
        hidden = max(len(each.people) - each.shown for each in found)
        hidden = min(hidden, _MOST)
        expands = self._adds_givens and self._rule == "by-cite"
        for more in range(hidden + 1 if self._adds_names else 1):
            names = tuple(one + more for one in base)
            if more:
                yield config._replace(names=names, givens=givens)
            if expands:
                shown = min(max(each.shown for each in found) + more, _MOST)
                initials = any(each.form.initialize_with is not None for each in found)
                wider = config._replace(names=names, givens=givens)
                yield from _expanded(wider, shown, INITIALS if initials else GIVEN)

    def _by_condition(
        self, group: list[str], chosen: dict[str, Disambiguators]
    ) -> Iterator[list[str]]:
        """Let the tests ``disambiguate="true"`` hold one by one, where that changes something."""
        most = max(self._render(one, chosen[one]).conditions for one in group)
        for held in range(1, most + 1):
            changed = {one: chosen[one]._replace(conditions=held) for one in group}
            parts: dict[str, list[str]] = {}
            for one in group:
                parts.setdefault(self._render(one, changed[one]).words, []).append(one)
            if len(parts) > 1 or held == most:
                break
        else:
            yield group
            return
        if len(parts) == 1 and all(
            self._render(one, changed[one]).words == self._render(one, chosen[one]).words
            for one in group
        ):
            yield group
            return
        chosen |= changed
        for part in parts.values():
            if len(part) > 1 and len(parts) > 1:
                yield from self._by_condition(part, chosen)
            elif len(part) > 1:
                yield part

    # -- names that are told apart wherever they stand

    def _name_all(
        self,
        cited: Sequence[str],
        chosen: Mapping[str, Disambiguators],
        wanted: Sequence[str] | None = None,
    ) -> dict[str, Disambiguators]:
        """Return how the names of some cites are told from those of all, shown as they are."""
        primary = self._rule.startswith("primary-name")
        most = INITIALS if self._rule.endswith("with-initials") else GIVEN
        rendered = {one: self._render(one, chosen[one]._replace(givens=())) for one in cited}
        alike: dict[str, set[Name]] = {}
        for shown in rendered.values():
            for each in shown.lists:
                last = 1 if primary else each.shown
                for words, name in zip(self._forms(each), each.people[:last], strict=False):
                    alike.setdefault(words, set()).add(_one_spelling(name))
        out = {}
        for one in cited if wanted is None else wanted:
            givens = tuple(
                tuple(
                    _level(name, index, each.form, alike, most) if not (primary and index) else 0
                    for index, name in enumerate(each.people[: each.shown])
                )
                for each in rendered[one].lists
            )
            out[one] = chosen[one]._replace(givens=givens)
        return out

    def _forms(self, each: NameList) -> list[str]:
        """Return how the names of a list look without given names; the list outlives this."""
        if id(each) not in self._bare_forms:
            shown = enumerate(each.people[: each.shown])
            self._bare_forms[id(each)] = [_words(name, at, each.form, 0) for at, name in shown]
        return self._bare_forms[id(each)]


def _expanded(config: Disambiguators, shown: int, least: int) -> Iterator[Disambiguators]:
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


def _words(name: Name, index: int, form: NameFormat, level: int) -> str:
    return plain_text(render_name(name, index, form, level))


def _one_spelling(name: Name) -> Name:
    """Return a name with its initials together: ``K. M.`` and ``K.M.`` are one person's."""
    parts = name.given.split()
    if len(parts) > 1 and all(part.endswith(".") and len(part) == _INITIAL for part in parts):
        return name._replace(given="".join(parts))
    return name


def _level(
    name: Name, index: int, form: NameFormat, alike: Mapping[str, set[Name]], most: int
) -> int:
    """Return how much of a given name tells it from all that look like it."""
    others = alike.get(_words(name, index, form, 0), set()) - {_one_spelling(name)}
    if not others:
        return 0
    for level in range(INITIALS if form.initialize_with is not None else GIVEN, most + 1):
        mine = _words(name, index, form, level)
        if level == INITIALS and any(_first_letters(one) == _first_letters(name) for one in others):
            # "Wm. T." tells nobody from "Warren T.", whose initials are the same.
            continue
        if all(_words(other, index, form, level) != mine for other in others):
            return level
    return 0


def _first_letters(name: Name) -> tuple[str, str, str]:
    """Return a name with its given names as first letters."""
    given = name.given.replace(".", " ").replace("-", " ").split()
    return name.non_dropping, name.family, "".join(part[0] for part in given)


def letters(number: int) -> str:
    """Return the letters for a number from 0 on: a to z, then aa, ab and so on."""
    out = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        out = chr(ord("a") + rest) + out
    return out
