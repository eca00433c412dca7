"""Every key of the app, found by walking the classes of ``postil.tui``."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Iterator
from types import ModuleType

from textual.binding import Binding, BindingType


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Import a package and everything in it."""
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def declared(found: Iterable[ModuleType]) -> Iterator[tuple[str, BindingType]]:
    """Yield each binding as it is written, with the class that owns the action."""
    for module in found:
        for name, owner in inspect.getmembers(module, inspect.isclass):
            if owner.__module__ == module.__name__:
                for binding in vars(owner).get("BINDINGS", ()):
                    yield f"{module.__name__}.{name}", binding


def faults(bindings: Iterable[tuple[str, BindingType]]) -> list[str]:
    """Say of each binding what help, palette and key map would miss in it."""
    found = []
    owners: dict[str, str] = {}
    for owner, binding in bindings:
        if not isinstance(binding, Binding):
            found.append(f"{owner}: {binding!r} is no Binding(...)")
            continue
        found += [
            f"{owner}: the key {binding.key} has no {field}"
            for field in ("id", "description", "tooltip")
            if not getattr(binding, field)
        ]
        if binding.id:
            if binding.id in owners:
                found.append(f"{owner}: the id {binding.id} is taken by {owners[binding.id]}")
            owners.setdefault(binding.id, owner)
    return found


def names(keys: str) -> set[str]:
    """Return Textual's names for keys as people write them, several joined by commas."""
    return {binding.key for binding in Binding.make_bindings([Binding(keys, "none")])}


def known(bindings: Iterable[tuple[str, BindingType]]) -> set[str]:
    """Return Textual's names of all keys that are bound anywhere."""
    every = [
        binding if isinstance(binding, Binding) else Binding(*binding) for _, binding in bindings
    ]
    return {binding.key for binding in Binding.make_bindings(every)}
