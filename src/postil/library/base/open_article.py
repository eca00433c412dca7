"""An open article: with what the home knows of it, and the passages that can be chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from postil.errors import NoSuchPassage
from postil.model.article import Article
from postil.model.source import Correction, Metadata
from postil.model.span import Span
from postil.model.values import dataclass, field
from postil.store.records.records import ArticleRecord

if TYPE_CHECKING:
    from postil.attribution.governing.sources import Sources


@dataclass(frozen=True)
class OpenArticle:
    """An article that is open, and what the home knows of it."""

    article: Article
    """Its metadata are joined with what the reader has said."""
    path: Path | None
    """Absolute; None for what is no ordinary file, such as standard input."""
    record: ArticleRecord | None
    """None until something is stored about the article."""
    read_sources: Callable[[], Sources]
    """Returns the sources, always the same; their grammar is loaded when it is first called."""
    document: Metadata = field(default_factory=Metadata)
    """What the document says of itself, without the reader's word."""
    corrections: tuple[Correction, ...] = ()
    """What the reader has said of its sources, as it went into ``sources``."""
    renamed: str = ""
    """The id of the record by which it was known although its text and its path are new."""
    elsewhere: tuple[Correction, ...] = ()
    """What the reader has said of the sources of all articles; its names went into them too."""

    @property
    def sources(self) -> Sources:
        """Whose words the article's passages are; empty for one that is not yet complete."""
        return self.read_sources()


def check_passage(article: Article, span: Span) -> None:
    """Raise NoSuchPassage unless the span holds words of the article."""
    if span.end > article.length or not article.text[span.start : span.end].strip():
        raise NoSuchPassage(
            f"{span.start}:{span.end}",
            f"there are no words at these places in {article.name}",
            "choose a passage with words in it",
        )
