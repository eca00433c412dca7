"""What stands around a match: so many lines of the file before it and behind it."""

from __future__ import annotations

from bisect import bisect_right

from postil.model.article import Article
from postil.model.span import Span


class Surroundings:
    """Finds the surroundings of one match after another in an article."""

    def __init__(self, article: Article, lines: int) -> None:
        """Tell ``lines`` lines on either side; lines without a word do not count."""
        self._text = article.text
        self._lines = lines
        starts = zip(article.starts, article.blocks, strict=False)
        self._starts = [
            start + offset for start, block in starts for offset in (0, *block.breaks)
        ] or [0]

    def of(self, span: Span) -> tuple[str, str]:
        """Return the text before a match and behind it, with those of its own lines."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        start = self._starts[max(0, first - self._lines)]
        behind = last + self._lines + 1
        end = self._starts[behind] if behind < len(self._starts) else len(self._text)
        return self._text[start : span.start], self._text[span.end : end].rstrip()
