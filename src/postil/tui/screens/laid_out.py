"""An article made ready for the screen, which takes too long for the event loop to wait."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len

from postil.model.article import Article
from postil.model.values import dataclass
from postil.text.word_count import section_words
from postil.tui.widgets.outline_rows import Entry, entries
from postil.typeset import Typeset, warm_up

BLOCKS = 50
"""How many blocks are looked through between two pauses: a millisecond's work at most."""


@dataclass(frozen=True)
class LaidOut:
    """What the screen needs of an article besides its text."""

    article: Article
    typeset: Typeset
    outline: tuple[Entry, ...]
    words: int


def lay_out(
    article: Article,
    widths: tuple[int, int],
    words_per_minute: int,
    pause: Callable[[], None] | None = None,
) -> LaidOut:
    """Lay an article out in cells for the text, and for code; a thread may do it, with pauses."""
    if pause is not None:
        _make_ready(article, pause)
    typeset = Typeset(article.blocks, widths[0], cell_len, pause, wide=widths[1])
    # The first to ask for the offsets waits until all are counted; let it not be the page.
    _ = article.starts
    words = [section_words(article, section, pause) for section in article.sections]
    outline = entries(article.sections, words, words_per_minute)
    return LaidOut(article, typeset, outline, sum(words))


def _make_ready(article: Article, pause: Callable[[], None]) -> None:
    """Make ready for what the text has of uncommon characters, before a page waits for it."""
    for number, block in enumerate(article.blocks):
        if number % BLOCKS == 0:
            pause()
        if warm_up(block.text):
            return
