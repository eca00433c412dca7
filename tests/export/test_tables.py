"""Notes as rows: nothing lost between commas, and nothing that a spreadsheet would compute."""

from __future__ import annotations

import csv
import io
import json
import zipfile

from postil.export.base.dossier import Dossier
from postil.export.tables import comma_separated, json_lines, readwise, xlsx
from postil.model.values import replace
from tests.export.dossiers import dossier


def test_csv_holds_every_note_and_computes_none() -> None:
    written = comma_separated.write(dossier())
    text = written.data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == [one.note.id for _, one in dossier().notes]
    quotes = [row["quote"].removeprefix(comma_separated.GUARD) for row in rows]
    assert quotes == [one.note.anchor.quote for _, one in dossier().notes]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]
    assert written.losses == (
        "2 cells begin with a zero-width space, so that no spreadsheet computes it.",
    )
    assert rows[1]["tags"] == "ice; trade/routes"


def test_a_workbook_holds_strings_and_numbers_and_no_formula() -> None:
    written = xlsx.write(dossier())
    with zipfile.ZipFile(io.BytesIO(written.data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=1+1 &lt;!--" in strings
    assert "harbour 🌊 froze" in strings
    assert sheet.count("<row ") == 8
    assert written.data == xlsx.write(dossier()).data


def test_a_text_that_no_cell_holds_is_cut_and_told() -> None:
    long = dossier()
    one = long.articles[0].notes[1]
    note = replace(one.note, body="🌊" * 20_000)
    article = replace(long.articles[0], notes=(replace(one, note=note),))
    written = xlsx.write(Dossier((article,)))
    assert written.losses == ("A cell takes no more: 1 text cut at its end.",)


def test_json_lines_have_all_of_each_note() -> None:
    rows = [json.loads(line) for line in json_lines.write(dossier()).data.splitlines()]
    first = next(row for row in rows if row["quote"] == "harbour 🌊 froze")
    assert first["article"]["file"] == "tides.md"
    assert first["article"]["url"] == "https://t.test/a"
    assert first["anchor"]["digest"] == "d" * 64
    assert first["defined"] == {"ice": {"definition": "frozen *water*", "colour": "blue"}}
    second = next(row for row in rows if row.get("links"))
    assert second["links"] == [{"kind": "contradicts", "to": first["id"]}]
    assert "/home" not in json_lines.write(dossier()).data.decode()


def test_readwise_has_tags_in_the_note_and_cuts_where_it_cuts() -> None:
    rows = list(csv.DictReader(io.StringIO(readwise.write(dossier()).data.decode())))
    first = next(row for row in rows if row["Highlight"] == "harbour 🌊 froze")
    assert first["Note"] == ".ice .trade/routes\nWhy *so*?"
    assert first["Date"] == "2026-11-29 10:00:00"
    assert first["Author"] == "Ann Reed"
    long = dossier()
    one = long.articles[0].notes[1]
    anchor = replace(one.note.anchor, quote="x" * 9000)
    article = replace(
        long.articles[0], notes=(replace(one, note=replace(one.note, anchor=anchor)),)
    )
    written = readwise.write(Dossier((article,)))
    assert "Readwise takes no more than 8191 letters: 1 passage cut." in written.losses
    (row,) = csv.DictReader(io.StringIO(written.data.decode()))
    assert len(row["Highlight"]) == 8191
