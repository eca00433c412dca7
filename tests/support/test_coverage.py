"""What a run executed is told, the least first, and measured against the floor."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.counted.marked_code import ROOT
from tests.support.coverage import told


def outcome(executed: int, missing: int) -> dict[str, object]:
    """Return an outcome of two files, of which one is run as a whole."""
    part = {"executed_branches": [[1, 2]] * executed, "missing_branches": [[1, 3]] * missing}
    return {
        "files": {
            "whole.py": {"executed_branches": [[1, 2]], "missing_branches": []},
            "part.py": part,
        },
        "summary": {
            "covered_branches": executed + 1,
            "missing_branches": missing,
            "covered_lines": 9,
            "missing_lines": 1,
        },
    }


@pytest.mark.parametrize(("missing", "enough"), [(2, True), (3, False)])
def test_branches_below_the_floor_are_too_few(missing: int, enough: bool) -> None:
    lines, held = told(outcome(1, missing), 50)
    assert held is enough
    assert lines[0] == f"{100 / (1 + missing):5.1f}% of branches, {missing} missing: part.py"
    assert lines[1].startswith("lines 90.0%, branches ")


def counted(tests: Path, part: str, *options: str) -> dict[str, Any]:
    """Run the tests of a folder, and return what was counted of each file of a part."""
    outcome = tests / "outcome.json"
    options = ("-q", *options, "-p", "tests.support.coverage", "-p", "no:cacheprovider")
    ours = {"PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER"}
    environ = {name: value for name, value in os.environ.items() if name not in ours}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir=.", "-c", "pyproject.toml", tests],
        cwd=ROOT,
        env=environ | {"POSTIL_COVERAGE": str(outcome), "POSTIL_COVERAGE_OF": part},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    files: dict[str, Any] = json.loads(outcome.read_text("utf-8"))["files"]
    return files


def test_a_run_adds_up_what_its_processes_execute(tmp_path: Path) -> None:
    for called in "overlaps", "covers":
        (tmp_path / f"test_{called}.py").write_text(
            "from postil.model.span import Span\n\n"
            f"def test_it():\n    assert Span(1, 3).{called}(Span(1, 2))\n",
            "utf-8",
        )
    files = counted(tmp_path, "src/postil/model", "-n2")
    name = "src/postil/model/span.py"
    lines = (ROOT / name).read_text("utf-8").splitlines()
    bodies = {n for n, line in enumerate(lines, 1) if "return" in line and "other." in line}
    assert len(bodies) == 2
    assert bodies <= set(files[name]["executed_lines"])
    assert files["src/postil/model/reading_state.py"]["executed_lines"] == []


def test_a_run_counts_what_the_reader_of_pdfs_executes(tmp_path: Path) -> None:
    (tmp_path / "test_pdf.py").write_text(
        "from postil.document.pipeline import parse\n"
        "from tests.document.formats.pdf.making import pdf\n\n"
        "def test_it():\n"
        "    *_, article = parse(pdf([[(72, 700, 10, 'Words of a page.')]]), 'a.pdf')\n"
        "    assert article.text == 'Words of a page.'\n",
        "utf-8",
    )
    files = counted(tmp_path, "src/postil/document/formats/pdf", "-n0")
    name = "src/postil/document/formats/pdf/process/pdfium_page.py"
    lines = (ROOT / name).read_text("utf-8").splitlines()
    (drawn,) = (n for n, line in enumerate(lines, 1) if "whole, rest = " in line)
    assert drawn in files[name]["executed_lines"]
    assert not list(tmp_path.glob("*process-*"))
