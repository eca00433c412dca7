"""What the pages for contributors say stands in a file is defined there, and pictures are there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.house import ROOT, SRC
from tests.test_architecture import HOMES

PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"])

IN_FILE = re.compile(r"`(\w+)` (?:of|in) `([\w/]+\.py)`")
STEP = re.compile(r"^\d+\. `([\w/]+\.py)`(.*)$", re.MULTILINE)
ROW = re.compile(r"row in `(\w+)`(?: of `(\w+)`)?")


def places(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a page says is defined, ``Class.NAME`` for what a class has, and in which file.

    A step that begins with a file speaks of the tables of that file.
    """
    for name, path in IN_FILE.findall(text):
        if name not in HOMES:  # of a package it is said where it is imported
            yield name, path
    for path, step in STEP.findall(text):
        for table, owner in ROW.findall(step):
            yield f"{owner}.{table}" if owner else table, path


def defined(path: Path) -> set[str]:
    """Return the names that a module and its classes define."""
    tree = ast.parse(path.read_text("utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return {
        prefix + name
        for prefix, body in [("", tree.body), *((f"{cls.name}.", cls.body) for cls in classes)]
        for node in body
        for name in _named(node)
    }


def _named(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def lost(text: str) -> list[str]:
    """Say what a page looks for in the wrong file."""
    files = {
        path: next((f for f in (ROOT / path, SRC / path) if f.is_file()), None)
        for _, path in places(text)
    }
    return [
        f"{path} does not define {name}"
        for name, path in places(text)
        if (file := files[path]) is None or name not in defined(file)
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_said_to_stand_in_a_file_does(path: Path) -> None:
    assert lost(path.read_text("utf-8")) == []


def test_the_steps_name_tables_in_files() -> None:
    found = list(places((ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    assert len(found) > 8


@pytest.mark.parametrize(
    "text",
    [
        "1. `cli/parser.py`: a row in `FORMATS`.",
        "1. `cli/parser.py`: a row in `VERBS` of `Verb`.",
        "raise `SCHEMA` in `cli/parser.py`",
        "`VERBS` of `cli/nowhere.py`",
    ],
)
def test_what_stands_elsewhere_is_noticed(text: str) -> None:
    assert len(lost(text)) == 1


def test_what_stands_there_is_let_through() -> None:
    assert lost("1. `cli/parser.py`: a row in `VERBS`; `name` of the row, `Verb` in it.") == []


SCREENS = ROOT / "docs" / "screens.md"
PICTURES = ROOT / "tests" / "snapshots" / "__snapshots__" / "test_snapshots"
_SHOWN = re.compile(r"!\[[^\]]+\]\(<?([^)>]+)>?\)")


def test_the_pictures_of_the_screens_are_there() -> None:
    shown = _SHOWN.findall(SCREENS.read_text("utf-8"))
    assert shown
    assert [one for one in shown if not (SCREENS.parent / one).is_file()] == []


def test_every_list_over_the_library_is_shown_in_both_sizes() -> None:
    shown = {one.rpartition("/")[2] for one in _SHOWN.findall(SCREENS.read_text("utf-8"))}
    drawn = {path.name for path in PICTURES.glob("*size?].svg")}
    of_dialogs = {name for name in drawn if name.startswith("test_shelf[tags")}
    assert drawn - of_dialogs <= shown
