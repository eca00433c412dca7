"""A query on the shelf speaks of what is shown there; of texts and notes where they are asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import BadQuery, NothingFound
from postil.library.articles import opening
from postil.library.care.local_state import Home
from postil.library.catalogue import knowing, saved_queries
from postil.library.notes import annotating
from postil.library.shelf import whole_articles
from postil.library.shelf.filtering import ShelfEntry, ShelfFilter, fitting
from postil.library.shelf.renewing import renew
from postil.library.shelf.shelving import Shelved, shelf
from postil.library.shelf.whole_articles import Target
from postil.model.note import Colour
from postil.model.reading_state import ReadingState
from tests.library.conftest import Spot

TEXTS = {
    "ice.md": ("The Ice of Østerhavn", "Ada Lindqvist", "Harbour Gazette", "1998-02-03", "frozen"),
    "bread.md": ("Bread from the decks", "Eva Lund", "Courier", "2011", "lanterns"),
    "sea/letters.md": ("Letters", "", "", "", "harbour"),
}


@pytest.fixture
def known(home: Home, places: Places, tmp_path: Path, spot: Spot) -> Home:
    for name, (title, author, outlet, date, word) in TEXTS.items():
        path = tmp_path / "texts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"title: {title}\nauthor: {author}\npublication: {outlet}\ndate: {date}"
        path.write_text(f"---\n{head}\n---\n\nWords on {word}.\n", "utf-8")
    knowing.add(places, [tmp_path / "texts"])
    renew(home)
    ice = opening.read(home, tmp_path / "texts" / "ice.md")
    annotating.annotate(
        home, ice, spot(ice, "frozen"), tags=["cold/sea"], body="Odd.", colour=Colour.BLUE
    )
    bread = Target(tmp_path / "texts" / "bread.md", None)
    whole_articles.retag(home, [bread], ["food"])
    whole_articles.set_state(home, [bread], ReadingState.DONE)
    saved_queries.save(home, "eaten", "tag:food -read:todo")
    return home


def names(found: list[Shelved]) -> list[str]:
    return sorted(one.path.stem for one in found if one.path)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("osterhavn", ["ice"]),
        ("harbour", ["ice"]),
        ("lindqvist ice", ["ice"]),
        ("lund OR ada", ["bread", "ice"]),
        ("letters", ["letters"]),
        ("frozen", []),
        ("in:text frozen", ["ice"]),
        ("in:text harbour", ["letters"]),
        ("food", ["bread"]),
        ("tag:cold", ["ice"]),
        ("tag:food", ["bread"]),
        ("-tag:food", ["ice", "letters"]),
        ('"ice of"', ["ice"]),
        ('"decks Eva"', []),
        ("bred~", ["bread"]),
        ("/^let/", ["letters"]),
        ("outlet:courier", ["bread"]),
        ("date:..2000", ["ice"]),
        ("read:done", ["bread"]),
        ("read:todo -has:note", ["letters"]),
        ("has:tag", ["bread", "ice"]),
        ("colour:blue", ["ice"]),
        ("note:odd", ["ice"]),
        ("state:orphan", []),
        ("made:..1999", []),
        ("@eaten", ["bread"]),
    ],
)
def test_what_a_query_finds(known: Home, query: str, found: list[str]) -> None:
    rows = list(shelf(known, None))
    if found:
        assert names(fitting(known, query, rows)) == found
        typed = ShelfFilter(known.places, known).fitting(query, [ShelfEntry(row) for row in rows])
        assert names([one.shelved for one in typed]) == found
    else:
        with pytest.raises(NothingFound):
            fitting(known, query, rows)


def test_while_it_is_typed_the_last_word_is_a_beginning_and_a_mistake_is_none_yet(
    known: Home,
) -> None:
    entries = [ShelfEntry(row) for row in shelf(known, None)]
    judge = ShelfFilter(known.places, known)

    def found(typed: str) -> list[str]:
        return names([one.shelved for one in judge.fitting(typed, entries)])

    assert found("") == ["bread", "ice", "letters"]
    assert found("Ø") == ["ice"]
    assert found('"the dec') == ["bread"]
    assert found("read:d") == ["bread", "ice", "letters"]
    with pytest.raises(BadQuery):
        found("ice )")


def test_the_work_is_given_up_between_two_steps(known: Home) -> None:
    entries = [ShelfEntry(row) for row in shelf(known, None)]

    def enough() -> None:
        raise InterruptedError

    for typed in ("ice", "in:text ice"):
        with pytest.raises(InterruptedError):
            ShelfFilter(known.places, known).fitting(typed, entries, enough)
