"""A query goes on from its last word: fields, and the values of each that are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.care.local_state import Home
from postil.library.catalogue import knowing, saved_queries
from postil.library.catalogue.query_hints import last_word
from postil.library.notes import annotating
from postil.library.shelf.completing import choices, known_values
from postil.library.shelf.renewing import renew
from postil.search.query.fields import FIELDS
from postil.search.query.parser import parse
from tests.library.conftest import Spot

VALUES = {
    "tag": [("sea/ice", "3 notes"), ("press freedom", "1 note"), ("a&b", "")],
    "author": [("Ada Lindqvist", "2 articles"), ("Choe Sang-Hun", "1 article")],
    "outlet": [("Harbour Gazette", "1 article")],
    "@": [("@trade", "tag:trade")],
}


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("au", ["author:"]),
        ("ice ti", ["title:"]),
        ("-st", ["state:"]),
        ("read:", ["read:todo", "read:reading", "read:done"]),
        ("read:re", ["read:reading"]),
        ("tag:", ["tag:sea/ice", 'tag:"press freedom"', 'tag:"a&b"']),
        ("tag:ice", ["tag:sea/ice"]),
        ("(tag:FREE", ['tag:"press freedom"']),
        ("author:lind", ['author:"Ada Lindqvist"']),
        ('author:"ada l', ['author:"Ada Lindqvist"']),
        ('ice author:"choe s', ['author:"Choe Sang-Hun"']),
        ("outlet:nowhere", []),
        ("date:20", ["date:2015", "date:2015-01", "date:2009..2015", "date:2019.."]),
        ("@tr", ["@trade"]),
        ("@x", []),
        ("http:", []),
        ("harbour", []),
    ],
)
def test_what_may_follow(typed: str, texts: list[str]) -> None:
    found = choices(typed, VALUES)
    assert [one.text for one in found] == texts
    for one in found:
        whole = typed[: len(typed) - len(last_word(typed))] + one.text
        if not whole.endswith(":"):
            parse(f"{whole}{')' * whole.count('(')}", {"trade": "tag:trade"})


def test_where_nothing_is_typed_every_field_and_saved_query_is_offered() -> None:
    assert [one.text for one in choices("ice ", VALUES)] == [*(f"{n}:" for n in FIELDS), "@trade"]


def test_the_values_are_those_that_are_known(home: Home, tmp_path: Path, spot: Spot) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(2):
        head = f"---\nauthor: Ada Lund\npublication: Gazette\ntitle: T{number}\n---\n\n"
        (folder / f"{number}.md").write_text(f"{head}Boats {number} lay in ice.\n", "utf-8")
    knowing.add(home.places, [folder])
    renew(home)
    ice = opening.read(home, folder / "0.md")
    annotating.annotate(home, ice, spot(ice, "ice"), tags=["sea"])
    opening.set_metadata(home, ice, {"author": "Eva Berg"})
    saved_queries.save(home, "cold", "tag:sea")
    values = known_values(home)
    assert values["tag"] == [("sea", "1 note")]
    assert set(values["author"]) == {("Ada Lund", "1 article"), ("Eva Berg", "1 article")}
    assert values["outlet"] == [("Gazette", "2 articles")]
    assert values["@"] == [("@cold", "tag:sea")]
