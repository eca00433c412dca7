"""Puts what an attribution names together into bibliographic records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from postil.attribution.parsing.field_forms import Particulars, take
from postil.attribution.parsing.fields import Kind, Piece
from postil.attribution.parsing.labels import without_credit
from postil.attribution.parsing.punctuation import levelled
from postil.attribution.parsing.split import Group, groups, place_and_publisher, prepared
from postil.attribution.parsing.surnames import families_joined, surnames_joined
from postil.lexicon import outlet_rules, outlets
from postil.lexicon.name_list import lookup_key
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Date, Name, Source

_LONGEST = 600
"""Code points beyond which nothing is taken for one attribution."""


@dataclass(slots=True)
class _Draft:
    """A record that is being put together."""

    author: list[Name] = field(default_factory=list)
    title: str = ""
    container: str = ""
    publisher: str = ""
    issued: Date | None = None
    book: bool = False
    place: str = ""

    @property
    def empty(self) -> bool:
        return not (self.author or self.title or self.container or self.publisher)


def records(
    content: str, overrides: NameOverrides = NO_OVERRIDES, *, plural: bool = False, url: str = ""
) -> tuple[list[Source], list[str]]:
    """Return the sources that the words of an attribution name, and its faults by name.

    What the words do not say is absent. A source with nothing but a date, or nothing at all, comes
    with the fault ``missing-name``.
    """
    found = take(levelled(without_credit(content[:_LONGEST])), overrides)
    found.url = url or found.url
    prepared(found)
    place, publisher = place_and_publisher(found)
    drafts: list[_Draft] = []
    for group in groups(found, plural=plural):
        made = _Assembly(group, found).run()
        drafts += [draft for draft in made if not draft.empty or draft.issued]
    if len(drafts) > 1:
        drafts = [draft for draft in drafts if not draft.empty] or drafts[:1]
    drafts = drafts or [_Draft()]
    if publisher:
        _printed_by(drafts[-1], publisher)
    for draft in drafts:
        _without_quotes(draft)
    sources = [_source(draft, found, place, last=draft is drafts[-1]) for draft in drafts]
    return sources, found.problems + _missing(sources, found.problems)


def _without_quotes(draft: _Draft) -> None:
    """Take a publication that stands in quotation marks, and alone, for what it is."""
    if not (draft.container or draft.publisher) and lookup_key(draft.title) in outlets.NEWS:
        draft.title, draft.container = "", draft.title


def _printed_by(draft: _Draft, publisher: str) -> None:
    """Give a record its publisher; what has one, and no title, is a book by its name."""
    draft.publisher = publisher
    if not draft.title and draft.container and not outlet_rules.is_news(draft.container):
        draft.title, draft.container = draft.container, ""


def _source(draft: _Draft, found: Particulars, place: str, *, last: bool) -> Source:
    source = Source(
        author=tuple(draft.author),
        title=draft.title,
        container_title=draft.container,
        publisher=draft.publisher,
        publisher_place=(place if last else "") or draft.place,
        issued=draft.issued,
        accessed=found.accessed if last else None,
        url=found.url if last else "",
        page=found.page if last else "",
    )
    return _typed(source)


def _typed(source: Source) -> Source:
    """Return the source with the CSL type that its fields speak for."""
    kind = "article"
    if source.container_title:
        kind = outlet_rules.kind_of(source.container_title)
        if source.url and not outlet_rules.is_news(source.container_title):
            kind = "webpage"
    elif source.title and (source.publisher or not source.url):
        kind = "book"
    elif source.url:
        kind = "webpage"
    return replace(source, type=kind)


def _missing(sources: Sequence[Source], problems: Sequence[str]) -> list[str]:
    if not any(source.identified for source in sources):
        return ["missing-name"]
    first = sources[0]
    bare = not (first.container_title or first.title or first.publisher or first.url)
    if len(sources) == 1 and bare and first.issued and "missing-container" not in problems:
        return ["missing-container"]
    return []


class _Assembly:
    """One walk over the pieces of a group, which may name several sources."""

    def __init__(self, group: Group, found: Particulars) -> None:
        self.place = ""
        self.pieces = surnames_joined(self._without_places(families_joined(group.pieces)))
        self.date = group.date
        self.found = found
        self.drafts = [_Draft()]
        self.titled = any(piece.kind is Kind.TITLE for piece in self.pieces)
        if not self.titled:
            self._name_last()

    @property
    def draft(self) -> _Draft:
        return self.drafts[-1]

    def run(self) -> list[_Draft]:
        skip = False
        for index, piece in enumerate(self.pieces):
            if skip:
                skip = False
            elif piece.kind is Kind.TITLE:
                self.draft.title = self.found.title
            elif piece.kind is Kind.BOOK:
                self.draft.container = piece.words or self.found.book
                self.draft.book = True
            elif piece.kind is Kind.PEOPLE:
                self._people(index, piece)
            else:
                skip = self._body(index, piece)
        self.draft.issued = self.date
        if self.draft.publisher:
            self.draft.place = self.place
        self._part_the_list()
        return self.drafts

    def _without_places(self, pieces: list[Piece]) -> list[Piece]:
        """Leave out the cities of agencies and publishers; the latter's is kept apart."""
        kept: list[Piece] = []
        for piece in pieces:
            if kept and piece.kind is not Kind.TITLE and outlet_rules.is_place(piece.words):
                self.place = piece.words
            else:
                kept.append(piece)
        return kept

    def _name_last(self) -> None:
        """Where nobody but persons seems to be named, the last of them is the publication."""
        people = [piece for piece in self.pieces if piece.kind is Kind.PEOPLE]
        bodies = [piece for piece in self.pieces if piece.names_body]
        last = people[-1] if people else None
        single = last is not None and len(last.people) == 1 and not last.behind_date
        if last and single and len(people) > 1 and not bodies:
            last.kind = Kind.PHRASE

    def _later_body(self, index: int) -> bool:
        return any(
            piece.names_body or piece.kind is Kind.BOOK for piece in self.pieces[index + 1 :]
        )

    def _people(self, index: int, piece: Piece) -> None:
        draft = self.draft
        later = self._later_body(index)
        if draft.container and not draft.book and later and not draft.author and not draft.title:
            self.drafts.append(_Draft(author=list(piece.people)))
        elif (
            draft.author and not draft.container and not draft.title and later and _is_title(piece)
        ):
            draft.title = piece.words
        elif draft.author and draft.title and not later and not piece.behind_date:
            self._body(index, Piece(Kind.PHRASE, piece.words))
        elif draft.author and draft.container and later:
            self.drafts.append(_Draft(author=list(piece.people)))
        else:
            draft.author += piece.people

    def _body(self, index: int, piece: Piece) -> bool:
        """Take the name of a publication, or of something; True if the next piece is used too."""
        draft = self.draft
        following = self.pieces[index + 1 : index + 3]
        if outlet_rules.folded(piece.words) == outlet_rules.folded(draft.container):
            return False
        if index == 0 and following:
            if self._is_author(piece, following[0]):
                draft.author.append(Name(literal=piece.words))
                return False
            printed = len(following) > 1 and following[1].names_body
            if piece.kind is Kind.WORD and printed and _could_be_title(following[0]):
                draft.author.append(Name(family=piece.words))
                draft.title = following[0].words
                return True
        if self._is_publisher(piece):
            draft.publisher = piece.words
        elif not draft.container:
            if self._is_unquoted_title(index, piece):
                draft.title = piece.words
            else:
                draft.container = piece.words
        elif draft.author or draft.title or draft.book:
            draft.container += f", {piece.words}"
        elif outlet_rules.is_institution(piece.words) and self.found.url and not draft.publisher:
            draft.publisher = piece.words
        elif (
            outlet_rules.is_institution(draft.container)
            and self.found.url
            and not outlet_rules.is_news(piece.words)
        ):
            draft.publisher, draft.container = draft.container, piece.words
        elif draft.publisher or not self._is_another(piece):
            draft.container += f", {piece.words}"
        else:
            self.drafts.append(_Draft(container=piece.words))
        return False

    def _is_author(self, piece: Piece, following: Piece) -> bool:
        """Tell whether a body that stands first is the author of what others have printed."""
        titled = following.kind is Kind.TITLE
        if piece.kind is Kind.AGENCY:
            prints = following.kind in (Kind.PUBLICATION, Kind.WORD, Kind.PHRASE)
            return self._later_body(1) if titled else prints and self.date is not None
        if titled:
            return self._later_body(1) or (piece.kind is Kind.WORD and len(self.pieces) == 2)
        return piece.kind is Kind.WORD and following.kind in (Kind.PUBLICATION, Kind.AGENCY)

    def _is_publisher(self, piece: Piece) -> bool:
        draft = self.draft
        if not (draft.title or draft.book) or draft.publisher:
            return False
        only_year = self.date is None or self.date.month is None
        if self.found.overrides.is_publisher(piece.words):
            return True
        if outlet_rules.is_publisher(piece.words):
            return only_year or not outlet_rules.is_news(piece.words)
        unknown = piece.kind in (Kind.WORD, Kind.PHRASE)
        return unknown and only_year and self.date is not None and not self.found.url

    def _is_another(self, piece: Piece) -> bool:
        """Tell whether a name behind that of a publication is that of another one."""
        if outlet_rules.is_news(piece.words) or piece.kind is Kind.WORD:
            return True
        bodies = outlet_rules.is_institution(self.draft.container)
        return not bodies and outlet_rules.is_printed(piece.words)

    def _is_unquoted_title(self, index: int, piece: Piece) -> bool:
        if self.draft.title or not self.draft.author or not self._later_body(index):
            return False
        if piece.kind is Kind.PHRASE:
            return True
        following = self.pieces[index + 1].words
        return not outlet_rules.is_news(piece.words) and outlet_rules.is_publisher(following)

    def _part_the_list(self) -> None:
        """Give a date that follows a list of publications to the last of them for certain."""
        for draft in self.drafts[:-1]:
            draft.issued = None


def _is_title(piece: Piece) -> bool:
    return len(piece.people) == 1 and len(piece.words.split()) > 3


def _could_be_title(piece: Piece) -> bool:
    return piece.kind in (Kind.PHRASE, Kind.PEOPLE) and len(piece.words.split()) > 2
