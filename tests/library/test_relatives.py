from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.library import articles, notes, relatives, undoing, versions
from postil.library.articles import Reading
from postil.library.desk import Home, open_home
from postil.model.note import Note
from postil.model.whereabouts import Whereabouts

from .conftest import ARTICLE, Spot

EDITED = ARTICLE.replace("nine weeks", "ten weeks").replace("half the town", "all the town")
OTHER = "\n\n".join(
    f"Of quite another thing, number {n}, nobody has written yet." for n in range(9)
)


@pytest.fixture
def noted(home: Home, article: Path, reading: Reading, spot: Spot) -> Note:
    note = notes.annotate(home, reading, spot(reading, "thinner and grey"), body="b")
    articles.close(home, articles.again(home, reading), Whereabouts(0), 10)
    return note


def seen(home: Home, path: Path) -> list[str]:
    """Return the notes that an article shows."""
    return [one.note.id for one in notes.of(home, articles.read(home, path))]


def edited_copy(article: Path, folder: str) -> Path:
    """Put an edited copy of an article into a folder beside it."""
    copy = article.parent / folder / article.name
    copy.parent.mkdir()
    copy.write_text(EDITED, "utf-8")
    return copy


def test_a_renamed_and_edited_article_is_known(home: Home, article: Path, noted: Note) -> None:
    other = article.rename(article.with_name("ice.txt"))
    other.write_text(EDITED, "utf-8")
    reading = articles.read(home, other)
    placed = notes.of(home, reading)
    assert [one.note.id for one in placed] == [noted.id]
    said = versions.told(home, reading, placed)
    assert said == "This was harbour.txt before, and has changed. 1 note: moved."
    articles.close(home, reading, Whereabouts(0), 10)
    assert not articles.read(home, other).renamed, "its path is known now"
    assert seen(home, other) == [noted.id]
    assert len(home.articles()) == 1


def test_what_is_noted_on_it_joins_the_record(
    home: Home, article: Path, noted: Note, spot: Spot
) -> None:
    other = article.rename(article.with_name("ice.txt"))
    other.write_text(EDITED, "utf-8")
    reading = articles.read(home, other)
    notes.annotate(home, reading, spot(reading, "ten weeks"))
    assert len(notes.of(home, articles.again(home, reading))) == 2
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
        opened = articles.read(home, article)
        assert [one.note.id for one in notes.of(home, opened)] == [noted.id]
        articles.close(home, opened, Whereabouts(0), 10)


def test_an_article_of_the_same_name_is_offered_and_taken_over(
    home: Home, article: Path, noted: Note
) -> None:
    copy = edited_copy(article, "new")
    reading = articles.read(home, copy)
    assert reading.record is None
    assert notes.of(home, reading) == ()
    (relative,) = relatives.relatives(home, reading)
    assert (relative.path, relative.notes) == (article, 1)
    assert (
        relatives.offer(relative) == "Is this a new version of “harbour.txt”? That one has a note."
    )
    assert seen(home, copy) == [], "nothing is taken before it is asked for"
    relatives.adopt(home, reading, relative)
    assert seen(home, copy) == [noted.id]
    assert home.notes()[noted.id] == noted
    again = articles.again(home, reading)
    assert relatives.relatives(home, again) == []
    assert undoing.undo(home) == "Undone: notes of “harbour.txt” taken over."
    assert articles.again(home, again).record is None
    assert seen(home, copy) == []
    assert seen(home, article) == [noted.id]


def test_one_that_was_read_already_can_still_take_notes_over(
    home: Home, article: Path, noted: Note, spot: Spot
) -> None:
    copy = edited_copy(article, "new")
    reading = articles.read(home, copy)
    mine = notes.annotate(home, reading, spot(reading, "ten weeks"))
    articles.close(home, articles.again(home, reading), Whereabouts(0), 10)
    reading = articles.read(home, copy)
    (relative,) = relatives.relatives(home, reading)
    relatives.adopt(home, reading, relative)
    assert set(seen(home, copy)) == {mine.id, noted.id}


def test_nothing_is_offered_of_an_article_without_notes(
    home: Home, article: Path, reading: Reading, spot: Spot
) -> None:
    copy = edited_copy(article, "new")
    articles.close(home, reading, Whereabouts(0), 10)
    assert relatives.relatives(home, articles.read(home, copy)) == []
    notes.annotate(home, reading, spot(reading, "thinner and grey"))
    assert len(relatives.relatives(home, articles.read(home, copy))) == 1


@pytest.mark.parametrize("head", ["", "---\ntitle: The ice\n---\n\n"])
def test_nothing_is_offered_for_another_text_of_that_name_or_title(
    home: Home, tmp_path: Path, spot: Spot, head: str
) -> None:
    one, other = tmp_path / "one" / "ice.md", tmp_path / "other" / "ice.md"
    for path, text in ((one, ARTICLE), (other, OTHER)):
        path.parent.mkdir()
        path.write_text(f"{head}{text}", "utf-8")
    first = articles.read(home, one)
    notes.annotate(home, first, spot(first, "thinner and grey"))
    assert relatives.relatives(home, articles.read(home, other)) == []


def test_a_title_is_enough_where_little_is_left(home: Home, tmp_path: Path, spot: Spot) -> None:
    one, other = tmp_path / "one.md", tmp_path / "other.md"
    one.write_text(f"---\ntitle: The ice\n---\n\n{ARTICLE}", "utf-8")
    first = articles.read(home, one)
    notes.annotate(home, first, spot(first, "thinner and grey"))
    kept = ARTICLE.split("\n\n")[3]
    other.write_text(f"---\ntitle: The ICE\n---\n\n{OTHER}\n\n{kept}\n", "utf-8")
    found = relatives.relatives(home, articles.read(home, other))
    assert [one.title for one in found] == ["The ice"]
