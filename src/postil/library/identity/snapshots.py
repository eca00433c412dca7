"""Snapshots: texts of articles that the home keeps, read as the articles that they were."""

from __future__ import annotations

from postil.document.pipeline import parse
from postil.model.article import Article
from postil.model.values import NamedTuple
from postil.store.home.home import Home
from postil.store.records.records import ArticleRecord
from postil.text.progress import Progress


class Snapshot(NamedTuple):
    """The canonical text of an article, as it was or is."""

    text: str
    digest: str


def kept_article(home: Home, digest: str, progress: Progress | None = None) -> Article | None:
    """Return the article with a digest, if its text is kept and reads as what it was."""
    if (text := home.snapshot(digest)) is None:
        return None
    *_, article = parse(text.encode("utf-8", "surrogatepass"), "kept.txt", progress=progress)
    return article if article.text == text else None


def newest(home: Home, record: ArticleRecord) -> Snapshot | None:
    """Return the last text of the article that the home keeps; None where it keeps none."""
    for digest in reversed(record.digests):
        if (text := home.snapshot(digest)) is not None:
            return Snapshot(text, digest)
    return None
