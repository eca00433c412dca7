"""What the browser of notes is told of the article from which it is opened."""

from __future__ import annotations

from pathlib import Path

from postil.library.base.open_article import OpenArticle
from postil.library.notes import annotating
from postil.tui.screens.reader.notes.browsing import NoteBrowsing
from postil.tui.screens.reader.notes.changes import ChangeQueue
from postil.tui.screens.reader.notes.shown import ShownNotes
from tests.tui.screens.reader.acting import ActingStage, again, span_of


def browsing(stage: ActingStage, shown: ShownNotes, path: Path | None) -> NoteBrowsing:
    return NoteBrowsing(stage, shown, path, ChangeQueue(stage, shown, lambda _: None))


def test_the_places_of_the_notes_and_the_records_are_told(
    stage: ActingStage, shown: ShownNotes, open_article: OpenArticle
) -> None:
    span = span_of(stage.article, "The ice came again")
    made = annotating.annotate(stage.home, open_article, span)
    now = again(stage)
    shown.show(tuple(annotating.of(stage.home, now)))
    told = browsing(stage, shown, Path("/a/harbour.txt")).from_here()
    assert told is not None
    assert told.places == {made.id: span}
    assert told.path == "/a/harbour.txt"
    assert told.records(stage.home) == [made.article]
    assert told.title == (stage.article.metadata.title or stage.article.name)


def test_nothing_is_told_before_the_home_knows_the_article(
    stage: ActingStage, shown: ShownNotes
) -> None:
    stage.open_article = None
    assert browsing(stage, shown, None).from_here() is None
