from __future__ import annotations

import pytest

from postil.attribution.lead_ins.naming import (
    body_in,
    body_source,
    outlet_behind,
    outlets_reporter,
    people_in,
    person_of_outlet,
    report_source,
)
from postil.lexicon.name_list import lookup_key
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Source


def shown(source: Source | None) -> tuple[str, str, str] | None:
    if source is None:
        return None
    people = " & ".join(name.display for name in source.author)
    return source.container_title, people, source.publisher


@pytest.mark.parametrize(
    ("subject", "persons"),
    [
        ("Historian Mary Lamb, of Leith", ["Mary Lamb"]),
        ("Mary Lamb and Tom Rook", ["Mary Lamb", "Tom Rook"]),
        ("the pilot", []),
        ("Quay Herald", []),
    ],
)
def test_persons(subject: str, persons: list[str]) -> None:
    assert [name.display for name in people_in(subject, NO_OVERRIDES)] == persons


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("the Quay Herald", "Quay Herald"),
        ("the local newspaper Quay Herald", "Quay Herald"),
        ("the Quay Herald that day", "Quay Herald"),
        ("the Ministry of Ports", "Ministry of Ports"),
        ("Reuters and Mary Lamb", ""),
        ("the harbour", ""),
        (" ".join(["Quay"] * 9 + ["Herald"]), " ".join(["Quay"] * 9 + ["Herald"])),
        (" ".join(["Quay"] * 10 + ["Herald"]), ""),
    ],
)
def test_publications_and_bodies(words: str, body: str) -> None:
    assert body_in(words, NO_OVERRIDES) == body


def test_what_the_reader_called_an_outlet_is_one() -> None:
    overrides = NameOverrides(outlets=frozenset({lookup_key("Mary Lamb")}))
    assert body_in("the Mary Lamb", overrides) == "Mary Lamb"
    assert people_in("Mary Lamb", overrides) == ()


@pytest.mark.parametrize(
    ("after", "publication"),
    [
        ("in the Quay Herald", "Quay Herald"),
        ("in the spring issue of Quayside", "Quayside"),
        ("for an article in the Quay Herald that", "Quay Herald"),
        ("the Quay Herald", "Quay Herald"),
        ("the Quay Herald, adding", "Quay Herald"),
        ("in Leith", "Leith"),
        ("Mary Lamb", ""),
        ("reporters", ""),
    ],
)
def test_the_publication_behind_a_verb(after: str, publication: str) -> None:
    assert outlet_behind(after, NO_OVERRIDES) == publication


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("the Quay Herald", ("Quay Herald", "", "")),
        ("The Herald’s Mary Lamb", ("The Herald", "Mary Lamb", "")),
        ("the BBC’s Quay Magazine", ("Quay Magazine", "", "BBC")),
        ("the pilots", None),
    ],
)
def test_a_body_may_say_whose_it_is(words: str, source: tuple[str, str, str] | None) -> None:
    assert shown(body_source(words, NO_OVERRIDES)) == source


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("a Reuters report", ("Reuters", "", "")),
        ("a report in the Quay Herald", ("Quay Herald", "", "")),
        ("a study by the Ministry of Ports", ("Ministry of Ports", "", "")),
        ("a report in Leith", None),
    ],
)
def test_a_report_names_who_printed_it(words: str, source: tuple[str, str, str] | None) -> None:
    assert shown(report_source(words, NO_OVERRIDES)) == source


def test_a_person_and_the_outlet_that_sent_them() -> None:
    lamb = ("Quay Herald", "Mary Lamb", "")
    assert shown(person_of_outlet("Mary Lamb of the Quay Herald", NO_OVERRIDES)) == lamb
    assert shown(outlets_reporter("Quay Herald reporter Mary Lamb", NO_OVERRIDES)) == lamb
    assert person_of_outlet("Mary Lamb of Leith", NO_OVERRIDES) is None
    assert outlets_reporter("reporter Mary Lamb", NO_OVERRIDES) is None
