"""Counts the words of a text, of which minutes of reading are told."""

from __future__ import annotations

from collections.abc import Callable

from postil.model.article import Article, Section
from postil.text.lazy_regex import lazily

_IDEOGRAPHS = lazily("[\u3040-\u30ff\u3400-\u9fff]")
_IDEOGRAPHIC = tuple(bytes([first]) for first in range(0xE3, 0xEA))
"""Each byte of UTF-8 with which U+3000 to U+9FFF begin; within a character there is none."""
_PER_WORD = 2
"""Ideographs that make about one word: 灯台守 counts as two, one for the run and one for a pair."""

_STEP = 50
"""Blocks counted between two pauses: less than a millisecond's work, as a rule."""


def count_words(text: str) -> int:
    """Count the words of a text; ideographs have no blanks between them, so two make a word."""
    count = len(text.split())
    if text.isascii():
        return count
    # Most texts have no ideographs, and bytes are looked for a hundred times as quickly.
    coded = text.encode("utf-8", "surrogatepass")
    if any(first in coded for first in _IDEOGRAPHIC):
        count += len(_IDEOGRAPHS.findall(text)) // _PER_WORD
    return count


def section_words(
    article: Article, section: Section, pause: Callable[[], None] | None = None
) -> int:
    """Count the words of a section of an article, calling ``pause`` now and then.

    They are not counted with the sections: most who read an article do not ask.
    """
    count = 0
    for first in range(section.first, section.last, _STEP):
        if pause is not None:
            pause()
        blocks = article.blocks[first : min(first + _STEP, section.last)]
        count += sum(count_words(block.text) for block in blocks)
    return count
