"""A part of the bench that spoils homes at random, small enough to be run each time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.bench.home_fuzz.homes import build
from tests.support.house import ROOT

MUTATIONS = 15


def tree(root: Path) -> dict[str, bytes]:
    """Return the bytes of all files below a folder but those of the caches."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.relative_to(root).parts[1:2] != ("cache",)
    }


def test_homes_are_built_alike(tmp_path: Path) -> None:
    """So that a seed tells all that is done to one."""
    built = []
    for name in ("first", "other"):
        root = tmp_path / "place"
        root.mkdir()
        build(root)
        built.append(tree(root))
        root.rename(tmp_path / name)
    assert built[0].keys() == built[1].keys()
    assert [name for name, raw in built[0].items() if raw != built[1][name]] == []


def test_no_spoilt_home_harms_a_reader() -> None:
    """Other seeds, and more: ``python -m tests.bench.home_fuzz --help``."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.home_fuzz", "--count", str(MUTATIONS), "--jobs", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == f"{MUTATIONS} mutations, 0 with something wrong\n", done.stderr
