"""Titles over lists of references, and notes: what an article has if it can cite anything."""

from __future__ import annotations

from postil.lexicon.name_list import NameList
from postil.model.article import Article, Block, BlockKind
from postil.text.lazy_regex import lazily

TITLES = NameList("references/list_titles")
"""Titles over a list of references, in small letters."""
_LONGEST = 48
_NUMBERED = lazily(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}\.?|[IVX]{1,5}\.|[A-Z]\.)\s{1,3}")


def may_cite(article: Article) -> bool:
    """Tell whether an article has a note, or the title of a list of references."""
    return any(is_note(block) or is_list_title(block) for block in article.blocks)


def is_note(block: Block) -> bool:
    """Tell whether a block is a note with words."""
    return block.kind is BlockKind.FOOTNOTE and bool(block.text)


def is_list_title(block: Block) -> bool:
    """Tell whether a block is the title of a list: "7. References", "LITERATUR:"."""
    text = block.text
    if len(text) > _LONGEST or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return False
    plain = text.strip(" :：.*=_-").casefold()
    if plain in TITLES:
        return True
    match = _NUMBERED.match(text)
    return match is not None and text[match.end() :].strip(" :.").casefold() in TITLES
