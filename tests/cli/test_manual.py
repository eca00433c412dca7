"""The manual: what is kept is what the parser says, and readers of manual pages accept it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from postil.cli.manual import main, pages
from postil.cli.parser import VERBS

KEPT = Path(__file__).parents[2] / "docs" / "man"
PAGES = sorted(pages())


def test_the_pages_that_are_kept_are_those_of_the_parser() -> None:
    """If this fails: ``python -m postil.cli.manual docs/man``."""
    kept = {path.name: path.read_text("utf-8") for path in KEPT.iterdir()}
    assert kept == pages()


def test_every_verb_has_a_page_that_the_first_one_names() -> None:
    whole = pages()["postil.1"]
    for verb in VERBS:
        assert f".BR postil\\-{verb.name} (1)" in whole
        assert f"postil-{verb.name}.1" in PAGES


def test_a_page_names_every_option() -> None:
    page = pages()["postil-export.1"]
    for option in ("format", "template", "sidecar", "group", "query", "output", "help"):
        assert f"\\fB\\-\\-{option}\\fR" in page


@pytest.mark.parametrize("name", PAGES)
def test_no_line_is_a_request_by_chance(name: str) -> None:
    known = ("TH ", "SH ", "B ", "BR ", "TP", "PP", "I ", "br")
    for line in pages()[name].splitlines():
        assert not line.startswith(".") or line[1:].startswith(known), line


def test_pages_of_verbs_that_are_gone_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "postil-gone.1").touch()
    (tmp_path / "other.1").touch()
    main(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*PAGES, "other.1"])


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not installed")
def test_mandoc_has_nothing_to_say() -> None:
    command = ["mandoc", "-Tlint", "-Wstyle", *(str(KEPT / name) for name in PAGES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == ""


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_man_shows_each_page() -> None:
    for name in PAGES:
        command = ["man", "--warnings", "-l", str(KEPT / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), name
        assert "SYNOPSIS" in done.stdout
