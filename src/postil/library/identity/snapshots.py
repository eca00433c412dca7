"""Reads the texts that the home keeps as the articles that they were."""

from __future__ import annotations

from postil.document.pipeline import parse
from postil.model.article import Article
from postil.store.home.home import Home
from postil.text.progress import Progress


def kept_article(home: Home, digest: str, progress: Progress | None = None) -> Article | None:
    """Return the article with a digest, if its text is kept and reads as what it was."""
    if (text := home.snapshot(digest)) is None:
        return None
    *_, article = parse(text.encode("utf-8", "surrogatepass"), "kept.txt", progress=progress)
    return article if article.text == text else None
