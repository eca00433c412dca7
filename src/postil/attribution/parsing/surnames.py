"""Surnames that an attribution begins with, joined to persons."""

from __future__ import annotations

from postil.attribution.parsing.fields import Field, FieldKind
from postil.attribution.scripts.marks import is_caseless
from postil.lexicon import outlet_rules, person_names
from postil.model.source import Name


def join_inverted_name(fields: list[Field]) -> list[Field]:
    """Return the fields with a surname and the given name behind it as one, where they begin so.

    | fields                                 | persons             |
    |----------------------------------------|---------------------|
    | Lamb; Mary; Harbour Times              | Mary Lamb           |
    | Lamb; Mary and Tom Rook; Harbour Times | Mary Lamb, Tom Rook |
    | LAMB; Mary; (title)                    | Mary LAMB           |
    | Reuters; Harbour Times                 | (none)              |
    | Quayside; Mary Ann                     | (none)              |
    """
    if len(fields) < 2 or " " in fields[0].words or not _could_be_surname(fields):
        return fields
    first, *others = person_names.split_names(fields[1].words)
    given = len(first.split()) <= 2 and person_names.could_be_given(first)
    if not given or outlet_rules.is_publication(first) or fields[1].kind is FieldKind.TITLE:
        return fields
    if len(fields) == 2 and not others and len(first.split()) > 1:
        return fields
    people = [Name(family=fields[0].words, given=first)]
    for other in others:
        name = person_names.parse_name(other)
        if name is None:
            return fields
        people.append(name)
    return [Field(FieldKind.PEOPLE, fields[0].words, tuple(people)), *fields[2:]]


def read_joint_surnames(fields: list[Field]) -> list[Field]:
    """Return the fields with "Hale & Romero" as two persons before a title or a publication.

    | fields                     | persons      |
    |----------------------------|--------------|
    | Hale & Romero; (title)     | Hale, Romero |
    | Hale & Romero; Reuters     | Hale, Romero |
    | Salt & Rope Press; (title) | (none)       |
    """
    if len(fields) > 1 and fields[0].kind in (FieldKind.PHRASE, FieldKind.PUBLICATION):
        first, second = fields[:2]
        printed = second.kind in (FieldKind.TITLE, FieldKind.AGENCY)
        printed = printed or outlet_rules.is_news(second.words)
        surnames = person_names.parse_surnames(first.words)
        body = outlet_rules.is_printed(first.words) or outlet_rules.is_institution(first.words)
        if printed and len(surnames) > 1 and not (body or outlet_rules.is_publisher(first.words)):
            return [Field(FieldKind.PEOPLE, first.words, surnames), *fields[1:]]
    return fields


def _could_be_surname(fields: list[Field]) -> bool:
    """Tell whether the first word of an attribution may be a surname, perhaps set in capitals."""
    first, second = fields[:2]
    if first.kind is FieldKind.WORD:
        return True
    titled = len(fields) > 2 and fields[2].kind is FieldKind.TITLE
    capitals = (
        first.kind is FieldKind.PUBLICATION and len(first.words) > 2 and first.words.isalpha()
    )
    return titled and capitals and not outlet_rules.is_known(first.words) and bool(second.words)


def caseless_person(one: Field, following: Field) -> Name | None:
    """Return the person of two or three words in letters without capitals, before an outlet."""
    words = one.words.split()
    if one.kind is not FieldKind.PHRASE or not 2 <= len(words) <= 3:
        return None
    if not all(map(is_caseless, words)) or following.kind not in (
        FieldKind.AGENCY,
        FieldKind.PUBLICATION,
    ):
        return None
    return Name(family=words[-1], given=" ".join(words[:-1]))
