"""Tells whether what a page names between backquotes is there: a path, a command, a key, a name."""

from __future__ import annotations

import ast
import builtins
import importlib.util
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from textual import widgets

from tests.support import bindings
from tests.support.house import SRC
from tests.support.pages import COUNT, KEY, NAMED, ROOT, bound, refused

PLACES = (ROOT, SRC)
"""The folders from which the pages name paths."""
SUFFIXES = (".py", ".md", ".toml", ".txt", ".json", ".yml", ".svg")
EXAMPLES = {
    *("W", "postil words PATH", "gemtext", ".gmi", "=>", "*", "#", "→"),
    *(
        "settled",
        'settled=doc.get("settled") is True',
        "utils",
        "helpers",
        "manager",
        "Harbour Times",
    ),
    *("tmux load-buffer -w -", "load-buffer", "[start, end)", "<", "$EDITOR", "-n0"),
    *("TinyDB(path)"),
}
"""What the pages make up, or name that is not of Postil."""


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Yield the syntax of every module of the program and of its tests."""
    for folder in (SRC, ROOT / "tests"):
        for path in sorted(folder.rglob("*.py")):
            yield path, ast.parse(path.read_text("utf-8"))


@cache
def names() -> set[str]:
    """Return every name that the program or its tests define, import or pass by keyword."""
    found = set(dir(builtins)) | set(sys.stdlib_module_names) | {"self"}
    for path, tree in trees():
        found |= {path.stem, *path.relative_to(ROOT).parts[:-1]}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.Name | ast.arg | ast.keyword | ast.Attribute):
                fields = (getattr(node, part, None) for part in ("id", "arg", "attr"))
                found |= {name for name in fields if name}
            elif isinstance(node, ast.alias):
                found |= set((node.asname or node.name).split("."))
    return found


@cache
def packages() -> set[str]:
    """Return the packages that the project wants, by both of their names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    wanted = {re.split(r"[<>=!~\[ ;]", line)[0].lower() for line in lines}
    return wanted | {
        package
        for package, owners in packages_distributions().items()
        if {owner.lower() for owner in owners} & wanted
    }


def is_path(span: str) -> bool:
    """Tell whether something between backquotes is the path of a file, a folder or a test."""
    return " " not in span and ("/" in span or span.partition("::")[0].endswith(SUFFIXES))


def lost_path(span: str) -> str | None:
    """Return what is wrong with a path, or None if it leads somewhere."""
    name, _, test = span.partition("::")
    for place in PLACES:
        path = place / name
        if path.is_dir() or (path.is_file() and not name.endswith("/")):
            if test and f"def {test}(" not in path.read_text("utf-8"):
                return f"{name} has no {test}"
            return None
    return f"{name} does not exist"


def unknown_words(expression: str) -> list[str]:
    """Return the words of an expression that nothing defines; all of it, where it is none."""
    try:
        tree = ast.parse(expression.strip().rstrip(","), mode="eval")
    except SyntaxError:
        return [expression]
    words = [
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute)
    ]
    return [word for word in words if word not in names() and not hasattr(widgets, word)]


def lost_command(command: str) -> str | None:
    """Return what is wrong with a command of the shell, or None if it would run."""
    if command.startswith("postil"):
        return refused(command)
    program, *words = command.split()
    if program == "tests":
        return None
    if not program.startswith(".venv/bin/"):
        return f"{program} is none of the project's programs"
    tool = program.removeprefix(".venv/bin/")
    if tool == "postil":
        return refused(" ".join(["postil", *words]))
    if tool == "python" and words[:1] == ["-m"]:
        module, words = words[1], words[2:]
        if module != "pytest":
            found = importlib.util.find_spec(module)
            return None if found else f"there is no module {module}"
    elif tool not in packages():
        return f"{tool} is none of the project's tools"
    paths = [word for word in words if is_path(word) or word in ("src", "tests")]
    return next((lost for word in paths if (lost := lost_path(word))), None)


def lost(span: str) -> str | None:
    """Return what is wrong with something between backquotes, or None."""
    if span in EXAMPLES or span.startswith("--"):
        return None
    if span.startswith((".venv/bin/", "postil ")):
        return lost_command(span)
    if is_path(span):
        return lost_path(span)
    key = COUNT.sub("", span, count=1)
    if KEY.fullmatch(key):
        return None if bindings.names(NAMED.get(key, key)) & bound() else f"nothing binds {span}"
    if span.lower() in packages():
        return None
    unknown = unknown_words(span)
    return f"nothing is called {', '.join(unknown)}" if unknown else None
