"""Markdown: a dossier of notes under headings, each with its quotation, source, tags and link."""

from __future__ import annotations

from collections.abc import Iterator

from postil.export.base.dossier import (
    Dossier,
    ExportedArticle,
    ExportedNote,
    Written,
    counted,
    grouped,
)
from postil.export.base.markdown_passages import passage, references
from postil.export.base.markdown_words import own, plain

NOTE_LEVEL = 2
"""Of the heading above the notes of a group: what a note's own text says stands below it."""


def write(dossier: Dossier) -> Written:
    """Return a dossier as Markdown, for pandoc as for GitHub."""
    many = sum(len(article.notes) for article in dossier.articles)
    articles = dossier.articles
    title = articles[0].title if len(articles) == 1 else "Notes"
    out = [f"# {plain(title)}", "", f"{counted(many, 'note')}{_in(dossier)}.", ""]
    if dossier.group == "article" and len(articles) == 1:
        for one in articles[0].notes:
            out += [*_note(articles[0], one, dossier), ""]
    else:
        for head, notes in grouped(dossier):
            out += [f"## {plain(head)}", ""]
            if dossier.group == "tag":
                out += _definition(dossier, head)
            for article, one in notes:
                out += [*_note(article, one, dossier), ""]
    out += references(dossier)
    text = "\n".join(out).rstrip("\n")
    return Written(f"{text}\n".encode("utf-8", "replace"))


def _in(dossier: Dossier) -> str:
    if len(dossier.articles) > 1:
        return f" in {counted(len(dossier.articles), 'article')}"
    link = dossier.articles[0].metadata.url
    return f" on <{link}>" if is_link(link) else ""


def _definition(dossier: Dossier, tag: str) -> Iterator[str]:
    for one in dossier.tags:
        if one.tag == tag and one.definition:
            yield own(one.definition, NOTE_LEVEL)
            yield ""


def _note(article: ExportedArticle, one: ExportedNote, dossier: Dossier) -> Iterator[str]:
    note = one.note
    yield from passage(article, one, one.citation or _named(article, one, dossier))
    if note.body.strip():
        yield ""
        yield own(note.body, NOTE_LEVEL)
    yield ""
    yield " · ".join(_about(article, one))


def _named(article: ExportedArticle, one: ExportedNote, dossier: Dossier) -> str:
    """Return whose words a passage is, where it is not cited."""
    source = one.source_name
    if source and source != article.title:
        return f"{source}, in {article.title}"
    return article.title if len(dossier.articles) > 1 else ""


def _about(article: ExportedArticle, one: ExportedNote) -> Iterator[str]:
    """Yield what is known of a note, in few words: its tags first, its id last."""
    note = one.note
    yield from known_of(one)
    for link in note.links:
        yield f"{str(link.kind).replace('-', ' ')} {link.to}"
    if is_link(article.metadata.url):
        yield f"<{article.metadata.url}>"
    yield f"{note.colour} {note.id}"


def known_of(one: ExportedNote) -> Iterator[str]:
    """Yield the tags of a note, and where its passage stands."""
    for tag in one.note.tags:
        yield f"\\#{plain(tag)}"
    if one.section:
        yield plain(one.section[-1])
    if one.page:
        yield f"p. {plain(one.page)}"
    if one.orphan:
        yield "its passage is no longer in the article"


def is_link(url: str) -> bool:
    """Tell whether an address can stand between angle brackets as it is."""
    return url.startswith(("http://", "https://")) and not any(sign in url for sign in "<> \n")
