"""Unfinished notes: told of once, after other news, and taken along to their words."""

from __future__ import annotations

import pytest

from postil.errors import CannotWrite
from postil.library.articles.following import Following
from postil.library.base.open_article import OpenArticle
from postil.library.care import local_state
from postil.library.notes.drafts import Draft
from postil.model.article import Article
from postil.model.span import Span
from postil.model.values import replace
from postil.tui.screens.reader.notes.drafts import TOLD_FIRST, Drafts, left_unfinished
from tests.tui.screens.reader.acting import ActingStage, span_of, task


@pytest.fixture
def drafts(stage: ActingStage) -> Drafts:
    return Drafts(stage, task())


def shorter(open_article: OpenArticle) -> tuple[OpenArticle, Following]:
    """Return another version of an article, and what leads there."""
    article = open_article.article
    new = Article(article.name, article.blocks[3:])
    return replace(open_article, article=new), Following(article, new)


def test_it_is_said_where_a_note_was_left_unfinished() -> None:
    there = Draft("text", "Boats lay in the ice", Span(3, 9))
    gone = Draft("text", "Boats lay in the ice", None)
    assert left_unfinished([there]) == (
        "An unfinished note is kept on “Boats lay in the ice”: a there opens it."
    )
    assert left_unfinished([there, gone]).endswith("ice”, and 1 more: a there opens it.")
    assert left_unfinished([gone]) == (
        "An unfinished note is kept on words that are gone: “Boats lay in the ice”."
    )


def test_unfinished_notes_are_looked_for_once_in_a_text(
    stage: ActingStage, drafts: Drafts, open_article: OpenArticle
) -> None:
    span = span_of(stage.article, "Boats lay in the ice")
    local_state.keep_draft(stage.home, open_article, span, "How")
    drafts.look_for(open_article)
    drafts.look_for(open_article)
    assert stage.groups == ["drafts"]
    ((wait, tell),) = stage.waiting
    assert wait in (0.0, TOLD_FIRST)
    assert stage.said == []
    tell()
    assert stage.said == ["An unfinished note is kept on “Boats lay in the ice”: a there opens it."]


def test_a_draft_goes_where_its_words_are(
    stage: ActingStage, drafts: Drafts, open_article: OpenArticle
) -> None:
    kept = span_of(stage.article, "The ice came again")
    gone = stage.article.block_span(0)
    for span in (kept, gone):
        local_state.keep_draft(stage.home, open_article, span, f"On {span.start}")
        drafts.passages.append(span)
    new, following = shorter(open_article)
    drafts.carry(open_article, new, following)
    there = span_of(new.article, "The ice came again")
    assert drafts.passages == [there]
    assert local_state.draft(stage.home, new, there) == f"On {kept.start}"
    assert local_state.draft(stage.home, open_article, kept) is None
    assert local_state.draft(stage.home, open_article, gone) == "On 0", "what has no place is kept"


def test_a_draft_that_cannot_be_carried_stays_and_is_told_of(
    stage: ActingStage,
    drafts: Drafts,
    open_article: OpenArticle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    span = span_of(stage.article, "The ice came again")
    local_state.keep_draft(stage.home, open_article, span, "Half")
    drafts.passages.append(span)

    def full(*_: object) -> None:
        raise CannotWrite("the draft", "the disk is full")

    monkeypatch.setattr(local_state, "keep_draft", full)
    drafts.carry(open_article, *shorter(open_article))
    assert [error.why for error in stage.complained] == ["the disk is full"]
    assert local_state.draft(stage.home, open_article, span) == "Half"
