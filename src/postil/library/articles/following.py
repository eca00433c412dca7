"""Follows places in an article into the next version of it."""

from __future__ import annotations

from postil.anchoring import align, describe
from postil.anchoring.letter_diff import backward, forward
from postil.library.base.open_article import OpenArticle
from postil.library.identity import article_identity
from postil.model.article import JOINT, Article, Block, BlockKind
from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.store.home.home import Home
from postil.text.progress import Progress

NEAR = 120
"""Code points behind an offset by which its place is found again."""

BLOCKS_AROUND = 12
"""Blocks before and behind that are looked for where the words behind an offset are gone."""


class Following:
    """Maps offsets and spans of one version of an article to the next."""

    def __init__(self, old: Article, new: Article, progress: Progress | None = None) -> None:
        """Prepare; that takes a while for a long text, so a thread is the place for it."""
        self._article = old
        self._old, self._new = old.text, new.text
        self._alignment = align(self._new, self._old, progress)
        shorter = min(len(self._old), len(self._new))
        self._alike = forward(self._old, 0, self._new, 0, shorter)
        ends = len(self._old), self._new, len(self._new)
        self._alike_from = len(self._old) - backward(self._old, *ends, shorter - self._alike)
        """Before the first, and from the second on, the old text is as the new one."""
        self._known: dict[int, int] = {}

    def place(self, where: ReadingPosition) -> ReadingPosition:
        """Return where the reader is who was at a place of the old text."""
        current = None if where.current is None else self.offset(where.current)
        return ReadingPosition(self.offset(where.top), current)

    def offset(self, at: int) -> int:
        """Return where the words are now that began at an offset; near them if they are gone."""
        at = max(0, min(at, len(self._old)))
        if at not in self._known:
            self._known[at] = self._offset(at)
        return self._known[at]

    def span(self, span: Span) -> Span | None:
        """Return where the words of a span are now; None if they are gone."""
        if span.end <= self._alike:
            return span
        if span.start >= self._alike_from:
            moved = len(self._new) - len(self._old)
            return Span(span.start + moved, span.end + moved)
        if not len(span) or span.end > len(self._old):
            return None
        return self._alignment.resolve(describe(self._old, span, "")).span

    def _offset(self, at: int) -> int:
        if at < self._alike:
            return at
        if at >= self._alike_from:
            return at + len(self._new) - len(self._old)
        article = self._article
        block = article.block_at(at)
        end = article.block_span(block).end
        if at < end and (found := self.span(Span(at, min(end, at + NEAR)))) is not None:
            return found.start
        for step in range(BLOCKS_AROUND):
            for near in dict.fromkeys((block - step, block + step)):
                if 0 <= near < len(article.blocks) and len(whole := article.block_span(near)):
                    found = self.span(whole)
                    if found is not None:
                        return found.start
        return round(at * len(self._new) / max(1, len(self._old)))


def since_last(
    home: Home, open_article: OpenArticle, progress: Progress | None = None
) -> Following | None:
    """Return what leads from the text in which the place was left into this one, if it is another.

    That text must be kept. It takes a while, so a thread is the place for it.
    """
    positions = home.state.positions()
    if (
        open_article.path is None
        or open_article.record is None
        or open_article.article.digest in positions
    ):
        return None
    left = positions.get(str(open_article.path)) or positions.get(open_article.record.id)
    digests = [
        digest
        for one in article_identity.same_article(home, open_article.record)
        for digest in one.digests
    ]
    old = next((one for one in reversed(digests) if left and positions.get(one) == left), None)
    return None if old is None else since(home, open_article, old, progress)


def since(
    home: Home, open_article: OpenArticle, digest: str, progress: Progress | None = None
) -> Following | None:
    """Return what leads from the text with a digest into that of the article, if it is another.

    That text must be kept. It takes a while, so a thread is the place for it.
    """
    article = open_article.article
    if digest == article.digest or (text := home.snapshot(digest)) is None:
        return None
    blocks = tuple(Block(BlockKind.PARAGRAPH, part) for part in text.split(JOINT))
    return Following(Article(article.name, blocks), article, progress)
