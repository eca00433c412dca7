from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.browsing.note_views import NoteView, NoteViews
from postil.library.care.local_state import Home
from postil.library.notes import annotating
from postil.model.note import Note
from tests.library.conftest import ARTICLE, Spot


def nothing(share: float) -> None:
    del share


MARKED = (
    ARTICLE.replace("How the", "# How the")
    .replace("The first winter", "## The first winter")
    .replace("The second winter", "## The second winter")
)


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.md"
    path.write_text(MARKED, "utf-8")
    return path


@pytest.fixture
def made(home: Home, marked: Path, spot: Spot) -> list[Note]:
    open_article = opening.read(home, marked)
    spots = [spot(open_article, one) for one in ("nine weeks", "grey")]
    return [annotating.annotate(home, open_article, one) for one in [*spots, None]]


def views(home: Home, notes: list[Note]) -> list[NoteView]:
    found = dict(NoteViews(home).of(notes, nothing))
    return [found[note] for note in notes]


def test_a_view_says_where_a_note_stands_and_whose_words_it_is_on(
    home: Home, made: list[Note]
) -> None:
    first, second, whole = views(home, made)
    assert first.title == "How the harbour froze"
    assert first.state == "same"
    assert first.section == "The first winter"
    assert first.source == "Ada Lindqvist, Harbour Gazette, 3 Feb 1998"
    assert (second.section, second.source) == ("The second winter", "")
    assert (whole.state, whole.section, whole.source) == ("same", "", "")


def test_an_edit_is_seen_by_the_next_view(home: Home, marked: Path, made: list[Note]) -> None:
    looked = NoteViews(home)
    assert {view.state for _, view in looked.of(made, nothing)} == {"same"}
    marked.write_text(f"A word before.\n\n{MARKED.replace('thinner and grey, ', '')}", "utf-8")
    found = dict(looked.of(made, nothing))
    assert found[made[0]].state == "moved"
    lost = found[made[1]]
    assert lost.state == "orphan"
    assert lost.stood is not None
    assert lost.stood.where == "paragraph 1 of “The second winter”"


def test_without_its_file_a_note_is_seen_in_the_text_that_is_kept(
    home: Home, marked: Path, made: list[Note]
) -> None:
    marked.unlink()
    first, *_ = views(home, made)
    assert first.state == "same"
    assert first.source == "Ada Lindqvist, Harbour Gazette, 3 Feb 1998"
    assert first.path == str(marked)
