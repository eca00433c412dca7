"""The page: one file of HTML with articles, the notes beside them, and indexes at the end.

What it may do is said by one policy before all that it governs: no script, no picture, no request.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from postil.export.annotations import w3c
from postil.export.base.dossier import Dossier, ExportedArticle, Written, counted
from postil.export.base.placed import PlacedMarks, blocks_of, repeats
from postil.export.page.flow import Flow
from postil.export.page.look import head
from postil.export.page.notes import UI, NoteBoxes, about, figures, indexes
from postil.export.page.runs import Runs
from postil.export.page.words import attribute, text
from postil.model.article import Block, BlockKind

SIDECAR = ".jsonld"


def write(dossier: Dossier) -> Written:
    """Return the page; the same notes as Web Annotations belong beside it."""
    numbers = {one.note.id: at for at, (_, one) in enumerate(dossier.notes, 1)}
    only = dossier.articles[0] if len(dossier.articles) == 1 else None
    title, language = ("Notes", "en") if only is None else (only.title, only.language or "und")
    out = [head(title, language)]
    if only is None:
        said = f"{counted(len(numbers), 'note')} in {counted(len(dossier.articles), 'article')}"
        out.append(f'<h1{UI}>Notes</h1><p class="about"{UI}>{said}</p>')
        for at, article in enumerate(dossier.articles):
            language = attribute(article.language or "und")
            out.append(f'<article aria-labelledby="a-{at}" lang={language}>')
            out.append(f'<h2 id="a-{at}" dir="auto">{text(article.title)}</h2>')
            out += _article(article, f"{at}-", numbers, 2)
            out.append("</article>")
    else:
        out.append(f'<h1 dir="auto">{text(only.title)}</h1>')
        out += _article(only, "", numbers, 1)
    out += indexes(dossier, numbers)
    out += figures(dossier)
    out.append("</main></body></html>")
    page = "\n".join(out)
    return Written(
        f"{page}\n".encode("utf-8", "replace"), (), {SIDECAR: lambda: w3c.write(dossier).data}
    )


def _article(
    article: ExportedArticle, prefix: str, numbers: Mapping[str, int], level: int
) -> Iterator[str]:
    """Yield an article with its notes; headings stand below ``level``, ids begin with a prefix."""
    boxes = NoteBoxes(numbers)
    if said := about(article):
        yield f'<p class="about" dir="auto">{said}</p>'
    yield from (boxes.box(one) for one in article.notes if one.note.whole)
    blocks = blocks_of(article)
    placed = PlacedMarks(blocks, article, numbers)
    # The title of the page says it already, unless something is noted on it.
    first = int(bool(blocks) and repeats(blocks[0], article.title) and not placed.marks(0))
    names = {name: at for name, at in _names(blocks, article).items() if at >= first}
    ids = {at: f"b-{prefix}{at}" for at in sorted(set(names.values()))}
    runs = Runs(lambda name: f"#{ids[names[name]]}" if name in names else "")
    yield from Flow(runs, level, ids).set(
        blocks,
        placed.marks,
        lambda index: "".join(boxes.box(one) for one in placed.begun(index)),
        first,
    )
    lost = [one for one in article.notes if one.span is None and not one.note.whole]
    if lost:
        yield f"<h{level + 1}{UI}>Notes whose words are gone</h{level + 1}>"
        yield from (boxes.box(one, quoted=True) for one in lost)


def _names(blocks: Sequence[Block], article: ExportedArticle) -> dict[str, int]:
    """Return the blocks to which links within the document lead, by name; footnotes by label."""
    found: dict[str, int] = {}
    if article.article is not None:
        for name, offset in article.article.anchors.items():
            found[name] = article.article.block_at(offset)
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.FOOTNOTE and block.marker:
            found.setdefault(f"fn {block.marker}", index)
    return found
