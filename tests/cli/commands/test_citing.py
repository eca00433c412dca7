"""Sources are listed and corrected, passages are cited, and a copy says where it went."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from postil.cli.output import cells
from tests.cli.conftest import Postil

KEYS = ["start", "end", "section", "source", "via", "confidence", "relation", "problems", "parts"]


def test_every_body_paragraph_has_its_source(postil: Postil, article: Path) -> None:
    records = postil("sources", article, "--json").records
    assert all(list(record) == KEYS for record in records)
    text = postil("text", article).out
    crews = next(one for one in records if text[one["start"] :].startswith("Most of the crews"))
    assert crews["via"] == "bracket"
    assert crews["source"]["author"][0]["family"] == "Brandt"
    assert crews["source"]["issued"] == {"date-parts": [[2014, 6]]}


def test_sources_for_people(postil: Postil, article: Path) -> None:
    out = postil("sources", article).out
    assert "Teo Brandt, Lake Review, Jun 2014" in out
    assert "How the boats were built" in out


def test_a_source_is_shown_and_corrected_once_for_all(postil: Postil, article: Path) -> None:
    line = ("source", article, "--quote", "most of the crews")
    assert "Teo Brandt" in postil(*line).out
    changed = postil(*line, "--set", "author=Ada Brandt", "--set", "page=4", "--json").records[0]
    assert changed["source"]["author"][0]["given"] == "Ada"
    assert changed["source"]["page"] == "4"
    assert changed["source"]["container-title"] == "Lake Review"
    again = postil("source", article, "--quote", "sailed between", "--json").records[0]
    assert again["source"] == changed["source"]
    assert postil("undo").status == 0
    assert "Teo Brandt" in postil(*line).out


def test_words_can_be_said_to_be_the_articles_own(postil: Postil, article: Path) -> None:
    line = ("source", article, "--quote", "most of the crews", "--json")
    assert postil(*line, "--own").records[0]["source"] is None


@pytest.mark.parametrize("setting", ["author", "=x", "mood=gay", "issued=someday"])
def test_a_correction_that_makes_no_sense_is_refused(
    setting: str, postil: Postil, article: Path
) -> None:
    done = postil("source", article, "--quote", "most of the crews", "--set", setting)
    assert (done.status, done.out) == (2, "")
    assert done.error


def test_a_quotation_names_who_said_it(postil: Postil, article: Path) -> None:
    done = postil("cite", article, "--quote", "Most of the crews were farmers")
    assert done.status == 0
    assert "“Most of the crews were farmers" in done.out
    assert "Teo Brandt" in done.out
    record = postil("cite", article, "--quote", "crews were farmers", "--json").records[0]
    assert list(record) == ["text", "route", "confirmed", "problems"]
    assert (record["route"], record["confirmed"]) == (None, False)


@pytest.mark.parametrize("name", ["markdown", "bibtex", "ris", "csl-json"])
def test_every_format_is_offered(name: str, postil: Postil, article: Path) -> None:
    done = postil("cite", article, "--quote", "crews were farmers", "--format", name)
    assert done.status == 0
    assert "Brandt" in done.out


def test_a_copy_says_where_it_went(postil: Postil, article: Path, own_places: Path) -> None:
    line = ("cite", article, "--quote", "crews were farmers", "--copy")
    done = postil(*line)
    assert str(own_places / "state" / "clipboard.txt") in done.err
    kept = (own_places / "state" / "clipboard.txt").read_text()
    assert kept.strip() == done.out.strip()
    record = postil(*line, "--json").records[0]
    assert (record["route"], record["confirmed"]) == ("file", True)


def test_what_is_missing_is_said_on_stderr(postil: Postil, tmp_path: Path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("Only a line of somebody's words, and one more sentence behind it.")
    done = postil("cite", path, "--quote", "a line of somebody's words")
    record = postil("cite", path, "--quote", "a line of somebody's words", "--json").records[0]
    assert done.err.count("\n") == len(record["problems"])
    assert done.out.strip() == record["text"].strip()


def test_the_passage_of_a_note_is_cited(postil: Postil, article: Path, tmp_path: Path) -> None:
    note = postil("note", article, "--quote", "crews were farmers", "--json").records[0]
    by_note = postil("cite", article, "--note", note["id"][-6:]).out
    assert by_note == postil("cite", article, "--quote", "crews were farmers").out
    other = tmp_path / "other.txt"
    other.write_text("Another article, with words of its own that nobody has marked.")
    assert "another article" in postil("cite", other, "--note", note["id"]).error


@pytest.mark.parametrize(
    "line",
    [
        ["--style", "no-such-style"],
        ["--style", "/nowhere/at/all.csl"],
        ["--format", "html"],
        ["--format", "odt"],
        ["--form", "haiku"],
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    line: list[str], postil: Postil, article: Path
) -> None:
    done = postil("cite", article, "--quote", "crews were farmers", *line)
    assert (done.status, done.out) == (2, "")
    assert done.error.startswith(f"postil: {line[0]}")
    assert "\n" not in done.error


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (["--form", "citation"], "("),
        (["--form", "citation", "--style", "mla"], "("),
        (["--form", "note", "--style", "chicago"], ""),
        (["--form", "bibliography", "--style", "chicago"], ""),
        (["--style", "apa"], "“"),
    ],
)
def test_a_passage_is_cited_in_a_style(
    line: list[str], expected: str, postil: Postil, article: Path
) -> None:
    done = postil("cite", article, "--quote", "crews were farmers", *line)
    assert done.status == 0, done.error
    assert done.out.startswith(expected)
    assert len(done.out.strip()) > 5
    html = postil("cite", article, "--quote", "crews were farmers", *line, "--format", "html")
    assert html.status == 0, html.error


def test_styles_are_listed_by_words_of_their_names(postil: Postil) -> None:
    records = postil("styles", "apa", "7th", "--json").records
    assert {"id", "title", "class"} == set(records[0])
    assert any((one["id"], one["class"]) == ("apa", "in-text") for one in records)
    assert len(postil("styles", "--json").records) > 9000
    assert "apa" in postil("styles", "apa style 7th").out
    done = postil("styles", "no style is called so")
    assert (done.status, done.out) == (1, "")


def test_styles_are_printed_without_blanks_that_nobody_needs(postil: Postil) -> None:
    lines = postil("styles").out.splitlines()
    assert lines[0] == "apa  APA Style 7th edition  author-date"
    assert lines[1].startswith("modern-language-association  ")
    assert not any("\t" in line or "   " in line for line in lines)


@pytest.mark.parametrize("width", [10, 40, 80, 200])
def test_on_a_terminal_every_style_has_one_line_that_fits(
    width: int, postil: Postil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    lines = postil("styles", "a").out.splitlines()
    assert len(lines) > 5000
    assert max(map(cells, lines)) <= width
    if width >= 80:
        assert lines[0].startswith("apa  ")
        assert lines[0].endswith("  author-date")
        assert "  APA Style 7th edition  " in lines[0]
        assert sum("…" in line for line in lines) < len(lines)


def test_a_reference_is_an_entry_of_the_bibliography(postil: Postil, article: Path) -> None:
    line = ("cite", article, "--quote", "crews were farmers", "--style", "mla", "--form")
    assert postil(*line, "reference").out == postil(*line, "bibliography").out
    assert "reference" in postil("cite", "--help").out


def test_a_style_is_named_by_its_title_too(postil: Postil, article: Path) -> None:
    line = ("cite", article, "--quote", "crews were farmers", "--form", "citation", "--style")
    postil("styles", "apa")
    assert postil(*line, "mhra style guide 4th edition (notes)").out == postil(*line, "mhra").out
    listed = ("bibliography", article, "--style")
    assert postil(*listed, "APA Style 7th edition").out == postil(*listed, "apa").out


@pytest.mark.parametrize("verb", [("cite", "--quote", "crews were farmers"), ("bibliography",)])
@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("bluebook", "did you mean bluebook-inline, bluebook-law-review or "),
        ("vancuver", "did you mean vancouver, "),
        ("zzzzqq", "postil styles lists them all"),
        ("", "it names no style"),
        (" ", "it names no style"),
        ("/nowhere/mine.csl", "give the name of a style"),
    ],
)
def test_what_is_no_style_leads_on(
    style: str, said: str, verb: tuple[str, ...], postil: Postil, article: Path
) -> None:
    done = postil(*verb, article, "--style", style)
    assert (done.status, done.out) == (2, "")
    assert said in done.error


def test_styles_of_zotero_are_listed_and_cited_in(
    postil: Postil, article: Path, own_places: Path
) -> None:
    folder = own_places / "zotero" / "styles"
    folder.mkdir(parents=True)
    layout = '<citation><layout><text value="as my style has it"/></layout></citation>'
    style = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
    (folder / "apa.csl").write_text(f"{style}<info><title>Mine</title></info>{layout}</style>")
    (folder / "broken.csl").write_text("<style><info><title>Broken")
    assert "your own" in postil("styles", "mine").out
    assert len([one for one in postil("styles", "--json").records if one["id"] == "apa"]) == 1
    assert "broken" in postil("styles", "broken").out
    line = ("cite", article, "--quote", "crews were farmers", "--form", "citation", "--style")
    assert "as my style has it" in postil(*line, "apa").out
    assert "broken" in postil(*line, "broken").error


def test_a_style_says_what_it_has_not(postil: Postil, article: Path) -> None:
    done = postil("cite", article, "--quote", "crews were farmers", "--form", "note")
    assert (done.status, done.out) == (2, "")
    assert "not in notes" in done.error


def test_a_citation_needs_a_passage(postil: Postil, article: Path) -> None:
    assert "--quote" in postil("cite", article).error


def test_what_is_known_of_an_article_is_shown_and_corrected(postil: Postil, article: Path) -> None:
    before = {one["field"]: one for one in postil("meta", article, "--json").records}
    assert before["publisher"]["value"] is None
    line = ("--title", "Boats", "--author", "Ann Lee", "--author", "Bo Ek", "--date", "2019-05")
    after = {one["field"]: one for one in postil("meta", article, *line, "--json").records}
    assert after["title"] == {"field": "title", "value": "Boats", "origin": "reader"}
    assert after["author"]["value"] == [
        {"family": "Lee", "given": "Ann"},
        {"family": "Ek", "given": "Bo"},
    ]
    assert after["issued"]["value"] == {"date-parts": [[2019, 5]]}
    assert "May 2019" in postil("meta", article).out
    assert "Boats" in postil("meta", article).out
    assert postil("undo").status == 0
    assert postil("meta", article, "--json").records == list(before.values())


def test_a_date_that_is_none_is_refused(postil: Postil, article: Path) -> None:
    done = postil("meta", article, "--date", "someday")
    assert (done.status, done.out) == (2, "")
    assert "someday" in done.error


def test_a_type_is_one_of_csl_or_an_everyday_word_for_it(postil: Postil, article: Path) -> None:
    for typed, kind in (("Blog Post", "post-weblog"), ("article-journal", "article-journal")):
        told = postil("meta", article, "--type", typed, "--json").records
        assert {"field": "type", "value": kind, "origin": "reader"} in told
        done = postil("source", article, "--quote", "rye", "--set", f"type={typed}", "--json")
        assert done.records[0]["source"]["type"] == kind


def test_what_is_no_type_is_refused_with_those_like_it(postil: Postil, article: Path) -> None:
    for line in (
        ["meta", article, "--type", "newspapr article"],
        ["source", article, "--quote", "rye", "--set", "type=newspapr article"],
    ):
        done = postil(*line)
        assert (done.status, done.out) == (2, "")
        assert "newspaper article" in done.error
    assert "book" in postil("meta", article, "--type", "☃").error


def test_passages_are_joined(postil: Postil, article: Path) -> None:
    line = ("cite", article, "--quote", "they sailed between", "--quote", "crews were farmers")
    assert postil(*line).out.startswith("“crews were farmers … they sailed between” — Teo Brandt")
    done = postil(*line, "--style", "apa")
    assert (
        done.out
        == "“crews were farmers … they sailed between” (Brandt, 2014, as cited in"
        + (done.out.partition("as cited in")[2])
    )
    text = postil("text", article).out
    start = text.index("crews were farmers")
    by_place = postil("cite", article, "--at", f"{start}:{start + 18}", "--quote", line[3])
    assert by_place.out == postil(*line).out


def test_passages_of_several_sources_say_so(postil: Postil, article: Path) -> None:
    line = ("cite", article, "--quote", "Most of the crews were farmers; they sailed between")
    done = postil(*line, "--quote", "The hulls were made of larch")
    assert "larch. … Most" in done.out
    assert "— Mara Lindqvist, Orrin Courier, March 3, 2011, and Teo Brandt, Lake" in done.out
    assert "several sources" in done.err
    spans = ("--quote", "The hulls were made of larch")
    assert postil(*line, *spans, "--style", "apa").out.endswith(
        " (Lindqvist, 2011; Brandt, 2014, as cited in “ferries.txt,” n.d.)\n"
    )
    records = json.loads(postil(*line, *spans, "--format", "csl-json").out)
    assert [one["id"] for one in records[:-1]] == ["lindqvist2011", "brandt2014"]
    assert records[0]["custom"] == {"quoted-in": records[-1]["id"]}


LED = """\
The ice

Mara Lindqvist wrote in the Orrin Courier: “The ice held for nine weeks. Nobody crossed it. \
[Source: Mara Lindqvist, Orrin Courier, March 3, 2011]
"""


def test_words_that_lead_in_to_a_source_are_not_given_to_it(postil: Postil, tmp_path: Path) -> None:
    path = tmp_path / "ice.txt"
    path.write_text(LED, "utf-8")
    line = ("cite", path, "--style", "apa", "--quote")
    both = postil(*line, "Mara Lindqvist wrote in the Orrin Courier: “The ice held")
    assert "(Lindqvist, 2011, as cited in" in both.out
    assert "Part of the passage is the article's own words." in both.err
    lead_in = postil(*line, "Mara Lindqvist wrote in the Orrin Courier")
    assert lead_in.out == "“Mara Lindqvist wrote in the Orrin Courier” (“ice.txt,” n.d.)\n"
    assert "so the article alone is cited." in lead_in.err
    plain = postil("cite", path, "--quote", "wrote in the Orrin Courier")
    assert plain.out == "“wrote in the Orrin Courier” — “ice.txt.”\n"
    shown = postil("source", path, "--quote", "wrote in the Orrin Courier")
    assert "Mara Lindqvist" in shown.out
    assert "The passage only leads in to the words of the source." in shown.out
    clean = postil(*line, "The ice held for nine weeks")
    assert "own words" not in clean.err


def test_what_the_reader_changed_stands_in_brackets(postil: Postil, article: Path) -> None:
    line = ("cite", article, "--quote", "Most of the crews were farmers; they sailed between two")
    done = postil(*line, "--words", "most of the sailors were farmers between two")
    assert done.out.startswith("“[m]ost of the [sailors] were farmers … between two” — Teo Brandt")
    refused = postil(*line, "--words", "nothing of that")
    assert (refused.status, refused.out) == (2, "")
    assert refused.error == (
        "postil: the words: less than half of them stand in the passage, so they are no quotation"
        " of it; give more of its own words"
    )


@pytest.mark.parametrize(
    "line",
    [
        ["--words", "Most crews", "--form", "citation"],
        ["--words", "Most crews", "--format", "ris"],
        ["--nth", "1", "--quote", "two harvests"],
        ["--quote", "no such words"],
        ["--at", "9:3"],
        ["--note", "ZZZZ"],
    ],
)
def test_what_cannot_be_joined_or_worded_is_said(
    line: list[str], postil: Postil, article: Path
) -> None:
    done = postil("cite", article, "--quote", "Most of the crews were farmers", *line)
    assert (done.status, done.out) == (2, "")
    assert done.error.startswith("postil: ")
    assert "\n" not in done.error


def test_a_long_quotation_is_a_block_in_a_style(postil: Postil, article: Path) -> None:
    line = ("cite", article, "--quote", "The hulls", "--quote", "Most of the crews", "--style")
    assert "\n" not in postil(*line, "apa").out.strip()
    long = postil("text", article, "--section", "2").out.split("\n\n", 1)[1].strip()
    block = postil("cite", article, "--quote", long, "--style", "chicago")
    assert block.out.startswith("    The hulls were made of larch")
    html = postil("cite", article, "--quote", long, "--style", "chicago", "--format", "html")
    assert html.out.startswith("<blockquote>\n<p>The hulls")


def test_the_place_of_a_passage_is_named_where_that_is_wanted(
    postil: Postil, article: Path
) -> None:
    line = ("cite", article, "--quote", "Most of the crews", "--form", "citation", "--locator")
    apa = "(Brandt, 2014, as cited in “ferries.txt,” n.d., “Who sailed them” section, para. 1)\n"
    assert postil(*line).out == apa
    refused = postil("cite", article, "--quote", "Most of the crews", "--locator")
    assert (refused.status, refused.out) == (2, "")
    assert "--locator: it needs a style" in refused.error


def test_what_a_style_leaves_to_the_reader_and_what_is_unknown_is_said(
    postil: Postil, article: Path, tmp_path: Path
) -> None:
    mla = postil("cite", article, "--quote", "Most of the crews", "--style", "mla")
    assert "This style does not name Teo Brandt: your sentence has to." in mla.err
    apa = postil("cite", article, "--quote", "Most of the crews", "--style", "apa")
    assert "does not name" not in apa.err
    assert "no date" not in apa.err
    path = tmp_path / "ice.txt"
    path.write_text("According to Reuters, the ice stayed for long.\n", encoding="utf-8")
    undated = postil("cite", path, "--quote", "stayed for long", "--style", "apa")
    assert "The text gives no date for the source." in undated.err
