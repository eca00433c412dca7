"""The verb export: which notes, in which format, to where; and what is told when it cannot."""

from __future__ import annotations

import csv
import io
import json
import stat
from pathlib import Path
from typing import Any

import pytest

from postil.export.writers import WRITERS
from tests.cli.conftest import Postil


def exported(postil: Postil, *line: object) -> list[dict[str, Any]]:
    done = postil("export", "--format", "json", *line)
    assert done.status == 0, done.err
    return [json.loads(one) for one in done.out.splitlines()]


@pytest.mark.parametrize("name", [one.name for one in WRITERS])
def test_every_format_is_written_to_a_file_twice_the_same(
    name: str, noted: Any, postil: Postil, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    done = postil("export", "--format", name, "-o", first)
    assert (done.status, done.out) == (0, "")
    assert f"wrote {first}" in done.err
    assert postil("export", "--format", name, "-o", second).status == 0
    assert first.read_bytes() == second.read_bytes() != b""


def test_the_usual_format_is_a_dossier_in_markdown(noted: Any, postil: Postil) -> None:
    out = postil("export").out
    assert "> sailed between two harvests\n" in out
    assert "Compare *mills*." in out
    assert "## References" in out


def test_sources_go_to_reference_managers(noted: Any, postil: Postil) -> None:
    assert "Brandt" in postil("export", "--format", "ris").out
    (record, *_) = json.loads(postil("export", "--format", "csl-json").out)
    assert record["id"]


def test_notes_are_chosen_as_they_are_listed(
    noted: Any, postil: Postil, article: Path, tmp_path: Path
) -> None:
    other = tmp_path / "sub" / "other.txt"
    other.parent.mkdir()
    other.write_text("Nothing is noted here yet, nothing at all.")
    assert postil("note", other, "--quote", "nothing at all", "--tag", "rivers").status == 0
    assert len(exported(postil)) == 2
    assert [one["quote"] for one in exported(postil, "--tag", "rivers")] == ["nothing at all"]
    assert [one["quote"] for one in exported(postil, "--query", "tag:work")] == [
        "sailed between two harvests"
    ]
    assert [one["quote"] for one in exported(postil, other.parent)] == ["nothing at all"]
    assert [one["id"] for one in exported(postil, article)] == [noted["id"]]
    assert len(exported(postil, article, other, other.parent)) == 2


def test_a_row_knows_its_section_source_and_maker(noted: Any, postil: Postil) -> None:
    out = postil("export", "--format", "csv").out
    (row,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    assert "Brandt" in row["source"]
    assert row["maker"] == ""
    assert row["section"]


def test_a_file_is_replaced_with_the_permissions_that_it_had(
    noted: Any, postil: Postil, tmp_path: Path
) -> None:
    target = tmp_path / "notes.csv"
    target.write_text("old")
    target.chmod(0o604)
    assert postil("export", "--format", "csv", "-o", target).status == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o604
    assert target.read_text().startswith("\ufeffid,")
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(".notes")) == []


def test_a_link_leads_to_the_file_that_is_meant(noted: Any, postil: Postil, tmp_path: Path) -> None:
    target, link = tmp_path / "there.csv", tmp_path / "link.csv"
    target.write_text("old")
    link.symlink_to(target)
    assert postil("export", "--format", "csv", "-o", link).status == 0
    assert link.is_symlink()
    assert target.read_text() != "old"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("--format", "docx"), "--format docx: there is no such format; use markdown, "),
        (("--group", "mood"), "invalid choice"),
        (("--tag", "nowhere"), "no note is like this"),
        (("--style", "no-such-style"), "no-such-style"),
        (("--query", "("), "query"),
        (("-o", "/"), "it is a folder; name a file"),
        (("-o", "/nowhere/at/all.md"), "cannot write /nowhere/at/all.md"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    line: tuple[str, ...], told: str, noted: Any, postil: Postil
) -> None:
    done = postil("export", *line)
    assert done.status in (1, 2)
    assert told in done.err
    assert done.err.count("\n") == 1
    assert done.out == ""


def test_without_notes_there_is_nothing_to_export(postil: Postil) -> None:
    done = postil("export")
    assert (done.status, done.out) == (1, "")
    assert "there are no notes" in done.err


def test_help_names_every_format(postil: Postil) -> None:
    told = "".join(postil("export", "--help").out.split())
    for one in WRITERS:
        assert one.name in told


@pytest.mark.parametrize("name", ["report", "anki", "quotations"])
def test_templates_come_along(name: str, noted: Any, postil: Postil) -> None:
    done = postil("export", "--template", name)
    assert (done.status, done.err) == (0, "")
    assert "sailed between two harvests" in done.out


def test_a_template_of_the_readers_own_is_a_file(
    noted: Any, postil: Postil, tmp_path: Path
) -> None:
    template = tmp_path / "mine.j2"
    template.write_bytes(b"{% for note in notes %}{{ note.quote }}!\r\n{% endfor %}")
    assert postil("export", "--template", template).out == "sailed between two harvests!\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "there is no such file or template; name a file, or one of report, anki"),
        (b"{{ sorrow }}", "line 1: 'sorrow' is undefined"),
        (b"\xff\xfe\xff", "it is no text in UTF-8"),
        (b"x" * (1 << 21), "it is larger than 1 MB"),
    ],
)
def test_a_template_that_cannot_be_used_is_told_in_one_line(
    text: bytes | None, told: str, noted: Any, postil: Postil, tmp_path: Path
) -> None:
    template = tmp_path / "mine.j2"
    if text is not None:
        template.write_bytes(text)
    done = postil("export", "--template", template, "-o", tmp_path / "out")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert told in done.err
    assert not (tmp_path / "out").exists()


def test_a_template_is_a_format_of_its_own(noted: Any, postil: Postil) -> None:
    done = postil("export", "--template", "report", "--format", "csv")
    assert done.status == 2
    assert "leave --format out" in done.err


def test_a_page_has_its_annotations_beside_it_where_they_are_wanted(
    noted: Any, postil: Postil, tmp_path: Path
) -> None:
    page, beside = tmp_path / "a.html", tmp_path / "a.jsonld"
    assert postil("export", "--format", "html", "-o", page).status == 0
    assert not beside.exists()
    done = postil("export", "--format", "html", "--sidecar", "-o", page)
    assert (done.status, done.err.count("wrote")) == (0, 2)
    assert json.loads(beside.read_text())["items"][0]["id"].startswith("urn:uuid:")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("--sidecar", "--format", "html"), "there is no file to lie beside; name one: -o FILE"),
        (("--sidecar", "--format", "csv", "-o", "x.csv"), "nothing belongs beside such a file"),
    ],
)
def test_a_sidecar_needs_a_page_that_is_a_file(
    line: tuple[str, ...], told: str, noted: Any, postil: Postil
) -> None:
    done = postil("export", *line)
    assert done.status == 2
    assert told in done.err
