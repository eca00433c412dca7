"""Plain text: paragraphs, lists and verse as they stand, and headings that nothing marks."""

from __future__ import annotations

from postil.document.article.back_matter import find_back_matter
from postil.document.article.builder import Draft
from postil.document.article.metadata import from_text
from postil.document.formats.headings.find import find_headings
from postil.document.formats.layout.line_groups import line_groups, settled
from postil.document.formats.layout.line_layout import LineLayout, measure
from postil.document.formats.layout.plain_blocks import PlainBlock, plain_blocks
from postil.document.formats.layout.running_heads import PAGE_BREAK
from postil.model.article import Block, BlockKind
from postil.model.values import replace
from postil.text.progress import Progress, tracked


def read(text: str, head: str, progress: Progress | None = None) -> Draft:
    """Read a clean text; what its head looks like settles how lines are joined."""
    layout = measure(head)
    lines = 1 + text.count("\n")
    gathered = tracked(line_groups(text, layout), progress, lambda _, group: group.line / lines)
    found = [plain for group in gathered for plain in plain_blocks(group, layout)]
    texts = [plain.block.text for plain in found]
    back_matter = find_back_matter(texts)
    blocks = _marked(found, layout, back_matter)
    metadata = from_text(head.replace(PAGE_BREAK, ""), texts[back_matter:])
    return Draft(blocks, back_matter if back_matter < len(blocks) else None, metadata)


def preview(head: str, whole: str | None) -> Draft:  # noqa: ARG001 - no need to look ahead
    """Read the blocks that the head holds to their end."""
    layout = measure(head)
    gathered = settled(list(line_groups(head, layout)))
    found = [plain for group in gathered for plain in plain_blocks(group, layout)]
    return Draft(
        _marked(found, layout, len(found)), None, from_text(head.replace(PAGE_BREAK, ""), ())
    )


def _marked(found: list[PlainBlock], layout: LineLayout, back_matter: int) -> list[Block]:
    """Return the blocks, those that are headings made so."""
    blocks = [plain.block for plain in found]
    levels = find_headings(found, layout, back_matter)
    for index, level in levels.items():
        blocks[index] = replace(blocks[index], kind=BlockKind.HEADING, level=level)
    heading = BlockKind.HEADING
    for index, block in enumerate(blocks):
        if block.kind is heading and index not in levels:
            blocks[index] = replace(block, kind=BlockKind.PARAGRAPH, level=0)
    return blocks
