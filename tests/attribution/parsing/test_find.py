from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.attribution.parsing.find import find_attributions, parse_attribution
from postil.model.source import Date, Name, Source
from tests.support.effort import at_most

LAMB = Name("Lamb", "Mary")
DAY = Date(2014, 2, 8)


def only(raw: str) -> Source:
    read = parse_attribution(raw)
    assert read is not None
    assert len(read[0]) == 1
    return read[0][0]


def problems(raw: str) -> list[str]:
    read = parse_attribution(raw)
    assert read is not None
    return read[1]


@pytest.mark.parametrize(
    ("raw", "authors", "container", "date"),
    [
        ("[Source: Mary Lamb, Harbour Times, February 8, 2014]", (LAMB,), "Harbour Times", DAY),
        ("[source : Mary Lamb ,Harbour Times, 8 February 2014]", (LAMB,), "Harbour Times", DAY),
        ("(Source: Harbour Times, Feb. 8, 2014)", (), "Harbour Times", DAY),
        ("(Harbour Times, Feb. 8, 2014)", (), "Harbour Times", DAY),
        ("[Source: Harbour Times, Updated: Feb. 8, 2014]", (), "Harbour Times", DAY),
        ("Source: Harbour Times 2014-02-08", (), "Harbour Times", DAY),
        ("[Source: Reuters, February 2014]", (), "Reuters", Date(2014, 2)),
        ("[Source: Mary Lamb, Quayside, February 8, 2014]", (LAMB,), "Quayside", DAY),
        ("Mary Lamb, Harbour Times, February 8, 2014.", (LAMB,), "Harbour Times", DAY),
        ("Harbour Times – Mary Lamb", (LAMB,), "Harbour Times", None),
        ("--Mary Lamb, Harbour Times, on why boats sink", (LAMB,), "Harbour Times", None),
        ("[Source: Mary Lamb for the Harbour Times, 2014]", (LAMB,), "Harbour Times", Date(2014)),
        ("[Source: Lamb, Mary, Harbour Times, 2014]", (LAMB,), "Harbour Times", Date(2014)),
        (
            "[Source: Reuters, Harbour Times, 2014]",
            (Name(literal="Reuters"),),
            "Harbour Times",
            Date(2014),
        ),
    ],
)
def test_byline_publication_and_date(
    raw: str, authors: tuple[Name, ...], container: str, date: Date | None
) -> None:
    source = only(raw)
    assert (source.author, source.container_title, source.issued) == (authors, container, date)
    assert problems(raw) == []


def test_a_book_has_a_publisher() -> None:
    source = only("[Source: “Salt and Rope” by Mary Lamb, Quay Press, 1991]")
    assert (source.title, source.author) == ("Salt and Rope", (LAMB,))
    assert (source.publisher, source.container_title) == ("Quay Press", "")
    assert source.type == "book"


def test_a_chapter_has_place_publisher_and_page() -> None:
    raw = 'Lamb, Mary, "Knots," Institute of Rope (Leith: Quay Verlag, May 2007), p. xii.'
    source = only(raw)
    assert (source.title, source.container_title) == ("Knots", "Institute of Rope")
    assert (source.publisher_place, source.publisher, source.page) == (
        "Leith",
        "Quay Verlag",
        "xii",
    )
    assert source.issued == Date(2007, 5)


def test_commas_in_a_title_part_nothing() -> None:
    source = only("[Source: Mary Lamb, “Rope, Tar, and Sails,” Harbour Times, 2014]")
    assert source.title == "Rope, Tar, and Sails"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Bae Soo-min", Name("Bae", "Soo-min", family_first=True)),
        ("Kwon Min Ho", Name("Kwon", "Min Ho", family_first=True)),
        ("Xu Lihua", Name("Xu", "Lihua", family_first=True)),
        ("Susan Bae", Name("Bae", "Susan")),
        ("Lee Miller", Name("Miller", "Lee")),
        ("Ana de la Torre", Name("de la Torre", "Ana")),
        ("Sean O'Hara", Name("O'Hara", "Sean")),
        ("Jean-Luc Petit", Name("Petit", "Jean-Luc")),
        ("T. S. Rook", Name("Rook", "T. S.")),
        ("John Rook Jr.", Name("Rook Jr.", "John")),
    ],
)
def test_order_of_names(raw: str, name: Name) -> None:
    assert only(f"[Source: {raw}, Harbour Times, May 2001]").author == (name,)


def test_two_authors() -> None:
    both = only("[Source: Mary Lamb and Tom Rook, Harbour Times, May 2001]").author
    assert both == (LAMB, Name("Rook", "Tom"))


@pytest.mark.parametrize(
    ("raw", "containers"),
    [
        ("[Source: CNN, Reuters]", ["CNN", "Reuters"]),
        ("[Source: The Quay Herald / Wikipedia]", ["The Quay Herald", "Wikipedia"]),
        ("Sources: BBC and Quay Herald", ["BBC", "Quay Herald"]),
        ("[Source: Ministry of Ports, Fish and Tides]", ["Ministry of Ports, Fish and Tides"]),
        ("Source: Department of Salt and Rope", ["Department of Salt and Rope"]),
    ],
)
def test_several_sources(raw: str, containers: list[str]) -> None:
    read = parse_attribution(raw)
    assert read is not None
    assert [source.container_title for source in read[0]] == containers


@pytest.mark.parametrize(
    ("raw", "faults"),
    [
        ("[Source: Mary Lamb,, May 3, 2001]", ["empty-segment", "missing-container"]),
        ("[Source:, May 3, 2001]", ["missing-name"]),
        ("[Source: , , May 3, 2001]", ["empty-segment", "missing-name"]),
        ("[Source: Mary Lamb, May 3, 2001]", ["missing-container"]),
        ("[Source: Mary Lamb, Harbour Ti", ["unterminated"]),
        ("Source: Quay Museum]", ["unopened"]),
        ("[Source: Quay Museum quaymuseum-org]", ["mangled-address"]),
        ("[Source: Quay Museum /+\\ ]", ["stray-marks"]),
        ("[Source: Quay Herald, May 3, 2001 ~]", ["stray-marks"]),
        ("(Quay Herald, 4/6/02, p. 12)", ["ambiguous-date"]),
        ("(Quay Herald, 11/28/03)", []),
        ("Mary Lamb, “Old Ropes, Quay Herald, May 3, 2001", ["unclosed-quote"]),
    ],
)
def test_faults_are_named_and_nothing_is_invented(raw: str, faults: list[str]) -> None:
    assert problems(raw) == faults


def test_a_source_of_nothing_but_a_date_is_unidentified() -> None:
    source = only("[Source:, May 3, 2001]")
    assert not source.identified
    assert source.issued == Date(2001, 5, 3)


def test_the_day_of_access_is_no_date_of_publication() -> None:
    source = only("[Source: Quay Herald, retrieved 3 May 2012]")
    assert (source.issued, source.accessed) == (None, Date(2012, 5, 3))


@pytest.mark.parametrize(
    "raw",
    [
        "[Sources differ on this]",
        "(Source code is free)",
        "[the harbour police]",
        "[sic]",
        "(Rook, 1994)",
        "(South Quay, July 3, 2005)",
        "(born June 4, 1961, in Leith)",
        "",
    ],
)
def test_other_brackets_name_no_source(raw: str) -> None:
    assert parse_attribution(raw) is None


def test_attributions_are_found_in_running_text() -> None:
    text = "The tide [at Leith] rose. [Source: Reuters, 2014] It fell (Quay Herald, May 3, 2001)."
    found = find_attributions(text)
    assert [text[a.start : a.end] for a in found] == [
        "[Source: Reuters, 2014]",
        "(Quay Herald, May 3, 2001)",
    ]


def test_the_address_of_a_link_belongs_to_its_attribution() -> None:
    text = "It rose. [Source: Reuters, 2014](https://example.org/tide) It fell."
    found = find_attributions(text)
    assert text[found[0].start : found[0].end].endswith("/tide)")
    assert found[0].sources[0].url == "https://example.org/tide"


@given(st.text(alphabet="[]()Source:, ABc.12“”\"'/-&;", max_size=80))
def test_any_line_is_read_or_refused(raw: str) -> None:
    read = parse_attribution(raw)
    assert read is None or read[0]
    for found in find_attributions(raw):
        assert 0 <= found.start < found.end <= len(raw)


@pytest.mark.parametrize(
    ("unit", "times"),
    [("[", 99_000), ("[Source: ", 11_000), ("(A1,", 25_000), ("[Source: A] ", 8_000)],
)
def test_a_flood_of_brackets_takes_no_time(unit: str, times: int) -> None:
    with at_most(1000):
        find_attributions(unit * times)
