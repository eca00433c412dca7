"""Pages of Markdown read for what they name: commands, keys, and words of the program."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from textual.binding import Binding

from postil.cli import parser
from postil.errors import BadRequest
from tests.support import bindings

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
KEY = re.compile(r"[^\w\s]|\w|(?:ctrl|shift|alt)\+\w+|Tab|Enter|Esc|Space|PageUp|PageDown|F\d+")
COUNT = re.compile(r"\d+(?=\D)")
"""Digits before a key are a count, and no key of their own."""
NAMED = {"Esc": "escape"} | {
    name: name.lower()
    for name in ("Tab", "Enter", "Space", "PageUp", "PageDown", *(f"F{at}" for at in range(1, 13)))
}
"""Keys that people write otherwise than Textual does."""


def commands(text: str) -> Iterator[str]:
    """Yield each line of the shell blocks of a Markdown text."""
    for language, block in FENCE.findall(text):
        if language == "sh":
            yield from block.splitlines()


def spans(text: str) -> list[str]:
    """Return what stands between backquotes, outside fenced blocks."""
    return SPAN.findall(FENCE.sub("", text))


def keys(text: str) -> list[str]:
    """Return the keys that a text names, without their counts."""
    shorn = (COUNT.sub("", span, count=1) for span in spans(text))
    return [span for span in shorn if KEY.fullmatch(span)]


@cache
def bound() -> set[str]:
    """Return Textual's names of every key that the app binds."""
    import postil.tui

    return bindings.known(bindings.declared(bindings.modules(postil.tui)))


@cache
def actions() -> set[str | None]:
    """Return the ids of every binding of the app, which a key map names."""
    import postil.tui

    every = bindings.declared(bindings.modules(postil.tui))
    return {binding.id for _, binding in every if isinstance(binding, Binding)}


@cache
def source() -> str:
    """Return all of the program, to find names in it."""
    return "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src").rglob("*.py")))


def unknown_keys(text: str, known: set[str]) -> list[str]:
    """Return the keys that a text names and that nothing binds."""
    return [key for key in keys(text) if not bindings.names(NAMED.get(key, key)) & known]


def refused(command: str) -> str | None:
    """Return why the command line would not take a command, or None if it does."""
    program, *words = shlex.split(command)
    assert program == "postil"
    verb = parser.verb_named(words[0]) if words else None
    try:
        if verb:
            parser.parse_verb(verb, words[1:])
        else:
            given = parser.parse_paths(words)
            # A verb that nobody knows would be taken for the name of a file.
            lost = [path for path in given.paths if path != "-" and not (ROOT / path).exists()]
            return f"no such file: {', '.join(lost)}" if lost else None
    except BadRequest as error:
        return str(error)
    except SystemExit as end:
        return None if end.code == 0 else "it ends at once"
    return None
