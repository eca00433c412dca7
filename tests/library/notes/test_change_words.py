"""What was changed of a record, in words: a table of changes and what is told of them."""

from __future__ import annotations

import pytest

from postil.library.notes.change_words import SHOWN, in_words

EVIDENCE = "[Source: Fox News, March 3, 2011]"


def correction(source: dict[str, object] | None) -> dict[str, object]:
    return {"evidence": EVIDENCE, "source": source}


FOX: dict[str, object] = {
    "type": "webpage",
    "container-title": "Fox News",
    "issued": {"date-parts": [[2011, 3, 3]]},
}


@pytest.mark.parametrize(
    ("field", "old", "new", "told"),
    [
        ("created", None, None, "made"),
        ("deleted", False, True, "deleted"),
        ("deleted", True, False, "brought back"),
        ("tags", None, "trade", "tag added: trade"),
        ("tags", "trade", None, "tag removed: trade"),
        ("links", None, "supports 01m8qvw52merqa8mtp8w61jnwe", "link added: supports …8w61jnwe"),
        ("links", "see-also 01m8qvw52merqa8m", None, "link removed: see-also …2merqa8m"),
        ("origin", None, {"program": "kindle", "id": "7"}, "taken in from kindle"),
        ("body", "high", "low", "text: high → low"),
        ("body", "", "two\nlines", "text set: two lines"),
        ("body", "two\nlines", "", "text removed: two lines"),
        ("colour", "yellow", "blue", "colour: yellow → blue"),
        ("colour", None, "blue", "colour set: blue"),
        ("title", "Tides", "On tides", "title: Tides → On tides"),
        ("container-title", None, "Gazette", "publication set: Gazette"),
        ("issued", "2011", "2012", "date: 2011 → 2012"),
        ("type", "article-newspaper", "book", "type: newspaper article → book"),
        ("anchor", {"quote": "ice"}, {"quote": "the ice"}, "passage: ice → the ice"),
        ("anchor", {"quote": "ice", "start": 1}, {"quote": "ice", "start": 9}, "put elsewhere"),
        ("place", {"offset": 1}, {"offset": 2}, "put elsewhere"),
        ("article", "a", "b", "put on another article"),
        ("rank", 1, 2, "rank: 1 → 2"),
        (
            "corrections",
            correction(FOX),
            correction({**FOX, "container-title": "Fox News Channel"}),
            "publication: Fox News → Fox News Channel in “[Source: Fox News, March 3…”",
        ),
        (
            "corrections",
            correction(FOX),
            correction(None),
            "said to be the article's own words in “[Source: Fox News, March 3…”",
        ),
        (
            "corrections",
            correction(FOX),
            None,
            "correction taken back in “[Source: Fox News, March 3…”",
        ),
    ],
)
def test_a_change_is_told_in_words(field: str, old: object, new: object, told: str) -> None:
    assert in_words(field, old, new) == told


def test_a_first_correction_is_told_beside_what_the_text_was_read_to_say() -> None:
    told = in_words("corrections", None, correction({**FOX, "container-title": "Fox News Channel"}))
    assert told.startswith("publication: Fox News → Fox News Channel")


def test_a_long_text_is_told_from_where_it_differs() -> None:
    same = "the harbour froze in the first week of January and stayed so for nine weeks"
    told = in_words("body", f"{same} or eight", f"{same} or ten")
    assert told == "text: … weeks or eight → … weeks or ten"
    told = in_words("body", "a " * 100, "b " * 100)
    assert len(told) <= len("text:  → ") + 2 * SHOWN


@pytest.mark.parametrize("odd", [None, 7, "words", [], {}, {"evidence": 3, "source": 4}])
def test_a_correction_of_any_other_form_is_told_all_the_same(odd: object) -> None:
    assert "\n" not in in_words("corrections", odd, odd)
