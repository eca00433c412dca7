"""An article as it is cited for one of its passages: by page, and of a book by chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postil.cite.record.items import CitedArticle
from postil.model.article import Article, Section
from postil.model.source import Metadata
from postil.model.span import Span
from postil.model.values import replace
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

_MOST_OF_IT = 0.7
"""Share of a book from which on a section is the book itself, and no chapter of it."""
_PART = lazily(
    r"(?i)(?:part|book|volume|vol\.|teil|band|partie|livre|tome|parte|libro|\u0447\u0430\u0441\u0442\u044c|\u0442\u043e\u043c)\b"
)
"""How the title of a part begins that is made of chapters."""
_HYPHEN = "\u2011"
_TITLE = 300
"""Code points of the title of a chapter."""


def pages(article: Article, span: Span) -> str:
    """Return the printed pages of a passage, ``12`` or ``12-13``; "" where there are none.

    The hyphen of a label such as ``A-3`` is one that parts no two pages.
    """
    ends = span.start, max(span.start, span.end - 1)
    first, last = (article.page_at(at).replace("-", _HYPHEN) for at in ends)
    return first if first == last or not first else f"{first}-{last}"


def cited_article(article: Article, span: Span) -> CitedArticle:
    """Return an article as it is cited for a passage: with its pages, and of a book its chapter.

    Of a document that holds several articles it is the one in which the passage stands.
    """
    about = metadata_for(article, span)
    return CitedArticle(about, article.name, chapter(article, span), pages(article, span))


def metadata_for(article: Article, span: Span) -> Metadata:
    """Return what is known of the article in which a passage stands.

    One of several in a document has its title, its day and its address for itself, and stands in
    the whole of it. What it does not say of its author, the whole may; a day it has no other.
    """
    whole, at = article.metadata, article.piece_at(span.start)
    if at < 0 or span.end > article.pieces[at].span.end:
        return whole
    own = article.pieces[at].metadata
    return replace(
        whole,
        title=own.title,
        author=own.author or whole.author,
        issued=own.issued,
        updated=own.updated,
        url=own.url or whole.url,
        container_title=whole.container_title or whole.title,
        type=own.type or whole.type,
    )


def chapter(article: Article, span: Span) -> str:
    """Return the title of the chapter of a book in which a passage stands; "" for none.

    A chapter is the topmost section that is neither the book itself nor a part made of chapters.
    """
    if article.metadata.type != "book" or not article.sections:
        return ""
    held = list(_held_in(article.sections, span.start))
    book = article.metadata.title.casefold()
    for at, section in enumerate(held):
        title = clean_line(section.title or "", _TITLE)
        last = _end(article.sections, section)
        if not title or title.casefold() == book:
            continue
        inner = at + 1 < len(held)
        if inner and (
            _PART.match(title) or last - section.span.start > _MOST_OF_IT * article.length
        ):
            continue
        return title if span.end <= last else ""
    return ""


def _held_in(sections: Sequence[Section], offset: int) -> Iterator[Section]:
    """Yield the sections in each other in which an offset lies, the outermost first."""
    held: list[Section] = []
    for section in sections:
        if section.span.start > offset:
            break
        while held and held[-1].level >= section.level:
            held.pop()
        held.append(section)
    yield from held


def _end(sections: Sequence[Section], outer: Section) -> int:
    """Return where a section ends with all that is in it."""
    inside = [outer]
    for section in sections[sections.index(outer) + 1 :]:
        if section.level <= outer.level:
            break
        inside.append(section)
    return inside[-1].span.end
