"""Draws changes from all packages of a source by a seed, each package by its share of lines."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import CodeType
from typing import NamedTuple

from tests.bench.mutants.operators import Edit, edits
from tests.bench.mutants.quiet import raised_names

_TRIES = 200
"""How often a package is asked for one more change before it counts as having no more."""


class Mutant(NamedTuple):
    """One change of one file, which is named from the root of the tree."""

    path: str
    edit: Edit

    def __str__(self) -> str:
        return f"{self.path}:{self.edit.line}  {self.edit}"


class Package(NamedTuple):
    """The files of a source that are drawn from together."""

    name: str
    files: tuple[Path, ...]
    lines: tuple[int, ...]


def packages(src: Path) -> list[Package]:
    """Return the packages right below a source; loose modules make one with the source's name."""
    files: dict[str, list[Path]] = {}
    for path in sorted(src.rglob("*.py")):
        inside = path.relative_to(src).parts
        files.setdefault(inside[0] if len(inside) > 1 else src.name, []).append(path)
    return [
        Package(name, tuple(paths), tuple(_lines(path) for path in paths))
        for name, paths in sorted(files.items())
    ]


def _lines(path: Path) -> int:
    return path.read_text("utf-8").count("\n")


def shares(lines: Mapping[str, int], count: int) -> dict[str, int]:
    """Return how many of a number fall to each package, by lines; the largest remainders round up.

    Each package has one at least, where there are enough for that.
    """
    total = sum(lines.values())
    floor = 1 if count >= len(lines) else 0
    exact = {name: size * count / total for name, size in lines.items()}
    given = {name: max(floor, int(share)) for name, share in exact.items()}
    owed = sorted(lines, key=lambda name: (given[name] - exact[name], name))
    for name in owed[: max(0, count - sum(given.values()))]:
        given[name] += 1
    while sum(given.values()) > count:
        most = max(lines, key=lambda name: given[name] - exact[name] if given[name] > floor else -1)
        given[most] -= 1
    return given


def draw(root: Path, src: Path, count: int, seed: int, package: str = "") -> list[Mutant]:
    """Return mutants of a source below the root of a tree: the same ones for the same seed.

    In a package a file is drawn by its lines, in the file a kind of change, then one of the kind:
    were changes drawn at once, most of them would move some number.
    """
    every = [one for one in packages(src) if package in ("", one.name)]
    given = shares({one.name: sum(one.lines) for one in every}, count)
    raised = {
        name
        for path in sorted(src.rglob("*.py"))
        for name in raised_names(ast.parse(path.read_text("utf-8")))
    }
    drawn = []
    for one in every:
        rnd = random.Random(f"{seed} {one.name}")
        drawn += list(_from_package(root, one, given[one.name], rnd, raised))
    return drawn


def _from_package(
    root: Path, package: Package, count: int, rnd: random.Random, raised: set[str]
) -> Iterator[Mutant]:
    known: dict[Path, list[Edit]] = {}
    seen: set[Mutant] = set()
    for _ in range(_TRIES * count):
        if len(seen) == count or not any(package.lines):
            return
        path = rnd.choices(package.files, package.lines)[0]
        source = path.read_text("utf-8")
        if path not in known:
            known[path] = edits(source, raised)
        if not known[path]:
            continue
        kind = rnd.choice(sorted({edit.kind for edit in known[path]}))
        edit = rnd.choice([edit for edit in known[path] if edit.kind == kind])
        mutant = Mutant(path.relative_to(root).as_posix(), edit)
        if mutant not in seen and changes_code(source, edit.applied(source)):
            seen.add(mutant)
            yield mutant


def changes_code(before: str, after: str) -> bool:
    """Return whether a changed source is still one, and is compiled to something else."""
    try:
        made = compile(after, "after", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return _essence(compile(before, "before", "exec", dont_inherit=True)) != _essence(made)


def _essence(code: CodeType) -> Sequence[object]:
    """Return what a compiled source does, without the lines on which it is written."""
    return (
        code.co_code,
        tuple(
            _essence(one) if isinstance(one, CodeType) else (type(one), repr(one))
            for one in code.co_consts
        ),
        code.co_names,
        code.co_varnames,
        code.co_freevars,
        code.co_cellvars,
        code.co_argcount,
        code.co_kwonlyargcount,
        code.co_flags,
        code.co_exceptiontable,
    )
