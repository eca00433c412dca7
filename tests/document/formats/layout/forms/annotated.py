"""Texts with what is right beside them: in front of a line stands what kind of block it begins.

``h|`` a heading, ``p|`` a paragraph, ``v|`` a stanza, ``c|`` code, ``t|`` a table; `` |`` goes on.
"""

from __future__ import annotations

from pathlib import Path

from postil.model.article import BlockKind
from tests.document.articles import blocks

_KINDS = {
    "h": BlockKind.HEADING,
    "p": BlockKind.PARAGRAPH,
    "v": BlockKind.VERSE,
    "c": BlockKind.CODE,
    "t": BlockKind.TABLE,
}

Written = list[tuple[BlockKind, str]]


def texts(name: str) -> dict[str, list[str]]:
    """Return the texts of a file beside this one, each by its name, line by line."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines():
        if line.startswith("== "):
            lines = found[line[3:]] = []
        else:
            lines.append(line)
    return found


def bare(lines: list[str]) -> str:
    """Return a text as a reader is given it."""
    return "\n".join(line[2:] for line in lines) + "\n"


def expected(lines: list[str]) -> Written:
    """Return the blocks that are right, with their letters alone."""
    found: Written = []
    for line in lines:
        if line[:1] in _KINDS:
            found.append((_KINDS[line[0]], "".join(line[2:].split())))
        elif line[2:].strip():
            kind, text = found[-1]
            found[-1] = (kind, text + "".join(line[2:].split()))
    return found


def read(lines: list[str]) -> Written:
    """Return the blocks that are read, with their letters alone."""
    return [(block.kind, "".join(block.text.split())) for block in blocks(bare(lines))]
