"""What the keys of a screen do, under the names that readers know them by."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeVar

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import format_key
from textual.screen import Screen

from postil.model.values import dataclass

Result = TypeVar("Result")

_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "space",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    "home": "Home",
    "end": "End",
    "backspace": "Backspace",
    "delete": "Del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


@dataclass(frozen=True, slots=True)
class Command:
    """What the reader can do on a screen, with the keys that do it."""

    id: str
    keys: tuple[str, ...]
    """As they are shown, for example ``ctrl+s``."""
    name: str
    tooltip: str
    action: str
    node: DOMNode
    """Where the action is found."""


class Further(NamedTuple):
    """Keys that are no binding, told of in the help: ``FURTHER_KEYS`` of a widget lists them."""

    id: str
    keys: str
    name: str
    tooltip: str


@lru_cache(maxsize=512)
def key_name(key: str) -> str:
    """Return a key as readers know it: ``Esc``, ``ctrl+s``, ``?``, ``↑``."""
    *modifiers, last = key.split("+")
    if last in _NAMES:
        name = _NAMES[last]
    elif len(last) == 1:
        name = last
    elif last[:1] == "f" and last[1:].isdigit():
        name = last.upper()
    else:
        name = format_key(last)
    return "+".join((*modifiers, name))


def commands(screen: Screen[Result], every: bool = False) -> list[Command]:
    """Return what the keys of a screen do now, each once, in the order of the tables of keys.

    With ``every`` also what they do only at other times, as the keys of another mode.
    """
    active = screen.active_bindings
    listed = []
    # The chain is Textual's own: with the reader's key map, and without what a field needs.
    for node, bound in screen._modal_binding_chain:
        keys: dict[str, tuple[str, ...]] = {}
        bindings: dict[str, Binding] = {}
        for key, binding in bound:
            name = binding.id or ""
            now = active.get(key)
            if every or (now and now.enabled and now.node is node and now.binding is binding):
                bindings.setdefault(name, binding)
                keys[name] = (*keys.get(name, ()), key_name(key))
        for name in _declared(node):
            if (one := bindings.get(name)) and one.description:
                shown = plainest_first(keys[name])
                listed.append(Command(name, shown, one.description, one.tooltip, one.action, node))
    return listed


def _declared(node: DOMNode) -> dict[str, None]:
    """Return the ids of the bindings of a node in the order in which they are written.

    Textual keeps them in the order of the keys, in which those that every widget has come first.
    """
    return dict.fromkeys(
        binding.id
        for cls in type(node).__mro__
        for binding in cls.__dict__.get("BINDINGS", ())
        if isinstance(binding, Binding) and binding.id
    )


def plainest_first(keys: Iterable[str]) -> tuple[str, ...]:
    """Return the names of keys, letters and signs first, those with a modifier last."""

    def trouble(key: str) -> tuple[bool, bool]:
        return "+" in key[:-1], key != "space" and not (len(key) == 1 and key.isascii())

    return tuple(sorted(keys, key=trouble))


def plainest_keys(screen: Screen[Result]) -> dict[str, str]:
    """Return by the id of each active binding the name of the key that is the least trouble."""
    keys: dict[str, tuple[str, ...]] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.id and active.enabled:
            keys[active.binding.id] = (*keys.get(active.binding.id, ()), key_name(key))
    return {name: plainest_first(found)[0] for name, found in keys.items()}
