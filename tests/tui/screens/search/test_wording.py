"""What was found is counted in words."""

from __future__ import annotations

from postil.tui.screens.search.wording import counted


def test_what_was_found_is_counted() -> None:
    assert counted(1, 1, more=False) == "1 hit in 1 article"
    assert counted(1200, 2400, more=True) == "2,400+ hits in 1,200+ articles"
