from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import NotThere
from postil.library import articles, glance, notes
from postil.library.articles import Reading
from postil.library.desk import Home, open_home
from postil.library.listing import Listed, listing
from postil.model.note import Colour

from .conftest import ARTICLE, Spot

KEYS = [
    *("id", "article", "path", "start", "end", "state", "quote", "body", "tags", "colour"),
    *("source", "created", "modified"),
]


def only(home: Home, **filters: object) -> Listed:
    (one,) = listing(home, **filters)  # type: ignore[arg-type]
    return one


def test_a_listed_note_has_the_keys_of_the_command(
    home: Home, article: Path, reading: Reading, spot: Spot
) -> None:
    span = spot(reading, "Boats lay in the ice")
    note = notes.annotate(home, reading, span, body="b", tags=["t"], colour=Colour.PINK)
    told = only(home).as_json()
    assert list(told) == KEYS
    assert told["source"] == {
        "type": "article-newspaper",
        "author": [{"family": "Lindqvist", "given": "Ada"}],
        "container-title": "Harbour Gazette",
        "issued": {"date-parts": [[1998, 2, 3]]},
    }
    assert told == told | {
        "id": note.id,
        "article": note.article,
        "path": str(article.resolve()),
        "start": span.start,
        "end": span.end,
        "state": "same",
        "quote": "Boats lay in the ice",
        "tags": ["t"],
        "colour": "pink",
        "created": note.created,
    }


def test_an_orphan_has_no_place_but_keeps_its_source(
    home: Home, article: Path, reading: Reading, spot: Spot
) -> None:
    notes.annotate(home, reading, spot(reading, "dared to walk out to them"))
    article.write_text(ARTICLE.replace("dared to walk out to them", "came"), "utf-8")
    for one in (only(home), only(home, path=article), only(home, state="orphan")):
        assert (one.start, one.end, one.state) == (None, None, "orphan")
        assert one.source is not None
        assert one.source.container_title == "Harbour Gazette"
    assert not list(listing(home, state="same"))


def test_notes_of_a_file_that_is_gone_are_listed_as_they_were(
    home: Home, article: Path, reading: Reading, spot: Spot
) -> None:
    note = notes.annotate(home, reading, spot(reading, "nine weeks"))
    article.unlink()
    for one in (only(home), only(home, path=article)):
        assert (one.id, one.state) == (note.id, "same")
        assert one.source is not None
    with pytest.raises(NotThere):
        list(listing(home, path=article.with_name("other.txt")))


def test_no_file_is_opened_where_the_home_knows_enough(
    home: Home,
    article: Path,
    reading: Reading,
    spot: Spot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notes.annotate(home, reading, spot(reading, "nine weeks"))

    def refuse(*_: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr(glance, "open_article", refuse)
    assert only(home, sources=False).state == "same"


def test_filters_are_all_asked(home: Home, reading: Reading, spot: Spot) -> None:
    first = notes.annotate(home, reading, spot(reading, "nine weeks"), tags=["Ice"], body="Café")
    second = notes.annotate(home, reading, spot(reading, "half the town"), tags=["ice", "post"])

    def found(**filters: object) -> list[str]:
        return [one.id for one in listing(home, **filters)]  # type: ignore[arg-type]

    assert found() == [first.id, second.id]
    assert found(tag="ICE") == [first.id, second.id]
    assert found(tag="#post") == [second.id]
    assert found(text="cafe") == [first.id]
    assert found(text="HALF the") == [second.id]
    assert found(source="sang-hun") == [second.id]
    assert found(source="gazette", tag="post") == []
    assert found(source="1998") == [first.id]
    assert found(state="same", tag="post") == [second.id]


def test_another_machine_lists_what_it_has_no_file_for(
    home: Home, elsewhere: Callable[[str], Places], reading: Reading, spot: Spot
) -> None:
    notes.annotate(home, reading, spot(reading, "nine weeks"))
    one = only(open_home(elsewhere("laptop")))
    assert one.path is None
    assert (one.start, one.state) == (spot(reading, "nine weeks").start, "same")
    assert one.source is not None


def test_an_article_that_took_the_path_does_not_take_the_notes(
    home: Home, article: Path, reading: Reading, spot: Spot
) -> None:
    notes.annotate(home, reading, spot(reading, "nine weeks"))
    article.write_text("Something else is written here by now, about bees and hives.\n", "utf-8")
    assert not list(listing(home, path=article))
    assert only(home).state == "same"


def test_articles_stand_by_title(home: Home, tmp_path: Path, spot: Spot) -> None:
    for name in ("b.txt", "a.txt", "C.txt"):
        path = tmp_path / name
        path.write_text(f"{ARTICLE}\nThis one is {name}.\n", "utf-8")
        reading = articles.read(home, path)
        notes.annotate(home, reading, spot(reading, f"This one is {name}"))
    assert [one.quote[-5:] for one in listing(home)] == ["a.txt", "b.txt", "C.txt"]
