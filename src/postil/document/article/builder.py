"""Builds the article from its blocks, with sections laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from postil.model.article import (
    JOINT,
    Article,
    Block,
    BlockKind,
    Comment,
    Encoding,
    InlineKind,
    Page,
    Piece,
    Section,
    SectionKind,
)
from postil.model.source import Metadata
from postil.model.span import Span
from postil.model.values import NamedTuple, dataclass, field, replace
from postil.text.progress import Progress, tracked

_PROSE = 120
"""Code points of a paragraph before the first heading that is text and not a title page's.

With one of 120 the article begins with a body, with none above 119 it has front matter.
"""


class Place(NamedTuple):
    """A place in a draft: a block by its index, and an offset in its text."""

    block: int
    offset: int


class DraftPiece(NamedTuple):
    """One of several articles that a document holds: where it begins, and what follows it."""

    start: Place
    end: Place
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Draft:
    """What the reader of a format makes of a document: blocks and metadata, no sections yet."""

    blocks: Sequence[Block]
    back_matter: int | None = None
    """Index of the block with which the back matter begins."""
    metadata: Metadata = field(default_factory=Metadata)
    remarks: tuple[str, ...] = ()
    pages: Sequence[tuple[str, Place]] = ()
    """The label of each page, and where it begins."""
    anchors: Mapping[str, Place] = field(default_factory=dict)
    """Where addresses within the document lead."""
    comments: Mapping[str, Comment] = field(default_factory=dict)
    """What others have remarked, by the names that inlines have as their targets."""
    pieces: Sequence[DraftPiece] = ()
    """The articles of a document that holds several, in order."""
    encoding: Encoding | None = None
    """How its bytes were read as letters; None where they are of no one encoding."""
    complete: bool = True
    """False for a first screenful; the finished draft begins with the same blocks."""


def build(
    name: str, draft: Draft, *, complete: bool = True, progress: Progress | None = None
) -> Article:
    """Return the article; section 0 is what stands before the first heading."""
    blocks = tuple(draft.blocks)
    article = Article(
        name=name,
        blocks=blocks,
        sections=_sections(blocks, draft.back_matter, progress),
        metadata=draft.metadata,
        complete=complete,
        remarks=draft.remarks,
        encoding=draft.encoding,
        comments=draft.comments,
    )
    if not (draft.pages or draft.anchors or draft.pieces):
        return article
    pages = [(_offset(article, place), label) for label, place in draft.pages]
    pages.sort(key=itemgetter(0))
    anchors = {name: _offset(article, place) for name, place in draft.anchors.items()}
    return replace(
        article,
        pages=tuple(Page(start, label) for start, label in pages),
        pieces=tuple(_pieces(article, draft.pieces)),
        anchors=anchors,
    )


def _pieces(article: Article, pieces: Sequence[DraftPiece]) -> Iterator[Piece]:
    """Yield the pieces that hold words, each without the joint behind it."""
    for start, end, metadata in pieces:
        first, behind = _offset(article, start), _offset(article, end)
        if end.block < len(article.blocks) and not end.offset:
            behind -= len(JOINT)
        if first < behind:
            yield Piece(Span(first, behind), metadata)


def _offset(article: Article, place: Place) -> int:
    """Return the offset in the canonical text of a place; what comes last may lie behind all."""
    if place.block >= len(article.blocks):
        return article.length
    offset = min(place.offset, len(article.blocks[place.block].text))
    return article.starts[place.block] + offset


def _sections(
    blocks: Sequence[Block], back_matter: int | None, progress: Progress | None
) -> tuple[Section, ...]:
    if not blocks:
        return ()
    heading = BlockKind.HEADING
    cuts = [index for index, block in enumerate(blocks) if block.kind is heading]
    if back_matter is not None:
        cuts = [cut for cut in cuts if cut < back_matter] + [back_matter]
    if not cuts or cuts[0] > 0:
        cuts.insert(0, 0)
    sections = []
    number = 1
    at = 0
    parts = zip(cuts, [*cuts[1:], len(blocks)], strict=True)
    for cut, behind in tracked(parts, progress, lambda _, part: part[0] / len(blocks)):
        inside = blocks[cut:behind]
        opening = inside[0]
        titled = opening.kind is BlockKind.HEADING and cut != back_matter
        first = cut == 0 and not titled
        size = sum([len(block.text) for block in inside]) + len(JOINT) * (behind - cut - 1)
        sections.append(
            Section(
                number=0 if first else number,
                title=_title(opening) if titled else None,
                level=opening.level if titled else 1,
                kind=_kind(inside, first=first, last=cut == back_matter),
                span=Span(at, at + size),
                first=cut,
                last=behind,
            )
        )
        number += not first
        at += size + len(JOINT)
    return tuple(sections)


def _title(heading: Block) -> str:
    """Return the words of a heading without the footnotes that it refers to."""
    text = heading.text
    for one in reversed(heading.inlines):
        if one.kind is InlineKind.FOOTNOTE:
            text = text[: one.start] + text[one.end :]
    return text.strip() or heading.text


def _kind(blocks: Sequence[Block], *, first: bool, last: bool) -> SectionKind:
    if last:
        return "tail"
    if not first:
        return "body"
    prose = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    running = any(block.kind in prose and len(block.text) >= _PROSE for block in blocks)
    return "body" if running else "front"
