"""The passage of an article that a quote or two offsets name."""

from __future__ import annotations

from postil.errors import NoSuchPassage
from postil.library.base.open_article import OpenArticle
from postil.model.span import Span
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily
from postil.text.quotes import in_marks

_OFFSETS = lazily(r"\s*([0-9]{1,12})\s*(?::|-|–)\s*([0-9]{1,12})\s*")

_SHOWN = 40
"""Code points of a quote that a message repeats."""


def passage(open_article: OpenArticle, quote: str, nth: int | None = None) -> Span:
    """Return where a quote stands, whatever its case, quotation marks, dashes and line ends.

    ``nth`` counts from 1. Raises NoSuchPassage where there is no such quote, or where there are
    several and ``nth`` does not say which.
    """
    # Offsets are found without folding the words.
    from postil.text.fold import fold, fold_key

    article = open_article.article
    shown = in_marks(clean_line(quote, _SHOWN))
    wanted = fold_key(quote).strip()
    if not wanted:
        raise NoSuchPassage("the quote", "there is nothing in it", "give some words of the article")
    folded = fold(article.text)
    found: list[int] = []
    at = folded.key.find(wanted)
    while at >= 0 and (nth is None or nth < 1 or len(found) < nth):
        found.append(at)
        at = folded.key.find(wanted, at + 1)
    if not found:
        raise NoSuchPassage(
            shown, f"{article.name} does not say this", "give its words as they stand there"
        )
    if nth is None and len(found) > 1:
        raise NoSuchPassage(
            shown,
            f"{article.name} says it {len(found)} times",
            f"give more of its words, or say which: --nth 1 to {len(found)}",
        )
    if nth is not None and not 1 <= nth <= len(found):
        raise NoSuchPassage(
            shown, f"there is no number {nth} in {article.name}", f"say 1 to {len(found)}"
        )
    at = found[-1]
    start, end = folded.span(at, at + len(wanted))
    return Span(start, end)


def span_at(open_article: OpenArticle, typed: str) -> Span:
    """Return the span that ``START:END`` names, in code points of the canonical text.

    Raises NoSuchPassage where it is no span, is empty, or reaches behind the end of the article.
    """
    shown = clean_line(typed, _SHOWN)
    if (match := _OFFSETS.fullmatch(typed)) is None:
        raise NoSuchPassage(shown, "this is no span", "write START:END, such as 120:188")
    start, end = int(match[1]), int(match[2])
    length = open_article.article.length
    if not start < end <= length:
        raise NoSuchPassage(
            shown,
            f"{open_article.article.name} has the characters 0 to {length}",
            "give a start within them, and an end behind it",
        )
    return Span(start, end)


def moved_by(text: str, words: str, start: int) -> int | None:
    """Return how far on words stand that once began at a place, at the nearest; None if gone."""
    if text.startswith(words, start):
        return 0
    there = [at for at in (text.rfind(words, 0, start), text.find(words, start)) if at >= 0]
    return min((at - start for at in there), key=abs) if there else None
