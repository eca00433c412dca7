"""Tells whether a span holds words of an article, before anything is made of it."""

from __future__ import annotations

from postil.errors import NoSuchPassage
from postil.model.article import Article
from postil.model.span import Span


def check(article: Article, span: Span) -> None:
    """Raise NoSuchPassage unless the span holds words of the article."""
    if span.end > article.length or not article.text[span.start : span.end].strip():
        raise NoSuchPassage(
            f"{span.start}:{span.end}",
            f"there are no words at these places in {article.name}",
            "choose a passage with words in it",
        )
