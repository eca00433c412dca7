"""The measure: within its bounds, kept for the next time, and as usual again."""

from __future__ import annotations

import pytest

from postil.library.articles import quick_open
from postil.library.articles.quick_open import Appearance
from postil.tui.screens.reader.appearance import AppearanceCommands
from postil.tui.widgets.page.viewport import NARROWEST, WIDEST
from tests.tui.screens.reader.acting import ActingStage


@pytest.fixture
def refitted() -> list[int]:
    """Return the measures for which the page was set."""
    return []


@pytest.fixture
def appearance(stage: ActingStage, refitted: list[int]) -> AppearanceCommands:
    stage.page.viewport.measure = stage.settings.measure
    return AppearanceCommands(
        stage, Appearance(), lambda: refitted.append(stage.page.viewport.measure)
    )


def test_a_measure_is_kept_for_the_next_time(
    stage: ActingStage, appearance: AppearanceCommands, refitted: list[int]
) -> None:
    usual = stage.settings.measure
    appearance.verbs()["look.wider"]()
    assert refitted == [usual + 2]
    assert stage.said == [f"{usual + 2} columns"]
    assert quick_open.appearance(stage.settings.places).measure == usual + 2
    appearance.verbs()["look.default-measure"]()
    assert stage.page.viewport.measure == usual
    assert quick_open.appearance(stage.settings.places).measure is None, "the settings hold again"


@pytest.mark.parametrize(("by", "bound"), [(-2, NARROWEST), (2, WIDEST)])
def test_a_measure_stays_within_its_bounds(
    stage: ActingStage, appearance: AppearanceCommands, by: int, bound: int
) -> None:
    for _ in range(WIDEST):
        appearance.change_measure(by)
    assert stage.page.viewport.measure == bound
