"""The trail leads through all hits, round its ends, and knows which lie in one article."""

from __future__ import annotations

from pathlib import Path

from postil.library.catalogue.live_search import FoundArticle, Passage
from postil.model.span import Span
from postil.tui.screens.search.trail import HitTrail, Stop, stops


def article(path: Path | None, *starts: int) -> FoundArticle:
    passages = tuple(Passage((Span(at, at + 3),), "ice", "ice", (Span(0, 3),)) for at in starts)
    return FoundArticle(None if path is None else str(path), "Ice", "", "", passages)


def test_a_chosen_hit_is_the_present_one_of_all_that_can_be_gone_to(tmp_path: Path) -> None:
    lost, bare, full = article(None, 1), article(tmp_path / "a"), article(tmp_path / "b", 9, 4)
    found, at = stops([lost, bare, full], full, 1)
    assert at == 2
    assert [(one.path, one.start) for one in found] == [
        (str(tmp_path / "a"), None),
        (str(tmp_path / "b"), 9),
        (str(tmp_path / "b"), 4),
    ]
    trail = HitTrail()
    trail.begin(found, at)
    assert [one.start for one in trail.beside()] == [4, 9]


def test_it_goes_round_its_ends_and_says_so(tmp_path: Path) -> None:
    trail = HitTrail()
    trail.begin([Stop(str(tmp_path / name), (), "") for name in "abc"], 1)
    trail.arrived()
    assert not trail.leads_to(tmp_path / "b")
    assert not trail.step(1)
    assert trail.leads_to(tmp_path / "c")
    assert trail.step(1)
    assert trail.leads_to(tmp_path / "a")
    assert trail.step(-2)
    assert trail.at == 1
