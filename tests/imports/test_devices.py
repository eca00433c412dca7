"""What reading devices keep: Kindle, KOReader, Kobo, Moon+, Calibre."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from postil.errors import BadRequest
from postil.imports.base.records import ImportFile
from postil.imports.devices import calibre, kindle, kindle_notebook, kobo, koreader, moonreader
from postil.imports.devices.lua_table import LuaTable
from postil.imports.readers import reader_of
from postil.model.note import Colour


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


def clippings(*entries: str) -> ImportFile:
    text = "".join(f"{entry}\n==========\n" for entry in entries)
    return ImportFile(f"\ufeff{text}".encode(), "My Clippings.txt")


FIRST = "The Ice (Ann Reed)\n- Your Highlight on page 3 | Location 40-41 | Added on {}\n\n{}"


@pytest.mark.parametrize(
    ("about", "when"),
    [
        ("Your Highlight | Added on Sunday, February 4, 2018 7:08:09 PM", "2018-02-04T19:08:09"),
        ("Your Highlight | Added on Monday, 5 February 2018 08:00:00", "2018-02-05T08:00:00"),
        ("Ihre Markierung | Hinzugefügt am Sonntag, 4. März 2018 19:08:09", "2018-03-04T19:08:09"),
        ("Votre surlignement | Ajouté le dimanche 4 février 2018 19:08:09", "2018-02-04T19:08:09"),
        ("Tu subrayado | Añadido el domingo, 4 de marzo de 2018 7:08:09", "2018-03-04T07:08:09"),
        ("您的标注 | 添加于 2018年2月4日星期日 下午7:08:09", "2018-02-04T19:08:09"),
        ("ハイライト | 作成日: 2018年2月4日日曜日 19:08:09", "2018-02-04T19:08:09"),
        ("Ваш выделенный отрывок | Добавлено: 4 марта 2018 19:08:09", "2018-03-04T19:08:09"),
    ],
)
def test_clippings_tell_their_time_in_many_languages(about: str, when: str) -> None:
    (note,) = kindle.read(clippings(f"The Ice (Ann Reed)\n- {about}\n\nIt froze.")).notes
    assert note.created.startswith(when)
    assert (note.article.title, note.article.author) == ("The Ice", "Ann Reed")


def test_the_last_form_of_a_highlight_counts_and_a_note_joins_it() -> None:
    file = clippings(
        FIRST.format("Sunday, February 4, 2018 7:08:09 PM", "It froze"),
        FIRST.format("Sunday, February 4, 2018 7:09:09 PM", "It froze twice that year"),
        "The Ice (Ann Reed)\n- Your Note on page 3 | Location 41 | Added on x\n\nWhich year?",
        "The Ice (Ann Reed)\n- Your Bookmark on page 9 | Location 90 | Added on x\n\n",
        "The Ice (Ann Reed)\n- Your Note on page 9 | Location 99 | Added on x\n\nAlone",
    )
    found = kindle.read(file)
    assert [(one.quote, one.body) for one in found.notes] == [
        ("It froze twice that year", "Which year?"),
        ("", "Alone"),
    ]
    assert found.skipped == 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ihre Notiz", "note"),
        ("Votre signet", "bookmark"),
        ("您的笔记", "note"),
        ("ブックマーク", "bookmark"),
    ],
)
def test_kinds_are_told_in_many_languages(line: str, kind: str) -> None:
    found = kindle.read(clippings(f"T (A)\n- {line} | Location 4 | x\n\nwords"))
    assert [one.body for one in found.notes] == (["words"] if kind == "note" else [])


def test_a_notebook_in_html() -> None:
    page = (
        '<div class="bookTitle">The Ice</div><div class="authors">Reed, Ann</div>'
        '<div class="noteHeading">Highlight(<span class="highlight_blue">blue</span>) - Page 3'
        '</div><div class="noteText">It froze &amp; thawed</div>'
        '<div class="noteHeading">Note - Page 3</div><div class="noteText">Twice?</div>'
    )
    (note,) = kindle_notebook.read(ImportFile(page.encode(), "Notebook.html")).notes
    assert (note.quote, note.body, note.colour) == ("It froze & thawed", "Twice?", Colour.BLUE)


LUA = r"""-- a comment
return {
    ["annotations"] = {
        [1] = {["color"] = "green", ["datetime"] = "2024-02-03 10:11:12", ["drawer"] = "lighten",
               ["note"] = "one\
two \"three\" \228\189\160", ["text"] = "It froze"},
        [2] = {["datetime"] = "2024-02-03 10:13:00", ["text"] = "in a chapter"},
    },
    ["doc_path"] = "/mnt/ice.epub",
    ["doc_props"] = {["title"] = "The Ice", ["authors"] = "Ann Reed"},
}
"""

OLD = """return {
    ["bookmarks"] = {
        [1] = {["datetime"] = "2020-01-02 03:04:05", ["highlighted"] = true,
               ["notes"] = "It froze", ["text"] = "Why?"},
        [2] = {["datetime"] = "2020-01-02 03:05:05", ["notes"] = "page 9"},
    },
    ["highlight"] = {
        [3] = {[1] = {["datetime"] = "2020-01-02 03:04:05", ["text"] = "It froze"}},
    },
    ["stats"] = {["title"] = "The Ice"},
}
"""


def test_koreader_in_its_new_and_its_old_form() -> None:
    new = koreader.read(ImportFile(LUA.encode(), "metadata.epub.lua"))
    (note,) = new.notes
    assert (note.quote, note.body) == ("It froze", 'one\ntwo "three" 你')
    assert (note.article.file, note.colour, new.skipped) == ("ice.epub", Colour.GREEN, 1)
    old = koreader.read(ImportFile(OLD.encode(), "metadata.epub.lua"))
    assert [(one.quote, one.body) for one in old.notes] == [("It froze", "Why?")]
    assert old.skipped == 1


@pytest.mark.parametrize(
    "text",
    [
        "return os.execute('x')",
        "return {f()}",
        "return {",
        'return {["a"] = "',
        "return " + "{" * 100,
        "return {[1] = function() end}",
        "x",
    ],
)
def test_a_table_is_never_a_program(text: str) -> None:
    with pytest.raises(BadRequest):
        LuaTable(text).value()


def test_a_table_holds_what_lua_writes() -> None:
    read = LuaTable("return {1, -2.5, 0x1F, [[long\ntext]], a = true; b = nil, {}, --[[x]] 'q'}")
    assert read.value() == {
        1: 1,
        2: -2.5,
        3: 31,
        4: "long\ntext",
        "a": True,
        "b": None,
        5: {},
        6: "q",
    }


def test_kobo_reads_a_database_and_leaves_dogears(tmp_path: Path) -> None:
    path = tmp_path / "KoboReader.sqlite"
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute(
        "CREATE TABLE Bookmark (BookmarkID, VolumeID, Text, Annotation, DateCreated, Type, Hidden,"
        " Color)"
    )
    db.execute("CREATE TABLE content (ContentID, Title, Attribution)")
    db.execute("INSERT INTO content VALUES ('file:///v/ice.epub', 'The Ice', 'Ann Reed')")
    rows = [
        ("b1", "file:///v/ice.epub", " It froze\n", "Why?", "2022-05-06T07:08:09", "note", 0, 2),
        ("b2", "file:///v/ice.epub", None, None, "2022-05-06T07:08:10", "dogear", 0, 0),
        ("b3", "file:///v/ice.epub", "gone", None, "2022-05-06T07:08:11", "highlight", "true", 0),
    ]
    db.executemany("INSERT INTO Bookmark VALUES (?,?,?,?,?,?,?,?)", rows)
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    before = path.read_bytes()
    found = kobo.read(ImportFile(before, path.name))
    (note,) = found.notes
    assert (note.quote, note.body, note.colour, note.id) == ("It froze", "Why?", Colour.BLUE, "b1")
    assert (note.article.title, note.article.file) == ("The Ice", "ice.epub")
    assert (note.created, found.skipped) == ("2022-05-06T07:08:09.000Z", 2)
    assert path.read_bytes() == before


def test_a_damaged_database_is_refused_in_words(tmp_path: Path) -> None:
    data = b"SQLite format 3\0" + b"\x10\0\x01\x01" + bytes(200) + b"Bookmark" + bytes(5000)
    with pytest.raises(BadRequest):
        kobo.read(ImportFile(data, "KoboReader.sqlite"))


def test_moonreader_has_sixteen_lines_a_note() -> None:
    row = [
        "7",
        "The Ice",
        "/sd/ice.txt",
        "/sd/ice.txt",
        "0",
        "0",
        "9",
        "8",
        "-256",
        "1650000000000",
        "",
        "Why?<BR>So",
        "It froze",
        "0",
        "0",
        "0",
    ]
    text = "\n".join(["36", "indent:false", "trim:false", "#", *row, "#", "8", "cut"])
    found = moonreader.read(ImportFile(text.encode(), "a.mrexpt"))
    (note,) = found.notes
    assert (note.quote, note.body, note.colour) == ("It froze", "Why?\nSo", Colour.YELLOW)
    assert (note.article.file, note.created) == ("ice.txt", "2022-04-15T05:20:00.000Z")
    assert found.skipped == 1


def test_calibre_leaves_bookmarks_and_what_was_removed() -> None:
    rows = [
        {
            "type": "highlight",
            "highlighted_text": "It froze",
            "uuid": "u1",
            "notes": "Why?",
            "style": {"which": "purple"},
            "timestamp": "2022-03-04T05:06:07.123Z",
        },
        {"type": "highlight", "removed": True, "uuid": "u2"},
        {"type": "bookmark", "title": "x"},
    ]
    data = json.dumps({"annotations": rows, "type": "calibre_annotation_collection"}).encode()
    found = calibre.read(ImportFile(data, "a.calibre_annotation_collection"))
    (note,) = found.notes
    assert (note.id, note.quote, note.body, note.colour) == ("u1", "It froze", "Why?", Colour.BLUE)
    assert (note.created, found.skipped) == ("2022-03-04T05:06:07.123Z", 2)


def test_a_file_is_told_by_its_looks() -> None:
    assert reader_of(ImportFile(LUA.encode(), "metadata.epub.lua")).name == "koreader"
    assert reader_of(clippings(FIRST.format("x", "y"))).name == "kindle"
    with pytest.raises(BadRequest, match="in no form of notes"):
        reader_of(ImportFile(b"Just some words.", "a.txt"))
