"""Logseq: an outline of blocks with properties, an id each, and tags as links to pages."""

from __future__ import annotations

from collections.abc import Iterator

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written, grouped
from postil.export.base.markdown_words import own, plain, quotation
from postil.export.base.names import iso, uuid_of
from postil.text.lazy_regex import lazily

_BRACKETS = lazily(r"\\\[(?!\^|\\\[)([^\[\]\n]{0,400}?)\\\](?![(:\[\\])")
"""A pair of brackets that is neither a link nor a page: nothing but brackets, and read as such."""

_SIGN = lazily(r"\\.|[\[\]]")


def write(dossier: Dossier) -> Written:
    """Return a dossier as a page of Logseq."""
    out: list[str] = []
    for head, notes in grouped(dossier):
        out.append(f"- ## {plain(head)}")
        if dossier.group == "article":
            out += _about_article(notes[0][0])
        for article, one in notes:
            out += _note(article, one)
    text = "\n".join(out)
    return Written(f"{text}\n".encode("utf-8", "replace"))


def _about_article(article: ExportedArticle) -> Iterator[str]:
    data = article.metadata
    if data.author:
        yield f"  author:: {', '.join(f'[[{_page(name.display)}]]' for name in data.author)}"
    if data.issued is not None:
        yield f"  published:: {iso(data.issued)}"
    if data.url:
        yield f"  url:: {data.url}"


def _note(article: ExportedArticle, one: ExportedNote) -> Iterator[str]:
    note = one.note
    if note.whole:
        lines = [f"On the whole of {plain(article.title)}"]
    else:
        said = plain(one.citation or one.source_name or article.title)
        quoted = _alone(_BRACKETS.sub(r"[\1]", quotation(note.anchor.quote)))
        lines = [*quoted.split("\n"), ">", f"> — {said}"]
    yield f"\t- {lines[0]}"
    yield from (f"\t  {line}" for line in lines[1:])
    yield f"\t  id:: {uuid_of(note.id)}"
    yield f"\t  colour:: {note.colour}"
    if note.tags:
        yield f"\t  tags:: {', '.join(f'[[{_page(tag)}]]' for tag in note.tags)}"
    if one.orphan:
        yield "\t  state:: orphan"
    for link in note.links:
        yield f"\t  {link.kind}:: (({uuid_of(link.to)}))"
    if note.body.strip():
        first, *rest = _body(note.body)
        yield f"\t\t- {first}"
        yield from (f"\t\t  {line}" for line in rest)


def _alone(quoted: str) -> str:
    """Return a passage in which a bracket without another is one: no link begins or ends there.

    A passage that begins or ends within a bracketed source has such a one.
    """
    opened: list[int] = []
    alone: set[int] = set()
    for found in _SIGN.finditer(quoted):
        if found[0][-1] == "[":
            opened.append(found.start())
        elif found[0][-1] == "]":
            if opened:
                opened.pop()
            else:
                alone.add(found.start())
    alone.update(opened)
    return _SIGN.sub(lambda one: one[0][-1] if one.start() in alone else one[0], quoted)


def _body(body: str) -> Iterator[str]:
    """Yield the lines of a note's text; an item in it is no block of its own."""
    for line in own(body).split("\n"):
        # Logseq takes a line that begins with a hyphen for a block, wherever it stands.
        bare = line.lstrip()
        yield f"{line[: len(line) - len(bare)]}*{bare[1:]}" if bare.startswith("- ") else line


def _page(name: str) -> str:
    return name.replace("[[", "").replace("]]", "")
