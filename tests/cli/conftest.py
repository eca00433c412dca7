"""Runs command lines in this process, each with a clipboard that is a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from postil.cli.main import run

ARTICLE = """\
The ferries of Lake Orrin

A first look, before any heading stands.

How the boats were built

The hulls were made of larch, and each took a winter. “We had no saws,” said one builder. \
[Source: Mara Lindqvist, Orrin Courier, March 3, 2011]

Later boats were of iron. Nobody misses them.

Who sailed them

Most of the crews were farmers; they sailed between two harvests. [Source: Teo Brandt, \
Lake Review, June 2014]

The crews were paid in rye. Nobody misses that either.
"""


@dataclass(frozen=True)
class Done:
    """What a command line left behind."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[Any]:
        """The objects that were printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def error(self) -> str:
        """The one line of the error."""
        assert self.err.startswith("postil: ")
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        assert self.err[:-1].isprintable()
        return self.err[:-1]


Postil = Callable[..., Done]


@pytest.fixture
def postil(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Postil:
    """Return a function that runs one command line."""
    monkeypatch.setenv("POSTIL_CLIPBOARD", "file")

    def call(*arguments: str | Path) -> Done:
        status = run([str(each) for each in arguments])
        printed = capsys.readouterr()
        return Done(status, printed.out, printed.err)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return a small article with sections and sources."""
    path = tmp_path / "ferries.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
