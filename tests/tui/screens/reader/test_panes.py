"""The panes: beside the page where there is room, below it when asked, away otherwise."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from postil.tui.screens.reader.panes import Panes
from postil.tui.startup.layout import MARGIN_FROM, OUTLINE_FROM
from tests.tui.screens.reader.acting import ActingStage

NARROW, MIDDLE, WIDE = OUTLINE_FROM - 1, OUTLINE_FROM, MARGIN_FROM


class Pane:
    """A pane that keeps how it stands."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.display = False
        self.below = False
        self.has_focus = False
        self.filtering = False
        self.wanted_width = 20
        self.wanted_height = 5
        self.styles = SimpleNamespace(width=0, height=0)
        self.stepped = 0

    def set_class(self, below: bool, name: str) -> None:
        assert name == "-below"
        self.below = below

    def has_class(self, name: str) -> bool:
        return self.below

    def focus(self) -> None:
        self.has_focus, self._page.has_focus = True, False

    def filter(self) -> None:
        self.filtering = True
        self.focus()

    def leave(self) -> None:
        self.filtering = self.has_focus = False

    def layout_notes(self) -> None:
        pass

    def action_step(self, by: int) -> None:
        self.stepped += by

    @property
    def stands(self) -> str:
        return ("below" if self.below else "beside") if self.display else "away"


@pytest.fixture
def both(stage: ActingStage) -> tuple[Any, Any]:
    """Return an outline and a margin."""
    stage.page.viewport.measure, stage.page.viewport.beside = 72, (0, 0)
    return Pane(stage.page), Pane(stage.page)


@pytest.fixture
def panes(stage: ActingStage, both: tuple[Any, Any]) -> Panes:
    return Panes(stage, *both)


@pytest.mark.parametrize(
    ("width", "stands"),
    [(NARROW, ["away"] * 2), (MIDDLE, ["beside", "away"]), (WIDE, ["beside"] * 2)],
)
def test_panes_stand_where_there_is_room(
    stage: ActingStage, panes: Panes, both: tuple[Any, Any], width: int, stands: list[str]
) -> None:
    stage.width = width
    panes.show()
    assert [pane.stands for pane in both] == stands


def test_an_outline_that_is_asked_for_stands_below_a_narrow_page_until_it_is_left(
    stage: ActingStage, panes: Panes, both: tuple[Any, Any]
) -> None:
    stage.width = NARROW
    outline, _ = both
    panes.toggle_outline()
    assert (outline.stands, outline.filtering) == ("below", True)
    panes.leave()
    assert (outline.stands, outline.filtering, stage.page.has_focus) == ("away", False, True)


def test_from_the_page_an_outline_that_was_asked_for_is_hidden(
    stage: ActingStage, panes: Panes, both: tuple[Any, Any]
) -> None:
    stage.width = WIDE
    outline, _ = both
    panes.show()
    panes.toggle_outline()
    assert outline.filtering, "the first time it is filtered"
    panes.leave()
    panes.toggle_outline()
    assert outline.stands == "away"
    panes.toggle_outline()
    assert (outline.stands, outline.filtering) == ("beside", True)


def test_the_margin_is_gone_to_and_hidden_from_within(
    stage: ActingStage, panes: Panes, both: tuple[Any, Any]
) -> None:
    stage.width = MIDDLE
    outline, margin = both
    panes.toggle_margin()
    assert (outline.stands, margin.stands) == ("away", "beside"), "there is room for one"
    assert (margin.has_focus, margin.stepped) == (True, 1)
    panes.toggle_margin()
    assert (outline.stands, margin.stands) == ("beside", "away")


def test_what_nobody_uses_gives_way_when_it_gets_narrow(
    stage: ActingStage, panes: Panes, both: tuple[Any, Any]
) -> None:
    stage.width = WIDE
    _, margin = both
    panes.toggle_margin()
    stage.width = NARROW
    panes.fit(NARROW)
    assert margin.stands == "below", "it has the focus"
    stage.page.has_focus = True
    panes.fit(NARROW)
    assert margin.stands == "away"


def test_where_there_is_room_for_one_the_one_asked_for_last_stays(
    stage: ActingStage, panes: Panes, both: tuple[Any, Any]
) -> None:
    stage.width = MIDDLE
    panes.toggle_margin()
    panes.toggle_outline()
    assert [pane.stands for pane in both] == ["beside", "away"]
