"""Notes of a page: each beside its passage, and the indexes of tags and sources at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import tostring

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote
from postil.export.figures.counting import figures_of
from postil.export.figures.drawing import drawings
from postil.export.page.flow import Flow
from postil.export.page.runs import Runs
from postil.export.page.words import address, attribute, text

UI = ' lang="en" dir="ltr"'
"""Of the page's own words, whichever language the article is in."""


class NoteBoxes:
    """Sets notes as boxes; they are numbered through the whole page."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers

    def box(self, one: ExportedNote, *, quoted: bool = False) -> str:
        """Return a note; ``quoted`` with its passage, where the text does not show it."""
        note = one.note
        number = self._numbers[note.id]
        named = f'role="note" id="n-{note.id}" aria-label="Note {number}"'
        out = [f'<div class="note {note.colour}" {named}>']
        if quoted and note.anchor.quote:
            out.append(f'<blockquote dir="auto"><p>{text(note.anchor.quote)}</p></blockquote>')
        out += Flow(Runs(lambda _: ""), 0, {}).set(one.body)
        if note.tags:
            tags = "".join(f'<li dir="auto">#{text(tag)}</li>' for tag in note.tags)
            out.append(f'<ul class="tags" aria-label="Tags">{tags}</ul>')
        out.append(f'<p class="about"{UI}>{"".join(self._about(one, number))}</p></div>')
        return "".join(out)

    def _about(self, one: ExportedNote, number: int) -> Iterator[str]:
        note = one.note
        if one.span is not None and not note.whole:
            yield f'<a class="back" href="#m-{note.id}">{number} ↩</a> '
        else:
            yield f"{number} "
        if one.citation:
            yield f'<span dir="auto">{text(one.citation)}</span> '
        if note.maker_name:
            yield f'<span dir="auto">{text(note.maker_name)}</span>, '
        yield f"{text(note.created[:10])}"
        for link in note.links:
            said = str(link.kind).replace("-", " ")
            if link.to in self._numbers:
                yield f'; {said} <a href="#n-{link.to}">note {self._numbers[link.to]}</a>'
            else:
                yield f"; {said} another note"


def indexes(dossier: Dossier, numbers: Mapping[str, int]) -> Iterator[str]:
    """Yield the bibliography, and the tags and the sources, each with its notes."""
    if dossier.references:
        yield f'<section aria-labelledby="works"><h2 id="works"{UI}>References</h2>'
        for one in dossier.references:
            yield f'<p dir="auto">{_linked(one)}</p>'
        yield "</section>"
    used = [one for one in dossier.tags if one.notes]
    if used:
        yield f'<section aria-labelledby="tags"><h2 id="tags"{UI}>Tags</h2><dl>'
        for tag in used:
            yield f'<dt dir="auto">{text(tag.tag)}</dt><dd>'
            if tag.definition:
                yield f'<span dir="auto">{text(tag.definition)}</span> '
            mine = [one for _, one in dossier.notes if tag.tag in one.note.tags]
            yield f"{_links(mine, numbers)}</dd>"
        yield "</dl></section>"
    sources: dict[str, list[ExportedNote]] = {}
    for _, noted in dossier.notes:
        if noted.source_name:
            sources.setdefault(noted.source_name, []).append(noted)
    if sources:
        yield f'<section aria-labelledby="sources"><h2 id="sources"{UI}>Sources</h2><dl>'
        for name in sorted(sources, key=str.casefold):
            yield f'<dt dir="auto">{text(name)}</dt><dd>{_links(sources[name], numbers)}</dd>'
        yield "</dl></section>"


def figures(dossier: Dossier) -> Iterator[str]:
    """Yield pictures of the notes, each with its numbers in words for who does not see it."""
    found = list(drawings(figures_of(dossier)))
    if not found:
        return
    yield f'<section class="figures" aria-labelledby="figures"{UI}><h2 id="figures">Figures</h2>'
    for one in found:
        drawn = tostring(one.svg, encoding="unicode", short_empty_elements=False)
        yield f"<figure><figcaption>{text(one.title)}</figcaption>{drawn}</figure>"
    yield "</section>"


def _links(notes: list[ExportedNote], numbers: Mapping[str, int]) -> str:
    links = (f'<a class="back" href="#n-{one.note.id}">{numbers[one.note.id]}</a>' for one in notes)
    return f"<span{UI}>{', '.join(links)}</span>"


def _linked(reference: str) -> str:
    """Return a reference; where it ends with an address that leads there."""
    head, _, last = reference.rpartition(" ")
    bare = last.rstrip(".")
    target = address(bare)
    if not target:
        return text(reference)
    link = f"<a href={attribute(target)}>{text(bare)}</a>{text(last[len(bare) :])}"
    return f"{text(head)} {link}" if head else link


def about(article: ExportedArticle) -> str:
    """Return by whom an article is, when it appeared and where, on one line; "" if not known."""
    data = article.metadata
    said = [name.display for name in data.author]
    if data.container_title:
        said.append(data.container_title)
    if data.issued is not None:
        said.append(str(data.issued.year))
    out = text(" · ".join(said))
    if target := address(data.url):
        out += f" <a href={attribute(target)}>{text(target)}</a>"
    return out.strip()
