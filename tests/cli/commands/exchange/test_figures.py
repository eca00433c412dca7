"""The verb stats: figures of the library, of an article, or of notes that are chosen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Postil


def told(postil: Postil, *line: object) -> list[dict[str, Any]]:
    done = postil("stats", "--json", *line)
    assert done.status == 0, done.err
    return [json.loads(one) for one in done.out.splitlines()]


def test_bars_say_how_many_notes_there_are(noted: Any, postil: Postil) -> None:
    out = postil("stats").out
    assert "Notes by tag" in out
    assert "work" in out
    assert "\u2588 1\n" in out


def test_filters_choose_what_is_counted(
    noted: Any, postil: Postil, article: Path, tmp_path: Path
) -> None:
    other = tmp_path / "sub" / "other.txt"
    other.parent.mkdir()
    other.write_text("Nothing is noted here yet, nothing at all.")
    assert postil("note", other, "--quote", "nothing at all", "--tag", "rivers").status == 0
    assert told(postil)[0]["notes"] == 2
    assert told(postil, "--tag", "rivers")[0] == {
        "figure": "all", "notes": 1, "articles": 1, "todo": 1, "reading": 0, "done": 0,
    }  # fmt: skip
    assert [one["tag"] for one in told(postil, other.parent) if one["figure"] == "tag"] == [
        "rivers"
    ]
    assert told(postil, "--query", "tag:rivers")[0]["notes"] == 1
    assert told(postil, article)[0]["notes"] == 1


def test_a_picture_goes_to_a_file(noted: Any, postil: Postil, tmp_path: Path) -> None:
    target = tmp_path / "figures.svg"
    assert postil("stats", "--format", "svg", "-o", target).status == 0
    assert ElementTree.fromstring(target.read_bytes()).tag.endswith("svg")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_has_what_would_be_printed(
    form: str, noted: Any, postil: Postil, tmp_path: Path
) -> None:
    target = tmp_path / "figures"
    assert postil("stats", "--format", form, "-o", target).status == 0
    assert target.read_text("utf-8") == postil("stats", "--format", form).out


def test_an_article_that_is_known_and_has_no_notes_is_counted(
    article: Path, postil: Postil
) -> None:
    assert postil("add", article).status == 0
    assert told(postil)[0]["notes"] == 0
    assert told(postil)[0]["articles"] == 1


def test_where_nothing_is_known_that_is_told(postil: Postil) -> None:
    done = postil("stats")
    assert (done.status, done.out) == (1, "")
    assert "nothing is known yet" in done.err


def test_notes_that_there_are_not_are_told(noted: Any, postil: Postil) -> None:
    done = postil("stats", "--tag", "nowhere")
    assert done.status == 1
    assert "no note is like this" in done.err
