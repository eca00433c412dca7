"""Which words a key of selecting mode means: pure choices, given what is chosen and in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postil import caret
from postil.caret import Selection
from postil.model.article import Article
from postil.model.span import Span

MOTIONS: dict[str, Callable[[Article, int, int], int]] = {
    "character": caret.character,
    "word": caret.word_start,
    "end": caret.word_end,
}
"""What moves the end of a selection: article, offset, count to offset."""

UNITS: dict[str, caret.Unit] = {"paragraph": "paragraph", "section": "section"}
"""What a selection is stretched by as a whole."""


def moved(article: Article, selection: Selection, motion: str, count: int) -> Selection:
    """Return a selection after its end was moved ``count`` times by a motion or a unit."""
    if motion in UNITS:
        return caret.stretch(article, selection, UNITS[motion], count)
    return selection.to(MOTIONS[motion](article, selection.head, count))


def without_blanks(article: Article, span: Span) -> Span:
    """Return the whole characters of a span without the blanks at its ends, unless it is all."""
    span = caret.whole_characters(article, span)
    text = article.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    end = span.end - (len(text) - len(text.rstrip()))
    return Span(start, end) if start < end else span


def first_sentence(
    article: Article, paragraph: int, top: int, in_sight: Callable[[int], bool]
) -> int:
    """Return where a sentence of a paragraph begins that is not cut by the top of the screen.

    ``paragraph`` is where the paragraph begins, ``top`` the code point at the top of the screen.
    """
    at = max(paragraph, top)
    if article.block_at(at) != article.block_at(paragraph):
        at = paragraph
    if caret.sentence_at(article, at).start >= at:
        return at
    following = caret.sentence(article, at, 1)
    return following if in_sight(following) else at


def sentence_to_join(article: Article, kept: Sequence[Span], quiet: Sequence[Span]) -> Span | None:
    """Return the sentence behind the last of some passages, or at the end the one before it.

    Attributions, the ``quiet`` spans, are passed over: a quotation does without them.
    """
    passage = kept[-1]
    for step, at in ((1, passage.end - 1), (-1, passage.start)):
        found = at
        while (further := caret.sentence(article, found, step)) != found:
            found = further
            span = caret.sentence_at(article, found)
            named = any(one.covers(span) for one in quiet)
            if not named and not any(span.overlaps(one) for one in kept):
                return span
    return None


def quotation_meant(
    article: Article,
    chosen: Span,
    extended: bool,
    match: Span | None,
    taken: Span | None,
) -> Span | None:
    """Return the quotation that ``iq`` means while words are chosen.

    That is the one around a match which the chosen sentence holds, else the next wider one around
    what is chosen; else, unless ``taken`` by ``iq`` before, the first one that begins in it.
    """
    if match is not None and not extended and chosen.covers(match):
        around = caret.quotation_around(article, match)
        if around is not None:
            return around
    wider = caret.quotation_around(article, chosen)
    if wider is not None or taken == chosen:
        return wider
    at = caret.quotation_at(article, chosen.start)
    return at or caret.first_quotation(article, chosen)


def quotation_in_sight(
    article: Article, blocks: tuple[int, int], current: int, match: Span | None
) -> Span | None:
    """Return the quotation at a match in sight, or the first one from the current block on.

    ``blocks`` are the first and the last on screen. Where no quotation follows there, it is the
    first one on the screen.
    """
    if match is not None:
        around = caret.quotation_around(article, match)
        if around is not None:
            return around
    first, last = blocks
    here, end = article.starts[current], article.block_span(last).end
    return caret.first_quotation(article, Span(here, max(here, end))) or (
        caret.first_quotation(article, Span(article.starts[first], end))
    )
