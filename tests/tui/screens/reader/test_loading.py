"""Loading: the text is handed on first, then all that is known; a screen that goes ends it."""

from __future__ import annotations

from typing import Any

import pytest

from postil.errors import CannotWrite
from postil.library.base.open_article import OpenArticle
from postil.tui.screens.reader.loading import ArticleLoader
from postil.tui.startup.loading_article import open_article as opened_from
from tests.tui.screens.reader.acting import ActingStage


@pytest.fixture
def heard() -> list[Any]:
    """Return what the loader has handed on."""
    return []


def laid_out(article: Any, pause: Any) -> Any:
    pause()
    return ("laid out", article)


@pytest.fixture
def loader(stage: ActingStage, open_article: OpenArticle, heard: list[Any]) -> ArticleLoader:
    assert open_article.path is not None
    opened = opened_from(stage.settings, open_article.path)

    return ArticleLoader(stage, opened, laid_out, *[heard.append] * 3)


def test_the_text_comes_first_then_what_the_home_knows(
    stage: ActingStage, loader: ArticleLoader, heard: list[Any], open_article: OpenArticle
) -> None:
    loader.begin()
    (said, article), attached = heard
    assert said == "laid out"
    assert article.text == open_article.article.text
    assert attached.article.digest == open_article.article.digest
    assert attached.path == open_article.path
    assert stage.groups == ["load"]


def test_a_screen_that_is_gone_hears_nothing(
    stage: ActingStage, loader: ArticleLoader, heard: list[Any]
) -> None:
    loader.task.drop()
    loader.begin()
    assert heard == []
    assert stage.complained == []


def test_a_home_that_cannot_be_opened_is_told_of_once_the_text_is_there(
    stage: ActingStage,
    open_article: OpenArticle,
    heard: list[Any],
) -> None:
    class Closed(ActingStage):
        @property
        def home(self) -> Any:
            raise CannotWrite("the home", "it is on fire", "wait")

        @home.setter
        def home(self, _: Any) -> None:
            pass

    kept: Any = {name: getattr(stage, name) for name in ("article", "home", "page", "settings")}
    closed = Closed(**kept, open_article=None)
    assert open_article.path is not None
    opened = opened_from(stage.settings, open_article.path)
    loader = ArticleLoader(closed, opened, laid_out, *[heard.append] * 3)
    loader.begin()
    assert len(heard) == 1
    assert [error.why for error in closed.complained] == ["it is on fire"]
