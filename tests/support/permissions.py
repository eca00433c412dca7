"""Runs the tests that are about permissions as somebody whom permissions bind, even for root."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import pytest

MARK = "permissions"

_CANNOT = 77
"""What the child returns where it cannot give up its powers."""

_WITHOUT_POWERS = f"""
import ctypes, os, sys
libc = ctypes.CDLL(None)
for power in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
    if libc.prctl(24, power, 0, 0, 0):  # PR_CAPBSET_DROP, which holds for what is executed next
        sys.exit({_CANNOT})
os.execv(sys.executable, [sys.executable, "-m", "pytest", *sys.argv[1:]])
"""


class Permissions:
    """Root may read and write anything, so its tests of permissions run in a weaker process.

    All of them run in one child, when the first of them is wanted by any of the processes among
    which tests are divided.
    """

    def __init__(self) -> None:
        self._nodes: Sequence[str] = ()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Note which tests are about permissions."""
        self._nodes = [item.nodeid for item in items if item.get_closest_marker(MARK)]

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        """Say of such a test what came of it in the child."""
        if not pyfuncitem.get_closest_marker(MARK) or self._bound:
            return None
        factory = pyfuncitem.funcargs["tmp_path_factory"]
        assert isinstance(factory, pytest.TempPathFactory)
        status, output = self._in_child(factory.getbasetemp())
        if status == _CANNOT:
            pytest.skip("whoever runs this may read and write anything")
        if f"PASSED {pyfuncitem.nodeid}" not in output.splitlines():
            pytest.fail(f"in a process that permissions bind:\n{output}", pytrace=False)
        return True

    @cached_property
    def _bound(self) -> bool:
        """Whether permissions hold for this very process."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "locked"
            path.touch(0)
            return not os.access(path, os.R_OK)

    def _in_child(self, folder: Path) -> tuple[int, str]:
        """Return how the tests ended in a process without the powers of root, and what it said."""
        if not sys.platform.startswith("linux"):
            return _CANNOT, ""
        if "PYTEST_XDIST_WORKER" in os.environ:
            folder = folder.parent  # which all processes have
        with (folder / "of_permissions").open("a+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            if told := file.read():
                number, _, output = told.partition("\n")
                return int(number), output
            status, output = self._run()
            file.write(f"{status}\n{output}")
            return status, output

    def _run(self) -> tuple[int, str]:
        options = ["-q", "-n0", "-rA", "--color=no", "-p", "no:cacheprovider"]
        # What this run is told by the way is not meant for its child.
        environ = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
        done = subprocess.run(
            [sys.executable, "-c", _WITHOUT_POWERS, *options, *self._nodes],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout
