"""Value types behave as the standard library's dataclasses, which type checkers take them for."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
import subprocess
import sys
import types
import typing
from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.model import values
from tests.support import house


@values.dataclass(frozen=True, slots=True, order=True)
class Quick:
    """A value of every kind of field."""

    start: int
    name: str = "none"
    tags: tuple[str, ...] = values.field(default=(), repr=False)
    made: list[int] = values.field(default_factory=list)
    limit: ClassVar[int] = 9

    def __post_init__(self) -> None:
        if self.start > self.limit:
            raise ValueError("it is too large")


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Slow:
    """The same, as the standard library makes it."""

    start: int
    name: str = "none"
    tags: tuple[str, ...] = dataclasses.field(default=(), repr=False)
    made: list[int] = dataclasses.field(default_factory=list)
    limit: ClassVar[int] = 9

    def __post_init__(self) -> None:
        if self.start > self.limit:
            raise ValueError("it is too large")


@values.dataclass(slots=True)
class Changing:
    """A value whose fields may be set."""

    count: int = 0


@values.dataclass(frozen=True, slots=True)
class Key:
    """A value of values that are keys."""

    word: str


@values.dataclass(frozen=True)
class Remembering:
    """A value without slots, so that it may keep what it has found out."""

    count: int
    made: list[int] = values.field(default_factory=list)

    @cached_property
    def twice(self) -> int:
        """Twice the count, reckoned once."""
        self.made.append(self.count)
        return self.count * 2


class Row(values.NamedTuple):
    """A named tuple with a default, a method and a property."""

    start: int
    name: str = "none"
    tags: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + self.size()

    def size(self) -> int:
        """How long it is."""
        return len(self.name)


class SlowRow(typing.NamedTuple):
    """The same fields, as the standard library makes them."""

    start: int
    name: str = "none"
    tags: tuple[str, ...] = ()


class FurtherRow(Row):
    """A class that inherits the fields of a named tuple."""


def outcome(make: Callable[..., Any], *given: object, **named: object) -> object:
    """Return what a call makes, told as words, or the kind of error that it ends in."""
    try:
        value = make(*given, **named)
    except (TypeError, ValueError) as error:
        return type(error)
    fields = {one.name: getattr(value, one.name) for one in values.fields(Quick)}
    return fields, repr(value).replace("Slow", "Quick")


numbers = st.integers(0, 12)
GIVEN = st.lists(numbers | st.text(max_size=2) | st.just(()), max_size=5).map(tuple)
NAMED = st.dictionaries(st.sampled_from(["start", "name", "tags", "made", "other"]), numbers)


@given(GIVEN, NAMED)
def test_a_value_is_made_as_by_the_standard_library(
    arguments: tuple[object, ...], named: dict[str, object]
) -> None:
    if arguments and not isinstance(arguments[0], int):
        arguments = (1, *arguments[1:])
    assert outcome(Quick, *arguments, **named) == outcome(Slow, *arguments, **named)


@given(numbers, numbers, st.sampled_from(["a", "b"]), st.sampled_from(["a", "b"]))
def test_values_compare_as_those_of_the_standard_library(
    one: int, other: int, name: str, its: str
) -> None:
    quick, second = Quick(one % 10, name), Quick(other % 10, its)
    slow, its_second = Slow(one % 10, name), Slow(other % 10, its)
    assert (quick == second) == (slow == its_second)
    assert (quick < second) == (slow < its_second)
    assert (quick <= second) == (slow <= its_second)
    assert (quick > second) == (slow > its_second)
    assert (quick >= second) == (slow >= its_second)


def test_a_frozen_value_can_be_a_key_and_a_changing_one_cannot() -> None:
    assert {Key("a"): 1}[Key("a")] == 1
    assert hash(Key("a")) == hash(Key("a"))
    with pytest.raises(TypeError, match="unhashable"):
        hash(Changing())


@pytest.mark.parametrize("value", [Quick(1), Remembering(1)], ids=["slots", "no slots"])
def test_a_frozen_value_refuses_to_be_changed(value: Quick | Remembering) -> None:
    name = "start" if isinstance(value, Quick) else "count"
    with pytest.raises(values.FrozenInstanceError, match=name):
        setattr(value, name, 2)
    with pytest.raises(values.FrozenInstanceError, match=name):
        delattr(value, name)
    assert getattr(value, name) == 1


def test_what_is_not_frozen_changes_and_has_no_other_attributes() -> None:
    value = Changing()
    value.count += 1
    assert value == Changing(1)
    with pytest.raises(AttributeError):
        value.total = 1  # type: ignore[attr-defined]


def test_a_factory_makes_a_new_value_for_each() -> None:
    assert Quick(1).made is not Quick(1).made


def test_a_value_without_slots_keeps_what_it_has_found_out() -> None:
    value = Remembering(2)
    assert (value.twice, value.twice, value.made) == (4, 4, [2])


def test_replace_changes_some_fields_and_checks_the_rest() -> None:
    assert values.replace(Quick(1, "a"), start=2) == Quick(2, "a")
    with pytest.raises(ValueError, match="too large"):
        values.replace(Quick(1), start=10)
    with pytest.raises(TypeError):
        values.replace(Quick(1), other=2)  # type: ignore[call-arg]


def test_a_value_can_be_copied_and_sent_to_another_process() -> None:
    for value in (Quick(1, "a", ("b",), [2]), Changing(3), Remembering(4)):
        assert copy.copy(value) == copy.deepcopy(value) == value
        assert pickle.loads(pickle.dumps(value)) == value


def test_the_fields_can_be_matched_in_their_order() -> None:
    match Quick(1, "a"):
        case Quick(start, name):
            assert (start, name) == (1, "a")
        case _:
            pytest.fail("a value does not match its own fields")


def test_fields_that_would_be_inherited_are_refused() -> None:
    with pytest.raises(TypeError, match="inherits fields"):
        values.dataclass(frozen=True)(type("Further", (Remembering,), {"__annotations__": {}}))


def row(make: Callable[..., Any], *given: object, **named: object) -> object:
    """Return what a call makes, as plain values and as words, or the kind of error it ends in."""
    try:
        made = make(*given, **named)
    except TypeError:
        return TypeError
    fields = [getattr(made, name) for name in ("start", "name", "tags")]
    return tuple(made), fields, repr(made).replace("SlowRow", "Row"), len(made), hash(made)


@given(GIVEN, NAMED)
def test_a_named_tuple_is_made_as_by_the_standard_library(
    arguments: tuple[object, ...], named: dict[str, object]
) -> None:
    assert row(Row, *arguments, **named) == row(SlowRow, *arguments, **named)


def test_a_named_tuple_is_a_tuple_with_methods() -> None:
    made = Row(2, "abc")
    assert tuple(made) == (2, "abc", ())
    assert {made, Row(start=2, name="abc")} == {(2, "abc", ())}
    assert (made.size(), made.end, Row._fields) == (3, 5, ("start", "name", "tags"))
    start, name, _ = made
    assert (start, name) == (2, "abc")
    with pytest.raises(AttributeError):
        made.start = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        made.other = 3  # type: ignore[attr-defined]
    match made:
        case Row(start, name):
            assert (start, name) == (2, "abc")


def test_a_named_tuple_can_be_replaced_copied_and_sent_to_another_process() -> None:
    assert Row(1)._replace(name="a") == Row(1, "a")
    assert type(Row(1)._replace(name="a")) is Row
    assert Row(1, "a")._asdict() == {"start": 1, "name": "a", "tags": ()}
    assert repr(Row._make([1, "a", ()])) == repr(Row(1, "a"))
    with pytest.raises(TypeError, match="has 3 fields, not 2"):
        Row._make([1, "a"])
    with pytest.raises(TypeError, match="no field other"):
        Row(1)._replace(other=2)  # type: ignore[call-arg]
    for value in (Row(1, "a", ("b",)), FurtherRow(1, "a")):
        for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
            assert (again, type(again), repr(again)) == (value, type(value), repr(value))


def test_a_class_may_inherit_the_fields_of_a_named_tuple() -> None:
    class First(FurtherRow):
        """Made before any value of those above it."""

    assert First(1, tags=("a",)) == (1, "none", ("a",))
    assert repr(First(1)) == "First(start=1, name='none', tags=())"


def test_a_named_tuple_of_too_many_fields_is_refused() -> None:
    with pytest.raises(TypeError, match="more than 12 fields"):
        types.new_class(
            *("Wide", (values.NamedTuple,), None),
            lambda told: told.update(__annotations__=dict.fromkeys("abcdefghijklm", "int")),
        )


def test_no_room_makes_its_named_tuples_by_the_standard_library() -> None:
    """That takes ten times as long, while a command starts; a screen is loaded behind the first."""
    taking = {
        house.dotted(path)
        for path in house.SRC.rglob("*.py")
        if "NamedTuple" in (text := path.read_text("utf-8"))
        and re.search(r"(?m)^from typing import .*NamedTuple", text)
    }
    assert {name.split(".")[1] for name in taking} <= {"csl", "tui"}


def test_no_room_loads_the_standard_librarys_own() -> None:
    """A processor of citation styles knows nothing of Postil; a theme is a value of Textual's."""
    loading = {
        house.dotted(path)
        for path in house.SRC.rglob("*.py")
        if any(name == "dataclasses" for _, name in house.imports(path))
    }
    others = {"postil.model.values", "postil.tui.theme"}
    assert {name for name in loading if not name.startswith("postil.csl.")} == others


@pytest.mark.parametrize("often", range(2, 10))
def test_tuples_are_read_whenever_garbage_is_looked_for(often: int) -> None:
    code = (
        f"import gc; gc.collect(); gc.freeze(); gc.set_threshold({often}, 1, 1)\n"
        "from postil.model import values\n"
        "assert None not in values._READERS"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
