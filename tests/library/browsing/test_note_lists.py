from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import BadQuery
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.browsing.note_lists import OWN_WORDS, UNTAGGED, NoteList
from postil.library.browsing.orders import Order
from postil.library.care.local_state import Home
from postil.library.notes import altering, annotating
from postil.model.note import Colour
from postil.model.span import Span
from tests.library.conftest import Spot

OTHER = "# Boats\n\nA boat lay there.\n\n## Ropes\n\nRopes were frozen too.\n"


def nothing(share: float) -> None:
    del share


@pytest.fixture
def made(home: Home, open_article: OpenArticle, spot: Spot, tmp_path: Path) -> dict[str, str]:
    """Write notes on two articles, and return the first word of each by its id."""
    path = tmp_path / "boats.md"
    path.write_text(OTHER, "utf-8")
    other = opening.read(home, path)
    wanted = [
        (open_article, "grey", ["winter"], "thin ice"),
        (open_article, "nine weeks", ["ice", "winter"], ""),
        (other, "Ropes were", ["Ropes"], "hemp"),
        (open_article, "so still", [], "quiet water"),
        (other, "A boat", [], ""),
    ]
    found = {}
    for article, words, tags, body in wanted:
        span = spot(article, words)
        note = annotating.annotate(home, article, span, tags=tags, body=body)
        found[note.id] = words.split()[0]
    return found


def listed(
    home: Home,
    made: dict[str, str],
    typed: str = "",
    order: Order = Order.PLACE,
    articles: set[str] | None = None,
    *,
    backwards: bool = False,
) -> list[tuple[str, list[str]]]:
    chunks = NoteList(home, articles).chunks(typed, order, {}, nothing, backwards=backwards)
    return [(one.head, [made[ident] for ident in one.ids]) for one in chunks]


def test_notes_stand_by_place_in_the_article_noted_last(home: Home, made: dict[str, str]) -> None:
    assert listed(home, made) == [
        ("Boats", ["A", "Ropes"]),
        ("harbour.txt", ["nine", "so", "grey"]),
    ]


def test_orders_group_the_notes_by_what_they_have_in_common(
    home: Home, made: dict[str, str]
) -> None:
    titles = [head for head, _ in listed(home, made, order=Order.ARTICLE)]
    assert titles == ["Boats", "harbour.txt"]
    assert listed(home, made, order=Order.TAG) == [
        ("#ice", ["nine"]),
        ("#Ropes", ["Ropes"]),
        ("#winter", ["grey"]),
        (UNTAGGED, ["A", "so"]),
    ]
    ((_, ids),) = listed(home, made, order=Order.DATE)
    assert ids == ["A", "so", "Ropes", "nine", "grey"]
    assert listed(home, made, order=Order.SOURCE) == [
        ("Ada Lindqvist, Harbour Gazette, 3 Feb 1998", ["nine"]),
        ("Choe Sang-Hun, Northern Times, 24 Jan 2015", ["so"]),
        (OWN_WORDS, ["A", "Ropes", "grey"]),
    ]


def test_backwards_what_is_not_known_stays_last(home: Home, made: dict[str, str]) -> None:
    assert listed(home, made, backwards=True) == [
        ("harbour.txt", ["grey", "so", "nine"]),
        ("Boats", ["Ropes", "A"]),
    ]
    assert listed(home, made, order=Order.ARTICLE, backwards=True) == [
        ("harbour.txt", ["nine", "so", "grey"]),
        ("Boats", ["A", "Ropes"]),
    ]
    assert listed(home, made, order=Order.TAG, backwards=True) == [
        ("#winter", ["grey"]),
        ("#Ropes", ["Ropes"]),
        ("#ice", ["nine"]),
        (UNTAGGED, ["A", "so"]),
    ]
    ((_, ids),) = listed(home, made, order=Order.DATE, backwards=True)
    assert ids == ["grey", "nine", "Ropes", "so", "A"]
    assert listed(home, made, order=Order.SOURCE, backwards=True) == [
        ("Choe Sang-Hun, Northern Times, 24 Jan 2015", ["so"]),
        ("Ada Lindqvist, Harbour Gazette, 3 Feb 1998", ["nine"]),
        (OWN_WORDS, ["A", "Ropes", "grey"]),
    ]
    assert listed(home, made, "tag:winter", order=Order.TAG, backwards=True) == [
        ("#winter", ["grey"]),
        ("#ice", ["nine"]),
    ]


def test_backwards_a_note_without_a_place_stays_last(
    home: Home, made: dict[str, str], open_article: OpenArticle
) -> None:
    record = opening.refreshed(home, open_article).record
    assert record is not None
    places = {ident: None for ident, word in made.items() if word == "nine"}
    chunks = NoteList(home, {record.id}).chunks("", Order.PLACE, places, nothing, backwards=True)
    assert [made[ident] for one in chunks for ident in one.ids] == ["grey", "so", "nine"]


def test_the_notes_of_one_article_stand_where_they_are_known_to_stand(
    home: Home, made: dict[str, str], open_article: OpenArticle
) -> None:
    record = opening.refreshed(home, open_article).record
    assert record is not None
    assert listed(home, made, articles={record.id}) == [("", ["nine", "so", "grey"])]
    places = {ident: Span(1, 2) if word == "grey" else None for ident, word in made.items()}
    chunks = NoteList(home, {record.id}).chunks("", Order.PLACE, places, nothing)
    assert [made[ident] for one in chunks for ident in one.ids] == ["grey", "nine", "so"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ice", {"grey"}),
        ("weeks OR hemp", {"nine", "Ropes"}),
        ("-ice -hemp", {"nine", "so", "A"}),
        ("tag:winter", {"nine", "grey"}),
        ("tag:winter ice", {"grey"}),
        ("has:tag -tag:ropes", {"nine", "grey"}),
        ("colour:pink", {"A"}),
        ("source:lindqvist", {"nine"}),
        ("source:choe quiet", {"so"}),
        ("title:boats", {"A", "Ropes"}),
        ("title:boats OR water", {"A", "Ropes", "so"}),
        ("state:same tag:ice", {"nine"}),
        ("state:orphan", set()),
        ("note:wat", {"so"}),
        ("nowhere", set()),
        ("tag:ice&winter", {"nine"}),
    ],
)
def test_a_query_chooses(home: Home, made: dict[str, str], typed: str, found: set[str]) -> None:
    boat = next(ident for ident, word in made.items() if word == "A")
    altering.recolour(home, altering.by_ids(home, [boat]), Colour.PINK)
    assert {word for _, words in listed(home, made, typed) for word in words} == found


def test_a_mistake_is_told_with_its_place(home: Home, made: dict[str, str]) -> None:
    with pytest.raises(BadQuery) as told:
        listed(home, made, "date:never ice")
    assert told.value.at > 0


def test_work_that_nobody_waits_for_ends(home: Home, made: dict[str, str]) -> None:
    def end(share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        list(NoteList(home).chunks("", Order.PLACE, {}, end))


def test_a_source_is_looked_for_in_steps_where_none_fits(home: Home, made: dict[str, str]) -> None:
    shares: list[float] = []
    assert not list(NoteList(home).chunks("source:nobody", Order.PLACE, {}, shares.append))
    assert [share for share in shares if share] == [at / len(made) for at in range(1, len(made))]
