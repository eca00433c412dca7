"""A place in another article is gone to with a note, or with none."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.message import Message

from postil.tui.screens.reader.screen import ReaderScreen
from tests.journeys.driving import reading


async def test_who_names_no_note_goes_to_the_place_alone(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So does a mark; the list of notes names the one that was chosen."""
    found: list[ReaderScreen.Elsewhere] = []
    post = ReaderScreen.post_message

    def noted(screen: ReaderScreen, message: Message) -> bool:
        if isinstance(message, ReaderScreen.Elsewhere):
            found.append(message)
            return True
        return post(screen, message)

    async with reading(harbour) as s:
        monkeypatch.setattr(ReaderScreen, "post_message", noted)
        other = harbour.with_name("ferries.md")
        s.reader.go_elsewhere(other, None)
        s.reader.go_elsewhere(other, None, "the id of a note")
    assert [(one.path, one.note) for one in found] == [(other, ""), (other, "the id of a note")]
