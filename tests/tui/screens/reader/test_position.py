"""Where the reader is: kept when it is news, left by jumps, followed into another version."""

from __future__ import annotations

import pytest

from postil.library.articles import quick_open
from postil.library.articles.following import Following
from postil.library.base.open_article import OpenArticle
from postil.model.position import ReadingPosition
from postil.model.values import replace
from postil.tui.screens.reader.position import PLACE_AFTER, Navigation
from tests.tui.screens.reader.acting import ActingStage, task


def at(stage: ActingStage, block: int) -> ReadingPosition:
    """Return the place at which a block is on top and current."""
    return ReadingPosition(stage.article.starts[block], stage.article.starts[block])


def test_jumps_lead_back_and_forth(stage: ActingStage, position: Navigation) -> None:
    position.jump(-1)
    assert stage.said == ["No jump to go back to."]
    position.remember()
    stage.page.paragraph.come_to(at(stage, 5))
    position.jump(-1)
    assert stage.page.paragraph.here() == at(stage, 0)
    position.jump(1)
    assert stage.page.paragraph.here() == at(stage, 5)
    position.jump(1)
    assert stage.said[1:] == ["No jump to go forward to."]


def test_a_section_chosen_in_the_outline_is_a_jump(stage: ActingStage) -> None:
    left: list[bool] = []
    position = Navigation(
        stage, stage.page.paragraph.here(), task(), lambda: False, lambda: left.append(True)
    )
    section = stage.article.sections[2]
    position.go_to_section(section)
    assert left == [True], "the pane gives the focus back"
    assert stage.article.starts[stage.page.current] == section.span.start
    position.jump(-1)
    assert stage.page.paragraph.here() == at(stage, 0)


@pytest.mark.parametrize("there", [0, 3])
def test_what_was_done_before_all_of_the_article_was_there_is_not_undone(
    stage: ActingStage, there: int
) -> None:
    busy = False
    position = Navigation(stage, at(stage, 4), task(), lambda: busy, lambda: None)
    stage.page.paragraph.come_to(at(stage, there))
    whole, stage.article = stage.article, replace(stage.article, blocks=stage.article.blocks[:4])
    position.begin()
    stage.article = whole
    here = ReadingPosition(at(stage, there).top, at(stage, there + 1).top)
    stage.page.paragraph.come_to(here)
    position.moved()
    position.finished()
    assert stage.page.paragraph.here() == here


def test_whoever_is_in_the_middle_of_something_is_left_there(stage: ActingStage) -> None:
    busy = True
    position = Navigation(stage, at(stage, 4), task(), lambda: busy, lambda: None)
    stage.page.paragraph.come_to(at(stage, 0))
    whole, stage.article = stage.article, replace(stage.article, blocks=stage.article.blocks[:4])
    position.begin()
    stage.article = whole
    position.finished()
    assert stage.page.paragraph.here() == at(stage, 0)
    busy = False
    position.finished()
    assert stage.page.paragraph.here() == at(stage, 4)


def test_a_place_is_kept_once(stage: ActingStage, position: Navigation) -> None:
    stage.page.paragraph.come_to(at(stage, 4))
    position.keep()
    position.keep()
    assert stage.groups == ["place"]
    kept = quick_open.place(stage.settings.places, stage.article, None)
    assert kept.top == stage.article.starts[4]
    stage.page.paragraph.come_to(at(stage, 5))
    position.keep()
    assert stage.groups == ["place", "place"]


def test_the_place_is_kept_a_while_after_a_movement_and_never_at_rest(
    stage: ActingStage, position: Navigation
) -> None:
    stage.page.paragraph.come_to(at(stage, 4))
    position.moved()
    position.moved()
    ((seconds, keep),) = stage.waiting
    assert seconds == PLACE_AFTER
    keep()
    assert stage.groups == ["place"]
    assert len(stage.waiting) == 1
    position.moved()
    assert len(stage.waiting) == 2


def test_no_place_is_kept_of_an_article_that_is_not_known_yet(
    stage: ActingStage, position: Navigation
) -> None:
    stage.open_article = None
    position.keep()
    assert stage.groups == []


def test_what_lies_above_the_screen_counts_as_read_and_at_the_end_all(
    stage: ActingStage, position: Navigation
) -> None:
    assert position.seen() == 0
    stage.page.top = 2
    assert position.seen() == stage.article.starts[2]
    stage.page.top = len(stage.article.blocks) - 3
    assert position.seen() == stage.article.length


def test_a_reader_who_has_scrolled_is_not_taken_elsewhere(
    stage: ActingStage, position: Navigation
) -> None:
    position.start = at(stage, 6)
    stage.page.top = 1
    position.moved()
    stage.page.top = 0
    position.finished()
    assert stage.page.top == 0


def test_the_place_is_found_when_all_of_the_article_is_there(
    stage: ActingStage, position: Navigation
) -> None:
    position.start = at(stage, 6)
    position.finished()
    assert stage.page.paragraph.here() == at(stage, 6)


def test_jumps_lead_to_the_same_words_in_another_version(
    stage: ActingStage, position: Navigation, open_article: OpenArticle
) -> None:
    old = stage.article
    position.remember(at(stage, 5))
    new = type(old)(old.name, old.blocks[2:])
    position.carry(open_article, open_article, Following(old, new))
    assert position.jumps.behind == [ReadingPosition(new.starts[3], new.starts[3])]


@pytest.mark.parametrize("busy", [False, True])
def test_the_place_in_an_earlier_text_is_gone_to_unless_something_is_in_the_way(
    stage: ActingStage,
    open_article: OpenArticle,
    monkeypatch: pytest.MonkeyPatch,
    busy: bool,
) -> None:
    old = stage.article
    new = type(old)(old.name, old.blocks[2:])
    monkeypatch.setattr(
        "postil.library.articles.following.since_last", lambda *_: Following(old, new)
    )
    start = at(stage, 5)
    position = Navigation(stage, start, task(), lambda: busy, lambda: None)
    stage.article = stage.page.article = new
    stage.page.paragraph.come_to(start)
    landed = stage.page.paragraph.here()
    position.find_left_place(open_article)
    assert stage.groups == ["find place"]
    assert stage.page.paragraph.here() == (landed if busy else at(stage, 3))
