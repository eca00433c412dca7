"""Draws changes from all packages of a source by a seed, each package by its share of lines."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from math import log
from pathlib import Path
from types import CodeType
from typing import NamedTuple

from tests.bench.mutants.operators import Edit, edits
from tests.bench.mutants.quiet import raised_names


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

    Each change has a place in a long line that its own words and the seed give it, so most of them
    are drawn again when files are moved, and a larger number only adds to a smaller one. A change
    of a rare kind has a better place: else most of them would move some number.
    """
    every = packages(src)
    raised = {
        name
        for path in sorted(src.rglob("*.py"))
        for name in raised_names(ast.parse(path.read_text("utf-8")))
    }
    found = {
        one.name: [
            Mutant(path.relative_to(root).as_posix(), edit)
            for path in one.files
            for edit in edits(path.read_text("utf-8"), raised)
        ]
        for one in every
    }
    kinds = Counter(mutant.edit.kind for mutants in found.values() for mutant in mutants)

    def place(mutant: Mutant) -> tuple[float, str]:
        drawn = sha256(f"{seed} {mutant.edit.name}".encode()).digest()
        return kinds[mutant.edit.kind] * -log(_share(drawn)), mutant.path

    wanted = [one for one in every if package in ("", one.name)]
    given = shares({one.name: sum(one.lines) for one in wanted}, count)
    return [
        mutant
        for name, number in given.items()
        for mutant in islice(_worth_it(root, sorted(found[name], key=place)), number)
    ]


def _share(digest: bytes) -> float:
    """Return a number above 0, and up to 1, that a digest stands for."""
    return (int.from_bytes(digest[:6]) + 1) / (1 << 48)


def _worth_it(root: Path, mutants: Iterable[Mutant]) -> Iterator[Mutant]:
    """Yield those that change the compiled code; of some with the same words the first alone."""
    known: set[str] = set()
    for mutant in mutants:
        source = (root / mutant.path).read_text("utf-8")
        name = mutant.edit.name
        if name not in known and changes_code(source, mutant.edit.applied(source)):
            known.add(name)
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
