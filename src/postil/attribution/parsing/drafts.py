"""Drafts of records: the fields of an entry told apart as author, title, publication, publisher."""

from __future__ import annotations

from postil.attribution.parsing.entries import Entry
from postil.attribution.parsing.extraction import Extraction
from postil.attribution.parsing.fields import Field, FieldKind, is_paper_of
from postil.attribution.parsing.surnames import (
    caseless_person,
    join_inverted_name,
    read_joint_surnames,
)
from postil.lexicon import outlet_rules
from postil.model.source import Date, Name
from postil.model.values import dataclass, field


@dataclass(slots=True)
class Draft:
    """A record that is being put together."""

    author: list[Name] = field(default_factory=list)
    title: str = ""
    container: str = ""
    """The publication that the work stands in."""
    publisher: str = ""
    place: str = ""
    issued: Date | None = None
    is_book: bool = False
    """Its container is a book that holds the titled text."""

    @property
    def empty(self) -> bool:
        """Whether it has nothing but a date, or nothing at all."""
        return not (self.author or self.title or self.container or self.publisher)


def drafts_of(entry: Entry, found: Extraction) -> list[Draft]:
    """Return the records that an entry names; the date belongs to the last of them for certain."""
    fields, place = _without_places(join_inverted_name(entry.fields))
    fields = read_joint_surnames(fields)
    if not any(one.kind is FieldKind.TITLE for one in fields):
        _take_last_person_for_publication(fields)
    drafting = _Drafting(fields, entry.date, found)
    drafting.run()
    last = drafting.drafts[-1]
    last.issued = entry.date
    if last.publisher:
        last.place = place
    return drafting.drafts


def _without_places(fields: list[Field]) -> tuple[list[Field], str]:
    """Leave out the cities of agencies and publishers; the last one is kept apart.

    | fields                        | left                   | place |
    |-------------------------------|------------------------|-------|
    | Reuters; Seoul; Harbour Times | Reuters; Harbour Times | Seoul |
    | Seoul; Harbour Times          | Seoul; Harbour Times   |       |
    """
    kept: list[Field] = []
    place = ""
    for one in fields:
        if kept and one.kind is not FieldKind.TITLE and outlet_rules.is_place(one.words):
            place = one.words
        else:
            kept.append(one)
    return kept, place


def _take_last_person_for_publication(fields: list[Field]) -> None:
    """Where nobody but persons seems to be named, the last of them is the publication.

    | fields                            | the publication    |
    |-----------------------------------|--------------------|
    | Mary Lamb; Anna Quay              | Anna Quay          |
    | Mary Lamb; Tom Rook and Anna Quay | (none)             |
    | Mary Lamb; Anna Quay; Reuters     | (not by this rule) |
    """
    people = [one for one in fields if one.kind is FieldKind.PEOPLE]
    last = people[-1] if people else None
    single = last is not None and len(last.people) == 1 and not last.behind_date
    if last and single and len(people) > 1 and not any(one.may_be_publication for one in fields):
        last.kind = FieldKind.PHRASE


class _Drafting:
    """One walk over the fields of an entry, from left to right, which may name several sources.

    Each rule looks at what the present draft has so far, and at what is still to come.
    """

    def __init__(self, fields: list[Field], date: Date | None, found: Extraction) -> None:
        self.fields = fields
        self.date = date
        self.found = found
        self.drafts = [Draft()]

    @property
    def draft(self) -> Draft:
        """The present draft."""
        return self.drafts[-1]

    def run(self) -> None:
        """Take each field, into the present draft or a new one."""
        skip = False
        for index, one in enumerate(self.fields):
            if skip:
                skip = False
            elif one.kind is FieldKind.TITLE:
                self.draft.title = self.found.title
            elif one.kind is FieldKind.BOOK:
                self.draft.container = one.words or self.found.book
                self.draft.is_book = True
            elif one.kind is FieldKind.PEOPLE:
                self._take_people(index, one)
            elif index == 0 and (taken := self._take_first(one)):
                skip = taken == 2
            else:
                self._take_name(index, one)

    def _comes_later(self, index: int) -> bool:
        """Tell whether the name of a publication, or of a book, is still to come."""
        return any(
            one.may_be_publication or one.kind is FieldKind.BOOK for one in self.fields[index + 1 :]
        )

    def _take_people(self, index: int, one: Field) -> None:
        """Take persons; ``P`` are those of this field, ``later`` a publication that follows.

        | the draft has          | later | they are                                          |
        |------------------------|-------|---------------------------------------------------|
        | a publication alone    | yes   | authors of another source: Herald; P; Times       |
        | authors alone          | yes   | a title, where they look like one                 |
        | authors and a title    | no    | the publication, unless behind the date           |
        | authors, a publication | yes   | authors of another source: Lamb; Herald; P; Times |
        | anything else          |       | authors                                           |
        """
        draft, later = self.draft, self._comes_later(index)
        if draft.container and not draft.is_book and later and not (draft.author or draft.title):
            self.drafts.append(Draft(author=list(one.people)))
        elif draft.author and not (draft.container or draft.title) and later and _is_title(one):
            draft.title = one.words
        elif draft.author and draft.title and not later and not one.behind_date:
            self._take_name(index, Field(FieldKind.PHRASE, one.words))
        elif draft.author and draft.container and later:
            self.drafts.append(Draft(author=list(one.people)))
        else:
            draft.author += one.people

    def _take_first(self, one: Field) -> int:
        """Take the name that stands first, if it is an author's; return the fields it takes, or 0.

        | first field | behind it                  | it is                           |
        |-------------|----------------------------|---------------------------------|
        | Reuters     | Harbour Times, a date      | an author that another printed  |
        | Reuters     | a title, a publication     | an author                       |
        | Quayside    | a title and no more        | an author                       |
        | Quayside    | Harbour Times              | an author                       |
        | Lamb        | Salt Coast Stories, Herald | the surname of a title's author |
        | ليلى حداد   | صحيفة النهر                | a person, before an outlet      |
        | Quay Herald | a date                     | (taken by other rules)          |
        """
        behind = self.fields[1:3]
        if not behind or not one.words:
            return 0
        if person := caseless_person(one, behind[0]):
            self.draft.author.append(person)
            return 1
        if self._is_author(one, behind[0]):
            self.draft.author.append(Name(literal=one.words))
            if is_paper_of(one, behind[0]):
                self.draft.title = behind[0].words
                return 2
            return 1
        printed = len(behind) > 1 and behind[1].may_be_publication
        if one.kind is FieldKind.WORD and printed and _could_be_title(behind[0]):
            self.draft.author.append(Name(family=one.words))
            self.draft.title = behind[0].words
            return 2
        return 0

    def _is_author(self, one: Field, following: Field) -> bool:
        """Tell whether a body that stands first is the author of what others have printed."""
        titled = following.kind is FieldKind.TITLE
        if self.fields[1:2] == [following] and is_paper_of(one, following):
            return True
        if one.kind is FieldKind.AGENCY:
            prints = following.kind in (FieldKind.PUBLICATION, FieldKind.WORD, FieldKind.PHRASE)
            return self._comes_later(1) if titled else prints and self.date is not None
        word = one.kind is FieldKind.WORD
        if titled:
            return self._comes_later(1) or (word and len(self.fields) == 2)
        return word and following.kind in (FieldKind.PUBLICATION, FieldKind.AGENCY)

    def _take_name(self, index: int, one: Field) -> None:
        """Take the name of a publication, or of something.

        | the draft has              | the name is                                           |
        |----------------------------|-------------------------------------------------------|
        | this publication already   | said twice                                            |
        | a title or a book          | the publisher, where it looks like one                |
        | no publication, an author  | a title without quotation marks, before a publication |
        | no publication             | the publication                                       |
        | a programme, its author    | its station: Lamb, Morning Tide, Radio Four           |
        | a publication, and more    | the rest of its name: Ministry of Ports, Fish         |
        | a publication alone, a URL | its publisher, where either is an institution         |
        | a publication alone        | another source, where it looks like one: CNN; Reuters |
        | a publication alone        | the rest of its name otherwise                        |
        """
        draft, words = self.draft, one.words
        if outlet_rules.folded(words) == outlet_rules.folded(draft.container):
            return
        if self._is_publisher(one):
            draft.publisher = words
        elif draft.publisher and one.kind is FieldKind.WORD and self._dated_by_year():
            draft.place = words
        elif not draft.container and self._is_unquoted_title(index, one):
            draft.title = words
        elif not draft.container:
            draft.container = words
        elif draft.author and not draft.publisher and outlet_rules.is_station(words):
            draft.publisher = words
        elif draft.author or draft.title or draft.is_book:
            draft.container += f", {words}"
        elif self.found.url and outlet_rules.is_institution(words) and not draft.publisher:
            draft.publisher = words
        elif (
            self.found.url
            and outlet_rules.is_institution(draft.container)
            and not outlet_rules.is_news(words)
        ):
            draft.publisher, draft.container = draft.container, words
        elif draft.publisher or not self._is_another(one):
            draft.container += f", {words}"
        else:
            self.drafts.append(Draft(container=words))

    def _is_publisher(self, one: Field) -> bool:
        """Tell whether a name behind a title is that of its publisher.

        | name                 | date        | publisher |
        |----------------------|-------------|-----------|
        | (the reader said so) | any         | yes       |
        | Quay Press           | any         | yes       |
        | Penguin News         | May 3, 2001 | no        |
        | Quayside             | 1991        | yes       |
        | Quayside             | May 3, 2001 | no        |
        | Quayside             | none        | no        |
        """
        draft = self.draft
        if not (draft.title or draft.is_book) or draft.publisher:
            return False
        only_year = self._dated_by_year()
        if self.found.overrides.is_publisher(one.words):
            return True
        if outlet_rules.is_publisher(one.words):
            return only_year or not outlet_rules.is_news(one.words)
        unknown = one.kind in (FieldKind.WORD, FieldKind.PHRASE)
        return unknown and only_year and self.date is not None and not self.found.url

    def _dated_by_year(self) -> bool:
        return self.date is None or self.date.month is None

    def _is_another(self, one: Field) -> bool:
        """Tell whether a name behind that of a publication is that of another one."""
        if outlet_rules.is_news(one.words) or one.kind is FieldKind.WORD:
            return True
        bodies = outlet_rules.is_institution(self.draft.container)
        return not bodies and outlet_rules.is_printed(one.words)

    def _is_unquoted_title(self, index: int, one: Field) -> bool:
        """Tell whether a name behind an author is a title: "Lamb, Salt and Rope, Quay Press"."""
        if self.draft.title or not self.draft.author or not self._comes_later(index):
            return False
        following = self.fields[index + 1].words
        if one.kind is FieldKind.PHRASE or (
            outlet_rules.is_news(following)
            and not outlet_rules.is_printed(one.words)
            and not outlet_rules.is_institution(one.words)
            and " " in one.words
        ):
            return True
        return not outlet_rules.is_news(one.words) and outlet_rules.is_publisher(following)


def _is_title(one: Field) -> bool:
    """Tell whether what was read as one person's name is too long for one: four words or more."""
    return len(one.people) == 1 and len(one.words.split()) > 3


def _could_be_title(one: Field) -> bool:
    """Tell whether a field behind a surname may be a title: it has three words or more."""
    return one.kind in (FieldKind.PHRASE, FieldKind.PEOPLE) and len(one.words.split()) > 2
