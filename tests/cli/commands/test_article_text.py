"""Outline, text and find print what is in an article, for people and for programs."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.search import find
from postil.text.patterns import SearchLimit
from tests.cli.conftest import Postil
from tests.document.formats.html.test_pieces import FRONT
from tests.support.formats import paged


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch, article: Path) -> str:
    """Give the article to standard input, and return the argument that means it."""
    words = io.TextIOWrapper(io.BytesIO(article.read_bytes()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", words)
    return "-"


def test_the_outline_has_every_section(postil: Postil, article: Path) -> None:
    records = postil("outline", article, "--json").records
    assert [record["title"] for record in records][-2:] == [
        "How the boats were built",
        "Who sailed them",
    ]
    keys = ["n", "title", "level", "kind", "start", "end", "words"]
    assert all(list(record) == keys for record in records)
    text = postil("text", article).out
    for record in records:
        if record["title"]:
            assert text[record["start"] :].startswith(record["title"])


def test_the_outline_is_aligned_for_people(postil: Postil, article: Path) -> None:
    done = postil("outline", article)
    assert (done.status, done.err) == (0, "")
    ends = {line.index(" words") for line in done.out.splitlines()}
    assert len(ends) == 1
    assert "How the boats were built" in done.out


def test_an_article_may_be_piped_in(postil: Postil, piped: str, article: Path) -> None:
    assert postil("outline", piped, "--json").out == postil("outline", article, "--json").out


def test_what_the_shell_pipes_in_is_called_as_standard_input_is(
    postil: Postil, article: Path
) -> None:
    for line in (["meta", "--json"], ["cite", "--quote", "paid in rye"]):
        open_article, writing = os.pipe()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(article.read_bytes())
        done = postil(line[0], f"/dev/fd/{open_article}", *line[1:])
        os.close(open_article)
        assert done.status == 0
        assert f"{open_article}." not in done.out
        assert line[0] != "cite" or "standard input" in done.out


def test_the_text_is_canonical(postil: Postil, article: Path) -> None:
    whole = postil("text", article)
    assert whole.status == 0
    assert "by one builder" not in whole.out
    record = postil("text", article, "--json").records[0]
    assert record["text"] + "\n" == whole.out
    assert (record["start"], record["end"]) == (0, len(record["text"]))


def test_one_section_can_be_had(postil: Postil, article: Path) -> None:
    last = postil("outline", article, "--json").records[-1]
    text = postil("text", article).out
    section = postil("text", article, "--section", str(last["n"]))
    assert section.out.strip() == text[last["start"] : last["end"]].strip()
    for number in ("99", "-1"):
        missing = postil("text", article, "--section", number)
        assert (missing.status, missing.out) == (2, "")
        assert "section" in missing.error


def test_matches_are_found_in_the_canonical_text(postil: Postil, article: Path) -> None:
    done = postil("find", "nobody MISSES", article, "--json")
    text = postil("text", article).out
    assert [text[one["start"] : one["end"]] for one in done.records] == ["Nobody misses"] * 2
    keys = ["path", "start", "end", "section", "line", "match"]
    assert all(list(one) == keys and one["path"] == str(article) for one in done.records)
    lines = article.read_text().splitlines()
    assert all("Nobody misses" in lines[one["line"] - 1] for one in done.records)


def test_matches_are_shown_with_line_and_words(postil: Postil, article: Path) -> None:
    done = postil("find", "rye", article)
    line = 1 + article.read_text().splitlines().index(
        "The crews were paid in rye. Nobody misses that either."
    )
    assert done.out == f"{line}: The crews were paid in rye. Nobody misses that either.\n"
    both = postil("find", "rye", article, article)
    assert both.out.count(f"{article}:{line}: ") == 2


def test_a_pattern_may_be_a_regular_expression(postil: Postil, article: Path) -> None:
    done = postil("find", r"paid in \w+", article, "--regex", "--json")
    assert len(done.records) == 1
    assert postil("find", r"paid in \w+", article).status == 1


@pytest.mark.parametrize("pattern", ["(", "(a+)+$", "[z-a]"])
def test_a_pattern_that_cannot_be_used_is_told(
    pattern: str, postil: Postil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limit(seconds: float, step: Callable[[], None] | None = None) -> SearchLimit:
        return SearchLimit(seconds / 10, step)

    monkeypatch.setattr(find, "SearchLimit", limit)
    path = tmp_path / "a.txt"
    path.write_text("a" * 5000 + "!")
    done = postil("find", pattern, path, "--regex")
    assert (done.status, done.out) == (2, "")
    assert done.error


@pytest.mark.parametrize("pattern", ["", " "])
def test_a_pattern_has_something_in_it(pattern: str, postil: Postil, article: Path) -> None:
    done = postil("find", pattern, article)
    assert (done.status, done.out) == (2, "")
    assert "nothing in it" in done.error


def test_sections_are_called_alike_in_every_list(postil: Postil, tmp_path: Path) -> None:
    path = tmp_path / "untitled.md"
    path.write_text("Some words before all.\n\n# A heading\n\nAnd words behind it.\n")
    front, *_ = postil("outline", path, "--json").records
    assert front["title"] is None
    for verb in ("outline", "sources"):
        assert "Opening" in postil(verb, path).out
        assert path.name not in postil(verb, path).out


def test_nothing_found_is_status_one(postil: Postil, article: Path) -> None:
    done = postil("find", "submarine", article)
    assert (done.status, done.out) == (1, "")
    assert "submarine" in done.error


def test_one_bad_path_does_not_stop_the_others(
    postil: Postil, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n")
    done = postil("find", "rye", tmp_path / "gone.txt", article, tmp_path / "image.txt")
    assert done.status == 2
    assert done.out.count("paid in") == 1
    assert done.err.count("postil: ") == done.err.count("\n") == 2


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with articles in it, and with files that are none."""
    root = tmp_path / "harbour"
    (root / "boats").mkdir(parents=True)
    (root / ".kept").mkdir()
    (root / "empty").mkdir()
    for name in ("part 10.txt", "part 2.md", "picture.png", "boats/hull.txt", ".kept/old.txt"):
        (root / name).write_text(f"They were paid in rye, says {Path(name).stem}.\n")
    return root


def test_a_folder_is_searched_as_its_shelf_lists_it(postil: Postil, folder: Path) -> None:
    listed = [one["path"] for one in postil("shelf", folder, "--json").records]
    assert len(listed) == 3
    done = postil("find", "rye", folder, "--json")
    assert (done.status, done.err) == (0, "")
    assert [str(Path(one["path"]).resolve()) for one in done.records] == listed
    done = postil("find", "rye", folder)
    assert [line.partition(":")[0] for line in done.out.splitlines()] == [
        *(str(folder / name) for name in ("part 2.md", "part 10.txt", "boats/hull.txt"))
    ]


def test_folders_and_articles_may_be_searched_together(
    postil: Postil, folder: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = postil("find", "paid in", folder / "boats", article, "--json")
    assert [one["path"] for one in done.records] == [
        *map(str, [folder / "boats/hull.txt", article])
    ]
    monkeypatch.chdir(folder)
    assert [one["path"] for one in postil("find", "hull", ".", "--json").records] == [
        "boats/hull.txt"
    ]
    assert postil("find", "submarine", ".").err.endswith("not found in 3 articles\n")


def test_a_folder_without_articles_has_nothing_to_be_found(
    postil: Postil, folder: Path, article: Path
) -> None:
    done = postil("find", "rye", folder / "empty")
    assert (done.status, done.out) == (1, "")
    assert "no article in this folder" in done.error
    done = postil("find", "rye", folder / "empty", article)
    assert (done.status, done.out.count("paid in")) == (0, 1)
    assert "no article in this folder" in done.error


def test_a_folder_that_cannot_be_looked_into_stops_nothing(
    postil: Postil, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path) == folder / closed:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    for closed, found in ((Path("boats"), 2), (Path(), 0)):
        done = postil("find", "rye", folder, "--json")
        assert (done.status, len(done.records)) == (2, found)
        assert str(folder / closed) in done.error


def test_a_hostile_name_and_a_hostile_text_are_harmless(postil: Postil, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2Jb\x9b.txt"
    path.write_text("\x1b]52;c;eA==\x07Words\u202e of a boat\x9b2J.\n\nMore.")
    for line in (["find", "boat"], ["outline"], ["text"], ["sources"]):
        done = postil(*line, path, *([path] if line[0] == "find" else []))
        assert done.out.replace("\n", "").isprintable()
    assert postil("find", "boat", path, "--json").records[0]["path"] == str(path)


def test_find_tells_so_many_lines_around_a_match(postil: Postil, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("One\n\nTwo words here\nand a third\nand a fourth.\n\nThe end.\n", "utf-8")
    (row,) = postil("find", "A THIRD", path, "--context", "1", "--json").records
    assert row["match"] == "a third"
    assert row["before"] == "Two words here and "
    assert row["after"] == " and a fourth."
    text = postil("text", path).out
    (row,) = postil("find", "third", path, "--context", "9", "--json").records
    assert row["before"] + row["match"] + row["after"] == text.rstrip()
    (row,) = postil("find", "third", path, "--context", "0", "--json").records
    assert (row["line"], row["before"], row["after"]) == (4, "and a ", "")
    (row,) = postil("find", "third", path, "--json").records
    assert "before" not in row
    lines = postil("find", "third", path, "--context", "1").out.splitlines()
    assert lines == ["4:", "  Two words here and a third and a fourth.", ""]
    assert postil("find", "third", path, "--context", "-1").status == 2


def test_a_match_in_a_printed_document_names_its_page(
    postil: Postil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paged.known(monkeypatch)
    path = tmp_path / "book.paged"
    path.write_bytes(paged.paged("xii\nWords of ice.", "A-3\nMore ice."))
    found = postil("find", "ice", path, "--json").records
    assert [one["page"] for one in found] == ["xii", "A-3"]


def test_the_articles_of_a_page_are_listed_and_printed_one_by_one(
    postil: Postil, tmp_path: Path, article: Path
) -> None:
    page = tmp_path / "front.html"
    page.write_text(FRONT, "utf-8")
    rows = postil("outline", page, "--articles", "--json").records
    assert [(row["n"], row["title"], row["author"], row["date"]) for row in rows] == [
        (1, "The price of ice", ["Ann Reed"], "2024-03-02"),
        (2, "A rope walk", ["Bo Lind"], "2024-02-11"),
        (3, "The mole", [], None),
    ]
    assert rows[1]["url"] == "https://blog.example.org/2"
    whole = postil("text", page).out
    second = postil("text", page, "--article", "2", "--json").records[0]
    assert (second["start"], second["end"]) == (rows[1]["start"], rows[1]["end"])
    assert second["text"].startswith("A rope walk\n")
    assert second["text"] in whole
    assert "Bo Lind, 11 Feb 2024" in postil("outline", page, "--articles").out
    gone = postil("text", page, "--article", "4")
    assert gone.status == 2
    assert "front.html has 3 articles; see postil outline --articles" in gone.error
    assert postil("outline", article, "--articles").status == 1
    assert "one article alone" in postil("text", article, "--article", "1").error


def test_a_passage_is_cited_from_the_article_of_the_page_that_it_stands_in(
    postil: Postil, tmp_path: Path
) -> None:
    page = tmp_path / "front.html"
    page.write_text(FRONT, "utf-8")
    rows = postil("outline", page, "--articles", "--json").records
    at = f"{rows[1]['start'] + 20}:{rows[1]['start'] + 60}"
    cited = postil("cite", page, "--at", at, "--style", "apa", "--form", "bibliography").out
    wanted = "Lind, B. (2024, February 11). A rope walk. Harbour Blog. https://blog.example.org/2"
    assert cited.strip() == wanted
    across = f"{rows[0]['start']}:{rows[1]['end']}"
    cited = postil("cite", page, "--at", across, "--style", "apa", "--form", "bibliography").out
    assert cited.startswith("Harbour Blog.")


def test_what_has_no_lines_names_pages_or_paragraphs_instead(
    postil: Postil, tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "front.html"
    page.write_text(FRONT, "utf-8")
    (found,) = postil("find", "A rope walk", page, "--json").records
    assert found["line"] is None
    assert postil("find", "A rope walk", page).out.startswith("¶")
    paged.known(monkeypatch)
    printed = tmp_path / "printed.paged"
    printed.write_bytes(paged.paged("xii\nThe mole was built of larch.", "3\nThe ice broke it."))
    (found,) = postil("find", "broke", printed, "--json").records
    assert (found["line"], found["page"]) == (None, "3")
    assert postil("find", "broke", printed).out.startswith("p. 3: ")
    assert postil("find", "broke", printed, "--context", "0").out.startswith("p. 3:")
    assert postil("find", "built", article, "--json").records[0]["line"] == 5
    assert postil("find", "built", article).out.startswith("5: ")
