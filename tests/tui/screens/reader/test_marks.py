"""Marks: set, gone to, and led into another version until they are set anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.articles.following import Following
from postil.library.base.open_article import OpenArticle
from postil.model.position import ReadingPosition
from postil.tui.screens.reader.marks import Marks
from postil.tui.screens.reader.position import Navigation
from tests.tui.screens.reader.acting import ActingStage


@pytest.fixture
def gone() -> list[tuple[Path, ReadingPosition]]:
    """Return the places in other articles that were gone to."""
    return []


def marks_in(
    stage: ActingStage, position: Navigation, gone: list[tuple[Path, ReadingPosition]]
) -> Marks:
    """Return the marks of the article that is open."""
    assert stage.open_article is not None

    def attached(open_article: OpenArticle) -> None:
        stage.open_article = open_article

    def go(path: Path, where: ReadingPosition) -> None:
        gone.append((path, where))

    return Marks(stage, position, stage.open_article.path, attached, go)


@pytest.fixture
def marks(
    stage: ActingStage, position: Navigation, gone: list[tuple[Path, ReadingPosition]]
) -> Marks:
    return marks_in(stage, position, gone)


async def put(stage: ActingStage, marks: Marks, keys: str) -> None:
    """Type a prefix and its letter."""
    marks.take_letter(keys[0], keys[1])
    await stage.settle()


async def test_a_mark_leads_back_and_that_is_a_jump(
    stage: ActingStage, marks: Marks, position: Navigation
) -> None:
    stage.page.top = stage.page.current = 4
    await put(stage, marks, "Ma")
    assert stage.said == ["Mark a set; ' a comes back here."]
    assert stage.open_article is not None
    assert stage.open_article.record is not None, "the home knows the article from now on"
    marks.use(stage.open_article)
    assert stage.page.keys.mark_letters == "a"
    stage.page.top = stage.page.current = 9
    await put(stage, marks, "'a")
    assert stage.page.current == 4
    position.jump(-1)
    assert stage.page.current == 9


async def test_a_mark_that_is_not_set_is_told_of(stage: ActingStage, marks: Marks) -> None:
    await put(stage, marks, "'z")
    assert [error.why for error in stage.complained] == ["it is not set"]
    assert stage.page.current == 0


async def test_a_mark_of_the_library_leads_to_another_article(
    stage: ActingStage,
    marks: Marks,
    position: Navigation,
    gone: list[tuple[Path, ReadingPosition]],
    tmp_path: Path,
) -> None:
    await put(stage, marks, "MB")
    await put(stage, marks, "'B")
    assert gone == [], "it is in this article"
    mine = stage.open_article
    assert mine is not None
    other = tmp_path / "other.txt"
    other.write_text("Another one\n\nIt has few words.\n", "utf-8")
    stage.open_article = opening.read(stage.home, other)
    there = marks_in(stage, position, gone)
    await put(stage, there, "'B")
    assert gone == [(mine.path, ReadingPosition(0, 0))]


async def test_a_mark_leads_to_its_words_in_a_text_that_has_changed(
    stage: ActingStage, marks: Marks
) -> None:
    old = stage.article
    stage.page.top = stage.page.current = 6
    await put(stage, marks, "Ma")
    assert stage.open_article is not None
    new = type(old)(old.name, old.blocks[3:])
    following = Following(old, new)
    stage.article = stage.page.article = new
    marks.carry(stage.open_article, stage.open_article, following)
    stage.page.top = stage.page.current = 0
    await put(stage, marks, "'a")
    assert new.blocks[stage.page.current].text == old.blocks[6].text
