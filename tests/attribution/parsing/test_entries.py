from __future__ import annotations

import pytest

from postil.attribution.parsing.entries import Entry, entries, level_entries
from postil.attribution.parsing.fields import FieldKind
from postil.model.source import Date
from tests.attribution.readable import extraction

YEAR = Date(1991)


def read(rest: str) -> list[str]:
    """Return the names of each entry, (title) and (book) for signs, and whether it has a date."""
    found = extraction(rest)
    found.dates = [YEAR] * rest.count("D")
    return [shown(entry) for entry in entries(found, plural=False)]


def shown(entry: Entry) -> str:
    signs = {FieldKind.TITLE: "(title)", FieldKind.BOOK: "(book)"}
    names = [one.words or signs[one.kind] for one in entry.fields]
    return ", ".join(names) + (" – dated" if entry.date else "")


@pytest.mark.parametrize(
    ("rest", "result"),
    [
        ("Mary Lamb, Herald, D", ["Mary Lamb, Herald – dated"]),
        ("Herald / Wikipedia", ["Herald", "Wikipedia"]),
        ("Mary Lamb; Tom Rook; Herald, D", ["Mary Lamb, Tom Rook, Herald – dated"]),
        ("Herald; Times; D", ["Herald, Times – dated"]),
        ("NPR via WBUR, D", ["NPR – dated"]),
        ("Reuters via Herald, D", ["Reuters, Herald – dated"]),
        ("Mary Lamb’s book T , D", ["Mary Lamb, (title) – dated"]),
        ("The Salt Coast by Ingrid Falk, D", ["(title), Ingrid Falk – dated"]),
        ("T in The Book of Ropes, D", ["(title), The Book of Ropes – dated"]),
    ],
)
def test_an_attribution_is_cut_into_entries(rest: str, result: list[str]) -> None:
    assert read(rest) == result


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("by the Quay Herald", "Quay Herald"),
        ("(Quay Herald", "Quay Herald"),
        ("Quay Herald on", "Quay Herald"),
        ("what boats are for", ""),
        ("the Guardian", "the Guardian"),
        ("unpublished thesis", ""),
        ("Jr.", ""),
    ],
)
def test_only_names_are_kept_of_the_words_between_commas(words: str, name: str) -> None:
    assert read(f"Mary Lamb, {words}") == [", ".join(filter(None, ("Mary Lamb", name)))]


@pytest.mark.parametrize(("words", "page"), [("12", "12"), ("A-12", "A-12"), ("12345", "")])
def test_a_number_behind_a_name_is_a_page(words: str, page: str) -> None:
    found = extraction(f"Quay Herald, {words}")
    assert [shown(entry) for entry in entries(found, plural=False)] == ["Quay Herald"]
    assert found.page == page


@pytest.mark.parametrize(
    ("name", "address", "kind"),
    [
        ("Boatin", "boatin.example", FieldKind.PUBLICATION),
        ("Boats", "boats.example", FieldKind.WORD),
    ],
)
def test_a_name_of_six_letters_is_known_by_its_address(
    name: str, address: str, kind: FieldKind
) -> None:
    [entry] = entries(extraction(name, url=address), plural=False)
    assert [one.kind for one in entry.fields] == [kind]


def test_an_empty_place_is_a_fault() -> None:
    found = extraction("Mary Lamb,, Herald")
    assert [shown(entry) for entry in entries(found, plural=False)] == ["Mary Lamb, Herald"]
    assert found.problems == ["empty-segment"]


def test_a_bibliography_entry_is_brought_to_commas() -> None:
    found = extraction("– Mori, A., & Stahl, B. Salt and Rope. Quay Press")
    level_entries(found)
    assert found.rest == "A. Mori and B. Stahl, Salt and Rope, Quay Press"
