"""The speed bench in small: wide limits, that only a fault of order breaks."""

from __future__ import annotations

import pytest

from tests.bench.store_speed import figures


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    return dict(figures(tmp_path_factory.mktemp("speed"), 4000, 40, 4))


@pytest.mark.parametrize("what", ["add", "update", "delete"])
def test_a_change_costs_as_little_as_in_a_database(what: str, measured: dict[str, float]) -> None:
    assert measured[f"{what} ledger / sqlite"] < 6
    assert measured[f"{what} default / ledger"] > 3


def test_all_is_read_about_as_fast(measured: dict[str, float]) -> None:
    assert measured["load ledger / sqlite"] < 4


def test_no_step_of_reading_keeps_a_key_waiting(measured: dict[str, float]) -> None:
    assert measured["step p99, of its own ms"] < 10
    assert measured["steps of a refresh"] > 10


def test_an_article_s_notes_are_found_without_reading_the_rest(
    measured: dict[str, float],
) -> None:
    assert measured["prescan ms"] < 100
    assert measured["prescan notes"] >= 50
