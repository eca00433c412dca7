"""Proper words of a title, and the others of it in small letters."""

from __future__ import annotations

import pytest

from postil.cite.record.protected_case import protected_runs, sentence_case


def test_titles_are_written_small_but_for_names() -> None:
    common = {"and", "their", "harbours", "ships", "guide", "a", "to"}.__contains__
    assert sentence_case("Ships and Their Harbours", common) == "Ships and their harbours"
    assert sentence_case("A Guide to Busan", common) == "A guide to Busan"
    assert sentence_case("North Korea: Ships", common) == "North Korea: Ships"
    assert sentence_case("NATO Ships", common) == "NATO ships"


@pytest.mark.parametrize(
    ("title", "proper"),
    [
        ("South Korean Ships in North Korea", ["Korean", "North Korea"]),
        ("Ships of North Korea in New York City", ["North Korea", "New York"]),
        ("How boats of Mary came home from Leith", ["Mary", "Leith"]),
        ("Ships and a README.md for NATO", ["README.md", "NATO"]),
        ("The Japanese’s Ships", ["Japanese’s"]),
        ("Ships", []),
    ],
)
def test_proper_words(title: str, proper: list[str]) -> None:
    assert [title[start:end] for start, end in protected_runs(title)] == proper
