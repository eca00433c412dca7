"""Following the file: another version waits for the reader, and carries every part along."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from postil.library.articles import opening, watching
from postil.library.base.open_article import OpenArticle
from postil.library.notes import annotating
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.updates import NoteUpdates
from postil.tui.screens.reader.outside.following import FileFollower
from tests.tui.screens.reader.acting import ActingStage, span_of, task


class Part:
    """A part that remembers places, and when it was carried along."""

    def __init__(self, name: str, heard: list[str]) -> None:
        self.name = name
        self.heard = heard

    def carry(self, old: OpenArticle, new: OpenArticle, following: Any) -> None:
        assert old.article is not new.article
        self.heard.append(self.name)


class Followed:
    """A file that is followed, with all that was heard of it."""

    def __init__(self, stage: ActingStage, shown: ShownNotes, path: Path) -> None:
        self.stage, self.path = stage, path
        self.busy = False
        self.heard: list[str] = []
        self.updates = NoteUpdates(stage, shown, task(), lambda _: None)

        def lay_out(article: Any, pause: Any) -> Any:
            pause()
            return SimpleNamespace(article=article)

        def show(version: Any, where: Any) -> None:
            self.heard.append("show")
            stage.article = stage.page.article = version.laid.article
            stage.open_article = version.open_article
            stage.page.paragraph.come_to(where)

        def use(open_article: OpenArticle) -> None:
            self.heard.append("use")

        parts = [Part("first", self.heard), Part("second", self.heard)]
        self.follower = FileFollower(
            stage,
            shown,
            self.updates,
            parts,
            task(),
            lay_out,
            show,
            use,
            lambda: self.busy,
        )
        self.follower.begin(path, watching.stamp(path))

    def write(self, text: str) -> None:
        """Write the file anew, and look at it until it lies still."""
        self.path.write_text(text, "utf-8")
        self.look()

    def look(self) -> None:
        for _ in range(3):
            self.follower.look()
            self.follower.take_up()


@pytest.fixture
def followed(stage: ActingStage, shown: ShownNotes, open_article: OpenArticle) -> Followed:
    assert open_article.path is not None
    return Followed(stage, shown, open_article.path)


def edited(path: Path) -> str:
    return path.read_text("utf-8").replace("The First Winter\n", "Before It\n\nMore.\n\n", 1)


def test_parts_hear_in_order_and_the_reader_stays_at_the_same_words(
    stage: ActingStage, followed: Followed
) -> None:
    stage.page.top = stage.page.current = 8
    words = stage.article.blocks[8].text
    followed.write(edited(followed.path))
    assert followed.heard == ["show", "first", "second", "use"]
    assert stage.article.blocks[stage.page.current].text == words
    assert stage.page.current != 8
    assert stage.said == ["harbour.txt has changed."]


def test_a_version_waits_while_something_is_in_the_way(
    stage: ActingStage, followed: Followed
) -> None:
    followed.busy = True
    followed.write(edited(followed.path))
    assert followed.follower.version is not None
    assert followed.heard == []
    followed.busy = False
    followed.follower.take_up()
    assert followed.heard == ["show", "first", "second", "use"]
    assert followed.follower.version is None


def test_notes_that_were_made_meanwhile_are_placed_before_it_is_shown(
    stage: ActingStage, shown: ShownNotes, followed: Followed, open_article: OpenArticle
) -> None:
    followed.busy = True
    followed.write(edited(followed.path))
    made = annotating.annotate(
        stage.home, open_article, span_of(open_article.article, "The ice came again")
    )
    stage.open_article = opening.refreshed(stage.home, open_article)
    followed.updates.changes += 1
    followed.busy = False
    followed.follower.take_up()
    assert "place anew" in stage.groups
    assert followed.heard == ["show", "first", "second", "use"]
    (one,) = shown.placed
    assert one.note.id == made.id
    assert one.span is not None
    assert stage.page.viewport.words(one.span) == "The ice came again"


def test_a_version_of_a_text_that_is_shown_no_more_is_dropped(
    stage: ActingStage, followed: Followed
) -> None:
    followed.busy = True
    followed.write(edited(followed.path))
    version = followed.follower.version
    assert version is not None
    stage.article = version.laid.article
    followed.busy = False
    followed.follower.take_up()
    assert followed.heard == []
    assert followed.follower.version is None


def test_a_file_that_goes_and_comes_back_is_told_of(stage: ActingStage, followed: Followed) -> None:
    away = followed.path.with_name("away")
    followed.path.rename(away)
    followed.look()
    assert stage.said == ["harbour.txt is gone; what was read of it stays open."]
    away.rename(followed.path)
    followed.look()
    assert stage.said[1:] == ["harbour.txt is back."]
    assert followed.heard == []


def test_a_file_that_cannot_be_read_leaves_the_text_open(
    stage: ActingStage, followed: Followed
) -> None:
    followed.write(" \n")
    (said,) = stage.said
    assert "not one letter" in said
    assert said.endswith("What was read of it before stays open.")
    followed.look()
    assert len(stage.said) == 1, "it is told once"


def test_nothing_is_read_anew_before_the_article_is_known(
    stage: ActingStage, followed: Followed
) -> None:
    stage.open_article = None
    followed.write(edited(followed.path))
    assert stage.groups == []
