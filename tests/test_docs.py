"""What the pages for contributors name exists, and their tables say what the code says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import house
from tests.support.house import SRC
from tests.support.named import lost, lost_command, names
from tests.support.pages import FENCE, ROOT, spans
from tests.test_architecture import LAYERS, PARTS

ARCHITECTURE = ROOT / "docs" / "architecture.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
SECURITY = ROOT / "SECURITY.md"
DECISIONS = ROOT / "docs" / "decisions"
README = ROOT / "README.md"
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), CONTRIBUTING, SECURITY])
"""What the README names is looked up by its own test."""

BEYOND = {"subprocess", "webbrowser", "multiprocessing", "pty", "ctypes"}
"""Modules by which programs are started."""
NETWORK = {"socket", "http", "urllib.request", "ftplib", "smtplib", "asyncio.streams", "ssl"}
STARTS = re.compile(r"os\.(?:system|popen|exec\w+|spawn\w+|posix_spawn\w*|fork\w*)\(")


def rows(text: str) -> list[list[str]]:
    """Return the cells of the tables of a page, without heads and rules."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rules = {at for at, row in enumerate(cells) if set("".join(row)) <= set("-: ")}
    return [row for at, row in enumerate(cells) if at not in rules and at + 1 not in rules]


def section(text: str, heading: str) -> str:
    """Return what stands below a heading, to the next of its level."""
    level = heading.partition(" ")[0]
    found = re.search(
        rf"^{re.escape(heading)}$(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.MULTILINE | re.DOTALL
    )
    assert found, f"there is no section {heading}"
    return found[1]


def drawn(text: str) -> house.Rows:
    """Read the picture of the layers; what three blanks set apart is said about a row."""
    (picture,) = [block for language, block in FENCE.findall(text) if language == "text"]
    return house.rows("\n".join(re.split(r" {3,}", line)[0] for line in picture.splitlines()))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_everything_that_is_named_exists(path: Path) -> None:
    named = dict.fromkeys(spans(path.read_text("utf-8")))
    faults = [f"`{span}`: {why}" for span in named if (why := lost(span))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", [CONTRIBUTING, SECURITY], ids=lambda path: path.name)
def test_every_command_of_a_block_would_run(path: Path) -> None:
    lines = [
        line
        for language, block in FENCE.findall(path.read_text("utf-8"))
        if language == "sh"
        for line in block.splitlines()
    ]
    setup = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]'"
    assert path != CONTRIBUTING or setup in lines
    whole = [line for line in lines if line != setup]
    faults = [f"{line}: {why}" for line in whole if (why := lost_command(line))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "command",
    [
        "-m tests.bench.home_fuzz",
        "-m ruff",
        "-m mypy",
        "-m pytest",
        "-m tests.bench.mutants",
        "-m tests.bench.idle",
        "-m tests.bench.keys",
        "-m tests.bench.typed_ahead",
        "-m build",
    ],
)
def test_the_tools_of_the_pages_explain_themselves(command: str) -> None:
    done = subprocess.run(
        [sys.executable, *command.split(), "--help"], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, b"usage" in done.stdout.lower()) == (0, True), done.stderr


def test_the_examples_of_code_call_what_exists() -> None:
    blocks = re.findall(r"```python\n(.*?)```", CONTRIBUTING.read_text("utf-8"), re.DOTALL)
    assert blocks
    called = [name for block in blocks for name in re.findall(r"\b([A-Z]\w+)\(", block)]
    assert [name for name in called if name not in names()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_within_the_project_leads_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(<?([^)>]+)>?\)", path.read_text("utf-8"))
    near = [target.partition("#")[0] for target in targets if "://" not in target]
    assert [target for target in near if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", [ARCHITECTURE, README], ids=lambda path: path.name)
def test_the_picture_is_the_rule(path: Path) -> None:
    assert drawn(path.read_text("utf-8")) == LAYERS


def test_the_parts_of_each_package_are_those_that_the_rule_knows() -> None:
    table = rows(section(ARCHITECTURE.read_text("utf-8"), "## Packages and their parts"))
    told = {spans(row[0])[0]: house_rows(row[2]) for row in table}
    there = {name for row in LAYERS for name in row if (SRC / name).exists()}
    there |= {name for row in LAYERS for name in row if (SRC / f"{name}.py").exists()}
    assert told.keys() == there - {"__main__", "__init__"}
    for name, parts in told.items():
        assert parts == PARTS.get(name, ()), name


def house_rows(cell: str) -> house.Rows:
    """Read parts as the table has them: from the ground up, ``<`` between rows."""
    parts = [frozenset(spans(row)) for row in cell.split("<")]
    return tuple(part for part in parts if part)


def test_the_limits_are_those_of_the_rule() -> None:
    from tests.test_architecture import BASES, BESIDE, METHODS, WALL

    words = {1: "one", 2: "two", 3: "three", 4: "four"}
    text = ARCHITECTURE.read_text("utf-8")
    for told in (
        f"no folder more than {BESIDE} files",
        f"more than {words[BASES]} others of Postil's",
        f"more than {WALL} lines or {METHODS} methods",
    ):
        assert told in text


def test_every_decision_is_listed_and_has_its_reasons() -> None:
    pages = sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")
    index = (DECISIONS / "README.md").read_text("utf-8")
    listed = re.findall(r"^\| \[(\d{4})\]\((.*?)\)", index, re.MULTILINE)
    assert [(path.name[:4], path.name) for path in pages] == listed
    for path in pages:
        headings = re.findall(r"^#+ .*$", path.read_text("utf-8"), re.MULTILINE)
        assert headings[0].startswith("# "), path
        assert headings[1:] == [
            "## Context",
            "## Decision",
            "## Figures",
            "## What was tried",
            "## Consequences",
        ], path


def starting(src: Path = SRC) -> list[str]:
    """Return the modules that start programs."""
    found = []
    for path in sorted(src.rglob("*.py")):
        used = {name.split(".")[0] for _, name in house.imports(path, src)}
        if used & BEYOND or STARTS.search(path.read_text("utf-8")):
            found.append(path.relative_to(src).as_posix())
    return found


def test_programs_are_started_only_where_the_page_says() -> None:
    table = section(SECURITY.read_text("utf-8"), "## What is promised")
    told = [spans(row[0]) for row in rows(table) if row[-1].startswith("you ")]
    assert sorted(span for named in told for span in named) == starting()


def test_only_what_fetches_pages_opens_a_connection() -> None:
    used = {
        f"{path.relative_to(SRC)}: {name}"
        for path in SRC.rglob("*.py")
        if path.parent != SRC / "web"
        for _, name in house.imports(path)
        if any(name == one or name.startswith(f"{one}.") for one in NETWORK)
    }
    assert used == set()


def test_a_start_that_nobody_told_of_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "loud.py").write_text("from subprocess import run\n", "utf-8")
    (tmp_path / "odd.py").write_text("import os\nos.system('x')\n", "utf-8")
    (tmp_path / "calm.py").write_text("import os\n", "utf-8")
    assert starting(tmp_path) == ["loud.py", "odd.py"]


@pytest.mark.parametrize(
    "span",
    [
        "store/merge/crtd.py",
        "tests/test_docs.py::test_that_is_not_there",
        "postil fnid x y",
        ".venv/bin/black .",
        ".venv/bin/python -m tests.bench.nothing",
        "ctrl+alt+z",
        "no_such_name_anywhere",
        "house.no_such_attribute(1)",
    ],
)
def test_what_does_not_exist_is_noticed(span: str) -> None:
    assert lost(span)


@pytest.mark.parametrize(
    "span",
    [
        "store/merge/crdt.py",
        "tests/test_docs.py::test_what_does_not_exist_is_noticed",
        "tests/bench/",
        "postil doctor",
        ".venv/bin/ruff format .",
        "ctrl+s",
        "house.rows",
        "tinydb",
        "citeproc-py",
    ],
)
def test_what_exists_is_let_through(span: str) -> None:
    assert lost(span) is None
