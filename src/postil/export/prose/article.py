"""Article: the whole of it as Markdown, its passages marked, with its notes as footnotes.

A note stands behind the block in which its passage begins, where whoever reads the file meets it;
programs that set Markdown put it at the foot, linked both ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written, counted
from postil.export.base.markdown_passages import passage
from postil.export.base.markdown_words import own, plain
from postil.export.base.placed import PlacedMarks, blocks_of, repeats
from postil.export.prose.markdown import NOTE_LEVEL, is_link, known_of
from postil.export.prose.marked_blocks import MarkedBlocks
from postil.model.note import Note
from postil.text.lazy_regex import lazily

_INDENT = "    "
"""Before the lines of a footnote beyond its first."""

_FEW = 60
"""Code points of a passage that name its note where another one leads to it."""

_WORD_END = lazily(r"\s+\S{0,60}$")


def write(dossier: Dossier) -> Written:
    """Return the articles, each with its notes in place."""
    numbers = {one.note.id: at for at, (_, one) in enumerate(dossier.notes, 1)}
    here = {one.note.id: one.note for _, one in dossier.notes}
    aims = {link.to for note in here.values() for link in note.links if link.to in here}
    setting = _Notes(numbers, here, aims)
    single = len(dossier.articles) == 1
    out: list[str] = []
    if not single:
        many = counted(len(numbers), "note")
        out += ["# Notes", "", f"{many} in {counted(len(dossier.articles), 'article')}.", ""]
    for at, article in enumerate(dossier.articles):
        prefix = "" if single else f"{at + 1}-"
        out += _article(article, setting, prefix, 1 if single else 2)
    if dossier.references:
        out += ["## References", ""]
        for reference in dossier.references:
            out += [plain(reference), ""]
    text = "\n".join(out).rstrip("\n")
    losses = []
    if textless := sum(not article.text for article in dossier.articles):
        losses.append(f"Of {counted(textless, 'article')} no text is kept here: the notes alone.")
    return Written(f"{text}\n".encode("utf-8", "replace"), tuple(losses))


def _article(article: ExportedArticle, notes: _Notes, prefix: str, level: int) -> Iterator[str]:
    """Yield an article's lines; its title is a heading of a level, all others lie below it."""
    yield f"{'#' * level} {plain(article.title)}"
    yield ""
    if said := _about(article):
        yield said
        yield ""
    for one in article.notes:
        if one.note.whole:
            yield from notes.block(article, one)
    blocks = blocks_of(article)
    placed = PlacedMarks(blocks, article, notes.numbers)
    first = int(bool(blocks) and repeats(blocks[0], article.title) and not placed.marks(0))
    setting = MarkedBlocks(blocks, placed, notes.label, prefix, level)
    yield from setting.lines(first, lambda one: notes.footnote(article, one))
    if lost := [one for one in article.notes if one.span is None and not one.note.whole]:
        yield f"{'#' * (level + 1)} Notes whose words are gone"
        yield ""
        for one in lost:
            yield from notes.block(article, one)


def _about(article: ExportedArticle) -> str:
    """Return by whom an article is, where it appeared and when, on one line; "" if not known."""
    data = article.metadata
    said = [plain(name.display) for name in data.author]
    if data.container_title:
        said.append(plain(data.container_title))
    if data.issued is not None:
        said.append(str(data.issued.year))
    if is_link(data.url):
        said.append(f"<{data.url}>")
    return " · ".join(said)


class _Notes:
    """Sets notes: as footnotes where their passages stand, else as blocks."""

    def __init__(
        self, numbers: Mapping[str, int], here: Mapping[str, Note], aims: set[str]
    ) -> None:
        self.numbers = numbers
        self._here = here
        self._aims = aims
        """The notes to which others lead: they can be led to."""

    def label(self, identity: str) -> str:
        """Return the label of the footnote that a note is."""
        return f"note-{self.numbers[identity]}"

    def footnote(self, article: ExportedArticle, one: ExportedNote) -> Iterator[str]:
        """Yield the lines of a note as a footnote."""
        lines = "\n".join(self._lines(article, one)).split("\n")
        yield f"[^{self.label(one.note.id)}]: {lines[0]}"
        yield from (f"{_INDENT}{line}" if line else "" for line in lines[1:])
        yield ""

    def block(self, article: ExportedArticle, one: ExportedNote) -> Iterator[str]:
        """Yield the lines of a note that no passage refers to."""
        yield from self._lines(article, one)
        yield ""

    def _lines(self, article: ExportedArticle, one: ExportedNote) -> Iterator[str]:
        note = one.note
        yield from passage(article, one, behind=self._aim(note))
        if note.body.strip():
            yield ""
            yield own(note.body, NOTE_LEVEL)
        about = [*known_of(one), *self._links(note)]
        if note.maker_name:
            about.append(plain(note.maker_name))
        yield ""
        yield " · ".join((*about, f"{note.colour} {note.id}"))

    def _aim(self, note: Note) -> str:
        return f' <a id="n-{note.id}"></a>' if note.id in self._aims else ""

    def _links(self, note: Note) -> Iterator[str]:
        for link in note.links:
            said = str(link.kind).replace("-", " ")
            if (other := self._here.get(link.to)) is None:
                yield f"{said} {link.to}"
                continue
            words = " ".join(other.anchor.quote.split()) or "a note on the whole"
            if len(words) > _FEW:
                words = f"{_WORD_END.sub('', words[:_FEW])}…"
            yield f"{said} [{plain(words)}](#n-{other.id})"
