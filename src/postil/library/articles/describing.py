"""What is known of an article itself, in words: field by field, and by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postil.errors import BadRequest
from postil.library.base.labels import date_text
from postil.library.base.open_article import OpenArticle
from postil.library.metadata.article_metadata import METADATA_FIELDS, attribute, said
from postil.library.metadata.bylines import written_names
from postil.library.metadata.csl_types import type_label
from postil.model.source import Metadata
from postil.model.values import NamedTuple

ORIGINS = {
    "reader": "from you",
    "sidecar": "from the file beside it",
    "document": "from the document itself",
    "text": "from the text",
}
"""What readers call those who say something of an article."""


class KnownField(NamedTuple):
    """A field of what is known of an article."""

    name: str
    """By its name in CSL-JSON."""
    value: str
    """In words, as a reader may type it; "" where it is not known."""
    origin: str
    """Who says so, by the names of :data:`postil.model.source.Origin`; "" where nobody does."""
    own: str
    """What holds as soon as the reader's word is taken back."""

    @property
    def said_by(self) -> str:
        """Who says so, in words."""
        if not self.origin:
            return "assumed" if self.value else "not known"
        return ORIGINS[self.origin]


def in_words(metadata: Metadata) -> dict[str, str]:
    """Return the values of all fields, in words that are read back as the same."""
    return {
        "title": metadata.title,
        "author": written_names(metadata.author),
        "issued": date_text(metadata.issued),
        "container-title": metadata.container_title,
        "publisher": metadata.publisher,
        "URL": metadata.url,
        "language": metadata.language,
        "type": metadata.type,
    }


def known(open_article: OpenArticle) -> tuple[KnownField, ...]:
    """Return all fields of an article, in the order of ``METADATA_FIELDS``."""
    metadata = open_article.article.metadata
    now, own, origins = in_words(metadata), in_words(open_article.document), dict(metadata.origins)
    for words in (now, own):
        words["type"] = type_label(words["type"])
    return tuple(
        KnownField(name, now[name], origins.get(attribute(name), ""), own[name])
        for name in METADATA_FIELDS
    )


def wanted(fields: Sequence[KnownField], typed: Mapping[str, str]) -> dict[str, str]:
    """Return what is to be said of an article whose fields were changed by typing.

    What is typed as the article itself says it takes the reader's word back, as nothing does.
    Raises BadRequest as ``said`` does, and for a field emptied that is the article's own.
    """
    known = {field.name: field for field in fields}
    said({}, typed)
    for name, value in typed.items():
        if not value and known[name].origin != "reader":
            raise BadRequest(
                f"an empty {name}",
                "it takes what the article itself says, which is the one that was there",
                "type another one instead",
            )
    return {name: "" if value == known[name].own else value for name, value in typed.items()}
