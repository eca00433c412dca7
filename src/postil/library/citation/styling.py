"""Cites a passage in a style: as quotation, citation, note, or entry of a bibliography."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from postil.cite.citation import Citation
from postil.cite.record.items import items
from postil.cite.record.note_words import names_words
from postil.cite.record.problems import problem_sentences
from postil.cite.styles.catalogue import find_style, style_names, style_summary
from postil.cite.styles.csl_citation import StyledCitation, styled_citation
from postil.cite.styles.locators import Locator
from postil.cite.styles.zotero import SUFFIX
from postil.csl import Format, Style, StyleError
from postil.errors import BadRequest
from postil.library.base.cited_article import cited_article
from postil.library.base.locating import place_to_name
from postil.library.base.open_article import OpenArticle
from postil.library.citation.citation_format import STYLE_FORMATS
from postil.library.citation.kept_citations import KeptCitations
from postil.library.citation.quoting import Chosen, passage
from postil.library.sources.article_sources import originals
from postil.model.source import Date, Governed
from postil.model.values import NamedTuple
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

__all__ = ["InStyle", "cite_in_style", "in_style", "is_small", "named_style"]

_SHOWN = 60
"""Code points of a name that are shown."""

_HINT = "give the name of a style, such as apa, or the path of a .csl file"


def cite_in_style(
    open_article: OpenArticle,
    chosen: Chosen,
    style: str,
    form: str = "citation",
    format: str = "text",  # noqa: A002 - the word by which all of Postil calls it
    today: Date | None = None,
    zotero: Path | None = None,
    words: str | None = None,
    *,
    place: bool = False,
) -> Citation:
    """Return a passage, or several joined, cited in a style, by its name or the path of its file.

    Styles of the reader's own lie in the data folder of ``zotero``; ``words`` are the reader's own
    wording of the passage. With ``place`` the citation says in which section and paragraph the
    passage stands.

    ``form`` is one of ``STYLE_FORMS`` and ``format`` one of ``STYLE_FORMATS``. Raises
    NoSuchPassage for a span without words, and BadRequest for a style that cannot be used or has
    no such form, and for a wording that is no quotation of the passage.
    """
    wanted = next((one for one in STYLE_FORMATS if one == format), None)
    if wanted is None:
        raise BadRequest(f"--format {clean_line(format)}", "a style cannot do it", "use text")
    found = named_style(style, zotero)
    made = in_style(open_article, chosen, found, wanted, today, words, place=place)
    if form == "bibliography" and not made.reference:
        raise BadRequest(f"the style {found.title}", "it has no bibliography", "use another")
    if form == "note" and not found.is_note:
        what = f"the style {found.title}"
        raise BadRequest(what, "it cites in the text, not in notes", "use --form citation")
    return Citation(made.text(form), made.problems)


class InStyle(NamedTuple):
    """What a style makes of a passage, in every form; those that nobody asks for are not made."""

    citation: str
    """For the text, or for a note where the style cites in notes."""
    quote: Callable[[], str]
    refer: Callable[[], str]
    problems: tuple[str, ...]

    @property
    def quotation(self) -> str:
        """The words with their citation; raises BadRequest for a wording that is no quotation."""
        return self.quote()

    @property
    def reference(self) -> str:
        """The entry of the bibliography; "" where the style has none."""
        return self.refer()

    def text(self, form: str) -> str:
        """Return one of ``STYLE_FORMS``; raises like ``quotation``."""
        if form == "quotation":
            return self.quotation
        return self.reference if form == "bibliography" else self.citation


def in_style(
    open_article: OpenArticle,
    chosen: Chosen,
    style: Style,
    format: Format = "text",  # noqa: A002 - the word by which all of Postil calls it
    today: Date | None = None,
    words: str | None = None,
    *,
    place: bool = False,
    kept: KeptCitations | None = None,
) -> InStyle:
    """Return a passage cited in a style that was found, in every form; raises as above.

    With ``place`` the citation says in which section and paragraph the passage stands. What is
    ``kept`` of the same records in the same style is not made again.
    """
    found = passage(open_article, chosen)
    governed = found.governed
    cited = cited_article(open_article.article, governed.span)
    where = place_to_name(open_article.article, governed.span) if place or cited.pages else None
    if cited.chapter and style.belongs_to("apa"):
        # It lists whole books, and names the chapter where it is cited.
        where = where if cited.pages else Locator(0, 0, chapter=cited.chapter)
        cited = cited._replace(chapter="")
    records = items(governed, cited, today, tuple(originals(open_article)))

    @cache
    def made() -> StyledCitation:
        return styled_citation(
            records, style, format, lambda word: is_small(word, open_article), where
        )

    if kept is None:
        citation = made().citation
    else:
        made_of = (records, format, where, open_article.article.digest)
        (citation,) = kept.texts(made_of, lambda: (made().citation,))

    def quoted() -> str:
        # A citation or an entry alone sets no quotation.
        from postil.cite.quotation.block_quotes import set_in_style

        return set_in_style(found.pieces, citation, style, format, words)

    problems = (*problem_sentences(governed, cited), *_to_be_named(governed, style))
    return InStyle(citation, quoted, lambda: made().reference, problems)


def _to_be_named(governed: Governed, style: Style) -> Iterator[str]:
    """Say whom the reader has to name, where a style leaves that to the sentence around it."""
    known = [source for source, _ in governed.named if source.identified]
    for source in known if style.citation_format == "author" else ():
        name = names_words(source.author) or source.container_title or "the source"
        yield f"This style does not name {clean_line(name)}: your sentence has to."


def named_style(name: str, zotero: Path | None = None) -> Style:
    """Return a style by its name or the path of its file; raises BadRequest."""
    if not name.strip():
        raise BadRequest("--style", "it names no style", _HINT)
    try:
        return find_style(name, zotero)
    except StyleError as error:
        hint = (
            _HINT if name.endswith(SUFFIX) or style_summary(name, zotero) else _guess(name, zotero)
        )
        what = f"--style {clean_line(name, _SHOWN)}"
        raise BadRequest(what, clean_line(str(error)), hint) from None


def _guess(name: str, zotero: Path | None) -> str:
    """Return which styles may be meant, and where to look for others."""
    # Loaded for a mistake alone.
    from postil.cite.styles.nearest import near_styles

    near = [clean_line(one, _SHOWN) for one in near_styles(name, style_names(zotero))]
    if not near:
        return "postil styles lists them all, postil styles WORD those with a word in their names"
    *others, last = near
    guessed = f"{', '.join(others)} or {last}" if others else last
    return f"did you mean {guessed}? postil styles WORD lists others"


def is_small(word: str, open_article: OpenArticle) -> bool:
    """Tell whether a word stands in the article with a small letter, so that it is no name."""
    return lazily(rf"\b{re.escape(word)}\b").search(open_article.article.text) is not None
