"""Measures a style with its macros written out, so that none is begun that would never end."""

from __future__ import annotations

from collections.abc import Mapping

from postil.csl.ground.errors import StyleError
from postil.csl.ground.xml import Node

_MOST = 100_000
"""Elements to be rendered; the official styles come to some 3,000 at most."""

_DEEPEST = 150
"""Elements within elements and macros; official styles have some seventy."""


def check_expansion(root: Node) -> None:
    """Raise StyleError where the macros of a style call themselves, or one another too often.

    Thirty macros that each call the next one twice would be rendered for days.
    """
    macros = {node.get("name"): node for node in root.every("macro")}
    sizes: dict[str, tuple[int, int]] = {}
    for part in root.children:
        # Macros are measured where they are called; one that is not called is not rendered.
        if part.tag == "macro":
            continue
        size, depth = _size(part, macros, sizes, (), 0)
        if size > _MOST:
            raise StyleError("its macros call one another too many times")
        if depth > _DEEPEST:
            raise StyleError("its macros are nested too deeply")


def _size(
    node: Node,
    macros: Mapping[str, Node],
    sizes: dict[str, tuple[int, int]],
    within: tuple[str, ...],
    above: int,
) -> tuple[int, int]:
    """Return how many elements an element comes to, and how deeply they are nested.

    ``within`` are the macros around it, and ``above`` the number of elements.
    """
    if above > _DEEPEST:
        raise StyleError("its macros are nested too deeply")
    name = node.attributes.get("macro", "")
    if not (name or node.children):
        return 1, 1
    if name in within:
        raise StyleError(f"its macro {name[:60]!r} calls itself")
    parts = [_size(child, macros, sizes, within, above + 1) for child in node.children]
    # Of the branches of a choice one alone is rendered.
    size = (max if node.tag == "choose" else sum)([part[0] for part in parts] or [0])
    depth = max((part[1] for part in parts), default=0)
    if name in macros:
        if name not in sizes:
            sizes[name] = _size(macros[name], macros, sizes, (*within, name), above + 1)
        size, depth = size + sizes[name][0], max(depth, sizes[name][1])
    return size + 1, depth + 1
