"""Where the browser of notes leads: into this article, another one, or nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.notes import annotating
from postil.model.position import ReadingPosition
from postil.tui.screens.reader.notes.browsing import NoteBrowsing
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.position import Navigation
from tests.tui.screens.reader.acting import ActingStage, span_of


@pytest.fixture
def gone() -> list[Any]:
    """Return the places in other articles that were gone to."""
    return []


@pytest.fixture
def browsing(
    stage: ActingStage, shown: ShownNotes, position: Navigation, gone: list[Any]
) -> NoteBrowsing:
    return NoteBrowsing(stage, shown, position, lambda *there: gone.append(there))


async def choose(stage: ActingStage, browsing: NoteBrowsing, ident: str | None) -> None:
    stage.answers = [ident]
    browsing.verbs()["note.browse"]()
    await stage.settle()


async def test_a_note_of_this_article_is_a_jump(
    stage: ActingStage,
    shown: ShownNotes,
    browsing: NoteBrowsing,
    position: Navigation,
    open_article: OpenArticle,
    gone: list[Any],
) -> None:
    span = span_of(stage.article, "The ice came again")
    made = annotating.annotate(stage.home, open_article, span)
    shown.show(tuple(annotating.of(stage.home, opening.refreshed(stage.home, open_article))))
    await choose(stage, browsing, None)
    assert stage.page.current == 0
    await choose(stage, browsing, made.id)
    assert stage.article.block_span(stage.page.current).covers(span)
    assert stage.page.marks.note_now == made.id
    position.jump(-1)
    assert stage.page.current == 0
    assert gone == []


async def test_a_note_of_another_article_leads_there(
    stage: ActingStage, browsing: NoteBrowsing, gone: list[Any], tmp_path: Path
) -> None:
    path = tmp_path / "other.txt"
    path.write_text("Another one\n\nIt has few words.\n", "utf-8")
    other = opening.read(stage.home, path)
    span = span_of(other.article, "few words")
    made = annotating.annotate(stage.home, other, span)
    await choose(stage, browsing, made.id)
    assert gone == [(path, ReadingPosition(span.start, span.start), made.id)]
