"""Copying and citing: what is copied, what is said of it, and until when."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from postil.library.articles.quick_open import Appearance
from postil.library.citation import citation_format
from postil.library.citation.citing import UNTITLED
from postil.model.span import Span
from postil.tui.screens.reader.citing import CitationCommands
from postil.tui.screens.reader.commands.recalling import Recall
from postil.tui.screens.reader.notes.shown import ShownNotes
from tests.tui.screens.reader.acting import ActingStage, placed, span_of, task


@pytest.fixture
def copied() -> list[Any]:
    """Return what was copied: the text, what it is, and what is said besides."""
    return []


@pytest.fixture
def looks() -> Any:
    made = SimpleNamespace(now=Appearance())
    made.keep = lambda look: setattr(made, "now", look)
    return made


@pytest.fixture
def citing(
    stage: ActingStage, shown: ShownNotes, looks: Any, copied: list[Any]
) -> CitationCommands:
    return CitationCommands(
        stage,
        shown,
        looks,
        task(),
        Recall(stage, None),
        lambda *one: copied.append(one),
        lambda *_: None,
    )


async def do(stage: ActingStage, citing: CitationCommands, verb: str) -> None:
    citing.verbs()[verb]()
    await stage.settle()


def choose(stage: ActingStage, words: str) -> Span:
    span = span_of(stage.article, words)
    stage.page.selecting.choose(SimpleNamespace(span=span))
    stage.page.selecting.passages = (span,)
    return span


async def test_words_are_copied_and_the_selection_ends(
    stage: ActingStage, citing: CitationCommands, copied: list[Any]
) -> None:
    choose(stage, "Some came twice a day.")
    await do(stage, citing, "cite.words")
    assert copied == [("Some came twice a day.", "Words", ())]
    assert stage.page.selection is None


async def test_what_is_said_of_a_copy_goes_when_the_page_moves(
    stage: ActingStage, citing: CitationCommands
) -> None:
    citing.moved()
    assert stage.hushed == 0
    await do(stage, citing, "cite.words")
    citing.moved()
    citing.moved()
    assert stage.hushed == 1


async def test_a_note_without_a_place_is_not_copied(
    stage: ActingStage, shown: ShownNotes, citing: CitationCommands, copied: list[Any]
) -> None:
    shown.show((placed("lost", None, "orphan"),))
    shown.make_current("lost")
    for verb in ("cite.words", "cite.copy"):
        await do(stage, citing, verb)
    assert copied == []
    assert stage.said == [
        f"This note has no place here, so nothing is {what}; P puts it back."
        for what in ("copied", "cited")
    ]


async def test_of_a_note_on_the_whole_article_there_are_no_words_to_copy(
    stage: ActingStage, shown: ShownNotes, citing: CitationCommands, copied: list[Any]
) -> None:
    shown.show((placed("all", Span(0, 0), quote=""),))
    shown.make_current("all")
    for verb in ("cite.words", "cite.copy", "cite.choose"):
        await do(stage, citing, verb)
    assert copied == []
    assert stage.said == [
        f"This note is on the whole article: it has no words to be {what}."
        for what in ("copied", "cited", "cited")
    ]


async def test_a_citation_names_the_source_and_what_it_lacks_is_said_once(
    stage: ActingStage, citing: CitationCommands, copied: list[Any]
) -> None:
    for _ in range(2):
        choose(stage, "Boats lay in the ice for nine weeks.")
        await do(stage, citing, "cite.copy")
    (first, _, told), (second, _, told_again) = copied
    assert "Lindqvist" in first
    assert first == second
    assert f"{UNTITLED} <article.describe> corrects that." in told
    assert not any(UNTITLED in one for one in told_again)


async def test_a_way_that_is_preferred_is_kept_and_told_of_with_its_key(
    stage: ActingStage, citing: CitationCommands, looks: Any, copied: list[Any]
) -> None:
    way = citation_format.parse_citation_format("apa")
    choose(stage, "Boats lay in the ice for nine weeks.")
    stage.answers = [(way, True)]
    await do(stage, citing, "cite.choose")
    assert looks.now.citation == way.value
    ((_, label, told),) = copied
    assert told[0] == f"<cite.copy> copies the {label[0].lower()}{label[1:]} from now on."
