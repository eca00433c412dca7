from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.lexicon.dates import parse_date
from postil.library.base.labels import (
    date_text,
    day_text,
    describe,
    iso_date,
    names_text,
    problem_text,
    short,
    shortened,
    why,
)
from postil.model.source import Date, Governed, Name, Part, Source, Via
from postil.model.span import Span
from postil.model.values import replace
from postil.text.clean import clean_line

CHOE = Name(family="Choe", given="Sang-Hun", family_first=True)
LIND = Name(family="Lindqvist", given="Ada")
REUTERS = Name(literal="Reuters")


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        (None, ""),
        (Date(2015), "2015"),
        (Date(2015, 1), "Jan 2015"),
        (Date(2015, 1, 24), "24 Jan 2015"),
        (Date(2015, 1, 2, until=Date(2015, 1, 4)), "2–4 Jan 2015"),
        (Date(2012, 7, 30, until=Date(2012, 8, 2)), "30 Jul – 2 Aug 2012"),
        (Date(2011, 12, 30, until=Date(2012, 1, 2)), "30 Dec 2011 – 2 Jan 2012"),
        (Date(2021, 7, until=Date(2021, 8)), "Jul–Aug 2021"),
        (Date(2020, 7, until=Date(2021, 8)), "Jul 2020 – Aug 2021"),
        (Date(2012, until=Date(2014)), "2012–2014"),
        (Date(2012, until=Date(2012)), "2012"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(date: Date | None, shown: str) -> None:
    assert date_text(date) == shown


@given(st.dates(), st.dates(), st.integers(1, 3))
def test_a_date_in_a_form_reads_back_as_it_was(first: object, last: object, known: int) -> None:
    def made(day: object) -> Date:
        year, month, number = (int(piece) for piece in str(day).split("-"))
        return Date(
            max(year, 1100), month if known > 1 else None, min(number, 28) if known > 2 else None
        )

    one, two = sorted((made(first), made(last)), key=lambda date: (date.year, iso_date(date)))
    if one.year > 2199 or two.year > 2199:
        return
    assert parse_date(iso_date(one)) == one
    if one != two:
        both = Date(one.year, one.month, one.day, until=two)
        assert parse_date(iso_date(both)) == both


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (None, ""),
        (
            Source(author=(CHOE,), container_title="New York Times", issued=Date(2015, 1, 24)),
            "Choe Sang-Hun, New York Times, 24 Jan 2015",
        ),
        (Source(issued=Date(2013, 11, 12)), "unidentified, 12 Nov 2013"),
        (Source(), "unidentified"),
        (Source(title="Ice", container_title="Gazette"), "“Ice”, Gazette"),
        (Source(title="Ice", author=(LIND,)), "Ada Lindqvist, “Ice”"),
        (Source(title="Ice", issued=Date(1999)), "“Ice”, 1999"),
        (Source(author=(REUTERS,), container_title="Reuters"), "Reuters"),
        (Source(publisher="North Press"), "North Press"),
        (Source(url="https://example.org/a/b?c=d", issued=Date(2001)), "example.org, 2001"),
        (Source(author=(LIND, CHOE), title="Ice"), "Ada Lindqvist and Choe Sang-Hun, “Ice”"),
        (Source(author=(LIND, CHOE, REUTERS)), "Ada Lindqvist and others"),
    ],
)
def test_a_source_is_described_without_gaps_or_repeats(source: Source | None, shown: str) -> None:
    assert describe(source) == shown


def governed(source: Source | None, **more: Any) -> Governed:
    return replace(Governed(Span(0, 10), source, Via.BRACKET, "high", "quoted"), **more)


def test_the_articles_own_words_have_no_source_to_show() -> None:
    assert short(governed(None, via=Via.NONE, relation="own")) == ""


def test_words_of_somebody_unknown_are_not_shown_as_the_articles_own() -> None:
    assert short(governed(None)) == "unidentified"


def test_further_sources_in_the_same_words_are_counted_once_each() -> None:
    one, two = Source(title="One"), Source(title="Two")
    parts = tuple(
        Part(Span(at, at + 1), source, Via.BRACKET, "quoted")
        for at, source in enumerate((one, two, two, None))
    )
    assert short(governed(one, parts=parts)) == "“One” and 1 more"


def test_every_evidence_has_its_sentence() -> None:
    said = {why(governed(Source(title="A"), via=via)) for via in Via}
    assert len(said) == len(Via)
    assert all(one.endswith(".") and one[0].isupper() for one in said)


def test_doubt_and_correction_are_said() -> None:
    assert "confidence: low" in why(governed(Source(), confidence="low"))
    assert why(governed(Source(), corrected=True)) == "You said so."


def test_a_problem_unknown_to_the_list_is_still_said() -> None:
    assert problem_text("empty-segment") == (
        "The attribution has an empty place between two commas."
    )
    assert problem_text("odd-thing") == "Odd thing."


def test_nameless_authors_leave_no_gap() -> None:
    assert names_text((Name(), LIND)) == "Ada Lindqvist"


@given(st.text())
def test_a_passage_is_named_in_one_short_safe_line(passage: str) -> None:
    said = shortened(passage)
    assert len(said) <= 29
    assert said == clean_line(said)
    assert shortened(passage.ljust(400, "x")).endswith("…")


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2015-01-24T10:00:00Z", "24 Jan 2015"), ("", ""), ("2015-13-01", ""), ("never", "")],
)
def test_the_day_of_a_moment_is_told_in_words(moment: str, day: str) -> None:
    assert day_text(moment) == day
