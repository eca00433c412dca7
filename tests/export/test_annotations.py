"""Notes as annotations: passages by quotation and by offsets, in the unit that each counts."""

from __future__ import annotations

import json
from typing import Any

from postil.export.annotations import hypothesis, w3c
from tests.export.dossiers import TIDES, digest_of, dossier


def items(data: bytes, name: str) -> list[dict[str, Any]]:
    found = json.loads(data)[name]
    assert isinstance(found, list)
    return found


def test_a_page_of_annotations_holds_every_note() -> None:
    page = json.loads(w3c.write(dossier()).data)
    assert page["@context"] == w3c.CONTEXT
    assert page["partOf"]["total"] == len(page["items"]) == 7
    assert len({one["id"] for one in page["items"]}) == 7


def test_offsets_count_code_points_and_lead_to_the_quotation() -> None:
    for one in items(w3c.write(dossier()).data, "items"):
        selectors = {two["type"]: two for two in one["target"].get("selector", ())}
        if place := selectors.get("TextPositionSelector"):
            exact = selectors["TextQuoteSelector"]["exact"]
            text = TIDES if one["target"]["source"] == "https://t.test/a" else None
            assert text is None or text[place["start"] : place["end"]] == exact


def test_bodies_say_what_they_are_for() -> None:
    whole, first, second, *_ = items(w3c.write(dossier()).data, "items")
    assert "selector" not in whole["target"]
    assert [(two["purpose"], two["value"]) for two in first["body"]] == [
        ("commenting", "Why *so*?"),
        ("tagging", "ice"),
        ("tagging", "trade/routes"),
    ]
    assert second["body"][-1]["purpose"] == "linking"
    assert second["body"][-1]["source"] == first["id"]
    assert first["creator"] == {"type": "Person", "name": "Ann Reed"}
    assert first["target"]["state"]["cached"] == f"urn:sha256:{digest_of(TIDES)}"


def test_where_an_article_lies_is_nobody_elses_business() -> None:
    for data in (w3c.write(dossier()).data, hypothesis.write(dossier()).data):
        assert b"/home/ann" not in data


def test_an_orphan_has_its_quotation_alone() -> None:
    for one in items(w3c.write(dossier()).data, "items"):
        selectors = one["target"].get("selector", [])
        if any(two.get("exact") == "words that went" for two in selectors):
            assert [two["type"] for two in selectors] == ["TextQuoteSelector"]
            return
    raise AssertionError("the orphan is not there")


def test_hypothesis_counts_utf16() -> None:
    encoded = TIDES.encode("utf-16-le")
    tried = 0
    for one in items(hypothesis.write(dossier()).data, "annotations"):
        selectors = {two["type"]: two for two in one["target"][0].get("selector", ())}
        place = selectors.get("TextPositionSelector")
        if place and one["uri"] == "https://t.test/a":
            found = encoded[2 * place["start"] : 2 * place["end"]].decode("utf-16-le")
            assert found == selectors["TextQuoteSelector"]["exact"]
            tried += 1
    assert tried == 4


def test_hypothesis_gets_users_that_it_allows_and_is_told_of_colours() -> None:
    written = hypothesis.write(dossier())
    assert {one["user"] for one in items(written.data, "annotations")} == {
        "acct:Ann_Reed@postil.invalid"
    }
    assert written.losses == ("Hypothesis has one colour: those of 1 note stay here.",)
