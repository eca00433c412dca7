"""The codebook as one page of HTML: nothing fetched, light and dark, with a list of its tags."""

from __future__ import annotations

from collections.abc import Iterator

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written
from postil.export.codebook.entries import Entry, entries, title
from postil.export.page.flow import Flow
from postil.export.page.look import head
from postil.export.page.runs import Runs
from postil.export.page.words import text


def write(dossier: Dossier) -> Written:
    """Return the page."""
    found = list(entries(dossier))
    out = [head("Codebook", "en"), "<h1>Codebook</h1>"]
    out.append(f'<p class="about">{title(dossier)}</p><nav aria-label="Tags"><ul class="tags">')
    for at, entry in enumerate(found):
        out.append(f'<li dir="auto"><a class="back" href="#t-{at}">{text(entry.tag.tag)}</a></li>')
    out.append("</ul></nav>")
    deepest = 1
    for at, entry in enumerate(found):
        # A level is left out by no heading.
        deepest = min(entry.depth + 2, deepest + 1, 6)
        out += _entry(entry, at, deepest)
    if dossier.references:
        out.append('<h2 id="works">References</h2>')
        out += (f'<p dir="auto">{text(one)}</p>' for one in dossier.references)
    out.append("</main></body></html>")
    page = "\n".join(out)
    return Written(f"{page}\n".encode("utf-8", "replace"))


def _entry(entry: Entry, at: int, level: int) -> Iterator[str]:
    tag = entry.tag
    yield f'<h{level} id="t-{at}" dir="auto">{text(tag.tag)}</h{level}>'
    if tag.definition:
        yield f'<p dir="auto">{text(tag.definition)}</p>'
    yield f'<p class="about">{text(entry.told)}</p>'
    for article, one in entry.passages:
        yield _passage(article, one)


def _passage(article: ExportedArticle, one: ExportedNote) -> str:
    note = one.note
    out = [f'<div class="note {note.colour}">']
    if note.whole:
        out.append(f'<p>On the whole of <b dir="auto">{text(article.title)}</b></p>')
    else:
        out.append(f'<blockquote dir="auto"><p>{text(note.anchor.quote)}</p></blockquote>')
    out += Flow(Runs(lambda _: ""), 0, {}).set(one.body)
    said = one.citation or one.source_name or article.title
    lost = ", no longer in the article" if one.orphan else ""
    out.append(f'<p class="about"><span dir="auto">{text(said)}</span>{lost}</p></div>')
    return "".join(out)
