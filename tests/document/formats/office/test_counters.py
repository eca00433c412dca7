"""Numbers of items are written as their levels say."""

from __future__ import annotations

from postil.document.formats.office.counters import Counter, ListLevel


def test_levels_count_restart_and_name_those_above() -> None:
    counter = Counter(
        {
            0: ListLevel("I", "%1"),
            1: ListLevel("1", "%1.%2)", start=4),
            2: ListLevel("a", "%3", restarts=False),
        }
    )
    found = [counter.marker(level) for level in (0, 1, 1, 2, 0, 1, 2)]
    assert found == ["I", "I.4)", "I.5)", "a", "II", "II.4)", "b"]


def test_a_level_may_write_all_numbers_alike() -> None:
    counter = Counter({0: ListLevel("I", "%1"), 1: ListLevel("1", "%1.%2", decimal=True)})
    assert [counter.marker(0), counter.marker(1)] == ["I", "1.1"]


def test_an_item_may_say_its_number_and_a_level_have_none() -> None:
    counter = Counter({0: ListLevel("01", "%1."), 1: ListLevel("", "•")})
    assert [counter.marker(0, 9), counter.marker(0), counter.marker(1)] == ["09.", "10.", "•"]
    assert counter.marker(8) == "1.", "a level that is not described counts plainly"


def test_numbers_stay_within_bounds() -> None:
    counter = Counter({0: ListLevel("a", "%1" * 40, start=10**12)})
    assert len(counter.marker(0)) <= 40
