"""The source of a passage: shown, and corrected once for all the words that it governs."""

from __future__ import annotations

from collections.abc import Mapping

from postil.cite.record.note_words import date_words
from postil.library.articles.opening import refreshed
from postil.library.base.labels import (
    date_text,
    describe,
    iso_date,
    names_text,
    problem_text,
    short,
    shortened,
    why,
)
from postil.library.base.open_article import OpenArticle
from postil.library.identity import article_identity
from postil.library.metadata.article_metadata import checked_date, field_name, with_field
from postil.library.metadata.bylines import written_names
from postil.library.metadata.csl_types import checked_type, type_label
from postil.model.source import Correction, Governed, Reason, Source
from postil.model.span import Span
from postil.model.values import replace
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.text.clean import clean_line
from postil.text.quotes import in_marks

__all__ = [
    "FIELDS",
    "as_csl",
    "at",
    "correct",
    "date_text",
    "describe",
    "disown",
    "entry",
    "evidence",
    "fields",
    "governs",
    "how_read",
    "in_words",
    "names_text",
    "problem_text",
    "reasons",
    "short",
    "trust",
    "why",
]

FIELDS = (
    *("author", "title", "container-title", "publisher", "issued", "URL", "page"),
    *("volume", "issue", "DOI", "type"),
)
"""What can be corrected in a source, by the names of CSL-JSON."""


def at(open_article: OpenArticle, span: Span) -> Governed:
    """Return what governs a passage; of several sources the one that governs most of it."""
    return open_article.sources.at(span)


def evidence(open_article: OpenArticle, governed: Governed) -> str:
    """Return the attribution or the lead-in as it stands in the text; "" where there is none."""
    where = governed.evidence
    return open_article.article.text[where.start : where.end] if where is not None else ""


def entry(open_article: OpenArticle, governed: Governed) -> str:
    """Return the entry of a list, or the note, that resolves a citation; "" where there is none."""
    where = governed.entry
    return open_article.article.text[where.start : where.end] if where is not None else ""


def reasons(open_article: OpenArticle, governed: Governed) -> tuple[Reason, ...]:
    """Return how each field of a passage's source was read; one that is absent has no reason."""
    return open_article.sources.reasons(governed)


def governs(open_article: OpenArticle, governed: Governed) -> int:
    """Return how many paragraphs a correction of this source holds for."""
    return open_article.sources.alike(governed)


def how_read(open_article: OpenArticle, governed: Governed) -> dict[str, str]:
    """Return by field what says how it was read, with its words where they are not the value."""
    values = in_words(governed.source)
    told = {}
    for one in reasons(open_article, governed):
        other = one.words and one.words != values[one.field]
        told[one.field] = f"{in_marks(one.words)}, {one.how}" if other else one.how
    return told


def as_csl(source: Source | None) -> dict[str, object] | None:
    """Return a source under the names of CSL-JSON, ready for JSON; None for None."""
    if source is None:
        return None
    # A list of notes of which none has a source does without.
    from postil.cite.export.csl_json import fields as csl_fields

    return {**csl_fields(source)}


def fields(source: Source | None) -> dict[str, str]:
    """Return every field of a source in the form that :func:`correct` takes."""
    one = source or Source(type="")
    # These are told of few sources, mostly by lists of references, and asked for in none.
    periodical = {"volume": one.volume, "issue": one.issue, "DOI": one.doi}
    return {
        "author": written_names(one.author),
        "title": one.title,
        "container-title": one.container_title,
        "publisher": one.publisher,
        "issued": iso_date(one.issued),
        "URL": one.url,
        "page": one.page,
        **{field: value for field, value in periodical.items() if value},
        "type": one.type,
    }


def in_words(source: Source | None) -> dict[str, str]:
    """Return every field of a source as readers write it; :func:`correct` takes these as well."""
    one = source or Source(type="")
    told = {"issued": date_words(one.issued), "type": type_label(one.type)}
    return {**fields(source), **told}


def correct(
    home: Home, open_article: OpenArticle, span: Span, fields: Mapping[str, str]
) -> OpenArticle:
    """Correct the source of a passage in some fields, for all that it governs; undoable.

    The names of the fields are those in ``FIELDS``; an empty value clears one. Raises BadRequest
    for an unknown field, a date that cannot be read or an unknown type, and CannotWrite.
    """
    governed = at(open_article, span)
    source = _corrected(governed.source or Source(), fields)
    if source == governed.source:
        return open_article
    return _keep(home, open_article, span, source, "corrected")


def disown(home: Home, open_article: OpenArticle, span: Span) -> OpenArticle:
    """Say that the words are the article's own, for all that the evidence governs; undoable.

    Raises CannotWrite.
    """
    governed = at(open_article, span)
    if governed.source is None and governed.relation == "own":
        return open_article
    return _keep(home, open_article, span, None, "said to be the article's own")


def trust(home: Home, open_article: OpenArticle, span: Span) -> OpenArticle:
    """Take the reader's word back: what the text says of this source holds again; undoable.

    Raises CannotWrite.
    """
    key = open_article.sources.evidence_text(at(open_article, span))
    before, after = [], []
    for record in article_identity.same_article(home, open_article.record):
        kept = tuple(one for one in record.corrections if one.evidence != key)
        if kept != record.corrections:
            before.append(record)
            after.append(replace(record, corrections=kept))
    if before:
        label = f"correction of the source of {_quoted(open_article, span)} taken back"
        home.apply(Change(label, tuple(before), tuple(after)))
    return refreshed(home, open_article)


def _keep(
    home: Home, open_article: OpenArticle, span: Span, source: Source | None, done: str
) -> OpenArticle:
    key = open_article.sources.evidence_text(at(open_article, span))
    record = article_identity.stored(home, open_article)
    others = tuple(one for one in record.corrections if one.evidence != key)
    after = replace(record, corrections=(*others, Correction(key, source)))
    label = f"source of {_quoted(open_article, span)} {done}"
    home.apply(Change(label, (record,), (after,)))
    return refreshed(home, open_article)


def _quoted(open_article: OpenArticle, span: Span) -> str:
    return in_marks(shortened(open_article.article.text[span.start : span.end]))


def _corrected(source: Source, fields: Mapping[str, str]) -> Source:
    for typed, value in fields.items():
        name = field_name(typed, FIELDS)
        text = clean_line(value)
        if name == "issued" and text:
            checked_date(text)
        elif name == "type":
            text = checked_type(text) if text else "document"
        source = with_field(source, name, text)
    return source
