"""Which field of an entry is the author, the title, the publication, the publisher."""

from __future__ import annotations

import pytest

from postil.attribution.parsing.drafts import drafts_of
from postil.attribution.parsing.entries import entries
from postil.lexicon.name_list import lookup_key
from postil.lexicon.name_overrides import NameOverrides
from postil.model.source import Date
from tests.attribution.readable import extraction

MAY_3 = Date(2001, 5, 3)
YEAR = Date(1991)


def drafted(rest: str, date: Date | None = None, url: str = "", publisher: str = "") -> list[str]:
    """Return what each draft of an entry says; T is a quoted title, D the date."""
    found = extraction(rest, title="Old Ropes" if "T" in rest.split() else "", url=url)
    found.dates = [date] if date else []
    found.overrides = NameOverrides(publishers=frozenset({lookup_key(publisher)} - {""}))
    [entry] = entries(found, plural=False)
    said = []
    for one in drafts_of(entry, found):
        fields = {
            "a": " & ".join(name.display for name in one.author),
            "t": one.title,
            "c": one.container,
            "p": one.publisher,
        }
        said.append(" | ".join(f"{name}={value}" for name, value in fields.items() if value))
    return said


@pytest.mark.parametrize(
    ("rest", "result"),
    [
        (
            "Quay Herald, Mary Lamb, Harbour Times",
            ["c=Quay Herald", "a=Mary Lamb | c=Harbour Times"],
        ),
        (
            "Mary Lamb, Old Salt Coast Stories, Harbour Times",
            ["a=Mary Lamb | t=Old Salt Coast Stories | c=Harbour Times"],
        ),
        ("Mary Lamb, T , Anna Quay", ["a=Mary Lamb | t=Old Ropes | c=Anna Quay"]),
        (
            "Mary Lamb, Quay Herald, Tom Rook, Harbour Times",
            ["a=Mary Lamb | c=Quay Herald", "a=Tom Rook | c=Harbour Times"],
        ),
        ("Mary Lamb, Tom Rook, Harbour Times", ["a=Mary Lamb & Tom Rook | c=Harbour Times"]),
        ("Mary Lamb, Anna Quay", ["a=Mary Lamb | c=Anna Quay"]),
        ("Mary Lamb, Tom Rook and Anna Quay", ["a=Mary Lamb & Tom Rook & Anna Quay"]),
    ],
)
def test_persons(rest: str, result: list[str]) -> None:
    assert drafted(rest) == result


@pytest.mark.parametrize(
    ("rest", "date", "result"),
    [
        ("Reuters, Harbour Times, D", MAY_3, ["a=Reuters | c=Harbour Times"]),
        ("Reuters, Harbour Times", None, ["c=Reuters", "c=Harbour Times"]),
        ("Reuters, T , Harbour Times", None, ["a=Reuters | t=Old Ropes | c=Harbour Times"]),
        ("Quayside, T", None, ["a=Quayside | t=Old Ropes"]),
        ("Quayside, Harbour Times", None, ["a=Quayside | c=Harbour Times"]),
        (
            "Lamb, Salt Coast Stories, Harbour Times",
            None,
            ["a=Lamb | t=Salt Coast Stories | c=Harbour Times"],
        ),
        ("Quay Herald, D", MAY_3, ["c=Quay Herald"]),
    ],
)
def test_the_name_that_stands_first(rest: str, date: Date | None, result: list[str]) -> None:
    assert drafted(rest, date) == result


@pytest.mark.parametrize(
    ("rest", "url", "result"),
    [
        ("Mary Lamb, Quay Herald, the Quay Herald", "", ["a=Mary Lamb | c=Quay Herald"]),
        ("Mary Lamb, T , Quay Press", "", ["a=Mary Lamb | t=Old Ropes | p=Quay Press"]),
        ("Mary Lamb, on Salt and Rope, Quay Herald", "", ["a=Mary Lamb | c=Quay Herald"]),
        (
            "Mary Lamb, Salt and Rope, Quay Press",
            "",
            ["a=Mary Lamb | t=Salt and Rope | p=Quay Press"],
        ),
        (
            "Mary Lamb, Salt coast stories, Quay Herald",
            "",
            ["a=Mary Lamb | t=Salt coast stories | c=Quay Herald"],
        ),
        ("Ministry of Ports, Fish and Tides", "", ["c=Ministry of Ports, Fish and Tides"]),
        ("Tide Portal, Ministry of Ports", "q.example", ["c=Tide Portal | p=Ministry of Ports"]),
        ("Ministry of Ports, Tide Portal", "q.example", ["c=Tide Portal | p=Ministry of Ports"]),
        ("CNN, Reuters", "", ["c=CNN", "c=Reuters"]),
    ],
)
def test_names_of_publications(rest: str, url: str, result: list[str]) -> None:
    assert drafted(rest, url=url) == result


@pytest.mark.parametrize(
    ("name", "date", "publisher"),
    [
        ("Quay Press", MAY_3, True),
        ("Penguin News", MAY_3, False),
        ("Penguin News", YEAR, True),
        ("Quayside", YEAR, True),
        ("Quayside", MAY_3, False),
        ("Quayside", None, False),
    ],
)
def test_a_publisher_stands_behind_a_title(name: str, date: Date | None, publisher: bool) -> None:
    rest = f"Mary Lamb, T , {name}" + (", D" if date else "")
    field = "p" if publisher else "c"
    assert drafted(rest, date) == [f"a=Mary Lamb | t=Old Ropes | {field}={name}"]


def test_who_the_reader_said_is_a_publisher_is_one() -> None:
    rest = "Mary Lamb, T , Harbour Times, D"
    assert drafted(rest, MAY_3, publisher="Harbour Times") == [
        "a=Mary Lamb | t=Old Ropes | p=Harbour Times"
    ]


def test_cities_are_left_out() -> None:
    assert drafted("Reuters, Seoul, Harbour Times, D", MAY_3) == ["a=Reuters | c=Harbour Times"]
    assert drafted("Seoul, Harbour Times, D", MAY_3) == ["a=Seoul | c=Harbour Times"]


@pytest.mark.parametrize(("title", "result"), [("One Two Three Four", "t"), ("One Two Three", "a")])
def test_four_words_are_too_many_for_a_name(title: str, result: str) -> None:
    [said] = drafted(f"Mary Lamb, {title}, Quay Herald")
    assert said.startswith("a=Mary Lamb | t=" if result == "t" else "a=Mary Lamb & ")
