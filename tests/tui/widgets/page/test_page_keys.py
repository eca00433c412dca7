"""The tables of keys: each names a verb that a part knows, and its arguments."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest
from textual.actions import parse
from textual.binding import Binding, BindingType

from postil.tui.screens.reader import hints as reader_hints
from postil.tui.widgets.page import page_keys
from postil.tui.widgets.page.key_sequence import COUNTED, Verb
from tests.tui.widgets.page.fakes import Parts, numbered

PARTS: list[tuple[list[BindingType], Callable[[Parts], dict[str, Verb]]]] = [
    (page_keys.READING, lambda parts: parts.reading.verbs),
    (page_keys.SELECTING, lambda parts: parts.selecting.verbs),
    (page_keys.JOINING, lambda parts: parts.selecting.verbs),
    (page_keys.WAITING, lambda parts: parts.keys.verbs),
]


def spoken(action: str) -> tuple[str, tuple[object, ...]]:
    """Return the verb that an action names and what it is given."""
    _, name, (verb, *arguments) = parse(action)
    assert name == "run"
    assert len(arguments) < 2, "Textual would drop the second"
    return str(verb), tuple(arguments)


@pytest.mark.parametrize("table", range(len(PARTS)))
def test_the_part_of_a_table_knows_its_verbs(table: int) -> None:
    bindings, verbs_of = PARTS[table]
    verbs = verbs_of(Parts(numbered(3)))
    for binding in bindings:
        assert isinstance(binding, Binding)
        verb, arguments = spoken(binding.action)
        inspect.signature(verbs[verb]).bind(*arguments)


def test_every_verb_has_a_key() -> None:
    parts = Parts(numbered(3))
    known = {*parts.reading.verbs, *parts.selecting.verbs, *parts.keys.verbs}
    bound = {spoken(one.action)[0] for one in page_keys.ALL if isinstance(one, Binding)}
    assert bound == known


def test_every_hint_for_the_page_names_a_verb() -> None:
    parts = Parts(numbered(3))
    verbs = {**parts.reading.verbs, **parts.selecting.verbs, **parts.keys.verbs}
    tables = [found for name, found in vars(reader_hints).items() if name.isupper()]
    actions = {offer.action for offers in tables for offer in offers if offer.action}
    ours = [action for action in actions if not action.startswith("screen.")]
    assert len(ours) >= 6
    for action in ours:
        verb, arguments = spoken(action)
        inspect.signature(verbs[verb]).bind(*arguments)


def test_all_tables_are_bound_and_a_count_may_stand_before_every_motion() -> None:
    listed = [binding for table, _ in PARTS for binding in table]
    assert sorted(map(id, page_keys.ALL)) == sorted(map(id, listed))
    ids = {binding.id for binding in page_keys.READING if isinstance(binding, Binding)}
    assert ids <= COUNTED
