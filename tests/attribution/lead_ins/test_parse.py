from __future__ import annotations

import pytest

from postil.attribution.lead_ins.clauses import find_lead_ins
from postil.attribution.lead_ins.parse import parse_lead_in
from postil.model.source import Date, Name
from tests.support.effort import at_most

LAMB = (Name("Lamb", "Mary"),)


@pytest.mark.parametrize(
    ("raw", "authors", "container", "date"),
    [
        ("Mary Lamb wrote in the Quay Herald:", LAMB, "Quay Herald", None),
        ("Mary Lamb wrote in the Quay Herald in 2011:", LAMB, "Quay Herald", Date(2011)),
        ("In May 2011, Mary Lamb wrote in the Quay Herald:", LAMB, "Quay Herald", Date(2011, 5)),
        ("Mary Lamb of the Quay Herald reported:", LAMB, "Quay Herald", None),
        ("Quay Herald reporter Mary Lamb wrote:", LAMB, "Quay Herald", None),
        ("Writing in the Quay Herald, Mary Lamb said:", LAMB, "Quay Herald", None),
        ("The sailor and writer Mary Lamb wrote in the Quay Herald:", LAMB, "Quay Herald", None),
        ("Reuters reported:", (), "Reuters", None),
        ("According to AFP:", (), "AFP", None),
        ("According to a report in the Quay Herald,", (), "Quay Herald", None),
        ("A pilot told the Quay Herald,", (), "Quay Herald", None),
    ],
)
def test_who_and_where_and_when(
    raw: str, authors: tuple[Name, ...], container: str, date: Date | None
) -> None:
    source = parse_lead_in(raw)
    assert source is not None
    assert (source.author, source.container_title, source.issued) == (authors, container, date)


@pytest.mark.parametrize(
    ("raw", "authors", "container", "title"),
    [
        ("said Mary Lamb of AFP:", LAMB, "AFP", ""),
        ("In the Quay Herald, Mary Lamb said:", LAMB, "Quay Herald", ""),
        ("Mary Lamb, author of “Salt and Rope”, said:", LAMB, "", "Salt and Rope"),
        ("Mary Lamb wrote in the Quay Herald:", LAMB, "Quay Herald", ""),
        ("Mary Lamb wrote in “Salt and Rope”:", LAMB, "", "Salt and Rope"),
        ("Mary Lamb of AFP said:", LAMB, "AFP", ""),
        ("A Reuters report said:", (), "Reuters", ""),
        ("The Quay Herald said:", (), "The Quay Herald", ""),
        ("Mary Lamb wrote:", LAMB, "", ""),
        ("According to the novel “Salt and Rope”,", (), "", "Salt and Rope"),
        ("According to Mary Lamb’s book “Salt and Rope”,", LAMB, "", "Salt and Rope"),
        ("According to a report in the Quay Herald,", (), "Quay Herald", ""),
        ("According to Mary Lamb of the Quay Herald,", LAMB, "Quay Herald", ""),
        ("According to the Quay Herald,", (), "Quay Herald", ""),
        ("According to historian Mary Lamb,", LAMB, "", ""),
        ("According to Quayside,", (), "Quayside", ""),
    ],
)
def test_each_rule_names_a_source(
    raw: str, authors: tuple[Name, ...], container: str, title: str
) -> None:
    source = parse_lead_in(raw)
    assert source is not None
    assert (source.author, source.container_title, source.title) == (authors, container, title)


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("In early May 2011, Reuters said:", Date(2011, 5)),
        ("According to a 2011 report by AFP:", Date(2011)),
        ("Reuters said in 2011:", Date(2011)),
        ("Mary Lamb wrote in “1984”:", None),
    ],
)
def test_the_time_is_what_the_words_say(raw: str, date: Date | None) -> None:
    source = parse_lead_in(raw)
    assert source is not None
    assert source.issued == date


def test_a_book_and_its_author() -> None:
    source = parse_lead_in("Historian Mary Lamb wrote in “Salt and Rope”:")
    assert source is not None
    assert (source.author, source.title) == (LAMB, "Salt and Rope")


@pytest.mark.parametrize(
    "raw",
    [
        "He said:",
        "Mary Lamb said:",
        "According to the pilots,",
        "The government said:",
        "One pilot told reporters:",
        "In May 2013, reported:",
        "",
    ],
)
def test_speech_names_no_publication(raw: str) -> None:
    assert parse_lead_in(raw) is None


def test_lead_ins_in_running_text() -> None:
    text = "Ships came. Mr. Rook saw them. Reuters reported: “They left.” According to AFP: “No.”"
    found = find_lead_ins(text)
    assert [text[lead.start : lead.end] for lead in found] == [
        "Reuters reported:",
        "According to AFP:",
    ]
    assert all(lead.quoting for lead in found)


def test_a_lead_in_within_a_quotation_is_not_one() -> None:
    assert find_lead_ins("“Ships came. Reuters reported: they left.”") == []


def test_a_flood_of_clauses_takes_no_time() -> None:
    hostile = ("said: “" * 14_000, "AFP said: “" * 9_000, "told " * 20_000 + "“", ":" * 100_000)
    with at_most(400):
        for text in hostile:
            find_lead_ins(text)


@pytest.mark.parametrize(
    "raw",
    [
        "The synopsis said “checkout [-B branch]”:",
        "It was tempting to say “git branch --set-upstream origin/master”, but that tells Git:",
        "The interactive prompt “git send-email” gives was error prone. It asked:",
        "According to the book “git rebase”,",
    ],
)
def test_a_command_line_is_no_title_and_its_clause_names_nobody(raw: str) -> None:
    source = parse_lead_in(raw)
    assert source is None or not source.identified


def test_a_title_in_small_letters_stands_where_its_author_does() -> None:
    source = parse_lead_in("Mary Lamb wrote in “salt and rope”:")
    assert source is not None
    assert (source.author, source.title) == (LAMB, "salt and rope")
