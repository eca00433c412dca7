"""Nothing reaches a terminal but through the one room that takes inert text alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TextIO

import pytest

from postil.cli.output import _write
from postil.text.clean import clean
from postil.text.inert import inert
from tests.support.house import SRC

PRINTS = "cli/output.py"
"""The room that prints for commands; the app is drawn by Textual."""
DESCRIPTORS = {
    "__main__.py": "the version, before anything is loaded",
    "document/formats/pdf/process/child.py": "the pipe to the process that started it",
    "store/disk/durable.py": "files",
    "tui/startup/endings.py": "what was typed and could be kept nowhere, inert",
    "tui/startup/first_page.py": "the first page, of inert lines",
    "tui/startup/terminal_file.py": "what Textual draws",
}
"""Who calls ``os.write``, and for what."""
ASKS = {"isatty", "fileno", "flush"}
"""What others may ask the streams of the process."""
STREAMS = {"stdout", "stderr", "__stdout__", "__stderr__"}
WORDS = ("print", "Inert", "os.write", "sys", "console")
"""One of which stands wherever something is written."""
MODULES = sorted(SRC.rglob("*.py"))


def writes(source: str, name: str) -> Iterator[str]:
    """Yield each place where a module could write to a terminal past the room that prints."""
    if not any(word in source for word in WORDS):
        return
    tree = ast.parse(source)
    asked = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ASKS
    }
    asked |= {
        id(node.left)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.Is, ast.IsNot))
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "print":
                yield f"{name}:{node.lineno} prints"
            if node.func.id == "Inert" and name != "text/inert.py":
                yield f"{name}:{node.lineno} calls a text inert without making it so"
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner = node.value.id
            if (owner, node.attr) == ("os", "write") and name not in DESCRIPTORS:
                yield f"{name}:{node.lineno} writes to a descriptor"
            if owner == "sys" and node.attr in STREAMS and id(node) not in asked:
                yield f"{name}:{node.lineno} takes sys.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module == "sys":
            yield f"{name}:{node.lineno} imports from sys"
        elif isinstance(node, ast.ImportFrom) and (node.module or "") == "rich.console":
            yield f"{name}:{node.lineno} has a console"


def test_only_one_room_writes_to_the_terminal() -> None:
    found = []
    for path in MODULES:
        name = path.relative_to(SRC).as_posix()
        if name == PRINTS:
            continue
        faults = writes(path.read_text("utf-8"), name)
        # One room closes both streams when their reader has gone.
        found += [one for one in faults if name != "cli/main.py" or "takes sys.std" not in one]
    assert found == []


def test_that_room_writes_inert_text_alone() -> None:
    """One function writes, held to its argument by the type checker; a file goes to no terminal."""
    tree = ast.parse((SRC / PRINTS).read_text("utf-8"))
    calls = [
        (function.name, ast.unparse(call))
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("write", "writelines", "print")
    ]
    assert sorted(calls) == [
        ("_write", "stream.write(line + end)"),
        ("_write_styled", "self._rich().print(text, soft_wrap=True)"),
        ("file", "self.stream.buffer.write(data)"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "print('x')",
        "import sys\nsys.stdout.write('x')",
        "import sys\nsys.stderr.buffer.write(b'x')",
        "import sys\nout = sys.__stdout__",
        "from sys import stderr",
        "import os\nos.write(1, b'x')",
        "from rich.console import Console",
        "from postil.text.inert import Inert\nInert('x')",
    ],
)
def test_whoever_writes_past_it_is_named(line: str) -> None:
    (fault,) = writes(line, "library/tags.py")
    assert fault.startswith("library/tags.py:")


def test_asking_a_stream_what_it_is_writes_nothing() -> None:
    asked = "import sys\nif sys.stdout is not None and sys.stdout.isatty():\n    pass\n"
    assert list(writes(asked, "cli/parser.py")) == []


def refused(stream: TextIO) -> None:
    """Is never called: the type checker would complain of an ignore that it has no need of."""
    _write(stream, inert("good"))
    _write(stream, "bad")  # type: ignore[arg-type]
    _write(stream, clean("cleaned, but for an article"))  # type: ignore[arg-type]
