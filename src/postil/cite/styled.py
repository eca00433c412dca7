"""Cites a passage in a style: the original, as cited in the article that was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from postil.cite.csl_json import Json, fields
from postil.cite.items import Item, without_repeats
from postil.cite.locators import Locator, located
from postil.cite.proper import sentence_case
from postil.cite.styles import language
from postil.csl import Citation, Cite, Processor, Style
from postil.csl.output import Format
from postil.csl.rich import Pieces, Run, Span, plain
from postil.model.source import Name, Source
from postil.text.clean import clean
from postil.text.lazily import lazily

_IN_NOTES = {"quoted": "quoted in", "cited": "cited in"}
"""What joins a note on the original to that on the article: Chicago Manual of Style, 14.260."""

_IN_TEXT = {"author-date": "as cited in", "author": "qtd. in"}
"""The same for cites in the text: APA Publication Manual, 8.6; MLA Handbook, 6.77."""

_BLANKS = lazily("([\u00a0\u202f])")
"""Blanks at which no line may break, as French styles set them before marks."""

_OTHERWISE = "as cited in"

_NOWHERE = "\ue000"
"""Stands for a container that no citation may show."""

_QUOTED: tuple[dict[str, Json], ...] = (
    {"type": "document"},
    {"type": "article-journal", "container-title": _NOWHERE},
)
"""What a work may be taken for where a style sets its title in italics.

The name of a file that stands for a title is no title: it goes between quotation marks.
"""

_DOTTED = lazily(r"(?<!\S)[\w-]+\.\w{2,}(?!\S)")
"""The name of a file or of a site, which keeps its letters whatever the case of a title."""


class Styled(NamedTuple):
    """A passage cited in a style."""

    citation: str
    """For the text, or for a note where the style cites in notes."""
    refer: Callable[[], str]
    """Makes the entry of the bibliography, which is not always wanted."""

    @property
    def reference(self) -> str:
        """The entry, which holds the work that was read; "" where the style has none."""
        return self.refer()


def styled(
    records: Sequence[Item],
    style: Style,
    form: Format = "text",
    is_common: Callable[[str], bool] | None = None,
    locator: Locator | None = None,
) -> Styled:
    """Return the citation and the reference for what :func:`items` has made of a passage.

    The words are those that the style's family asks for; a style that is only a file is known by
    its class and by the category that it states. Styles that set titles small rely on titles that
    are written small: ``is_common`` tells which words of a title are no names. ``locator`` is the
    place of the passage in the article, where that is wanted.
    """
    *before, host = records
    original = before[0] if before else None
    first = _data(host, is_common)
    rest = [_original(original)] if original is not None else []

    def cited(data: dict[str, Json]) -> tuple[Processor, str]:
        made = Processor(style, [data, *rest], language)
        lead = _lead(original, style, made) if original is not None else []
        cite = located(host.id, locator, style, lead)
        return made, _safe(made.cited([Citation([cite], 1)], form)[0])

    made, shown = cited(first)
    if not host.titled and not style.is_note:
        others = (cited({**first, **other})[1] for other in _QUOTED)
        shown = next((one for one in (shown, *others) if _quotes(one, host)), shown)
    return Styled(shown, lambda: _safe(next(iter(made.bibliography(form)), "")))


def _quotes(citation: str, work: Item) -> bool:
    """Tell whether the name that stands for a title is between quotation marks, and all is told."""
    at = citation.replace("\\", "").find(work.record.title)
    return at > 0 and citation.replace("\\", "")[at - 1] in "“‘«„" and _NOWHERE not in citation


def entries(
    records: Sequence[Item],
    style: Style,
    form: Format = "text",
    common: Mapping[str, Callable[[str], bool]] = MappingProxyType({}),
) -> list[tuple[str, str]]:
    """Return the id and the entry of every record, in the order of the style's bibliography.

    ``common`` tells by the ids of articles which words of their titles are no names. Family names
    that stand first take a comma where initials follow, as in ``Choe, S.-H.``.
    """
    initials = any("initialize-with" in node.attributes for node in style.root.walk())
    data = [
        _original(item, static=not initials) if item.read_in else _data(item, common.get(item.id))
        for item in records
    ]
    made = Processor(style, data, language)
    made.cited([], uncited=[item.id for item in records])
    return [(one, _safe(entry)) for one, entry in made.entries(form)]


def _safe(text: str) -> str:
    """Return what a style has made without what a terminal obeys; its own blanks stay."""
    pieces = _BLANKS.split(text)
    pieces[::2] = [clean(piece) for piece in pieces[::2]]
    return "".join(pieces)


def _data(item: Item, is_common: Callable[[str], bool] | None) -> dict[str, Json]:
    record = without_repeats(item.record)
    title = record.title if is_common is None else sentence_case(record.title, is_common)
    title = _DOTTED.sub(r'<span class="nocase">\g<0></span>', title)
    return {"id": item.id, **fields(replace(record, title=title))}


def _original(item: Item, *, static: bool = True) -> dict[str, Json]:
    """Return the original's record; a publication that signs with its name alone is its author."""
    record = without_repeats(item.record)
    if not item.record.identified:
        unknown = Name(literal="Unidentified source")
        record = replace(record, author=(unknown,), type="document")
    elif record.type == "article":
        # To CSL this is a preprint, which nobody has said.
        record = replace(record, type="document")
    if record.identified and not record.author and record.container_title:
        record = replace(record, author=(Name(literal=record.container_title),), container_title="")
    data = {"id": item.id, **fields(record)}
    data["author"] = [
        {**one, "static-ordering": static and name.family_first}
        for one, name in zip(_people(record), record.author, strict=True)
    ]
    return data


def _people(record: Source) -> list[dict[str, Json]]:
    found = fields(record).get("author", [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _lead(original: Item, style: Style, made: Processor) -> Pieces:
    """Return what stands before the cite of the article: the original, and how it is given."""
    known = original.record.identified
    if style.is_note and (known or original.record.issued):
        pieces = made.fragment(Cite(original.id))
        word = _IN_NOTES.get(original.relation, _IN_NOTES["cited"])
        return _joined(pieces, word)
    kind = style.citation_format
    if kind == "author":
        # The original's author is named in the prose; a paraphrase is the article's own.
        return [Run(f"{_IN_TEXT[kind]} ", own=False)] if original.relation == "quoted" else []
    if not known:
        return []
    if kind == "author-date":
        return _joined(made.fragment(Cite(original.id)), _IN_TEXT[kind])
    return _joined([Run(_short(original.record))], _OTHERWISE)


def _short(record: Source) -> str:
    named = record.author[0] if record.author else None
    name = (named.family or named.literal) if named is not None else record.container_title
    return f"{name} et al." if len(record.author) > 1 else name


def _joined(pieces: Pieces, word: str) -> Pieces:
    return [Span("part", pieces), Run(f", {word} ", own=False)] if plain(pieces) else []
