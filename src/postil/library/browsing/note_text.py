"""Reads the Markdown of a note as articles are read: blocks, with what is set apart in them."""

from __future__ import annotations

from postil.document.pipeline import parse
from postil.model.article import Block, BlockKind
from postil.text.clean import clean_line

BEGINNING = 300
"""Code points of a note that are read for its first words."""


def blocks(body: str) -> tuple[Block, ...]:
    """Return the blocks of a note's body; one that is all markup stands there as it is."""
    # Front matter, which is none in a note, begins on the first line.
    *_, article = parse(f"\n{body}".encode("utf-8", "surrogatepass"), "note.md")
    if article.blocks or not body.strip():
        return article.blocks
    return (Block(BlockKind.PARAGRAPH, body),)


def beginning(body: str) -> str:
    """Return the first words of a note on one line, without the signs of its Markdown."""
    said = (f"{one.marker} {one.text}".lstrip() for one in blocks(body[:BEGINNING]))
    return clean_line("  ".join(said))


def get_ready() -> None:
    """Load what reads Markdown, for whoever will want to see a note at once."""
    blocks("- *a*")
