"""Reads plain text: paragraphs, lists and verse as they stand, and headings that nothing marks."""

from __future__ import annotations

from dataclasses import replace

from postil.document.article.back_matter import find_tail
from postil.document.article.builder import Draft
from postil.document.article.metadata import from_text
from postil.document.formats.headings.find import find_headings
from postil.document.formats.layout.line_groups import groups
from postil.document.formats.layout.line_layout import Shape, measure
from postil.document.formats.layout.plain_blocks import Unit, units
from postil.model.article import Block, BlockKind
from postil.text.progress import Progress, tracked


def read(text: str, head: str, progress: Progress | None = None) -> Draft:
    """Read a clean text; what its head looks like settles how lines are joined."""
    shape = measure(head)
    lines = 1 + text.count("\n")
    gathered = tracked(groups(text, shape), progress, lambda _, group: group.line / lines)
    found = [unit for group in gathered for unit in units(group, shape)]
    texts = [unit.block.text for unit in found]
    tail = find_tail(texts)
    blocks = _marked(found, shape, tail)
    metadata = from_text(head, texts[tail:])
    return Draft(blocks, tail if tail < len(blocks) else None, metadata)


def preview(head: str, whole: str | None) -> Draft:  # noqa: ARG001 - no need to look ahead
    """Read the blocks that the head holds to their end."""
    shape = measure(head)
    gathered = list(groups(head, shape))
    # The last one goes on behind the head, and so may the line right above it.
    gathered = gathered[: -1 if gathered and gathered[-1].before else -2]
    found = [unit for group in gathered for unit in units(group, shape)]
    return Draft(_marked(found, shape, len(found)), None, from_text(head, ()))


def _marked(found: list[Unit], shape: Shape, tail: int) -> list[Block]:
    """Return the blocks of the units, those that are headings made so."""
    blocks = [unit.block for unit in found]
    levels = find_headings(found, shape, tail)
    for index, level in levels.items():
        blocks[index] = replace(blocks[index], kind=BlockKind.HEADING, level=level)
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and index not in levels:
            blocks[index] = replace(block, kind=BlockKind.PARAGRAPH, level=0)
    return blocks
