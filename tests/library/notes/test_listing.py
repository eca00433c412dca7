from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from postil.config import Places
from postil.document import pipeline
from postil.errors import NotThere
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.library.notes.listing import Listed, listing
from postil.library.notes.placement_cache import FOLDER
from postil.library.sources import sourcing
from postil.model.note import Colour
from tests.library.conftest import ARTICLE, Spot

KEYS = [
    *("id", "article", "path", "start", "end", "state", "quote", "body", "tags", "colour"),
    *("source", "created", "modified", "maker"),
]


def only(found: Iterable[Listed]) -> Listed:
    (one,) = found
    return one


def watched(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Return a list to which every article that is read from now on is added."""
    opened: list[Path | None] = []
    read = opening.read

    def watch(home: Home, path: Path | None, data: bytes | None = None) -> OpenArticle:
        opened.append(path)
        return read(home, path, data)

    monkeypatch.setattr(opening, "read", watch)
    return opened


def test_a_listed_note_has_the_keys_of_the_command(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "Boats lay in the ice")
    note = annotating.annotate(home, open_article, span, body="b", tags=["t"], colour=Colour.PINK)
    told = only(listing(home)).as_json()
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
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "dared to walk out to them"))
    article.write_text(ARTICLE.replace("dared to walk out to them", "came"), "utf-8")
    for one in (
        only(listing(home)),
        only(listing(home, path=article)),
        only(listing(home, state="orphan")),
    ):
        assert (one.start, one.end, one.state) == (None, None, "orphan")
        assert one.source is not None
        assert one.source.container_title == "Harbour Gazette"
    assert not list(listing(home, state="same"))


def test_notes_of_a_file_that_is_gone_are_listed_as_they_were(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    article.unlink()
    for one in (only(listing(home)), only(listing(home, path=article))):
        assert (one.id, one.state) == (note.id, "same")
        assert one.source is not None
    with pytest.raises(NotThere):
        list(listing(home, path=article.with_name("other.txt")))


def test_no_file_is_opened_where_the_home_knows_enough(
    home: Home,
    article: Path,
    open_article: OpenArticle,
    spot: Spot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "nine weeks"))

    def refuse(*_: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr(pipeline, "whole", refuse)
    assert only(listing(home, sources=False)).state == "same"


def test_filters_are_all_asked(home: Home, open_article: OpenArticle, spot: Spot) -> None:
    first = annotating.annotate(
        home, open_article, spot(open_article, "nine weeks"), tags=["Ice"], body="Café"
    )
    second = annotating.annotate(
        home, open_article, spot(open_article, "half the town"), tags=["ice", "post"]
    )

    def ids(found: Iterable[Listed]) -> list[str]:
        return [one.id for one in found]

    assert ids(listing(home)) == [first.id, second.id]
    assert ids(listing(home, tag="ICE")) == [first.id, second.id]
    assert ids(listing(home, tag="#post")) == [second.id]
    assert ids(listing(home, text="cafe")) == [first.id]
    assert ids(listing(home, text="HALF the")) == [second.id]
    assert ids(listing(home, source="sang-hun")) == [second.id]
    assert ids(listing(home, source="gazette", tag="post")) == []
    assert ids(listing(home, source="1998")) == [first.id]
    assert ids(listing(home, state="same", tag="post")) == [second.id]


def test_another_machine_lists_what_it_has_no_file_for(
    home: Home, elsewhere: Callable[[str], Places], open_article: OpenArticle, spot: Spot
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    one = only(listing(open_home(elsewhere("laptop"))))
    assert one.path is None
    assert (one.start, one.state) == (spot(open_article, "nine weeks").start, "same")
    assert one.source is not None


def test_an_article_that_took_the_path_does_not_take_the_notes(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    article.write_text("Something else is written here by now, about bees and hives.\n", "utf-8")
    assert not list(listing(home, path=article))
    assert only(listing(home)).state == "same"


def test_articles_stand_by_title(home: Home, tmp_path: Path, spot: Spot) -> None:
    for name in ("b.txt", "a.txt", "C.txt"):
        path = tmp_path / name
        path.write_text(f"{ARTICLE}\nThis one is {name}.\n", "utf-8")
        open_article = opening.read(home, path)
        annotating.annotate(home, open_article, spot(open_article, f"This one is {name}"))
    assert [one.quote[-5:] for one in listing(home)] == ["a.txt", "b.txt", "C.txt"]


def test_what_was_listed_once_is_listed_again_without_opening_a_file(
    home: Home,
    places: Places,
    article: Path,
    open_article: OpenArticle,
    spot: Spot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "the warm current had turned"))
    annotating.annotate(home, open_article, spot(open_article, "Boats lay in the ice"), tags=["t"])
    first = list(listing(home))
    assert [one.source is None for one in first] == [False, True]
    opened = watched(monkeypatch)
    assert list(listing(open_home(places))) == first
    assert list(listing(open_home(places), tag="t")) == first[:1]
    assert opened == []
    annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    assert len(list(listing(open_home(places)))) == 3
    assert len(opened) == 1
    assert len(list(listing(open_home(places)))) == 3
    assert len(opened) == 1


def test_what_was_listed_is_looked_for_again_where_something_has_changed(
    home: Home, places: Places, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "Boats lay in the ice")
    annotating.annotate(home, open_article, span)
    assert only(listing(home)).source is not None
    sourcing.correct(home, open_article, span, {"container-title": "Ice News"})
    corrected = only(listing(home)).source
    assert corrected is not None
    assert corrected.container_title == "Ice News"
    article.write_text("A line before.\n\n" + ARTICLE, "utf-8")
    moved = only(listing(home))
    assert (moved.start, moved.state) == (span.start + 16, "moved")
    article.write_text(ARTICLE.replace("Boats lay", "Ships stood"), "utf-8")
    assert only(listing(home)).state == "changed"
    assert only(listing(home)).state == "changed"
    article.write_text(ARTICLE, "utf-8")
    assert (only(listing(home)).start, only(listing(home)).state) == (span.start, "same")
    article.unlink()
    assert only(listing(home)) == only(listing(home))
    assert only(listing(home)).state == "same"


def _damaged(found: object, damage: dict[str, object]) -> object:
    """Put other things in the place of what is kept under some keys, wherever they stand."""
    if not isinstance(found, dict):
        return found
    return {
        key: dict.fromkeys(one, damage[key]) if key in damage else _damaged(one, damage)
        for key, one in found.items()
    }


@pytest.mark.parametrize("found", ["", "[1]", "{}", '{"maker": 1}'])
def test_a_damaged_or_foreign_cache_is_made_anew(
    home: Home, places: Places, open_article: OpenArticle, spot: Spot, found: str
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "Boats lay in the ice"))
    first = only(listing(home))
    (kept,) = (places.cache / FOLDER).iterdir()
    whole = kept.read_text()
    kept.write_text(found)
    assert only(listing(home)) == first
    assert kept.read_text() == whole
    damages: tuple[dict[str, object], ...] = (
        {"anchors": [0, "x", "same", 1.0, ""]},
        {"articles": {"inputs": 1}},
        {"sources": []},
    )
    for damage in damages:
        kept.write_text(json.dumps(_damaged(json.loads(whole), damage)))
        assert only(listing(home)) == first
        assert kept.read_text() == whole


def test_a_cache_that_cannot_be_kept_is_no_fault(
    home: Home, places: Places, open_article: OpenArticle, spot: Spot
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "Boats lay in the ice"))
    places.cache.parent.mkdir(exist_ok=True)
    places.cache.write_text("no folder")
    assert only(listing(home)) == only(listing(home))


def test_one_note_is_listed_without_looking_at_other_articles(
    home: Home,
    open_article: OpenArticle,
    tmp_path: Path,
    spot: Spot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE + "\nMore.\n", "utf-8")
    elsewhere = opening.read(home, other)
    annotating.annotate(home, elsewhere, spot(elsewhere, "nine weeks"))
    note = annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    opened = watched(monkeypatch)
    assert only(listing(home, only=note.id)).id == note.id
    assert opened == [open_article.path]
