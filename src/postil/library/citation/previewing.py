"""Previews a citation format: what it makes of a passage, in all its forms, and what is wrong."""

from __future__ import annotations

from pathlib import Path

from postil.cite.citation import Citation
from postil.cite.styles.catalogue import find_style
from postil.csl import StyleError
from postil.errors import BadRequest
from postil.library.base.open_article import OpenArticle
from postil.library.citation.citation_format import (
    CITATION,
    DEFAULT_OPTIONS,
    QUOTATION,
    REFERENCE,
    CitationFormat,
    CitationOptions,
)
from postil.library.citation.citing import FORMATS, LABELS, cite
from postil.library.citation.quoting import Chosen
from postil.library.citation.styling import in_style
from postil.model.source import Date
from postil.model.values import dataclass
from postil.text.clean import clean_line

__all__ = ["Preview", "cite_in", "made_of", "preview"]

CHOOSE = "choose another style"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a format or a style makes of a passage."""

    quotation: str = ""
    citation: str = ""
    """For the text or a note; "" for a format, which has no forms."""
    reference: str = ""
    """The entry of the bibliography; "" for a format, or a style that has none."""
    is_note: bool = False
    in_style: bool = False
    problems: tuple[str, ...] = ()
    """Sentences on what is missing or doubtful."""
    title: str = ""
    """The title that the style gives itself."""
    trouble: str = ""
    """A sentence on why there is nothing else here."""

    def text(self, form: str) -> str:
        """Return what is made of the passage in a form; "" where there is no such form."""
        if not self.in_style:
            return self.quotation
        made = {QUOTATION: self.quotation, CITATION: self.citation, REFERENCE: self.reference}
        return made[form]

    def caption(self, form: str) -> str:
        """Return what a form is called here."""
        note = "Note" if self.is_note else "Citation"
        return {QUOTATION: "Quotation", CITATION: note, REFERENCE: "Reference"}[form]


def preview(
    open_article: OpenArticle,
    chosen: Chosen,
    name: str,
    today: Date | None = None,
    zotero: Path | None = None,
    options: CitationOptions = DEFAULT_OPTIONS,
) -> Preview:
    """Return what a format or a style makes of what is chosen; a style that is no good says why.

    Raises NoSuchPassage for a span without words, and BadRequest for a wording that is no
    quotation of the passage.
    """
    if name in FORMATS:
        cited = cite(open_article, chosen, name, today, options.words)
        return Preview(cited.text, problems=cited.problems)
    try:
        style = find_style(name, zotero)
        made = in_style(
            open_article, chosen, style, today=today, words=options.words, place=options.place
        )
    except StyleError as error:
        why = clean_line(str(error))
        return Preview(in_style=True, trouble=f"{why[:1].upper()}{why[1:]}.")
    return Preview(
        made.quotation,
        made.citation,
        made.reference,
        is_note=style.is_note,
        in_style=True,
        problems=made.problems,
        title=clean_line(style.title),
    )


def cite_in(
    open_article: OpenArticle,
    chosen: Chosen,
    wanted: CitationFormat,
    title: str,
    today: Date | None = None,
    zotero: Path | None = None,
    options: CitationOptions = DEFAULT_OPTIONS,
) -> tuple[Citation, str]:
    """Return a passage cited in a format, and what to call that; ``title`` is that of the style.

    Raises NoSuchPassage for a span without words, and BadRequest for a style that is no good or
    has no such form, and for a wording that is no quotation of the passage.
    """
    made = preview(open_article, chosen, wanted.name, today, zotero, options)
    return made_of(made, wanted, title)


def made_of(made: Preview, wanted: CitationFormat, title: str) -> tuple[Citation, str]:
    """Return what a preview shows of a format, and what to call that; raises as ``cite_in``."""
    if not wanted.in_style:
        return Citation(made.quotation, made.problems), LABELS[wanted.name]
    if made.trouble:
        why = f"{made.trouble[:1].lower()}{made.trouble[1:-1]}"
        raise BadRequest(f"the style {clean_line(title)}", why, CHOOSE)
    text = made.text(wanted.form)
    if not text:
        why = "it has no bibliography" if wanted.form == REFERENCE else "it says nothing here"
        raise BadRequest(f"the style {clean_line(title)}", why, CHOOSE)
    return Citation(text, made.problems), f"{made.caption(wanted.form)} in {clean_line(title)}"
