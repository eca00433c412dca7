"""Cites a passage in a style: the original, as cited in the article that was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from postil.cite.export.csl_json import Json
from postil.cite.record.items import Item
from postil.cite.styles import csl_data
from postil.cite.styles.as_cited_in import as_cited_in
from postil.cite.styles.catalogue import language
from postil.cite.styles.csl_data import article, lowers, spoken
from postil.cite.styles.descriptions import described
from postil.cite.styles.locators import Locator, cite_at
from postil.cite.styles.sanitize import sanitized
from postil.csl import (
    Citation,
    Cite,
    Format,
    Pieces,
    Processor,
    Run,
    Span,
    Style,
    format_pieces,
    join_pieces,
    plain_text,
)
from postil.model.source import Source
from postil.model.values import NamedTuple

_NOWHERE = "\ue000"
"""Stands for a container that no citation may show."""

_QUOTED: tuple[dict[str, Json], ...] = (
    {"type": "document"},
    {"type": "article-journal", "container-title": _NOWHERE},
)
"""What a work may be taken for where a style sets its title in italics.

The name of a file that stands for a title is no title: it goes between quotation marks.
"""


_NUMBERED = ("numeric", "label")
"""Kinds of styles that cite by a number or a label alone."""

_RAISED = str.maketrans(
    "0123456789-\u2013", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207b"
)
"""Figures as plain text has them raised."""

_BRACKETS = frozenset("[]()")


class StyledCitation(NamedTuple):
    """A passage cited in a style."""

    citation: str
    """For the text, or for a note where the style cites in notes."""
    refer: Callable[[], str]
    """Makes the entry of the bibliography, which is not always wanted."""

    @property
    def reference(self) -> str:
        """The entry, which holds the work that was read; "" where the style has none."""
        return self.refer()


def styled_citation(
    records: Sequence[Item],
    style: Style,
    form: Format = "text",
    is_common: Callable[[str], bool] | None = None,
    locator: Locator | None = None,
) -> StyledCitation:
    """Return the citation and the reference for what :func:`items` has made of a passage.

    The words are those that the style's family asks for; a style that is only a file is known by
    its class and by the category that it states. English styles that set titles small rely on
    titles that are written small: ``is_common`` tells which words are no names. ``locator`` is the
    place of the passage in the article, where that is wanted.
    """
    *before, host = records
    first = article(host, is_common if lowers(style) else None)
    rest = [csl_data.original(one) for one in before]

    def cited(data: dict[str, Json]) -> tuple[Processor, str]:
        works = [described(one, style) for one in (data, *rest)]
        made = Processor(style, works, language, spoken(style))
        lead = _lead(before, style, made) if before else []
        parted = format_pieces(lead, made.locale, form) if lead and _raised(style) else ""
        cite = cite_at(host.id, locator, style, () if parted else lead)
        shown = made.cited([Citation([cite], 1)], form)[0]
        if form == "text" and _raised(style) and not _BRACKETS & set(shown):
            # Plain text has raised figures, but no raised brackets around them.
            shown = shown.translate(_RAISED)
        if lead and style.citation_format in _NUMBERED:
            shown = _finished(f"{parted.rstrip()} {shown}" if parted else shown)
        return made, sanitized(shown)

    made, shown = cited(first)
    if not host.titled and not style.is_note:
        others = (cited({**first, **other})[1] for other in _QUOTED)
        shown = next((one for one in (shown, *others) if _quotes(one, host)), shown)
    return StyledCitation(shown, lambda: sanitized(next(iter(made.bibliography(form)), "")))


def _quotes(citation: str, work: Item) -> bool:
    """Tell whether the name that stands for a title is between quotation marks, and all is told."""
    at = citation.replace("\\", "").find(work.record.title)
    return at > 0 and citation.replace("\\", "")[at - 1] in "“‘«„" and _NOWHERE not in citation


def _lead(originals: Sequence[Item], style: Style, made: Processor) -> Pieces:
    """Return what stands before the cite of the article: the originals, and how it gives them."""
    quoted = any(one.relation == "quoted" for one in originals)
    words = as_cited_in(style, "quoted" if quoted else "cited")
    known = [one for one in originals if one.record.identified]
    told = [one for one in originals if one.record.identified or one.record.issued]
    conjunction = made.locale.term("and") or "and"
    kind = style.citation_format
    if style.is_note:
        fragments = [made.fragment(_cite(one)) for one in told]
        last = f", {conjunction} " if len(told) < 3 else f"; {conjunction} "
        return _led(fragments, "; ", last, words)
    if kind == "author":
        # The original's author is named in the prose; a paraphrase is the article's own.
        return [Run(f"{words} ", own=False)] if quoted else []
    if kind == "author-date":
        return _led([_fragment(one, made) for one in known], "; ", "; ", words)
    names: list[Pieces] = [[Run(_short(one.record))] for one in known]
    return _led(names, ", ", f" {conjunction} ", words)


def _finished(citation: str) -> str:
    """Return words and a number as a whole, between brackets, for a sentence to end with."""
    return citation if citation.startswith("(") else f"({citation})"


def _raised(style: Style) -> bool:
    """Tell whether the numbers of cites are raised, so that words stand before them."""
    layout = style.citation.first("layout")
    return layout is not None and layout.get("vertical-align") == "sup"


def _fragment(one: Item, made: Processor) -> Pieces:
    """Return an original as the style cites it; one of which only a name is known, by that."""
    record = one.record
    if record.issued or record.title:
        return made.fragment(_cite(one))
    return [Run(_short(record))]


def _cite(one: Item) -> Cite:
    """Return the cite of an original, with the pages to which the article points."""
    return Cite(one.id, locator=one.locator, label="page") if one.locator else Cite(one.id)


def _short(record: Source) -> str:
    named = record.author[0] if record.author else None
    name = (named.family or named.literal) if named is not None else record.container_title
    name = name.replace("'", "\u2019")
    return f"{name} et al." if len(record.author) > 1 else name


def _led(originals: Iterable[Pieces], between: str, last: str, words: str) -> Pieces:
    """Return originals, each once, joined to the article by ``words``."""
    shown = list({text: pieces for pieces in originals if (text := plain_text(pieces))}.values())
    if not shown:
        return []
    head = join_pieces(shown[:-1], between)
    pieces = join_pieces([head, shown[-1]], last)
    return [Span("part", pieces), Run(f", {words} ", own=False)]
