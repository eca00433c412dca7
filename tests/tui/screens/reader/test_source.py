"""The dialog of a source: for what a correction holds, and which fields it takes."""

from __future__ import annotations

from postil.library.base.open_article import OpenArticle
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.source import SourceCommand
from postil.tui.screens.source_of_passage import check_fields, governed_by_it
from tests.tui.screens.reader.acting import ActingStage, again, span_of


def test_it_is_said_how_much_a_correction_governs() -> None:
    assert governed_by_it(1) == "this paragraph"
    assert governed_by_it(2) == "both paragraphs that it governs"
    assert governed_by_it(5) == "all 5 paragraphs that it governs"


def test_a_field_that_cannot_be_kept_is_named() -> None:
    assert check_fields({"issued": "2015-01-24", "type": "book"}) == ""
    assert "31" in check_fields({"issued": "2015-02-31"})
    assert check_fields({"type": "spaceship"})


async def test_a_correction_is_committed(
    stage: ActingStage,
    shown: ShownNotes,
    changes: ChangeQueue,
    results: list[ChangeResult],
) -> None:
    command = SourceCommand(stage, shown, changes)
    span = span_of(stage.article, "The ferrymen sold bread")
    stage.page.current = stage.article.block_at(span.start)
    stage.answers = [{"container-title": "Harbour Courier"}]
    command.verbs()["source.show"]()
    await stage.settle()
    assert [one.message for one in results] == ["Source corrected; u takes it back."]
    (correction,) = again(stage).corrections
    assert correction


def test_attributions_are_set_quieter(
    stage: ActingStage, shown: ShownNotes, changes: ChangeQueue, open_article: OpenArticle
) -> None:
    SourceCommand(stage, shown, changes).use(open_article)
    words = [stage.page.viewport.words(span) for span in stage.page.quiet_spans]
    assert words[-1] == "[Source: Teo Brandt, Lake Review, June 2014]"
    assert len(words) == len(set(stage.page.quiet_spans)) == 3
