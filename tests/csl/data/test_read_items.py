"""Items in CSL-JSON: fields by their kinds, and those that a note carries."""

from __future__ import annotations

from postil.csl import Date, Day, Name, read_item


def test_fields_are_read_by_their_kinds() -> None:
    item = read_item({
        "id": 7, "type": "book", "title": " Rain ", "volume": 3.0, "shortTitle": "R", "x": True,
        "author": [{"family": "Archer", "given": "Ann"}, None], "issued": "2001",
    })  # fmt: skip
    assert (item.id, item.type) == ("7", "book")
    assert item.texts == {"id": "7", "title": "Rain", "volume": "3", "title-short": "R"}
    assert item.names == {"author": (Name("Archer", "Ann"),)}
    assert item.dates == {"issued": Date(Day(2001))}


def test_the_first_page_is_taken_from_the_pages() -> None:
    assert read_item({"id": "a", "page": "12-14"}).texts["page-first"] == "12"
    assert read_item({"id": "a", "page": "12", "page-first": "1"}).texts["page-first"] == "1"


def test_a_note_carries_fields_on_its_first_lines_and_in_braces() -> None:
    note = "volume: 4\neditor: Baker || Ben\neditor: WHO\ntype: map\nso: {:issued: 2001}\n\npage: 3"
    item = read_item({"id": "a", "type": "book", "note": note})
    assert (item.type, item.texts["volume"]) == ("map", "4")
    assert item.names["editor"] == (Name("Baker", "Ben"), Name(literal="WHO"))
    assert item.dates["issued"] == Date(Day(2001))
    assert "page" not in item.texts


def test_a_note_does_not_overrule_fields() -> None:
    assert read_item({"id": "a", "volume": 1, "note": "volume: 4"}).texts["volume"] == "1"
