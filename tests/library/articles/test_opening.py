from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import BadRequest, EmptyArticle, NotAnArticle, NotThere
from postil.library.articles import opening, quick_open
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.library.shelf.shelving import shelf
from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.text.clean import clean_line
from tests.library.conftest import ARTICLE, Spot

OTHER = """\
Bees on the roof

Seven hives stand on the roof of the town hall, and each belongs to another clerk. In June they
carry the smell of lime blossom into every office, and the mayor shuts her window.

The honey is sold at the door on Saturdays; by noon there is none left, and the queue is sent
home with a promise.
"""


def big(words: str = "word") -> str:
    return "\n\n".join(
        f"Paragraph {n} has some {words} in it, and a bit more." for n in range(4000)
    )


def test_opening_and_closing_a_new_home_for_reading_writes_nothing(
    home: Home, places: Places, open_article: OpenArticle
) -> None:
    assert open_article.record is None
    assert not places.home.exists()


def test_a_big_article_shows_its_beginning_first(tmp_path: Path, home: Home) -> None:
    path = tmp_path / "big.txt"
    path.write_text(big(), "utf-8")
    first, whole = opening.opening(path)
    assert not first.complete
    early = opening.attach_records(home, first, path)
    assert early.sources.paragraphs == ()
    assert whole.complete
    assert whole.text.startswith(first.text)


def test_bytes_are_read_with_the_name_they_are_given(home: Home) -> None:
    (article,) = opening.opening(None, b"Some words.\n")
    assert article.name == "standard input"
    with pytest.raises(ValueError, match="path or from bytes"):
        list(opening.opening(None))


def test_an_empty_article_is_refused_by_verbs_only(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b" \n\n")
    (article,) = opening.opening(path)
    complete = opening.attach_records(home, article, path)
    opening.close(home, complete, ReadingPosition(0), 0)
    assert not home.articles()
    with pytest.raises(EmptyArticle, match=r"empty\.txt"):
        opening.read(home, path)


def test_what_is_no_file_is_refused(home: Home, tmp_path: Path) -> None:
    with pytest.raises(NotThere):
        opening.read(home, tmp_path / "none.txt")
    with pytest.raises(NotAnArticle):
        opening.read(home, tmp_path)


def test_a_file_that_was_edited_is_the_same_article(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    article.write_text(ARTICLE.replace("grey", "white and blue"), "utf-8")
    edited = opening.read(home, article)
    assert edited.record is not None
    assert edited.record.id == note.article


def test_another_text_at_the_same_path_is_another_article(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    opening.set_metadata(home, open_article, {"title": "Ice"})
    article.write_text(OTHER, "utf-8")
    other = opening.read(home, article)
    assert other.record is None
    assert other.article.metadata.title != "Ice"
    made = annotating.annotate(home, other, spot(other, "Seven hives"))
    old, new = sorted(home.articles().values(), key=lambda record: record.id == made.article)
    assert home.device not in old.paths
    assert new.paths[home.device] == str(article.resolve())


def test_standard_input_is_known_by_its_text_alone(home: Home, spot: Spot) -> None:
    data = ARTICLE.encode()
    open_article = opening.read(home, None, data)
    note = annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    again = opening.read(home, None, data)
    assert [one.note.id for one in annotating.of(home, again)] == [note.id]
    assert opening.read(home, None, data + b"\n\nMore.\n").record is None
    assert home.articles()[note.article].paths == {}


def test_a_pipe_with_a_path_is_known_by_its_text_alone(
    home: Home, tmp_path: Path, spot: Spot
) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    open_article = opening.read(home, path, ARTICLE.encode())
    assert open_article.path is None
    annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    (record,) = home.articles().values()
    assert record.paths == {}


def test_a_linked_file_is_the_file_it_leads_to(
    home: Home, article: Path, open_article: OpenArticle, tmp_path: Path
) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(article)
    assert opening.read(home, link).path == open_article.path


def test_the_reader_has_the_last_word_on_metadata_and_can_take_it_back(
    home: Home, places: Places, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Ice\nauthor: Ada Lindqvist\n---\n\nSome words.\n", "utf-8")
    open_article = opening.read(home, path)
    told = opening.set_metadata(home, open_article, {"title": "Cold", "date": "3 Feb 1998"})
    assert told.article.metadata.title == "Cold"
    home = open_home(places)
    fresh = opening.read(home, path)
    assert fresh.article.metadata == told.article.metadata
    assert dict(fresh.article.metadata.origins)["title"] == "reader"
    back = opening.set_metadata(home, fresh, {"title": ""})
    assert back.article.metadata.title == "Ice"
    assert dict(back.article.metadata.origins)["title"] == "document"
    assert dict(back.article.metadata.origins)["issued"] == "reader"


def test_a_bad_field_leaves_nothing_behind(home: Home, open_article: OpenArticle) -> None:
    with pytest.raises(BadRequest):
        opening.set_metadata(home, open_article, {"title": "Ice", "doi": "1"})
    assert not home.articles()


def test_reading_goes_on_where_it_was_left(
    home: Home, places: Places, article: Path, open_article: OpenArticle
) -> None:
    assert quick_open.place(places, open_article.article, article).top == 0
    opening.remember(home, open_article, ReadingPosition(123), 300)
    assert not home.articles()
    assert quick_open.place(places, opening.read(home, article).article, article).top == 123


def test_the_place_is_known_before_the_article_is_read(
    tmp_path: Path, home: Home, places: Places
) -> None:
    path = tmp_path / "big.txt"
    path.write_text(big(), "utf-8")
    offset = 150_000
    opening.close(home, opening.read(home, path), ReadingPosition(offset), offset + 900)
    first = next(iter(opening.opening(path)))
    assert not first.complete
    assert quick_open.place(places, first, path).top == offset
    path.write_text("\n\n".join(["Short now."] * 3), "utf-8")
    short = opening.read(home, path).article
    assert quick_open.place(places, short, path).top < short.length


def test_what_was_seen_travels_to_a_machine_without_a_place_of_its_own(
    home: Home, elsewhere: Callable[[str], Places], article: Path, open_article: OpenArticle
) -> None:
    assert opening.seen_elsewhere(home, open_article) == 0
    opening.close(home, open_article, ReadingPosition(200), 400)
    assert opening.seen_elsewhere(home, opening.refreshed(home, open_article)) == 0
    far = open_home(elsewhere("laptop"))
    there = opening.read(far, article)
    assert abs(opening.seen_elsewhere(far, there) - 400) <= 1
    opening.remember(far, there, ReadingPosition(0), 100)
    assert opening.seen_elsewhere(far, there) == 0


def test_an_edited_article_without_notes_goes_on_with_its_record(
    home: Home, places: Places, article: Path, open_article: OpenArticle
) -> None:
    opening.close(home, open_article, ReadingPosition(200), 400)
    article.write_text(ARTICLE + "\nMore.\n", "utf-8")
    edited = opening.read(home, article)
    assert quick_open.place(places, edited.article, article).top == 200
    opening.close(home, edited, ReadingPosition(210), 410)
    assert len(home.articles()) == 1


def test_a_place_that_cannot_be_kept_is_no_fault(tmp_path: Path, article: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    places = Places(*(blocked / name for name in ("h", "s", "c", "k")))
    home = open_home(places)
    open_article = opening.read(home, article)
    opening.remember(home, open_article, ReadingPosition(10), 20)
    opening.close(home, open_article, ReadingPosition(10), 20)
    assert quick_open.place(places, open_article.article, article).top == 0


@pytest.mark.parametrize(("seen", "share"), [(-5, 0.0), (0, 0.0), (10**9, 1.0)])
def test_progress_lies_between_nothing_and_all(
    open_article: OpenArticle, seen: int, share: float
) -> None:
    assert quick_open.progress(open_article.article, seen) == share


def test_of_what_has_no_words_nothing_is_read() -> None:
    assert quick_open.progress(Article("empty.txt", ()), 0) == 0.0


def test_a_note_keeps_the_text_it_was_made_on(home: Home, open_article: OpenArticle) -> None:
    annotating.annotate(home, open_article, Span(0, 5))
    assert home.snapshot(open_article.article.digest) == open_article.article.text


def test_a_file_whose_name_is_no_text_keeps_its_notes_and_place(
    home: Home, places: Places, tmp_path: Path, spot: Spot
) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    path = folder / os.fsdecode(b"ice\xff\n\x1b[1m.txt")
    path.write_text(ARTICLE, "utf-8")
    open_article = opening.read(home, path)
    annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    opening.close(home, open_article, ReadingPosition(77), 99)
    home = open_home(places)
    again = opening.read(home, path)
    assert quick_open.place(places, again.article, path).top == 77
    assert len(annotating.of(home, again)) == 1
    for row in (*shelf(home, folder), *shelf(home, None)):
        assert (row.notes, row.path, row.missing) == (1, path.resolve(), False)
        assert row.title == clean_line(row.title)


def test_a_pipe_gives_a_known_article_no_other_name(tmp_path: Path, home: Home) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, "utf-8")
    annotating.annotate(home, opening.read(home, path), Span(0, 3))
    said: tuple[dict[str, str], ...] = ({}, {"title": "Ice"}, {"title": ""})
    for fields in said:
        piped = opening.read(home, None, ARTICLE.encode())
        opening.close(home, opening.set_metadata(home, piped, fields), ReadingPosition(0), 10)
        annotating.annotate(home, piped, Span(4, 7))
        (row,) = shelf(home, None)
        assert (row.title, row.path) == (fields.get("title") or "harbour.txt", path)


def test_a_file_gives_its_name_to_what_came_through_a_pipe(tmp_path: Path, home: Home) -> None:
    annotating.annotate(home, opening.read(home, None, ARTICLE.encode()), Span(0, 3))
    assert [record.title for record in home.articles().values()] == ["standard input"]
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, "utf-8")
    annotating.annotate(home, opening.read(home, path), Span(4, 7))
    assert [row.title for row in shelf(home, None)] == ["harbour.txt"]
