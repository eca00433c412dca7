from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from postil.config import Places
from postil.document.pipeline import parse
from postil.library.articles import opening
from postil.library.articles.following import Following, since_last
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.model.span import Span
from tests.library.conftest import ARTICLE


def article(text: str) -> Article:
    *_, found = parse(text.encode(), "a.txt")
    return found


def words(one: Article, at: int, size: int = 12) -> str:
    return one.text[at : at + size]


def test_what_stands_before_and_behind_an_edit_keeps_its_words() -> None:
    old, new = article(ARTICLE), article(ARTICLE.replace("nine weeks", "a little over ten weeks"))
    following = Following(old, new)
    for place in ("How the", "Boats lay", "ferrymen", "half the town", "upstream"):
        at = old.text.index(place)
        assert words(new, following.offset(at)).startswith(place[:12])
    assert following.offset(len(old.text)) == len(new.text)


def test_between_two_edits_words_are_found_by_themselves() -> None:
    edited = ARTICLE.replace("Boats lay", "All the boats lay").replace(
        "Some say", "Many people say"
    )
    old, new = article(ARTICLE), article(edited)
    following = Following(old, new)
    for place in ("ferrymen", "Nobody had seen", "thinner and", "boat as"):
        at = old.text.index(place)
        assert words(new, following.offset(at)).startswith(place[:12])
    span = Span(old.text.index("thinner"), old.text.index("thinner") + 16)
    moved = following.span(span)
    assert moved is not None
    assert new.text[moved.start : moved.end] == "thinner and grey"


def test_where_the_words_are_gone_the_reader_stays_near() -> None:
    gone = ARTICLE.split("“Nobody")[0] + "The second winter" + ARTICLE.split("second winter")[1]
    old, new = article(ARTICLE), article(gone.replace("How the", "The way the"))
    following = Following(old, new)
    at = old.text.index("My father took")
    near = following.offset(at)
    assert near == new.text.index("Boats lay"), "the paragraph before it"
    assert following.span(Span(at, at + 14)) is None
    there = following.place(ReadingPosition(at, None))
    assert there == ReadingPosition(near, None)


def test_the_place_is_followed_from_the_text_in_which_it_was_left(
    home: Home,
    elsewhere: Callable[[str], Places],
    article: Path,
) -> None:
    first = opening.read(home, article)
    at = first.article.text.index("thinner")
    annotating.annotate(home, first, Span(at, at + 8))
    first = opening.refreshed(home, first)
    opening.close(home, first, ReadingPosition(at), at + 8)
    far = open_home(elsewhere("laptop"))
    article.write_text(f"Said on another machine.\n\n{ARTICLE}", "utf-8")
    second = opening.read(far, article)
    start = second.article.text.index("nine weeks")
    annotating.annotate(far, second, Span(start, start + 4))
    home.refresh()
    assert first.record is not None
    assert home.articles()[first.record.id].digests[-1] == second.article.digest
    article.write_text(f"Once more.\n\nAnd more.\n\n{ARTICLE}", "utf-8")
    third = opening.read(home, article)
    following = since_last(home, third)
    assert following is not None
    assert words(third.article, following.offset(at), 16) == "thinner and grey"
    opening.close(home, third, ReadingPosition(at), at + 8)
    assert since_last(home, third) is None, "it was left in this very text"


@given(st.text("ab \n", max_size=80), st.text("ab \n", max_size=80), st.integers(-5, 200))
def test_every_place_leads_into_the_new_text(one: str, other: str, at: int) -> None:
    old, new = article(one), article(other)
    following = Following(old, new)
    assert 0 <= following.offset(at) <= len(new.text)
    assert following.offset(at) == following.offset(at)


@given(st.text("aß\u0301漢 \n.", max_size=80), st.integers(0, 100))
def test_in_the_same_text_every_place_stays(one: str, at: int) -> None:
    old = article(one)
    assert Following(old, article(one)).offset(at) == min(at, len(old.text))
