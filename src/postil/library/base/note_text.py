"""Reads the Markdown of a note as articles are read: blocks, with what is set apart in them."""

from __future__ import annotations

from functools import lru_cache

from postil.model.article import Block, BlockKind, InlineKind
from postil.text.clean import clean_line

BEGINNING = 300
"""Code points of a note that are read for its first words."""


SIGNS = frozenset("*_`[]<>#&\\~|$^={}")
LEADING = tuple("+-:0123456789")
"""A note of one line that has any Markdown has one of these signs, or begins with such a one."""


def blocks(body: str) -> tuple[Block, ...]:
    """Return the blocks of a note's body; one that is all markup stands there as it is."""
    # What reads Markdown takes a while to load, and most that list notes need none of it.
    from postil.document.pipeline import parse

    # Front matter, which is none in a note, begins on the first line.
    *_, article = parse(f"\n{body}".encode("utf-8", "surrogatepass"), "note.md")
    if article.blocks or not body.strip():
        return article.blocks
    return (Block(BlockKind.PARAGRAPH, body),)


def beginning(body: str) -> str:
    """Return the first words of a note on one line, without the signs of its Markdown."""
    said = (f"{one.marker} {one.text}".lstrip() for one in blocks(body[:BEGINNING]))
    return clean_line("  ".join(said))


@lru_cache(maxsize=1000)
def on_one_line(body: str) -> str:
    """Return all that a note says on one line, without the signs of its Markdown."""
    return clean_line(" ".join(plain_lines(body)))


def plain_lines(body: str, *, addresses: bool = False) -> list[str]:
    """Return what a note says without the signs of its Markdown: a line for each block.

    Lists keep their bullets, and code its lines. ``addresses`` puts behind the words of a link
    where it leads, which nobody sees otherwise.
    """
    if "\n" not in body and SIGNS.isdisjoint(body) and not body.lstrip().startswith(LEADING):
        return [body] if body.strip() else []
    found = []
    for block in blocks(body):
        text = _with_addresses(block) if addresses else block.text
        first, *more = text.split("\n") if block.kind.lined else [" ".join(text.split())]
        lead = "  " * max(0, block.level - 1) if block.kind is BlockKind.LIST_ITEM else ""
        sign = f"{lead}{block.marker} " if block.marker else lead
        found += [f"{sign}{first}", *(" " * len(sign) + line for line in more)]
    return found


def _with_addresses(block: Block) -> str:
    text = block.text
    for run in sorted(block.inlines, key=lambda one: one.end, reverse=True):
        words = text[run.start : run.end]
        if (
            run.kind is InlineKind.LINK
            and run.target
            and run.target.removeprefix("mailto:") != words
        ):
            text = f"{text[: run.end]} ({run.target}){text[run.end :]}"
    return text


def get_ready() -> None:
    """Load what reads Markdown, for whoever will want to see a note at once."""
    blocks("- *a*")
