"""The house read from its source: rooms, their imports, the part each lies in, and its classes."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "postil"

DOTTED = re.compile(r"postil(\.[a-z_]\w*)+")
"""A module named in a string, to be imported when it is needed."""

Rows = tuple[frozenset[str], ...]
"""Parts from the ground up; those in one row are strangers to one another."""


def rows(text: str) -> Rows:
    """Read rows of parts as they are drawn: from the top down, blanks between strangers."""
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple(frozenset(line.split()) for line in reversed(lines))


@lru_cache(maxsize=1)
def parsed(source: str) -> ast.Module:
    """Return the tree of a module; several rules that look at one in turn share it."""
    return ast.parse(source)


def imports(path: Path, src: Path = SRC) -> Iterator[tuple[int, str]]:
    """Yield the line and the full name of each import, wherever in the file it is written."""
    yield from _imports(path.read_text("utf-8"), ("postil", *path.relative_to(src).parts[:-1]))


@cache
def _imports(source: str, package: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple(_imported(parsed(source), package))


def _imported(tree: ast.Module, package: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else ()
            base = ".".join((*above, *([node.module] if node.module else [])))
            if base.split(".")[0] == "postil":
                yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, base
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and DOTTED.fullmatch(node.value)
        ):
            yield node.lineno, node.value


def dotted(path: Path, src: Path = SRC) -> str:
    """Return the name by which a file is imported."""
    parts = path.relative_to(src).with_suffix("").parts
    return ".".join(("postil", *parts)).removesuffix(".__init__")


def room(name: str, src: Path = SRC) -> str:
    """Return the module that a name lies in: itself, or the nearest above that is one."""
    while "." in name:
        place = src.joinpath(*name.split(".")[1:])
        if place.is_dir() or place.with_suffix(".py").is_file():
            return name
        name = name.rpartition(".")[0]
    return name


def row_of(name: str, parts: Rows) -> tuple[int, str] | None:
    """Return the row and the part of a room, named from its package on; None for no part.

    A part within a part is the longer name, as ``formats.layout`` beside ``formats``.
    """
    while name:
        for height, row in enumerate(parts):
            if name in row:
                return height, name
        name = name.rpartition(".")[0]
    return None


def graph(src: Path = SRC) -> dict[str, set[str]]:
    """Return of each room the rooms that it imports, also within functions and for types only."""
    found = {dotted(path, src): path for path in src.rglob("*.py")}
    return {
        name: {
            there
            for _, imported in imports(path, src)
            if (there := room(imported, src)) in found and there != name
        }
        for name, path in found.items()
    }


def circles(arrows: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Return the circles of a graph: its strongly connected components of two rooms and more.

    Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        order[node] = low[node] = len(order)
        stack.append(node)
        for there in arrows.get(node, ()):
            if there not in order:
                visit(there)
                low[node] = min(low[node], low[there])
            elif there in stack:
                low[node] = min(low[node], order[there])
        if low[node] == order[node]:
            at = stack.index(node)
            circle = stack[at:]
            del stack[at:]
            if len(circle) > 1:
                found.append(sorted(circle))

    for node in arrows:
        if node not in order:
            visit(node)
    return found


def classes(names: Iterable[str], package: str = "postil") -> list[type]:
    """Return the classes that these modules define, each once."""
    found = {
        member
        for name in names
        for member in vars(importlib.import_module(name)).values()
        if inspect.isclass(member) and member.__module__ == name
    }
    return sorted(found, key=lambda cls: (cls.__module__, cls.__name__))


def ours(cls: type, package: str = "postil") -> list[type]:
    """Return a class and those of its bases that are Postil's own."""
    return [base for base in cls.__mro__ if base.__module__.split(".")[0] == package]


def methods(cls: type, package: str = "postil") -> set[str]:
    """Return the methods and properties of a class, own and inherited from Postil's classes."""
    kinds = (property, classmethod, staticmethod)
    return {
        name
        for base in ours(cls, package)
        for name, member in vars(base).items()
        if (inspect.isfunction(member) and member.__qualname__.startswith(base.__qualname__))
        or isinstance(member, kinds)
    }


def lines(cls: type, package: str = "postil") -> int:
    """Return the lines of a class, own and inherited from Postil's classes."""
    return sum(
        _lengths(inspect.getsourcefile(base) or "")[base.__qualname__]
        for base in ours(cls, package)
    )


@cache
def _lengths(file: str) -> dict[str, int]:
    """Return the lines of each class of a file, its decorators among them, by qualified name.

    ``inspect.getsource`` would parse the file anew for each class.
    """
    found = {}

    def visit(node: ast.AST, within: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                continue
            name = within
            if isinstance(child, ast.ClassDef):
                first = min([child.lineno, *(each.lineno for each in child.decorator_list)])
                found[f"{within}{child.name}"] = (child.end_lineno or first) - first + 1
                name = f"{within}{child.name}."
            elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                name = f"{within}{child.name}.<locals>."
            visit(child, name)

    visit(ast.parse(Path(file).read_text("utf-8")), "")
    return found


def is_stub(method: Callable[..., object]) -> bool:
    """Tell whether a method does nothing, as one that waits for a subclass to say what it does."""
    (function,) = ast.parse(textwrap.dedent(inspect.getsource(method))).body
    if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    done = [
        node
        for node in function.body
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        and not isinstance(node, ast.Pass)
        and not (isinstance(node, ast.Return) and _is_nothing(node.value))
        and not isinstance(node, ast.Raise)
    ]
    return not done


def _is_nothing(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Tuple | ast.List):
        return not value.elts
    return value is None or isinstance(value, ast.Constant)
