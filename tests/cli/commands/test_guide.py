"""The guide that comes with the program is opened like any article."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from postil.library.articles.guide import NAME, guide_path
from tests.cli.conftest import Postil

ARTICLES = Path(__file__).parents[3] / "articles"


def test_without_a_terminal_the_command_that_prints_it_is_named(postil: Postil) -> None:
    done = postil("guide")
    assert (done.status, done.out) == (2, "")
    assert done.error.endswith(f"use postil text {guide_path()}")


def test_it_opens_in_the_app(postil: Postil, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []

    def run(settings: object, paths: object, data: object, encoding: str) -> int:
        opened.extend((paths, data))
        return 0

    monkeypatch.setattr("postil.tui.start.run", run)
    monkeypatch.setattr("postil.cli.commands.app._take_keys", lambda: None)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert postil("guide").status == 0
    assert opened == [[guide_path()], None]


def test_a_checkout_has_it_among_its_articles() -> None:
    assert guide_path() == ARTICLES / NAME


def test_an_installed_program_has_it_in_its_package(tmp_path: Path) -> None:
    package = tmp_path / "postil"
    (package / "guide").mkdir(parents=True)
    (package / "guide" / NAME).touch()
    assert guide_path(package) == package / "guide" / NAME
