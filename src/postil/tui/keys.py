"""Checks the reader's own key map before Textual gets to see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import walk_packages
from typing import NamedTuple, TypeVar

from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.keys import REPLACED_KEYS, Keys, key_to_character
from textual.screen import ModalScreen, Screen

from postil.tui.commands import key_name

Result = TypeVar("Result")


class Command(NamedTuple):
    """An action that keys can be given to."""

    id: str
    keys: tuple[str, ...]
    """As the settings name them."""
    does: str


Room = dict[str, list[Binding]]
"""The bindings of one class, inherited ones among them, by key."""

_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_SIGNS = set(REPLACED_KEYS)
"""Signs that Textual knows by a name of its own, such as ``minus``."""
_KNOWN = {key.value for key in Keys} | _SIGNS
_PLACES = ("screens", "dialogs", "widgets")


def apply(app: App[Result], keys: Mapping[str, str]) -> list[str]:
    """Set the reader's key map; return a sentence for each entry that could not be taken.

    With an empty map nothing is loaded or changed.
    """
    if not keys:
        return []
    taken, sentences = check(keys, type(app), [*_classes(), *_here(app)])
    app.set_keymap(taken)
    return sentences


def in_force(app: type[DOMNode], keys: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the entries of a key map that are in force, and a sentence for each other one."""
    return check(keys, app, _classes()) if keys else ({}, [])


def shipped(app: type[DOMNode]) -> list[Command]:
    """Return every action that has a key, with the keys that it has from the beginning."""
    found: dict[str, Command] = {}
    for cls in (app, *_classes()):
        for key, bindings in _room(cls).items():
            for binding in bindings:
                if not binding.id or cls.__module__.split(".")[0] != "postil":
                    continue
                keys = found[binding.id].keys if binding.id in found else ()
                keys = keys if key in keys else (*keys, key)
                found[binding.id] = Command(binding.id, keys, binding.tooltip or "")
    return sorted(found.values())


def check(
    keys: Mapping[str, str], app: type[DOMNode], classes: Iterable[type[DOMNode]]
) -> tuple[dict[str, str], list[str]]:
    """Return the entries of a key map that can be taken, and a sentence for each other one.

    Textual drops a binding without a word if another one of its class is moved onto its key, and
    does not know an unknown id, so both are found here, with Textual's own rules.
    """
    rooms = {cls: _room(cls) for cls in {*classes, app}}
    ids = {binding.id for room in rooms.values() for binding in _bindings(room) if binding.id}
    taken: dict[str, str] = {}
    sentences: list[str] = []
    for name, typed in keys.items():
        if name not in ids:
            near = get_close_matches(name, sorted(ids), n=1)
            hint = f"did you mean {near[0]}?" if near else "postil config --keys names them all"
            sentences.append(f"{name}: no command has this name; {hint}")
        elif trouble := _trouble(name, typed, rooms):
            sentences.append(f"{name} = {typed}: {trouble}")
        else:
            taken[name] = ",".join(_long(typed))
    while lost := _lost(taken, rooms, app):
        name, victims = _culprit(taken, lost, rooms, app)
        others = " and ".join(sorted(victims or {*_holders(name, taken, rooms)}))
        why = "would lose its key" if victims else "has that key"
        typed = ", ".join(key_name(key) for key in taken.pop(name).split(","))
        sentences.append(f"{name} = {typed}: {others} {why}; give {name} or {others} another one")
    return taken, sentences


def _classes() -> Iterator[type[DOMNode]]:
    """Load every room of the app and return the classes in it that can hold bindings."""
    for place in _PLACES:
        package = import_module(f"postil.tui.{place}")
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            for _, member in getmembers(import_module(module.name), isclass):
                if issubclass(member, DOMNode):
                    yield member


def _here(app: App[Result]) -> Iterator[type[DOMNode]]:
    """Return the classes of what is on screen."""
    if app.screen_stack:
        yield type(app.screen)
        yield from (type(node) for node in app.screen.walk_children())


def _room(cls: type[DOMNode]) -> Room:
    room: Room = {}
    for base in reversed(cls.__mro__):
        room.update(BindingsMap(base.__dict__.get("BINDINGS", [])).key_to_bindings)
    return room


def _bindings(room: Room) -> Iterator[Binding]:
    for bindings in room.values():
        yield from bindings


def _long(typed: str) -> list[str]:
    """Return the keys of a comma-separated list under Textual's long names."""
    if not typed.strip(", "):
        return []
    keys = ",".join(key for key in typed.split(",") if key.strip())
    return [binding.key for binding in Binding.make_bindings([Binding(keys, "")])]


def _trouble(name: str, typed: str, rooms: Mapping[type[DOMNode], Room]) -> str:
    """Return why these keys cannot be used for a command, or nothing."""
    keys = _long(typed)
    if not keys:
        return "no key is named; write for example ctrl+t"
    for key in keys:
        *modifiers, last = key.split("+")
        if not _MODIFIERS.issuperset(modifiers) or not _is_key(last):
            return f"there is no key {key}; write for example t, T, f5, ctrl+t or question_mark"
    for cls, room in rooms.items():
        if getattr(cls, "TYPING", False) and any(b.id == name for b in _bindings(room)):
            for key in keys:
                if _edits(key):
                    return f"{key_name(key)} is needed for typing there; choose another key"
    return ""


def _is_key(last: str) -> bool:
    return len(last) == 1 or last in _KNOWN or key_to_character(last) is not None


def _edits(key: str) -> bool:
    from textual.widgets import Input

    if key in _SIGNS or ((character := key_to_character(key)) and character.isprintable()):
        return True
    return key in _room(Input) and key != "enter"


def _moved(room: Room, keymap: Mapping[str, str]) -> Room:
    moved = BindingsMap.from_keys({key: list(bindings) for key, bindings in room.items()})
    moved.apply_keymap(keymap)
    return moved.key_to_bindings


def _ids(bindings: Iterable[Binding]) -> set[str]:
    return {binding.id for binding in bindings if binding.id}


def _lost(
    keymap: Mapping[str, str], rooms: Mapping[type[DOMNode], Room], app: type[DOMNode]
) -> set[str]:
    """Return the ids that a key map would leave without a key that reaches them."""
    lost: set[str] = set()
    after = {cls: _moved(room, keymap) for cls, room in rooms.items()}
    for cls, room in rooms.items():
        lost |= _ids(_bindings(room)) - _ids(_bindings(after[cls]))
        for key, bindings in after[cls].items():
            lost |= _ids(bindings[1:]) - _ids(bindings[:1]) - _ids(room.get(key, ()))
    for inner, outer in _nested(rooms, app):
        for key in after[inner].keys() & after[outer].keys():
            if not (key in rooms[inner] and key in rooms[outer]):
                lost |= _ids(after[outer][key]) - _ids(after[inner][key])
    return lost


def _nested(
    classes: Iterable[type[DOMNode]], app: type[DOMNode]
) -> Iterator[tuple[type[DOMNode], type[DOMNode]]]:
    """Return the pairs of which the first takes a key before the second gets to see it.

    Text fields have keys of their own by nature, and what stands in a dialog hides the app anyway.
    """
    from textual.widgets import Input, TextArea

    open_ones = [
        cls
        for cls in classes
        if not issubclass(cls, (App, ModalScreen, Input, TextArea))
        and not cls.__module__.startswith("postil.tui.dialogs.")
    ]
    screens = [cls for cls in open_ones if issubclass(cls, Screen)]
    for cls in open_ones:
        yield cls, app
        if not issubclass(cls, Screen):
            yield from ((cls, screen) for screen in screens)


def _culprit(
    keymap: Mapping[str, str],
    lost: set[str],
    rooms: Mapping[type[DOMNode], Room],
    app: type[DOMNode],
) -> tuple[str, set[str]]:
    """Return the entry that takes most away from others, the later one of equals, and from whom."""
    left: Sequence[tuple[str, set[str]]] = [
        (name, _lost({n: k for n, k in keymap.items() if n != name}, rooms, app))
        for name in reversed(list(keymap))
    ]
    name, still = min(left, key=lambda entry: len(entry[1]))
    return name, lost - still - {name}


def _holders(
    name: str, keymap: Mapping[str, str], rooms: Mapping[type[DOMNode], Room]
) -> Iterator[str]:
    """Return the other ids that have the keys which an entry asks for."""
    for room in rooms.values():
        after = _moved(room, keymap)
        for key in keymap[name].split(","):
            yield from _ids(after.get(key, ())) - {name}
