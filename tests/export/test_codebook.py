"""The codebook: each tag with its definition, colour, counts and passages, in every format."""

from __future__ import annotations

import csv
import io
import json

import pytest

from postil.errors import BadRequest
from postil.export.base.dossier import ExportedTag
from postil.export.codebook import markdown, page, tables
from postil.export.codebook.entries import entries
from postil.export.codebook.writers import WRITERS, codebook_writer
from postil.export.writers import write
from postil.model.values import replace
from tests.export.dossiers import dossier
from tests.export.test_prose import headings


def test_a_tag_counts_its_own_notes_and_those_below_it_once() -> None:
    found = {one.tag.tag: one for one in entries(dossier())}
    assert found["trade"].passages == ()
    assert (found["trade"].within, found["trade/routes"].within) == (1, 1)
    assert found["ice"].within == len(found["ice"].passages) == 2
    assert found["ice"].told == "blue \u00b7 2 notes"
    assert found["trade"].told == "0 notes, 1 with the tags below it"


def test_case_does_not_tell_a_tag_from_another() -> None:
    loud = replace(dossier(), tags=(ExportedTag("ICE"), ExportedTag("Trade")))
    assert [one.within for one in entries(loud)] == [2, 1]


def test_it_is_markdown_with_a_heading_a_tag() -> None:
    text = markdown.write(dossier()).data.decode()
    expected = "Codebook 2024 ice Of all lost to do trade trade/routes سفر References"
    assert " ".join(headings(text)) == expected
    assert "\n## ice\n\nfrozen *water*\n\n*blue \u00b7 2 notes*\n" in text
    assert "\n### trade/routes\n\n*1 note*\n\n> harbour 🌊 froze\n>\n> \u2014 (Reed)\n" in text
    assert "> \u2014 (Reed), no longer in the article" in text


def test_it_is_a_page_whose_links_lead_somewhere() -> None:
    text = page.write(dossier()).data.decode()
    for at in range(7):
        assert text.count(f'href="#t-{at}"') == text.count(f'id="t-{at}"') == 1
    assert text.count("<h1>") == 1
    assert "<script>" not in text
    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_programs_get_an_object_a_tag_or_a_row_a_passage() -> None:
    rows = [json.loads(line) for line in tables.as_json(dossier()).data.decode().splitlines()]
    assert [(row["tag"], row["notes"], row["within"]) for row in rows][4:6] == [
        ("trade", 0, 1),
        ("trade/routes", 1, 1),
    ]
    assert rows[1]["passages"][1]["quote"] == "harbour 🌊 froze"
    text = tables.as_csv(dossier()).data.decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["tag"] for row in found].count("ice") == 2
    (bare,) = [row for row in found if row["tag"] == "trade"]
    assert bare["quote"] == ""


@pytest.mark.parametrize("name", [one.name for one in WRITERS])
def test_the_same_notes_are_the_same_codebook(name: str) -> None:
    writer = codebook_writer(name)
    assert write(writer, dossier()).data == write(writer, dossier()).data != b""


def test_a_format_that_there_is_not_is_told() -> None:
    with pytest.raises(BadRequest, match="use markdown, html, qdc"):
        codebook_writer("docx")
