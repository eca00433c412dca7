"""How regular expressions in a source are changed: a class of characters, at one place."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator, Set

COMPILERS = {
    "lazily", "lazy_regex", "compile", "match", "search", "fullmatch", "sub", "subn", "split",
    "findall", "finditer",
}  # fmt: skip
"""What takes a pattern as its first argument, as a function or on a module of patterns."""

_MODULES = {"re", "regex"}
_OTHER_CLASS = {one: one.swapcase() for one in "sSdDwW"}


def pieces(tree: ast.AST) -> set[str]:
    """Return the names of strings that patterns are made of in a file."""
    found: set[str] = set()
    for node in ast.walk(tree):
        for pattern in _patterns(node):
            found |= {name.id for name in ast.walk(pattern) if isinstance(name, ast.Name)}
    return found


def changes(node: ast.AST, names: Set[str]) -> Iterator[tuple[str, ast.AST, str]]:
    """Yield how the pattern that a node compiles, or a piece with a name, may be changed."""
    found = list(_patterns(node))
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in names:
            found.append(value)
    for pattern in found:
        if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
            for changed in changed_patterns(pattern.value):
                if _compiles(pattern.value) and not _compiles(changed):
                    continue
                yield "pattern", pattern, repr(changed)
        elif isinstance(pattern, ast.JoinedStr):
            yield from _changed_pieces(pattern)


def changed_patterns(pattern: str) -> Iterator[str]:
    """Yield a pattern with one class negated, or with one member of a class left out.

    A class that does not end in the text is left alone: the rest may come from elsewhere.
    """
    at = 0
    while at < len(pattern):
        if pattern[at] == "\\":
            if other := _OTHER_CLASS.get(pattern[at + 1 : at + 2]):
                yield pattern[: at + 1] + other + pattern[at + 2 :]
            at += 2
        elif pattern[at] == "[":
            negated, members, end = _class(pattern, at)
            if not end:
                return
            first = at + 1 + negated
            sign = "" if negated else "^"
            yield pattern[: at + 1] + sign + pattern[first:]
            if len(members) > 1:
                for start, stop in members:
                    rest = pattern[first:start] + pattern[stop : end - 1]
                    if rest[0] not in "^]":
                        yield pattern[:first] + rest + pattern[end - 1 :]
            at = end
        else:
            at += 1


def _class(pattern: str, at: int) -> tuple[bool, list[tuple[int, int]], int]:
    """Return whether a class is negated, its members, and where it ends; 0 where it does not."""
    negated = pattern[at + 1 : at + 2] == "^"
    first = here = at + 1 + negated
    members: list[tuple[int, int]] = []
    while here < len(pattern):
        if pattern[here] == "]" and here > first:
            return negated, members, here + 1
        start = here
        here = _letter(pattern, here)
        if pattern[here : here + 1] == "-" and pattern[here + 1 : here + 2] not in ("]", ""):
            here = _letter(pattern, here + 1)
        members.append((start, here))
    return negated, members, 0


def _letter(pattern: str, at: int) -> int:
    """Return where one letter of a class ends."""
    if pattern[at] != "\\":
        return at + 1
    if escape := re.compile(r"\\(?:x..|u.{4}|U.{8}|[pP]\{[^}]*\}|N\{[^}]*\}|.)").match(pattern, at):
        return escape.end()
    return at + 1


def _changed_pieces(pattern: ast.JoinedStr) -> Iterator[tuple[str, ast.AST, str]]:
    for at, part in enumerate(pattern.values):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            for changed in changed_patterns(part.value):
                whole = copy.deepcopy(pattern)
                whole.values[at] = ast.Constant(changed)
                try:
                    yield "pattern", pattern, ast.unparse(whole)
                except ValueError:
                    # A backslash inside braces cannot be written before Python 3.12.
                    return


def _patterns(node: ast.AST) -> Iterator[ast.expr]:
    if not isinstance(node, ast.Call) or not node.args:
        return
    called = node.func
    if isinstance(called, ast.Attribute):
        of = called.value.id if isinstance(called.value, ast.Name) else ""
        if of in _MODULES and called.attr in COMPILERS:
            yield node.args[0]
    elif isinstance(called, ast.Name) and called.id in {"lazily", "lazy_regex"}:
        yield node.args[0]


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
