"""Finding: from the origin, round either end, and again after the matches were put away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from postil.library.articles.following import Following
from postil.library.base.open_article import OpenArticle
from postil.model.values import replace
from postil.tui.screens.reader.find import FindSession
from postil.tui.screens.reader.position import Navigation
from tests.tui.screens.reader.acting import ActingStage, task


class Bar:
    """A find bar that keeps what was said in it."""

    def __init__(self) -> None:
        self.display = False
        self.regex = False
        self.box = SimpleNamespace(value="", has_focus=False)
        self.screen = self
        self.said = ""
        self.trouble = False

    def set_focus(self, box: Any) -> None:
        box.has_focus = True

    def say(self, text: str, trouble: bool = False) -> None:
        self.said, self.trouble = text, trouble


@pytest.fixture
def bar() -> Bar:
    return Bar()


@pytest.fixture
def line() -> Any:
    return SimpleNamespace(display=True)


@pytest.fixture
def find(stage: ActingStage, position: Navigation, bar: Any, line: Any) -> FindSession:
    async def make() -> Any:
        return bar

    return FindSession(stage, position, task(), line, make)


async def found(find: FindSession, words: str) -> None:
    """Look for words and keep the matches."""
    await find.open()
    find.look_for(words, False)
    find.keep(words)


async def test_the_bar_stands_where_the_status_line_was(
    find: FindSession, bar: Bar, line: Any
) -> None:
    await find.open()
    assert (bar.display, line.display, find.typing) == (True, False, True)
    find.look_for("bread", False)
    assert bar.said == "1/4"
    find.keep("bread")
    assert (bar.display, line.display) == (False, True)
    assert find.fact() == "match 1/4"


async def test_the_first_match_is_the_one_after_where_the_search_began(
    find: FindSession, stage: ActingStage
) -> None:
    start = stage.article.text.index("The ice came again")
    stage.page.top = stage.page.current = stage.article.block_at(start)
    await found(find, "bread")
    assert find.fact() == "match 2/4"


async def test_it_goes_round_either_end_and_says_so(find: FindSession, stage: ActingStage) -> None:
    await found(find, "bread")
    find.step(-1)
    assert stage.said == ["4/4: past the beginning, on from the end."]
    find.step(1)
    assert stage.said[1:] == ["1/4: past the end, on from the beginning."]
    stage.page.counted, stage.page.count = True, 2
    find.step(1)
    assert find.fact() == "match 3/4"
    assert len(stage.said) == 2


async def test_esc_goes_back_to_where_the_search_began_with_what_was_found_before(
    find: FindSession, stage: ActingStage
) -> None:
    await found(find, "bread")
    kept, here = stage.page.overlays.match_now, stage.page.paragraph.here()
    await find.open()
    find.look_for("rod", False)
    assert stage.page.overlays.match_now != kept
    find.leave()
    assert stage.page.overlays.match_now == kept
    assert stage.page.paragraph.here() == here


async def test_an_empty_bar_looks_for_the_same_again(find: FindSession, stage: ActingStage) -> None:
    await found(find, "bread")
    find.drop()
    assert find.fact() == ""
    await find.open()
    find.keep("")
    assert find.fact() == "match 1/4"


async def test_n_brings_back_matches_that_were_put_away(
    find: FindSession, stage: ActingStage
) -> None:
    find.step(1)
    assert stage.said == ["Nothing is looked for yet: / finds words in this article."]
    await found(find, "bread")
    find.drop()
    find.step(1)
    assert find.fact() == "match 2/4", "it goes on from the one shown last"


async def test_n_before_anything_is_found_goes_on_from_the_first(
    find: FindSession, stage: ActingStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    searches: list[Callable[[], object]] = []

    def in_thread(
        group: str, function: Callable[..., object], *arguments: object, **_: object
    ) -> None:
        searches.append(partial(function, *arguments))

    monkeypatch.setattr(stage, "in_thread", in_thread)
    await found(find, "bread")
    find.step(1)
    find.step(1)
    assert stage.said == []
    for search in searches:
        search()
    assert find.fact() == "match 3/4"
    searches.clear()
    find.step(1)
    assert (find.fact(), searches) == ("match 4/4", []), "nothing is awaited any more"
    find.drop()
    find.step(-1)
    searches.pop()()
    assert find.fact() == "match 3/4"


async def test_what_was_looked_for_in_the_first_screenful_is_looked_for_in_all(
    find: FindSession, stage: ActingStage
) -> None:
    whole = stage.article
    stage.article = replace(whole, blocks=whole.blocks[:6], complete=False)
    await found(find, "bread")
    assert find.fact() == "match 1/1"
    stage.article = whole
    find.prepare(whole)
    assert find.fact() == "match 1/4"
    looked = stage.groups.count("find")
    find.prepare(whole)
    assert stage.groups.count("find") == looked, "it is the same article"


async def test_what_is_not_there_is_told_of_in_the_bar_and_on_n(
    find: FindSession, stage: ActingStage, bar: Bar
) -> None:
    await find.open()
    find.look_for("zebra", False)
    assert (bar.said, bar.trouble) == ("no match", False)
    find.look_for("(ice", True)
    assert "not closed" in bar.said
    assert bar.trouble
    find.look_for("zebra", False)
    find.keep("zebra")
    find.step(1)
    assert stage.said == ["Nothing here matches “zebra”."]


async def test_what_was_typed_first_is_not_shown_over_what_was_typed_last(
    find: FindSession, stage: ActingStage, bar: Bar
) -> None:
    await find.open()
    stage.holding = True
    find.look_for("bread", False)
    find.look_for("rod", False)
    stage.held.reverse()
    stage.let_go()
    assert stage.page.overlays.matches is not None
    assert stage.page.viewport.words(stage.page.overlays.match_now) == "rod"


async def test_the_same_match_is_shown_in_another_version(
    find: FindSession, stage: ActingStage, open_article: OpenArticle
) -> None:
    await found(find, "bread")
    find.step(1)
    old = stage.article
    new = type(old)(old.name, old.blocks[4:])
    following = Following(old, new)
    stage.article = stage.page.article = new
    stage.page.top = stage.page.current = 0
    stage.page.overlays.show_matches(None)
    find.carry(open_article, open_article, following)
    now = stage.page.overlays.match_now
    assert new.text[now.start : now.end + 10] == "bread that year"
