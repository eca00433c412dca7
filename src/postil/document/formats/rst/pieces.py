"""Pieces of docutils' tree that take a closer look: fields, blocks that failed, titles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes

from postil.document.formats.markup.block_writer import BlockWriter
from postil.text.lazy_regex import lazily

_ERROR = 3
"""The level of a message from which on words were lost; below that they were read."""
_UNDERLINE = lazily(r"([!-/:-@\[-`{-~])\1{2,}")
_TITLE_LINES = 3
"""A title has no more, with a line above it and one below."""


def push_field(node: Any, out: BlockWriter, push: Callable[[Any], None]) -> None:
    """Push a field: its name, and behind it the first paragraph of its value."""
    name, body = node.children
    first = body.children[:1]
    beside = first if first and isinstance(first[0], nodes.paragraph) else []
    _push_named(name.astext(), beside, out, push)
    for child in body.children[len(beside) :]:
        push(child)


_OF_SPHINX = ("orphan", "tocdepth", "nocomments", "nosearch", "no-search")
"""Fields at the top of a file that are for Sphinx, and not for readers."""


def push_docinfo(node: Any, out: BlockWriter, push: Callable[[Any], None]) -> None:
    """Push the fields at the top of which no record has a place."""
    for child in node.children:
        if isinstance(child, nodes.field) and child.children[0].astext() not in _OF_SPHINX:
            push_field(child, out, push)
        elif isinstance(child, (nodes.version, nodes.status, nodes.revision)):
            _push_named(type(child).__name__.title(), [child], out, push)


def push_lost(node: Any, out: BlockWriter, depth: int) -> None:
    """Push the words of a block that could not be read as what it says it is.

    ``depth`` is that of the section in which the parser says so.
    """
    if int(node.get("level", 0)) < _ERROR:
        return
    for source in node.findall(nodes.literal_block):
        lines = source.astext().strip().split("\n")
        if _UNDERLINE.fullmatch(lines[-1].strip()) and len(lines) <= _TITLE_LINES:
            title = " ".join(one.strip() for one in lines if not _UNDERLINE.fullmatch(one.strip()))
            _push_words(f"h{min(6, depth + 2)}", title, out)
            continue
        words = [one.strip() for one in lines if not one.strip().startswith(("..", ":"))]
        for paragraph in "\n".join(words).split("\n\n"):
            _push_words("p", paragraph, out)


def quotes(node: Any) -> bool:
    """Tell whether a block that is set in quotes; lists are set in for their looks."""
    return any(isinstance(one, (nodes.paragraph, nodes.attribution)) for one in node.children)


def title_of(node: Any) -> str:
    """Return the heading, or the caption, of what a label names; "" where there is none."""
    for one in () if node is None else (node, *node.children[:2]):
        if isinstance(one, (nodes.section, nodes.table, nodes.figure)):
            titles = (nodes.title, nodes.caption)
            found = [child for child in one.children if isinstance(child, titles)]
            return str(found[0].astext()) if found else ""
    return ""


def _push_named(
    name: str, values: list[Any], out: BlockWriter, push: Callable[[Any], None]
) -> None:
    out.start("p")
    out.start("strong")
    out.text(f"{name}:")
    out.end("strong")
    out.text(" ")
    for value in values:
        for child in value.children:
            push(child)
    out.end("p")


def _push_words(tag: str, words: str, out: BlockWriter) -> None:
    out.start(tag)
    out.text(words)
    out.end(tag)
