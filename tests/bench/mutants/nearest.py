"""Orders the tests of a tree by how near they are to a file: by its name, then by imports."""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

FAR = 99
"""Steps to a file that no import leads to."""


class Near(NamedTuple):
    """How near a test is, the nearest first."""

    by_name: int
    steps: int
    """Imports on the way, and one more from the tests of another package."""
    elsewhere: bool
    width: int
    path: str


class Nearness:
    """The imports of a tree, read from its files wherever in them an import is written."""

    def __init__(self, root: Path) -> None:
        self.root, self._tests = root, root / "tests"
        self._src = next(one.parent for one in sorted((root / "src").glob("*/__init__.py")))
        src, tests = self._src, self._tests
        self._files = {
            **{self._dotted(path, src.parent): path for path in sorted(src.rglob("*.py"))},
            **{self._dotted(path, tests.parent): path for path in sorted(tests.rglob("*.py"))},
        }
        self._names = {path: name for name, path in self._files.items()}

    def tests_of(self, name: str) -> list[Near]:
        """Return the tests that are of a file by their names or imports, the nearest first."""
        path = self.root / name
        steps = self._steps_to(self._names[path])
        found = []
        for test in sorted(one for one in self.tests if one.name.startswith("test_")):
            by_name = self._by_name(test, path)
            away = steps.get(self._names[test], FAR)
            if by_name < len(_BY_NAME) or away < FAR:
                elsewhere = test.relative_to(self._tests).parts[0] != self._package(path)
                width = len(self._imports[self._names[test]])
                where = test.relative_to(self.root).as_posix()
                found.append(Near(by_name, away + elsewhere, elsewhere, width, where))
        return sorted(found)

    @cached_property
    def tests(self) -> set[Path]:
        """All files of Python among the tests."""
        return {path for path in self._names if path.is_relative_to(self._tests)}

    def behind(self, test: str) -> list[Path]:
        """Return a file of tests with all that its imports lead to among the tests."""
        waiting, found = [self._names[self.root / test]], set()
        while waiting:
            if (name := waiting.pop()) not in found:
                found.add(name)
                waiting += self._imports[name]
        return sorted(self.tests & {self._files[name] for name in found})

    def _package(self, path: Path) -> str:
        inside = path.relative_to(self._src).parts
        return inside[0] if len(inside) > 1 else ""

    @cached_property
    def _packages(self) -> set[str]:
        return {path.name for path in self._src.iterdir() if path.is_dir()}

    def _by_name(self, test: Path, path: Path) -> int:
        """Return how well a test's name mirrors that of a file; the length of the list for not."""
        folders = list(path.relative_to(self._src).parts[:-1])
        room = path.stem if path.stem != "__init__" else (folders or [self._src.name])[-1]
        there = test.relative_to(self._tests).parts[:-1]
        words = test.stem.removeprefix("test_")
        begun = words == room or words.startswith(f"{room}_")
        package = self._package(path)
        for rank, fits in enumerate(
            (
                list(there) == folders and words == room,
                there[:1] == (package,) and begun,
                words == "_".join((*folders, room)) or words.endswith(f"_{room}"),
            )
        ):
            if fits and (rank < 2 or not there or there[0] not in self._packages - {package}):
                return rank
        return len(_BY_NAME)

    def _steps_to(self, name: str) -> dict[str, int]:
        """Return how many imports lead from each module to one."""
        users: dict[str, set[str]] = {}
        for user, used in self._imports.items():
            for one in used:
                users.setdefault(one, set()).add(user)
        steps = {name: 0}
        waiting = deque([name])
        while waiting:
            here = waiting.popleft()
            for user in users.get(here, ()):
                if user not in steps:
                    steps[user] = steps[here] + 1
                    waiting.append(user)
        return steps

    @cached_property
    def _imports(self) -> dict[str, set[str]]:
        """By module, the modules that it imports.

        A name that is put together, as in ``f"cli.commands.{verb}"``, stands for the modules of a
        package that nobody imports by their names.
        """
        found = {
            name: set(self._imported(name, path)) - {name} for name, path in self._files.items()
        }
        nobodys = self._files.keys() - set().union(*found.values())
        for name, path in self._files.items():
            for begun in _begun(ast.parse(path.read_text("utf-8"))):
                found[name] |= {one for one in nobodys if one.startswith(begun)} - {name}
        return found

    def _imported(self, name: str, path: Path) -> Iterator[str]:
        """Yield the modules of the tree that one imports, names, or has fixtures from."""
        if path.is_relative_to(self._tests):
            for folder in path.parents:
                if (folder / "conftest.py") in self._names:
                    yield self._names[folder / "conftest.py"]
        package = name.split(".") if path.stem == "__init__" else name.split(".")[:-1]
        tree = ast.parse(path.read_text("utf-8"))
        rooms: dict[str, str] = {}
        for node in ast.walk(tree):
            for bound, dotted in _named(node, package):
                if found := self._module(dotted):
                    yield found
                    if self._files[found].stem == "__init__" and found == dotted:
                        rooms[bound] = found
        for node in ast.walk(tree):
            # A package may load its rooms when they are first asked for.
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                room = f"{rooms.get(node.value.id)}.{node.attr}"
                if room in self._files:
                    yield room

    def _module(self, dotted: str) -> str:
        """Return the module that a name is, or lies in; nothing for one from elsewhere."""
        while dotted and dotted not in self._files:
            dotted = dotted.rpartition(".")[0]
        return dotted

    @staticmethod
    def _dotted(path: Path, above: Path) -> str:
        parts = path.relative_to(above).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


_BY_NAME = ("the test of the room", "one of its tests", "one named after it elsewhere")


def _begun(tree: ast.AST) -> Iterator[str]:
    """Yield how names of modules begin that are put together in a file."""
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=[ast.Constant(value=str(begun)), ast.FormattedValue(), *_]):
                words = begun.split(".")
                if len(words) > 2 and not words[-1] and all(map(str.isidentifier, words[:-1])):
                    yield begun


def _named(node: ast.AST, package: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each name that a node binds to a module, and the full name of the module."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield alias.asname or alias.name, alias.name
    elif isinstance(node, ast.ImportFrom):
        above = package[: len(package) + 1 - node.level] if node.level else []
        base = ".".join((*above, *([node.module] if node.module else [])))
        for alias in node.names:
            yield alias.asname or alias.name, f"{base}.{alias.name}"
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        words = node.value.split(".")
        if len(words) > 1 and all(word.isidentifier() for word in words):
            yield "", node.value
