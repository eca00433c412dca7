"""Taking over notes: offered for what is new here, asked for, never forced."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.notes import annotating
from postil.model.values import replace
from postil.tui.screens.reader.notes.adoption import Adoption
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from tests.journeys.articles import HARBOUR
from tests.tui.screens.reader.acting import ActingStage, span_of


@pytest.fixture
def adoption(stage: ActingStage, changes: ChangeQueue) -> Adoption:
    return Adoption(stage, changes)


@pytest.fixture
def earlier(stage: ActingStage, tmp_path: Path) -> OpenArticle:
    """Return an earlier version of the article, which has a note."""
    path = tmp_path / "earlier" / "harbour.txt"
    path.parent.mkdir()
    path.write_text(HARBOUR.replace("nine weeks", "many weeks"), "utf-8")
    made = opening.read(stage.home, path)
    annotating.annotate(stage.home, made, span_of(made.article, "The ice came again"))
    return made


async def test_notes_of_an_earlier_version_are_offered_and_taken_over_when_wanted(
    stage: ActingStage,
    adoption: Adoption,
    earlier: OpenArticle,
    open_article: OpenArticle,
    results: list[ChangeResult],
) -> None:
    adoption.look_for_earlier_versions(open_article)
    (offer,) = stage.said
    assert offer.endswith("A takes them over.")
    stage.answers = [False, True]
    adopt = adoption.verbs()["note.adopt"]
    adopt()
    await stage.settle()
    assert results == []
    adopt()
    await stage.settle()
    assert [one.message for one in results] == [
        "Its notes are shown here from now on; u takes that back."
    ]
    now = opening.refreshed(stage.home, open_article)
    assert [one.note.anchor.quote for one in annotating.of(stage.home, now)] == [
        "The ice came again"
    ]


async def test_where_there_is_nothing_that_is_said(
    stage: ActingStage, adoption: Adoption, open_article: OpenArticle
) -> None:
    adoption.look_for_earlier_versions(open_article)
    assert stage.said == []
    adoption.verbs()["note.adopt"]()
    await stage.settle()
    assert stage.said == ["No other article of this title has notes that could be taken over."]


def test_an_article_that_the_home_knows_is_offered_nothing(
    stage: ActingStage, adoption: Adoption, earlier: OpenArticle
) -> None:
    known = opening.refreshed(stage.home, earlier)
    assert known.record is not None
    adoption.look_for_earlier_versions(known)
    assert stage.groups == []
    adoption.look_for_earlier_versions(replace(known, record=None))
    assert stage.groups == ["relatives"]
