"""What is built holds what it should, and what the project says of itself agrees with itself."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.support import distribution

ROOT = Path(__file__).parents[1]
MAILS_AND_ADDRESSES = re.compile(r"https?://|[\w.]+@[\w.]+")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """Return the table of the project."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def small_project(root: Path) -> Path:
    """Make a project with a package, its data and an article."""
    for name in (
        "src/postil/__init__.py",
        "src/postil/lexicon/data/outlets.txt",
        "articles/a.md",
        "docs/man/a.1",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    (root / "src/postil/__pycache__").mkdir()
    (root / "src/postil/__pycache__/__init__.cpython-311.pyc").touch()
    return root


def test_a_wheel_holds_the_package_its_data_and_the_articles(tmp_path: Path) -> None:
    assert distribution.wanted_in_wheel(small_project(tmp_path)) == {
        "postil/__init__.py",
        "postil/lexicon/data/outlets.txt",
        "postil/guide/a.md",
        "share/man/man1/a.1",
    }


def test_what_a_wheel_lacks_or_holds_too_much_is_named() -> None:
    page = "share/man/man1/postil.1"
    names = ["postil/a.py", "tests/test_a.py", "postil-0.1.0.dist-info/RECORD"]
    names.append(f"postil-0.1.0.data/data/{page}")
    assert distribution.wheel_faults(names, {"postil/a.py", "postil/py.typed", page}) == [
        "the wheel lacks postil/py.typed",
        "the wheel holds tests/test_a.py",
    ]


def test_what_a_source_archive_lacks_is_named() -> None:
    names = ["postil-0.1.0/README.md", "postil-0.1.0/PKG-INFO"]
    assert distribution.sdist_faults(names, ["README.md", "docs/architecture.md"]) == [
        "the source archive lacks docs/architecture.md"
    ]


def test_an_unpacked_program_without_its_guide_is_named(tmp_path: Path) -> None:
    (tmp_path / "postil").symlink_to(ROOT / "src" / "postil")
    (fault,) = distribution.run_faults(tmp_path)
    assert fault.startswith("postil guide does not find postil/guide")


def test_the_package_says_that_it_is_typed() -> None:
    assert "postil/py.typed" in distribution.wanted_in_wheel()
    assert "postil/guide/postil-guide.md" in distribution.wanted_in_wheel()
    assert "share/man/man1/postil-export.1" in distribution.wanted_in_wheel()


def test_the_same_pythons_are_named_everywhere(project: dict[str, Any]) -> None:
    pattern = re.compile(r"Programming Language :: Python :: (3\.\d+)")
    named = [found[1] for line in project["classifiers"] if (found := pattern.fullmatch(line))]
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    (matrix,) = re.findall(r"python: \[(.*)\]", workflow)
    assert named == re.findall(r'"([\d.]+)"', matrix)
    assert project["requires-python"] == f">={named[0]}"


def test_the_workflow_only_calls_the_check() -> None:
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    assert re.findall(r"^ +- run: (.*)$", workflow, re.MULTILINE) == ["bash .ci/run"]


def test_what_judges_the_code_is_pinned(project: dict[str, Any]) -> None:
    tools = project["optional-dependencies"]["test"]
    pinned = {line.partition("==")[0] for line in tools if "==" in line}
    assert pinned == {"ruff", "mypy"}


def test_no_address_is_invented(project: dict[str, Any]) -> None:
    assert project["authors"] == [{"name": "Postil contributors"}]
    assert "urls" not in project
    assert not MAILS_AND_ADDRESSES.findall((ROOT / "pyproject.toml").read_text("utf-8"))
