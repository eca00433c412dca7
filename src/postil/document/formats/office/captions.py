"""Captions of pictures: what stands in place of a picture is not read twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postil.document.formats.office.paragraphs import Item, Paragraph, Piece
from postil.text.lazy_regex import lazily

_FILE = lazily(
    r"(?i)(?:\S+[\\/])?[^\\/\s]+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|pict?|eps)"
)
_MADE = lazily(
    r"(?i)\s{0,40}(?:description automatically generated|automatically generated)\W{0,40}$"
)


_TELLING = 3
"""Code points of a picture's words beyond which it tells that a caption has them as well."""


def without_twins(items: Sequence[Item]) -> list[Item]:
    """Return items without pictures' words that the caption has, or that only name a file.

    The caption then leads to the picture, as does the one beside a picture without words.
    """
    kept = list(items)
    leads: list[tuple[Paragraph, Piece]] = []
    for at, item in enumerate(kept):
        if isinstance(item, Paragraph) and any(piece.kind == "image" for piece in item.pieces):
            # A caption stands below its picture more often than above it.
            beside = [*kept[at + 1 : at + 2], *kept[max(0, at - 1) : at]]
            near = [one for one in (item, *beside) if isinstance(one, Paragraph)]
            item.pieces = list(_without(item, near, leads))
    for caption, piece in leads:
        caption.pieces.insert(0, piece)
    return kept


def _without(
    item: Paragraph, near: Sequence[Paragraph], leads: list[tuple[Paragraph, Piece]]
) -> Iterator[Piece]:
    """Yield the pieces of a paragraph; ``near`` are it and those beside it.

    To ``leads`` goes what leads to a picture from a caption.
    """
    around = [" ".join(one.text.split()) for one in near]
    for piece in item.pieces:
        if piece.kind != "image":
            yield piece
            continue
        said = " ".join(piece.text.split())
        held = (one for one, words in zip(near, around, strict=True) if said in words)
        twin = next(held, None) if len(said) > _TELLING else None
        if said and twin is None and not _FILE.fullmatch(said):
            yield piece._replace(text=_MADE.sub("", piece.text))
            continue
        caption = twin or next((one for one in near if one.role == "caption"), None)
        if caption is not None and piece.link:
            leads.append((caption, piece._replace(text="")))
