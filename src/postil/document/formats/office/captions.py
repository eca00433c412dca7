"""Captions of pictures: what stands in place of a picture is not read twice."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.office.paragraphs import Item, Paragraph
from postil.text.lazy_regex import lazily

_FILE = lazily(
    r"(?i)(?:\S+[\\/])?[^\\/\s]+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|pict?|eps)"
)
_MADE = lazily(
    r"(?i)\s{0,40}(?:description automatically generated|automatically generated)\W{0,40}$"
)


def without_twins(items: Sequence[Item]) -> list[Item]:
    """Return items without pictures' words that the caption has, or that only name a file."""
    kept: list[Item] = []
    for at, item in enumerate(items):
        if isinstance(item, Paragraph) and any(piece.kind == "image" for piece in item.pieces):
            around = [_words(one) for one in (*items[max(0, at - 1) : at], *items[at + 1 : at + 2])]
            around.append(_words(item))
            item.pieces = [
                piece._replace(text=_MADE.sub("", piece.text))
                for piece in item.pieces
                if piece.kind != "image" or not _is_twin(piece.text, around)
            ]
        kept.append(item)
    return kept


def _is_twin(alternative: str, around: Sequence[str]) -> bool:
    said = " ".join(alternative.split())
    return bool(_FILE.fullmatch(said)) or (len(said) > 3 and any(said in words for words in around))


def _words(item: Item) -> str:
    return " ".join(item.text.split()) if isinstance(item, Paragraph) else ""
