"""Makes one passage to be quoted of the words that a reader has chosen in one place or several."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from postil.cite.quotation.excerpts import Excerpt, join_excerpts
from postil.cite.quotation.passage import passage_of
from postil.library.base.open_article import OpenArticle, check_passage
from postil.library.sources.article_sources import once
from postil.model.article import Article
from postil.model.source import Governed, Source, Via
from postil.model.span import Span
from postil.model.values import NamedTuple, replace
from postil.text.sentences import sentences

_LEAD_IN_ALONE = "only-own-words-in-passage"

Chosen = Span | Sequence[Span]
"""One passage, or several that are to be joined."""


class Passage(NamedTuple):
    """Words to be quoted, and the source that they come from."""

    pieces: tuple[Excerpt, ...]
    """In the order of the article; none of them touch."""
    governed: Governed


def passage(open_article: OpenArticle, chosen: Chosen) -> Passage:
    """Return what was chosen as one passage; raises NoSuchPassage for a span without words."""
    article = open_article.article
    spans = merged(article, [chosen] if isinstance(chosen, Span) else chosen)
    found = [_credited(open_article.sources.at(span)) for span in spans]
    texts = [
        quoted(article.text, span, _evidence(open_article, span, governed))
        for span, governed in zip(spans, found, strict=True)
    ]
    return Passage(tuple(_pieces(article, spans, texts)), _governed(found))


def quotable(open_article: OpenArticle, chosen: Chosen, words: str | None = None) -> str:
    """Return the words that a quotation would have, in the reader's own wording if there is one.

    What that changes is marked. Raises NoSuchPassage for a span without words, and BadRequest for
    a wording that is no quotation of the passage.
    """
    return passage_of(passage(open_article, chosen).pieces, words, in_paragraphs=True)


def words_of(article: Article, spans: Iterable[Span]) -> str:
    """Return the words of one passage or several as they are, the latter joined by ellipses."""
    spans = merged(article, spans)
    texts = [article.text[span.start : span.end] for span in spans]
    return join_excerpts(list(_pieces(article, spans, texts)), in_paragraphs=True)


def _pieces(article: Article, spans: Sequence[Span], texts: Sequence[str]) -> Iterator[Excerpt]:
    before: Span | None = None
    for span, text in zip(spans, texts, strict=True):
        yield Excerpt(text, *_nearness(article, before, span))
        before = span


def merged(article: Article, spans: Iterable[Span]) -> list[Span]:
    """Return spans in the order of the article; those between which no word stands become one.

    Raises NoSuchPassage where there is none, or for one without words.
    """
    out: list[Span] = []
    for span in sorted(spans) or [Span(0, 0)]:
        check_passage(article, span)
        if out and not article.text[out[-1].end : span.start].strip():
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def quoted(text: str, span: Span, evidence: Iterable[Span]) -> str:
    """Return the words to quote: without attributions that the citation stands for.

    Those are the ones in brackets at the ends of paragraphs; one that is all there is stays.
    """
    out: list[str] = []
    done = span.start
    for one in sorted(evidence):
        if not span.covers(one) or one.start < done or text[one.start] != "[":
            continue
        line_end = text.find("\n", one.end, span.end)
        if not text[one.end : span.end if line_end < 0 else line_end].strip():
            out.append(text[done : one.start].rstrip())
            done = one.end
    out.append(text[done : span.end])
    words = "".join(out)
    return words if words.strip() else text[span.start : span.end]


def _credited(governed: Governed) -> Governed:
    """Return what governs a passage; words that only lead in to a source's are the article's."""
    if _LEAD_IN_ALONE not in governed.problems:
        return governed
    return Governed(governed.span, None, Via.NONE, "high", "own", (_LEAD_IN_ALONE,))


def _evidence(open_article: OpenArticle, span: Span, governed: Governed) -> set[Span]:
    """Return where the sources of a passage are named in it."""
    named = {source for source, _ in governed.named}
    places = {one.evidence for one in open_article.sources.overlapping(span) if one.source in named}
    return {one for one in (*places, governed.evidence) if one is not None}


def _nearness(article: Article, before: Span | None, span: Span) -> tuple[bool, bool]:
    """Tell whether a span goes on in the sentence, and in the paragraph, of the one before."""
    if before is None:
        return False, False
    block = article.block_at(before.end - 1)
    if article.block_at(span.start) != block:
        return False, False
    base = article.starts[block]
    starts = [start for start, _ in sentences(article.blocks[block].text)]
    last = bisect_right(starts, before.end - 1 - base)
    return bisect_right(starts, span.start - base) == last, True


def _governed(found: Sequence[Governed]) -> Governed:
    """Return what governs several pieces: most of them, and all that are to be named."""
    if len(found) == 1:
        return found[0]
    weights: dict[Source | None, int] = {}
    for one in found:
        weights[one.source] = weights.get(one.source, 0) + len(one.span)
    source = max(weights, key=lambda key: weights[key])
    main = max((one for one in found if one.source == source), key=lambda one: len(one.span))
    named = once(pair for one in found for pair in one.several or one.named)
    problems = [problem for one in found for problem in one.problems]
    if named:
        problems = [problem for problem in problems if problem != _LEAD_IN_ALONE]
        problems += ["several-sources-in-passage"] if len(named) > 1 else []
        problems += ["own-words-in-passage"] if None in weights else []
    several = () if list(named) == [source] else tuple(named.items())
    whole = Span(found[0].span.start, found[-1].span.end)
    faults = tuple(dict.fromkeys(problems))
    return replace(main, span=whole, parts=(), problems=faults, several=several)
