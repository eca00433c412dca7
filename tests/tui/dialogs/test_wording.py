"""All words of a quotation that is worded anew are in sight."""

from __future__ import annotations

import pytest

from postil.errors import BadRequest
from postil.tui.dialogs.wording import WordingEditor
from tests.tui.host import NARROW, WIDE, press, seen, showing

WORDS = " ".join(f"word{number}" for number in range(40))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80", "wide"])
async def test_a_long_quotation_is_wrapped_and_not_cut(size: tuple[int, int]) -> None:
    async with showing(WordingEditor(WORDS, lambda words: "marked"), size) as (host, _):
        shown = seen(host)
        assert "word0 " in shown
        assert "word39" in shown


async def test_what_is_marked_is_shown_below_and_trouble_in_its_place() -> None:
    def marked(words: str) -> str:
        if "!" in words:
            raise BadRequest("the wording", "nothing of the passage is left", "keep some words")
        return f"marked: {words}"

    async with showing(WordingEditor("One goes", marked), NARROW) as (host, pilot):
        await press(pilot, "!")
        assert "nothing of the passage is left" in seen(host)
        await press(pilot, "backspace")
        assert "nothing of the passage is left" not in seen(host)
        assert "marked: One goes" in seen(host)
        await press(pilot, "ctrl+s")
        assert host.answer == "One goes"
