"""Pieces: the articles of a document that holds several, listed so that one may be chosen."""

from __future__ import annotations

from postil.errors import NoSuchPiece
from postil.library.base.labels import counted, date_text, iso_date, names_text
from postil.model.article import Article
from postil.model.span import Span
from postil.model.values import dataclass
from postil.text.word_count import count_words


@dataclass(frozen=True, slots=True)
class ListedPiece:
    """One of the articles of a document, as lists show it."""

    number: int
    """From 1, in the order of the document."""
    title: str
    authors: tuple[str, ...]
    date: str
    """As far as it is known, such as ``2024-03``; "" where it is not."""
    url: str
    span: Span
    words: int
    byline: str
    """Who wrote it and when, in a few words."""


def pieces(article: Article) -> list[ListedPiece]:
    """Return the articles of a document; none where it is one itself."""
    found = []
    for number, piece in enumerate(article.pieces, 1):
        about, span = piece.metadata, piece.span
        said = names_text(about.author), date_text(about.issued)
        found.append(
            ListedPiece(
                number=number,
                title=about.title,
                authors=tuple(name.display for name in about.author),
                date=iso_date(about.issued),
                url=about.url,
                span=span,
                words=count_words(article.text[span.start : span.end]),
                byline=", ".join(filter(None, said)),
            )
        )
    return found


def numbered(article: Article, number: int) -> Span:
    """Return where one of the articles of a document stands, by its number.

    Raises NoSuchPiece.
    """
    if 1 <= number <= len(article.pieces):
        return article.pieces[number - 1].span
    has = counted(len(article.pieces), "article") if article.pieces else "one article alone"
    raise NoSuchPiece(
        f"article {number}", f"{article.name} has {has}", "see postil outline --articles"
    )


def place(article: Article, offset: int) -> str:
    """Return in which of several articles an offset lies: ``article 2 of 5``; "" for none."""
    at = article.piece_at(offset)
    return f"article {at + 1} of {len(article.pieces)}" if at >= 0 else ""
