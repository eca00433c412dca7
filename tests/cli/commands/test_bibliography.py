"""A bibliography is made of articles, of notes, or of all that the home knows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Postil
from tests.csl.rendering import style

OTHER = """\
# A winter on Lake Orrin

Most of the crews were farmers; they sailed between two harvests. [Source: Teo Brandt, \
Lake Review, June 2014]

Nobody fished. [Source: , , May 2, 2013]
"""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "winter.md"
    path.write_text(OTHER, encoding="utf-8")
    return path


def test_everything_that_an_article_quotes_is_listed_in_a_style(
    postil: Postil, article: Path
) -> None:
    done = postil("bibliography", article, "--style", "mla", "--format", "markdown")
    assert done.status == 0
    assert done.out.strip().split("\n\n") == [
        "Brandt, Teo. *Lake Review*, June 2014.",
        "*ferries.txt*.",
        "Lindqvist, Mara. *Orrin Courier*, 3 Mar. 2011.",
    ]
    assert "The title of ferries.txt is not known" in done.err


def test_apa_is_the_style_where_none_is_named(postil: Postil, article: Path) -> None:
    assert "Brandt, T. (2014, June)." in postil("bibliography", article).out


def test_a_source_of_two_articles_is_listed_once_and_names_both(
    postil: Postil, article: Path, other: Path
) -> None:
    done = postil("bibliography", article, other, "--format", "csl-json")
    records = {one["id"]: one for one in json.loads(done.out)}
    assert len(records) == 4
    both = records["brandt2014"]["custom"]["quoted-in"]
    assert [records[one]["title"] for one in both] == [
        "ferries.txt",
        "A winter on Lake Orrin",
    ]
    assert "One source names no author, title or publication" in done.err


def test_a_folder_stands_for_its_articles_and_nothing_for_the_library(
    postil: Postil, article: Path, other: Path
) -> None:
    folder = postil("bibliography", article.parent, "--format", "ris").out
    assert folder.count("TY  - ") == 4
    assert postil("bibliography").status == 1
    for path in (article, other):
        postil("note", path, "--quote", "Most of the crews", "--tag", "crews")
    assert postil("bibliography", "--format", "ris").out.count("TY  - ") == 4


def test_a_selection_of_notes_gives_what_their_passages_quote(
    postil: Postil, article: Path, other: Path
) -> None:
    postil("note", article, "--quote", "made of larch", "--tag", "boats")
    postil("note", other, "--quote", "Most of the crews", "--tag", "crews")
    ids = [one["id"] for one in postil("bibliography", "--tag", "boats", "--json").records]
    assert sorted(ids) == ["ferries", "lindqvist2011"]
    ids = [one["id"] for one in postil("bibliography", other, "--noted", "--json").records]
    assert sorted(ids) == ["brandt2014", "winter"]
    assert postil("bibliography", "--tag", "sails").status == 1
    other.unlink()
    gone = postil("bibliography", "--tag", "crews", "--format", "bibtex")
    assert "@article{brandt2014," in gone.out
    assert "“A winter on Lake Orrin” is not on this machine" in gone.err


def test_only_the_works_that_were_read_or_only_what_they_quote(
    postil: Postil, article: Path
) -> None:
    ids = {
        works: [
            one["id"] for one in postil("bibliography", article, "--works", works, "--json").records
        ]
        for works in ("all", "read", "quoted")
    }
    assert ids["read"] == ["ferries"]
    assert sorted(ids["quoted"]) == ["brandt2014", "lindqvist2011"]
    assert sorted(ids["all"]) == sorted(ids["read"] + ids["quoted"])


def test_keys_are_those_of_a_single_citation(postil: Postil, tmp_path: Path) -> None:
    path = tmp_path / "twice.txt"
    twice = ARTICLE.replace("Mara Lindqvist, Orrin Courier, March 3, 2011", "Teo Brandt, 2014")
    path.write_text(twice, encoding="utf-8")
    listed = json.loads(postil("bibliography", path, "--format", "csl-json").out)
    cited = json.loads(
        postil("cite", path, "--quote", "crews were farmers", "--format", "csl-json").out
    )
    assert cited[0] in listed
    assert {one["id"] for one in listed} == {"brandt2014", "brandt2014jun", "twice"}


def test_it_is_copied(postil: Postil, article: Path) -> None:
    done = postil("bibliography", article, "--copy", "--format", "biblatex")
    assert "saved in" in done.err
    copied = (Path(done.err.split("saved in ")[1].split(".txt")[0].strip() + ".txt")).read_text()
    assert copied.strip() == done.out.strip()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (["--format", "docx"], "there is no such format"),
        (["--works", "some"], "there is no such choice"),
        (["--style", "no-such-style"], "there is no style"),
        (["--noted", "-"], "it is of one file"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    line: list[str], says: str, postil: Postil, article: Path
) -> None:
    done = postil("bibliography", article, *line)
    assert (done.status, done.out) == (2, "")
    assert says in done.error


def test_a_name_alone_is_not_listed_beside_what_it_has_written(
    postil: Postil, tmp_path: Path
) -> None:
    path = tmp_path / "ice.txt"
    path.write_text(
        "Ice came early. [Source: Reuters, May 2, 2013]\n\n"
        "According to Reuters, it stayed for long.\n\n"
        "According to the Lake Review, nobody minded.\n",
        encoding="utf-8",
    )
    done = postil("bibliography", path, "--json", "--works", "quoted")
    assert sorted(one["id"] for one in done.records) == ["lakereview", "reuters2013"]
    assert "One source is named again without a date" in done.err


def test_biblatex_says_in_words_where_a_record_was_read(postil: Postil, article: Path) -> None:
    out = postil("bibliography", article, "--format", "biblatex").out
    assert "note = {Cited in “ferries.txt”}" in out
    assert "xref = {ferries}" in out


def test_what_a_style_leaves_out_is_told(postil: Postil, article: Path, tmp_path: Path) -> None:
    path = tmp_path / "titles.csl"
    cites = '<citation><layout><text variable="title"/></layout></citation>'
    lists = '<bibliography><layout><text variable="title"/></layout></bibliography>'
    path.write_text(style(f"{cites}{lists}"), encoding="utf-8")
    done = postil("bibliography", article, "--style", path)
    assert done.out.strip() == "ferries.txt"
    assert "This style lists nothing for 2 of the records." in done.err
