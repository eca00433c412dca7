"""The processor stands by itself: no import of Postil, one door, a README whose example runs."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import postil.csl
from tests.support.house import SRC, imports

PACKAGE = SRC / "csl"
README = (PACKAGE / "README.md").read_text("utf-8")
EXAMPLE = re.compile(r"```python\n(.*?)```\n\nprints\n\n```text\n(.*?)```", re.DOTALL)
FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_file_imports_more_than_python_and_the_package(path: Path) -> None:
    allowed = sys.stdlib_module_names | {"postil.csl"}
    for line, name in imports(path):
        top = ".".join(name.split(".")[:2]) if name.startswith("postil") else name.split(".")[0]
        assert top in allowed, f"{path}:{line} imports {name}"


def run(script: str, folder: Path) -> str:
    """Return what a script prints in a fresh interpreter that finds packages in a folder alone."""
    command = [
        sys.executable,
        "-I",
        "-W",
        "error",
        "-c",
        f"import sys; sys.path[0:0] = [{str(folder)!r}]\n{script}",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_example_of_its_readme_runs_with_the_package_alone(tmp_path: Path) -> None:
    example, printed = EXAMPLE.findall(README)[0]
    shutil.copytree(PACKAGE, tmp_path / "postil" / "csl")
    (tmp_path / "postil" / "__init__.py").touch()
    alone = "import postil.csl; assert postil.csl.__file__.startswith(sys.path[0])\n"
    assert run(alone + example, tmp_path) == printed


def test_it_runs_under_a_name_of_its_own(tmp_path: Path) -> None:
    example, printed = EXAMPLE.findall(README)[0]
    shutil.copytree(PACKAGE, tmp_path / "csl_alone")
    for path in (tmp_path / "csl_alone").rglob("*.py"):
        path.write_text(path.read_text("utf-8").replace("postil.csl", "csl_alone"), "utf-8")
    script = example.replace("postil.csl", "csl_alone")
    assert (
        run(f"{script}\nassert not any('postil' in name for name in sys.modules)", tmp_path)
        == printed
    )


def test_all_that_it_exports_is_there_and_in_its_readme() -> None:
    assert sorted(postil.csl.__all__) == postil.csl.__all__
    for name in postil.csl.__all__:
        assert getattr(postil.csl, name).__doc__ or name in ("Format", "Loader", "Piece", "Pieces")
        assert re.search(rf"`{name}\b", README), f"{name} is not in the README"


def test_the_rest_of_postil_comes_in_by_the_door() -> None:
    """What is not exported may change without a word to anybody."""
    for path in sorted(SRC.rglob("*.py")):
        if path.is_relative_to(PACKAGE):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("postil.csl"):
                assert node.module == "postil.csl", f"{path}:{node.lineno} imports {node.module}"
                assert {alias.name for alias in node.names} <= set(postil.csl.__all__)
