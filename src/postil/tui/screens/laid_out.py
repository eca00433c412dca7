"""An article made ready for the screen, which takes too long for the event loop to wait."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len

from postil.model.article import Article
from postil.model.values import dataclass
from postil.tui.widgets.outline import Entry, entries
from postil.typeset import Typeset, warm_up


@dataclass(frozen=True)
class LaidOut:
    """What the screen needs of an article besides its text."""

    article: Article
    typeset: Typeset
    outline: tuple[Entry, ...]
    words: int


def lay_out(
    article: Article, width: int, words_per_minute: int, pause: Callable[[], None] | None = None
) -> LaidOut:
    """Lay an article out ``width`` cells wide; a thread may do it, pausing now and then."""
    if not article.text.isascii():
        warm_up()
    typeset = Typeset(article.blocks, width, cell_len, pause)
    # The first to ask for the offsets waits until all are counted; let it not be the page.
    _ = article.starts
    words = sum(section.words for section in article.sections)
    return LaidOut(article, typeset, entries(article.sections, words_per_minute), words)
