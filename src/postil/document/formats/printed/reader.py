"""Printed manual pages, as ``man`` writes them into a pipe, and other texts that have strokes."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.article.builder import Draft
from postil.document.article.metadata import from_mapping
from postil.document.formats import plain
from postil.document.formats.printed.page_blocks import PageBlocks
from postil.document.formats.printed.page_frame import HEAD, is_head, measure, titled, without_heads
from postil.document.formats.printed.strokes import BOLD, PLAIN, StyledLine, inlines, styled_lines
from postil.model.article import Block, BlockKind
from postil.model.source import Metadata
from postil.model.values import replace
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress, tracked

_FIRST = 20
"""Lines among which the head of a page is looked for, and its first heading."""
_NAMED = lazily(r" {3,16}\S.{0,200} [-‐–—] \S")
_BOLD_SHARE = 0.8
"""Share of the lines at the left edge that are headings of a page without a head."""


def read(text: str, head: str, progress: Progress | None = None) -> Draft:
    """Read a text as it was decoded."""
    first = list(styled_lines(head))
    lines = first if len(head) == len(text) else list(styled_lines(text))
    if not _is_page(first):
        words = "\n".join(line.text for line in lines)
        draft = plain.read(words, "\n".join(line.text for line in first), progress)
        return replace(draft, blocks=_styled(draft.blocks, lines))
    numbered = tracked(enumerate(lines, 1), progress, lambda _, one: one[0] / max(1, len(lines)))
    blocks = list(PageBlocks(measure(first)).blocks(without_heads(numbered)))
    return Draft(blocks, None, _metadata(first, blocks))


def preview(head: str, whole: str | None) -> Draft:  # noqa: ARG001 - no need to look ahead
    """Read the sections that the head holds to their end."""
    lines = list(styled_lines(head))
    if not _is_page(lines):
        draft = plain.preview("\n".join(line.text for line in lines), None)
        return replace(draft, blocks=_styled(draft.blocks, lines))
    blocks = list(PageBlocks(measure(lines)).blocks(without_heads(enumerate(lines, 1))))
    last = max((at for at, one in enumerate(blocks) if one.kind is BlockKind.HEADING), default=0)
    return Draft(blocks[:last], None, _metadata(lines, blocks))


def _is_page(lines: Sequence[StyledLine]) -> bool:
    """Tell whether this is a page of a manual: by its head, or by bold headings at the edge."""
    texts = [line.text for line in lines if line.text][:_FIRST]
    if any(map(is_head, texts[:2])):
        return True
    if len(texts) > 2 and titled(texts[0]) and texts[1][0] != " " and texts[2].startswith("  "):
        return True
    edge = [line for line in lines if line.text and line.text[0] != " "]
    capitals = sum(line.text.isupper() for line in edge)
    if len(texts) > 1 and texts[0].isupper() and _NAMED.match(texts[1]):
        return capitals > 1 and capitals >= _BOLD_SHARE * len(edge)
    bold = sum(bool(line.styles) and set(line.styles) <= {BOLD, PLAIN} for line in edge)
    opens = bool(edge) and bool(texts) and edge[0].text == texts[0] and edge[0].text.isupper()
    return opens and bold > 1 and bold >= _BOLD_SHARE * len(edge)


def _metadata(lines: Sequence[StyledLine], blocks: Sequence[Block]) -> Metadata:
    """Return the title as people cite pages, ``ls(1)``."""
    found = next((found for line in lines if (found := HEAD.match(line.text))), None)
    if not found:
        return Metadata()
    name, _, section = found["name"].partition("(")
    for block in blocks[:4]:
        if block.kind is not BlockKind.HEADING:
            spelt = [word.rstrip(",") for word in block.text.split()]
            name = next((word for word in spelt if word.lower() == name.lower()), name)
    name = name.lower() if name.isupper() else name
    return from_mapping({"title": f"{name}({section}"}, "document")[0]


def _styled(blocks: Sequence[Block], lines: Sequence[StyledLine]) -> list[Block]:
    """Return the blocks of a plain text with what the strokes of its lines set apart."""
    return [_with_styles(block, lines) for block in blocks]


def _with_styles(block: Block, lines: Sequence[StyledLine]) -> Block:
    starts = (0, *block.breaks)
    numbers = range(block.line - 1, min(block.line - 1 + len(starts), len(lines)))
    if not any(lines[number].styles.strip() for number in numbers):
        return block
    styles = []
    for number, start, end in zip(numbers, starts, (*block.breaks, len(block.text)), strict=False):
        part = block.text[start:end].rstrip()
        line = lines[number]
        at = line.text.find(part)
        marks = line.styles[at : at + len(part)] if at >= 0 and line.styles else ""
        styles.append(marks.ljust(end - start))
    found = inlines(block.text, "".join(styles).ljust(len(block.text)))
    return replace(
        block, inlines=tuple(sorted({*block.inlines, *found}, key=lambda one: one.start))
    )
