"""Cites items in a style: clusters in the order of a document, and the bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from postil.csl.data.items import Citation, Cite, Item, Json
from postil.csl.data.locators import read_locator
from postil.csl.data.read_items import read_item
from postil.csl.document.bibliography_layout import Entry, lay_out, substitute_authors
from postil.csl.document.clusters import RenderedCite, cluster, grouped
from postil.csl.document.disambiguate import Disambiguation, Rendering
from postil.csl.document.positions import CitePosition, cite_positions, stated_position
from postil.csl.document.sorting import ordered
from postil.csl.ground.rich import Pieces, affix, copied, find, runs
from postil.csl.ground.xml import Node
from postil.csl.render.context import NO_DISAMBIGUATORS, Context, Disambiguators, Position
from postil.csl.render.elements import render_children, render_element
from postil.csl.style.locale import FALLBACK, Loader, read_locale
from postil.csl.style.style import Style
from postil.csl.text.brackets import nest_brackets
from postil.csl.text.decoration import decorated, ending
from postil.csl.text.markup import read_markup
from postil.csl.text.output import Format, format_pieces
from postil.csl.text.textcase import upper_first

_NONE = Node("none", {})
_MARKS = (",", ".", ";", ":", "!", "?")


class Processor:
    """A document: some items, a style, a language, and what is cited where."""

    def __init__(self, style: Style, items: Iterable[Json], load: Loader, lang: str = "") -> None:
        self.style = style
        self.locale = read_locale(lang or style.default_locale or FALLBACK, style.root, load)
        found = [read_item(one) for one in items]
        self.items: Mapping[str, Item] = {item.id: item for item in found}
        self._citation = style.citation
        self._layout = self._citation.first("layout") or _NONE
        self._bibliography = style.bibliography
        self._chosen: dict[str, Disambiguators] = {}
        self._numbers: dict[str, int] = {}
        self._order: list[str] = []
        self._listed: list[str] | None = None
        self._repeats = False
        """Whether anything is cited more than once, or may be: a list alone tells nothing of it."""

    # -- what is cited

    def cited(
        self,
        citations: Sequence[Citation],
        form: Format = "text",
        *,
        in_document: bool = True,
        uncited: Sequence[str] = (),
    ) -> list[str]:
        """Return the citations of a document, in order.

        Without ``in_document`` each stands by itself, and nothing in it was mentioned before.
        """
        citations = [
            one._replace(cites=[read_locator(cite) for cite in one.cites]) for one in citations
        ]
        self._register(citations, uncited)
        citations = [self._sorted(one) for one in citations]
        found = (
            list(cite_positions(citations, self._citation.get("near-note-distance")))
            if in_document
            else [[stated_position(cite) for cite in one.cites] for one in citations]
        )
        return [
            self._written(citation, there, form)
            for citation, there in zip(citations, found, strict=True)
        ]

    def fragment(self, cite: Cite) -> Pieces:
        """Return a cite without what the style puts around a citation."""
        cite = read_locator(cite)
        return self._rendered(cite, CitePosition())[0] if cite.id in self.items else []

    def bibliography(self, form: Format = "text") -> list[str]:
        """Return the entries of what :meth:`cited` was given last, in the order of the style."""
        return [entry for _, entry in self.entries(form)]

    def entries(self, form: Format = "text") -> list[tuple[str, str]]:
        """Return the same entries, each with the id of its item."""
        if self._bibliography is None:
            return []
        layout = self._bibliography.first("layout") or _NONE
        entries = []
        for one in self.listed:
            context = self._context(Cite(one), CitePosition(), in_bibliography=True)
            fields = [render_element(child, context).pieces for child in layout.children]
            entries.append(Entry(one, fields, layout))
            _capitalise(entries[-1].pieces, self.locale.lang)
        substitute_authors(entries, self._bibliography)
        return [
            (entry.id, format_pieces(lay_out(entry, self._bibliography), self.locale, form))
            for entry in entries
            if entry.pieces
        ]

    # -- order, numbers, letters

    def _register(self, citations: Sequence[Citation], uncited: Sequence[str]) -> None:
        ids = [cite.id for one in citations for cite in one.cites if cite.id in self.items]
        self._repeats = not ids or len(set(ids)) < len(ids)
        order = list(dict.fromkeys([*ids, *(one for one in uncited if one in self.items)]))
        self._chosen = {}
        self._order, self._listed = order, None
        self._numbers = {one: at for at, one in enumerate(order, 1)}
        if self.style.sets_numbers:
            self._numbers = {one: at for at, one in enumerate(self.listed, 1)}
        disambiguation = Disambiguation(self._citation, self._rendering)
        self._chosen = disambiguation.assign(order, lambda: self.listed)

    @property
    def listed(self) -> Sequence[str]:
        """What is cited, in the order of the bibliography; most citations never ask for it."""
        if self._listed is None:
            sort = None if self._bibliography is None else self._bibliography.first("sort")
            self._listed = ordered(self._order, sort, self._sorted_by)
        return self._listed

    def _sorted_by(self, one: str) -> Context:
        """Return the context of an entry before any letter is given out: letters follow it."""
        context = self._context(Cite(one), CitePosition(), in_bibliography=True)
        context.disambiguators = NO_DISAMBIGUATORS
        return context

    def _rendering(self, one: str, chosen: Disambiguators) -> Rendering:
        """Return a cite as it would look, without the letter that is given out last."""
        shortens = self.style.shortens_later or (self._repeats and self.style.parts_later)
        later = Position.SUBSEQUENT if shortens else Position.FIRST
        context = self._context(Cite(one), CitePosition(later))
        context.disambiguators = chosen._replace(year_suffix="")
        context.comparing = True
        found = render_children(self._layout, context)
        words = format_pieces(found.pieces, self.locale, "html")
        return Rendering(words, context.lists, context.conditions_asked)

    def _context(
        self, cite: Cite, place: CitePosition, *, in_bibliography: bool = False
    ) -> Context:
        part = self._bibliography if in_bibliography else self._citation
        chosen = self._chosen.get(cite.id, NO_DISAMBIGUATORS)
        return Context(
            style=self.style,
            locale=self.locale,
            item=self.items[cite.id],
            cite=cite,
            options=self.style.options(part) if part is not None else {},
            in_bibliography=in_bibliography,
            position=place.position,
            near_note=place.near,
            first_note=place.first_note,
            number=self._numbers.get(cite.id, 0),
            # What tells cites apart is no part of an entry, but for the letter.
            disambiguators=chosen._replace(names=(), givens=()) if in_bibliography else chosen,
        )

    # -- one citation

    def _sorted(self, citation: Citation) -> Citation:
        """Return a citation with its cites in the order of the style, by which "ibid." goes."""
        known = [cite for cite in citation.cites if cite.id in self.items]
        sort = self._citation.first("sort")
        if sort is None or len(known) < len(citation.cites) or len(known) == 1:
            return citation
        cites = ordered(known, sort, lambda one: self._context(one, stated_position(one)))
        return citation._replace(cites=cites)

    def _written(self, citation: Citation, there: Sequence[CitePosition], form: Format) -> str:
        pairs = [
            (cite, place)
            for cite, place in zip(citation.cites, there, strict=True)
            if cite.id in self.items
        ]
        sort = self._citation.first("sort")
        shown = [self._shown(cite, place, not at) for at, (cite, place) in enumerate(pairs)]
        if sort is not None and (order := grouped(shown, self._citation)) != sorted(order):
            pairs = [pairs[at] for at in order]
            shown = [self._shown(cite, place, not at) for at, (cite, place) in enumerate(pairs)]
        pieces = cluster(shown, self._citation, self._layout, in_note=self.style.is_note)
        if not pieces:
            return ""
        before, behind = affix(self._layout.get("prefix")), ending(self._layout)
        pieces = decorated([*before, *pieces, *behind], self._layout)
        if self.style.is_note:
            nest_brackets(pieces)
        return format_pieces(pieces, self.locale, form)

    def _shown(self, cite: Cite, place: CitePosition, first: bool) -> RenderedCite:
        hides = cite.suppress_author
        number = self._numbers.get(cite.id, 0)
        pieces, used = self._rendered(cite, place, hides=hides)
        prefix = cite.prefix.rstrip(" ”’\"'")
        ends = prefix.endswith((".", "!", "?")) and " " in prefix.strip()
        if self.style.is_note and (ends if prefix else first):
            # A note, and a sentence in it, begins with a large letter.
            _capitalise(pieces, self.locale.lang)
        pieces = self._with_affixes(cite, pieces)
        return RenderedCite(
            cite,
            pieces,
            number,
            lambda: self._with_affixes(cite, self._rendered(cite, place, hides=True)[0]),
            shows_locator="locator" in used,
        )

    def _rendered(
        self, cite: Cite, place: CitePosition, *, hides: bool = False
    ) -> tuple[Pieces, Sequence[str]]:
        """Return a cite, and the names of the variables that have given something in it."""
        context = self._context(cite, place)
        context.hides_names = hides
        found = render_children(self._layout, context).pieces
        if cite.author_only:
            part = next(iter(find(found, "names")), None)
            return copied([part]) if part is not None else [], context.used
        return found, context.used

    def _with_affixes(self, cite: Cite, pieces: Pieces) -> Pieces:
        prefix, suffix = cite.prefix, cite.suffix
        if prefix and not prefix.endswith((" ", "(", "[", "“", "‘", "-", "–", "'", '"')):
            prefix += " "
        if suffix and not suffix.startswith((" ", ",", ".", ";", ":", ")", "]")):
            suffix = " " + suffix
        mark = suffix[:1] if suffix.startswith(_MARKS) else ""
        # Its mark meets the cite like any other: it may give way, or stand in quotation marks.
        behind = [*affix(mark), *read_markup(suffix[len(mark) :])]
        return [*copied(cite.lead), *read_markup(prefix), *pieces, *behind]


def _capitalise(pieces: Pieces, lang: str) -> None:
    """Give a term that stands first a large letter."""
    first = next((run for run in runs(pieces) if run.own and run.text.strip()), None)
    if first is not None and first.key == "term":
        first.text = upper_first(first.text, lang)
