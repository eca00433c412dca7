"""EPUB, from its bytes to a draft: chapters in their order, each for itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from postil.document.article.builder import Draft, Place
from postil.document.base.request import Request
from postil.document.bytes.archive import Archive
from postil.document.formats.epub.chapter.blocks_of_part import Chapter
from postil.document.formats.epub.headings import AHEAD, Level, agreed, moved, opening_level
from postil.document.formats.epub.package.container import (
    Package,
    has_lock,
    lock_of,
    locked,
    locked_parts,
    packages_of,
)
from postil.document.formats.epub.package.metadata import metadata_of
from postil.document.formats.epub.package.opf import book_of
from postil.document.formats.epub.package.titles import Title, contents_of
from postil.document.formats.epub.reading import NoWords, Reading
from postil.errors import NotText
from postil.model.article import Block
from postil.model.source import Metadata
from postil.model.values import replace
from postil.text.progress import no_progress

SCREENFUL = 6000
"""Code points after which a first screenful is shown."""
_ZIP = b"PK"
_LARGE = 100_000
"""Bytes of a book beyond which a first screenful is worth its while."""


def drafts(request: Request) -> Iterator[Draft]:
    """Yield the first chapters of a large book, and then the whole.

    Raises NotText for what is no book, is locked, or has no words.
    """
    if not request.data.startswith(_ZIP):
        raise NotText(
            request.name,
            "it is no EPUB, whatever its name says",
            "give it the name of what it is, or fetch it again",
        )
    archive = Archive(request.data, request.name)
    first, *others = packages_of(archive)
    try:
        yield from _drafts(archive, first, request)
    except NoWords:
        # A rendition of pictures may have one of words beside it.
        for other in others:
            with suppress(NoWords):
                yield from _drafts(archive, other, request)
                return
        raise


def _drafts(archive: Archive, package: Package, request: Request) -> Iterator[Draft]:
    """Yield the drafts of one rendition; raises NoWords before it yields any."""
    progress = request.progress or no_progress
    book = book_of(package, archive)
    barred = locked_parts(archive)
    if any(place.item.part in barred for place in book.spine):
        raise locked(archive, lock_of(archive))
    contents = contents_of(book, archive)
    reading = Reading(archive, book, contents, request.progress)
    metadata = metadata_of(book.metadata)
    blocks: list[Block] = []
    anchors: dict[str, Place] = {}
    pages: list[tuple[str, Place]] = []
    level: Level | None = None
    begun, large = False, len(request.data) > _LARGE
    words = False
    length = 0
    for share, titles, chapter in reading.chapters():
        progress(share)
        judged = level
        if level is None and not contents.titles:
            judged = opening_level(chapter.blocks)
        if not chapter.whole:
            if not begun and (words or chapter.words):
                begun = True
                yield _begun(blocks, metadata, titles, chapter, judged)
            continue
        level = judged
        own = agreed(chapter.blocks, titles, level)
        level = own.last
        base = len(blocks)
        for name, place in moved(chapter.anchors.items(), own.put, base):
            anchors.setdefault(name, place)
        pages += moved(chapter.pages, own.put, base)
        for block in own.blocks:
            blocks.append(replace(block, line=len(blocks) + 1))
            length += len(block.text)
        words = words or chapter.words
        if large and not begun and share < 1 and words and length > SCREENFUL:
            begun = True
            yield Draft(
                tuple(blocks),
                metadata=metadata,
                pages=tuple(pages),
                anchors=dict(anchors),
                complete=False,
            )
    if not words:
        raise locked(archive, lock_of(archive)) if has_lock(archive) else reading.nothing()
    yield Draft(blocks, metadata=metadata, remarks=reading.remarks(), pages=pages, anchors=anchors)


def _begun(
    blocks: Sequence[Block],
    about: Metadata,
    titles: Sequence[tuple[int, Title]],
    chapter: Chapter,
    level: Level | None,
) -> Draft:
    """Return what is read of a book in the midst of a chapter.

    The last blocks are left for later: what a heading is, is told by what stands behind it.
    """
    own = agreed(chapter.blocks, titles, level)
    shown = [*blocks, *own.blocks[: len(chapter.blocks) - AHEAD]]
    numbered = tuple(replace(block, line=at) for at, block in enumerate(shown, 1))
    return Draft(numbered, metadata=about, complete=False)
