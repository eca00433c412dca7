"""What the keys of a screen do, under the names that readers know them by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from textual.dom import DOMNode
from textual.keys import format_key
from textual.screen import Screen

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

    @property
    def group(self) -> str:
        """The part of the id before its first full stop."""
        return self.id.partition(".")[0]


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


def commands(screen: Screen[Result]) -> list[Command]:
    """Return what the active bindings of a screen do, in their order, each once."""
    found: dict[tuple[str, str], Command] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        if not binding.id or not binding.description or not active.enabled:
            continue
        keys: tuple[str, ...] = (key_name(key),)
        if before := found.get((binding.id, binding.action)):
            keys = before.keys + keys
        found[binding.id, binding.action] = Command(
            binding.id, keys, binding.description, binding.tooltip, binding.action, active.node
        )
    return list(found.values())
