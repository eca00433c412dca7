"""Finding in the article, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.driving import Session, reading


def found(s: Session) -> str:
    """Return the words of the match that is shown."""
    assert s.page.overlays.match_now is not None
    return s.page.viewport.words(s.page.overlays.match_now)


async def test_words_are_found_as_they_are_typed_and_esc_returns(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "]")
        before = s.page.viewport.top_offset()
        await s.press("/")
        await s.type("bre")
        assert "2/4" in s.seen()
        await s.type("ad")
        assert "2/4" in s.seen()
        assert found(s) == "bread"
        await s.press("down")
        assert "3/4" in s.seen()
        await s.press("up", "up")
        assert "1/4" in s.seen()
        await s.press("escape")
        assert s.page.viewport.top_offset() == before
        assert s.page.overlays.matches is None
        assert s.page.has_focus


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("FROM THEIR DECKS TO WHOEVER", "from their decks to whoever"),
        ("the cafe by", "The café by"),
        ("zoe", "Zoë"),
        ("open - its owner", "open – its owner"),
        ('"nobody had', "“Nobody had"),
        ("she'd planned", "She’d planned"),
        ("'a floor of glass'", "‘a floor of glass’"),
    ],
)
async def test_case_accents_quotes_dashes_and_line_ends_do_not_matter(
    harbour: Path, typed: str, words: str
) -> None:
    async with reading(harbour) as s:
        await s.find(typed)
        assert found(s) == words
        assert s.page.overlays.match_now is not None
        at = s.page.viewport.row_on_screen(s.page.overlays.match_now.start)
        assert 0 <= at < s.page.viewport.rows_on_screen


async def test_kept_matches_are_stepped_through_round_the_ends(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.find("bread")
        assert "match 1/4  " in s.status()
        await s.press("n")
        assert "2/4" in s.status()
        await s.press("2", "n")
        assert "4/4" in s.status()
        assert not s.app.said
        await s.press("n")
        assert "1/4" in s.status()
        assert s.said == "1/4: past the end, on from the beginning."
        await s.press("N")
        assert "4/4" in s.status()
        assert s.said == "4/4: past the beginning, on from the end."
        await s.press("escape")
        assert s.page.overlays.matches is None
        await s.press("n")
        matches = s.page.overlays.matches
        assert matches is not None
        assert len(matches) == 4, "Esc puts the matches away, not what was looked for"
        assert "match " in s.status()


async def test_n_and_its_count_go_on_after_esc_has_put_the_matches_away(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.find("bread")
        for keys, shown in (("n", "2/4"), ("2n", "4/4"), ("N", "3/4"), ("2N", "1/4"), ("N", "4/4")):
            await s.press("escape")
            assert s.page.overlays.matches is None
            await s.press(*keys)
            assert f"match {shown}" in s.status(), keys
        assert s.said == "4/4: past the beginning, on from the end."
        await s.press("escape", "H")
        assert "match" not in s.status()
        await s.press("escape", "n")
        assert "match 1/4" in s.status()


async def test_leaving_a_search_shows_the_match_before_it_and_moves_nothing(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.find("bread")
        await s.press("n", "G")
        place = s.page.paragraph.here()
        await s.press("/")
        await s.type("sledge")
        await s.press("escape")
        assert "match 2/4" in s.status()
        assert s.page.paragraph.here() == place


async def test_a_search_that_is_left_brings_the_one_before_it_back(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.find("bread")
        await s.press("/")
        await s.type("sledge")
        await s.press("escape")
        assert s.page.overlays.matches is not None
        assert len(s.page.overlays.matches) == 4
        await s.press("n")
        assert found(s).casefold() == "bread"


async def test_an_empty_bar_repeats_what_was_found_last(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.find("sledge")
        await s.press("escape", "/")
        for _ in range(6):
            await s.press("backspace")
        await s.press("enter")
        assert s.page.overlays.matches is not None
        assert len(s.page.overlays.matches) == 2


async def test_nothing_found_is_said_and_moves_nothing(harbour: Path) -> None:
    async with reading(harbour) as s:
        before = s.page.viewport.top_offset()
        await s.press("/")
        await s.type("brea")
        await s.type("zzz")
        assert "no match" in s.seen()
        assert s.page.viewport.top_offset() == before
        await s.press("enter")
        assert s.page.has_focus
        assert s.page.overlays.matches is None


async def test_a_pattern_is_found_when_ctrl_t_asks_for_it(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("/")
        await s.type(r"\bw\w+s\b")
        assert "no match" in s.seen()
        await s.press("ctrl+t")
        assert "regex /" in s.seen()
        assert found(s) == "winters"
        await s.press("enter", "n")
        assert found(s) == "was"


async def test_each_search_begins_with_plain_words(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("/", "ctrl+t")
        await s.type("nin.")
        await s.press("enter", "/")
        assert "regex /" not in s.seen()
        await s.type("town.")
        assert "1/1" in s.seen(), "as a pattern it would be found twice"
        await s.press("escape", "/", "ctrl+t")
        assert "regex /" in s.seen()


async def test_a_pattern_that_cannot_be_read_says_so_in_the_bar(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("/", "ctrl+t")
        await s.type("(ice")
        bar = s.reader.parts.find.bar
        assert bar is not None
        said = bar.query_one("#find-said")
        assert said.has_class("trouble")
        assert "is not closed" in s.seen()
        await s.type(")")
        assert not said.has_class("trouble")
        assert found(s) == "ice"


async def test_a_pattern_that_takes_too_long_says_so_in_the_bar(tmp_path: Path) -> None:
    path = tmp_path / "slow.txt"
    path.write_text("A list of signs\n\n" + "a" * 4000 + "\n", "utf-8")
    async with reading(path) as s:
        s.reader.parts.find.seconds = 0.3
        await s.press("/", "ctrl+t")
        await s.type("(a|aa)+[bc]")
        bar = s.reader.parts.find.bar
        assert bar is not None
        await s.until(lambda: bar.query_one("#find-said").has_class("trouble"), "the trouble")
        assert "it is too slow" in s.seen()
        await s.press("escape")
        assert s.page.has_focus


async def test_a_slow_pattern_goes_on_behind_the_reader_until_another_one_is_typed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "slow.txt"
    path.write_text("A list of signs\n\n" + "a" * 4000 + "\n\nThe end of it.\n", "utf-8")
    async with reading(path) as s:
        s.reader.parts.find.seconds = 600
        await s.press("/", "ctrl+t")
        # What waits for the search to end would wait for ten minutes.
        await s.pilot.press(*"(a|aa)+", "[", "b", "c", "]")
        await s.until(lambda: "looked through" in s.seen(), "how far it has come")
        await s.pilot.press("ctrl+u", *"the")
        await s.until(lambda: "1/1" in s.seen(), "the answer to something else")
        await s.pilot.press("ctrl+u", *"(a|aa)+", "[", "b", "c", "]")
        await s.until(lambda: "looked through" in s.seen(), "how far it has come")
        await s.pilot.press("escape")
        await s.settle()
        assert s.page.has_focus


async def test_a_match_is_never_hidden_under_the_bar(harbour: Path) -> None:
    async with reading(harbour, (60, 12)) as s:
        for words in ("the rod has been lent", "whatever the weather", "How the Harbour"):
            await s.press("/")
            await s.type(words)
            match = s.page.overlays.match_now
            assert match is not None
            assert s.page.viewport.in_sight(match.start)
            assert words.split()[-1] in s.seen().rpartition("/")[0]
            await s.press("enter")


async def test_after_a_find_the_sentence_of_the_match_is_chosen(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.find("paid for itself")
        await s.press("v")
        assert s.chosen == "Within ten years it had paid for itself twice over."
