"""Calls that only some rooms may make, read from the source: a broken rule names its line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.support.house import SRC, parsed

ASKS = {
    "is_file": "os.path.isfile",
    "is_dir": "os.path.isdir",
    "exists": "os.path.exists",
    "resolve": "os.path.realpath",
}
"""Questions that raise for a folder that may not be entered, a long name or a dead drive, and what
answers no instead."""

ASK_FOR_THEMSELVES = ("store/", "config.py", "clipboard.py", "library/base/cache_version.py")
"""The store tells what is gone from what is shut; the others ask about files of their own."""


def unsafe_questions(path: Path, src: Path = SRC) -> Iterator[str]:
    """Say where a path is asked about by a method that may raise; within a ``try`` it may."""
    room = path.relative_to(src).as_posix()
    if room.startswith(ASK_FOR_THEMSELVES):
        return
    source = path.read_text("utf-8")
    if not any(question in source for question in ASKS):
        return
    tree = parsed(source)
    guarded = {
        id(node)
        for attempt in ast.walk(tree)
        if isinstance(attempt, ast.Try)
        for statement in attempt.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ASKS
            and not node.args
            # An entry of a folder that was listed knows its kind; only links need a look.
            and not any(keyword.arg == "follow_symlinks" for keyword in node.keywords)
            and not (isinstance(node.func.value, ast.Attribute) and node.func.value.attr == "path")
            and id(node) not in guarded
        ):
            yield f"{room}:{node.lineno} asks {node.func.attr}; use {ASKS[node.func.attr]}"


MAKES = {"compile", "match", "search", "sub", "subn", "split", "findall", "finditer", "fullmatch"}
"""Functions of ``re`` that take a pattern as it is written."""

MADE_IN_FUNCTIONS = {
    "search/judging/expressions.py": "makes them of what a reader types, and tries them itself",
    "text/lazy_regex.py": "compiles what is named elsewhere",
    "csl/text/output.py": "holds single signs of the style's language",
    "csl/render/numbers.py": "is so long that it waits to be compiled, and sees 1000 signs at most",
}
"""Rooms that may, and why."""


def nameless_patterns(path: Path, src: Path = SRC) -> Iterator[str]:
    """Say where a pattern is made without a name: those that bear one are tried on long texts."""
    room = path.relative_to(src).as_posix()
    if room in MADE_IN_FUNCTIONS:
        return
    source = path.read_text("utf-8")
    if "re." not in source:
        return
    tree = parsed(source)
    named = {
        id(node)
        for statement in tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in MAKES
            and not (node.func.attr == "compile" and id(node) in named)
        ):
            yield f"{room}:{node.lineno} makes a pattern without a name; make it by lazily"


LOOKS_UP = {"query", "query_one", "query_exactly_one", "query_children", "query_ancestor"}


def look_ups(path: Path, src: Path = SRC) -> Iterator[str]:
    """Say where a widget is looked up on its screen, which raises where that is being closed."""
    for node in ast.walk(parsed(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in LOOKS_UP
        ):
            room = path.relative_to(src).as_posix()
            yield f"{room}:{node.lineno} calls {node.func.attr}; keep the widget in an attribute"
