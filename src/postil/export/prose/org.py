"""Org: an entry a note, with the properties by which org-remark finds the passage again."""

from __future__ import annotations

from collections.abc import Iterator

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written, grouped
from postil.export.base.names import iso, underscored
from postil.text.lazy_regex import lazily

_HEAD = 60
"""Code points of a passage that stand in the heading of its entry."""

_SIGN = "\u200b"
"""Zero-width space: what Org's manual names for keeping signs from being read as such."""

_MARKUP = lazily(r"(?<![^\s\-–—({'\"“‘„«])(?=[*/_=~+][^\s])|(?<=\[)(?=\[|fn:)|(?<=<)(?=<)")
"""Where a word could begin to be set apart, or a link, a note or a target could begin."""

_START = lazily(r"(?=[*#:|,])|(?=\\begin)|(?=\d{1,9}[.)]\s)|(?=[-+]\s)")
"""What a line could begin with that makes it something else."""


_COMMAND = lazily(r",{0,99}(?:\*|#\+)")
"""What a line of a block begins with that is a heading or a keyword all the same."""


def write(dossier: Dossier) -> Written:
    """Return a dossier as an Org file."""
    title = dossier.articles[0].title if len(dossier.articles) == 1 else "Notes"
    out = [f"#+title: {_one_line(title)}", ""]
    for head, notes in grouped(dossier):
        out.append(f"* {_words(head)}")
        if dossier.group == "article":
            out += _about_article(notes[0][0])
        for article, one in notes:
            out += _note(article, one)
    text = "\n".join(out).rstrip("\n")
    return Written(f"{text}\n".encode("utf-8", "replace"))


def _about_article(article: ExportedArticle) -> Iterator[str]:
    data = article.metadata
    file = article.path.replace("\\", "/").rpartition("/")[2]
    yield ":PROPERTIES:"
    if file:
        yield f":org-remark-file: {_one_line(file)}"
    if data.author:
        yield f":author: {_one_line('; '.join(name.display for name in data.author))}"
    if data.issued is not None:
        yield f":published: {iso(data.issued)}"
    if data.url:
        yield f":url: {_one_line(data.url)}"
    yield ":END:"
    yield ""


def _note(article: ExportedArticle, one: ExportedNote) -> Iterator[str]:
    note = one.note
    quote = " ".join(note.anchor.quote.split())
    head = f"On the whole of {article.title}" if note.whole else quote
    shown = head if len(head) <= _HEAD else f"{head[: _HEAD - 1].rstrip()}…"
    tags = ":".join(filter(None, map(underscored, note.tags)))
    yield f"** {_words(shown)}{f' :{tags}:' if tags else ''}"
    yield ":PROPERTIES:"
    yield f":CUSTOM_ID: {note.id}"
    yield f":org-remark-id: {note.id[-8:]}"
    yield f":org-remark-label: {note.colour}"
    if one.span is not None:
        # Emacs counts from 1.
        yield f":org-remark-beg: {one.span.start + 1}"
        yield f":org-remark-end: {one.span.end + 1}"
    yield f":created: {note.created}"
    if note.maker_name:
        yield f":maker: {_one_line(note.maker_name)}"
    if any(underscored(tag) != tag for tag in note.tags):
        yield f":postil-tags: {_one_line('; '.join(note.tags))}"
    for link in note.links:
        yield f":{link.kind}: [[#{link.to}]]"
    yield ":END:"
    if not note.whole:
        yield "#+begin_quote"
        yield from _quoted(note.anchor.quote)
        yield "#+end_quote"
        yield f"— {_words(one.citation or one.source_name or article.title)}"
    if note.body.strip():
        yield ""
        yield "#+begin_src markdown"
        # Within such a block a comma keeps a line from being a heading or a keyword.
        for line in note.body.strip("\n").split("\n"):
            yield f",{line}" if _COMMAND.match(line) else line
        yield "#+end_src"
    yield ""


def _quoted(text: str) -> Iterator[str]:
    for line in text.strip("\n").split("\n"):
        yield _words(line.strip())


def _words(text: str) -> str:
    """Return words on one line that Org reads as words."""
    line = _MARKUP.sub(_SIGN, " ".join(text.split()))
    return _START.sub(_SIGN, line, count=1) if _START.match(line) else line


def _one_line(text: str) -> str:
    return " ".join(text.split())
