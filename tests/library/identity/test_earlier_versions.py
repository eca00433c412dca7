from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.library.articles import opening, versions
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.identity import earlier_versions
from postil.library.notes import annotating, undoing
from postil.model.note import Note
from postil.model.position import ReadingPosition
from tests.library.conftest import ARTICLE, Spot

EDITED = ARTICLE.replace("nine weeks", "ten weeks").replace("half the town", "all the town")
OTHER = "\n\n".join(
    f"Of quite another thing, number {n}, nobody has written yet." for n in range(9)
)


@pytest.fixture
def noted(home: Home, article: Path, open_article: OpenArticle, spot: Spot) -> Note:
    note = annotating.annotate(home, open_article, spot(open_article, "thinner and grey"), body="b")
    opening.close(home, opening.refreshed(home, open_article), ReadingPosition(0), 10)
    return note


def seen(home: Home, path: Path) -> list[str]:
    """Return the notes that an article shows."""
    return [one.note.id for one in annotating.of(home, opening.read(home, path))]


def edited_copy(article: Path, folder: str) -> Path:
    """Put an edited copy of an article into a folder beside it."""
    copy = article.parent / folder / article.name
    copy.parent.mkdir()
    copy.write_text(EDITED, "utf-8")
    return copy


def test_a_renamed_and_edited_article_is_known(home: Home, article: Path, noted: Note) -> None:
    other = article.rename(article.with_name("ice.txt"))
    other.write_text(EDITED, "utf-8")
    open_article = opening.read(home, other)
    placed = annotating.of(home, open_article)
    assert [one.note.id for one in placed] == [noted.id]
    said = versions.message(home, open_article, placed)
    assert said == "This was harbour.txt before, and has changed. 1 note: moved."
    opening.close(home, open_article, ReadingPosition(0), 10)
    assert not opening.read(home, other).renamed, "its path is known now"
    assert seen(home, other) == [noted.id]
    assert len(home.articles()) == 1


def test_what_is_noted_on_it_joins_the_record(
    home: Home, article: Path, noted: Note, spot: Spot
) -> None:
    other = article.rename(article.with_name("ice.txt"))
    other.write_text(EDITED, "utf-8")
    open_article = opening.read(home, other)
    annotating.annotate(home, open_article, spot(open_article, "ten weeks"))
    assert len(annotating.of(home, opening.refreshed(home, open_article))) == 2
    assert len(home.articles()) == 1


def test_a_moved_and_edited_article_is_known_by_its_name(
    home: Home, article: Path, noted: Note
) -> None:
    folder = article.parent / "kept"
    folder.mkdir()
    moved = article.rename(folder / article.name)
    moved.write_text(EDITED, "utf-8")
    assert seen(home, moved) == [noted.id]


def test_another_machine_knows_an_edited_article_by_its_name(
    elsewhere: Callable[[str], Places], article: Path, noted: Note
) -> None:
    copy = edited_copy(article, "there")
    far = open_home(elsewhere("laptop"))
    assert seen(far, copy) == [noted.id]
    other = copy.with_name("else.txt")
    other.write_text(EDITED, "utf-8")
    assert seen(far, other) == []


@pytest.mark.parametrize("text", [OTHER, ARTICLE[:300], ARTICLE + OTHER * 3])
def test_an_article_of_which_too_little_is_left_is_new(
    text: str, home: Home, article: Path, noted: Note
) -> None:
    other = article.rename(article.with_name("ice.txt"))
    other.write_text(text, "utf-8")
    assert seen(home, other) == []


def test_while_the_old_file_is_there_an_edited_copy_is_new(
    home: Home, article: Path, noted: Note
) -> None:
    copy = article.with_name("copy.txt")
    copy.write_text(EDITED, "utf-8")
    assert seen(home, copy) == []
    far = article.parent / "far"
    far.mkdir()
    article.rename(far / "unknown.txt")
    assert seen(home, copy) == [noted.id], "now that one is gone"


def test_an_article_edited_little_by_little_is_known_to_the_end(
    home: Home, article: Path, noted: Note
) -> None:
    paragraphs = article.read_text("utf-8").split("\n\n")
    for at in range(len(paragraphs)):
        if "thinner" not in paragraphs[at]:
            paragraphs[at] = f"Paragraph {at} was written anew, from its first word to its last."
        article.write_text("\n\n".join(paragraphs), "utf-8")
        opened = opening.read(home, article)
        assert [one.note.id for one in annotating.of(home, opened)] == [noted.id]
        opening.close(home, opened, ReadingPosition(0), 10)


def test_an_article_of_the_same_name_is_offered_and_taken_over(
    home: Home, article: Path, noted: Note
) -> None:
    copy = edited_copy(article, "new")
    open_article = opening.read(home, copy)
    assert open_article.record is None
    assert annotating.of(home, open_article) == ()
    (earlier,) = earlier_versions.candidates(home, open_article)
    assert (earlier.path, earlier.notes) == (article, 1)
    assert (
        earlier_versions.offer(earlier)
        == "Is this a new version of “harbour.txt”? That one has a note."
    )
    assert seen(home, copy) == [], "nothing is taken before it is asked for"
    earlier_versions.adopt(home, open_article, earlier)
    assert seen(home, copy) == [noted.id]
    assert home.notes()[noted.id] == noted
    again = opening.refreshed(home, open_article)
    assert earlier_versions.candidates(home, again) == []
    assert undoing.undo(home) == "Undone: notes of “harbour.txt” taken over."
    assert opening.refreshed(home, again).record is None
    assert seen(home, copy) == []
    assert seen(home, article) == [noted.id]


def test_one_that_was_read_already_can_still_take_notes_over(
    home: Home, article: Path, noted: Note, spot: Spot
) -> None:
    copy = edited_copy(article, "new")
    open_article = opening.read(home, copy)
    mine = annotating.annotate(home, open_article, spot(open_article, "ten weeks"))
    opening.close(home, opening.refreshed(home, open_article), ReadingPosition(0), 10)
    open_article = opening.read(home, copy)
    (earlier,) = earlier_versions.candidates(home, open_article)
    earlier_versions.adopt(home, open_article, earlier)
    assert set(seen(home, copy)) == {mine.id, noted.id}


def test_nothing_is_offered_of_an_article_without_notes(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    copy = edited_copy(article, "new")
    opening.close(home, open_article, ReadingPosition(0), 10)
    assert earlier_versions.candidates(home, opening.read(home, copy)) == []
    annotating.annotate(home, open_article, spot(open_article, "thinner and grey"))
    assert len(earlier_versions.candidates(home, opening.read(home, copy))) == 1


@pytest.mark.parametrize("head", ["", "---\ntitle: The ice\n---\n\n"])
def test_nothing_is_offered_for_another_text_of_that_name_or_title(
    home: Home, tmp_path: Path, spot: Spot, head: str
) -> None:
    one, other = tmp_path / "one" / "ice.md", tmp_path / "other" / "ice.md"
    for path, text in ((one, ARTICLE), (other, OTHER)):
        path.parent.mkdir()
        path.write_text(f"{head}{text}", "utf-8")
    first = opening.read(home, one)
    annotating.annotate(home, first, spot(first, "thinner and grey"))
    assert earlier_versions.candidates(home, opening.read(home, other)) == []


def test_a_title_is_enough_where_little_is_left(home: Home, tmp_path: Path, spot: Spot) -> None:
    one, other = tmp_path / "one.md", tmp_path / "other.md"
    one.write_text(f"---\ntitle: The ice\n---\n\n{ARTICLE}", "utf-8")
    first = opening.read(home, one)
    annotating.annotate(home, first, spot(first, "thinner and grey"))
    kept = ARTICLE.split("\n\n")[3]
    other.write_text(f"---\ntitle: The ICE\n---\n\n{OTHER}\n\n{kept}\n", "utf-8")
    found = earlier_versions.candidates(home, opening.read(home, other))
    assert [one.title for one in found] == ["The ice"]
