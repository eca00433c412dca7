from __future__ import annotations

import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from postil.store.disk.clock import Clock
from postil.store.ledger.ledger_format import alive
from postil.store.merge.crdt import joined
from postil.store.records.version_vectors import deleted, written
from postil.store.types import Doc
from tests.support.examples import examples

NAMES = ("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc")
ANCHOR: Doc = {"quote": "q", "prefix": "", "suffix": "", "start": 1, "end": 2, "digest": "d"}


def of(docs: Iterable[Doc]) -> Doc:
    return reduce(lambda one, other: joined("notes", one, other), docs)


@dataclass
class Machine:
    """A device with one record in its ledger, and copies of what the others had."""

    name: str
    now: int = 1_700_000_000_000
    own: Doc = field(default_factory=dict)
    others: dict[str, Doc] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.clock = Clock(self.name, lambda: self.now)

    def merged(self) -> Doc:
        held = [doc for doc in (self.own, *self.others.values()) if doc]
        return of(held) if held else {}

    def tick(self) -> str:
        for doc in (self.own, *self.others.values()):
            self.clock.observe(str(doc.get("modified", "")))
        return self.clock.tick()

    def write(self, **fields: object) -> None:
        held = self.merged()
        new = {"also": [], **{k: v for k, v in held.items() if k in BARE}, **fields}
        if "also" not in fields and held.get("also"):
            new["also"] = held["also"]
        self.own = written("notes", held, new, self.tick)

    def delete(self) -> None:
        if held := self.merged():
            self.own = deleted("notes", held, self.tick())

    def learn(self, other: Machine) -> None:
        if other.own:
            self.others[other.name] = other.own


BARE = ("id", "colour", "tags", "body", *ANCHOR)


def made(name: str = NAMES[0], **fields: object) -> Machine:
    machine = Machine(name)
    start: Doc = {"id": "n", "colour": "yellow", "tags": [], "body": "", **ANCHOR}
    machine.write(**{**start, **fields})
    return machine


def second(first: Machine, name: str = NAMES[1]) -> Machine:
    other = Machine(name)
    other.learn(first)
    return other


def both(one: Machine, other: Machine) -> Doc:
    assert joined("notes", one.own, other.own) == joined("notes", other.own, one.own)
    return joined("notes", one.own, other.own)


def in_conflict() -> tuple[Machine, Machine]:
    """Return two machines that have edited a text apart, the second one later."""
    one = made(body="was")
    two = second(one)
    one.write(body="mine")
    two.now += 9
    two.write(body="theirs")
    return one, two


def test_newest_wins_by_field() -> None:
    one = made()
    two = second(one)
    one.write(colour="green")
    two.now += 50
    two.write(tags=["routes"])
    merged = both(one, two)
    assert (merged["colour"], merged["tags"]) == ("green", ["routes"])
    two.write(colour="blue")
    assert both(one, two)["colour"] == "blue"


def test_a_clock_that_is_behind_does_not_lose_what_follows() -> None:
    one = made()
    one.now += 10_000_000
    one.write(colour="green")
    two = second(one)
    two.write(colour="blue")
    assert both(one, two)["colour"] == "blue"


def test_tags_merge_as_sets() -> None:
    one = made(tags=["a", "b", "c"])
    two = second(one)
    one.write(tags=["b", "c", "new"])
    two.now += 9
    two.write(tags=["a", "b", "other"])
    assert set(both(one, two)["tags"]) == {"b", "new", "other"}  # type: ignore[call-overload]


def test_tags_stand_in_the_order_in_which_they_came() -> None:
    one = made(tags=["zebra"])
    two = second(one)
    two.now += 9
    two.write(tags=["zebra", "apple"])
    one.now += 99
    one.write(tags=["zebra", "mouse"])
    assert both(one, two)["tags"] == ["zebra", "apple", "mouse"]


def test_of_one_moment_what_is_there_holds_against_what_went() -> None:
    moment = Clock(NAMES[0]).tick()
    there: Doc = {"id": "a", "metadata": {"title": "One"}, "modified": moment}
    gone: Doc = {**there, "metadata": {}, "clock": {"": moment, "metadata/title": moment}}
    for one, other in ((there, gone), (gone, there)):
        assert joined("articles", one, other)["metadata"] == {"title": "One"}


def test_a_text_edited_on_both_sides_keeps_both() -> None:
    one, two = in_conflict()
    merged = both(one, two)
    assert merged["body"] == "theirs"
    assert [text for _, text in merged["also"]] == ["mine"]  # type: ignore[attr-defined]


def test_who_knew_of_a_text_replaces_it() -> None:
    one = made(body="was")
    one.write(body="mine")
    two = second(one)
    two.write(body="theirs")
    two.write(body="theirs again")
    merged = both(one, two)
    assert merged["body"] == "theirs again"
    assert "also" not in merged


def test_a_resolved_conflict_stays_resolved() -> None:
    one, two = in_conflict()
    one.learn(two)
    one.write(body="both of it", also=[])
    merged = both(one, two)
    assert merged["body"] == "both of it"
    assert "also" not in merged
    three = Machine(NAMES[2])
    three.learn(two)
    three.learn(one)
    three.write(colour="pink")
    assert "also" not in of([three.own, two.own, one.own])


def test_a_conflict_that_undo_opens_again_is_one_everywhere() -> None:
    one, two = in_conflict()
    one.learn(two)
    before = one.merged()
    one.write(body="both of it", also=[])
    two.learn(one)
    two.write(colour="blue")
    one.learn(two)
    one.write(body=before["body"], also=before["also"])
    merged = both(one, two)
    assert merged["body"] == "theirs"
    assert [text for _, text in merged["also"]] == ["mine"]  # type: ignore[attr-defined]


def test_an_edit_beats_a_deletion_that_did_not_know_of_it() -> None:
    one = made(body="was")
    two = second(one)
    two.write(body="more")
    one.now += 50
    one.delete()
    merged = both(one, two)
    assert alive(merged)
    assert merged["body"] == "more"


def test_a_deletion_that_knew_of_everything_holds() -> None:
    one = made(body="was")
    two = second(one)
    two.write(body="more")
    one.learn(two)
    one.delete()
    assert not alive(both(one, two))
    two.learn(one)
    two.write(body="more")
    assert alive(both(one, two))


def test_a_bare_tombstone_knew_of_all_before_it() -> None:
    one = made()
    two = second(one)
    two.now += 50
    bare: Doc = {"id": "n", "deleted": True, "modified": two.tick()}
    assert not alive(joined("notes", one.own, bare))
    two.now += 50
    two.write(body="later")
    assert alive(joined("notes", two.own, bare))


def test_unknown_fields_are_carried_along() -> None:
    one = made()
    one.own["stars"] = 3
    two = second(one)
    two.write(colour="blue")
    assert both(one, two)["stars"] == 3


def test_corrections_and_paths_merge_by_item() -> None:
    clock = Clock(NAMES[0], lambda: 5)
    base = written(
        "articles",
        {},
        {"id": "a", "paths": {"x": "/a"}, "corrections": [], "digests": ["1"]},
        clock.tick,
    )
    mine = written("articles", base, {**base, "paths": {"x": "/a", "y": "/b"}}, clock.tick)
    entry: Doc = {"evidence": "[Source: x]", "source": None}
    theirs = written(
        "articles",
        base,
        {**base, "paths": {}, "corrections": [entry], "digests": ["1", "2"]},
        clock.tick,
    )
    merged = joined("articles", mine, theirs)
    assert merged["paths"] == {"y": "/b"}
    assert merged["corrections"] == [entry]
    assert merged["digests"] == ["1", "2"]


def play(seed: int, steps: int = 14) -> list[Machine]:
    """Let three machines edit one record, and now and then read one another."""
    rng = random.Random(seed)
    machines = [made(body="was", tags=["a"]), *(Machine(name) for name in NAMES[1:])]
    for _ in range(steps):
        machine = rng.choice(machines)
        machine.now += rng.randrange(40)
        if rng.random() < 0.45 or not machine.merged():
            machine.learn(rng.choice(machines))
            continue
        match rng.randrange(6):
            case 0:
                machine.write(body=f"text {rng.randrange(99)}")
            case 1:
                machine.write(colour=rng.choice(("green", "blue", "pink")))
            case 2:
                machine.write(tags=rng.sample(["a", "b", "c", "d"], rng.randrange(4)))
            case 3:
                machine.delete()
            case 4:
                machine.write(also=[])
            case _:
                machine.write(start=rng.randrange(9), quote=rng.choice("xyz"))
    return [machine for machine in machines if machine.own]


@pytest.mark.parametrize("seed", range(60))
def test_the_join_is_one_of_a_semilattice(seed: int) -> None:
    docs = [machine.own for machine in play(seed)]
    docs += [machine.merged() for machine in play(seed)]
    whole = of(docs)
    for one, other in itertools.product(docs, repeat=2):
        assert joined("notes", one, other) == joined("notes", other, one)
        assert joined("notes", one, joined("notes", one, other)) == joined("notes", one, other)
    for one, other, third in itertools.permutations(docs[:5], 3):
        left = joined("notes", joined("notes", one, other), third)
        assert left == joined("notes", one, joined("notes", other, third))
    random.Random(seed).shuffle(docs)
    assert of(docs) == whole
    assert of([*docs, whole]) == whole


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 5) | st.sampled_from(["", "x", "a" * 10]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=6,
)
STAMPS = st.builds(
    lambda ms, name: Clock(name, lambda: ms).tick(), st.integers(0, 3), st.sampled_from(NAMES)
)
NAMED = st.sampled_from(
    ["modified", "clock", "seen", "also", "gone", "deleted", "tags", "body", "quote", "id", "zebra"]
)


@given(
    *[st.dictionaries(NAMED, JSON | STAMPS | st.lists(st.tuples(STAMPS, st.text()).map(list)))] * 2
)
@examples(1, HealthCheck.too_slow)
def test_whatever_a_file_says_joins_in_either_order(one: Doc, other: Doc) -> None:
    merged = joined("notes", one, other)
    assert merged == joined("notes", other, one)
    texts = {doc["body"] for doc in (one, other) if isinstance(doc.get("body"), str)}
    assert not texts or isinstance(merged["body"], str)


@pytest.mark.parametrize("seed", range(60))
def test_only_a_text_that_its_successor_knew_is_replaced(seed: int) -> None:
    rng = random.Random(seed)
    one = made(body="0")
    machines = [one, second(one), second(one, NAMES[2])]
    behind: dict[str, set[str]] = {"0": set()}
    known = {machine.name: {"0"} for machine in machines}
    told = {one.name: {"0"}}
    for step in range(1, 12):
        machine = rng.choice(machines)
        machine.now += rng.randrange(3)
        if rng.random() < 0.5:
            other = rng.choice(machines)
            machine.learn(other)
            known[machine.name] |= told.get(other.name, set())
        else:
            behind[str(step)] = set(known[machine.name])
            machine.write(body=str(step), also=[])
            known[machine.name].add(str(step))
            told[machine.name] = set(known[machine.name])
    merged = of([machine.own for machine in machines if machine.own])
    replaced = {text for texts in behind.values() for text in texts}
    kept = {text for _, text in merged.get("also", [])}  # type: ignore[attr-defined]
    assert {merged["body"], *kept} == behind.keys() - replaced
