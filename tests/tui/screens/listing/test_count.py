"""What a list counts beside its query is read whole, however fast one count follows another."""

from __future__ import annotations

from textual.app import App, ComposeResult

from postil.tui.screens.listing.frame import Count


class Counting(App[None]):
    CSS = "Count { width: auto; height: 1; }"

    def compose(self) -> ComposeResult:
        yield Count()


async def test_a_count_that_follows_before_the_last_was_laid_out_has_its_room() -> None:
    async with Counting().run_test(size=(80, 24)) as pilot:
        count = pilot.app.query_one(Count)
        count.say("sentences: 127 of 127 ticked")
        await pilot.pause()
        count.say("2")
        count.say("sentences: 27 of 27 ticked")
        await pilot.pause()
        assert count.outer_size.width > len("sentences: 27 of 27 ticked")
