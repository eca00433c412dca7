"""Files of reading devices as their firmwares and plug-ins have written them over the years."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path

import pytest

from postil.imports.base.records import ImportFile
from postil.imports.devices import calibre, kobo, koreader
from postil.imports.readers import read, reader_named, reader_of
from postil.model.note import Colour


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


SIDECAR = """-- we can read Lua syntax here!
return {
    ["bookmarks"] = {
        [1] = {
            ["datetime"] = "2021-05-06 07:10:00",
            ["highlighted"] = true,
            ["notes"] = "It snowed",
            ["page"] = "/body/DocFragment[2]/body/p[2]/text().0",
            ["pos0"] = "/body/DocFragment[2]/body/p[2]/text().0",
            ["text"] = "Page 3 It snowed @ 2021-05-06 07:10:00",
        },
        [2] = {
            ["datetime"] = "2021-05-06 07:09:00",
            ["highlighted"] = true,
            ["notes"] = "It froze",
            ["page"] = 3,
            ["text"] = "It froze here, and where else?",
        },
        [3] = {
            ["datetime"] = "2021-05-06 07:11:00",
            ["highlighted"] = true,
            ["notes"] = "Of a page that is lost",
            ["page"] = 9,
            ["text"] = "Still worth it",
        },
        [4] = { ["datetime"] = "2021-05-06 07:12:00", ["notes"] = "in Chapter 2", ["page"] = 12, },
    },
    ["doc_path"] = "/storage/books/ice.txt",
    ["highlight"] = {
        [3] = {
            [1] = { ["datetime"] = "2021-05-06 07:09:00", ["drawer"] = "lighten",
                    ["pos0"] = { ["x"] = 1.5, ["y"] = -2e-3, }, ["text"] = "It froze", },
            [2] = { ["datetime"] = "2021-05-06 07:10:00", ["drawer"] = "underscore",
                    ["text"] = "It snowed", },
        },
    },
    ["highlights_imported"] = true,
    ["percent_finished"] = 0.25,
    ["stats"] = { ["authors"] = "Ann Reed\\
Bo Stone", ["title"] = "The Ice", },
}
"""


def test_an_old_sidecar_loses_no_note() -> None:
    file = ImportFile(SIDECAR.encode(), "metadata.txt.lua")
    assert reader_of(file).name == "koreader"
    found = koreader.read(file)
    assert [(one.quote, one.body) for one in found.notes] == [
        ("It froze", "It froze here, and where else?"),
        ("It snowed", ""),
        ("Of a page that is lost", "Still worth it"),
    ]
    assert found.skipped == 1
    article = found.notes[0].article
    assert (article.title, article.author, article.file) == (
        "The Ice",
        "Ann Reed; Bo Stone",
        "ice.txt",
    )


def test_the_exporter_writes_one_book_or_several() -> None:
    entries = [
        {"sort": "highlight", "text": "It froze", "note": "Why?", "time": 1714979340, "page": 3},
        {"sort": "bookmark", "text": "The chapter", "time": 1714979341, "page": 4},
    ]
    book = {"title": "The Ice", "author": "Ann Reed", "entries": entries, "md5sum": "x"}
    for found in (book, {"documents": [book], "version": "json/1.0.0"}):
        file = ImportFile(json.dumps(found).encode(), "The Ice.json")
        assert reader_of(file).name == "koreader-json"
        taken = koreader.read_json(file)
        assert [(one.quote, one.body) for one in taken.notes] == [("It froze", "Why?")]
        assert taken.notes[0].created.startswith("2024-05-06T07:09")
        assert taken.skipped == 1


KO_MARKDOWN = """# The Ice
##### Ann Reed

## One
### Page 3 @ 06 May 2024 07:09:00 PM
*It froze*

---
Why?

### Page 4 @ 07 May 2024 08:00:00 AM
It snowed
"""


def test_the_exporter_writes_markdown() -> None:
    file = ImportFile(KO_MARKDOWN.encode(), "The Ice.md")
    assert reader_of(file).name == "markdown"
    one, two = read(reader_named("markdown"), file).notes
    assert (one.quote, one.body, two.quote) == ("It froze", "Why?", "It snowed")
    assert one.created.startswith("2024-05-06T19:09")
    assert two.created.startswith("2024-05-07T08:00")


@pytest.mark.parametrize("years", ["first", "later"])
def test_databases_of_kobo_have_had_fewer_columns(years: str, tmp_path: Path) -> None:
    path = tmp_path / "KoboReader.sqlite"
    with sqlite3.connect(path) as db:
        columns = "BookmarkID, VolumeID, ContentID, Text, Annotation, DateCreated"
        row = ("1", "file:///mnt/onboard/Reed/ice.epub", "c", " It froze\n", "Why?", "2013-02-03")
        if years == "first":
            db.execute(f"CREATE TABLE Bookmark ({columns})")
            db.execute("INSERT INTO Bookmark VALUES (?, ?, ?, ?, ?, ?)", row)
        else:
            db.execute(f"CREATE TABLE Bookmark ({columns}, Type, Hidden, Color)")
            db.execute("CREATE TABLE content (ContentID, Title, Attribution)")
            db.execute("INSERT INTO content VALUES (?, 'The Ice', 'Ann Reed')", (row[1],))
            add = "INSERT INTO Bookmark VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            db.execute(add, (*row, "note", "false", 3))
            db.execute(add, ("2", *row[1:], "highlight", "true", 0))
            db.execute(add, ("3", *row[1:3], None, None, row[5], "markup", "false", 0))
    db.close()
    file = ImportFile(path.read_bytes(), path.name)
    assert reader_of(file).name == "kobo"
    (one,) = kobo.read(file).notes
    assert (one.quote, one.body, one.article.file) == ("It froze", "Why?", "ice.epub")
    assert one.colour is (None if years == "first" else Colour.GREEN)


@pytest.mark.parametrize(
    ("style", "colour"),
    [
        ({"kind": "color", "type": "builtin", "which": "green"}, Colour.GREEN),
        ({"kind": "color", "type": "custom", "background-color": "#ffb347"}, Colour.ORANGE),
        (
            {"kind": "color", "type": "custom", "which": "uuid", "background-color": "#aec6cf"},
            Colour.BLUE,
        ),
        ({"kind": "decoration", "type": "builtin", "which": "wavy"}, None),
    ],
)
def test_calibre_has_colours_of_its_own_and_of_readers(
    style: dict[str, str], colour: Colour | None
) -> None:
    row = {"type": "highlight", "highlighted_text": "It froze", "style": style, "uuid": "u"}
    whole = {"type": "calibre_annotation_collection", "version": 1, "annotations": [row]}
    (one,) = calibre.read(ImportFile(json.dumps(whole).encode(), "a.json")).notes
    assert one.colour is colour
