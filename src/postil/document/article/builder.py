"""Lays sections over blocks, and makes the article of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from postil.model.article import JOINT, Article, Block, BlockKind, Section, SectionKind
from postil.model.source import Metadata
from postil.model.span import Span
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress, tracked

_PROSE = 120
"""Code points from which a paragraph before the first heading is text and not a title page."""

_IDEOGRAPHS = lazily("[\u3040-\u30ff\u3400-\u9fff]")
_PER_WORD = 2
"""Ideographs that make about one word."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader makes of a document before it is an article."""

    blocks: Sequence[Block]
    tail: int | None = None
    """Index of the block with which the closing matter begins."""
    metadata: Metadata = field(default_factory=Metadata)
    remarks: tuple[str, ...] = ()


def build(
    name: str, draft: Draft, *, complete: bool = True, progress: Progress | None = None
) -> Article:
    """Return the article with its sections numbered from 0, what is before the first heading."""
    blocks = tuple(draft.blocks)
    return Article(
        name=name,
        blocks=blocks,
        sections=_sections(blocks, draft.tail, progress),
        metadata=draft.metadata,
        complete=complete,
        remarks=draft.remarks,
    )


def words(text: str) -> int:
    """Count the words of a text; ideographs have no blanks between them, so two make a word."""
    count = len(text.split())
    if max(text, default="") >= "\u3040" and (ideographs := len(_IDEOGRAPHS.findall(text))):
        count += ideographs // _PER_WORD
    return count


def _sections(
    blocks: Sequence[Block], tail: int | None, progress: Progress | None
) -> tuple[Section, ...]:
    if not blocks:
        return ()
    cuts = [index for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    if tail is not None:
        cuts = [cut for cut in cuts if cut < tail] + [tail]
    if not cuts or cuts[0] > 0:
        cuts.insert(0, 0)
    sections = []
    number = 1
    at = 0
    parts = zip(cuts, [*cuts[1:], len(blocks)], strict=True)
    for cut, behind in tracked(parts, progress, lambda _, part: part[0] / len(blocks)):
        inside = blocks[cut:behind]
        opening = inside[0]
        titled = opening.kind is BlockKind.HEADING and cut != tail
        first = cut == 0 and not titled
        size = sum(len(block.text) for block in inside) + len(JOINT) * (behind - cut - 1)
        sections.append(
            Section(
                number=0 if first else number,
                title=opening.text if titled else None,
                level=opening.level if titled else 1,
                kind=_kind(inside, first=first, tail=cut == tail),
                span=Span(at, at + size),
                words=sum(words(block.text) for block in inside),
                first=cut,
                last=behind,
            )
        )
        number += not first
        at += size + len(JOINT)
    return tuple(sections)


def _kind(blocks: Sequence[Block], *, first: bool, tail: bool) -> SectionKind:
    if tail:
        return "tail"
    if not first:
        return "body"
    prose = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    running = any(block.kind in prose and len(block.text) >= _PROSE for block in blocks)
    return "body" if running else "front"
